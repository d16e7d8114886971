//! Identity handoff: the backend opens a session, the person goes and comes back, the backend alone says whether it passed.

use super::passkey::{PasskeyAsk, PasskeyProof};
use super::read::{reads, says};
use super::session::Level;
use serde::Serialize;
use std::fmt;

/// Opens a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IdentityRequest {
    pub service_id: String,
    /// The consent that it is opened under; none for a step-up, which reads nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_id: Option<String>,
    pub method: String,
    /// Same-origin and exact; the backend refuses any other.
    pub return_url: String,
    /// Unguessable, made by this app; what returns must carry it.
    pub state: String,
    /// A step-up: the level that whoever is verified has to reach. It counts for the same person only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Of a step-up: agreed to face recognition separately.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub face: Option<bool>,
}

/// A session as the backend sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct IdentitySession {
    pub id: String,
    pub status: IdentityStatus,
    /// Where the person goes: http(s) only; absent once it has ended, and where nobody has to go anywhere.
    pub url: Option<String>,
    /// What is answered on this device instead.
    pub ask: Option<Ask>,
    /// The provider, by the name people know.
    pub provider: Option<String>,
    /// Why it failed.
    pub reason: Option<FailReason>,
    /// RFC 3339.
    pub expires_at: Option<String>,
    /// Whether another device may carry it out, or does.
    pub elsewhere: Option<Elsewhere>,
    /// It ended for want of a guardian, who can be asked.
    pub guardian: bool,
}

reads!(IdentitySession: id, status; url, ask, provider, reason, expires_at, elsewhere, guardian);

/// A check and another device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elsewhere {
    /// A code for one may be asked for.
    Offered,
    /// One has opened it; what it comes to is confirmed here with the state alone.
    Taken,
    Other,
}

says!(Elsewhere: "offered" = Offered, "taken" = Taken; "other" = Other);

/// What the person, or their device, has to answer here.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    pub kind: AskKind,
    /// Where a code was sent, masked (138****8000).
    pub sent_to: Option<String>,
    /// Digits of the code.
    pub length: Option<u64>,
    /// Seconds until another code may be asked for.
    pub again_in_s: Option<u64>,
    /// Something to know about it, in words.
    pub hint: Option<String>,
    /// What this device is to prove.
    pub passkey: Option<Box<PasskeyAsk>>,
}

reads!(Ask: kind; sent_to, length, again_in_s, hint, passkey);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskKind {
    /// The mobile number that a code is to be sent to.
    Phone,
    /// The code that was sent.
    Code,
    /// The account's name, or its mobile number, and its password.
    Password,
    /// A proof by this device, which checks the person's face, fingerprint or screen lock.
    Passkey,
    /// Something that this version does not know: another way has to be chosen.
    Other,
}

says!(AskKind: "phone" = Phone, "code" = Code, "password" = Password, "passkey" = Passkey; "other" = Other);

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
    /// Of a step-up: somebody else passed it than the person who is signed in.
    OtherPerson,
    Other,
}

says!(FailReason: "interrupted" = Interrupted, "no_camera" = NoCamera, "no_recording" = NoRecording, "not_live" = NotLive, "mismatch" = Mismatch, "not_same_person" = NotSamePerson, "too_many_tries" = TooManyTries, "source_down" = SourceDown, "no_photo" = NoPhoto, "guardian_needed" = GuardianNeeded, "other_person" = OtherPerson; "other" = Other);

/// What came back in the address, or was answered here: a hint to confirm, never a proof.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct IdentityReturn {
    /// The session's own, as it was opened: whoever does not know it answers for somebody else.
    pub state: String,
    /// The provider's one-time code, or the digits that were sent to a phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Why the provider gives no code (RFC 6749 § 4.1.2.1).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Who the provider says it is (RFC 9207).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iss: Option<String>,
    /// The mobile number to send a code to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// What this device has proved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passkey: Option<PasskeyProof>,
    /// The account's name or mobile number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<Secret>,
}

/// What may be sent and never written down.
#[derive(Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}
