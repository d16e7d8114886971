//! A device that is set up, as a line of the list.

use crate::model::passkey::Passkey;
use crate::state::locale::{use_locale, Locale};
use crate::ui::{Icon, IconName};
use crate::words::format;
use crate::words::passkey::PasskeyWords as Words;
use leptos::prelude::*;

/// Its name, since when, last used, and the button that asks to remove it.
pub fn draw(device: Passkey, on_remove: Callback<()>) -> AnyView {
    let locale = use_locale();
    let named = device.clone();
    let name = Signal::derive(move || name_of(locale, &named));
    let Passkey { id, created_at, last_used_at, .. } = device;
    let since = move || locale.say_with(Words::Since, &[("date", &format::date_of(&created_at, locale.lang.get()))]);
    let used = move || last_used_at.as_ref().map(|at| locale.say_with(Words::Used, &[("date", &format::date_of(at, locale.lang.get()))]));
    let remove = Signal::derive(move || locale.say_with(Words::RemoveWhat, &[("name", &name.get())]));
    // The grid of a draft's line: words, and a button beside them.
    view! {
        <li>
            <div class="mb-draft" data-passkey=id>
                <div class="mb-row">
                    <span class="mb-row__icon"><Icon name=IconName::Lock/></span>
                    <span class="mb-row__words">
                        <span class="mb-row__name">{name}</span>
                        <span class="mb-row__meta">{move || since()}</span>
                        <span class="mb-row__meta">{move || used()}</span>
                    </span>
                </div>
                <button type="button" class="mb-iconbtn" data-action="delete" aria-label=remove on:click=move |_| on_remove.run(())><Icon name=IconName::Trash/></button>
            </div>
        </li>
    }
    .into_any()
}

/// What a person calls it.
pub fn name_of(locale: Locale, device: &Passkey) -> String {
    device.label.clone().unwrap_or_else(|| locale.say(Words::Unnamed).to_owned())
}
