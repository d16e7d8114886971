//! A line of the review: what will be submitted, where it comes from, and the way to change it.

use super::icon::{Icon, IconName};
use super::source_card::reveal_button;
use super::{say, say_with};
use crate::words::ui::Ui;
use leptos::prelude::*;

/// Label, value, source, Change. Stands in a `<dl class="mb-values">`.
#[component]
pub fn DataRow(
    #[prop(into)] label: Signal<String>,
    /// The whole value, in words; "not given" is said when it is empty.
    #[prop(into)]
    value: Signal<String>,
    /// What is shown until asked for the whole.
    #[prop(optional, into)]
    masked: Signal<Option<String>>,
    /// Who filled it.
    #[prop(optional, into)]
    source: Signal<Option<String>>,
    /// Something more to know about the value.
    #[prop(optional, into)]
    note: Signal<Option<String>>,
    /// Where it is changed; absent for locked values.
    #[prop(optional, into)]
    change_href: Option<String>,
    /// Instead of following the link.
    #[prop(optional, into)]
    on_change: Option<Callback<()>>,
    /// `data-field`; `data-state` is `empty`, `answered`, or `locked` where it cannot be changed here.
    #[prop(optional, into)]
    pointer: String,
) -> AnyView {
    let shown = RwSignal::new(false);
    let none = say(Ui::NotGiven);
    let has_mask = Signal::derive(move || masked.with(Option::is_some));
    let text = move || {
        let whole = value.get();
        if whole.is_empty() {
            return none.get();
        }
        if shown.get() {
            whole
        } else {
            masked.get().unwrap_or(whole)
        }
    };
    let from = move || {
        source.get().map(|name| {
            view! { <small class="mb-values__note mb-values__note--source"><Icon name=IconName::CheckCircle/>{say_with(Ui::FilledBy, vec![("name", Signal::stored(name))])}</small> }.into_any()
        })
    };
    let name = say_with(Ui::ChangeWhat, vec![("name", label)]);
    let change = (change_href.is_some() || on_change.is_some()).then(|| {
        let follow = move |ev: leptos::ev::MouseEvent| {
            if let Some(on_change) = on_change {
                ev.prevent_default();
                on_change.run(());
            }
        };
        view! { <a class="mb-textbtn" href=change_href.unwrap_or_else(|| "#".to_string()) aria-label=name data-action="change" on:click=follow>{say(Ui::Change)}</a> }.into_any()
    });
    let locked = change.is_none();
    let state = move || match (value.with(String::is_empty), locked) {
        (true, _) => "empty",
        (false, true) => "locked",
        (false, false) => "answered",
    };
    view! {
        <div class="mb-values__row" data-field=pointer data-state=state>
            <dt class="mb-values__label">{label}</dt>
            <dd class="mb-values__value">
                <span class="mb-values__text" class:mb-values__text--none=move || value.with(String::is_empty) translate="no">{move || text()}</span>
                {move || has_mask.get().then(|| reveal_button(label, shown))}
                {change}
                {move || from()}
                {move || note.get().map(|note| view! { <small class="mb-values__note">{note}</small> }.into_any())}
            </dd>
        </div>
    }
    .into_any()
}
