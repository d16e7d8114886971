//! Lists whose rows a person adds, removes, puts back and moves: a few of them, and thousands.

use crate::fields::{ask, press_key};
use leptos::prelude::*;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

/// Guards against a removed row that takes what is typed in another with it.
#[wasm_bindgen_test]
async fn rows_come_and_go_without_moving_what_is_typed_in_others() {
    let item = json!({"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "title": "name"}}});
    let (stand, value) = ask(json!({"type": "array", "title": "it", "x-widget": "repeat", "x-item-title": "row", "maxItems": 3, "items": item}));
    for (key, text) in ["one", "two", "three"].into_iter().enumerate() {
        stand.press("#it-add").await;
        stand.settled().await;
        assert_eq!(stand.focused(), format!("it-row-{key}"));
        stand.enter(&format!("#it-row-{key} input"), text).await;
    }
    assert_eq!(value.get_untracked(), json!([{"name": "one"}, {"name": "two"}, {"name": "three"}]));
    assert!(stand.has("#it-add:disabled"), "no more than three");
    let third = stand.find("#it-row-2 input");
    stand.press("#it-row-1 button").await;
    stand.settled().await;
    assert_eq!(value.get_untracked(), json!([{"name": "one"}, {"name": "three"}]));
    assert_eq!(stand.focused(), "it-undo", "one press from putting it back");
    assert!(third.is_connected(), "the third row's input was drawn anew");
    stand.press("#it-undo").await;
    stand.settled().await;
    assert_eq!(value.get_untracked(), json!([{"name": "one"}, {"name": "two"}, {"name": "three"}]), "back where it was, with what was in it");
    for _ in 0..3 {
        stand.press(".mb-repeat__row button").await;
        stand.settled().await;
    }
    assert_eq!(value.get_untracked(), Value::Null);
}

fn wishes(more: Value) -> Value {
    let item = json!({"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "title": "name"}}});
    let mut schema = json!({"type": "array", "title": "it", "x-item-title": "row", "items": item});
    for (key, value) in more.as_object().into_iter().flatten() {
        schema[key] = value.clone();
    }
    schema
}

/// Guards against a row that is moved without its typing, its focus or a word about it.
#[wasm_bindgen_test]
async fn rows_are_moved_by_keyboard_where_order_matters() {
    let (stand, value) = ask(wishes(json!({"x-ordered": true})));
    value.set(json!([{"name": "a"}, {"name": "b"}, {"name": "c"}]));
    stand.settled().await;
    stand.press("#it-row-2-up").await;
    stand.settled().await;
    assert_eq!(value.get_untracked(), json!([{"name": "a"}, {"name": "c"}, {"name": "b"}]));
    assert_eq!(stand.focused(), "it-row-2-up", "the focus goes with the row");
    assert!(stand.all("[role=status]").iter().any(|e| e.text_content().unwrap_or_default().contains('2')), "and its new place is told");
    stand.press("#it-row-2-up").await;
    stand.settled().await;
    stand.press("#it-row-2-up").await;
    stand.settled().await;
    assert_eq!(value.get_untracked(), json!([{"name": "c"}, {"name": "a"}, {"name": "b"}]), "the first goes no further");
    assert_eq!(stand.focused(), "it-row-2-up");
    assert_eq!(stand.find("#it-row-2-up").get_attribute("aria-disabled").as_deref(), Some("true"));
    drop(stand);
    let (stand, value) = ask(wishes(json!({})));
    value.set(json!([{"name": "a"}, {"name": "b"}]));
    stand.settled().await;
    assert!(!stand.has(".mb-repeat__move"), "where order does not matter nothing is moved");
}

/// Guards against thousands of rows in the document, and against rows that cannot be reached.
#[wasm_bindgen_test]
async fn of_thousands_of_rows_some_are_drawn_and_all_can_be_reached() {
    let (stand, value) = ask(wishes(json!({})));
    value.set((0..3000).map(|n| json!({"name": format!("n{n}")})).collect());
    stand.settled().await;
    assert_eq!(stand.all(".mb-repeat__row").len(), 20);
    stand.enter("#it-jump", "2500").await;
    press_key(&stand, "#it-jump", "Enter");
    stand.settled().await;
    assert_eq!(stand.focused(), "it-row-2499");
    assert_eq!(stand.value("#it-row-2499 input"), "n2499");
    assert!(stand.all(".mb-repeat__row").len() <= 40);
    stand.enter("#it-row-2499 input", "changed").await;
    assert_eq!(value.with_untracked(|v| v[2499].clone()), json!({"name": "changed"}));
    stand.press("#it-add").await;
    stand.settled().await;
    assert_eq!(stand.focused(), "it-row-3000", "a new row is shown wherever one is");
    miaoban::ui::focus::reveal_row("it-add", "/it/7/name");
    stand.settled().await;
    let input = stand.find("#it-row-7 input").id();
    assert_eq!(stand.focused(), input, "the error summary leads into a row that was not drawn");
}
