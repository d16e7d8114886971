//! Who is using the app, and how surely the backend knows.

use super::read::{reads, says};
use serde::Serialize;

/// The backend's word on the current session. The credential itself never reaches this program: it is an HttpOnly cookie.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub level: Level,
    pub person: Option<PersonBrief>,
    /// RFC 3339.
    pub expires_at: Option<String>,
    /// Seconds until it ends if nothing more is asked of the backend; every call begins them anew.
    pub expires_in_s: Option<u64>,
}

reads!(Session: level; person, expires_at, expires_in_s);

/// How surely a person is known, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    None,
    /// Signed in to the account; enough to see what is known, not to apply.
    Account,
    /// Proved by a code or a password: enough to apply.
    Verified,
    /// Proved by face or by a device that was set up so: enough for what does harm in the wrong hands.
    Strong,
}

says!(Level: "none" = None, "account" = Account, "verified" = Verified, "strong" = Strong);

#[derive(Debug, Clone, PartialEq)]
pub struct PersonBrief {
    /// Masked by the backend (张*).
    pub name: String,
    /// Opaque and the same at every visit: tells people with the same masked name apart, on a device that several of them use.
    pub id: Option<String>,
}

reads!(PersonBrief: name; id);
