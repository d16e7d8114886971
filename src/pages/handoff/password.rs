//! The password of the account, answered here. It leaves what was typed the moment it is sent, and is kept nowhere.

use super::super::{say, trouble};
use super::Check;
use crate::backend::ApiError;
use crate::model::identity::{Ask, IdentityReturn, Secret};
use crate::state::locale::{use_locale, Locale};
use crate::ui::field::control::{line, Keys, TEXT};
use crate::ui::field::{Answering, FieldFrame, Wiring};
use crate::ui::source_card::reveal_button;
use crate::ui::Action;
use crate::words::handoff::Handoff as Words;
use leptos::prelude::*;
use serde_json::Value;

/// What is typed, until it is sent.
#[derive(Clone, Copy)]
pub struct Password {
    check: Check,
    send: Callback<Option<IdentityReturn>>,
    account: RwSignal<String>,
    password: RwSignal<String>,
    /// The person wants to see what they type.
    shown: RwSignal<bool>,
    /// What is not typed yet.
    missing: RwSignal<Option<Words>>,
}

impl Password {
    pub fn new(check: Check, send: Callback<Option<IdentityReturn>>) -> Self {
        let (account, password) = (RwSignal::default(), RwSignal::default());
        Self { check, send, account, password, shown: RwSignal::new(false), missing: RwSignal::new(None) }
    }

    fn go(self) {
        let account = self.account.with_untracked(|a| a.trim().to_owned());
        self.missing.set(if account.is_empty() {
            Some(Words::AccountMissing)
        } else {
            self.password.with_untracked(String::is_empty).then_some(Words::PasswordMissing)
        });
        if self.missing.get_untracked().is_some() || self.check.busy.get_untracked() {
            return;
        }
        let password = self.password.try_update(std::mem::take).unwrap_or_default();
        self.shown.set(false);
        self.send.run(Some(IdentityReturn { account: Some(account), password: Some(Secret(password)), ..IdentityReturn::default() }));
    }

    fn typed(self) {
        self.missing.set(None);
        self.check.error.set(None);
    }

    /// What is wrong at one of the two, by what is missing there or its pointer.
    fn problem(self, locale: Locale, missing: Words, pointer: &'static str) -> Option<String> {
        if self.missing.get() == Some(missing) {
            return Some(locale.say(missing).to_owned());
        }
        self.check.error.with(|error| match error {
            Some(ApiError::Refused { problem, .. }) => problem.errors.iter().find(|e| e.pointer == pointer).map(|e| e.detail.clone()),
            _ => None,
        })
    }
}

/// The question.
pub fn draw(secret: Password, ask: Ask) -> AnyView {
    let locale = use_locale();
    let answering = Answering {
        value: Signal::derive(move || secret.account.with(|t| if t.is_empty() { Value::Null } else { Value::String(t.clone()) })),
        on_change: Callback::new(move |value: Value| {
            secret.typed();
            secret.account.set(value.as_str().unwrap_or_default().to_owned());
        }),
        on_leave: Callback::new(|()| {}),
    };
    let keys = Keys { autocomplete: Some("username".to_owned()), capitalize: Some("off"), ..Keys::default() };
    let account = Box::new(move |wiring: Wiring| line(wiring, keys, TEXT, None, answering));
    let password = Box::new(move |wiring: Wiring| input(secret, &wiring));
    let trouble = move || {
        let error = secret.check.error.get().filter(|e| !matches!(e, ApiError::Refused { problem, .. } if !problem.errors.is_empty()))?;
        Some(trouble::notice(error))
    };
    view! {
        <form class="mb-handoff mb-handoff--asks" on:submit=move |ev| {
            ev.prevent_default();
            secret.go();
        }>
            <h2 class="mb-handoff__title">{say(Words::PasswordTitle)}</h2>
            {move || trouble()}
            <FieldFrame pointer="/account" id="account" label=say(Words::AccountLabel) required=Signal::stored(true)
                answered=Signal::derive(move || secret.account.with(|t| !t.is_empty()))
                problem=Signal::derive(move || secret.problem(locale, Words::AccountMissing, "/account")) control=account />
            <FieldFrame pointer="/password" id="password" label=say(Words::PasswordLabel) hint=Some(say(Words::PasswordHint)) required=Signal::stored(true)
                answered=Signal::derive(move || secret.password.with(|t| !t.is_empty()))
                problem=Signal::derive(move || secret.problem(locale, Words::PasswordMissing, "/password")) control=password />
            {ask.hint.map(|hint| view! { <p class="mb-quiet">{hint}</p> }.into_any())}
            // The Enter key submits a form of two lines only where it has a button of its own.
            <button type="submit" hidden>{say(Words::CodeConfirm)}</button>
        </form>
    }
    .into_any()
}

/// The line of the password, hidden until asked for.
fn input(secret: Password, wiring: &Wiring) -> AnyView {
    let kind = move || if secret.shown.get() { "text" } else { "password" };
    let on_input = move |ev: leptos::ev::Event| {
        secret.typed();
        secret.password.set(event_target_value(&ev));
    };
    view! {
        <input class="mb-input" id=wiring.id.clone() type=kind autocomplete="current-password" autocapitalize="off" spellcheck="false" enterkeyhint="go"
            required=wiring.required aria-describedby=wiring.described aria-invalid=wiring.aria_invalid() prop:value=secret.password on:input=on_input/>
        {reveal_button(say(Words::PasswordLabel), secret.shown)}
    }
    .into_any()
}

/// What can be done.
pub fn actions(secret: Password) -> AnyView {
    view! { <Action label=say(Words::CodeConfirm) on_press=Callback::new(move |()| secret.go()) busy=secret.check.busy /> }.into_any()
}
