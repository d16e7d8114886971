//! What is answered on this device: a mobile number, then the code that was sent to it.

use super::super::{say, trouble};
use super::Check;
use crate::backend::ApiError;
use crate::model::identifier::{self, IdentifierKind};
use crate::model::identity::{Ask, AskKind, IdentityReturn};
use crate::platform::{clock, otp};
use crate::state::effect::effect;
use crate::state::locale::{use_locale, Locale};
use crate::ui::field::control::{line, Keys, TEXT};
use crate::ui::field::{Answering, FieldFrame, Wiring};
use crate::ui::{say_of_with, Action, Failed, IconName, Look};
use crate::words::handoff::Handoff as Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

/// Digits of a code where the backend does not say.
const DIGITS: u64 = 6;

/// The question that is open, and what was typed. It outlives its drawing: nothing typed is lost when the words change.
#[derive(Clone, Copy)]
pub struct Answer {
    check: Check,
    send: Callback<Option<IdentityReturn>>,
    phone: RwSignal<String>,
    code: RwSignal<String>,
    /// What to do about what was typed.
    problem: RwSignal<Option<Words>>,
    /// Seconds until another code may be asked for.
    wait: RwSignal<u64>,
}

impl Answer {
    pub fn new(check: Check, send: Callback<Option<IdentityReturn>>) -> Self {
        let answer = Self { check, send, phone: RwSignal::default(), code: RwSignal::default(), problem: RwSignal::new(None), wait: RwSignal::new(0) };
        // Every new code starts its own wait.
        effect(move || {
            if let crate::model::handoff::Handoff::Asked(Ask { kind: AskKind::Code, again_in_s, .. }) = check.stage.get() {
                answer.count_down(again_in_s.unwrap_or_default());
            }
        });
        answer
    }

    fn count_down(self, seconds: u64) {
        let is_running = self.wait.get_untracked() > 0;
        self.wait.set(seconds);
        if is_running || seconds == 0 {
            return;
        }
        spawn_local(async move {
            loop {
                clock::sleep(1_000).await;
                let Some(left) = self.wait.try_get_untracked() else { return };
                if self.wait.try_set(left.saturating_sub(1)).is_some() || left <= 1 {
                    return;
                }
            }
        });
    }

    fn send_phone(self) {
        let phone = identifier::clean(IdentifierKind::Mobile, &self.phone.get_untracked());
        let is_right = identifier::check(IdentifierKind::Mobile, &phone).is_ok();
        self.problem.set((!is_right).then_some(Words::PhoneWrong));
        if is_right && !self.check.busy.get_untracked() {
            self.code.set(String::new());
            self.send.run(Some(IdentityReturn { phone: Some(phone), ..IdentityReturn::default() }));
        }
    }

    fn send_code(self, length: u64) {
        let code = digits(&self.code.get_untracked());
        let is_right = code.len() as u64 == length;
        self.problem.set((!is_right).then_some(Words::CodeWrong));
        if is_right && !self.check.busy.get_untracked() {
            self.send.run(Some(IdentityReturn { code: Some(code), ..IdentityReturn::default() }));
        }
    }

    /// What is wrong with what was typed, or what the backend said of it.
    fn told(self, locale: Locale, length: u64) -> Option<String> {
        if let Some(words) = self.problem.get() {
            return Some(locale.say_with(words, &[("n", &length.to_string())]));
        }
        self.check.error.with(|error| match error {
            Some(ApiError::Refused { problem, .. }) => problem.errors.first().map(|e| e.detail.clone()),
            _ => None,
        })
    }
}

/// Digits as they are meant: full-width ones and the blanks of a pasted text are no mistake.
fn digits(text: &str) -> String {
    identifier::clean(IdentifierKind::BankCard, text).chars().filter(char::is_ascii_digit).collect()
}

