//! The rating: its levels, its limit, and once.

use crate::stand::Stand;
use miaoban::backend::transport::Method;
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

const SEND: &str = "[data-page='rating'] [data-action='primary']";

fn decided() -> Scene {
    Scene::after(|desk| {
        let typed = json!({"/purpose": "study", "/delivery": "pickup", "/pickup_window": "futian"});
        let id = desk.apply("lin", "no-criminal-record", &typed);
        desk.wait(60_000);
        format!("/applications/{id}/rating")
    })
}

fn sent(desk: &Desk) -> Vec<Value> {
    let posts = desk.calls().into_iter().filter(|c| c.method == Method::Post && c.path.ends_with("/ratings"));
    posts.map(|c| serde_json::from_slice(&c.body).expect("JSON")).collect()
}

/// Guards against cutting off, silently or at bytes, what somebody writes, and against sending more than 150 characters.
#[wasm_bindgen_test]
async fn more_than_150_characters_are_told_and_not_sent() {
    let (stand, desk) = Stand::page(decided).await;
    stand.press("input[type='radio'][value='4']").await;
    stand.enter("textarea", &"\u{597d}".repeat(151)).await;
    stand.settled().await;
    assert!(stand.has(".mb-count--over"));
    stand.press(SEND).await;
    stand.settled().await;
    assert!(sent(&desk).is_empty());
    stand.enter("textarea", &"\u{597d}".repeat(150)).await;
    stand.settled().await;
    assert!(!stand.has(".mb-count--over"));
    stand.press(SEND).await;
    stand.settled().await;
    let all = sent(&desk);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["text"].as_str().map(|t| t.chars().count()), Some(150));
}

/// Guards against tags of one level that are sent with another.
#[wasm_bindgen_test]
async fn the_tags_of_a_level_go_when_the_level_changes() {
    let (stand, desk) = Stand::page(decided).await;
    stand.press("input[type='radio'][value='2']").await;
    stand.press(".mb-choice input[type='checkbox']").await;
    stand.press("input[type='radio'][value='5']").await;
    stand.press(SEND).await;
    stand.settled().await;
    assert_eq!(sent(&desk).first().map(|r| r["tags"].clone()), Some(json!([])));
}

/// Guards against a rating without stars, and a double tap that rates twice.
#[wasm_bindgen_test]
async fn stars_are_asked_for_and_a_double_tap_rates_once() {
    let (stand, desk) = Stand::page(decided).await;
    stand.press(SEND).await;
    stand.settled().await;
    assert!(sent(&desk).is_empty());
    stand.press("input[type='radio'][value='5']").await;
    desk.hold(|call| call.path.ends_with("/ratings"));
    stand.press(SEND).await;
    stand.press(SEND).await;
    desk.release();
    stand.settled().await;
    stand.settled().await;
    assert_eq!(sent(&desk).len(), 1);
}
