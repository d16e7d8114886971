//! The identity check: back from the provider, or answered here. What the address says is a hint; the backend says what happened.

mod answer;
mod elsewhere;
mod guardian;
mod host;
mod passkey;
mod password;
pub(super) mod told;

use super::{say, trouble, way_out};
use crate::backend::ApiError;
use crate::model::handoff::{Event, Handoff};
use crate::model::identity::{AskKind, FailReason, IdentityReturn, IdentitySession};
use crate::platform::{address, device};
use crate::route::Route;
use crate::state::connection::use_connection;
use crate::state::effect::memo;
use crate::state::handoff::PendingHandoff;
use crate::state::journey::Stage;
use crate::state::journeys::use_journeys;
use crate::state::navigation::use_navigation;
use crate::state::place::Place;
use crate::state::session::{use_session, News};
use crate::ui::{live, Action, Back, LinkAction, Look, Page};
use crate::words::frame::Frame;
use crate::words::handoff::Handoff as Words;
use answer::Answer;
use elsewhere::Other;
use guardian::Guardian;
use host::Wrapper;
use leptos::prelude::*;
use leptos::task::spawn_local;
use passkey::Device;
use password::Password;

#[component]
pub fn HandoffPage() -> impl IntoView {
    let (connection, session, navigation, journeys) = (use_connection(), use_session(), use_navigation(), use_journeys());
    let pending = PendingHandoff::kept();
    let service = StoredValue::new(pending.as_ref().map(|p| p.service.clone()));
    let start = StoredValue::new(pending.as_ref().map(PendingHandoff::before));
    let is_step_up = pending.as_ref().is_some_and(|p| p.back.is_some());
    let returned = Returned::take(&Route::Handoff);
    let arrived = Event::Arrived {
        pending: pending.is_some(),
        returned: returned.as_ref().map(|hint| pending.as_ref().is_some_and(|p| hint.belongs(&p.session, &p.state))),
    };
    let check =
        Check { stage: RwSignal::new(Handoff::Nothing.after(arrived)), error: RwSignal::new(None), busy: RwSignal::new(false), guardian: Guardian::new() };
    let passed = move || {
        spawn_local(async move {
            let Some(pending) = PendingHandoff::kept() else { return };
            match session.refresh().await {
                Ok(_) => {
                    session.tell_tabs(News::Verified);
                    PendingHandoff::forget();
                    if let Some(back) = pending.back {
                        session.has_stepped_up();
                        return navigation.swap(Route::parse(&back));
                    }
                    navigation.swap(match (pending.asked, pending.for_other) {
                        (Some(asked), _) => {
                            asked.keep();
                            asked.route()
                        }
                        (None, true) => Route::Consent { service: pending.service },
                        (None, false) => {
                            let journey = journeys.of(&pending.service);
                            // One that asked for this very check has nothing yet.
                            if journey.stage.try_get_untracked() == Some(Stage::NeedsIdentity) {
                                journey.load();
                            }
                            // Whoever was in the form when they had to prove anew who they are goes on there.
                            let _ = journey.resume.try_set(Place::in_form_of(&pending.service));
                            Route::form(pending.service)
                        }
                    });
                }
                // Who it is could not be read; the check itself is done, and asking again leads here.
                Err(error) => check.fail(error, Handoff::Trouble),
            }
        });
    };
    let send = Callback::new(move |told: Option<IdentityReturn>| {
        let Some(pending) = PendingHandoff::kept() else { return };
        check.busy.set(true);
        spawn_local(async move {
            let client = connection.client();
            let answer = match told {
                Some(told) => client.confirm_identity(&pending.session, &IdentityReturn { state: pending.state, ..told }).await,
                None => client.identity_session(&pending.session).await,
            };
            if check.hear(answer) {
                passed();
            }
        });
    });
    let hint = StoredValue::new(returned);
    let look = Callback::new(move |()| {
        check.error.set(None);
        check.stage.update(|stage| *stage = std::mem::replace(stage, Handoff::Nothing).after(Event::Again));
        // What came back is told until the backend has answered; it counts once.
        send.run(hint.try_get_value().flatten().map(Returned::hint));
    });
    let wrapper = Wrapper::new(check, look, hint);
    match check.stage.get_untracked() {
        Handoff::Checking => look.run(()),
        _ => PendingHandoff::forget(),
    }
    let (answer, secret, passkey) = (Answer::new(check, send), Password::new(check, send), Device::new(check, send));
    let stage = memo(move || passkey::lasting(check.stage.get()));
    let other = Other::new(check, Callback::new(move |()| passed()));
    // The frame of another device's check stays while that goes on: what is said politely is said in one place.
    let is_away = memo(move || matches!(check.stage.get(), Handoff::Elsewhere(_)));
    let start_over = move || start.get_value();
    let back = Back::to(start_over().unwrap_or(Route::Home).path());
    let ways = Ways { answer, secret, passkey, other, guardian: check.guardian, wrapper };
    let footer = move || foot(stage, ways, look, start_over());
    view! {
        <Page name="handoff" title=say(Words::Title) back steps=super::steps(if is_step_up { 3 } else { 1 }) footer=footer>
            {live(move || match (stage.get(), check.error.get()) {
                // Drawn below.
                (Handoff::Elsewhere(_), _) => ().into_any(),
                (Handoff::Hosted { .. }, _) => host::draw(wrapper),
                (Handoff::Waiting { elsewhere: true, .. }, error) if device::is_computer() && !wrapper.is_there() => elsewhere::choice(error),
                (Handoff::Asked(ask), _) if ask.kind == AskKind::Passkey => passkey::draw(passkey),
                (Handoff::Asked(ask), _) if ask.kind == AskKind::Password => password::draw(secret, ask),
                (Handoff::Asked(ask), _) => answer::draw(answer, ask),
                (Handoff::Trouble, Some(error)) => trouble::draw(error, look),
                (stage, _) => told::draw(&stage),
            })}
            {guardian::draw(check.guardian)}
            {live(move || match (told::needs_somebody(&stage.get()), service.get_value()) {
                (true, Some(service)) => way_out::draw(service),
                _ => ().into_any(),
            })}
            {live(move || if is_away.get() { elsewhere::draw(other) } else { ().into_any() })}
        </Page>
    }
}

