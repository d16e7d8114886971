//! One more check before a submission, where the session is less sure than the service needs: asked when the person submits, never before.

mod asking;

pub use asking::{ahead, sheet};

use super::super::ways::Ways;
use crate::backend::ApiError;
use crate::model::consent::{ConsentTerms, IdentityMethod};
use crate::model::session::Level;
use crate::route::Route;
use crate::state::checking::{self, Next, NotConfirmed};
use crate::state::connection::use_connection;
use crate::state::draft::Saved;
use crate::state::effect::{effect, on_language};
use crate::state::journey::Journey;
use crate::state::load::Loading;
use crate::state::locale::use_locale;
use crate::state::navigation::Navigation;
use crate::state::session::{use_session, News};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The check that is asked for, and what became of the last try.
#[derive(Clone, Copy)]
pub struct StepUp {
    journey: Journey,
    open: RwSignal<bool>,
    ways: Ways,
    /// What the backend said it needs: a level, and the ways to it.
    needed: RwSignal<Option<(Level, Vec<String>)>>,
    /// `None` inside for whoever is sure enough for everything: they are asked nothing.
    terms: Loading<Option<ConsentTerms>>,
    told: RwSignal<Option<NotConfirmed>>,
    busy: RwSignal<bool>,
    /// What was typed could not be kept over the way to the provider.
    unkept: RwSignal<bool>,
    submit: StoredValue<Option<Callback<()>>>,
}

impl StepUp {
    pub fn new(journey: Journey) -> Self {
        let (connection, session, locale) = (use_connection(), use_session(), use_locale());
        let terms = Loading::start(move || {
            let (client, service, is_sure) = (connection.client(), journey.service(), session.level_now() >= Level::Strong);
            async move {
                match is_sure {
                    true => Ok(None),
                    false => client.consent_terms(&service).await.map(Some),
                }
            }
        });
        on_language(locale, move || terms.refresh());
        let step_up = Self {
            journey,
            open: RwSignal::new(false),
            ways: Ways::new(),
            needed: RwSignal::new(None),
            terms,
            told: RwSignal::new(None),
            busy: RwSignal::new(false),
            unkept: RwSignal::new(false),
            submit: StoredValue::new(None),
        };
        // Declined: the review is as it was.
        effect(move || {
            if !step_up.open.get() && step_up.needed.with_untracked(Option::is_some) {
                step_up.needed.set(None);
                step_up.told.set(None);
                journey.submit_error.set(None);
            }
        });
        step_up
    }

    /// Asks, if that is why a submission was refused.
    pub fn ask(self, submit: Callback<()>) {
        let error = self.journey.submit_error.try_get_untracked().flatten();
        let Some(ApiError::Refused { problem, .. }) = error.filter(is_needed) else { return };
        self.submit.set_value(Some(submit));
        self.needed.set(Some((problem.level.unwrap_or(Level::Strong), problem.methods)));
        self.open.set(true);
        // Whoever was thought to be sure enough is not.
        if self.terms.ready().is_some_and(|terms| terms.is_none()) {
            let session = self.journey.session();
            spawn_local(async move {
                let _ = session.refresh().await;
                self.terms.refresh();
            });
        }
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
        let (client, session, service) = (self.journey.client(), self.journey.session(), self.journey.service());
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
                    if let Some(submit) = self.submit.try_get_value().flatten() {
                        submit.run(());
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
        let journey = self.journey;
        spawn_local(async move {
            // Where no backend keeps it, it goes along on this device: the button has said so.
            let carries = needs_carrying(journey);
            let is_kept = !carries || journey.carry().await;
            let _ = self.unkept.try_set(!is_kept);
            if !is_kept {
                let _ = self.busy.try_set(false);
                return;
            }
            match checking::step_up(&journey.client(), &journey.service(), &method, level).await {
                // The browser is leaving, and need not ask about the answers once more; the button stays busy until it has left.
                Ok(Next::Provider) if carries => drop(journey.saver.state.try_set(Saved::Idle)),
                Ok(Next::Provider) => {}
                Ok(Next::Here) => navigation.go(Route::Handoff),
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

/// Whether a submission was refused for nothing but a surer check.
pub fn is_needed(error: &ApiError) -> bool {
    error.case() == "step-up-needed"
}
