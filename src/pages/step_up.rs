//! One more check, where the session is less sure than something needs: asked when the person wants that, never before.

mod asking;

pub use asking::{ahead, sheet};

use super::ways::Ways;
use crate::backend::ApiError;
use crate::model::consent::{ConsentTerms, IdentityMethod};
use crate::model::session::Level;
use crate::route::Route;
use crate::state::checking::{self, Next, NotConfirmed};
use crate::state::connection::{use_connection, Connection};
use crate::state::draft::Saved;
use crate::state::effect::{effect, on_language};
use crate::state::journey::Journey;
use crate::state::load::Loading;
use crate::state::locale::use_locale;
use crate::state::navigation::Navigation;
use crate::state::session::{use_session, News, SessionState};
use crate::state::setup::use_setup;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What it is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    Submitting,
    /// To see in full what is masked.
    Seeing,
}

/// The check that is asked for, and what became of the last try.
#[derive(Clone, Copy)]
pub struct StepUp {
    purpose: For,
    /// The service that it is about.
    service: StoredValue<String>,
    /// Where the person is, and comes back to.
    here: StoredValue<Route>,
    /// What is being typed, where anything is.
    journey: Option<Journey>,
    connection: Connection,
    session: SessionState,
    open: RwSignal<bool>,
    ways: Ways,
    /// A wrapper carries checks out.
    hosted: bool,
    /// What the backend said it needs: a level, and the ways to it.
    needed: RwSignal<Option<(Level, Vec<String>)>>,
    /// `None` inside until they are wanted: whoever is sure enough for everything is asked nothing.
    terms: Loading<Option<ConsentTerms>>,
    wanted: StoredValue<bool>,
    told: RwSignal<Option<NotConfirmed>>,
    busy: RwSignal<bool>,
    /// What was typed could not be kept over the way to the provider.
    unkept: RwSignal<bool>,
    /// What the person wanted, to be done by itself once they are sure enough.
    then: StoredValue<Option<Callback<()>>>,
}

impl StepUp {
    /// Before a submission: what it will need is asked for at once, so that it can be said beforehand.
    pub fn before_submitting(journey: Journey) -> Self {
        let is_sure = use_session().level_now() >= Level::Strong;
        Self::new(For::Submitting, journey.service(), Route::Review { service: journey.service() }, Some(journey), !is_sure)
    }

    /// Before something of a decided application is shown in full.
    pub fn before_seeing(service: String, here: Route) -> Self {
        Self::new(For::Seeing, service, here, None, false)
    }

    fn new(purpose: For, service: String, here: Route, journey: Option<Journey>, wanted: bool) -> Self {
        let (connection, session, locale) = (use_connection(), use_session(), use_locale());
        let (service, wanted) = (StoredValue::new(service), StoredValue::new(wanted));
        let terms = Loading::start(move || {
            let (client, service, wanted) = (connection.client(), service.get_value(), wanted.get_value());
            async move {
                match wanted {
                    true => client.consent_terms(&service).await.map(Some),
                    false => Ok(None),
                }
            }
        });
        on_language(locale, move || terms.refresh());
        let step_up = Self {
            purpose,
            service,
            here: StoredValue::new(here),
            journey,
            connection,
            session,
            open: RwSignal::new(false),
            ways: Ways::new(),
            hosted: use_setup().host.is_some(),
            needed: RwSignal::new(None),
            terms,
            wanted,
            told: RwSignal::new(None),
            busy: RwSignal::new(false),
            unkept: RwSignal::new(false),
            then: StoredValue::new(None),
        };
        // Declined: the page is as it was.
        effect(move || {
            if !step_up.open.get() && step_up.needed.with_untracked(Option::is_some) {
                step_up.needed.set(None);
                step_up.told.set(None);
                if let Some(journey) = journey {
                    journey.submit_error.set(None);
                }
            }
        });
        step_up
    }

    /// Asks, if that is why something was refused; whether it is. `then` is what the person wanted.
    pub fn ask(self, error: &ApiError, then: Callback<()>) -> bool {
        let ApiError::Refused { problem, .. } = error else { return false };
        if !is_needed(error) {
            return false;
        }
        self.then.set_value(Some(then));
        self.needed.set(Some(problem.step_up.as_ref().map_or((Level::Strong, Vec::new()), |needed| (needed.level, needed.methods.clone()))));
        self.open.set(true);
        if !self.wanted.get_value() {
            self.wanted.set_value(true);
            self.terms.refresh();
        }
        true
    }

    /// The ways that reach what is needed, in the backend's order.
    fn offered(self) -> Vec<IdentityMethod> {
        let ids = self.needed.get().map(|(_, ids)| ids).unwrap_or_default();
        let all = self.terms.ready().flatten().map(|terms| terms.methods).unwrap_or_default();
        all.into_iter().filter(|m| ids.contains(&m.id)).collect()
    }

    fn by_device(self, method: IdentityMethod) {
        let Some((level, _)) = self.needed.get_untracked().filter(|_| !self.busy.get_untracked()) else { return };
        self.busy.set(true);
        self.told.set(None);
        let (client, session, service) = (self.connection.client(), self.session, self.service.get_value());
        spawn_local(async move {
            let mut done = checking::confirm_by_device(&client, &service, &method.id, level).await;
            if done.is_ok() {
                done = session.refresh().await.map(drop).map_err(NotConfirmed::There);
            }
            let _ = self.busy.try_set(false);
            match done {
                Ok(()) => {
                    session.tell_tabs(News::Verified);
                    let _ = self.open.try_set(false);
                    // The page was never left: what is submitted is what the person has before them.
                    if let Some(then) = self.then.try_get_value().flatten() {
                        then.run(());
                    }
                }
                Err(fault) => drop(self.told.try_set(Some(fault))),
            }
        });
    }

    fn go(self, method: Option<IdentityMethod>, navigation: Navigation) {
        let (Some((level, _)), true) = (self.needed.get_untracked(), self.ways.hold(method.as_ref())) else { return };
        let Some(method) = method.filter(|_| !self.busy.get_untracked()) else { return };
        self.busy.set(true);
        self.told.set(None);
        let (client, service, here, hosted) = (self.connection.client(), self.service.get_value(), self.here.get_value(), self.hosted);
        spawn_local(async move {
            // Where no backend keeps it, it goes along on this device: the button has said so.
            let carried = self.journey.filter(|journey| needs_carrying(*journey));
            let is_kept = match carried {
                Some(journey) => journey.carry().await,
                None => true,
            };
            let _ = self.unkept.try_set(!is_kept);
            if !is_kept {
                let _ = self.busy.try_set(false);
                return;
            }
            match checking::step_up(&client, &service, &here, &method, level, hosted).await {
                // The browser is leaving, and need not ask about the answers once more; the button stays busy until it has left.
                Ok(Next::Provider) => drop(carried.map(|journey| journey.saver.state.try_set(Saved::Idle))),
                Ok(Next::Here) => navigation.go(Route::Handoff),
                Ok(Next::Camera) => navigation.go(Route::Camera),
                Err(error) => {
                    let _ = self.busy.try_set(false);
                    let _ = self.told.try_set(Some(error.into()));
                }
            }
        });
    }
}

fn needs_carrying(journey: Journey) -> bool {
    journey.saver.state.try_with_untracked(Saved::is_unsaved).unwrap_or(false)
}

/// Whether something was refused for nothing but a surer check.
pub fn is_needed(error: &ApiError) -> bool {
    error.case() == "step-up-needed"
}
