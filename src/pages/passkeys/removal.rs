//! Asks before a device is removed: whoever has no other way would miss it.

use super::super::say;
use super::row::name_of;
use crate::model::passkey::Passkey;
use crate::state::connection::use_connection;
use crate::state::effect::effect;
use crate::state::locale::use_locale;
use crate::ui::{live, Action, Look, Notice, Sheet, Tone};
use crate::words::passkey::PasskeyWords as Words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A sheet that is open while a device is chosen; `gone` hears the name of the removed one.
pub fn draw(chosen: RwSignal<Option<Passkey>>, gone: Callback<String>) -> AnyView {
    let (connection, locale) = (use_connection(), use_locale());
    let (asking, busy, failed) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    effect(move || {
        if chosen.with(Option::is_some) {
            failed.set(false);
            asking.set(true);
        }
    });
    effect(move || {
        // Closed by Esc or beside it: the same device can be chosen again.
        if !asking.get() {
            chosen.set(None);
        }
    });
    let text = Signal::derive(move || {
        let name = chosen.with(|device| device.as_ref().map(|device| name_of(locale, device))).unwrap_or_default();
        locale.say_with(Words::RemoveText, &[("name", &name)])
    });
    let remove = Callback::new(move |()| {
        let Some(device) = chosen.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        let name = name_of(locale, &device);
        busy.set(true);
        failed.set(false);
        spawn_local(async move {
            let answer = connection.client().remove_passkey(&device.id).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    if asking.try_set(false).is_none() {
                        gone.run(name);
                    }
                }
                Err(_) => drop(failed.try_set(true)),
            }
        });
    });
    view! {
        <Sheet open=asking title=say(Words::RemoveTitle)>
            <p>{text}</p>
            {live(move || match failed.get() {
                true => view! { <Notice tone=Tone::Bad text=say(Words::RemoveFailed) announce=true /> }.into_any(),
                false => ().into_any(),
            })}
            <Action label=say(Words::Remove) on_press=remove busy look=Look::Danger hook="delete-confirm" />
            <Action label=say(Words::Keep) on_press=Callback::new(move |()| asking.set(false)) look=Look::Quiet hook="delete-not" />
        </Sheet>
    }
    .into_any()
}
