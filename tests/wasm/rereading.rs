//! A source that is read again and says something else.

use crate::stand::Stand;
use miaoban::backend::transport::{Call, Reply, TransportError};
use miaoban::preview::scene::Scene;
use wasm_bindgen_test::wasm_bindgen_test;

const AGAIN: &str = "[data-source-card='contact'] [data-action='read-again']";
const PHONE: &str = "[data-source-card='contact'] [data-field='/phone']";

/// The contact source, once its record has changed.
fn changed(call: &Call) -> Option<Result<Reply, TransportError>> {
    call.path.contains("/prefill/contact").then(|| {
        let body = r#"{"source":"contact","name":"C","status":"filled","fields":[{"pointer":"/phone","value":"13900139000","level":"B","edit":"allowed"}]}"#;
        Ok(Reply { status: 200, headers: vec![("Content-Type".to_owned(), "application/json".to_owned())], body: body.as_bytes().to_vec() })
    })
}

fn down(call: &Call) -> Option<Result<Reply, TransportError>> {
    call.path.contains("/prefill/contact").then_some(Err(TransportError::Unreachable))
}

fn lin() -> Scene {
    Scene::at("/services/no-criminal-record/form?person=lin")
}

/// Guards against a value that changes in silence, and against one that is kept although it was not to be.
#[wasm_bindgen_test]
async fn what_changed_is_asked_about_and_taken_unless_kept() {
    let (stand, desk) = Stand::page(lin).await;
    stand.press(AGAIN).await;
    stand.settled().await;
    assert!(!stand.has("[data-difference]"), "nothing has changed, and it is asked");
    desk.break_wire(Some(changed));
    stand.press(AGAIN).await;
    stand.until("dialog[open] [data-difference='/phone']").await;
    stand.press("[data-action='take-reread']").await;
    stand.settled().await;
    assert!(!stand.has("dialog[open]"));
    let shown = stand.find(PHONE).inner_text();
    assert!(shown.contains("139"), "{shown}");
}

/// Guards against a choice that is not heeded: what is kept is the person's own word from then on.
#[wasm_bindgen_test]
async fn what_is_kept_is_the_persons_own_word() {
    let (stand, desk) = Stand::page(lin).await;
    desk.break_wire(Some(changed));
    stand.press(AGAIN).await;
    stand.press("[data-difference='/phone'] input").await;
    stand.press("[data-action='take-reread']").await;
    stand.settled().await;
    assert!(!stand.has(PHONE), "the source's, and the person kept theirs");
    assert!(!stand.value(".mb-asked [data-field='/phone'] input").replace(' ', "").contains("13900139000"));
}

/// Guards against a source that is away and takes what it had said along.
#[wasm_bindgen_test]
async fn what_stood_stays_where_a_source_cannot_be_read_again() {
    let (stand, desk) = Stand::page(lin).await;
    let before = stand.find(PHONE).inner_text();
    desk.break_wire(Some(down));
    stand.press(AGAIN).await;
    stand.until("[data-source-card='contact'] [role='status']:not(:empty)").await;
    stand.settled().await;
    assert_eq!(stand.find(PHONE).inner_text(), before);
}
