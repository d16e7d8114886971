//! One of several ways of narrowing a list: a select that begins with everything.

use super::unique;
use leptos::prelude::*;

/// `on_change` gets the chosen value, or nothing for all.
#[component]
pub fn Filter(
    /// `data-filter`.
    name: &'static str,
    #[prop(into)] label: Signal<String>,
    /// What everything is called.
    #[prop(into)]
    all: Signal<String>,
    /// Values and what they are called.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    on_change: Callback<Option<String>>,
) -> AnyView {
    let id = unique("filter");
    let change = move |ev| on_change.run(Some(event_target_value(&ev)).filter(|value| !value.is_empty()));
    let rows = move || options.get().into_iter().map(|(value, title)| view! { <option value=value>{title}</option> }.into_any()).collect::<Vec<_>>();
    view! {
        <div class="mb-filter">
            <label class="mb-filter__label" for=id.clone()>{label}</label>
            <div class="mb-select">
                <select class="mb-input mb-select__input" id=id data-filter=name on:change=change>
                    <option value="">{all}</option>
                    {move || rows()}
                </select>
            </div>
        </div>
    }
    .into_any()
}
