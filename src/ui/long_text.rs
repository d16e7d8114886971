//! Several lines of text with a count of what is left.

use super::field::control::{mirror_text, typed_text};
use super::field::frame::{FieldFrame, Wiring};
use super::unique;
use crate::state::locale::{use_locale, Locale};
use crate::words::ui::Ui;
use leptos::prelude::*;

/// A labelled text area outside a form (what a person wants to say with a rating). Counts characters, not bytes.
#[component]
pub fn LongText(
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    /// In characters. More can be typed and is said to be too much: cutting words off while somebody types loses them.
    #[prop(default = crate::model::rating::TEXT_LIMIT)]
    limit: usize,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] problem: Signal<Option<String>>,
    /// `data-field`.
    #[prop(optional, into)]
    pointer: String,
) -> AnyView {
    let control = Box::new(move |wiring: Wiring| area(wiring, Some(limit), value, on_input, Callback::new(|_| {}), None));
    let answered = Signal::derive(move || value.with(|v| !v.is_empty()));
    view! { <FieldFrame pointer=pointer id=unique("text") label=label hint=hint required=required answered=answered problem=problem control=control/> }
        .into_any()
}

/// What is left of a limit in words, and whether it is passed; tracks the language.
pub(super) fn left(locale: Locale, limit: usize, used: usize) -> (String, bool) {
    if used > limit {
        (locale.say_with(Ui::CharsOver, &[("n", &(used - limit).to_string())]), true)
    } else {
        (locale.say_with(Ui::CharsLeft, &[("n", &(limit - used).to_string())]), false)
    }
}

/// The area and its count, for whoever draws the frame.
pub fn area(
    wiring: Wiring,
    limit: Option<usize>,
    value: Signal<String>,
    on_input: Callback<String>,
    on_leave: Callback<()>,
    placeholder: Option<String>,
) -> AnyView {
    let locale = use_locale();
    let raw = mirror_text(value);
    let type_in = move |ev| typed_text(raw, on_input, event_target_value(&ev));
    let invalid = wiring.aria_invalid();
    let count_id = format!("{}-count", wiring.id);
    let left = move |limit: usize| left(locale, limit, value.with(|v| v.chars().count()));
    let described = {
        let (outer, mine) = (wiring.described, limit.map(|_| count_id.clone()));
        Signal::derive(move || match (outer.get(), mine.clone()) {
            (Some(a), Some(b)) => Some(format!("{a} {b}")),
            (a, b) => a.or(b),
        })
    };
    let count = limit.map(|limit| {
        view! {
            <p class="mb-count" class:mb-count--over=move || left(limit).1 id=count_id>{move || left(limit).0}</p>
        }
        .into_any()
    });
    view! {
        <textarea class="mb-input mb-input--area" id=wiring.id rows="3" placeholder=placeholder required=wiring.required aria-describedby=described
            aria-invalid=invalid prop:value=raw on:input=type_in on:blur=move |_| super::focus::left(on_leave)></textarea>
        {count}
    }
    .into_any()
}
