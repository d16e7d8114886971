//! On or off, at once.

use super::unique;
use leptos::prelude::*;

/// A switch with its name and what it does. Native checkbox with `role="switch"`.
#[component]
pub fn Switch(
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    /// What screen readers say where the label alone is ambiguous.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> AnyView {
    let id = unique("switch");
    let hint_id = format!("{id}-hint");
    let described = hint.map(|_| hint_id.clone());
    view! {
        <div class="mb-switch">
            <label class="mb-switch__words" for=id.clone()>
                <span class="mb-switch__label">{label}</span>
                {hint.map(|hint| view! { <span class="mb-switch__hint" id=hint_id>{hint}</span> }.into_any())}
            </label>
            <input type="checkbox" role="switch" class="mb-switch__input" id=id prop:checked=on prop:disabled=disabled aria-label=name aria-describedby=described
                on:change=move |ev| on_change.run(event_target_checked(&ev))/>
        </div>
    }
    .into_any()
}
