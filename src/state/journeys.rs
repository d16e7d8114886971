//! Which application is in the making.

use super::connection::Connection;
use super::draft::Saved;
use super::journey::Journey;
use super::locale::Locale;
use super::session::SessionState;
use crate::platform::document;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// The application in the making, one at a time. Provided once by the app.
#[derive(Clone, Copy)]
pub struct Journeys {
    connection: Connection,
    session: SessionState,
    locale: Locale,
    root: StoredValue<Owner>,
    current: StoredValue<Option<(Journey, Owner)>>,
}

impl Journeys {
    /// Call it under the app's owner.
    pub fn new(connection: Connection, session: SessionState, locale: Locale) -> Self {
        let root = Owner::current().unwrap_or_default();
        let journeys = Self { connection, session, locale, root: StoredValue::new(root), current: StoredValue::new(None) };
        let listening: Vec<_> = [
            // A phone that is locked or an app that is swiped away gives no other notice.
            document::on_document("visibilitychange", move |_| {
                if document::is_hidden() {
                    journeys.save();
                }
            }),
            document::on_window("beforeunload", move |event| {
                if journeys.has_unsaved() {
                    event.prevent_default();
                }
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        let listening = StoredValue::new_local(listening);
        on_cleanup(move || listening.dispose());
        journeys
    }

    fn running(&self) -> Option<Journey> {
        self.current.try_with_value(|c| c.as_ref().map(|(journey, _)| *journey)).flatten()
    }

    fn save(&self) {
        if let Some(journey) = self.running() {
            spawn_local(async move { journey.saver.flush().await });
        }
    }

    /// Whether closing the page now would lose something typed: the browser then asks first.
    fn has_unsaved(&self) -> bool {
        let state = self.running().and_then(|journey| journey.saver.state.try_get_untracked());
        matches!(state, Some(Saved::Pending | Saved::Waiting | Saved::SignedOut))
    }

    /// The journey of a service: the running one, or a new one in place of another service's.
    pub fn of(&self, service: &str) -> Journey {
        self.running().filter(|j| j.service() == service).unwrap_or_else(|| self.begin(service))
    }

    /// Forgets what was being made (it was submitted, or the person signed out).
    pub fn end(&self) {
        if let Some(Some((_, owner))) = self.current.try_update_value(Option::take) {
            // The page that shows it goes with the next change of route, and its effects may run until then: what they read outlives them.
            set_timeout(move || owner.cleanup(), Duration::ZERO);
        }
    }

    fn begin(&self, service: &str) -> Journey {
        self.end();
        let owner = self.root.with_value(Owner::child);
        let journey = owner.with(|| Journey::new(self.connection, self.session, self.locale, service.to_owned()));
        self.current.set_value(Some((journey, owner)));
        journey
    }
}

/// The app's [`Journeys`].
///
/// # Panics
/// Where none was provided, which is a mistake of the program and not of any data.
pub fn use_journeys() -> Journeys {
    expect_context::<Journeys>()
}