/// The question.
pub fn draw(answer: Answer, ask: Ask) -> AnyView {
    let locale = use_locale();
    let length = ask.length.unwrap_or(DIGITS);
    let (title, text, label, hint) = match ask.kind {
        AskKind::Phone => (Words::PhoneTitle, Some(Words::PhoneText), Words::PhoneLabel, say(Words::PhoneHint)),
        AskKind::Code => {
            let phone = Signal::stored(ask.sent_to.unwrap_or_default());
            (Words::CodeTitle, None, Words::CodeLabel, say_of_with(Words::CodeHint, vec![("n", Signal::stored(length.to_string())), ("phone", phone)]))
        }
        // Drawn by the page itself where it is a password, or answered by the device.
        AskKind::Password | AskKind::Passkey | AskKind::Other => {
            return view! { <Failed title=say(Words::AskUnknownTitle) text=say(Words::AskUnknownText) icon=IconName::Info /> }.into_any()
        }
    };
    let is_code = ask.kind == AskKind::Code;
    let typed = if is_code { answer.code } else { answer.phone };
    let answering = Answering {
        value: Signal::derive(move || typed.with(|t| if t.is_empty() { Value::Null } else { Value::String(t.clone()) })),
        on_change: Callback::new(move |value: Value| {
            answer.problem.set(None);
            answer.check.error.set(None);
            typed.set(value.as_str().unwrap_or_default().to_owned());
        }),
        on_leave: Callback::new(|()| {}),
    };
    let keys = match is_code {
        true => Keys { mode: Some("numeric"), autocomplete: Some("one-time-code".to_owned()), class: "mb-input--code", ..Keys::default() },
        false => Keys { mode: Some("tel"), autocomplete: Some("tel".to_owned()), class: "mb-input--code", ..Keys::default() },
    };
    let tidy = Callback::new(move |text: String| if is_code { digits(&text) } else { identifier::clean(IdentifierKind::Mobile, &text) });
    if is_code {
        // The browser's own offer to fill it in: then there is nothing left to press.
        let listening = otp::listen(move |code| {
            if answer.code.try_set(code).is_none() {
                answer.send_code(length);
            }
        });
        // Goes with the question.
        StoredValue::new_local(listening);
    }
    let problem = Signal::derive(move || answer.told(locale, length));
    let control = Box::new(move |wiring: Wiring| line(wiring, keys, TEXT, Some(tidy), answering));
    let trouble = move || {
        let error = answer.check.error.get().filter(|e| !matches!(e, ApiError::Refused { problem, .. } if !problem.errors.is_empty()))?;
        Some(trouble::notice(error))
    };
    view! {
        <form class="mb-handoff mb-handoff--asks" on:submit=move |ev| {
            ev.prevent_default();
            if is_code { answer.send_code(length) } else { answer.send_phone() }
        }>
            <h2 class="mb-handoff__title">{say(title)}</h2>
            {text.map(|text| view! { <p>{say(text)}</p> }.into_any())}
            {move || trouble()}
            <FieldFrame pointer=if is_code { "/code" } else { "/phone" } id="answer" label=say(label) hint=Some(hint) required=Signal::stored(true)
                answered=Signal::derive(move || typed.with(|t| !t.is_empty())) problem control />
            {ask.hint.map(|hint| view! { <p class="mb-quiet">{hint}</p> }.into_any())}
        </form>
    }
    .into_any()
}

/// What can be done: the one main action, and another code once it may be asked for.
pub fn actions(answer: Answer, ask: &Ask) -> AnyView {
    let locale = use_locale();
    let length = ask.length.unwrap_or(DIGITS);
    let busy = answer.check.busy;
    match ask.kind {
        AskKind::Phone => view! { <Action label=say(Words::SendCode) on_press=Callback::new(move |()| answer.send_phone()) busy /> }.into_any(),
        AskKind::Code => {
            let soon = move || {
                let left = answer.wait.get();
                (left > 0).then(|| locale.say_with(Words::CodeSoon, &[("n", &left.to_string())]))
            };
            let waits = Signal::derive(move || answer.wait.get() > 0);
            view! {
                <Action label=say(Words::CodeConfirm) on_press=Callback::new(move |()| answer.send_code(length)) busy />
                <Action label=say(Words::CodeAgain) on_press=Callback::new(move |()| answer.send_phone()) look=Look::Quiet hook="send-again" busy disabled=waits />
                <p class="mb-foot__next" aria-hidden="true">{move || soon()}</p>
            }
            .into_any()
        }
        AskKind::Password | AskKind::Passkey | AskKind::Other => ().into_any(),
    }
}
