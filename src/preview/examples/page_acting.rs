//! Acting for somebody else (代办): the choice, and the bar on the pages that follow.

use crate::backend::transport::{Method, TransportError};
use crate::preview::example::Example;
use crate::preview::scene::Scene;
use serde_json::{json, Value};

const SERVICE: &str = "senior-allowance";
const CONSENT: &str = "/services/senior-allowance/consent";
const FATHER: &str = "[data-page='consent'] .mb-option:nth-child(2) input[type='radio']";

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("page/consent/for-other", || Scene::at(CONSENT).click("input[type='radio'][value='other']").draw()),
        Example::new("page/consent/whom", || daughter(CONSENT).draw()),
        Example::new("page/consent/acting", || daughter(CONSENT).click(FATHER).draw()),
        Example::new("page/consent/acting-failed", || {
            daughter(CONSENT).wire(|call| (call.path == "/session/acting").then_some(Err(TransportError::Unreachable))).click(FATHER).draw()
        }),
        Example::new("page/consent/not-for-others", || {
            Scene::after(|desk| {
                act(desk);
                "/services/no-criminal-record/consent".to_owned()
            })
            .draw()
        }),
        Example::new("page/service/not-for-others", || {
            Scene::after(|desk| {
                act(desk);
                "/services/no-criminal-record".to_owned()
            })
            .draw()
        }),
        Example::new("page/form/acting", || Scene::at("/services/senior-allowance/form?person=luoyi&acting=luo").draw()),
        Example::new("page/drafts/acting-stop-failed", || {
            Scene::at("/drafts?person=luoyi&acting=luo")
                .wire(|call| (call.path == "/session/acting").then_some(Err(TransportError::Unreachable)))
                .click("[data-action='stop-acting']")
                .draw()
        }),
        Example::new("page/decision/acting", || {
            Scene::after(|desk| {
                let id = apply(desk);
                desk.wait(60_000);
                format!("/applications/{id}")
            })
            .draw()
        }),
        Example::new("page/applications/acting", || {
            Scene::after(|desk| {
                apply(desk);
                desk.wait(60_000);
                "/applications".to_owned()
            })
            .draw()
        }),
    ]
}

/// The daughter, verified, for herself.
fn daughter(path: &'static str) -> Scene {
    Scene::after(move |desk| {
        desk.verify("luoyi", SERVICE, &[]);
        path.to_owned()
    })
}

/// The daughter acts for her father.
fn act(desk: &crate::preview::desk::Desk) -> Value {
    let body = json!({"person": "luoyi", "level": "strong", "acting_for": "luo", "consent_for": SERVICE});
    desk.ask(Method::Post, "/demo/session", &body)["acting_for"]["id"].clone()
}

/// She applies for him; the application's id.
fn apply(desk: &crate::preview::desk::Desk) -> String {
    let acting = act(desk);
    let consents = desk.ask(Method::Get, &format!("/consents?service_id={SERVICE}"), &Value::Null);
    let consent = consents["items"][0]["id"].as_str().unwrap_or_default().to_owned();
    let typed = json!({"/helped": false, "/certification": "face", "/declaration": true});
    let Some(mut body) = desk.submission(SERVICE, &consent, &typed) else { return String::new() };
    body["acting_for"] = acting;
    desk.ask(Method::Post, "/applications", &body)["id"].as_str().unwrap_or_default().to_owned()
}
