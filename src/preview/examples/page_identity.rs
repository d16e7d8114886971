//! Consent, and coming back from the identity provider.

use crate::backend::transport::TransportError;
use crate::preview::example::Example;
use crate::preview::scene::Scene;
use leptos::prelude::*;

const CONSENT: &str = "/services/no-criminal-record/consent";
const SERVICE: &str = "no-criminal-record";
const GO: &str = "[data-page='handoff'] [data-action='primary']";
const AGREE: &str = "[data-page='consent'] [data-action='primary']";

pub fn examples() -> Vec<Example> {
    [consent(), handoff()].concat()
}

fn consent() -> Vec<Example> {
    vec![
        Example::new("page/consent/fresh", || Scene::at(CONSENT).draw()),
        Example::new("page/consent/signed-in", || Scene::at("/services/no-criminal-record/consent?person=lin").draw()),
        Example::new("page/consent/one-refused", || Scene::at(CONSENT).click("[data-consent='household'] input[role='switch']").draw()),
        Example::new("page/consent/face", || Scene::at(CONSENT).click("input[type='radio'][value='face']").draw()),
        Example::new("page/consent/sms", || Scene::at(CONSENT).click("input[type='radio'][value='sms']").draw()),
        Example::new("page/consent/account", || Scene::at(CONSENT).click("input[type='radio'][value='account']").draw()),
        Example::new("page/consent/window", || Scene::at(CONSENT).click("input[type='radio'][value='window']").draw()),
        Example::new("page/consent/nothing-chosen", || Scene::at(CONSENT).click(AGREE).draw()),
        Example::new("page/consent/face-not-agreed", || Scene::at(CONSENT).click("input[type='radio'][value='face']").click(AGREE).draw()),
        Example::new("page/consent/verified", || {
            Scene::after(|desk| {
                desk.verify("lin", "car-quota-extension", &[]);
                CONSENT.to_owned()
            })
            .draw()
        }),
        Example::new("page/consent/unreachable", || {
            Scene::at(CONSENT)
                .wire(|call| (call.path == "/identity-sessions").then_some(Err(TransportError::Unreachable)))
                .click("input[type='radio'][value='sms']")
                .click(AGREE)
                .draw()
        }),
        Example::new("page/consent/failed", || Scene::at("/services/no-criminal-record/consent?fault=server-error").draw()),
    ]
}

fn handoff() -> Vec<Example> {
    vec![
        Example::new("page/handoff/waiting", || {
            Scene::after(|desk| {
                desk.hand_off(SERVICE, "face", &[]);
                "/handoff".to_owned()
            })
            .draw()
        }),
        Example::new("page/handoff/checking", || {
            Scene::after(|desk| {
                desk.hand_off(SERVICE, "face", &[]);
                "/handoff?fault=slow@GET%20/identity-sessions".to_owned()
            })
            .draw()
        }),
        Example::new("page/handoff/phone", || by_sms().draw()),
        Example::new("page/handoff/phone-wrong", || by_sms().fill("[data-field='/phone'] input", "1381234").click(GO).draw()),
        Example::new("page/handoff/code", || by_sms_sent().draw()),
        Example::new("page/handoff/code-wrong", || by_sms_sent().fill("[data-field='/code'] input", "000000").click(GO).draw()),
        Example::new("page/handoff/code-unreachable", || {
            by_sms_sent()
                .wire(|call| call.path.ends_with("/confirm").then_some(Err(TransportError::Unreachable)))
                .fill("[data-field='/code'] input", "000000")
                .click(GO)
                .draw()
        }),
        Example::new("page/handoff/cancelled", || back("lin", "face", "cancelled")),
        Example::new("page/handoff/expired", || back("lin", "face", "timeout")),
        Example::new("page/handoff/interrupted", || back("lin", "face", "3003")),
        Example::new("page/handoff/no-camera", || back("lin", "face", "3004")),
        Example::new("page/handoff/no-recording", || back("lin", "face", "3001")),
        Example::new("page/handoff/mismatch", || back("lin", "face", "2006")),
        Example::new("page/handoff/not-live", || back("lin", "face", "1002")),
        Example::new("page/handoff/not-same-person", || back("lin", "face", "2016")),
        Example::new("page/handoff/too-many-tries", || back("lin", "face", "16")),
        Example::new("page/handoff/source-down", || back("lin", "face", "failed:source_down")),
        Example::new("page/handoff/no-photo", || back("mueller", "face", "failed:no_photo")),
        Example::new("page/handoff/guardian-needed", || back("xiaoyu", "face", "success")),
        Example::new("page/handoff/other-reason", || back("lin", "face", "9999")),
        Example::new("page/handoff/forged", || {
            Scene::after(|desk| {
                let ticket = desk.hand_off(SERVICE, "face", &[]);
                format!("/handoff?session={}&state=not-the-state-we-sent&code=0", ticket.session)
            })
            .draw()
        }),
        Example::new("page/handoff/forged-code", || {
            Scene::after(|desk| {
                let ticket = desk.hand_off(SERVICE, "face", &[]);
                let returned = desk.report(&ticket, "lin", "success");
                returned.split_once("code=").map(|(before, _)| format!("{before}code=0")).unwrap_or_default()
            })
            .draw()
        }),
        Example::new("page/handoff/replayed", || {
            Scene::after(|desk| {
                let ticket = desk.hand_off(SERVICE, "face", &[]);
                let returned = desk.report(&ticket, "lin", "success");
                desk.confirm(&ticket, &returned);
                returned
            })
            .draw()
        }),
        Example::new("page/handoff/account-cancelled", || {
            Scene::after(|desk| {
                desk.hand_off(SERVICE, "account", &[]);
                desk.back_from_account("error=access_denied")
            })
            .draw()
        }),
        Example::new("page/handoff/account-unknown", || {
            Scene::after(|desk| {
                desk.hand_off(SERVICE, "account", &[]);
                desk.back_from_account("code=account-of-nobody")
            })
            .draw()
        }),
        Example::new("page/handoff/nothing", || Scene::at("/handoff").draw()),
        Example::new("page/handoff/unreachable", || {
            Scene::after(|desk| {
                let ticket = desk.hand_off(SERVICE, "face", &[]);
                desk.report(&ticket, "lin", "success")
            })
            .wire(|call| call.path.ends_with("/confirm").then_some(Err(TransportError::Unreachable)))
            .draw()
        }),
    ]
}

/// A check by SMS before a number was given.
fn by_sms() -> Scene {
    Scene::after(|desk| {
        desk.sign_in("lin");
        desk.hand_off(SERVICE, "sms", &[]);
        "/handoff".to_owned()
    })
}

/// The same, with the code on its way.
fn by_sms_sent() -> Scene {
    Scene::after(|desk| {
        desk.sign_in("lin");
        let ticket = desk.hand_off(SERVICE, "sms", &[]);
        desk.ask_for_code(&ticket);
        "/handoff".to_owned()
    })
}

/// Back from the provider, which reported how it ended.
fn back(person: &'static str, method: &'static str, outcome: &'static str) -> AnyView {
    Scene::after(|desk| {
        let ticket = desk.hand_off(SERVICE, method, &[]);
        desk.report(&ticket, person, outcome)
    })
    .draw()
}
