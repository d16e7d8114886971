//! The handoff that is under way: what must be remembered while the person is at the identity provider.

use crate::model::read::{self, reads, Read};
use crate::platform::storage;
use crate::route::Route;
use serde::Serialize;

const KEY: &str = "miaoban.handoff";
/// There for as long as nobody has been asked to carry the check out.
const BEGUN: &str = "miaoban.handoff.begun";

/// Opaque ids only: enough to recognise what comes back, nothing about the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PendingHandoff {
    /// The identity session's id at the backend.
    pub session: String,
    /// The unguessable value that must come back.
    pub state: String,
    /// The service that the person was applying for.
    pub service: String,
    /// The provider wants to see the person: the camera is tried first.
    pub camera: bool,
    /// Afterwards the person chooses for whom they act (代办).
    pub for_other: bool,
    /// Afterwards the person answers somebody who asks them.
    pub asked: Option<PendingAsk>,
    /// Of a step-up: the path of the page that wants it.
    pub back: Option<String>,
}

reads!(PendingHandoff: session, state, service; camera, for_other, asked, back);

impl PendingHandoff {
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
        storage::forget_in_tab(BEGUN);
    }

    /// The person has just agreed to the check, and a wrapper is to be asked as soon as the page is there.
    pub fn begin() {
        storage::keep_in_tab(BEGUN, "1");
    }

    /// Whether that is so; once.
    pub fn was_just_begun() -> bool {
        let begun = storage::kept_in_tab(BEGUN).is_some();
        storage::forget_in_tab(BEGUN);
        begun
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

const ASKED: &str = "miaoban.asked";

/// The code of somebody who asks for a guardian's consent, or for the confirmation of a share, while the one who is asked proves who they are. Given
/// back once: whoever takes it remembers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PendingAsk {
    pub code: String,
    /// For the confirmation of a share.
    pub share: bool,
}

reads!(PendingAsk: code; share);

impl PendingAsk {
    pub fn keep(&self) {
        keep(ASKED, self);
    }

    /// Where it is answered.
    pub fn route(&self) -> Route {
        if self.share {
            Route::Share
        } else {
            Route::Guardian
        }
    }

    pub fn take() -> Option<Self> {
        let taken = kept(ASKED);
        Self::forget();
        taken
    }

    pub fn forget() {
        storage::forget_in_tab(ASKED);
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
