//! A code that another device shows, to be typed.

use super::field::control::{line, Keys, TEXT};
use super::field::{Answering, FieldFrame, Wiring};
use super::say_of;
use crate::words::elsewhere::Elsewhere as Words;
use leptos::prelude::*;
use serde_json::Value;

/// The field; Enter does what the page's main action does. What stands among the children comes before it.
#[component]
pub fn CodeEntry(
    #[prop(into)] title: Signal<String>,
    typed: RwSignal<String>,
    #[prop(into)] problem: Signal<Option<String>>,
    /// Something else is being typed.
    #[prop(into)]
    on_change: Callback<()>,
    #[prop(into)] on_submit: Callback<()>,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let answering = Answering {
        value: Signal::derive(move || typed.with(|t| if t.is_empty() { Value::Null } else { Value::String(t.clone()) })),
        on_change: Callback::new(move |value: Value| {
            on_change.run(());
            typed.set(value.as_str().unwrap_or_default().to_owned());
        }),
        on_leave: Callback::new(|()| {}),
    };
    let keys = Keys { autocomplete: Some("off".to_owned()), capitalize: Some("characters"), class: "mb-input--code", ..Keys::default() };
    let control = Box::new(move |wiring: Wiring| line(wiring, keys, TEXT, None, answering));
    view! {
        <form class="mb-handoff" on:submit=move |ev| {
            ev.prevent_default();
            on_submit.run(());
        }>
            <h2 class="mb-handoff__title">{title}</h2>
            {children.map(|children| children())}
            <FieldFrame pointer="/code" id="answer" label=say_of(Words::TypeLabel) hint=Some(say_of(Words::TypeHint)) required=Signal::stored(true)
                answered=Signal::derive(move || typed.with(|t| !t.is_empty())) problem control />
        </form>
    }
    .into_any()
}
