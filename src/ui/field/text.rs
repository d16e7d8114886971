//! One line of text, an e-mail address, a web address.

use super::control::{line, Keys, TEXT};
use super::frame::Wiring;
use super::Answering;
use crate::form::Field;
use leptos::prelude::*;

/// One line.
pub fn text(wiring: Wiring, field: &Field, answering: Answering) -> AnyView {
    line(wiring, Keys::of(field), TEXT, None, answering)
}

/// An e-mail address. `type=text` with its keyboard: the browser's own check and trimming would fight ours.
pub fn email(wiring: Wiring, field: &Field, answering: Answering) -> AnyView {
    let keys = Keys::of(field);
    let autocomplete = keys.autocomplete.clone().or_else(|| Some("email".into()));
    line(wiring, Keys { mode: Some("email"), capitalize: Some("off"), autocomplete, ..keys }, TEXT, Some(trimmed()), answering)
}

/// A web address.
pub fn uri(wiring: Wiring, field: &Field, answering: Answering) -> AnyView {
    line(wiring, Keys { mode: Some("url"), capitalize: Some("off"), ..Keys::of(field) }, TEXT, Some(trimmed()), answering)
}

fn trimmed() -> Callback<String, String> {
    Callback::new(|text: String| text.trim().to_string())
}
