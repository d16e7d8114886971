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
    /// Where the person holds several certificates that this could be about.
    pub choice: Option<CertificateChoice>,
}

reads!(SourcePrefill: source, name, status; certificate, fields, message, correct_at, choice);

impl SourcePrefill {
    /// What the source says once `answer` stands at the choice's field: the picked certificate and its values with what is said anyway, or
    /// only that where it names none that may be picked. The same as before where there is no choice.
    pub fn picking(mut self, answer: &Value) -> Self {
        let Some(choice) = &self.choice else { return self };
        self.fields.retain(|field| !choice.held.iter().flat_map(|held| &held.fields).any(|f| f.pointer == field.pointer));
        let picked = choice.held.iter().find(|held| held.unusable.is_none() && choice.value_of(held) == Some(answer));
        self.certificate = picked.map(|held| held.certificate.clone());
        // What is chosen here can be chosen otherwise.
        let free = |field: &FieldPrefill| if field.pointer == choice.pointer { Edit::Allowed } else { field.edit };
        let filled = picked.into_iter().flat_map(|held| &held.fields).map(|field| FieldPrefill { edit: free(field), ..field.clone() });
        self.fields.extend(filled);
        self
    }

    /// Whether an answer at the choice's field picks one of the certificates.
    pub fn is_picked(&self) -> bool {
        self.choice.as_ref().is_some_and(|choice| self.fields.iter().any(|field| field.pointer == choice.pointer))
    }
}

/// Several certificates of one source, of which the application is about one.
#[derive(Debug, Clone, PartialEq)]
pub struct CertificateChoice {
    /// JSON Pointer of the field whose value tells them apart.
    pub pointer: String,
    pub held: Vec<HeldCertificate>,
}

reads!(CertificateChoice: pointer, held;);

impl CertificateChoice {
    /// What is answered when this one is picked; `None` where it fills everything but the field that it is picked at.
    pub fn value_of<'a>(&self, held: &'a HeldCertificate) -> Option<&'a Value> {
        held.fields.iter().find(|field| field.pointer == self.pointer).map(|field| &field.value)
    }
}

/// A certificate that a person holds, and what it would fill.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldCertificate {
    pub certificate: CertificateRef,
    /// What it is about, in a line: an address, a number plate.
    pub summary: Option<String>,
    pub fields: Vec<FieldPrefill>,
    /// Why it cannot be picked, in words.
    pub unusable: Option<String>,
}

reads!(HeldCertificate: certificate; summary, fields, unusable);

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
