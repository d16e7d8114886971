//! Who is using the app, and how surely the backend knows.

use super::acting::ActingFor;
use super::read::{reads, says};

/// The backend's word on the current session. The credential itself never reaches this program: it is an HttpOnly cookie.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub level: Level,
    pub person: Option<PersonBrief>,
    /// RFC 3339.
    pub expires_at: Option<String>,
    /// Seconds until it ends if nothing more is asked of the backend; every call begins them anew.
    pub expires_in_s: Option<u64>,
    /// For whom the person acts, where that is not themselves (代办).
    pub acting_for: Option<ActingFor>,
}

reads!(Session: level; person, expires_at, expires_in_s, acting_for);

/// How surely a person is known, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    None,
    /// Signed in to the account; enough to see what is known, not to apply.
    Account,
    /// Proved by face, SMS code or window: enough to apply.
    Verified,
}

says!(Level: "none" = None, "account" = Account, "verified" = Verified);

#[derive(Debug, Clone, PartialEq)]
pub struct PersonBrief {
    /// Masked by the backend (张*).
    pub name: String,
    /// Opaque and the same at every visit: tells people with the same masked name apart, on a device that several of them use.
    pub id: Option<String>,
}

reads!(PersonBrief: name; id);
