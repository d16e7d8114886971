//! A day: the device's own picker, which can be typed into as well, and takes what people paste.

use super::control::{line, Keys, TEXT};
use super::frame::Wiring;
use super::parts::{member, part, problem_of, together};
use super::{Answering, Problems};
use crate::form::{typed_date, Field, Part};
use crate::ui::say;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// A native date input; its value is `YYYY-MM-DD` in every language. The bounds keep a six-digit year from being typed.
pub fn date(wiring: Wiring, field: &Field, answering: Answering) -> AnyView {
    day(wiring, Keys::of(field), answering)
}

/// [`date`] for a part of a question.
pub(super) fn day(wiring: Wiring, keys: Keys, answering: Answering) -> AnyView {
    let paste = keys.paste.or(Some(|text| typed_date(text).map(|date| date.to_string())));
    let keys = Keys { kind: Some("date"), class: "mb-input--date", min: Some("1900-01-01".into()), max: Some("9999-12-31".into()), paste, ..keys };
    line(wiring, keys, TEXT, None, answering)
}

/// Two days, from and to.
pub fn range(wiring: Wiring, ends: &[Part; 2], pointer: Signal<String>, problems: Option<Problems>, answering: Answering) -> AnyView {
    let end = |end: &Part, words: Ui| {
        let label = end.title.clone().map_or_else(|| say(words), Signal::stored);
        let answering = member(&answering, &end.key);
        part(&wiring, &end.key, label, problem_of(problems, pointer, end), |wiring| day(wiring, Keys::default(), answering))
    };
    let [from, to] = ends;
    together(vec![end(from, Ui::RangeFrom), end(to, Ui::RangeTo)], answering.on_leave)
}
