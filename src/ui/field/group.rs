//! A group that is answered as one: a definition that nests in itself is added when there is something to say, the places of a list are
//! asked at once.

use super::frame::Wiring;
use super::inner::{self, Inner};
use super::Answering;
use crate::state::effect::memo;
use crate::ui::icon::{Icon, IconName};
use crate::ui::{live, say_with};
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::{Map, Value};

/// The group's fields. Adding moves the focus into it, removing to the button that adds.
pub fn group(wiring: Wiring, inner: Inner, listed: bool, answering: Answering) -> AnyView {
    let first = format!("{}-0", wiring.id);
    if listed {
        // Fields put their answers into a list that is there.
        let list = answering.value;
        let value = Signal::derive(move || list.with(|v| if v.is_array() { v.clone() } else { Value::Array(Vec::new()) }));
        let count = inner.fields.len();
        let on_change = answering.on_change;
        let change = Callback::new(move |new: Value| on_change.run(trimmed(new)));
        // A place can only be set where those before it are.
        let value = Signal::derive(move || value.with(|v| padded(v, count)));
        return view! { <div class="mb-repeat__row mb-repeat__row--open">{inner::fields(inner, Answering { value, on_change: change, ..answering }, Some(first))}</div> }.into_any();
    }
    let Answering { value, on_change, on_leave } = answering.clone();
    let is_there = memo(move || value.with(Value::is_object));
    let add_id = format!("{}-add", wiring.id);
    let row_id = format!("{}-row", wiring.id);
    let label = wiring.label;
    let named = move |words: Ui| say_with(words, vec![("name", label), ("n", Signal::stored(String::new()))]);
    live(move || {
        let (add_id, row_id, first) = (add_id.clone(), row_id.clone(), first.clone());
        if is_there.get() {
            let target = add_id.clone();
            let remove = move |_| {
                let target = target.clone();
                on_change.run(Value::Null);
                on_leave.run(());
                request_animation_frame(move || crate::ui::focus::focus_id(&target));
            };
            view! {
                <div class="mb-repeat__row" role="group" id=row_id tabindex="-1" aria-label=label>
                    <div class="mb-repeat__head">
                        <span class="mb-repeat__title" aria-hidden="true">{label}</span>
                        <button type="button" class="mb-iconbtn" aria-label=named(Ui::RowRemove) on:click=remove><Icon name=IconName::Trash/></button>
                    </div>
                    {inner::fields(inner.clone(), answering.clone(), Some(first))}
                </div>
            }
            .into_any()
        } else {
            let add = move |_| {
                let target = row_id.clone();
                on_change.run(Value::Object(Map::new()));
                request_animation_frame(move || crate::ui::focus::focus_id(&target));
            };
            view! {
                <button type="button" class="mb-btn mb-btn--quiet mb-repeat__add" id=add_id on:click=add>
                    <Icon name=IconName::Plus/><span>{named(Ui::RowAdd)}</span>
                </button>
            }
            .into_any()
        }
    })
}

fn padded(list: &Value, count: usize) -> Value {
    let mut places = list.as_array().cloned().unwrap_or_default();
    while places.len() < count {
        places.push(Value::Null);
    }
    Value::Array(places)
}

/// Without the unanswered places at the end; no answer where none is left.
fn trimmed(list: Value) -> Value {
    let Value::Array(mut places) = list else { return list };
    while places.last().is_some_and(Value::is_null) {
        places.pop();
    }
    if places.is_empty() {
        Value::Null
    } else {
        Value::Array(places)
    }
}
