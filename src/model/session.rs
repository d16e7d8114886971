//! Who is using the app, and how surely the backend knows.

use super::acting::ActingFor;
use super::read::{self, need, reads, says, Misread, Read};
use serde::Serialize;
use serde_json::Value;

/// How calls say whose they are, as `config.json` decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carrying {
    /// By the backend's HttpOnly cookie, which this program never sees. `csrf` names the header that carries the backend's token against
    /// forged requests, where it has one.
    Cookie { csrf: Option<String> },
    /// By a token that lives in the memory of this page, and ends with it.
    Bearer,
}

impl Default for Carrying {
    fn default() -> Self {
        Self::Cookie { csrf: None }
    }
}

impl Read for Carrying {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        read::only(value, &["kind", "csrf"])?;
        match need::<String>(value, "kind")?.as_str() {
            "cookie" => Ok(Self::Cookie { csrf: read::may::<Option<Csrf>>(value, "csrf")?.map(|csrf| csrf.0) }),
            // No browser adds such a token by itself, so that there is nothing to forge.
            "bearer" => read::only(value, &["kind"]).map(|()| Self::Bearer),
            _ => Err(Misread::new("its kind is neither cookie nor bearer")),
        }
    }
}

struct Csrf(String);

impl Read for Csrf {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        read::only(value, &["header"])?;
        let header: String = need(value, "header")?;
        let is_name = (1..=64).contains(&header.len()) && header.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        is_name.then_some(Self(header)).ok_or_else(|| Misread::new("its header is no name of a header"))
    }
}

/// The backend's word on the current session. What calls are believed by is never part of it.
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
