//! Another device carries the check out: the choice, the code that it needs, and how far it is.

use super::super::{say, trouble};
use super::Check;
use crate::backend::{ApiError, Key};
use crate::model::device_link::{LinkCode, LinkRequest};
use crate::model::handoff::{Away, Event, Handoff};
use crate::model::identity::IdentityReturn;
use crate::platform::{address, clock, random};
use crate::route::Route;
use crate::state::connection::{use_connection, Connection};
use crate::state::effect::effect;
use crate::state::handoff::PendingHandoff;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::state::watching::watch;
use crate::ui::{live, say_of_with, Action, Card, Look, QrCode};
use crate::words::elsewhere::Elsewhere as Words;
use crate::words::format;
use crate::words::handoff::Handoff as Shared;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often the time that is left is told anew.
const TELL_MS: u32 = 10_000;

/// The other device, seen from this one.
#[derive(Clone, Copy)]
pub struct Other {
    check: Check,
    connection: Connection,
    passed: Callback<()>,
    link: RwSignal<Option<LinkCode>>,
    /// Counts how often the person has said to ask again.
    again: RwSignal<u32>,
}

impl Other {
    pub fn new(check: Check, passed: Callback<()>) -> Self {
        Self { check, connection: use_connection(), passed, link: RwSignal::new(None), again: RwSignal::new(0) }
    }

    /// Asks for a code and shows it.
    fn start(self) {
        let Some(pending) = PendingHandoff::kept() else { return };
        let Some(key) = random::token() else { return };
        self.check.error.set(None);
        self.check.busy.set(true);
        spawn_local(async move {
            let client = self.connection.client();
            let answer = client.link_device(&pending.session, &LinkRequest { state: pending.state }, &Key::new(key)).await;
            let _ = self.check.busy.try_set(false);
            match answer {
                Ok(link) => {
                    let _ = self.link.try_set(Some(link));
                    self.happens(Event::Linked);
                }
                Err(error) => {
                    let _ = self.check.error.try_set(Some(error));
                }
            }
        });
    }

    fn happens(self, event: Event) {
        let Some(stage) = self.check.stage.try_get_untracked() else { return };
        let _ = self.check.stage.try_set(stage.after(event));
    }

    fn away(self) -> Option<Away> {
        match self.check.stage.try_get_untracked() {
            Some(Handoff::Elsewhere(away)) => Some(away),
            _ => None,
        }
    }

    /// Asks how it stands, and has what the other device finished count here; whether there is something left to wait for.
    async fn ask(self) -> bool {
        let Some(pending) = PendingHandoff::kept() else { return false };
        let client = self.connection.client();
        if self.away() != Some(Away::Finished) && self.check.hear(client.identity_session(&pending.session).await) {
            self.passed.try_run(());
            return false;
        }
        if self.away() == Some(Away::Finished) {
            let told = IdentityReturn { state: pending.state, ..IdentityReturn::default() };
            if self.check.hear(client.confirm_identity(&pending.session, &told).await) {
                self.passed.try_run(());
            }
        }
        self.away().is_some()
    }

    /// How long the code still works, in milliseconds.
    fn left(self) -> i64 {
        let left = self.link.try_with_untracked(|link| link.as_ref().map(|link| link.left_ms(clock::now()))).flatten();
        left.unwrap_or(LinkCode::LIFE_MS)
    }
}

/// What there is to choose.
pub fn choice(error: Option<ApiError>) -> AnyView {
    view! {
        <div class="mb-handoff">
            <h2 class="mb-handoff__title">{say(Words::WhereTitle)}</h2>
            <p>{say(Words::WhereText)}</p>
            {error.map(trouble::notice)}
        </div>
    }
    .into_any()
}

