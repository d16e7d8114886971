//! A definition that cannot be drawn: a way on for the citizen, the place of the mistake for its maintainer.

use super::say;
use crate::state::locale::use_locale;
use crate::ui::{Card, Failed};
use crate::words::form::FormWords;
use crate::words::frame::Frame;
use leptos::prelude::*;

/// Draws it.
pub fn draw(pointer: String, reason: String) -> AnyView {
    let locale = use_locale();
    let at = Signal::derive(move || locale.say_with(FormWords::BrokenAt, &[("pointer", &pointer), ("reason", &reason)]));
    view! {
        <Failed title=say(FormWords::BrokenTitle) text=say(FormWords::BrokenText) />
        <Card title=say(Frame::ForMaintainer)><p class="mb-code">{at}</p></Card>
    }
    .into_any()
}
