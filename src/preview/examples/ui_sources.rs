//! What is read, and what it filled in.

use crate::model::consent::{ConsentSource, IdentityMethod, MethodKind};
use crate::model::prefill::{CertificateRef, TrustLevel};
use crate::preview::example::Example;
use crate::ui::*;
use leptos::prelude::*;

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("ui/source-card/reading", || card(CardState::Reading, 0)),
        Example::new("ui/source-card/filled", || card(CardState::Filled, 4)),
        Example::new("ui/source-card/folded", || card(CardState::Filled, 8)),
        Example::new("ui/source-card/empty", || card(CardState::Empty, 0)),
        Example::new("ui/source-card/unavailable", || card(CardState::Unavailable, 0)),
        Example::new("ui/source-card/expired", || card(CardState::Expired, 0)),
        Example::new("ui/source-card/refused", || card(CardState::Refused, 0)),
        Example::new("ui/source-card/three", || {
            view! { {card(CardState::Filled, 3)} {card_at(CardState::Filled, 3, 1)} {card_at(CardState::Reading, 0, 2)} }.into_any()
        }),
        Example::new("ui/filled-banner/some", || view! { <FilledBanner total=18 filled=16 open=2/> }.into_any()),
        Example::new("ui/filled-banner/done", || view! { <FilledBanner total=9 filled=9 open=0/> }.into_any()),
        Example::new("ui/filled-banner/by-hand", || view! { <FilledBanner total=18 filled=0 open=18/> }.into_any()),
        Example::new("ui/data-row/all", data),
        Example::new("ui/consent-source/on", || consent(true)),
        Example::new("ui/consent-source/off", || consent(false)),
        Example::new("ui/method-choice/none", || methods(None, None)),
        Example::new("ui/method-choice/face", || methods(Some("face"), None)),
        Example::new("ui/method-choice/problem", || methods(None, Some("请选择一种核验方式"))),
    ]
}

fn card(state: CardState, rows: usize) -> AnyView {
    card_at(state, rows, 0)
}

fn card_at(state: CardState, rows: usize, place: usize) -> AnyView {
    let certificate = CertificateRef {
        name: "居民身份证".into(),
        issuer: "深圳市公安局".into(),
        issued_on: Some("2021-03-02".into()),
        expires_on: Some(if state == CardState::Expired { "2026-03-02" } else { "2041-03-02" }.into()),
        identifier: None,
    };
    let masked = |pointer: &str, label: &str, text: &str, mask: &str| SourceRow { masked: Some(mask.into()), ..SourceRow::new(pointer, label, text) };
    let all = vec![
        masked("/name", "姓名", "林晓舟", "林**"),
        masked("/id", "证件号码", "4403 0519 8512 1501 9X", "4403 **** **** **9X"),
        SourceRow {
            editable: true,
            note: Some("改动只用于这次申请".into()),
            ..masked("/address", "户籍地址", "深圳市南山区粤海街道科苑路 0000 号", "深圳市南山区****")
        },
        SourceRow::new("/sex", "性别", "男"),
        SourceRow::new("/nation", "民族", "汉"),
        SourceRow::new("/born", "出生日期", "1985年12月15日"),
        SourceRow { editable: true, changed: true, ..SourceRow::new("/phone", "手机号码", "138 0000 0000") },
        SourceRow::new("/long", "Registered place of residence of the household", "Yuehai Sub-district, Nanshan District, Shenzhen, Guangdong Province"),
    ];
    let rows: Vec<SourceRow> = all.into_iter().take(rows).collect();
    view! {
        <SourceCard source="resident-id" name="居民身份证" state=state certificate=Some(certificate) level=Some(TrustLevel::A) rows=Signal::stored(rows) place=place
            on_retry=|()| {} on_type=|()| {} on_edit=|_| {}/>
    }
    .into_any()
}

fn data() -> AnyView {
    view! {
        <Card title="申请人">
            <dl class="mb-values mb-values--review">
                <DataRow label="姓名" value="林晓舟" masked=Some("林**".to_string()) source=Some("居民身份证".to_string()) pointer="/name"/>
                <DataRow label="接收证明的邮箱" value="name@example.com" change_href="#email" pointer="/email"/>
                <DataRow label="补充说明" value="" change_href="#reason" pointer="/reason"/>
                <DataRow label="Registered place of residence of the household" value="Yuehai Sub-district, Nanshan District, Shenzhen" change_href="#long" pointer="/long"/>
            </dl>
        </Card>
    }
    .into_any()
}

fn consent(on: bool) -> AnyView {
    let on = RwSignal::new(on);
    let source = ConsentSource {
        id: "resident-id".into(),
        name: "居民身份证".into(),
        agency: "深圳市公安局".into(),
        fields: ["姓名", "性别", "出生日期", "证件号码", "户籍地址"].map(String::from).to_vec(),
        purpose: "填写申请表并核对身份".into(),
        retention: "办结后保存 3 年".into(),
        refusal: "您需要自己填写这 5 项，并由人工核对，最长 15 个工作日。".into(),
    };
    view! { <ConsentSourceCard source on=on on_change=move |v| on.set(v)/> }.into_any()
}

fn methods(chosen: Option<&'static str>, problem: Option<&'static str>) -> AnyView {
    let value = RwSignal::new(chosen.map(str::to_string));
    let method = |id: &str, kind, name: &str, text: &str| IdentityMethod {
        id: id.into(),
        kind,
        name: name.into(),
        text: text.into(),
        separate_consent: None,
        level: None,
    };
    let all = vec![
        method("face", MethodKind::Face, "人脸核验", "约 10 秒，需要单独同意"),
        method("sms", MethodKind::Sms, "短信验证码", "发送到您实名登记的手机号码"),
        method("window", MethodKind::Window, "到窗口核验", "带身份证原件，工作日 9:00–17:45"),
    ];
    view! {
        <MethodChoice legend="怎样证明是您本人" methods=Signal::stored(all) value=value on_change=move |v| value.set(Some(v)) problem=Signal::stored(problem.map(str::to_string))/>
    }
    .into_any()
}
