//! Which of several certificates: those that the person holds as radio cards, and a line for one that is not among them.

use super::control::{line, Keys, TEXT};
use super::frame::Wiring;
use super::Answering;
use crate::form::Field;
use crate::state::effect::memo;
use crate::state::locale::use_locale;
use crate::ui::choice::{radios, Pick};
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::Value;

/// The card of a certificate that is not among those offered.
const OTHER: &str = "other";

/// A certificate that can be picked.
#[derive(Debug, Clone, PartialEq)]
pub struct CertificateOption {
    /// What is answered when it is picked.
    pub value: Value,
    /// What it is about, or what it is called.
    pub title: String,
    /// Its number, who issued it and when; or why it cannot be picked.
    pub text: String,
    pub is_usable: bool,
}

/// Who knows which certificates the person holds. Pointers tell the fields apart.
#[derive(Clone, Copy)]
pub struct CertificateDesk {
    /// Those that a field can be answered with; none where the source offers no choice. Tracks them.
    pub held: Callback<String, Vec<CertificateOption>>,
}

/// The cards, or the line alone where there is nothing to pick from. The first control has the id `{id}-0`.
pub fn certificate(wiring: Wiring, field: &Field, pointer: Signal<String>, desk: Option<CertificateDesk>, answering: Answering) -> AnyView {
    let locale = use_locale();
    let held = memo(move || desk.map(|desk| desk.held.run(pointer.get())).unwrap_or_default());
    let value = answering.value;
    let place = move |value: &Value| held.with(|all| all.iter().position(|o| o.value == *value));
    // Asked for by its card, or typed before the certificates were there.
    let other = RwSignal::new(false);
    let chosen = Signal::derive(move || match value.with(place) {
        Some(at) => Some(at.to_string()),
        None => (other.get() || value.with(|v| !v.is_null())).then(|| OTHER.to_owned()),
    });
    let picks = Signal::derive(move || {
        let cards = held.get().into_iter().enumerate().map(|(at, o)| Pick { disabled: !o.is_usable, ..Pick::new(at.to_string(), o.title).with_text(o.text) });
        cards.chain([Pick::new(OTHER, locale.say(Ui::CertificateOther))]).collect::<Vec<_>>()
    });
    let on_change = answering.on_change;
    let choose = Callback::new(move |card: String| {
        let picked = card.parse::<usize>().ok().and_then(|at| held.with_untracked(|all| all.get(at).map(|o| o.value.clone())));
        other.set(picked.is_none());
        on_change.run(picked.unwrap_or_default());
    });
    let has_cards = memo(move || held.with(|all| !all.is_empty()));
    let is_typed = memo(move || !has_cards.get() || chosen.with(|c| c.as_deref() == Some(OTHER)));
    let (id, on_leave, invalid) = (wiring.id.clone(), answering.on_leave, wiring.invalid);
    let cards = move || has_cards.get().then(|| radios(id.clone(), picks, chosen, choose, on_leave, invalid));
    let (wiring, keys) = (StoredValue::new(wiring), StoredValue::new(Keys { capitalize: Some("characters"), ..Keys::of(field) }));
    let answering = StoredValue::new(answering);
    let typed = move || {
        is_typed.get().then(|| {
            let wiring = wiring.get_value();
            let (suffix, label) = match has_cards.get_untracked() {
                true => ("number", Signal::derive(move || locale.say(Ui::CertificateNumber).to_owned())),
                false => ("0", wiring.label),
            };
            let id = format!("{}-{suffix}", wiring.id);
            let caption = has_cards.get_untracked().then(|| view! { <label class="mb-field__label" for=id.clone()>{label}</label> }.into_any());
            let control =
                line(Wiring { id, label, ..wiring }, Keys { name: caption.is_none().then_some(label), ..keys.get_value() }, TEXT, None, answering.get_value());
            view! { <div class="mb-field__inner">{caption}{control}</div> }.into_any()
        })
    };
    view! {
        {move || cards()}
        {move || typed()}
    }
    .into_any()
}
