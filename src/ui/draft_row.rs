//! A line of "not finished yet": going on, and throwing away.

use super::icon::{Icon, IconName};
use super::notice::Tone;
use super::tag::Tag;
use super::{say_of, say_of_with};
use crate::model::draft::DraftSummary;
use crate::state::locale::use_locale;
use crate::words::drafts::DraftWords;
use crate::words::format;
use leptos::prelude::*;

/// A draft as a link to its form, with a button that asks to delete it.
#[component]
pub fn DraftRow(
    draft: DraftSummary,
    /// On this device rather than at the backend.
    #[prop(optional)]
    is_here: bool,
    #[prop(into)] href: String,
    #[prop(into)] on_delete: Callback<()>,
) -> AnyView {
    let locale = use_locale();
    let DraftSummary { service, updated_at, expires_at, .. } = draft;
    let saved = move || locale.say_with(DraftWords::SavedOn, &[("date", &format::date_of(&updated_at, locale.lang.get()))]);
    let until = move || expires_at.as_ref().map(|at| locale.say_with(DraftWords::KeptUntil, &[("date", &format::date_of(at, locale.lang.get()))]));
    let delete = say_of_with(DraftWords::DeleteWhat, vec![("name", Signal::stored(service.name.clone()))]);
    let here = is_here.then(|| view! { <span class="mb-row__tags"><Tag label=say_of(DraftWords::OnlyHere) tone=Tone::Info/></span> }.into_any());
    view! {
        <div class="mb-draft" data-draft=service.id>
            <a class="mb-row" href=href data-action="continue">
                <span class="mb-row__icon"><Icon name=IconName::Edit/></span>
                <span class="mb-row__words">
                    <span class="mb-row__name">{service.name}</span>
                    <span class="mb-row__meta">{move || saved()}</span>
                    <span class="mb-row__meta">{move || until()}</span>
                </span>
                {here}
            </a>
            <button type="button" class="mb-iconbtn" data-action="delete" aria-label=delete on:click=move |_| on_delete.run(())><Icon name=IconName::Trash/></button>
        </div>
    }
    .into_any()
}