/// The check on the page.
#[derive(Clone, Copy)]
struct Check {
    stage: RwSignal<Handoff>,
    /// Why the last call gave nothing.
    error: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
    /// Whom a child asks whose check has ended for want of one.
    guardian: Guardian,
}

impl Check {
    /// Takes the backend's answer; whether the check has passed by it. Nothing happens once the page is left.
    fn hear(&self, answer: Result<IdentitySession, ApiError>) -> bool {
        let event = event_of(&answer);
        if answer.as_ref().is_ok_and(|session| session.guardian) {
            self.guardian.needed(PendingHandoff::kept());
        }
        let _ = self.error.try_set(answer.err());
        let _ = self.busy.try_set(false);
        let Some(stage) = self.stage.try_get_untracked() else { return false };
        let next = stage.after(event);
        let passed = next == Handoff::Passed;
        if next.is_over() && !passed {
            PendingHandoff::forget();
        }
        let _ = self.stage.try_set(next);
        passed
    }

    fn fail(&self, error: ApiError, stage: Handoff) {
        let _ = self.error.try_set(Some(error));
        let _ = self.stage.try_set(stage);
    }
}

/// What an answer of the backend means for the check.
pub(super) fn event_of(answer: &Result<IdentitySession, ApiError>) -> Event {
    match answer {
        Ok(session) => Event::Told(session.clone()),
        Err(error) if error.is_passing() => Event::Lost,
        Err(error) => Event::Refused { case: error.case().to_owned(), is_unknown: *error == ApiError::NotFound },
    }
}

