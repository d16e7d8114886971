//! The check by this device: one press, and the browser asks for a face, a fingerprint or the screen lock.

use super::super::{say, trouble};
use super::Check;
use crate::backend::ApiError;
use crate::model::handoff::Handoff;
use crate::model::identity::{Ask, AskKind, IdentityReturn};
use crate::model::passkey::PasskeyAsk;
use crate::platform::passkey::{self, PasskeyFault};
use crate::state::effect::effect;
use crate::ui::{live, Action, Failed, IconName, Notice, Tone};
use crate::words::passkey::PasskeyWords as Words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// This device as the one that answers.
#[derive(Clone, Copy)]
pub struct Device {
    check: Check,
    send: Callback<Option<IdentityReturn>>,
    /// Why there is no answer that holds.
    told: RwSignal<Option<Told>>,
    /// A proof is on its way: what is refused now is the proof.
    proving: StoredValue<bool>,
}

#[derive(Clone)]
enum Told {
    Here(PasskeyFault),
    There(ApiError),
}

impl Device {
    pub fn new(check: Check, send: Callback<Option<IdentityReturn>>) -> Self {
        let device = Self { check, send, told: RwSignal::new(None), proving: StoredValue::new(false) };
        effect(move || {
            let Some(error) = check.error.get() else { return };
            if device.proving.try_get_value() == Some(true) && device.asked().is_some() {
                device.proving.set_value(false);
                let is_refused = matches!(error, ApiError::Refused { .. });
                device.told.set(Some(Told::There(error)));
                if is_refused {
                    // Its challenge is used up: another one for the next press.
                    send.run(None);
                }
            }
        });
        spawn_local(async move {
            if !passkey::available().await {
                let _ = device.told.try_set(Some(Told::Here(PasskeyFault::Unsupported)));
            }
        });
        device
    }

    /// What is to be proved, as it stands now.
    fn asked(self) -> Option<PasskeyAsk> {
        match self.check.stage.get_untracked() {
            Handoff::Asked(Ask { kind: AskKind::Passkey, passkey, .. }) => passkey.map(|asked| *asked),
            _ => None,
        }
    }

    fn prove(self) {
        let Some(asked) = self.asked().filter(|_| !self.check.busy.get_untracked()) else { return };
        self.told.set(None);
        self.check.busy.set(true);
        spawn_local(async move {
            let proof = passkey::prove(&asked).await;
            if self.told.try_get_untracked().is_none() {
                return;
            }
            match proof {
                Ok(proof) => {
                    self.proving.set_value(true);
                    self.send.run(Some(IdentityReturn { passkey: Some(proof), ..IdentityReturn::default() }));
                }
                Err(fault) => {
                    let _ = self.check.busy.try_set(false);
                    let _ = self.told.try_set(Some(Told::Here(fault)));
                }
            }
        });
    }

    fn cannot(self) -> bool {
        self.told.with(|told| matches!(told, Some(Told::Here(PasskeyFault::Unsupported))))
    }
}

/// The question without what changes with every try, so that a new challenge draws nothing anew and the focus stays where it is.
pub fn lasting(stage: Handoff) -> Handoff {
    match stage {
        Handoff::Asked(ask) => Handoff::Asked(Ask { passkey: None, ..ask }),
        other => other,
    }
}

/// What this is, and what became of the last try.
pub fn draw(device: Device) -> AnyView {
    let notice = move || {
        device.told.get().map(|told| match told {
            Told::Here(_) => view! { <Notice tone=Tone::Wait announce=true title=say(Words::NotDoneTitle) text=say(Words::NotDoneText) /> }.into_any(),
            Told::There(error) => trouble::notice(error),
        })
    };
    live(move || match device.cannot() {
        true => view! { <Failed title=say(Words::CannotTitle) text=say(Words::CannotText) icon=IconName::Info /> }.into_any(),
        false => view! {
            <div class="mb-handoff">
                <h2 class="mb-handoff__title">{say(Words::AskTitle)}</h2>
                <p>{say(Words::AskText)}</p>
                <p class="mb-quiet">{say(Words::Private)}</p>
                {move || notice()}
            </div>
        }
        .into_any(),
    })
}

/// What can be done: the one press.
pub fn actions(device: Device) -> AnyView {
    live(move || match device.cannot() {
        true => ().into_any(),
        false => view! {
            <Action label=say(Words::Start) on_press=Callback::new(move |()| device.prove()) busy=device.check.busy />
            <p class="mb-foot__next">{say(Words::AskNext)}</p>
        }
        .into_any(),
    })
}
