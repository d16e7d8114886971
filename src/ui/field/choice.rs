//! One of several: radio cards while they can be overlooked at a glance, a select beyond, a list to search where they are very many.

use super::combobox::{combobox, is_searched};
use super::frame::Wiring;
use super::Answering;
use crate::form::{Choice, Field};
use crate::ui::choice::{radios, Pick};
use crate::ui::focus::left;
use crate::ui::say;
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::Value;

/// The most that are drawn as cards.
const CARDS: usize = 5;

/// Whether it is drawn as radio cards.
pub fn as_radios(options: &[Choice], long: bool) -> bool {
    !long && options.len() <= CARDS
}

/// Options are told apart by their place: values may be numbers or booleans, which attributes cannot hold.
pub(super) fn picks(options: &[Choice]) -> Vec<Pick> {
    options.iter().enumerate().map(|(i, o)| Pick::new(i.to_string(), o.title.clone())).collect()
}

pub(super) fn place(options: &[Choice], value: &Value) -> Option<String> {
    options.iter().position(|o| o.value == *value).map(|i| i.to_string())
}

pub(super) fn at(options: &[Choice], place: &str) -> Value {
    place.parse::<usize>().ok().and_then(|i| options.get(i)).map_or(Value::Null, |o| o.value.clone())
}

/// Radios, a select or a combobox.
pub fn choice(wiring: Wiring, options: &[Choice], long: bool, field: &Field, answering: Answering) -> AnyView {
    if is_searched(options) {
        return combobox(wiring, options, field, answering);
    }
    let options = StoredValue::new(options.to_vec());
    let Answering { value, on_change, on_leave } = answering;
    let chosen = Signal::derive(move || options.with_value(|o| value.with(|v| place(o, v))));
    let choose = Callback::new(move |place: String| on_change.run(options.with_value(|o| at(o, &place))));
    let picks = options.with_value(|o| picks(o));
    if options.with_value(|o| as_radios(o, long)) {
        return radios(wiring.id, Signal::stored(picks), chosen, choose, on_leave, wiring.invalid);
    }
    let invalid = wiring.aria_invalid();
    let current = Signal::derive(move || chosen.get().unwrap_or_default());
    let rows: Vec<AnyView> = picks
        .into_iter()
        .map(|pick| {
            let mine = pick.value.clone();
            let on = Signal::derive(move || current.with(|c| *c == mine));
            view! { <option value=pick.value prop:selected=on>{pick.title}</option> }.into_any()
        })
        .collect();
    view! {
        <div class="mb-select">
            <select class="mb-input mb-select__input" id=wiring.id autocomplete=field.autocomplete.clone() required=wiring.required
                aria-describedby=wiring.described aria-invalid=invalid on:change=move |ev| choose.run(event_target_value(&ev)) on:blur=move |_| left(on_leave)>
                <option value="" prop:selected=move || current.with(String::is_empty)>{say(Ui::ChooseOne)}</option>
                {rows}
            </select>
        </div>
    }
    .into_any()
}
