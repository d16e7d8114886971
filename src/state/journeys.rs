//! Which application is in the making.

use super::connection::Connection;
use super::guiding::Guides;
use super::journey::Journey;
use super::locale::Locale;
use super::session::SessionState;
use crate::platform::document;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// The application in the making, one at a time. Provided once by the app.
#[derive(Clone, Copy)]
pub struct Journeys {
    connection: Connection,
    session: SessionState,
    locale: Locale,
    root: StoredValue<Owner>,
    current: StoredValue<Option<Current>>,
    /// What the guide of a bundle was answered.
    pub guides: Guides,
}

/// A save under way.
type Saving = Pin<Box<dyn Future<Output = ()>>>;

/// The running journey. How it is saved is handed over with it: what saving needs is then in the file of the pages that begin journeys
/// (see `pages::applying`), and not in the first one.
struct Current {
    journey: Journey,
    owner: Owner,
    save: Arc<dyn Fn() -> Saving + Send + Sync>,
    has_unsaved: Arc<dyn Fn() -> bool + Send + Sync>,
}

impl Journeys {
    /// Call it under the app's owner.
    pub fn new(connection: Connection, session: SessionState, locale: Locale) -> Self {
        let root = Owner::current().unwrap_or_default();
        let journeys = Self { connection, session, locale, root: StoredValue::new(root), current: StoredValue::new(None), guides: Guides::default() };
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
        self.current.try_with_value(|c| c.as_ref().map(|current| current.journey)).flatten()
    }

    /// Whether an application is in the making.
    pub fn is_running(&self) -> bool {
        self.running().is_some()
    }

    fn save(&self) {
        let journeys = *self;
        spawn_local(async move { journeys.saved().await });
    }

    /// Saves what is typed; over once that is done, or could not be.
    pub async fn saved(&self) {
        if let Some(save) = self.current.try_with_value(|c| c.as_ref().map(|current| current.save.clone())).flatten() {
            save().await;
        }
    }

    /// Whether closing the page now would lose something typed: the browser then asks first.
    fn has_unsaved(&self) -> bool {
        let ask = self.current.try_with_value(|c| c.as_ref().map(|current| current.has_unsaved.clone())).flatten();
        ask.is_some_and(|has_unsaved| has_unsaved())
    }

    /// The journey of a service: the running one, or a new one in place of another service's, and of another person's.
    pub fn of(&self, service: &str) -> Journey {
        let now = self.session.person_key();
        self.running().filter(|j| j.service() == service && j.is_of(&now)).unwrap_or_else(|| self.begin(service))
    }

    /// Forgets what was being made for a service, if anything is.
    pub fn end_of(&self, service: &str) {
        if self.running().is_some_and(|journey| journey.service() == service) {
            self.end();
        }
    }

    /// Forgets what was being made (it was submitted, or the person signed out).
    pub fn end(&self) {
        if let Some(Some(Current { owner, .. })) = self.current.try_update_value(Option::take) {
            // The page that shows it goes with the next change of route, and its effects may run until then: what they read outlives them.
            set_timeout(move || owner.cleanup(), Duration::ZERO);
        }
    }

    fn begin(&self, service: &str) -> Journey {
        self.end();
        let owner = self.root.with_value(Owner::child);
        let journey = owner.with(|| Journey::new(self.connection, self.session, self.locale, self.guides, service.to_owned()));
        let save = Arc::new(move || -> Saving { Box::pin(async move { journey.saver.flush().await }) });
        let has_unsaved = Arc::new(move || journey.saver.state.try_get_untracked().is_some_and(|saved| saved.is_unsaved()));
        self.current.set_value(Some(Current { journey, owner, save, has_unsaved }));
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
