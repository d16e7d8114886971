//! One more check before a submission, and the password of the account.

use crate::backend::transport::{Method, TransportError};
use crate::platform::passkey::PasskeyFault;
use crate::preview::desk::Desk;
use crate::preview::device;
use crate::preview::example::Example;
use crate::preview::scene::Scene;
use leptos::prelude::*;
use serde_json::json;

/// Its data says that submitting needs the surest level.
const SERVICE: &str = "senior-allowance";
const REVIEW: &str = "/services/senior-allowance/review";
const SUBMIT: &str = "[data-page='review'] [data-action='primary']";
const GO: &str = "[data-action='step-up']";
const CONFIRM: &str = "[data-page='handoff'] [data-action='primary']";

pub fn examples() -> Vec<Example> {
    [password(), step_up(), full()].concat()
}

fn password() -> Vec<Example> {
    vec![
        Example::new("page/handoff/password", || by_password().draw()),
        Example::new("page/handoff/password-missing", || by_password().fill("#account", "lin").click(CONFIRM).draw()),
        Example::new("page/handoff/password-wrong", || tried().draw()),
        Example::new("page/handoff/password-shown", || by_password().fill("#password", "not-a-secret").click("[data-action='show']").draw()),
        Example::new("page/handoff/password-unreachable", || {
            tried().wire(|call| call.path.ends_with("/confirm").then_some(Err(TransportError::Unreachable))).draw()
        }),
        Example::new("page/handoff/step-up-other-person", || back("tang", "success")),
        Example::new("page/handoff/step-up-cancelled", || back("he", "cancelled")),
    ]
}

fn step_up() -> Vec<Example> {
    vec![
        Example::new("page/review/step-up-ahead", || to_review(|_| {}).draw()),
        Example::new("page/review/step-up", || to_review(|_| {}).click(SUBMIT).draw()),
        Example::new("page/review/step-up-nothing-chosen", || to_review(|_| {}).click(SUBMIT).click(GO).draw()),
        Example::new("page/review/step-up-face", || to_review(|_| {}).click(SUBMIT).click("dialog input[value='face']").click(GO).draw()),
        Example::new("page/review/step-up-window", || to_review(|_| {}).click(SUBMIT).click("dialog input[value='window']").draw()),
        Example::new("page/review/step-up-declined", || to_review(|_| {}).click(SUBMIT).click("[data-action='step-up-not']").draw()),
        Example::new("page/review/step-up-device", || to_review(with_device).click(SUBMIT).draw()),
        Example::new("page/review/step-up-device-not-done", || {
            to_review(with_device).behind(|_| device::unwilling(PasskeyFault::NotDone)).click(SUBMIT).click("[data-action='step-up-device']").draw()
        }),
        Example::new("page/review/step-up-passed", || back("he", "success")),
    ]
}

/// What is masked in a document, shown in full.
fn full() -> Vec<Example> {
    vec![
        Example::new("page/decision/masked", || decided("verified").click("[data-action='document']").draw()),
        Example::new("page/decision/masked-step-up", || decided("verified").click("[data-action='document']").click("[data-action='reveal']").draw()),
        Example::new("page/decision/masked-shown", || decided("strong").click("[data-action='document']").click("[data-action='reveal']").draw()),
        Example::new("page/decision/masked-failed", || {
            decided("strong")
                .wire(|call| call.path.ends_with("/document").then_some(Err(TransportError::Unreachable)))
                .click("[data-action='document']")
                .click("[data-action='reveal']")
                .draw()
        }),
    ]
}

/// An approved application of somebody who is known so surely.
fn decided(level: &'static str) -> Scene {
    Scene::after(move |desk| {
        desk.ask(Method::Post, "/demo/session", &json!({"person": "lin", "level": level}));
        "/applications/demo-lin-approved".to_owned()
    })
}

/// A check by password, by somebody who is known by the account.
fn by_password() -> Scene {
    Scene::after(|desk| {
        desk.sign_in("lin");
        desk.hand_off("no-criminal-record", "password", &[]);
        "/handoff".to_owned()
    })
}

fn tried() -> Scene {
    by_password().fill("#account", "lin").fill("#password", "guess").click(CONFIRM)
}

/// A pensioner, known by a code, with everything answered; after what `prepare` did.
fn to_review(prepare: fn(&Desk)) -> Scene {
    Scene::after(move |desk| {
        prepare(desk);
        answered(desk);
        REVIEW.to_owned()
    })
}

fn answered(desk: &Desk) {
    desk.verify("he", SERVICE, &[]);
    desk.draft(SERVICE, &json!({"/helped": false, "/certification": "face", "/declaration": true}), None);
}

/// A device that was set up when its owner was known as surely as can be.
fn with_device(desk: &Desk) {
    desk.sign_in_surely("he");
    device::enrolled(desk);
    desk.sign_out();
}

/// Back from the provider of a step-up, which was passed by this person or ended otherwise.
fn back(person: &'static str, outcome: &'static str) -> AnyView {
    Scene::after(|desk| {
        answered(desk);
        let ticket = desk.step_up(SERVICE, REVIEW);
        desk.report(&ticket, person, outcome)
    })
    .draw()
}
