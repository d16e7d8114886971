//! A guardian's consent to a child's face check.

use super::consent::SeparateConsent;
use super::read::{reads, says};
use serde::Serialize;

/// What a child's device asks a guardian, and how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct GuardianAsk {
    pub status: AskStatus,
    /// The child, masked by the backend.
    pub child: String,
    pub service_id: String,
    pub service_name: String,
    /// What the guardian agrees to, apart from everything else.
    pub separate_consent: SeparateConsent,
    /// RFC 3339.
    pub requested_at: Option<String>,
    /// RFC 3339.
    pub expires_at: Option<String>,
}

reads!(GuardianAsk: status, child, service_id, service_name, separate_consent; requested_at, expires_at);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskStatus {
    Waiting,
    Agreed,
    Refused,
    Expired,
}

says!(AskStatus: "waiting" = Waiting, "agreed" = Agreed, "refused" = Refused, "expired" = Expired);

/// The guardian agrees.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GuardianAgreement {
    /// To the use of the child's face.
    pub face: bool,
}
