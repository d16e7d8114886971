//! Several lines of text, counted where there is a limit.

use super::control::TEXT;
use super::frame::Wiring;
use super::Answering;
use crate::form::Field;
use crate::ui::long_text::area;
use leptos::prelude::*;
use serde_json::Value;

/// A text area that says how many characters are left.
pub fn long_text(wiring: Wiring, field: &Field, answering: Answering) -> AnyView {
    let value = answering.value;
    let shown = Signal::derive(move || value.with(|v: &Value| (TEXT.show)(v)));
    let on_change = answering.on_change;
    let on_input = Callback::new(move |text: String| on_change.run((TEXT.read)(&text)));
    area(wiring, field.limits.max_length, shown, on_input, answering.on_leave, field.placeholder.clone())
}
