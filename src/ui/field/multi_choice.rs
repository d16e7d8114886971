//! Any of several: check boxes.

use super::frame::Wiring;
use super::Answering;
use crate::form::Choice;
use leptos::prelude::*;
use serde_json::Value;

/// Checkbox cards; the answer keeps the order of the options, whatever order they are ticked in.
pub fn multi_choice(wiring: Wiring, options: &[Choice], answering: Answering) -> AnyView {
    let order = StoredValue::new(options.iter().map(|o| o.value.clone()).collect::<Vec<_>>());
    let Answering { value, on_change, on_leave } = answering;
    let invalid = wiring.aria_invalid();
    let rows: Vec<AnyView> = options
        .iter()
        .enumerate()
        .map(|(i, option)| {
            let id = format!("{}-{i}", wiring.id);
            let mine = StoredValue::new(option.value.clone());
            let on = Signal::derive(move || value.with(|v| holds(v, &mine.get_value())));
            let toggle = move |ev| {
                let (mine, want) = (mine.get_value(), event_target_checked(&ev));
                let now = value.get_untracked();
                let chosen: Vec<Value> =
                    order.with_value(|order| order.iter().filter(|v| if **v == mine { want } else { holds(&now, v) }).cloned().collect());
                on_change.run(if chosen.is_empty() { Value::Null } else { Value::Array(chosen) });
            };
            view! {
                <div class="mb-option">
                    <input type="checkbox" class="mb-option__input" id=id.clone() prop:checked=on aria-invalid=invalid on:change=toggle on:blur=move |_| on_leave.run(())/>
                    <label class="mb-option__label" for=id><span class="mb-option__title">{option.title.clone()}</span></label>
                </div>
            }
            .into_any()
        })
        .collect();
    view! { <div class="mb-options">{rows}</div> }.into_any()
}

fn holds(answer: &Value, option: &Value) -> bool {
    answer.as_array().is_some_and(|a| a.contains(option))
}
