//! Every kind of field: what is answered when a person types, pastes, ticks and signs. Lists of rows are in `rows`.

use crate::stand::Stand;
use leptos::prelude::*;
use miaoban::form::Form;
use miaoban::ui::FieldInput;
use miaoban::words::Lang;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

/// A field of a schema, mounted; its answer.
pub fn ask(property: Value) -> (Stand, RwSignal<Value>) {
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

/// Guards against a hole where a definition names a widget that nobody has heard of.
#[wasm_bindgen_test]
async fn an_unknown_widget_is_a_plain_line_that_says_what_an_answer_looks_like() {
    let unknown =
        json!({"type": "string", "title": "it", "x-widget": "hologram", "format": "x-orbit", "description": "As in the letter.", "examples": ["A-7"]});
    let (stand, value) = ask(unknown);
    let hint = stand.find("#it-hint").text_content().unwrap_or_default();
    assert_eq!((hint.contains("As in the letter"), hint.contains("A-7")), (true, true), "{hint}");
    assert!(stand.find("#it").get_attribute("aria-describedby").unwrap_or_default().contains("it-hint"));
    stand.enter("#it", "A-8").await;
    assert_eq!(value.get_untracked(), json!("A-8"));
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

/// Pastes into a control, as Ctrl+V does; returns whether the control was left to make something of it itself.
fn paste(stand: &Stand, selector: &str, text: &str) -> bool {
    let make =
        "const d = new DataTransfer(); d.setData('text/plain', text); return new ClipboardEvent('paste', {clipboardData: d, bubbles: true, cancelable: true});";
    let event = js_sys::Function::new_with_args("text", make).call1(&wasm_bindgen::JsValue::NULL, &text.into()).expect("an event");
    stand.find(selector).dispatch_event(wasm_bindgen::JsCast::unchecked_ref(&event)).expect("to send it")
}

/// Guards against a date that can be picked and not pasted.
#[wasm_bindgen_test]
async fn a_date_is_pasted_as_people_write_it() {
    let (stand, value) = ask(json!({"type": "string", "title": "it", "format": "date"}));
    assert!(!paste(&stand, "#it", "2026\u{5e74}1\u{6708}5\u{65e5}"), "taken over");
    assert_eq!(value.get_untracked(), json!("2026-01-05"));
    stand.settled().await;
    assert_eq!(stand.value("#it"), "2026-01-05");
    assert!(paste(&stand, "#it", "soon"), "what is no date is left to the control");
    assert_eq!(value.get_untracked(), json!("2026-01-05"));
}

/// Guards against times that only one notation can say, and against a line that shows another time than is sent.
#[wasm_bindgen_test]
async fn a_time_is_understood_as_people_write_it() {
    for (text, time) in [("0930", "09:30"), ("\u{4e0b}\u{5348}3\u{70b9}", "15:00"), ("3:15 pm", "15:15")] {
        let (stand, value) = ask(json!({"type": "string", "title": "it", "x-widget": "time"}));
        stand.enter("#it", text).await;
        stand.leave("#it").await;
        assert_eq!(value.get_untracked(), json!(time), "{text}");
        assert_eq!(stand.value("#it"), time);
    }
    let (stand, value) = ask(json!({"type": "string", "title": "it", "format": "time"}));
    value.set(json!("15:00:00+08:00"));
    stand.settled().await;
    assert_eq!(stand.value("#it"), "15:00", "without the offset that nobody typed");
    stand.enter("#it", "soon").await;
    stand.leave("#it").await;
    assert_eq!(value.get_untracked(), json!("soon"), "what is no time stays, so that its problem can be told");
}

/// Guards against half an answer that is lost, and against two halves that overwrite one another.
#[wasm_bindgen_test]
async fn a_day_and_a_time_are_one_answer() {
    let (stand, value) = ask(json!({"type": "string", "title": "it", "format": "date-time"}));
    stand.settled().await;
    stand.enter("#it-time", "9:30").await;
    stand.enter("#it-date", "2026-01-05").await;
    assert_eq!(value.get_untracked(), json!("2026-01-05 9:30"));
    assert_eq!(stand.value("#it-date"), "2026-01-05");
    stand.leave("#it-time").await;
    assert_eq!(value.get_untracked(), json!("2026-01-05 09:30"));
    assert_eq!((stand.value("#it-date").as_str(), stand.value("#it-time").as_str()), ("2026-01-05", "09:30"));
    stand.enter("#it-date", "").await;
    assert_eq!(value.get_untracked(), json!(" 09:30"), "the time is still there");
    paste(&stand, "#it-date", "2026/1/6 \u{4e0b}\u{5348}3\u{70b9}");
    stand.settled().await;
    assert_eq!((stand.value("#it-date").as_str(), stand.value("#it-time").as_str()), ("2026-01-06", "15:00"), "both at once");
    value.set(json!("2026-01-05T23:30:00Z"));
    stand.settled().await;
    assert_eq!((stand.value("#it-date").as_str(), stand.value("#it-time").as_str()), ("2026-01-06", "07:30"), "in China's time");
}

/// Guards against a range that forgets one end for the other.
#[wasm_bindgen_test]
async fn a_range_is_an_object_of_two_days() {
    let day = json!({"type": "string", "format": "date"});
    let (stand, value) = ask(json!({"type": "object", "title": "it", "x-widget": "date-range", "properties": {"from": day, "to": day}}));
    stand.enter("#it-to", "2026-03-01").await;
    stand.enter("#it-from", "2026-01-05").await;
    assert_eq!(value.get_untracked(), json!({"from": "2026-01-05", "to": "2026-03-01"}));
    stand.enter("#it-from", "").await;
    assert_eq!(value.get_untracked(), json!({"to": "2026-03-01"}));
    stand.enter("#it-to", "").await;
    assert_eq!(value.get_untracked(), Value::Null, "none is no answer");
}

/// Presses a key in a control.
pub fn press_key(stand: &Stand, selector: &str, key: &str) {
    let make = "return new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true});";
    let event = js_sys::Function::new_with_args("key", make).call1(&wasm_bindgen::JsValue::NULL, &key.into()).expect("an event");
    stand.find(selector).dispatch_event(wasm_bindgen::JsCast::unchecked_ref(&event)).expect("to send it");
}

/// `n` options: the value `v-7` has the title `Title 7`.
fn options(n: usize) -> Value {
    (0..n).map(|i| json!({"const": format!("v-{i}"), "title": format!("Title {i}")})).collect()
}

/// Guards against thousands of options in the document, a list that the keyboard cannot walk, and typed text that is lost.
#[wasm_bindgen_test]
async fn one_of_thousands_is_found_by_keyboard() {
    let (stand, value) = ask(json!({"type": "string", "title": "it", "oneOf": options(3000)}));
    let active = |stand: &Stand| {
        let id = stand.find("#it").get_attribute("aria-activedescendant").unwrap_or_default();
        stand.find(&format!("#{id}")).inner_text().trim().to_owned()
    };
    press_key(&stand, "#it", "ArrowDown");
    stand.settled().await;
    assert_eq!(stand.find("#it").get_attribute("aria-expanded").as_deref(), Some("true"));
    assert!(stand.all("[role=option]").len() <= 100, "{} options are in the document", stand.all("[role=option]").len());
    press_key(&stand, "#it", "ArrowDown");
    stand.settled().await;
    assert_eq!(active(&stand), "Title 0");
    press_key(&stand, "#it", "End");
    stand.settled().await;
    assert_eq!(active(&stand), "Title 2999");
    press_key(&stand, "#it", "ArrowUp");
    let composing = "return new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true, cancelable: true});";
    let composing = js_sys::Function::new_no_args(composing).call0(&wasm_bindgen::JsValue::NULL).expect("an event");
    stand.find("#it").dispatch_event(wasm_bindgen::JsCast::unchecked_ref(&composing)).expect("to send it");
    assert_eq!(value.get_untracked(), Value::Null, "an Enter that ends a composition chooses nothing");
    press_key(&stand, "#it", "Enter");
    stand.settled().await;
    assert_eq!((value.get_untracked(), stand.value("#it").as_str()), (json!("v-2998"), "Title 2998"));
    assert!(!stand.has("[role=option]"), "closed");
    stand.enter("#it", "le 123").await;
    stand.settled().await;
    assert_eq!(stand.all("[role=option]").len(), 11, "123 and 1230 to 1239");
    assert!(stand.find("[role=status]").text_content().unwrap_or_default().contains("11"), "the count is told");
    press_key(&stand, "#it", "Escape");
    stand.settled().await;
    assert_eq!(stand.value("#it"), "le 123", "Escape closes first");
    press_key(&stand, "#it", "Escape");
    stand.settled().await;
    assert_eq!((value.get_untracked(), stand.value("#it").as_str()), (Value::Null, ""), "and clears then");
    stand.enter("#it", "nowhere").await;
    stand.leave("#it").await;
    assert_eq!((value.get_untracked(), stand.value("#it").as_str()), (json!("nowhere"), "nowhere"), "kept, so that its problem can be told");
    stand.enter("#it", "V-7").await;
    assert_eq!(value.get_untracked(), json!("v-7"), "by its value too");
    stand.enter("#it", "title 2777").await;
    assert_eq!(value.get_untracked(), json!("v-2777"), "typed in full");
}

/// Guards against boxes that move under the finger, and against ticks that a search forgets.
#[wasm_bindgen_test]
async fn any_of_many_are_found_and_the_chosen_come_first() {
    let (stand, value) = ask(json!({"type": "array", "title": "it", "uniqueItems": true, "items": {"oneOf": options(60)}}));
    assert_eq!(stand.all("input[type=checkbox]").len(), 20);
    stand.press(".mb-find__more").await;
    stand.settled().await;
    assert_eq!(stand.all("input[type=checkbox]").len(), 40);
    assert_eq!(stand.focused(), "it-20", "the first of those that came");
    stand.enter("#it-find", "title 5").await;
    stand.settled().await;
    stand.press("#it-55").await;
    stand.settled().await;
    assert_eq!(stand.all("input[type=checkbox]")[0].id(), "it-5", "nothing moves while one ticks");
    stand.enter("#it-find", "").await;
    stand.settled().await;
    assert_eq!(stand.all("input[type=checkbox]")[0].id(), "it-55", "chosen ones first");
    stand.press("#it-3").await;
    assert_eq!(value.get_untracked(), json!(["v-3", "v-55"]));
    assert!(stand.find(".mb-find__chosen").inner_text().contains("Title 55"));
}

/// Guards against a signature that only a hand can give, and against one that is no picture.
#[wasm_bindgen_test]
async fn a_signature_is_drawn_or_typed_and_sent_as_a_picture() {
    let form =
        Form::load("1", &json!({"type": "object", "properties": {"it": {"type": "string", "title": "it", "format": "attachment", "x-widget": "signature"}}}));
    let field = form.expect("a schema").field("/it").cloned().expect("the field");
    let picked = std::rc::Rc::new(std::cell::RefCell::new(Vec::<web_sys::File>::new()));
    let taken = StoredValue::new_local(picked.clone());
    let stand = Stand::of(Lang::En, move || {
        let desk = miaoban::ui::field::FileDesk {
            items: Callback::new(|_| Vec::new()),
            on_pick: Callback::new(move |(_, file)| taken.with_value(|taken| taken.borrow_mut().push(file))),
            on_remove: Callback::new(|_| {}),
            on_retry: Callback::new(|_| {}),
        };
        let value = RwSignal::new(Value::Null);
        view! { <FieldInput field value on_change=move |v| value.set(v) on_leave=|()| {} id="it" files=Some(desk)/> }.into_any()
    });
    stand.settled().await;
    let point = |name: &str, x: i32, y: i32| {
        let make = "const r = sheet.getBoundingClientRect(); sheet.setPointerCapture = () => {}; sheet.dispatchEvent(new PointerEvent(name, {isPrimary: true, pointerId: 1, clientX: r.left + x, clientY: r.top + y, bubbles: true}));";
        let send = js_sys::Function::new_with_args("sheet, name, x, y", make);
        let arguments = js_sys::Array::of4(&stand.find("canvas"), &name.into(), &x.into(), &y.into());
        send.apply(&wasm_bindgen::JsValue::NULL, &arguments).expect("to send it");
    };
    assert!(stand.has("#it-use:disabled"), "nothing to send yet");
    point("pointerdown", 20, 20);
    point("pointermove", 80, 40);
    point("pointerup", 80, 40);
    point("pointermove", 90, 90);
    stand.settled().await;
    stand.press("#it-use").await;
    stand.press("#it-other").await;
    stand.enter("#it", "Lin").await;
    stand.settled().await;
    stand.press("#it-use").await;
    let names: Vec<String> = picked.borrow().iter().map(web_sys::File::name).collect();
    assert_eq!(names, ["signature.png", "signature-typed.png"]);
    for file in picked.borrow().iter() {
        let bytes = js_sys::Uint8Array::new(&wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await.expect("bytes")).to_vec();
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 1000, "{} bytes", bytes.len());
        assert_eq!(file.type_(), "image/png");
    }
    stand.press("#it-other").await;
    stand.settled().await;
    stand.press(".mb-sign__tools button").await;
    stand.settled().await;
    assert!(stand.has("#it-use:disabled"), "the one stroke was taken back");
}