/// The choice.
pub fn choices(other: Other, url: String) -> AnyView {
    let navigation = use_navigation();
    let go = Callback::new(move |()| match PendingHandoff::kept().is_some_and(|pending| pending.camera) {
        true => navigation.go(Route::Camera),
        false => drop(address::leave_for(&url)),
    });
    view! {
        <Action label=say(Words::OnPhone) on_press=Callback::new(move |()| other.start()) busy=other.check.busy />
        <Action label=say(Words::OnComputer) on_press=go look=Look::Quiet hook="this-computer" />
    }
    .into_any()
}

/// How far the other device is, and until it has opened it, what it needs for that. Asks for as long as it is drawn.
pub fn draw(other: Other) -> AnyView {
    let stage = other.check.stage;
    effect(move || {
        let again = other.again.get();
        let at_once = again > 0 || other.away() != Some(Away::Shown);
        watch(other.left(), at_once, move || Box::pin(other.ask()), move || other.happens(Event::Tired));
    });
    let away = move || match stage.get() {
        Handoff::Elsewhere(away) => away,
        _ => Away::Finished,
    };
    let (status, hook) = (
        Signal::derive(move || match away() {
            Away::Shown => Words::Waiting,
            Away::Opened => Words::Opened,
            Away::Finished => Words::Finished,
            Away::Quiet => Words::Quiet,
        }),
        move || match away() {
            Away::Shown => "waiting",
            Away::Opened => "opened",
            Away::Finished => "finished",
            Away::Quiet => "quiet",
        },
    );
    let locale = use_locale();
    view! {
        <div data-elsewhere=hook>
            <p class="mb-elsewhere__status" role="status">{move || locale.say(status.get())}</p>
            {live(move || match (away(), other.link.get()) {
                (Away::Shown, Some(link)) => code_card(link, Callback::new(move |()| other.left()), say(Words::QrName), say(Words::StepCheck)),
                (Away::Opened, _) => view! { <p>{say(Words::OpenedText)}</p> }.into_any(),
                _ => ().into_any(),
            })}
        </div>
    }
    .into_any()
}

/// A code for another device: to be scanned or typed, and for how long; `left` says that in milliseconds.
pub fn code_card(link: LinkCode, left_ms: Callback<(), i64>, qr_name: Signal<String>, last_step: Signal<String>) -> AnyView {
    let locale = use_locale();
    let left = RwSignal::new(left_ms.run(()));
    spawn_local(async move {
        loop {
            clock::sleep(TELL_MS).await;
            let gone = left_ms.try_run(()).is_none_or(|ms| left.try_set(ms).is_some());
            if gone {
                return;
            }
        }
    });
    let time = Signal::derive(move || format::elapsed(u64::try_from(left.get()).unwrap_or_default(), locale.lang.get()));
    let page = link.url.split_once("://").map_or(link.url.as_str(), |(_, rest)| rest).to_owned();
    view! {
        <Card>
            <QrCode text=link.address() name=qr_name />
            <p class="mb-elsewhere__code" translate="no"><span class="mb-hidden">{say(Words::CodeName)}" "</span><span data-code="">{link.code.grouped()}</span></p>
            <p class="mb-elsewhere__left">{say_of_with(Words::Left, vec![("time", time)])}</p>
            <ol class="mb-lines">
                <li>{say(Words::StepScan)}</li>
                <li class="mb-elsewhere__address">{say_of_with(Words::StepType, vec![("address", Signal::stored(page))])}</li>
                <li>{last_step}</li>
            </ol>
        </Card>
    }
    .into_any()
}

/// What can be done meanwhile.
pub fn actions(other: Other, away: Away, look: Callback<()>) -> AnyView {
    match away {
        Away::Shown => {
            let stop = Callback::new(move |()| {
                other.happens(Event::Unlinked);
                look.run(());
            });
            view! { <Action label=say(Words::NotOnPhone) on_press=stop look=Look::Quiet hook="cancel" /> }.into_any()
        }
        Away::Quiet => view! { <Action label=say(Shared::CheckAgain) on_press=Callback::new(move |()| other.again.update(|n| *n += 1)) /> }.into_any(),
        Away::Opened | Away::Finished => ().into_any(),
    }
}
