//! Consent: each source on its own, the face apart, and nothing sent that was not agreed to.

use crate::stand::Stand;
use miaoban::backend::transport::Method;
use miaoban::platform::stage;
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

const CONSENT: &str = "/services/no-criminal-record/consent";
const AGREE: &str = "[data-page='consent'] [data-action='primary']";
const HOUSEHOLD: &str = "[data-consent='household'] input[role='switch']";

fn given(desk: &Desk) -> Value {
    let sent = desk.calls().into_iter().find(|c| c.method == Method::Post && c.path == "/consents").expect("a consent was given");
    serde_json::from_slice(&sent.body).expect("JSON")
}

/// Guards against a refused source that is read all the same, and one that stays refused after a second thought.
#[wasm_bindgen_test]
async fn what_was_switched_off_is_refused_and_what_was_switched_on_again_is_granted() {
    let (stand, desk) = Stand::page(|| Scene::at(CONSENT)).await;
    stand.press(HOUSEHOLD).await;
    stand.press("[data-consent='contact'] input[role='switch']").await;
    stand.press("[data-consent='contact'] input[role='switch']").await;
    stand.press("input[type='radio'][value='sms']").await;
    stand.press(AGREE).await;
    stand.settled().await;
    let given = given(&desk);
    assert_eq!(given["refused"], serde_json::json!(["household"]));
    assert!(given["granted"].as_array().is_some_and(|g| g.contains(&"contact".into())));
    assert_eq!(given["face"], false);
    stand.until("[data-page='handoff'] [data-field='/phone']").await;
}

/// Guards against a face that is used because somebody pressed the button once too quickly.
#[wasm_bindgen_test]
async fn a_face_is_not_used_without_its_own_consent() {
    let (stand, desk) = Stand::page(|| Scene::at(CONSENT)).await;
    stand.press("input[type='radio'][value='face']").await;
    stand.press(AGREE).await;
    stand.settled().await;
    assert_eq!(desk.count(Method::Post, "/consents"), 0);
    assert!(stand.has("main [aria-invalid='true']"), "the box says what is missing");
    stand.press(".mb-separate input[type='checkbox']").await;
    stand.press(AGREE).await;
    stand.press("[data-page='camera'] [data-action='go-on']").await;
    assert_eq!(given(&desk)["face"], true);
    assert!(stage::left_for().is_some_and(|url| url.contains("/demo/provider/")), "the app has left for the provider");
}

/// Guards against a consent that is sent although no way of proving who one is was chosen.
#[wasm_bindgen_test]
async fn nothing_is_sent_before_a_way_is_chosen() {
    let (stand, desk) = Stand::page(|| Scene::at(CONSENT)).await;
    stand.press(AGREE).await;
    stand.press(AGREE).await;
    stand.settled().await;
    assert_eq!(desk.count(Method::Post, "/consents"), 0);
}

/// Guards against two identity sessions, of which the second makes the first one's return look forged.
#[wasm_bindgen_test]
async fn a_double_tap_gives_one_consent_and_opens_one_session() {
    let (stand, desk) = Stand::page(|| Scene::at(CONSENT)).await;
    desk.hold(|call| call.path == "/consents");
    stand.press("input[type='radio'][value='sms']").await;
    stand.press(AGREE).await;
    stand.press(AGREE).await;
    desk.release();
    stand.settled().await;
    stand.settled().await;
    assert_eq!((desk.count(Method::Post, "/consents"), desk.count(Method::Post, "/identity-sessions")), (1, 1));
}
