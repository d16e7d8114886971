//! The child's side of a guardian's consent: the code, and what came of it.

use super::super::{say, trouble};
use super::elsewhere::code_card;
use crate::backend::{ApiError, Key};
use crate::model::device_link::{LinkCode, LinkRequest};
use crate::model::guardian::AskStatus;
use crate::platform::{clock, random};
use crate::state::connection::{use_connection, Connection};
use crate::state::effect::effect;
use crate::state::handoff::PendingHandoff;
use crate::state::locale::use_locale;
use crate::state::watching::watch;
use crate::ui::{live, Action, LinkAction};
use crate::words::guardian::Guardian as Words;
use crate::words::handoff::Handoff as Shared;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far the guardian is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has been asked.
    Unasked,
    Told(AskStatus),
    /// Asked for long enough: the person says when to ask again.
    Quiet,
}

/// The guardian, seen from the child's device.
#[derive(Clone, Copy)]
pub struct Guardian {
    connection: Connection,
    /// The check that ended for want of a guardian.
    check: StoredValue<Option<PendingHandoff>>,
    link: RwSignal<Option<LinkCode>>,
    pub standing: RwSignal<Standing>,
    error: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
    /// Counts how often the person has said to ask again.
    again: RwSignal<u32>,
}

impl Guardian {
    pub fn new() -> Self {
        Self {
            connection: use_connection(),
            check: StoredValue::new(None),
            link: RwSignal::new(None),
            standing: RwSignal::new(Standing::Unasked),
            error: RwSignal::new(None),
            busy: RwSignal::new(false),
            again: RwSignal::new(0),
        }
    }

    /// The check has ended, and a guardian can be asked about it.
    pub fn needed(&self, check: Option<PendingHandoff>) {
        let _ = self.check.try_set_value(check);
    }

    /// Whether the backend takes the question.
    pub fn can_ask(&self) -> bool {
        self.check.with_value(Option::is_some)
    }

    /// Asks for a code and shows it.
    fn start(self) {
        let Some((pending, key)) = self.check.get_value().zip(random::token()) else { return };
        self.error.set(None);
        self.busy.set(true);
        spawn_local(async move {
            let answer = self.connection.client().ask_guardian(&pending.session, &LinkRequest { state: pending.state }, &Key::new(key)).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(link) => {
                    let _ = self.link.try_set(Some(link));
                    let _ = self.standing.try_set(Standing::Told(AskStatus::Waiting));
                }
                Err(error) => drop(self.error.try_set(Some(error))),
            }
        });
    }

    /// Asks how it stands; whether there is something left to wait for.
    async fn ask(self) -> bool {
        let Some(link) = self.link.try_get_untracked().flatten() else { return false };
        // A question that gets lost ends nothing.
        let status = match self.connection.client().guardian_ask(&link.code).await {
            Ok(asked) => asked.status,
            Err(ApiError::NotFound) => AskStatus::Expired,
            Err(_) => AskStatus::Waiting,
        };
        let _ = self.standing.try_set(Standing::Told(status));
        status == AskStatus::Waiting
    }

    fn left(self) -> i64 {
        let left = self.link.try_with_untracked(|link| link.as_ref().map(|link| link.left_ms(clock::now()))).flatten();
        left.unwrap_or(LinkCode::LIFE_MS)
    }
}

/// What came of it so far. Asks for as long as there is something to wait for.
pub fn draw(guardian: Guardian) -> AnyView {
    let locale = use_locale();
    let standing = guardian.standing;
    effect(move || {
        let again = guardian.again.get();
        if guardian.link.get().is_some() {
            watch(
                guardian.left(),
                again > 0,
                move || Box::pin(guardian.ask()),
                move || {
                    let _ = standing.try_set(Standing::Quiet);
                },
            );
        }
    });
    let words = move || match standing.get() {
        Standing::Unasked => String::new(),
        Standing::Quiet => locale.say(Words::Quiet).to_owned(),
        Standing::Told(status) => locale
            .say(match status {
                AskStatus::Waiting => Words::Waiting,
                AskStatus::Agreed => Words::Agreed,
                AskStatus::Refused => Words::Refused,
                AskStatus::Expired => Words::Expired,
            })
            .to_owned(),
    };
    let hook = move || match standing.get() {
        Standing::Unasked => None,
        Standing::Quiet => Some("quiet"),
        Standing::Told(AskStatus::Waiting) => Some("waiting"),
        Standing::Told(AskStatus::Agreed) => Some("agreed"),
        Standing::Told(AskStatus::Refused) => Some("refused"),
        Standing::Told(AskStatus::Expired) => Some("expired"),
    };
    view! {
        <div data-guardian=hook>
            <p class="mb-elsewhere__status" role="status">{move || words()}</p>
            {move || guardian.error.get().map(trouble::notice)}
            {live(move || match (standing.get(), guardian.link.get()) {
                (Standing::Told(AskStatus::Waiting), Some(link)) => code_card(link, Callback::new(move |()| guardian.left()), say(Words::QrName), say(Words::StepCheck)),
                _ => ().into_any(),
            })}
        </div>
    }
    .into_any()
}

/// What can be done about it; `start_over` is where the check begins anew.
pub fn actions(guardian: Guardian, start_over: String) -> AnyView {
    let ask = move |label: Words| view! { <Action label=say(label) on_press=Callback::new(move |()| guardian.start()) busy=guardian.busy /> }.into_any();
    match guardian.standing.get() {
        Standing::Unasked => ask(Words::Ask),
        Standing::Told(AskStatus::Expired) => ask(Words::AskAgain),
        Standing::Told(AskStatus::Agreed) => view! { <LinkAction label=say(Words::Retry) href=Signal::stored(start_over) /> }.into_any(),
        Standing::Quiet => view! { <Action label=say(Shared::CheckAgain) on_press=Callback::new(move |()| guardian.again.update(|n| *n += 1)) /> }.into_any(),
        Standing::Told(AskStatus::Waiting | AskStatus::Refused) => ().into_any(),
    }
}
