//! An amount in yuan.

use super::control::{line, Keys};
use super::frame::Wiring;
use super::number::NUMBER;
use super::Answering;
use crate::form::Field;
use crate::ui::say;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// A number with its unit beside it.
pub fn money(wiring: Wiring, field: &Field, answering: Answering) -> AnyView {
    let keys = Keys { mode: Some("decimal"), class: "mb-input--short", capitalize: Some("off"), ..Keys::of(field) };
    view! {
        <div class="mb-affix">
            {line(wiring, keys, NUMBER, None, answering)}
            <span class="mb-affix__unit">{say(Ui::YuanSign)}</span>
        </div>
    }
    .into_any()
}
