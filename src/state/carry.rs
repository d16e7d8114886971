//! Carrying typed answers over a new identity check, when the session ended before they could be saved at the backend.

use crate::model::draft::Draft;
use crate::model::read::{self, reads};
use crate::platform::vault;
use serde::Serialize;

/// Long enough for a check, short enough to forget on a shared phone.
const LIFE_MS: i64 = 30 * 60 * 1000;
const SLOT: &str = "carried";

/// What is carried, and for whom: it is given back for the same service and the same person only.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Carried {
    pub service: String,
    /// The person, by the key that the session has for them.
    pub person: String,
    /// All that was typed, and so the last word on it: an answer that is not in it was cleared.
    pub draft: Draft,
}

reads!(Carried: service, person, draft;);

impl Carried {
    /// Keeps it, encrypted, because the person asked for it. Returns whether the device could.
    pub async fn keep(&self) -> bool {
        match serde_json::to_string(self) {
            Ok(text) => vault::keep(SLOT, &text, LIFE_MS).await,
            Err(_) => false,
        }
    }

    /// Gives back what was carried for this service and person; anything else that was carried is deleted.
    pub async fn give_back(service: &str, person: &str) -> Option<Draft> {
        let carried: Self = read::text(vault::take(SLOT).await?.as_bytes()).ok()?;
        (carried.service == service && carried.person == person).then_some(carried.draft)
    }
}
