//! 我要…: what people come for.

use super::icon::{Icon, IconName};
use crate::model::service::Theme;
use leptos::prelude::*;

/// Tiles, four in a row on a phone, two in elder mode.
#[component]
pub fn ThemeGrid(
    #[prop(into)] themes: Signal<Vec<Theme>>,
    /// Where a theme leads, by id.
    #[prop(into)]
    href: Callback<String, String>,
    /// What the list is called.
    #[prop(into)]
    label: Signal<String>,
) -> AnyView {
    let tiles = move || {
        themes
            .get()
            .into_iter()
            .map(|theme| {
                view! {
                    <li class="mb-themes__item">
                        <a class="mb-themes__tile" href=href.run(theme.id)>
                            <span class="mb-themes__icon"><Icon name=IconName::parse(&theme.icon)/></span>
                            <span class="mb-themes__name">{theme.name}</span>
                        </a>
                    </li>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
    };
    view! { <ul class="mb-themes" role="list" aria-label=label>{move || tiles()}</ul> }.into_any()
}
