//! The decision: rules, outcome, document.

use crate::model::application::{Document, DocumentField, DocumentKind, RuleResult, RuleStatus, Status};
use crate::preview::example::Example;
use crate::ui::*;
use leptos::prelude::*;

pub fn examples() -> Vec<Example> {
    use RuleStatus::{Failed, Passed, Pending, Unsure};
    vec![
        Example::new("ui/rule-list/ticking", || rules([Passed, Passed, Pending, Pending])),
        Example::new("ui/rule-list/passed", || rules([Passed; 4])),
        Example::new("ui/rule-list/failed", || rules([Passed, Passed, Failed, Passed])),
        Example::new("ui/rule-list/unsure", || rules([Passed, Passed, Unsure, Passed])),
        Example::new("ui/decision-head/checking", || head(Status::Checking, "正在核对", "通常几秒钟，请不要关闭页面")),
        Example::new("ui/decision-head/approved", || head(Status::Approved, "已批准", "从提交到出证用时 3.2 秒，没有人工环节")),
        Example::new("ui/decision-head/rejected", || head(Status::Rejected, "不予出具", "有 1 条规则没有通过，下面写明了原因和您可以做的事")),
        Example::new("ui/decision-head/manual", || head(Status::Manual, "已转人工办理", "深圳市公安局最迟 2026 年 12 月 14 日答复您")),
        Example::new("ui/document/certificate", || view! { <DocumentSheet document=document(DocumentKind::Certificate) on_print=|()| {}/> }.into_any()),
        Example::new("ui/document/notice", || view! { <DocumentSheet document=document(DocumentKind::Notice)/> }.into_any()),
        Example::new("ui/document/in-head", || {
            view! { <DecisionHead status=Status::Approved title="已批准" text="从提交到出证用时 3.2 秒"><DocumentSheet document=document(DocumentKind::Certificate)/></DecisionHead> }.into_any()
        }),
    ]
}

fn rules(states: [RuleStatus; 4]) -> AnyView {
    let texts =
        [("本人身份与人口库一致", "公安人口库"), ("年满 14 周岁", "居民身份证"), ("查询期间没有犯罪记录", "犯罪信息库"), ("本年度申请未超过 3 次", "办件库")];
    let all: Vec<RuleResult> = texts
        .iter()
        .zip(states)
        .enumerate()
        .map(|(i, ((text, source), status))| RuleResult {
            id: format!("r{i}"),
            text: (*text).into(),
            source: Some((*source).into()),
            status,
            at: (status != RuleStatus::Pending).then(|| format!("2026-11-23T14:02:1{i}+08:00")),
            explain: match status {
                RuleStatus::Failed => Some("查询期间有一条记录，所以不能出具证明。认为有误可以在 60 日内申请复查。".into()),
                RuleStatus::Unsure => Some("有一条同名记录需要人工核对，不会影响您的其他办件。".into()),
                _ => None,
            },
        })
        .collect();
    view! { <Card title="自动核对"><RuleList rules=Signal::stored(all)/></Card> }.into_any()
}

fn head(status: Status, title: &'static str, text: &'static str) -> AnyView {
    view! { <DecisionHead status title=title text=text/> }.into_any()
}

fn document(kind: DocumentKind) -> Document {
    let certificate = kind == DocumentKind::Certificate;
    let field = |label: &str, value: &str| DocumentField { label: label.into(), value: value.into() };
    Document {
        kind,
        title: if certificate { "无犯罪记录证明" } else { "不予出具无犯罪记录证明通知书" }.into(),
        number: "SZ2026 1123 0042".into(),
        issuer: "深圳市公安局".into(),
        issued_on: "2026-11-23".into(),
        valid_until: certificate.then(|| "2027-05-23".into()),
        body: vec![if certificate {
            "经查询全国违法犯罪人员信息库，在 2004 年 12 月 15 日至 2026 年 11 月 23 日期间，未发现上述人员有犯罪记录。".into()
        } else {
            "经查询，您不符合《公安机关办理犯罪记录查询工作规定》规定的出具条件，现决定不予出具。".into()
        }],
        fields: vec![field("姓名", "林晓舟"), field("证件号码", "4403 0519 8512 1501 9X")],
        verify_code: certificate.then(|| "7K2M-9QXD".into()),
        masked: false,
    }
}
