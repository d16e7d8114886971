//! The one-line text control that text, numbers, dates and identifiers share.

use super::frame::Wiring;
use super::Answering;
use crate::form::Field;
use crate::state::effect::effect;
use crate::ui::focus::left;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::ClipboardEvent;
use serde_json::Value;

/// How a value is written into the control and read from it.
#[derive(Clone, Copy)]
pub struct Codec {
    pub show: fn(&Value) -> String,
    /// `Null` for nothing.
    pub read: fn(&str) -> Value,
}

/// Text as it is.
pub const TEXT: Codec = Codec { show: show_text, read: read_text };

fn show_text(value: &Value) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn read_text(text: &str) -> Value {
    if text.is_empty() {
        Value::Null
    } else {
        Value::String(text.to_string())
    }
}

/// What the control is, for keyboards and autofill.
#[derive(Clone, Default)]
pub struct Keys {
    /// `type`; `text` where nothing is said.
    pub kind: Option<&'static str>,
    pub mode: Option<&'static str>,
    pub autocomplete: Option<String>,
    pub placeholder: Option<String>,
    /// `off` for identifiers: no keyboard may correct them.
    pub capitalize: Option<&'static str>,
    pub min: Option<String>,
    pub max: Option<String>,
    /// What a pasted text becomes in place of what the control itself would make of it; `None` leaves it to the control.
    pub paste: Option<fn(&str) -> Option<String>>,
    /// Takes a pasted text as a whole; whether it did.
    pub whole: Option<Callback<String, bool>>,
    /// What it is called where no label of its own names it.
    pub name: Option<Signal<String>>,
    /// A further class, such as the short width of a number.
    pub class: &'static str,
}

impl Keys {
    /// What the field itself says about autofill.
    pub fn of(field: &Field) -> Self {
        Self { autocomplete: field.autocomplete.clone(), placeholder: field.placeholder.clone(), ..Self::default() }
    }
}

/// The text in a control beside the answer it stands for. What a person types never comes back to the control: it would
/// move the caret and break an input method that is composing.
pub fn mirror(answering: &Answering, codec: Codec) -> RwSignal<String> {
    let value = answering.value;
    let raw = RwSignal::new(value.with_untracked(|v| (codec.show)(v)));
    effect(move || {
        let shown = value.with(|v| (raw.with_untracked(|raw| (codec.read)(raw)) != *v).then(|| (codec.show)(v)));
        if let Some(shown) = shown {
            raw.set(shown);
        }
    });
    raw
}

/// [`mirror`] for a control that stands for plain text outside a form.
pub fn mirror_text(value: Signal<String>) -> RwSignal<String> {
    let raw = RwSignal::new(value.get_untracked());
    effect(move || {
        let outside = value.get();
        if raw.with_untracked(|raw| *raw != outside) {
            raw.set(outside);
        }
    });
    raw
}

/// [`typed`] for a control of [`mirror_text`].
pub fn typed_text(raw: RwSignal<String>, on_input: Callback<String>, text: String) {
    raw.update_untracked(|raw| raw.clone_from(&text));
    on_input.run(text);
}

/// Takes what was typed into the mirror, silently, and answers it.
pub fn typed(raw: RwSignal<String>, answering: &Answering, codec: Codec, text: String) {
    let value = (codec.read)(&text);
    raw.update_untracked(|raw| *raw = text);
    answering.on_change.run(value);
}

/// The input. `clean` is applied to what is pasted or autofilled and once more when the person leaves.
pub fn line(wiring: Wiring, keys: Keys, codec: Codec, clean: Option<Callback<String, String>>, answering: Answering) -> AnyView {
    let raw = mirror(&answering, codec);
    let invalid = wiring.aria_invalid();
    let Answering { on_leave, .. } = answering;
    let on_input = {
        let answering = answering.clone();
        move |ev: leptos::ev::Event| typed(raw, &answering, codec, event_target_value(&ev))
    };
    let tidy = move |answering: &Answering| {
        let Some(clean) = clean else { return };
        let Some(before) = raw.try_get_untracked() else { return };
        let after = clean.run(before.clone());
        if after != before {
            typed(raw, answering, codec, after);
            raw.notify();
        }
    };
    // `change` comes after a paste or an autofill is done, before `blur`.
    let on_change = {
        let answering = answering.clone();
        move |_: leptos::ev::Event| tidy(&answering)
    };
    let (paste, whole) = (keys.paste, keys.whole);
    let on_paste = move |ev: leptos::ev::Event| {
        let text = ev.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data).and_then(|d| d.get_data("text").ok());
        if let (Some(whole), Some(text)) = (whole, &text) {
            if whole.run(text.clone()) {
                return ev.prevent_default();
            }
        }
        if let Some(text) = paste.zip(text).and_then(|(paste, text)| paste(&text)) {
            ev.prevent_default();
            typed(raw, &answering, codec, text);
            raw.notify();
        }
    };
    view! {
        <input class=format!("mb-input {}", keys.class) id=wiring.id type=keys.kind.unwrap_or("text") inputmode=keys.mode
            autocomplete=keys.autocomplete placeholder=keys.placeholder autocapitalize=keys.capitalize spellcheck=keys.capitalize.map(|_| "false")
            aria-label=keys.name enterkeyhint="next" min=keys.min max=keys.max required=wiring.required aria-describedby=wiring.described aria-invalid=invalid
            prop:value=raw on:input=on_input on:change=on_change on:paste=move |ev| on_paste(ev.into()) on:blur=move |_| left(on_leave)/>
    }
    .into_any()
}
