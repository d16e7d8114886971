//! How it was decided, in one look.

use super::icon::{Icon, IconName};
use crate::model::application::Status;
use leptos::prelude::*;

/// Icon, title and a line. The icon draws itself once where something was approved.
#[component]
pub fn DecisionHead(
    status: Status,
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] text: Option<Signal<String>>,
    /// The document and what else belongs to the decision.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let (word, mark) = match status {
        Status::Checking => ("checking", view! { <span class="mb-spin mb-spin--large" aria-hidden="true"></span> }.into_any()),
        Status::Approved => ("approved", view! { <Icon name=IconName::CheckCircle/> }.into_any()),
        Status::Rejected => ("rejected", view! { <Icon name=IconName::CrossCircle/> }.into_any()),
        Status::Manual => ("manual", view! { <Icon name=IconName::Clock/> }.into_any()),
    };
    view! {
        <section class=format!("mb-card mb-decision mb-decision--{word}") data-decision=word>
            <div aria-live="polite">
                <span class="mb-decision__mark">{mark}</span>
                <h2 class="mb-decision__title">{title}</h2>
                {text.map(|text| view! { <p class="mb-decision__text">{text}</p> }.into_any())}
            </div>
            {children.map(|children| children())}
        </section>
    }
    .into_any()
}
