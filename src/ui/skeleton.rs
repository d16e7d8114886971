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
        .map(|_| {
            view! {
                <div class="mb-card mb-skeleton__card" aria-hidden="true">
                    <span class="mb-skeleton__line mb-skeleton__line--title"></span>
                    <span class="mb-skeleton__line"></span>
                    <span class="mb-skeleton__line mb-skeleton__line--short"></span>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="mb-skeleton" aria-busy="true">
            <p class="mb-skeleton__label" role="status">{label}</p>
            {shapes}
        </div>
    }
    .into_any()
}
