//! Sessions: who is asking, known by what their call carries. A verified session ends after half an hour of rest.

use super::consents;
use super::exchange::Exchange;
use super::fingerprint;
use super::localize;
use super::methods;
use super::reply::{Outcome, Refusal, Success};
use super::seeds;
use super::store::Store;
use super::words::Say;
use crate::model::date::Moment;
use crate::model::identifier::mask_name;
use crate::model::session::Level;
use serde_json::{json, Value};

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
    /// Carries nothing.
    Stranger,
    /// Carries the token of a session that is over.
    Lapsed,
    Known {
        token: String,
        person: String,
        level: Level,
        /// The person or company that they act for.
        acting: Option<String>,
        expires: Moment,
    },
}

impl Visitor {
    /// Finds the session, and prolongs one that is in use.
    pub fn of(token: Option<&str>, store: &mut dyn Store, now: Moment) -> Self {
        let Some(token) = token else { return Self::Stranger };
        let Some(session) = store.get(KIND, token) else { return Self::Lapsed };
        let (Some(person), Some(expires)) = (session["person"].as_str(), session["expires"].as_i64()) else { return Self::Lapsed };
        if expires <= now.0 {
            return Self::Lapsed;
        }
        let Some(level) = session["level"].as_str().and_then(methods::named) else { return Self::Lapsed };
        let person = person.to_owned();
        let acting = session["acting"].as_str().map(str::to_owned);
        let mut expires = Moment(expires);
        let fresh = now.plus_ms(life(level));
        if fresh.0 - expires.0 > SLACK_MS {
            expires = fresh;
            store.put(KIND, token, &document(&person, level, acting.as_deref(), expires));
        }
        Self::Known { token: token.to_owned(), person, level, acting, expires }
    }

    /// The person, however surely known.
    pub fn person(&self) -> Option<&str> {
        match self {
            Self::Known { person, .. } => Some(person),
            _ => None,
        }
    }

    /// The person or company that they act for.
    pub fn acting(&self) -> Option<&str> {
        match self {
            Self::Known { acting, .. } => acting.as_deref(),
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

    /// Opens a session and answers the header that gives it. The old one ends: a token never gains rights.
    pub fn open_session(&mut self, person: &str, level: Level) -> ((String, String), Value) {
        if let Visitor::Known { token, .. } = &self.visitor {
            self.store.delete(KIND, token);
        }
        let token = self.secret();
        let expires = self.now.plus_ms(life(level));
        self.store.put(KIND, &token, &document(person, level, None, expires));
        let given = self.carried.give(&token);
        self.visitor = Visitor::Known { token, person: person.to_owned(), level, acting: None, expires };
        (given, self.session_view())
    }

    fn session_view(&self) -> Value {
        match &self.visitor {
            Visitor::Known { person, level, expires, .. } => match self.catalogue.person(person) {
                Some(known) => json!({
                    "level": level,
                    "person": {"name": mask_name(&localize::text(&known.name, self.lang)), "id": pseudonym(person)},
                    "expires_at": expires.to_string(),
                    "expires_in_s": (expires.0 - self.now.0).max(0) / 1_000,
                    "acting_for": self.acting_view(),
                }),
                None => json!({"level": "none"}),
            },
            _ => json!({"level": "none"}),
        }
    }
}

/// `GET /session`
pub(super) fn get(x: &mut Exchange<'_>) -> Outcome {
    let view = if x.faults.has("session-expired") { json!({"level": "none"}) } else { x.session_view() };
    let random = &mut *x.random;
    let headers = x.carried.protect(|| format!("{:016x}{:016x}", random(), random()));
    Ok(Success { headers, ..Success::ok(view) })
}

/// `DELETE /session`
pub(super) fn end(x: &mut Exchange<'_>) -> Outcome {
    if let Visitor::Known { token, .. } = &x.visitor {
        x.store.delete(KIND, token);
    }
    let mut success = Success::nothing();
    success.headers.extend(x.carried.take());
    Ok(success)
}

/// `POST /demo/session`: a demo person at the account level, or with `"level": "verified"` or `"strong"` as if an identity check had passed,
/// with `acting_for` as if they had chosen to act for another demo person, and with `consent_for` as if they had agreed to all sources of that
/// service. What the data says they applied for is there.
pub(super) fn demo_sign_in(x: &mut Exchange<'_>) -> Outcome {
    let body = x.body()?;
    let id = x.text(&body, "person", 64)?;
    let person = x.catalogue.person(&id).filter(|p| !p.is_company()).ok_or_else(|| Refusal::wrong("/person", Say::UnknownValue, x.lang))?;
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
    let (given, _) = x.open_session(&id, level);
    if body.contains_key("acting_for") {
        let whom = x.text(&body, "acting_for", 64)?;
        act_for(x, Some(&whom));
        if level < Level::Verified || x.party()?.bond.is_none() {
            return Err(Refusal::wrong("/acting_for", Say::ActingUnknown, x.lang));
        }
    }
    if let Some(service) = agreed {
        consents::agree_to_all(x, service)?;
    }
    seeds::plant(x, person);
    Ok(Success::ok(x.session_view()).with(&given.0, given.1))
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

/// Notes whom the person acts for from now on: with the session, and so until it ends.
pub(super) fn act_for(x: &mut Exchange<'_>, who: Option<&str>) {
    if let Visitor::Known { token, person, level, acting, expires } = &mut x.visitor {
        *acting = who.map(str::to_owned);
        x.store.put(KIND, token, &document(person, *level, who, *expires));
    }
}

fn document(person: &str, level: Level, acting: Option<&str>, expires: Moment) -> Value {
    json!({"person": person, "level": level, "acting": acting, "expires": expires.0})
}
