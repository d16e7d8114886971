//! Carrying typed answers over a new identity check, when the session ended before they could be saved at the backend.

use crate::model::read::{self, reads};
use crate::platform::vault;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Long enough for a check, short enough to forget on a shared phone.
const LIFE_MS: i64 = 30 * 60 * 1000;

/// What is carried, and for whom: it is given back for the same service and the same person only.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Carried {
    pub service: String,
    /// The person as the backend named them (masked).
    pub person: String,
    /// JSON Pointer → typed value.
    pub values: BTreeMap<String, Value>,
}

reads!(Carried: service, person, values;);

impl Carried {
    /// Keeps it, encrypted, because the person asked for it. Returns whether the device could.
    pub async fn keep(&self) -> bool {
        match serde_json::to_string(self) {
            Ok(text) => vault::keep(&text, LIFE_MS).await,
            Err(_) => false,
        }
    }

    /// Gives back what was carried for this service and person; anything else that was kept is deleted.
    pub async fn give_back(service: &str, person: &str) -> Option<Self> {
        let carried: Self = read::text(vault::take().await?.as_bytes()).ok()?;
        (carried.service == service && carried.person == person).then_some(carried)
    }
}
