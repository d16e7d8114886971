//! Sessions: who is asking, known by an HttpOnly cookie. A verified session ends after half an hour of rest.

use super::consents;
use super::exchange::Exchange;
use super::fingerprint;
use super::localize;
use super::methods;
use super::reply::{Outcome, Refusal, Success};
use super::seeds;
use super::store::Store;
use super::words::Say;
use crate::backend::transport::{header, Call};
use crate::model::date::Moment;
use crate::model::identifier::mask_name;
use crate::model::session::Level;
use serde_json::{json, Value};

const COOKIE: &str = "miaoban_session";
pub(super) const KIND: &str = "session";
/// 30 minutes.
const VERIFIED_MS: i64 = 30 * 60_000;
/// 12 hours: an account session shows what is known and changes nothing.
const ACCOUNT_MS: i64 = 12 * 3_600_000;
/// A session is written again only after it has aged this much, so that polling does not write.
const SLACK_MS: i64 = 60_000;

/// Who is asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Visitor {
    /// No cookie.
    Stranger,
    /// A cookie whose session is over.
    Lapsed,
    Known {
        token: String,
        person: String,
        level: Level,
        expires: Moment,
    },
}

impl Visitor {
    /// Reads the cookie, and prolongs a session that is in use.
    pub fn of(call: &Call, store: &mut dyn Store, now: Moment) -> Self {
        let Some(token) = cookie(call) else { return Self::Stranger };
        let Some(session) = store.get(KIND, &token) else { return Self::Lapsed };
        let (Some(person), Some(expires)) = (session["person"].as_str(), session["expires"].as_i64()) else { return Self::Lapsed };
        if expires <= now.0 {
            return Self::Lapsed;
        }
        let Some(level) = session["level"].as_str().and_then(methods::named) else { return Self::Lapsed };
        let person = person.to_owned();
        let mut expires = Moment(expires);
        let fresh = now.plus_ms(life(level));
        if fresh.0 - expires.0 > SLACK_MS {
            expires = fresh;
            store.put(KIND, &token, &document(&person, level, expires));
        }
        Self::Known { token, person, level, expires }
    }

    /// The person, however surely known.
    pub fn person(&self) -> Option<&str> {
        match self {
            Self::Known { person, .. } => Some(person),
            _ => None,
        }
    }

    /// How surely the person is known.
    pub fn level(&self) -> Level {
        match self {
            Self::Known { level, .. } => *level,
            _ => Level::None,
        }
    }

    /// The person, if proved.
    pub fn verified(&self) -> Option<&str> {
        match self {
            Self::Known { person, level, .. } if *level >= Level::Verified => Some(person),
            _ => None,
        }
    }
}

impl Exchange<'_> {
    /// The verified person, or why there is none: 401.
    pub fn applicant(&self) -> Result<String, Refusal> {
        if self.faults.has("session-expired") {
            return Err(session_over());
        }
        match &self.visitor {
            Visitor::Known { person, level, .. } if *level >= Level::Verified && self.catalogue.person(person).is_some() => Ok(person.clone()),
            Visitor::Lapsed => Err(session_over()),
            _ => Err(Refusal::new(401, "verification-needed", Say::SignInTitle, Say::SignInDetail)),
        }
    }

    /// Opens a session and answers the header that sets its cookie. The old one ends: a token never gains rights.
    pub fn open_session(&mut self, person: &str, level: Level) -> (String, Value) {
        if let Visitor::Known { token, .. } = &self.visitor {
            self.store.delete(KIND, token);
        }
        let token = self.secret();
        let expires = self.now.plus_ms(life(level));
        self.store.put(KIND, &token, &document(person, level, expires));
        let set_cookie = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax");
        self.visitor = Visitor::Known { token, person: person.to_owned(), level, expires };
        (set_cookie, self.session_view())
    }

    fn session_view(&self) -> Value {
        match &self.visitor {
            Visitor::Known { person, level, expires, .. } => match self.catalogue.person(person) {
                Some(known) => json!({
                    "level": level,
                    "person": {"name": mask_name(&localize::text(&known.name, self.lang)), "id": pseudonym(person)},
                    "expires_at": expires.to_string(),
                    "expires_in_s": (expires.0 - self.now.0).max(0) / 1_000,
                }),
                None => json!({"level": "none"}),
            },
            _ => json!({"level": "none"}),
        }
    }
}

/// `GET /session`
pub(super) fn get(x: &mut Exchange<'_>) -> Outcome {
    if x.faults.has("session-expired") {
        return Ok(Success::ok(json!({"level": "none"})));
    }
    Ok(Success::ok(x.session_view()))
}

/// `DELETE /session`
pub(super) fn end(x: &mut Exchange<'_>) -> Outcome {
    if let Visitor::Known { token, .. } = &x.visitor {
        x.store.delete(KIND, token);
    }
    Ok(Success::nothing().with("Set-Cookie", format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")))
}

/// `POST /demo/session`: a demo person at the account level, or with `"level": "verified"` or `"strong"` as if an identity check had passed,
/// and with `consent_for` as if they had agreed to all sources of that service. What the data says they applied for is there.
pub(super) fn demo_sign_in(x: &mut Exchange<'_>) -> Outcome {
    let body = x.body()?;
    let id = x.text(&body, "person", 64)?;
    let person = x.catalogue.person(&id).ok_or_else(|| Refusal::wrong("/person", Say::UnknownValue, x.lang))?;
    let level = match body.get("level") {
        None => Some(Level::Account),
        Some(level) => level.as_str().and_then(methods::named).filter(|level| *level >= Level::Account),
    };
    let Some(level) = level else {
        return Err(Refusal::wrong("/level", Say::UnknownValue, x.lang));
    };
    let agreed = match body.get("consent_for") {
        None => None,
        Some(service) => {
            // Nobody agrees to anything before it is known who they are.
            let service = service.as_str().filter(|_| level >= Level::Verified).and_then(|id| x.catalogue.service(id));
            Some(service.ok_or_else(|| Refusal::wrong("/consent_for", Say::UnknownValue, x.lang))?)
        }
    };
    let (set_cookie, view) = x.open_session(&id, level);
    if let Some(service) = agreed {
        consents::agree_to_all(x, service, person);
    }
    seeds::plant(x, person);
    Ok(Success::ok(view).with("Set-Cookie", set_cookie))
}

fn session_over() -> Refusal {
    Refusal::new(401, "session-expired", Say::SessionOverTitle, Say::SessionOverDetail)
}

fn life(level: Level) -> i64 {
    if level >= Level::Verified {
        VERIFIED_MS
    } else {
        ACCOUNT_MS
    }
}

/// Tells people apart and says nothing of them. A real backend keeps a random one with each account.
fn pseudonym(person: &str) -> String {
    fingerprint::of(format!("person {person}").as_bytes())
}

fn document(person: &str, level: Level, expires: Moment) -> Value {
    json!({"person": person, "level": level, "expires": expires.0})
}

fn cookie(call: &Call) -> Option<String> {
    let jar = header(&call.headers, "Cookie")?;
    jar.split(';').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        // An emptied cookie is none: who signed out is a stranger, not somebody whose session ran out.
        (name.trim() == COOKIE && !value.trim().is_empty()).then(|| value.trim().to_owned())
    })
}
