//! Lines and tiles of lists.

use crate::model::application::{ApplicationSummary, RatingState, ServiceRef, Status, TimelineEntry};
use crate::model::draft::DraftSummary;
use crate::model::service::{Count, Mode, Need, NeedHow, ServiceSummary, Theme, Window};
use crate::preview::example::Example;
use crate::ui::*;
use leptos::prelude::*;

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("ui/search-box/empty", || search("")),
        Example::new("ui/search-box/typed", || search("无犯罪")),
        Example::new("ui/service-row/known", || row(service("无犯罪记录证明", "id", Some((18, 16)), &[Mode::AutoFill, Mode::Instant]))),
        Example::new("ui/service-row/nothing-to-fill", || row(service("小汽车指标编码延期", "car", Some((9, 9)), &[Mode::AutoFill, Mode::Instant]))),
        Example::new("ui/service-row/by-officer", || row(service("公司设立登记", "shop", None, &[Mode::Manual]))),
        Example::new("ui/service-row/long", || {
            row(service("Extension of the application code for a passenger-car increment quota", "unknown-icon", Some((24, 21)), &[Mode::Instant]))
        }),
        Example::new("ui/theme-grid/four", || themes(&[("shop", "我要开公司"), ("baby", "我要生孩子"), ("home", "我要落户"), ("car", "我要买车")])),
        Example::new("ui/theme-grid/english", || {
            themes(&[
                ("shop", "Start a company"),
                ("baby", "Have a child"),
                ("home", "Household registration"),
                ("car", "Buy a car"),
                ("elder", "Senior allowance"),
            ])
        }),
        Example::new("ui/need-row/all", needs),
        Example::new("ui/application-row/checking", || application(Status::Checking, "正在自动核对", RatingState::Closed)),
        Example::new("ui/application-row/approved", || application(Status::Approved, "证明已经开好", RatingState::First)),
        Example::new("ui/application-row/rejected", || application(Status::Rejected, "不予出具，可以看原因", RatingState::First)),
        Example::new("ui/application-row/manual", || application(Status::Manual, "2026 年 12 月 14 日前答复", RatingState::Closed)),
        Example::new("ui/draft-row/backend", || draft(false, "无犯罪记录证明")),
        Example::new("ui/draft-row/here", || draft(true, "Extension of the application code for a passenger-car increment quota")),
        Example::new("ui/timeline/three", || {
            let entry = |at: &str, text: &str| TimelineEntry { at: at.into(), text: text.into() };
            let entries = vec![
                entry("2026-11-23T14:02:08+08:00", "您提交了申请"),
                entry("2026-11-23T14:02:10+08:00", "4 条规则全部通过"),
                entry("2026-11-23T14:02:11+08:00", "证明已签发"),
            ];
            view! { <Timeline entries=Signal::stored(entries)/> }.into_any()
        }),
    ]
}

/// Two invented windows.
pub(super) fn windows() -> Vec<Window> {
    vec![
        Window {
            name: "福田区政务服务大厅".into(),
            address: "深圳市福田区深南大道 0000 号".into(),
            hours: "周一至周五 9:00–17:45".into(),
            phone: Some("0755-00001234".into()),
        },
        Window {
            name: "南山区政务服务大厅".into(), address: "深圳市南山区南海大道 0000 号".into(), hours: "周一至周六 9:00–17:45".into(), phone: None
        },
    ]
}

fn search(text: &'static str) -> AnyView {
    let value = RwSignal::new(text.to_string());
    view! { <SearchBox label="无犯罪记录、落户、开公司…" value=value on_input=move |t| value.set(t)/> }.into_any()
}

fn service(name: &str, icon: &str, count: Option<(u32, u32)>, modes: &[Mode]) -> ServiceSummary {
    ServiceSummary {
        id: "example".into(),
        name: name.into(),
        agency: "深圳市公安局".into(),
        icon: icon.into(),
        modes: modes.to_vec(),
        minutes: Some(1),
        count: count.map(|(total, known)| Count { total, known }),
        search: Vec::new(),
        popularity: 0,
    }
}

fn row(service: ServiceSummary) -> AnyView {
    view! { <Card><ServiceRow service href="#service"/></Card> }.into_any()
}

fn themes(all: &[(&str, &str)]) -> AnyView {
    let themes: Vec<Theme> =
        all.iter().map(|(icon, name)| Theme { id: (*icon).into(), name: (*name).into(), icon: (*icon).into(), services: Vec::new() }).collect();
    view! { <Card><ThemeGrid themes=Signal::stored(themes) label="我要" href=|id: String| format!("#{id}")/></Card> }.into_any()
}

fn needs() -> AnyView {
    let need = |name: &str, how, text: &str| Need { name: name.into(), how, text: text.into() };
    view! {
        <Card title="需要什么">
            <ul class="mb-needs">
                <NeedRow need=need("居民身份证", NeedHow::Shared, "公安人口库")/>
                <NeedRow need=need("证明用途", NeedHow::Asked, "")/>
                <NeedRow need=need("租赁合同", NeedHow::Upload, "JPG 或 PDF，不超过 5 MB")/>
                <NeedRow need=need("Something of a kind that this build does not know", NeedHow::Other, "")/>
            </ul>
        </Card>
    }
    .into_any()
}

fn draft(is_here: bool, name: &str) -> AnyView {
    let draft = DraftSummary {
        service: ServiceRef { id: "example".into(), name: name.into(), agency: "深圳市公安局".into(), icon: "id".into() },
        form_version: "3".into(),
        updated_at: "2026-11-23T14:02:08+08:00".into(),
        expires_at: Some("2026-11-30T14:02:08+08:00".into()),
    };
    view! { <Card><DraftRow draft is_here href="#form" on_delete=|()| ()/></Card> }.into_any()
}

fn application(status: Status, text: &str, rating: RatingState) -> AnyView {
    let application = ApplicationSummary {
        id: "SZ2026112300042".into(),
        service: ServiceRef { id: "no-criminal-record".into(), name: "无犯罪记录证明".into(), agency: "深圳市公安局".into(), icon: "id".into() },
        submitted_at: "2026-11-23T14:02:08+08:00".into(),
        status,
        text: text.into(),
        rating,
        acting: None,
    };
    view! { <Card><ApplicationRow application href="#application"/></Card> }.into_any()
}
