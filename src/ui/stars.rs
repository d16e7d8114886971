//! Five stars with the national levels' names.

use super::field::frame::problem_line;
use super::icon::{Icon, IconName};
use super::say_with;
use super::unique;
use crate::model::rating::{RatingLevel, Stars};
use crate::words::ui::Ui;
use leptos::prelude::*;

/// Native radios in a row, so arrows work; each says its number and its name. Nothing is chosen beforehand.
#[component]
pub fn StarChoice(
    /// The question.
    #[prop(into)]
    legend: Signal<String>,
    /// From the rating sheet; their names are the backend's.
    #[prop(into)]
    levels: Signal<Vec<RatingLevel>>,
    #[prop(into)] value: Signal<Option<Stars>>,
    #[prop(into)] on_change: Callback<Stars>,
    #[prop(optional, into)] problem: Signal<Option<String>>,
    /// Where an error summary links to (`{id}-1`); made up when empty.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let id = if id.is_empty() { unique("stars") } else { id };
    let problem_id = format!("{id}-problem");
    let name_of = move |stars: Stars| levels.with(|l| l.iter().find(|l| l.level == stars).map(|l| l.name.clone())).unwrap_or_default();
    let rows: Vec<AnyView> = Stars::all()
        .into_iter()
        .map(|stars| {
            let mine = format!("{id}-{}", stars.get());
            let label = say_with(
                Ui::StarN,
                vec![("n", Signal::stored(stars.get().to_string())), ("name", Signal::derive(move || name_of(stars)))],
            );
            let lit = move || value.get().is_some_and(|v| stars <= v);
            view! {
                <span class="mb-stars__star" class:mb-stars__star--on=lit>
                    <input type="radio" class="mb-stars__input" id=mine.clone() name=id.clone() value=stars.get().to_string() aria-describedby=problem_id.clone()
                        prop:checked=move || value.get() == Some(stars) on:change=move |_| on_change.run(stars)/>
                    <label class="mb-stars__face" for=mine><span class="mb-hidden">{label}</span><Icon name=IconName::Star/></label>
                </span>
            }
            .into_any()
        })
        .collect();
    let chosen = move || {
        value.get().map(|stars| {
            let bad = levels.with(|l| l.iter().any(|l| l.level == stars && l.bad));
            let words = say_with(Ui::StarN, vec![("n", Signal::stored(stars.get().to_string())), ("name", Signal::derive(move || name_of(stars)))]);
            view! { <p class=if bad { "mb-stars__name mb-stars__name--bad" } else { "mb-stars__name" } aria-hidden="true">{words}</p> }.into_any()
        })
    };
    view! {
        <fieldset class="mb-choice mb-stars">
            <legend class="mb-stars__legend">{legend}</legend>
            <div class="mb-stars__row">{rows}</div>
            <div class="mb-stars__slot">{move || chosen()}</div>
            <div class="mb-field__problem-slot" id=problem_id aria-live="polite">{move || problem.get().map(problem_line)}</div>
        </fieldset>
    }
    .into_any()
}
