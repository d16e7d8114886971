//! What this app and an app that wraps it tell each other: a request to check who somebody is, and hints of how that ended. Whatever the
//! wrapper says, the backend is asked.

use super::read::{self, need, only, said, Misread, Read};
use serde::Serialize;
use serde_json::Value;

/// Of the protocol.
pub const VERSION: u64 = 1;
/// How long the app waits for the wrapper to take the request, in milliseconds; after it, the person goes to the provider's page.
pub const PATIENCE_MS: u32 = 5_000;
/// A longer text is no answer, in bytes.
const LONGEST: usize = 4_096;
/// A longer code is none that an identity provider gives, in characters.
const LONGEST_CODE: usize = 500;

/// Where the wrapper is, as `config.json` decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Host {
    /// A function of the page's window, by its name.
    Function(String),
    /// Another window, by its exact origin.
    Message(String),
}

impl Host {
    /// As `config.json` says it.
    ///
    /// # Errors
    /// [`Misread`]
    pub fn of(value: &Value) -> Result<Self, Misread> {
        let (name, origin) = (said(value, "name"), said(value, "origin"));
        match said(value, "kind") {
            "function" if is_name(name) => only(value, &["kind", "name"]).map(|()| Self::Function(name.to_owned())),
            "message" if is_origin(origin) => only(value, &["kind", "origin"]).map(|()| Self::Message(origin.to_owned())),
            _ => Err(Misread::new("is neither a function with its name, nor messages with an origin like https://host.example")),
        }
    }
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'$') && text.bytes().next().is_some_and(|first| !first.is_ascii_digit())
}

/// As browsers write one: lower case, no path, no port that goes without saying. Without TLS on this machine only.
fn is_origin(text: &str) -> bool {
    let (place, plain) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(place), _) => (place, ":443"),
        (_, Some(place)) if matches!(place.split(':').next(), Some("localhost" | "127.0.0.1")) => (place, ":80"),
        _ => return false,
    };
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
    let mut parts = place.split(':');
    let host = parts.next().is_some_and(|host| !host.is_empty() && host.bytes().all(is_plain));
    let port = parts.next().is_none_or(|port| !port.is_empty() && !port.starts_with('0') && port.bytes().all(|b| b.is_ascii_digit()));
    host && port && parts.next().is_none() && !place.ends_with(plain)
}

/// What the app asks of the wrapper: nothing of the person, and nothing by which the check could be confirmed in their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HostRequest {
    pub v: u64,
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Random; the answers carry it.
    pub id: String,
    /// The identity session's id at the backend.
    pub session: String,
    /// Where the person would go without the wrapper.
    pub url: String,
}

impl HostRequest {
    pub fn new(id: String, session: String, url: String) -> Self {
        Self { v: VERSION, kind: "verify", id, session, url }
    }
}

/// What the wrapper says. A hint, every one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HostWord {
    /// It has taken the request.
    Accepted,
    /// It thinks that the check is done; with the provider's one-time code where it was given one.
    Verified {
        code: Option<String>,
    },
    Cancelled,
    Failed,
    /// It cannot check anybody.
    Unavailable,
}

/// Why what was said is not listened to. Told to whoever develops the wrapper, without what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deaf {
    /// No JSON object of this version with a known type, or one that is too long.
    Shape,
    /// About another request, or none.
    Id,
    /// After the answer, or accepted a second time.
    Again,
    /// Of another origin than the one that was agreed, or from another window.
    Stranger,
}

impl Deaf {
    pub fn words(self) -> &'static str {
        match self {
            Self::Shape => "it is no message of version 1 of the protocol",
            Self::Id => "its id is not that of the request",
            Self::Again => "the request has been answered, or accepted, before",
            Self::Stranger => "it comes from another origin or window than config.json names",
        }
    }
}

/// A request under way, and what has been heard of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosted {
    id: String,
    accepted: bool,
    answered: bool,
}

impl Hosted {
    pub fn new(id: String) -> Self {
        Self { id, accepted: false, answered: false }
    }

    /// Whether it is the request with this id.
    pub fn is_about(&self, id: &str) -> bool {
        self.id == id
    }

    /// Whether the wrapper has taken it.
    pub fn is_taken(&self) -> bool {
        self.accepted || self.answered
    }

    /// Nothing that comes from now on is about it.
    pub fn give_up(&mut self) {
        self.answered = true;
    }

    /// Listens to one message.
    ///
    /// # Errors
    /// Why it counts for nothing.
    pub fn hear(&mut self, text: &str) -> Result<HostWord, Deaf> {
        let (id, word) = understand(text).ok_or(Deaf::Shape)?;
        if id != self.id {
            return Err(Deaf::Id);
        }
        if self.answered || (self.accepted && word == HostWord::Accepted) {
            return Err(Deaf::Again);
        }
        match word {
            HostWord::Accepted => self.accepted = true,
            _ => self.answered = true,
        }
        Ok(word)
    }
}

/// The id of a message, and what it says. Members that are not known are passed over.
fn understand(text: &str) -> Option<(String, HostWord)> {
    if text.len() > LONGEST {
        return None;
    }
    let Message { v, kind, id, code } = read::text(text.as_bytes()).ok()?;
    let word = match kind.as_str() {
        "accepted" => HostWord::Accepted,
        "verified" => HostWord::Verified { code: code.filter(|code| (1..=LONGEST_CODE).contains(&code.chars().count())) },
        "cancelled" => HostWord::Cancelled,
        "failed" => HostWord::Failed,
        "unavailable" => HostWord::Unavailable,
        _ => return None,
    };
    (v == VERSION).then_some((id, word))
}

struct Message {
    v: u64,
    kind: String,
    id: String,
    code: Option<String>,
}

impl Read for Message {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        read::object(value)?;
        Ok(Self { v: need(value, "v")?, kind: need(value, "type")?, id: need(value, "id")?, code: read::may(value, "code")? })
    }
}
