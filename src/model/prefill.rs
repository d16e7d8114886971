//! Prefill (秒报): what one source knows, with its provenance.

use super::read::{reads, says};
use serde_json::Value;

/// What one source answered. A source that failed is an answer too: it says why and what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct SourcePrefill {
    pub source: String,
    pub name: String,
    pub status: SourceStatus,
    pub certificate: Option<CertificateRef>,
    pub fields: Vec<FieldPrefill>,
    /// For every status but `filled`: what happened, in words.
    pub message: Option<String>,
    /// Where what is wrong in it is corrected.
    pub correct_at: Option<CorrectAt>,
}

reads!(SourcePrefill: source, name, status; certificate, fields, message, correct_at);

/// Who corrects a record, and how they are reached.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrectAt {
    pub name: String,
    pub address: Option<String>,
    pub phone: Option<String>,
    /// Followed only where it is http or https: see [`Self::link`].
    pub url: Option<String>,
}

reads!(CorrectAt: name; address, phone, url);

impl CorrectAt {
    /// The address of a page that a person may be sent to.
    pub fn link(&self) -> Option<&str> {
        let is_web = |url: &&str| ["https://", "http://"].iter().any(|scheme| url.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme)));
        self.url.as_deref().filter(is_web)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceStatus {
    Filled,
    /// The source has no record of this person.
    Empty,
    Unavailable,
    /// The certificate is past its date: read, but not to be relied on.
    Expired,
    /// The person refused this source in the consent.
    Refused,
}

says!(SourceStatus: "filled" = Filled, "empty" = Empty, "unavailable" = Unavailable, "expired" = Expired, "refused" = Refused);

/// The certificate behind a value.
#[derive(Debug, Clone, PartialEq)]
pub struct CertificateRef {
    pub name: String,
    pub issuer: String,
    /// ISO 8601 date.
    pub issued_on: Option<String>,
    /// ISO 8601 date; absent where it does not expire.
    pub expires_on: Option<String>,
    /// GB/T 36904 identifier.
    pub identifier: Option<String>,
}

reads!(CertificateRef: name, issuer; issued_on, expires_on, identifier);

/// One value for one field.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldPrefill {
    /// JSON Pointer (RFC 6901) into the form's data.
    pub pointer: String,
    pub value: Value,
    /// How it is shown until the person asks for the whole.
    pub masked: Option<String>,
    pub level: TrustLevel,
    pub edit: Edit,
    /// Where a change will be saved, or where a wrong locked value is corrected, in words.
    pub note: Option<String>,
}

reads!(FieldPrefill: pointer, value, level, edit; masked, note);

/// 国办函〔2016〕108号.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrustLevel {
    /// Issued by the agency.
    A,
    /// Verified at a window.
    B,
    /// Uploaded by the person.
    C,
    /// Declared by the person.
    D,
}

says!(TrustLevel: "A" = A, "B" = B, "C" = C, "D" = D);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// The backend will refuse any other value.
    Locked,
    /// May be changed; the change counts as declared by the person.
    Allowed,
}

says!(Edit: "locked" = Locked, "allowed" = Allowed);
