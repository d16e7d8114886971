//! Applications (办件): what was submitted, what was checked, what was decided.

use super::acting::Acting;
use super::read::{reads, says};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What is submitted. Only a `ValidForm` can be turned into one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Submission {
    pub service_id: String,
    pub form_version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_id: Option<String>,
    pub data: Value,
    /// JSON Pointer → source id, for every value that came from a source and was not changed.
    pub provenance: BTreeMap<String, String>,
    /// Values of sources that the person says are wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<Dispute>,
    /// For whom it is, by their opaque id; the person themselves where it is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acting_for: Option<String>,
}

/// What a person says of a source's value that they cannot change: it goes along with the application, and a person looks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dispute {
    /// JSON Pointer into the form's data.
    pub pointer: String,
    pub source: String,
    /// What is wrong, in their words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

reads!(Dispute: pointer, source; note);

/// The longest note of a dispute, in characters.
pub const NOTE_LIMIT: usize = 200;

#[derive(Debug, Clone, PartialEq)]
pub struct Application {
    pub id: String,
    pub service: ServiceRef,
    /// RFC 3339.
    pub submitted_at: String,
    pub status: Status,
    pub rules: Vec<RuleResult>,
    pub decision: Option<Decision>,
    pub timeline: Vec<TimelineEntry>,
    pub rating: RatingState,
    pub acting: Option<Acting>,
}

reads!(Application: id, service, submitted_at, status; rules, decision, timeline, rating, acting);

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ServiceRef {
    pub id: String,
    pub name: String,
    pub agency: String,
    pub icon: String,
}

reads!(ServiceRef: id, name, agency; icon);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Checking,
    Approved,
    Rejected,
    /// Handed to a person, who answers by a stated time.
    Manual,
}

says!(Status: "checking" = Checking, "approved" = Approved, "rejected" = Rejected, "manual" = Manual);

impl Status {
    /// Whether nothing more will change without a person at the office.
    pub fn is_settled(self) -> bool {
        self != Status::Checking
    }
}

/// One rule that the backend compares with its sources.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleResult {
    pub id: String,
    pub text: String,
    /// The source that it was compared with, by name.
    pub source: Option<String>,
    pub status: RuleStatus,
    /// RFC 3339, once checked.
    pub at: Option<String>,
    /// Why it failed or could not be decided, and what can be done.
    pub explain: Option<String>,
}

reads!(RuleResult: id, text, status; source, at, explain);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleStatus {
    Pending,
    Passed,
    Failed,
    /// The data does not settle it: a person has to look.
    Unsure,
}

says!(RuleStatus: "pending" = Pending, "passed" = Passed, "failed" = Failed, "unsure" = Unsure);

#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    pub title: String,
    pub text: String,
    /// RFC 3339.
    pub at: String,
    /// From submission to decision, in milliseconds.
    pub elapsed_ms: Option<u64>,
    /// The certificate or notice that was issued.
    pub document: Option<Document>,
    /// Who looks at it and until when.
    pub manual: Option<Manual>,
    /// What the person can do now, one sentence each.
    pub next: Vec<String>,
}

reads!(Decision: title, text, at; elapsed_ms, document, manual, next);

#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub kind: DocumentKind,
    pub title: String,
    pub number: String,
    pub issuer: String,
    /// ISO 8601 date.
    pub issued_on: String,
    /// ISO 8601 date.
    pub valid_until: Option<String>,
    pub body: Vec<String>,
    pub fields: Vec<DocumentField>,
    pub verify_code: Option<String>,
    /// Something in it is masked; the whole of it may be asked for.
    pub masked: bool,
}

reads!(Document: kind, title, number, issuer, issued_on; valid_until, body, fields, verify_code, masked);

/// A document with nothing masked, to be shown for a while and kept nowhere.
#[derive(Debug, Clone, PartialEq)]
pub struct FullDocument {
    pub document: Document,
    /// Seconds after which it is hidden again.
    pub shown_for_s: u64,
}

reads!(FullDocument: document, shown_for_s;);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    Certificate,
    Notice,
}

says!(DocumentKind: "certificate" = Certificate, "notice" = Notice);

#[derive(Debug, Clone, PartialEq)]
pub struct DocumentField {
    pub label: String,
    pub value: String,
}

reads!(DocumentField: label, value;);

#[derive(Debug, Clone, PartialEq)]
pub struct Manual {
    pub by: String,
    /// RFC 3339.
    pub until: String,
}

reads!(Manual: by, until;);

#[derive(Debug, Clone, PartialEq)]
pub struct TimelineEntry {
    /// RFC 3339.
    pub at: String,
    pub text: String,
}

reads!(TimelineEntry: at, text;);

/// Whether and how this matter can be rated now (一事一评, then one 追评).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RatingState {
    /// Not yet decided, or rated as often as can be.
    #[default]
    Closed,
    First,
    Additional,
}

says!(RatingState: "closed" = Closed, "first" = First, "additional" = Additional);

/// A line of "my applications".
#[derive(Debug, Clone, PartialEq)]
pub struct ApplicationSummary {
    pub id: String,
    pub service: ServiceRef,
    pub submitted_at: String,
    pub status: Status,
    /// Where it stands, in words.
    pub text: String,
    pub rating: RatingState,
    pub acting: Option<Acting>,
}

reads!(ApplicationSummary: id, service, submitted_at, status, text; rating, acting);
