//! One of several: radio cards in a fieldset.

use super::focus::left;
use super::unique;
use leptos::prelude::*;

/// One option.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pick {
    /// What is answered.
    pub value: String,
    /// What is read.
    pub title: String,
    /// A second line.
    pub text: Option<String>,
    /// BCP 47, where the title is in another language than the page.
    pub lang: Option<&'static str>,
    /// Shown, but cannot be chosen; `text` says why.
    pub disabled: bool,
}

impl Pick {
    pub fn new(value: impl Into<String>, title: impl Into<String>) -> Self {
        Self { value: value.into(), title: title.into(), ..Self::default() }
    }

    /// The same with a second line.
    pub fn with_text(self, text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), ..self }
    }
}

/// Radio cards: native radios, so arrows, typing and screen readers work as anywhere.
#[component]
pub fn ChoiceGroup(
    /// The question.
    #[prop(into)]
    legend: Signal<String>,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    #[prop(into)] options: Signal<Vec<Pick>>,
    #[prop(into)] value: Signal<Option<String>>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(optional, into)] problem: Signal<Option<String>>,
) -> AnyView {
    let id = unique("choice");
    let (hint_id, problem_id) = (format!("{id}-hint"), format!("{id}-problem"));
    let described = {
        let (hint_id, problem_id, has_hint) = (hint_id.clone(), problem_id.clone(), hint.is_some());
        Signal::derive(move || match (has_hint, problem.with(Option::is_some)) {
            (true, true) => Some(format!("{hint_id} {problem_id}")),
            (true, false) => Some(hint_id.clone()),
            (false, true) => Some(problem_id.clone()),
            (false, false) => None,
        })
    };
    view! {
        <fieldset class="mb-choice" id=format!("{id}-group") aria-describedby=described>
            <legend class="mb-choice__legend">{legend}</legend>
            {hint.map(|hint| view! { <p class="mb-choice__hint" id=hint_id>{hint}</p> }.into_any())}
            {radios(id.clone(), options, value, on_change, Callback::new(|_| {}), Signal::stored(false))}
            <div class="mb-field__problem-slot" id=problem_id aria-live="polite">
                {move || problem.get().map(super::field::frame::problem_line)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// The cards alone, for a fieldset that somebody else draws. The first one has the id `{name}-0`.
pub fn radios(
    name: String,
    options: Signal<Vec<Pick>>,
    value: Signal<Option<String>>,
    on_change: Callback<String>,
    on_leave: Callback<()>,
    invalid: Signal<bool>,
) -> AnyView {
    let rows = move || {
        options
            .get()
            .into_iter()
            .enumerate()
            .map(|(i, pick)| {
                let id = format!("{name}-{i}");
                let text_id = format!("{id}-text");
                let described = pick.text.as_ref().map(|_| text_id.clone());
                let (mine, answer) = (pick.value.clone(), pick.value.clone());
                let on = Signal::derive(move || value.with(|v| v.as_deref() == Some(mine.as_str())));
                view! {
                    <div class="mb-option">
                        <input type="radio" class="mb-option__input" id=id.clone() name=name.clone() value=pick.value
                            prop:checked=on disabled=pick.disabled aria-describedby=described aria-invalid=move || invalid.get().then_some("true")
                            on:change=move |_| on_change.run(answer.clone()) on:blur=move |_| left(on_leave)/>
                        <label class="mb-option__label" for=id>
                            <span class="mb-option__title" lang=pick.lang>{pick.title}</span>
                            {pick.text.map(|text| view! { <span class="mb-option__text" id=text_id>{text}</span> }.into_any())}
                        </label>
                    </div>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
    };
    view! { <div class="mb-options">{move || rows()}</div> }.into_any()
}
