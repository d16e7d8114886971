//! What a person has typed so far, kept at the backend or, with their consent, on their device.

use super::application::{Dispute, ServiceRef};
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
    /// JSON Pointer → the question as it was asked, so that an answer that a later form cannot take is told by a name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Values of sources that the person says are wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<Dispute>,
    /// The Idempotency-Key that a submission of this draft uses, so that a reload cannot submit twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submission_key: Option<String>,
    /// Of a bundle: the guide's answers, by question.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, Value>,
    /// For whom it was typed, by their opaque id; the person themselves where it is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acting_for: Option<String>,
}

reads!(Draft: form_version; values, labels, disputes, submission_key, answers, acting_for);

/// A line of "my drafts": whose form it is and how long it is kept, and none of the answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DraftSummary {
    pub service: ServiceRef,
    pub form_version: String,
    /// RFC 3339.
    pub updated_at: String,
    /// RFC 3339; absent where it is kept until somebody deletes it.
    pub expires_at: Option<String>,
}

reads!(DraftSummary: service, form_version, updated_at; expires_at);
