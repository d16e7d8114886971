//! Acting for somebody else (代办), on the pages: the choice, the bar, and stopping.

use crate::stand::Stand;
use miaoban::backend::transport::Method;
use miaoban::platform::clock;
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "senior-allowance";
const CONSENT: &str = "/services/senior-allowance/consent";
const FORM: &str = "/services/senior-allowance/form";
const AGREE: &str = "[data-page='consent'] [data-action='primary']";
const FATHER: &str = "[data-page='consent'] .mb-option:nth-child(2) input[type='radio']";
const BAR: &str = "[data-acting]";
const STOP: &str = "[data-action='stop-acting']";

fn sent(desk: &Desk, method: Method, path: &str) -> Value {
    let call = desk.calls().into_iter().rfind(|c| c.method == method && c.path == path).unwrap_or_else(|| panic!("nothing sent to {path}"));
    serde_json::from_slice(&call.body).expect("JSON")
}

fn daughter(path: &'static str) -> Scene {
    Scene::after(move |desk| {
        desk.verify("luoyi", SERVICE, &[]);
        path.to_owned()
    })
}

/// Guards against an identity check for somebody else's matter that reads the agent's own registers, and a return to a form of one's own.
#[wasm_bindgen_test]
async fn whoever_is_not_known_agrees_to_the_check_alone() {
    let (stand, desk) = Stand::page(|| Scene::at(CONSENT)).await;
    assert!(stand.has("[data-consent]"));
    stand.press("input[type='radio'][value='other']").await;
    stand.settled().await;
    assert!(!stand.has("[data-consent]"), "nothing of one's own is asked for");
    stand.press("input[type='radio'][value='sms']").await;
    stand.press(AGREE).await;
    stand.until("[data-page='handoff']").await;
    let given = sent(&desk, Method::Post, "/consents");
    assert_eq!((&given["granted"], &given["for_other"]), (&json!([]), &json!(true)));
    let pending = miaoban::state::handoff::PendingHandoff::kept().expect("a check under way");
    assert!(pending.for_other);
}

/// Guards against a question about others where nobody may act for any, and one that the service does not allow.
#[wasm_bindgen_test]
async fn nobody_is_asked_who_has_nobody_to_act_for() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("tang", SERVICE, &[]);
            CONSENT.to_owned()
        })
    })
    .await;
    stand.until("[data-consent]").await;
    stand.settled().await;
    assert!(!stand.has("[data-page='consent'] input[type='radio']"));
    drop(stand);
    assert_eq!(desk.count(Method::Get, "/represented"), 1);
    let (stand, desk) = Stand::page(|| Scene::at("/services/no-criminal-record/consent")).await;
    assert!(!stand.has("input[type='radio'][value='other']"));
    assert_eq!(desk.count(Method::Get, "/represented"), 0);
}

/// Guards against a consent that is about somebody else than the page says, and a bar that is not there.
#[wasm_bindgen_test]
async fn the_chosen_one_is_named_above_and_in_what_is_agreed_to() {
    let (stand, desk) = Stand::page(|| daughter(CONSENT)).await;
    assert!(!stand.has(BAR), "for oneself, until something else is chosen");
    stand.press(FATHER).await;
    stand.until(BAR).await;
    assert!(stand.text().contains("您正在为 罗** 办理"), "{}", stand.text());
    stand.settled().await;
    stand.press(AGREE).await;
    stand.until("[data-page='form']").await;
    assert!(stand.has(BAR));
    let acting = sent(&desk, Method::Put, "/session/acting");
    assert_eq!(sent(&desk, Method::Post, "/consents")["acting_for"], acting["id"]);
}

/// Guards against typing that is lost on stopping, or that is kept as one's own.
#[wasm_bindgen_test]
async fn stopping_saves_what_was_typed_for_whom_it_was_typed() {
    let (stand, desk) = Stand::page(|| Scene::at("/services/senior-allowance/form?person=luoyi&acting=luo")).await;
    stand.press("[data-field='/helped'] input[type='radio']").await;
    stand.enter("[data-field='/relative_name'] input", "罗静仪").await;
    // Before typing has rested for as long as saving waits.
    stand.press(STOP).await;
    stand.until("[data-page='service']").await;
    assert!(!stand.has(BAR));
    let saved = sent(&desk, Method::Put, "/drafts/senior-allowance");
    assert_eq!(saved["values"]["/relative_name"], "罗静仪");
    assert!(saved["acting_for"].is_string(), "kept as the daughter's own: {saved}");
    clock::sleep(900).await;
    assert_eq!(desk.count(Method::Put, "/drafts/senior-allowance"), 1, "nothing is saved after it");
    drop(stand);
    let (stand, _) = Stand::page(move || Scene::reload(desk, CONSENT)).await;
    stand.press(AGREE).await;
    stand.until("[data-page='form'] [data-field='/helped']").await;
    assert!(!stand.has("[data-field='/relative_name']"), "her own form is empty");
}

/// Guards against a bar that goes although the backend still acts for somebody.
#[wasm_bindgen_test]
async fn a_stop_that_did_not_come_through_says_so() {
    let (stand, _) = Stand::page(|| {
        Scene::at("/drafts?person=luoyi&acting=luo").wire(|call| {
            (call.method == Method::Delete && call.path == "/session/acting").then_some(Err(miaoban::backend::transport::TransportError::Unreachable))
        })
    })
    .await;
    stand.press(STOP).await;
    for _ in 0..200 {
        if stand.text().contains("还没有结束代办") {
            break;
        }
        clock::sleep(20).await;
    }
    assert!(stand.text().contains("还没有结束代办"), "{}", stand.text());
    assert!(stand.has(STOP));
}

/// Guards against a form that opens for the person themselves while the session acts for somebody else.
#[wasm_bindgen_test]
async fn a_reload_goes_on_for_the_same_person() {
    let (stand, desk) = Stand::page(|| Scene::at("/services/senior-allowance/form?person=luoyi&acting=luo")).await;
    stand.until("[data-field='/name'][data-state='locked']").await;
    drop(stand);
    let (stand, _) = Stand::page(move || Scene::reload(desk, FORM)).await;
    stand.until("[data-field='/name'][data-state='locked']").await;
    assert!(stand.has(BAR));
}
