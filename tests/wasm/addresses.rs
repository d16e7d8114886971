//! An address: picked level by level, typed where there is nothing to pick, split where it is pasted whole.

use crate::stand::Stand;
use leptos::prelude::*;
use miaoban::form::Form;
use miaoban::model::division::{Division, Divisions};
use miaoban::ui::field::DivisionsDesk;
use miaoban::ui::FieldInput;
use miaoban::words::Lang;
use serde_json::{json, Value};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

/// The address field over some divisions: `known` is where one puts what a backend would have answered.
struct Asked {
    stand: Stand,
    value: RwSignal<Value>,
    known: RwSignal<Vec<(String, Divisions)>>,
    retried: RwSignal<Vec<String>>,
}

fn ready(list: &[(&str, &str)]) -> Divisions {
    Divisions::Ready(list.iter().map(|(code, name)| Division { code: (*code).into(), name: (*name).into() }).collect())
}

fn ask() -> Asked {
    let text = json!({"type": "string"});
    let members = json!({"city": text, "city_code": text, "district": text, "district_code": text, "detail": text});
    let schema = json!({"type": "object", "properties": {"it": {"type": "object", "title": "it", "x-widget": "address", "properties": members}}});
    let field = Form::load("1", &schema).expect("a schema").field("/it").cloned().expect("the field");
    let given = std::rc::Rc::new(std::cell::Cell::new(None));
    let taken = given.clone();
    let stand = Stand::of(Lang::En, move || {
        let value = RwSignal::new(Value::Null);
        let known = RwSignal::new(vec![(String::new(), ready(&[("1", "Alpha"), ("2", "Beta")])), ("2".to_owned(), ready(&[]))]);
        let retried = RwSignal::new(Vec::new());
        taken.set(Some((value, known, retried)));
        let below = move |parent: String| known.with(|k| k.iter().find(|(code, _)| *code == parent).map_or(Divisions::Loading, |(_, d)| d.clone()));
        let desk = DivisionsDesk { below: Callback::new(below), retry: Callback::new(move |parent| retried.update(|r| r.push(parent))) };
        view! { <FieldInput field value on_change=move |v| value.set(v) on_leave=|()| {} id="it" divisions=Some(desk)/> }.into_any()
    });
    let (value, known, retried) = given.take().expect("drawn");
    Asked { stand, value, known, retried }
}

/// Chooses an option of a select, as a keyboard does.
async fn pick(stand: &Stand, selector: &str, title: &str) {
    let select: web_sys::HtmlSelectElement = stand.until(selector).await.unchecked_into();
    let options = stand.all(&format!("{selector} option"));
    let at = options.iter().position(|o| o.text_content().as_deref() == Some(title)).expect("an option of that title");
    select.set_selected_index(at as i32);
    select.dispatch_event(&web_sys::Event::new("change").expect("an event")).expect("to send it");
    stand.settled().await;
}

/// Guards against a level that is offered before the one above is known, against codes that are lost, and against a district of the old city.
#[wasm_bindgen_test]
async fn an_address_is_picked_from_the_widest_level_down() {
    let Asked { stand, value, known, .. } = ask();
    stand.settled().await;
    assert_eq!(stand.all("#it-district option").len(), 1, "nothing to pick yet");
    pick(&stand, "#it-city", "Alpha").await;
    assert_eq!(value.get_untracked(), json!({"city": "Alpha", "city_code": "1"}));
    assert!(stand.find("#it-district").text_content().unwrap_or_default().contains("Loading"));
    known.update(|k| k.push(("1".to_owned(), ready(&[("11", "North"), ("12", "South")]))));
    stand.settled().await;
    pick(&stand, "#it-district", "South").await;
    stand.enter("#it-detail", "No. 1").await;
    assert_eq!(value.get_untracked(), json!({"city": "Alpha", "city_code": "1", "district": "South", "district_code": "12", "detail": "No. 1"}));
    pick(&stand, "#it-city", "Beta").await;
    assert_eq!(value.get_untracked(), json!({"city": "Beta", "city_code": "2", "detail": "No. 1"}), "what was below is gone, what was typed stays");
    stand.enter("input#it-district", "West").await;
    assert_eq!(value.with_untracked(|v| v["district"].clone()), json!("West"), "where there is nothing to pick one types");
}

/// Guards against a form that cannot be filled because a list cannot be read.
#[wasm_bindgen_test]
async fn what_cannot_be_fetched_is_typed_or_tried_again() {
    let Asked { stand, value, known, retried } = ask();
    known.update(|k| k[0].1 = Divisions::Failed);
    stand.settled().await;
    stand.enter("input#it-city", "Gamma").await;
    stand.enter("input#it-district", "East").await;
    assert_eq!(value.get_untracked(), json!({"city": "Gamma", "district": "East"}));
    stand.press("[data-field] .mb-textbtn").await;
    assert_eq!(retried.get_untracked(), [String::new()]);
}

/// Guards against an address that has to be taken apart by hand.
#[wasm_bindgen_test]
async fn a_whole_address_is_split_when_pasted() {
    let Asked { stand, value, .. } = ask();
    let text = "\u{5e7f}\u{4e1c}\u{7701}\u{6df1}\u{5733}\u{5e02}\u{5357}\u{5c71}\u{533a}\u{79d1}\u{6280}\u{8def} 1 \u{53f7}";
    let make =
        "const d = new DataTransfer(); d.setData('text/plain', text); return new ClipboardEvent('paste', {clipboardData: d, bubbles: true, cancelable: true});";
    let event = js_sys::Function::new_with_args("text", make).call1(&wasm_bindgen::JsValue::NULL, &text.into()).expect("an event");
    stand.find("#it-detail").dispatch_event(event.unchecked_ref()).expect("to send it");
    stand.settled().await;
    let split = json!({"city": "\u{6df1}\u{5733}\u{5e02}", "district": "\u{5357}\u{5c71}\u{533a}", "detail": "\u{79d1}\u{6280}\u{8def} 1 \u{53f7}"});
    assert_eq!(value.get_untracked(), split);
    assert_eq!(stand.value("#it-detail"), "\u{79d1}\u{6280}\u{8def} 1 \u{53f7}");
}
