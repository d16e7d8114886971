//! A box to tick: agreeing to something, or one of many.

use super::field::frame::problem_line;
use super::unique;
use leptos::prelude::*;

/// A checkbox card.
#[component]
pub fn CheckRow(
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(optional, into)] problem: Signal<Option<String>>,
    /// Where an error summary links to; made up when empty.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let id = if id.is_empty() { unique("check") } else { id };
    let (hint_id, problem_id) = (format!("{id}-hint"), format!("{id}-problem"));
    let described = match hint {
        Some(_) => format!("{hint_id} {problem_id}"),
        None => problem_id.clone(),
    };
    view! {
        <div class="mb-check">
            <div class="mb-option">
                <input type="checkbox" class="mb-option__input" id=id.clone() prop:checked=on aria-describedby=described
                    aria-invalid=move || problem.with(Option::is_some).then_some("true") on:change=move |ev| on_change.run(event_target_checked(&ev))/>
                <label class="mb-option__label" for=id>
                    <span class="mb-option__title">{label}</span>
                    {hint.map(|hint| view! { <span class="mb-option__text" id=hint_id>{hint}</span> }.into_any())}
                </label>
            </div>
            <div class="mb-field__problem-slot" id=problem_id aria-live="polite">{move || problem.get().map(problem_line)}</div>
        </div>
    }
    .into_any()
}
