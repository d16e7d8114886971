//! What was agreed to and what was read: the page and its cards.

use crate::backend::transport::TransportError;
use crate::model::acting::{Acting, Relation};
use crate::model::application::ServiceRef;
use crate::model::record::{ConsentRecord, ConsentState, Reading, ReadingWhy};
use crate::preview::example::Example;
use crate::preview::scene::Scene;
use crate::ui::ConsentRecordCard;
use leptos::prelude::*;

const SERVICE: &str = "no-criminal-record";
const ASK: &str = "[data-record] [data-action='withdraw']";
const CONFIRM: &str = "[data-action='withdraw-confirm']";

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("page/records/list", || read().draw()),
        Example::new("page/records/withdraw", || read().click(ASK).draw()),
        Example::new("page/records/withdrawn", || read().click(ASK).click(CONFIRM).draw()),
        Example::new("page/records/withdraw-failed", || {
            read().wire(|call| call.path.starts_with("/consents/").then_some(Err(TransportError::Unreachable))).click(ASK).click(CONFIRM).draw()
        }),
        Example::new("page/records/empty", || Scene::at("/records?person=zhao").draw()),
        Example::new("page/records/signed-out", || Scene::at("/records").draw()),
        Example::new("page/records/failed", || {
            Scene::after(|desk| {
                desk.verify("lin", SERVICE, &[]);
                "/records?fault=server-error@GET%20/records".to_owned()
            })
            .draw()
        }),
    ]
}

/// The cards alone.
pub fn cards() -> Vec<Example> {
    vec![
        Example::new("ui/consent-record/active", || card(ConsentState::Active, true, None)),
        Example::new("ui/consent-record/withdrawn", || card(ConsentState::Withdrawn, true, None)),
        Example::new("ui/consent-record/never-read", || card(ConsentState::Expired, false, None)),
        Example::new("ui/consent-record/acting", || {
            let acting = Acting { applicant: "罗**".to_owned(), agent: "罗**".to_owned(), relation: Relation::Parent };
            card(ConsentState::Active, true, Some(acting))
        }),
    ]
}

fn read() -> Scene {
    Scene::after(|desk| {
        desk.verify("lin", "car-quota-extension", &[]);
        desk.wait(26 * 3_600_000);
        let consent = desk.verify("lin", SERVICE, &["household"]);
        for source in ["identity", "contact"] {
            desk.wait(1_500);
            desk.ask(crate::backend::transport::Method::Get, &format!("/services/{SERVICE}/prefill/{source}?consent_id={consent}"), &serde_json::Value::Null);
        }
        "/records".to_owned()
    })
}

fn card(state: ConsentState, is_read: bool, acting: Option<Acting>) -> AnyView {
    let text = str::to_owned;
    let look = |source: &str, why, fields: &[&str]| Reading {
        source: text(source),
        at: text("2026-11-23T10:02:00+08:00"),
        why,
        fields: fields.iter().map(|f| text(f)).collect(),
    };
    let readings = vec![look("居民身份证", ReadingWhy::Check, &[]), look("居民身份证", ReadingWhy::Fill, &["姓名", "性别", "证件号码"])];
    let record = ConsentRecord {
        id: text("c-1"),
        service: ServiceRef { id: text(SERVICE), name: text("无犯罪记录证明"), agency: text("深圳市公安局"), icon: text("badge") },
        given_at: text("2026-11-23T10:00:00+08:00"),
        state,
        until: Some(text("2026-11-24T10:00:00+08:00")),
        purpose: text("办理无犯罪记录证明"),
        method: text("刷脸"),
        face: state == ConsentState::Active,
        granted: vec![text("居民身份证"), text("联系方式")],
        refused: vec![text("居民户口簿")],
        readings: if is_read { readings } else { Vec::new() },
        acting,
    };
    view! { <ConsentRecordCard record on_withdraw=Callback::new(|()| {}) /> }.into_any()
}
