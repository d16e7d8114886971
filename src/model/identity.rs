//! Identity handoff: the backend opens a session, the person goes and comes back, the backend alone says whether it passed.

use super::read::{reads, says};
use serde::Serialize;

/// Opens a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IdentityRequest {
    pub service_id: String,
    pub consent_id: String,
    pub method: String,
    /// Same-origin and exact; the backend refuses any other.
    pub return_url: String,
    /// Unguessable, made by this app; what returns must carry it.
    pub state: String,
}

/// A session as the backend sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct IdentitySession {
    pub id: String,
    pub status: IdentityStatus,
    /// Where the person goes: http(s) only; absent once it has ended.
    pub url: Option<String>,
    /// The provider, by the name people know.
    pub provider: Option<String>,
    /// Why it failed.
    pub reason: Option<FailReason>,
    /// RFC 3339.
    pub expires_at: Option<String>,
}

reads!(IdentitySession: id, status; url, provider, reason, expires_at);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentityStatus {
    /// Opened; the person has not arrived at the provider.
    Waiting,
    /// The person is at the provider.
    Opened,
    Done,
    Failed,
    Cancelled,
    Expired,
}

says!(IdentityStatus: "waiting" = Waiting, "opened" = Opened, "done" = Done, "failed" = Failed, "cancelled" = Cancelled, "expired" = Expired);

/// Why a check did not pass, whatever the provider calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailReason {
    /// The app went to the background (Tencent 3003).
    Interrupted,
    /// No camera permission (3004).
    NoCamera,
    /// No recording or no live mode (3001, 3005).
    NoRecording,
    /// Suspected not live (1002, 205).
    NotLive,
    /// Name and number do not match (2006, 201).
    Mismatch,
    /// Not the same person (2016, 204).
    NotSamePerson,
    /// Too many tries (16, 2018, 418).
    TooManyTries,
    /// Source unavailable (417).
    SourceDown,
    /// No photo on record (203): a person has to look.
    NoPhoto,
    /// Under 14: a guardian has to agree first.
    GuardianNeeded,
    Other,
}

says!(FailReason: "interrupted" = Interrupted, "no_camera" = NoCamera, "no_recording" = NoRecording, "not_live" = NotLive, "mismatch" = Mismatch, "not_same_person" = NotSamePerson, "too_many_tries" = TooManyTries, "source_down" = SourceDown, "no_photo" = NoPhoto, "guardian_needed" = GuardianNeeded; "other" = Other);

/// What came back in the address: a hint to confirm, never a proof.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IdentityReturn {
    pub state: String,
    pub code: String,
}
