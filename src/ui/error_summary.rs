//! Everything that has to be corrected, in one place: takes the focus, links to each field.

use super::focus::{focus_id, reveal, reveal_row};
use super::icon::{Icon, IconName};
use crate::state::effect::{effect, memo};
use crate::state::locale::use_locale;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// A problem and where to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorLink {
    /// The control's id (see `field::target_id`).
    pub target: String,
    /// JSON Pointer of what is wrong, where that is inside a row of a list.
    pub inside: Option<String>,
    /// The field's label; empty where the text says it all.
    pub label: String,
    pub text: String,
}

/// The id of the summary's heading, which the page may focus itself.
pub const ERROR_SUMMARY_ID: &str = "error-summary";

/// The summary; nothing while there is no problem. It takes the focus when `attention` changes to another number than 0, so
/// that the page raises it with every failed submit, and not while problems vanish one by one.
#[component]
pub fn ErrorSummary(
    #[prop(into)] problems: Signal<Vec<ErrorLink>>,
    #[prop(into)] attention: Signal<u32>,
    /// The id of its heading; two summaries of one document need two.
    #[prop(default = ERROR_SUMMARY_ID.to_owned(), into)]
    id: String,
) -> AnyView {
    let locale = use_locale();
    let heading = StoredValue::new(id);
    effect(move || {
        if attention.get() > 0 {
            request_animation_frame(move || {
                let _ = heading.try_with_value(|id| focus_id(id));
            });
        }
    });
    let any = memo(move || problems.with(|p| !p.is_empty()));
    let title = move || locale.say_with(Ui::ErrorsTitle, &[("n", &problems.with(Vec::len).to_string())]);
    let links = move || {
        problems
            .get()
            .into_iter()
            .map(|ErrorLink { target, inside, label, text }| {
                let href = format!("#{target}");
                // The router would take the link for an address of the app.
                let go = move |ev: leptos::ev::MouseEvent| {
                    ev.prevent_default();
                    match &inside {
                        Some(pointer) => reveal_row(&target, pointer),
                        None => reveal(&target),
                    }
                };
                let label = (!label.is_empty()).then(|| view! { <b>{label}</b>" " }.into_any());
                view! { <li><a class="mb-errors__link" href=href on:click=go>{label}{text}</a></li> }.into_any()
            })
            .collect::<Vec<_>>()
    };
    view! {
        {move || {
            any.get().then(|| {
                view! {
                    <section class="mb-errors" role="alert">
                        <h2 class="mb-errors__title" id=heading.get_value() tabindex="-1"><Icon name=IconName::Warning/><span>{move || title()}</span></h2>
                        <ul class="mb-errors__list">{move || links()}</ul>
                    </section>
                }.into_any()
            })
        }}
    }
    .into_any()
}
