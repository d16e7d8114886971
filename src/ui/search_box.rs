//! Search that answers while one types.

use super::field::control::{mirror_text, typed_text};
use super::icon::{Icon, IconName};
use super::{say, unique};
use crate::words::ui::Ui;
use leptos::prelude::*;

/// A search field. The page draws the results and says their number in a live region of its own.
#[component]
pub fn SearchBox(
    /// What can be looked for; read out, and shown while nothing is typed.
    #[prop(into)]
    label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    /// The id of the results, for `aria-controls`.
    #[prop(optional, into)]
    results: Option<String>,
) -> AnyView {
    let id = unique("search");
    let raw = mirror_text(value);
    let type_in = move |ev| typed_text(raw, on_input, event_target_value(&ev));
    let again = id.clone();
    let clear = move |_| {
        raw.set(String::new());
        on_input.run(String::new());
        super::focus::focus_id(&again);
    };
    let some = move || value.with(|v| !v.is_empty());
    view! {
        <form class="mb-search" role="search" on:submit=|ev| ev.prevent_default()>
            <label class="mb-hidden" for=id.clone()>{label}</label>
            <Icon name=IconName::Search/>
            <input class="mb-search__input" type="search" id=id enterkeyhint="search" autocomplete="off" autocapitalize="off" spellcheck="false"
                placeholder=label aria-controls=results prop:value=raw on:input=type_in/>
            <button type="button" class="mb-iconbtn mb-search__clear" hidden=move || !some() aria-label=say(Ui::SearchClear) on:click=clear><Icon name=IconName::Close/></button>
        </form>
    }
    .into_any()
}
