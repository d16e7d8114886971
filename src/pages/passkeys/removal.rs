//! Asks before a device is removed: whoever has no other way would miss it.

use super::super::taking_away::{self, Question};
use super::row::name_of;
use crate::model::passkey::Passkey;
use crate::state::connection::use_connection;
use crate::state::locale::use_locale;
use crate::words::passkey::PasskeyWords as Words;
use leptos::prelude::*;

/// A sheet that is open while a device is chosen; `gone` hears the name of the removed one.
pub fn draw(chosen: RwSignal<Option<Passkey>>, gone: Callback<String>) -> AnyView {
    let (connection, locale) = (use_connection(), use_locale());
    let question = Question {
        title: Words::RemoveTitle,
        text: Words::RemoveText,
        yes: Words::Remove,
        no: Words::Keep,
        failed: Words::RemoveFailed,
        hooks: ("delete-confirm", "delete-not"),
    };
    let name = move |device: &Passkey| name_of(locale, device);
    let take = move |device: Passkey| async move { connection.client().remove_passkey(&device.id).await };
    taking_away::draw(chosen, question, name, take, gone)
}
