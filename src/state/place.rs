//! Where a person was in a form when they had to prove anew who they are: they go on there.

use crate::model::read::{self, reads};
use crate::platform::storage;
use serde::Serialize;

const KEY: &str = "miaoban.place";

/// A field of a service's form; nothing of its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    service: String,
    /// JSON Pointer.
    field: String,
}

reads!(Place: service, field;);

impl Place {
    /// Keeps it for this tab, in place of an earlier one.
    pub fn keep(service: &str, field: &str) {
        let place = Self { service: service.to_owned(), field: field.to_owned() };
        if let Ok(text) = serde_json::to_string(&place) {
            storage::keep_in_tab(KEY, &text);
        }
    }

    /// The field where the person was in this service's form.
    pub fn in_form_of(service: &str) -> Option<String> {
        let place: Self = read::text(storage::kept_in_tab(KEY)?.as_bytes()).ok()?;
        (place.service == service).then_some(place.field)
    }

    pub fn forget() {
        storage::forget_in_tab(KEY);
    }
}
