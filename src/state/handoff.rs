//! The handoff that is under way: what must be remembered while the person is at the identity provider.

use crate::model::read::{self, reads, Read};
use crate::platform::storage;
use crate::route::Route;
use serde::Serialize;

const KEY: &str = "miaoban.handoff";

/// Opaque ids only: enough to recognise what comes back, nothing about the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PendingHandoff {
    /// The identity session's id at the backend.
    pub session: String,
    /// The unguessable value that must come back.
    pub state: String,
    /// The service that the person was applying for.
    pub service: String,
    /// Of a step-up: the path of the page that wants it.
    pub back: Option<String>,
}

reads!(PendingHandoff: session, state, service; back);

impl PendingHandoff {
    /// Where the person goes once the check has passed.
    pub fn after(&self) -> Route {
        self.back.as_deref().map_or_else(|| Route::form(self.service.clone()), Route::parse)
    }

    /// Where they go to begin again.
    pub fn before(&self) -> Route {
        self.back.as_deref().map_or_else(|| Route::Consent { service: self.service.clone() }, Route::parse)
    }

    pub fn keep(&self) {
        keep(KEY, self);
    }

    pub fn kept() -> Option<Self> {
        kept(KEY)
    }

    pub fn forget() {
        storage::forget_in_tab(KEY);
    }
}

const FOR_OTHER: &str = "miaoban.continue";

/// What this device does for another one: what must be remembered while the person is at the identity provider. Opaque ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PendingLink {
    /// The code that the other device shows.
    pub link: String,
    /// This device's own session at the backend.
    pub session: String,
    /// The unguessable value that must come back.
    pub state: String,
}

reads!(PendingLink: link, session, state;);

impl PendingLink {
    pub fn keep(&self) {
        keep(FOR_OTHER, self);
    }

    pub fn kept() -> Option<Self> {
        kept(FOR_OTHER)
    }

    pub fn forget() {
        storage::forget_in_tab(FOR_OTHER);
    }
}

fn keep(key: &str, pending: &impl Serialize) {
    if let Ok(text) = serde_json::to_string(pending) {
        storage::keep_in_tab(key, &text);
    }
}

fn kept<T: Read>(key: &str) -> Option<T> {
    read::text(storage::kept_in_tab(key)?.as_bytes()).ok()
}