/// What stands in the address when the person comes back.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Returned {
    /// Absent where the provider keeps to its own protocol, as with OpenID Connect: there the state alone says whose it is.
    session: Option<String>,
    state: String,
    pub(super) code: Option<String>,
    error: Option<String>,
    iss: Option<String>,
}

impl Returned {
    /// Reads it and clears it from the address and the history at once, so that nobody finds it there.
    pub(super) fn take(at: &Route) -> Option<Self> {
        let (state, code, error) = (address::query("state"), address::query("code"), address::query("error"));
        if state.is_none() && code.is_none() && error.is_none() {
            return None;
        }
        let (session, iss) = (address::query("session"), address::query("iss"));
        address::replace(&at.path());
        Some(Self { session, state: state.unwrap_or_default(), code, error, iss })
    }

    /// What a wrapper was given counts like what stands in an address.
    fn new(pending: PendingHandoff, code: String) -> Self {
        Self { session: Some(pending.session), state: pending.state, code: Some(code), error: None, iss: None }
    }

    /// Whether it is what a session that was opened here, with this state, comes back with.
    pub(super) fn belongs(&self, session: &str, state: &str) -> bool {
        self.state == state && self.session.as_ref().is_none_or(|own| own == session)
    }

    /// What the backend is told of it.
    fn hint(self) -> IdentityReturn {
        IdentityReturn { code: self.code, error: self.error, iss: self.iss, ..IdentityReturn::default() }
    }
}

/// Who can carry a check out.
#[derive(Clone, Copy)]
struct Ways {
    answer: Answer,
    secret: Password,
    passkey: Device,
    other: Other,
    guardian: Guardian,
    wrapper: Wrapper,
}

fn foot(stage: Memo<Handoff>, ways: Ways, look: Callback<()>, start_over: Option<Route>) -> AnyView {
    let Ways { answer, secret, passkey, other, guardian, wrapper } = ways;
    let known = start_over.is_some();
    let start_over = StoredValue::new(start_over.unwrap_or(Route::Home).path());
    let another = move || {
        view! { <LinkAction label=say(Words::AnotherWay) href=Signal::stored(start_over.get_value()) look=Look::Quiet hook="another-way" /> }.into_any()
    };
    live(move || match stage.get() {
        Handoff::Checking | Handoff::Passed => ().into_any(),
        Handoff::Asked(ask) if ask.kind == AskKind::Passkey => view! {
            {passkey::actions(passkey)}
            {another()}
        }
        .into_any(),
        Handoff::Asked(ask) if ask.kind == AskKind::Password => view! {
            {password::actions(secret)}
            {another()}
        }
        .into_any(),
        Handoff::Asked(ask) => view! {
            {answer::actions(answer, &ask)}
            {another()}
        }
        .into_any(),
        Handoff::Elsewhere(away) => view! {
            {elsewhere::actions(other, away, look)}
            {another()}
        }
        .into_any(),
        Handoff::Hosted { .. } => view! {
            {host::actions(wrapper)}
            {another()}
        }
        .into_any(),
        Handoff::Waiting { url: Some(url), elsewhere: true } if device::is_computer() && !wrapper.is_there() => view! {
            {elsewhere::choices(other, url)}
            {another()}
        }
        .into_any(),
        Handoff::Waiting { url, .. } => view! {
            <Action label=say(Words::GoOn) on_press=Callback::new(move |()| {
                if let Some(url) = &url {
                    wrapper.go_on(url.clone());
                }
            }) />
            <Action label=say(Words::CheckAgain) on_press=look look=Look::Quiet hook="check-again" />
            {another()}
        }
        .into_any(),
        Handoff::Failed(FailReason::GuardianNeeded) if guardian.can_ask() => view! {
            {guardian::actions(guardian, start_over.get_value())}
            {another()}
        }
        .into_any(),
        _ if !known => view! { <LinkAction label=say(Frame::ToHome) href=Signal::stored(Route::Home.path()) /> }.into_any(),
        _ => view! { <LinkAction label=say(Words::TryAgain) href=Signal::stored(start_over.get_value()) /> }.into_any(),
    })
}
