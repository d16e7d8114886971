//! Every kind of field: what is answered when a person types, pastes, ticks, adds and removes.

use crate::stand::Stand;
use leptos::prelude::*;
use miaoban::form::Form;
use miaoban::ui::FieldInput;
use miaoban::words::Lang;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

/// A field of a schema, mounted; its answer.
fn ask(property: Value) -> (Stand, RwSignal<Value>) {
    let form = Form::load("1", &json!({"type": "object", "properties": {"it": property}})).expect("a schema");
    let field = form.field("/it").cloned().expect("the field");
    let given = std::rc::Rc::new(std::cell::Cell::new(None));
    let taken = given.clone();
    let stand = Stand::of(Lang::Hans, move || {
        let value = RwSignal::new(Value::Null);
        taken.set(Some(value));
        view! { <FieldInput field value on_change=move |v| value.set(v) on_leave=|()| {} id="it"/> }.into_any()
    });
    (stand, given.take().expect("drawn"))
}

async fn typed(property: Value, text: &str) -> Value {
    let (stand, value) = ask(property);
    stand.enter("#it", text).await;
    stand.leave("#it").await;
    value.get_untracked()
}

/// Guards against a pasted number that is refused for its blanks, its full-width digits or its small x.
#[wasm_bindgen_test]
async fn an_id_number_is_tidied_when_pasted() {
    let id = json!({"type": "string", "title": "it", "format": "cn-resident-id"});
    let (stand, value) = ask(id);
    stand.enter("#it", " \u{ff14}\u{ff14}0305 19851215 019x ").await;
    stand.leave("#it").await;
    assert_eq!(value.get_untracked(), json!("44030519851215019X"));
    assert_eq!(stand.value("#it"), "44030519851215019X", "the person sees what is sent");
    assert!(stand.find(".mb-field__implied").inner_text().contains("1985"), "and the birth date that it implies");
}

/// Guards against a phone number that is refused for its hyphens or country code.
#[wasm_bindgen_test]
async fn a_phone_number_is_tidied_when_pasted() {
    assert_eq!(typed(json!({"type": "string", "title": "it", "format": "cn-mobile"}), "+86 138-0013-8000").await, json!("13800138000"));
}

/// Guards against numbers that are sent as text.
#[wasm_bindgen_test]
async fn a_number_is_a_number_however_it_is_typed() {
    let number = || json!({"type": "integer", "title": "it", "x-widget": "number", "minimum": 0});
    assert_eq!(typed(number(), "\u{ff12}\u{ff14}").await, json!(24));
    assert_eq!(typed(number(), "1,200").await, json!(1200));
    assert_eq!(typed(number(), "").await, Value::Null);
    assert_eq!(typed(number(), "zwei").await, json!("zwei"), "what is no number stays, so that its problem can be told");
    assert_eq!(typed(json!({"type": "number", "title": "it", "x-widget": "money"}), "12345.50").await, json!(12345.5));
}

/// Guards against dates in the format of a language.
#[wasm_bindgen_test]
async fn a_date_is_an_iso_date() {
    assert_eq!(typed(json!({"type": "string", "title": "it", "format": "date"}), "2024-02-29").await, json!("2024-02-29"));
}

/// Guards against an emptied field that counts as answered.
#[wasm_bindgen_test]
async fn emptied_text_is_no_answer() {
    let (stand, value) = ask(json!({"type": "string", "title": "it"}));
    stand.enter("#it", "a").await;
    assert_eq!(value.get_untracked(), json!("a"));
    stand.enter("#it", "").await;
    assert_eq!(value.get_untracked(), Value::Null);
}

/// Guards against answers in the order of the ticks.
#[wasm_bindgen_test]
async fn ticks_are_answered_in_the_order_of_the_form() {
    let items = json!({"oneOf": [{"const": "a", "title": "A"}, {"const": "b", "title": "B"}, {"const": "c", "title": "C"}]});
    let (stand, value) = ask(json!({"type": "array", "title": "it", "x-widget": "checkboxes", "uniqueItems": true, "items": items}));
    stand.press("#it-2").await;
    stand.press("#it-0").await;
    assert_eq!(value.get_untracked(), json!(["a", "c"]));
    stand.press("#it-2").await;
    stand.press("#it-0").await;
    assert_eq!(value.get_untracked(), Value::Null, "none is no answer");
}

/// Guards against yes and no that are sent as words.
#[wasm_bindgen_test]
async fn yes_and_no_are_booleans_and_an_agreement_is_true_or_nothing() {
    let (stand, value) = ask(json!({"type": "boolean", "title": "it", "x-widget": "yesno"}));
    stand.press("#it-1").await;
    assert_eq!(value.get_untracked(), json!(false));
    stand.press("#it-0").await;
    assert_eq!(value.get_untracked(), json!(true));
    drop(stand);
    let (stand, value) = ask(json!({"type": "boolean", "title": "it", "const": true, "x-widget": "declaration"}));
    stand.press("#it").await;
    assert_eq!(value.get_untracked(), json!(true));
    stand.press("#it").await;
    assert_eq!(value.get_untracked(), Value::Null);
}

/// Guards against a choice that is answered by its words instead of its value.
#[wasm_bindgen_test]
async fn a_choice_is_its_value() {
    let options = json!([{"const": "x-1", "title": "A"}, {"const": "x-2", "title": "B"}]);
    let (stand, value) = ask(json!({"type": "string", "title": "it", "oneOf": options}));
    stand.press("#it-1").await;
    assert_eq!(value.get_untracked(), json!("x-2"));
}

/// Guards against a removed row that takes what is typed in another with it.
#[wasm_bindgen_test]
async fn rows_come_and_go_without_moving_what_is_typed_in_others() {
    let item = json!({"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "title": "name"}}});
    let (stand, value) = ask(json!({"type": "array", "title": "it", "x-widget": "repeat", "x-item-title": "row", "maxItems": 3, "items": item}));
    for text in ["one", "two", "three"] {
        stand.press("#it-add").await;
        stand.settled().await;
        let rows = stand.all(".mb-repeat__row").len();
        stand.enter(&format!(".mb-repeat__row:nth-child({rows}) input"), text).await;
    }
    assert_eq!(value.get_untracked(), json!([{"name": "one"}, {"name": "two"}, {"name": "three"}]));
    assert!(stand.has("#it-add:disabled"), "no more than three");
    let third = stand.find(".mb-repeat__row:nth-child(3) input");
    stand.press(".mb-repeat__row:nth-child(2) button").await;
    stand.settled().await;
    assert_eq!(value.get_untracked(), json!([{"name": "one"}, {"name": "three"}]));
    assert!(third.is_connected(), "the third row's input was drawn anew");
    assert_eq!(stand.value(".mb-repeat__row:nth-child(2) input"), "three");
    stand.press(".mb-repeat__row:nth-child(2) button").await;
    stand.press(".mb-repeat__row:nth-child(1) button").await;
    assert_eq!(value.get_untracked(), Value::Null);
}
