//! An identifier: right keyboard, pasted blanks cleaned away, and what a resident number says about its holder.

use super::control::{line, Keys, TEXT};
use super::frame::Wiring;
use super::Answering;
use crate::form::Field;
use crate::model::identifier::{check, clean, IdentifierKind, Sex};
use crate::state::locale::use_locale;
use crate::words::format;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// The control, and below it the birth date and sex that a valid number implies: the person sees a slip at once.
pub fn identifier(wiring: Wiring, field: &Field, kind: IdentifierKind, answering: Answering) -> AnyView {
    let locale = use_locale();
    let value = answering.value;
    let implied = move || {
        let known = value.with(|v| v.as_str().and_then(|text| check(kind, &clean(kind, text)).ok()))?;
        let lang = locale.lang.get();
        let birth = known.birth.map(|birth| locale.say_with(Ui::ImpliesBirth, &[("date", &format::day(birth, lang))]));
        let sex = known.sex.map(|sex| {
            locale.say(match sex {
                Sex::Female => Ui::ImpliesFemale,
                Sex::Male => Ui::ImpliesMale,
            })
        });
        let words: Vec<String> = birth.into_iter().chain(sex.map(str::to_string)).collect();
        (!words.is_empty()).then(|| words.join(" · "))
    };
    let mode = match kind {
        IdentifierKind::Mobile => Some("tel"),
        IdentifierKind::BankCard => Some("numeric"),
        _ => None,
    };
    let keys = Keys::of(field);
    let autocomplete = keys.autocomplete.clone().or(match kind {
        IdentifierKind::Mobile => Some("tel".into()),
        _ => Some("off".into()),
    });
    let tidy = Callback::new(move |text: String| clean(kind, &text));
    view! {
        {line(wiring, Keys { mode, autocomplete, capitalize: Some("characters"), class: "mb-input--code", ..keys }, TEXT, Some(tidy), answering)}
        <p class="mb-field__implied" aria-live="polite">{move || implied()}</p>
    }
    .into_any()
}
