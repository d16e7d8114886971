//! Something is finished here: nothing is left to do.

use super::icon::{Icon, IconName};
use leptos::prelude::*;

/// Said where the person looks, and read out.
#[component]
pub fn Done(#[prop(into)] title: Signal<String>, #[prop(into)] text: Signal<String>) -> AnyView {
    view! {
        <section class="mb-card mb-failed mb-failed--good" role="status">
            <span class="mb-failed__icon"><Icon name=IconName::CheckCircle /></span>
            <h2 class="mb-failed__title">{title}</h2>
            <p class="mb-failed__text">{text}</p>
        </section>
    }
    .into_any()
}
