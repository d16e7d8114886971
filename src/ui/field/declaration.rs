//! A declaration: must be agreed to, in its own words.

use super::frame::Wiring;
use super::Answering;
use crate::ui::focus::left;
use leptos::prelude::*;
use serde_json::Value;

/// A box with the declaration as its label; taking the tick back leaves the question open.
pub fn declaration(wiring: Wiring, answering: Answering) -> AnyView {
    let Answering { value, on_change, on_leave } = answering;
    let on = Signal::derive(move || value.with(|v| *v == Value::Bool(true)));
    let invalid = wiring.aria_invalid();
    let toggle = move |ev| on_change.run(if event_target_checked(&ev) { Value::Bool(true) } else { Value::Null });
    view! {
        <div class="mb-option mb-option--plain">
            <input type="checkbox" class="mb-option__input" id=wiring.id.clone() prop:checked=on required=wiring.required aria-invalid=invalid
                aria-describedby=wiring.described on:change=toggle on:blur=move |_| left(on_leave)/>
            <label class="mb-option__label" for=wiring.id><span class="mb-option__title">{wiring.label}</span></label>
        </div>
    }
    .into_any()
}
