//! Yes or no: both are answers, and neither is assumed.

use super::frame::Wiring;
use super::Answering;
use crate::state::locale::use_locale;
use crate::ui::choice::{radios, Pick};
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::Value;

/// Two radio cards.
pub fn yes_no(wiring: Wiring, answering: Answering) -> AnyView {
    let locale = use_locale();
    let Answering { value, on_change, on_leave } = answering;
    let options = Signal::derive(move || vec![Pick::new("true", locale.say(Ui::Yes)), Pick::new("false", locale.say(Ui::No))]);
    let chosen = Signal::derive(move || value.with(|v| v.as_bool().map(|b| b.to_string())));
    let choose = Callback::new(move |word: String| on_change.run(Value::Bool(word == "true")));
    view! { <div class="mb-options--two">{radios(wiring.id, options, chosen, choose, on_leave, wiring.invalid)}</div> }.into_any()
}
