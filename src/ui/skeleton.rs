//! What stands where something is still being fetched. A page draws it only after 500 ms (`Load::Slow`).

use super::say;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// Grey shapes of what will come, and the word "loading" for those who listen.
#[component]
pub fn Skeleton(
    /// How many cards.
    #[prop(default = 2)]
    cards: usize,
    /// What is being waited for; "loading" where nothing is said.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
) -> AnyView {
    let label = label.unwrap_or_else(|| say(Ui::Loading));
    let shapes: Vec<AnyView> = (0..cards)
        .map(|n| {
            // Inside a card: above it, there may be a coloured head.
            let label = (n == 0).then(|| view! { <p class="mb-skeleton__label" role="status">{label}</p> }.into_any());
            view! {
                <div class="mb-card">
                    {label}
                    <span class="mb-skeleton__line mb-skeleton__line--title" aria-hidden="true"></span>
                    <span class="mb-skeleton__line" aria-hidden="true"></span>
                    <span class="mb-skeleton__line mb-skeleton__line--short" aria-hidden="true"></span>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="mb-skeleton" aria-busy="true">
            {shapes}
        </div>
    }
    .into_any()
}
