//! Any of several: check boxes.

use super::combobox::is_searched;
use super::found_choices::found_choices;
use super::frame::Wiring;
use super::Answering;
use crate::form::Choice;
use crate::ui::focus::left;
use leptos::prelude::*;
use serde_json::Value;

/// What is ticked. The answer keeps the order of the options, whatever order they are ticked in.
#[derive(Clone, Copy)]
pub(super) struct Ticks {
    order: StoredValue<Vec<Value>>,
    value: Signal<Value>,
    on_change: Callback<Value>,
    on_leave: Callback<()>,
}

impl Ticks {
    pub(super) fn new(options: &[Choice], Answering { value, on_change, on_leave }: Answering) -> Self {
        Self { order: StoredValue::new(options.iter().map(|o| o.value.clone()).collect()), value, on_change, on_leave }
    }

    fn is_on(&self, at: usize) -> bool {
        self.value.with(|now| self.order.with_value(|order| order.get(at).is_some_and(|v| holds(now, v))))
    }

    fn tick(&self, at: usize, want: bool) {
        let now = self.value.get_untracked();
        let is_kept = |(place, v): &(usize, &Value)| if *place == at { want } else { holds(&now, v) };
        let chosen: Vec<Value> = self.order.with_value(|order| order.iter().enumerate().filter(is_kept).map(|(_, v)| v.clone()).collect());
        self.on_change.run(if chosen.is_empty() { Value::Null } else { Value::Array(chosen) });
    }
}

/// Checkbox cards; where they are very many, with a search.
pub fn multi_choice(wiring: Wiring, options: &[Choice], answering: Answering) -> AnyView {
    if is_searched(options) {
        return found_choices(wiring, options, answering);
    }
    let ticks = Ticks::new(options, answering);
    let row = |(at, option): (usize, &Choice)| box_row(format!("{}-{at}", wiring.id), option.title.clone(), at, ticks, wiring.invalid);
    let rows: Vec<AnyView> = options.iter().enumerate().map(row).collect();
    view! { <div class="mb-options">{rows}</div> }.into_any()
}

/// One card.
pub(super) fn box_row(id: String, title: String, at: usize, ticks: Ticks, invalid: Signal<bool>) -> AnyView {
    view! {
        <div class="mb-option">
            <input type="checkbox" class="mb-option__input" id=id.clone() prop:checked=move || ticks.is_on(at) aria-invalid=move || invalid.get().then_some("true")
                on:change=move |ev| ticks.tick(at, event_target_checked(&ev)) on:blur=move |_| left(ticks.on_leave)/>
            <label class="mb-option__label" for=id><span class="mb-option__title">{title}</span></label>
        </div>
    }
    .into_any()
}

pub(super) fn holds(answer: &Value, option: &Value) -> bool {
    answer.as_array().is_some_and(|a| a.contains(option))
}
