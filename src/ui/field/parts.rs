//! Questions of several controls: the parts of one answer, each with a label of its own.

use super::frame::{problem_line, Wiring};
use super::{Answering, Problems};
use crate::form::Part;
use crate::state::effect::memo;
use crate::ui::focus::left;
use leptos::ev::FocusEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Node;
use serde_json::{Map, Value};

/// Draws parts beside one another where there is room. `on_leave` is called when the focus leaves all of them: a person on the way from the
/// first to the second has left nothing unfinished.
pub fn together(parts: Vec<AnyView>, on_leave: Callback<()>) -> AnyView {
    let left = move |ev: FocusEvent| {
        let group = ev.current_target().and_then(|t| t.dyn_into::<Node>().ok());
        let next = ev.related_target().and_then(|t| t.dyn_into::<Node>().ok());
        if !group.zip(next).is_some_and(|(group, next)| group.contains(Some(&next))) {
            left(on_leave);
        }
    };
    view! { <div class="mb-parts" on:focusout=left>{parts}</div> }.into_any()
}

/// One part: its label, its control, its own problem.
pub fn part(wiring: &Wiring, key: &str, label: Signal<String>, problem: Signal<Option<String>>, control: impl FnOnce(Wiring) -> AnyView) -> AnyView {
    let id = format!("{}-{key}", wiring.id);
    let problem_id = format!("{id}-problem");
    // Read out once, however often the page derives the same words anew.
    let problem = memo(move || problem.get());
    let (whole, named) = (wiring.described, problem_id.clone());
    let described = Signal::derive(move || {
        let own = problem.with(Option::is_some).then(|| named.clone());
        let ids: Vec<String> = whole.get().into_iter().chain(own).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    });
    let invalid = wiring.invalid;
    let invalid = Signal::derive(move || invalid.get() || problem.with(Option::is_some));
    let own = Wiring { id: id.clone(), described, invalid, required: wiring.required, label };
    view! {
        <div class="mb-parts__part">
            <label class="mb-parts__label" for=id>{label}</label>
            {control(own)}
            <div id=problem_id aria-live="polite">{move || problem.get().map(problem_line)}</div>
        </div>
    }
    .into_any()
}

/// The answering of one member of an object. An object without members is no answer.
pub fn member(answering: &Answering, key: &str) -> Answering {
    let Answering { value, on_change, .. } = *answering;
    let key = StoredValue::new(key.to_owned());
    Answering {
        value: Signal::derive(move || key.with_value(|key| value.with(|v| v.get(key).cloned().unwrap_or_default()))),
        on_change: Callback::new(move |new: Value| {
            let mut members: Map<String, Value> = value.with_untracked(|v| v.as_object().cloned().unwrap_or_default());
            match new {
                Value::Null => drop(members.remove(&key.get_value())),
                new => drop(members.insert(key.get_value(), new)),
            }
            on_change.run(if members.is_empty() { Value::Null } else { Value::Object(members) });
        }),
        on_leave: Callback::new(|()| {}),
    }
}

/// The problem of one member.
pub fn problem_of(problems: Option<Problems>, pointer: Signal<String>, part: &Part) -> Signal<Option<String>> {
    let key = StoredValue::new(crate::form::Pointer::root().child(&part.key).as_str().to_owned());
    Signal::derive(move || problems.and_then(|p| p.run(key.with_value(|key| format!("{}{key}", pointer.get())))))
}
