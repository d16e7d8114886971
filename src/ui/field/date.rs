//! A day: the device's own picker, which can be typed into as well.

use super::control::{line, Keys, TEXT};
use super::frame::Wiring;
use super::Answering;
use crate::form::Field;
use leptos::prelude::*;

/// A native date input; its value is `YYYY-MM-DD` in every language. The bounds keep a six-digit year from being typed.
pub fn date(wiring: Wiring, field: &Field, answering: Answering) -> AnyView {
    let keys = Keys { kind: Some("date"), class: "mb-input--date", min: Some("1900-01-01".into()), max: Some("9999-12-31".into()), ..Keys::of(field) };
    line(wiring, keys, TEXT, None, answering)
}
