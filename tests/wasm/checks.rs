//! Answers that the backend checks while a form is being filled.

use crate::stand::Stand;
use miaoban::backend::transport::{Call, Method, Reply, TransportError};
use miaoban::platform::clock;
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "company-setup";
const NAME: &str = "[data-field='/company_name'] input";
const TAKEN: &str = "\u{6df1}\u{5733}\u{5e02}\u{4e91}\u{6749}\u{79d1}\u{6280}\u{6709}\u{9650}\u{516c}\u{53f8}";
const FREE: &str = "\u{6df1}\u{5733}\u{5e02}\u{65b0}\u{4e91}\u{6749}\u{79d1}\u{6280}\u{6709}\u{9650}\u{516c}\u{53f8}";
const CHECK: &str = "/services/company-setup/checks/company-name-available";

fn is_check(call: &Call) -> bool {
    call.path.contains("/checks/")
}

async fn form() -> (Stand, Rc<Desk>) {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("gao", SERVICE, &[]);
            "/services/company-setup/form".to_owned()
        })
    })
    .await;
    // What is waited for is then the submission's own check.
    stand.press("[data-action='pages']").await;
    (stand, desk)
}

fn state(stand: &Stand) -> String {
    stand.find("[data-field='/company_name']").get_attribute("data-state").unwrap_or_default()
}

async fn name(stand: &Stand, text: &str) {
    stand.enter(NAME, text).await;
    stand.leave(NAME).await;
}

/// Guards against an answer to an earlier name that is shown at a later one.
#[wasm_bindgen_test]
async fn what_is_said_of_an_earlier_answer_never_stands_at_a_later_one() {
    let (stand, desk) = form().await;
    desk.hold(is_check);
    name(&stand, TAKEN).await;
    assert_eq!(state(&stand), "checking");
    stand.enter(NAME, FREE).await;
    stand.settled().await;
    assert_eq!(state(&stand), "typed", "another answer, and still being checked");
    desk.release();
    clock::sleep(200).await;
    assert_eq!(state(&stand), "typed", "refused, and it was another name");
    name(&stand, FREE).await;
    stand.until("[data-check='passed']").await;
    // What was said before is still known: nobody is asked again.
    let asked = desk.count(Method::Post, CHECK);
    name(&stand, TAKEN).await;
    stand.until("[data-field='/company_name'][data-state='problem']").await;
    assert_eq!(desk.count(Method::Post, CHECK), asked);
}

/// Guards against asking about answers that the form itself refuses, and for every key.
#[wasm_bindgen_test]
async fn only_an_answer_that_keeps_the_rules_is_asked_about_once() {
    let (stand, desk) = form().await;
    name(&stand, "x").await;
    assert_eq!(state(&stand), "problem");
    name(&stand, "").await;
    assert_eq!(desk.count(Method::Post, CHECK), 0);
    name(&stand, FREE).await;
    name(&stand, FREE).await;
    assert_eq!(desk.count(Method::Post, CHECK), 1);
}

/// Guards against a refusal that does not keep one from submitting, and a suggestion that leads nowhere.
#[wasm_bindgen_test]
async fn a_refusal_is_in_the_summary_and_a_suggestion_mends_it() {
    let (stand, _) = form().await;
    name(&stand, TAKEN).await;
    stand.until("[data-action='use']").await;
    stand.press("[data-action='primary']").await;
    stand.until("#error-summary").await;
    stand.settled().await;
    let links = stand.find(".mb-errors").inner_text();
    assert!(links.contains("\u{6362}\u{4e00}\u{4e2a}"), "{links}");
    stand.press("[data-action='use']").await;
    stand.until("[data-check='passed']").await;
    assert_eq!(state(&stand), "typed");
}

fn down(call: &Call) -> Option<Result<Reply, TransportError>> {
    is_check(call).then_some(Err(TransportError::Unreachable))
}

/// Guards against a network that keeps somebody from going on, and against a check that cannot be tried again.
#[wasm_bindgen_test]
async fn a_check_that_cannot_be_made_blocks_nobody_and_may_be_tried_again() {
    let (stand, desk) = form().await;
    desk.break_wire(Some(down));
    name(&stand, TAKEN).await;
    stand.until("[data-check='unknown']").await;
    stand.press("[data-action='primary']").await;
    stand.until("#error-summary").await;
    assert_eq!(state(&stand), "typed", "held against the person");
    desk.break_wire(None);
    stand.press("[data-action='check-again']").await;
    stand.until("[data-field='/company_name'][data-state='problem']").await;
}

/// Guards against going on past a check that is under way, and against waiting for it for ever.
#[wasm_bindgen_test]
async fn going_on_waits_for_a_check_but_not_for_ever() {
    let (stand, desk) = form().await;
    desk.hold(is_check);
    name(&stand, TAKEN).await;
    stand.press("[data-action='primary']").await;
    clock::sleep(400).await;
    assert!(!stand.has("#error-summary"), "gone on, and the answer was not there");
    assert_eq!(stand.find("[data-action='primary']").get_attribute("aria-busy").as_deref(), Some("true"));
    desk.release();
    stand.until("[data-field='/company_name'][data-state='problem']").await;
    stand.until("#error-summary").await;
    desk.hold(is_check);
    name(&stand, FREE).await;
    stand.press("[data-action='primary']").await;
    let is_waiting = || stand.find("[data-action='primary']").get_attribute("aria-busy").as_deref() == Some("true");
    for _ in 0..60 {
        if !is_waiting() {
            break;
        }
        clock::sleep(200).await;
    }
    assert!(!is_waiting(), "waits for ever");
    desk.release();
}
