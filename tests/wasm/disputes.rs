//! What a person says is wrong in a source.

use crate::stand::Stand;
use miaoban::backend::transport::Method;
use miaoban::platform::clock;
use miaoban::preview::scene::Scene;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const FORM: &str = "/services/no-criminal-record/form";

/// Guards against a note that a reload loses or that is not sent along, and against one that cannot be taken back.
#[wasm_bindgen_test]
async fn what_is_noted_of_a_locked_value_survives_a_reload_and_is_sent_along() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            desk.draft(SERVICE, &json!({"/purpose": "study", "/delivery": "pickup", "/pickup_window": "futian"}), None);
            FORM.to_owned()
        })
    })
    .await;
    stand.press("[data-source-card='identity'] [data-action='dispute']").await;
    stand.press("[data-dispute='/name'] [data-action='note']").await;
    stand.enter("[data-dispute='/name'] textarea", "not my name").await;
    stand.press("[data-dispute='/id_number'] [data-action='note']").await;
    stand.press("[data-dispute='/id_number'] [data-action='note-undo']").await;
    clock::sleep(900).await;
    drop(stand);
    let again = desk.clone();
    let (stand, _) = Stand::page(move || Scene::reload(again, "/services/no-criminal-record/review")).await;
    assert!(stand.find("[data-field='/name']").inner_text().contains("not my name"), "{}", stand.text());
    stand.press("[data-action='primary']").await;
    stand.until("main[data-page='decision']").await;
    let sent = desk.calls().into_iter().find(|c| c.method == Method::Post && c.path == "/applications").expect("a submission");
    let sent: Value = serde_json::from_slice(&sent.body).expect("JSON");
    assert_eq!(sent["disputes"], json!([{"pointer": "/name", "source": "identity", "note": "not my name"}]));
}

/// Guards against a value that may be changed, and a sheet that leads nowhere.
#[wasm_bindgen_test]
async fn a_value_that_may_be_changed_is_asked_instead() {
    let (stand, _) = Stand::page(|| Scene::at("/services/no-criminal-record/form?person=lin")).await;
    stand.press("[data-source-card='contact'] [data-action='dispute']").await;
    stand.press("[data-dispute] [data-action='use-own']").await;
    stand.settled().await;
    assert!(!stand.has("dialog[open]"));
    assert!(stand.has(".mb-asked [data-field][data-source='contact']"), "{}", stand.text());
}
