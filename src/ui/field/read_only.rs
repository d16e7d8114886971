//! A value that cannot be changed here: shown masked until asked for.

use super::frame::{FilledBy, Wiring};
use super::Answering;
use crate::form::{in_words, Field};
use crate::state::locale::use_locale;
use crate::ui::source_card::reveal_button;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// The value as text, with a Show button where it is masked. An `<output>`, so that the label belongs to it.
pub fn read_only(wiring: Wiring, field: &Field, answering: Answering, filled_by: Signal<Option<FilledBy>>) -> AnyView {
    let locale = use_locale();
    let field = StoredValue::new(field.clone());
    let value = answering.value;
    let shown = RwSignal::new(false);
    let masked = Signal::derive(move || filled_by.with(|f| f.as_ref().and_then(|f| f.masked.clone())));
    let has_mask = Signal::derive(move || masked.with(Option::is_some));
    let text = move || {
        let whole = value.with(|v| field.with_value(|f| in_words(f, v, locale.lang.get())));
        let words = if shown.get() { whole } else { masked.get().unwrap_or(whole) };
        if words.is_empty() {
            locale.say(Ui::NotGiven).to_string()
        } else {
            words
        }
    };
    let label = wiring.label;
    view! {
        <div class="mb-readonly">
            <output class="mb-readonly__value" id=wiring.id tabindex="-1" translate="no">{move || text()}</output>
            {move || has_mask.get().then(|| reveal_button(label, shown))}
        </div>
    }
    .into_any()
}
