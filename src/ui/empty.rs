//! Nothing here yet, and what to do about it.

use super::icon::{Icon, IconName};
use leptos::prelude::*;

/// An empty list, in words.
#[component]
pub fn Empty(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] text: Option<Signal<String>>,
    #[prop(default = IconName::List)] icon: IconName,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    view! {
        <div class="mb-empty">
            <span class="mb-empty__icon"><Icon name=icon/></span>
            <p class="mb-empty__title">{title}</p>
            {text.map(|text| view! { <p class="mb-empty__text">{text}</p> }.into_any())}
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}
