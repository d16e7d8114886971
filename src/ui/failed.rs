//! Something could not be done: what to do about it.

use super::button::{Action, Look};
use super::icon::{Icon, IconName};
use super::say;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// A failed load or a refused request, with a retry and other ways on.
#[component]
pub fn Failed(
    #[prop(into)] title: Signal<String>,
    /// What the person can do.
    #[prop(into)]
    text: Signal<String>,
    /// Present where trying again is safe.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// "Try again" where nothing is said.
    #[prop(optional, into)]
    retry_label: Option<Signal<String>>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(default = IconName::Warning)] icon: IconName,
    /// Whether it is read out at once. A page that is nothing but this moves the focus instead.
    #[prop(default = true)]
    announce: bool,
    /// Other ways: the window, the hotline, another service.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let retry = on_retry.map(|on_retry| {
        view! { <Action label=retry_label.unwrap_or_else(|| say(Ui::Retry)) on_press=on_retry look=Look::Quiet busy=busy hook="retry"/> }.into_any()
    });
    view! {
        <section class="mb-card mb-failed" role=announce.then_some("alert")>
            <span class="mb-failed__icon"><Icon name=icon/></span>
            <h2 class="mb-failed__title">{title}</h2>
            <p class="mb-failed__text">{text}</p>
            {retry}
            {children.map(|children| children())}
        </section>
    }
    .into_any()
}
