//! The backend's checks of single answers, as the fields show them.

use crate::form::in_words;
use crate::state::checks::Checked;
use crate::state::journey::Journey;
use crate::state::locale::use_locale;
use crate::ui::field::{CheckDesk, CheckState};
use leptos::prelude::*;
use serde_json::Value;

/// Tells fields how far their check is, and takes what the person does about it to the journey.
pub fn desk(journey: Journey) -> CheckDesk {
    let locale = use_locale();
    let words = move |pointer: &str, value: &Value| {
        let told = journey.form.with(|f| f.as_ref()?.field(pointer).map(|field| in_words(field, value, locale.lang.get())));
        told.unwrap_or_default()
    };
    let state = move |pointer: String| {
        Some(match journey.checks.of(&pointer)? {
            Checked::Asking => CheckState::Asking,
            Checked::Unknown => CheckState::Unknown,
            Checked::Said(said) if said.ok => CheckState::Passed(said.message),
            Checked::Said(said) => CheckState::Refused(said.suggestions.into_iter().map(|value| (value.clone(), words(&pointer, &value))).collect()),
        })
    };
    let take = move |(pointer, value): (String, Value)| {
        let Some(form) = journey.form.get_untracked() else { return };
        let Some(field) = form.field(&pointer) else { return };
        journey.type_in(field, value);
        journey.leave(field);
        journey.ask_check(field);
    };
    CheckDesk { state: Callback::new(state), on_retry: Callback::new(move |pointer: String| journey.retry_check(&pointer)), on_take: Callback::new(take) }
}
