//! The tags of a rating: any of several, by code.

use super::unique;
use crate::model::rating::RatingTag;
use leptos::prelude::*;

/// Checkbox cards for the tags of one level.
#[component]
pub fn TagChoice(
    #[prop(into)] legend: Signal<String>,
    /// A word beside the question ("select all that apply").
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    #[prop(into)] tags: Signal<Vec<RatingTag>>,
    /// The codes that are chosen.
    #[prop(into)]
    value: Signal<Vec<String>>,
    /// The new choice, in the order of the tags.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
) -> AnyView {
    let group = unique("tags");
    let rows = move || {
        tags.get()
            .into_iter()
            .map(|RatingTag { code, text }| {
                let id = format!("{group}-{code}");
                let mine = code.clone();
                let on = Signal::derive(move || value.with(|v| v.contains(&mine)));
                let toggle = move |ev| {
                    let want = event_target_checked(&ev);
                    let now = value.get_untracked();
                    let chosen = tags
                        .with_untracked(|tags| tags.iter().map(|t| &t.code).filter(|c| if **c == code { want } else { now.contains(c) }).cloned().collect());
                    on_change.run(chosen);
                };
                view! {
                    <div class="mb-option">
                        <input type="checkbox" class="mb-option__input" id=id.clone() prop:checked=on on:change=toggle/>
                        <label class="mb-option__label" for=id><span class="mb-option__title">{text}</span></label>
                    </div>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
    };
    view! {
        <fieldset class="mb-choice">
            <legend class="mb-choice__legend">{legend}{note.map(|note| view! { <small class="mb-card__note">{note}</small> }.into_any())}</legend>
            <div class="mb-options">{move || rows()}</div>
        </fieldset>
    }
    .into_any()
}
