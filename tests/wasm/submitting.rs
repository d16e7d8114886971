//! Submitting: once, whatever fingers and networks do.

use crate::stand::Stand;
use miaoban::backend::transport::{header, Call, Method, TransportError};
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const REVIEW: &str = "/services/no-criminal-record/review";
const SUBMIT: &str = "[data-page='review'] [data-action='primary']";

fn ready(address: &'static str) -> Scene {
    Scene::after(move |desk| {
        desk.verify("lin", SERVICE, &[]);
        desk.draft(SERVICE, &json!({"/purpose": "study", "/delivery": "pickup", "/pickup_window": "futian"}), None);
        address.to_owned()
    })
}

fn is_submission(call: &Call) -> bool {
    call.method == Method::Post && call.path == "/applications"
}

fn keys(desk: &Desk) -> Vec<String> {
    desk.calls().iter().filter(|c| is_submission(c)).map(|c| header(&c.headers, "Idempotency-Key").unwrap_or_default().to_owned()).collect()
}

/// How many applications there are beside those that the demo data brings.
fn applications(desk: &Desk) -> usize {
    let all = desk.ask(Method::Get, "/applications", &Value::Null);
    all["items"].as_array().into_iter().flatten().filter(|a| a["id"].as_str().is_some_and(|id| !id.starts_with("demo-"))).count()
}

/// Guards against two applications by a double tap.
#[wasm_bindgen_test]
async fn a_double_tap_submits_once() {
    let (stand, desk) = Stand::page(|| ready(REVIEW)).await;
    desk.hold(is_submission);
    stand.press(SUBMIT).await;
    stand.press(SUBMIT).await;
    stand.settled().await;
    stand.press(SUBMIT).await;
    desk.release();
    stand.until("[data-page='decision']").await;
    assert_eq!(keys(&desk).len(), 1);
    assert_eq!(applications(&desk), 1);
}

/// Guards against a second application after the answer to the first got lost.
#[wasm_bindgen_test]
async fn a_lost_answer_is_asked_for_again_with_the_same_key() {
    let (stand, desk) = Stand::page(|| ready("/services/no-criminal-record/review?fault=lost-response")).await;
    stand.press(SUBMIT).await;
    stand.until("[data-page='decision']").await;
    let keys = keys(&desk);
    assert_eq!(keys.len(), 2);
    assert_eq!(keys.first(), keys.last());
    assert!(keys.iter().all(|k| k.len() >= 16), "a key that can be guessed: {keys:?}");
    assert_eq!(applications(&desk), 1);
}

/// Guards against a new key after a reload, which would submit twice if the first had arrived.
#[wasm_bindgen_test]
async fn a_reload_after_a_lost_submission_keeps_its_key() {
    let (stand, desk) = Stand::page(|| ready(REVIEW)).await;
    desk.break_wire(Some(|call| is_submission(call).then_some(Err(TransportError::Unreachable))));
    stand.press(SUBMIT).await;
    stand.until("[data-page='review'] .mb-notice").await;
    stand.settled().await;
    drop(stand);
    desk.break_wire(None);
    let again = desk.clone();
    let (stand, _) = Stand::page(move || Scene::reload(again, REVIEW)).await;
    stand.press(SUBMIT).await;
    stand.until("[data-page='decision']").await;
    let mut keys = keys(&desk);
    assert!(keys.len() >= 2);
    keys.dedup();
    assert_eq!(keys.len(), 1, "every try has the same key");
    assert_eq!(applications(&desk), 1);
}

/// Guards against an answer that is missing on the review and is sent all the same.
#[wasm_bindgen_test]
async fn an_incomplete_review_leads_back_to_the_form() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            desk.draft(SERVICE, &json!({"/purpose": "study"}), None);
            REVIEW.to_owned()
        })
    })
    .await;
    stand.press(SUBMIT).await;
    stand.until("[data-page='form'] [data-state='problem']").await;
    assert_eq!(keys(&desk).len(), 0);
}

/// Guards against a decision that is polled for ever, or not at all.
#[wasm_bindgen_test]
async fn the_rules_tick_off_as_the_backend_reports_them_and_polling_ends() {
    let (stand, desk) = Stand::page(|| ready(REVIEW)).await;
    stand.press(SUBMIT).await;
    stand.until("[data-page='decision'] [data-status='pending'], [data-page='decision'] .mb-rules").await;
    desk.wait(60_000);
    stand.until("[data-page='decision'] [data-action='document']").await;
    let asked = desk.calls().len();
    miaoban::platform::clock::sleep(1_200).await;
    assert_eq!(desk.calls().len(), asked, "polled although it is decided");
}
