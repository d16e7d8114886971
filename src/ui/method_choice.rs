//! How to prove who one is. A face is never the only way, and nothing is chosen beforehand.

use super::icon::{Icon, IconName};
use super::unique;
use crate::model::consent::{IdentityMethod, MethodKind};
use leptos::prelude::*;

/// Radio cards of the methods that the backend offers, in its order.
#[component]
pub fn MethodChoice(
    #[prop(into)] legend: Signal<String>,
    #[prop(into)] methods: Signal<Vec<IdentityMethod>>,
    /// The id of the chosen one.
    #[prop(into)]
    value: Signal<Option<String>>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(optional, into)] problem: Signal<Option<String>>,
    /// Where an error summary links to (`{id}-0`); made up when empty.
    #[prop(optional, into)]
    id: String,
) -> AnyView {
    let group = if id.is_empty() { unique("method") } else { id };
    let problem_id = format!("{group}-problem");
    let described = problem_id.clone();
    let rows = move || {
        methods
            .get()
            .into_iter()
            .enumerate()
            .map(|(i, method)| {
                let id = format!("{group}-{i}");
                let text_id = format!("{id}-text");
                let icon = match method.kind {
                    MethodKind::Face => IconName::Face,
                    MethodKind::Sms => IconName::Sms,
                    MethodKind::Window => IconName::Window,
                    MethodKind::Password => IconName::Person,
                    MethodKind::Device => IconName::Lock,
                    MethodKind::Oidc => IconName::Id,
                    MethodKind::Other => IconName::Shield,
                };
                let (mine, answer) = (method.id.clone(), method.id.clone());
                let on = Signal::derive(move || value.with(|v| v.as_deref() == Some(mine.as_str())));
                view! {
                    <div class="mb-option mb-option--icon">
                        <input type="radio" class="mb-option__input" id=id.clone() name=group.clone() value=method.id prop:checked=on aria-describedby=text_id.clone()
                            on:change=move |_| on_change.run(answer.clone())/>
                        <label class="mb-option__label" for=id>
                            <span class="mb-option__title">{method.name}</span>
                            <span class="mb-option__text" id=text_id>{method.text}</span>
                            <span class="mb-option__icon"><Icon name=icon/></span>
                        </label>
                    </div>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
    };
    view! {
        <fieldset class="mb-choice" aria-describedby=described>
            <legend class="mb-choice__legend">{legend}</legend>
            <div class="mb-options">{move || rows()}</div>
            <div class="mb-field__problem-slot" id=problem_id aria-live="polite">{move || problem.get().map(super::field::frame::problem_line)}</div>
        </fieldset>
    }
    .into_any()
}
