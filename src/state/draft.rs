//! Saving what a person types, as it is typed, at the backend.

use super::connection::Connection;
use crate::backend::ApiError;
use crate::model::draft::Draft;
use crate::platform::clock;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Typing must rest this long before it is saved.
const REST_MS: u32 = 600;
/// A save that failed is tried again after this.
const RETRY_MS: u32 = 4_000;

/// Where the typed answers stand.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// Nothing typed since the page was opened.
    Idle,
    /// Typed, not yet at the backend.
    Pending,
    /// At the backend.
    Saved,
    /// The backend could not be reached; it is tried again by itself.
    Waiting,
    /// The session has ended: saving goes on after the person has proved who they are.
    SignedOut,
}

/// Saves one service's draft, one save at a time, the newest always last.
#[derive(Clone, Copy)]
pub struct Saver {
    connection: Connection,
    service: StoredValue<String>,
    snapshot: StoredValue<Arc<dyn Fn() -> Option<Draft> + Send + Sync>>,
    pub state: RwSignal<Saved>,
    /// Counts changes; a save that finds a newer number goes again.
    changes: RwSignal<u32>,
    running: RwSignal<bool>,
}

impl Saver {
    /// `snapshot` gives what is to be saved now.
    pub fn new(connection: Connection, service: String, snapshot: impl Fn() -> Option<Draft> + Send + Sync + 'static) -> Self {
        Self {
            connection,
            service: StoredValue::new(service),
            snapshot: StoredValue::new(Arc::new(snapshot)),
            state: RwSignal::new(Saved::Idle),
            changes: RwSignal::new(0),
            running: RwSignal::new(false),
        }
    }

    /// Something was typed: save once typing rests.
    pub fn touch(&self) {
        let saver = *self;
        saver.changes.update(|n| *n += 1);
        // Until a save has come through, the session is still over: saying so anew after every pause would read it out again.
        if saver.state.get_untracked() != Saved::SignedOut {
            saver.state.set(Saved::Pending);
        }
        let seen = saver.changes.get_untracked();
        spawn_local(async move {
            clock::sleep(REST_MS).await;
            if saver.changes.try_get_untracked() == Some(seen) {
                saver.flush().await;
            }
        });
    }

    /// Saves now whatever is not saved yet.
    pub async fn flush(&self) {
        if !matches!(self.state.try_get_untracked(), Some(Saved::Pending | Saved::Waiting | Saved::SignedOut)) || self.running.get_untracked() {
            return;
        }
        let _ = self.running.try_set(true);
        while let Some(seen) = self.changes.try_get_untracked() {
            let answer = self.save().await;
            let fresh = self.changes.try_get_untracked() == Some(seen);
            let state = match answer {
                Ok(()) if fresh => Saved::Saved,
                Ok(()) => continue,
                Err(ApiError::SignedOut) => Saved::SignedOut,
                Err(_) => Saved::Waiting,
            };
            if state == Saved::Waiting {
                self.later();
            }
            let _ = self.state.try_set(state);
            break;
        }
        let _ = self.running.try_set(false);
    }

    /// Saves now, saved already or not.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn save(&self) -> Result<(), ApiError> {
        let Some(draft) = self.snapshot.try_with_value(|s| s()).flatten() else { return Ok(()) };
        let service = self.service.try_get_value().unwrap_or_default();
        self.connection.client().save_draft(&service, &draft).await
    }

    fn later(&self) {
        let saver = *self;
        spawn_local(async move {
            clock::sleep(RETRY_MS).await;
            if saver.state.try_get_untracked() == Some(Saved::Waiting) {
                Box::pin(saver.flush()).await;
            }
        });
    }
}
