//! What a person has typed so far, kept at the backend.

use super::read::reads;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// A draft holds only what the person typed: values of trusted sources are read again.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Draft {
    pub form_version: String,
    /// JSON Pointer → value.
    pub values: BTreeMap<String, Value>,
    /// The Idempotency-Key that a submission of this draft uses, so that a reload cannot submit twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submission_key: Option<String>,
}

reads!(Draft: form_version; values, submission_key);
