//! Who is using the app.

use super::connection::Connection;
use crate::backend::ApiError;
use crate::model::session::{Level, Session};
use leptos::prelude::*;

/// What the backend last said of the session. Provided once by the app.
#[derive(Clone, Copy)]
pub struct SessionState {
    session: RwSignal<Option<Session>>,
    connection: Connection,
}

impl SessionState {
    pub fn new(connection: Connection) -> Self {
        Self { session: RwSignal::new(None), connection }
    }

    /// Asks the backend.
    ///
    /// # Errors
    /// Those of the call; what was known before stays.
    pub async fn refresh(&self) -> Result<Session, ApiError> {
        let session = self.connection.client().session().await?;
        let _ = self.session.try_set(Some(session.clone()));
        Ok(session)
    }

    /// Tracks it. `None` until the backend has answered once.
    pub fn get(&self) -> Option<Session> {
        self.session.get()
    }

    /// Tells this person from others on this device: the backend's key for them, or their masked name where it has none. Empty where
    /// nobody is known. Does not track.
    pub fn person_key(&self) -> String {
        let key = |s: &Session| s.person.as_ref().map(|p| p.id.clone().unwrap_or_else(|| p.name.clone()));
        self.session.try_with_untracked(|s| s.as_ref().and_then(key)).flatten().unwrap_or_default()
    }

    /// How surely the person is known; does not track.
    pub fn level_now(&self) -> Level {
        self.session.try_with_untracked(|s| s.as_ref().map(|s| s.level)).flatten().unwrap_or(Level::None)
    }

    pub fn level(&self) -> Level {
        self.session.with(|s| s.as_ref().map_or(Level::None, |s| s.level))
    }

    /// A call was answered 401: whoever it was is signed out.
    pub fn ended(&self) {
        let _ = self.session.try_set(Some(Session { level: Level::None, person: None, expires_at: None }));
    }
}

/// The app's [`SessionState`].
///
/// # Panics
/// Where none was provided, which is a mistake of the program and not of any data.
pub fn use_session() -> SessionState {
    expect_context::<SessionState>()
}
