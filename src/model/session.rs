//! Who is using the app, and how surely the backend knows.

use super::acting::ActingFor;
use super::read::{only, reads, said, says, Misread};
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

impl Carrying {
    /// As `config.json` says it.
    ///
    /// # Errors
    /// [`Misread`]
    pub fn of(value: &Value) -> Result<Self, Misread> {
        only(value, &["kind", "csrf"])?;
        let csrf = value.get("csrf").filter(|csrf| !csrf.is_null());
        match (said(value, "kind"), csrf) {
            ("cookie", None) => Ok(Self::default()),
            ("cookie", Some(csrf)) => match said(csrf, "header") {
                name if is_header(name) && only(csrf, &["header"]).is_ok() => Ok(Self::Cookie { csrf: Some(name.to_owned()) }),
                _ => Err(Misread::new("has no name of a header in its one member, header").at("csrf")),
            },
            ("bearer", None) => Ok(Self::Bearer),
            // No browser adds such a token by itself, so that there is nothing to forge.
            ("bearer", Some(_)) => Err(Misread::new("is for cookies").at("csrf")),
            _ => Err(Misread::new("its kind is neither cookie nor bearer")),
        }
    }
}

fn is_header(name: &str) -> bool {
    (1..=64).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
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
