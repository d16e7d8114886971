//! A failed call, in words that say what to do.

use super::say;
use crate::backend::ApiError;
use crate::state::locale::{use_locale, Locale};
use crate::ui::{Failed, IconName, Notice, Tone};
use crate::words::trouble::Trouble;
use leptos::prelude::*;

/// Title and text for an error. What the backend itself explains goes before our own words.
pub fn words_for(locale: Locale, error: &ApiError) -> (String, String) {
    let (title, text) = match error {
        ApiError::Unreachable => (Trouble::UnreachableTitle, Trouble::UnreachableText),
        ApiError::TimedOut => (Trouble::TimedOutTitle, Trouble::TimedOutText),
        ApiError::TooMany { retry_after_s: Some(s) } => {
            return (locale.say(Trouble::TooManyTitle).to_owned(), locale.say_with(Trouble::TooManySeconds, &[("n", &s.to_string())]));
        }
        ApiError::TooMany { retry_after_s: None } => (Trouble::TooManyTitle, Trouble::TooManyText),
        ApiError::SignedOut => (Trouble::SignedOutTitle, Trouble::SignedOutText),
        ApiError::NotFound => (Trouble::NotFoundTitle, Trouble::NotFoundText),
        ApiError::Broken { .. } => (Trouble::BrokenTitle, Trouble::BrokenText),
        ApiError::Unreadable { .. } => (Trouble::UnreadableTitle, Trouble::UnreadableText),
        ApiError::Refused { problem, .. } => {
            let own = |text: &str, otherwise: Trouble| if text.is_empty() { locale.say(otherwise).to_owned() } else { text.to_owned() };
            return (own(&problem.title, Trouble::RefusedTitle), own(problem.detail.as_deref().unwrap_or_default(), Trouble::RefusedText));
        }
    };
    (locale.say(title).to_owned(), locale.say(text).to_owned())
}

/// Both, in the language of the moment.
fn told(error: ApiError) -> (Signal<String>, Signal<String>) {
    let locale = use_locale();
    let about = error.clone();
    (Signal::derive(move || words_for(locale, &about).0), Signal::derive(move || words_for(locale, &error).1))
}

/// Tells of an error above or beside what can be tried again there.
pub fn notice(error: ApiError) -> AnyView {
    let (title, text) = told(error);
    view! { <Notice tone=Tone::Bad announce=true title text /> }.into_any()
}

/// Draws an error with its retry.
pub fn draw(error: ApiError, on_retry: Callback<()>) -> AnyView {
    let icon = match error {
        ApiError::Unreachable | ApiError::TimedOut => IconName::Offline,
        ApiError::SignedOut => IconName::Lock,
        _ => IconName::Warning,
    };
    let (title, text) = told(error);
    view! { <Failed title text on_retry retry_label=say(Trouble::Retry) icon /> }.into_any()
}
