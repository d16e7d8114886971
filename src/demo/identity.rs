//! Identity sessions: opened here, answered at the provider, believed only when the state and the one-time code come back (RFC 9700).

use super::address;
use super::consents;
use super::exchange::Exchange;
use super::guardian;
use super::localize;
use super::methods;
use super::oidc;
use super::passkeys;
use super::password;
use super::providers::ProviderKind;
use super::reply::{Outcome, Refusal, Success};
use super::sessions;
use super::sms;
use super::sweep;
use super::webauthn;
use super::words::Say;
use crate::model::date::Moment;
use crate::model::session::Level;
use crate::words::Words;
use serde_json::{json, Map, Value};

pub(super) const KIND: &str = "identity";
/// From a ticket to the identity session it opens.
pub(super) const TICKETS: &str = "ticket";
/// 10 minutes, where no provider says how long it takes.
const LIFE_MS: i64 = 10 * 60_000;
/// Wrong answers in the app after which a check has failed.
const MOST_WRONG: u64 = 5;
/// Providers take no longer ones (Tencent `RedirectUrl`).
const LONGEST_URL: usize = 1_024;

/// `POST /identity-sessions`
pub(super) fn open(x: &mut Exchange<'_>) -> Outcome {
    let body = x.body()?;
    let service_id = x.text(&body, "service_id", 100)?;
    if x.catalogue.service(&service_id).is_none() {
        return Err(Refusal::wrong("/service_id", Say::UnknownValue, x.lang));
    }
    let method = x.text(&body, "method", 50)?;
    let state = own_state(x, &body)?;
    let return_url = return_url(x, &body)?;
    let step_up = step_up(x, &body, &method)?;
    let consent_id = match step_up {
        // It reads nothing: the consent of the application stays the one in force.
        Some(_) => None,
        None => Some(consent(x, &body, &service_id, &method)?),
    };
    let kind = x.catalogue.providers.method(&method).map_or("", |m| m.kind.as_str());
    if kind == "window" {
        return Err(Refusal::new(422, "method-not-online", Say::NoHandoffTitle, Say::NoHandoffDetail).error("/method", Say::NoHandoffDetail.text(x.lang)));
    }
    sweep::sweep(x);
    let (id, ticket, code) = (x.secret(), x.secret(), x.secret());
    let provider = x.catalogue.providers.of(&method);
    let expires = x.now.plus_ms(provider.map_or(LIFE_MS, |p| p.life_ms)).0;
    let face_consent = match (step_up, x.visitor.verified().map(str::to_owned)) {
        (Some(_), Some(person)) if kind == "face" => Some(consents::agree_to_face(x, &person, &service_id, &method, expires)),
        _ => None,
    };
    let secrets = if kind == "oidc" { oidc::secrets(x)? } else { Value::Null };
    let site = origin(&return_url).and_then(webauthn::host).unwrap_or_default();
    let passkey = (kind == "device").then(|| passkeys::ask(x, site, step_up));
    let session = json!({
        "service_id": service_id, "consent_id": consent_id, "face_consent": face_consent, "method": method, "kind": kind, "return_url": return_url, "state": state, "ticket": ticket,
        "status": "waiting", "opened_by": x.visitor.person(), "lang": x.lang.tag(),
        "expires": expires, "person": null, "code": code, "reason": null, "used": false, "passkey": passkey, "oidc": secrets,
        "level": step_up, "for_person": step_up.and_then(|_| x.visitor.verified()), "acting": step_up.and_then(|_| x.visitor.acting()),
    });
    x.store.put(KIND, &id, &session);
    // At a provider's of its own nobody else's page settles it.
    if kind != "oidc" {
        x.store.put(TICKETS, &ticket, &json!({"session": id, "expires": expires}));
    }
    Ok(Success::created(view(x, &id, &session), Some(format!("/identity-sessions/{id}"))))
}

/// The consent that a body names: in force, for this service and way, and nobody else's.
fn consent(x: &Exchange<'_>, body: &Map<String, Value>, service_id: &str, method: &str) -> Result<String, Refusal> {
    let id = x.text(body, "consent_id", 100)?;
    let consent = x.store.get(consents::KIND, &id).ok_or_else(Refusal::consent_needed)?;
    let foreign = consent["person"].as_str().is_some_and(|owner| x.visitor.verified() != Some(owner));
    if foreign || consent["service_id"] != service_id || consent["method"] != method || !consents::active(&consent, x.now) {
        return Err(Refusal::consent_needed());
    }
    Ok(id)
}

/// The level that a step-up has to reach: of whoever is verified, by a way that reaches it, and by a face only with a consent to that.
fn step_up(x: &Exchange<'_>, body: &Map<String, Value>, method: &str) -> Result<Option<Level>, Refusal> {
    let level = match body.get("level") {
        None | Some(Value::Null) => return Ok(None),
        Some(level) => level.as_str().and_then(methods::named).filter(|level| *level >= Level::Verified),
    };
    let level = level.ok_or_else(|| Refusal::wrong("/level", Say::UnknownValue, x.lang))?;
    let person = x.applicant()?;
    if !methods::can_reach(x, &person, method, level) {
        return Err(Refusal::wrong("/method", Say::MethodTooLow, x.lang));
    }
    if methods::is_face(x, method) != (body.get("face") == Some(&Value::Bool(true))) {
        return Err(consents::face_needed(x));
    }
    Ok(Some(level))
}

/// The `state` of a body: long enough that nobody guesses it.
pub(super) fn own_state(x: &Exchange<'_>, body: &Map<String, Value>) -> Result<String, Refusal> {
    let state = x.text(body, "state", 500)?;
    if state.chars().count() < 16 {
        return Err(Refusal::wrong("/state", Say::WrongShape, x.lang));
    }
    Ok(state)
}

/// The `return_url` of a body: of an origin that people may be sent back to.
pub(super) fn return_url(x: &Exchange<'_>, body: &Map<String, Value>) -> Result<String, Refusal> {
    let url = x.text(body, "return_url", LONGEST_URL)?;
    if origin(&url).is_some_and(|origin| x.allowed_origins.iter().any(|allowed| allowed == origin)) {
        return Ok(url);
    }
    let refusal = Refusal::new(422, "return-url-refused", Say::ReturnRefusedTitle, Say::ReturnRefusedDetail);
    Err(refusal.error("/return_url", Say::ReturnRefusedDetail.text(x.lang)))
}

/// `GET /identity-sessions/{id}`
pub(super) fn get(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let mut session = x.store.get(KIND, id).ok_or_else(Refusal::not_found)?;
    if session["kind"] == "device" {
        passkeys::renew(x, id, &mut session);
    }
    Ok(Success::ok(view(x, id, &session)))
}

/// `POST /identity-sessions/{id}/confirm`: what came back is a hint; only the right state and code make it count, once.
pub(super) fn confirm(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let session = x.store.get(KIND, id).ok_or_else(Refusal::not_found)?;
    let body = x.body()?;
    let state = x.text(&body, "state", 500)?;
    // A step-up belongs to whoever began it: in the session of anybody else it counts for nobody. Where the way has lost the session,
    // whose the check is still says who passes it.
    if let Some(owner) = session["for_person"].as_str() {
        let who = x.visitor.verified();
        if who != Some(owner) && !(who.is_none() && x.carried.is_lost_on_the_way()) {
            return Err(forged());
        }
    }
    // Withdrawn while it was under way: nothing may come of it.
    if session["state"] == state.as_str() && session["used"] != true && session["face_consent"].as_str().is_some_and(|id| consents::is_withdrawn(x, id)) {
        return Ok(stopped(x, id, session));
    }
    // No one-time code of ours comes back: the state alone says whose it is.
    if let Some(kind @ ("sms" | "password" | "device" | "oidc")) = session["kind"].as_str() {
        if session["state"] != state.as_str() {
            return Err(forged());
        }
        usable(x, &session)?;
        return match (session["status"].as_str(), kind) {
            (Some("waiting" | "opened"), "device") => passkeys::answer(x, id, session, &body),
            (Some("waiting" | "opened"), "password") => password::answer(x, id, session, &body),
            (Some("waiting" | "opened"), "sms") => sms::answer(x, id, session, &body),
            (Some("waiting" | "opened"), _) => oidc::confirm(x, id, session, &body),
            _ => Ok(Success::ok(view(x, id, &session))),
        };
    }
    // What a phone does for another device verifies nobody on the phone.
    if session["for_link"].is_string() {
        return Err(forged());
    }
    if session["taken"] == true {
        return confirm_taken(x, id, session, &state, body.contains_key("code"));
    }
    let code = x.text(&body, "code", 500)?;
    // Nobody has been given the code before the provider is done.
    let ended = !matches!(session["status"].as_str(), Some("waiting" | "opened"));
    if session["state"] != state.as_str() || (ended && session["code"] != code.as_str()) {
        return Err(forged());
    }
    usable(x, &session)?;
    settle(x, id, session)
}

/// The person has taken back what the check stood on: nothing comes of it, whatever the provider says.
fn stopped(x: &mut Exchange<'_>, id: &str, mut session: Value) -> Success {
    session["status"] = json!("cancelled");
    session["person"] = Value::Null;
    x.store.put(KIND, id, &session);
    Success::ok(view(x, id, &session))
}

/// A check that another device carries out comes back to that one: here the state alone makes it count, and a code is from elsewhere.
fn confirm_taken(x: &mut Exchange<'_>, id: &str, session: Value, state: &str, has_code: bool) -> Outcome {
    if session["state"] != state || has_code {
        return Err(forged());
    }
    usable(x, &session)?;
    settle(x, id, session)
}

fn settle(x: &mut Exchange<'_>, id: &str, session: Value) -> Outcome {
    let person = match (session["status"].as_str(), session["person"].as_str()) {
        (Some("done"), Some(person)) => person.to_owned(),
        // Not finished yet, failed or cancelled: told as it is, and nothing is given.
        _ => return Ok(Success::ok(view(x, id, &session))),
    };
    pass(x, id, session, &person)
}

/// The check is done: counts once, binds the consent it was opened under, and opens a session as sure as the way is.
pub(super) fn pass(x: &mut Exchange<'_>, id: &str, session: Value, person: &str) -> Outcome {
    pass_as(x, id, session, person, Level::Strong)
}

/// The same, of a proof that is no surer than `most`.
pub(super) fn pass_as(x: &mut Exchange<'_>, id: &str, mut session: Value, person: &str, most: Level) -> Outcome {
    let reached = session["method"].as_str().and_then(|method| methods::reach(x, method)).map_or(Level::Verified, |level| level.min(most));
    session["used"] = json!(true);
    if let Some(consent) = session["face_consent"].as_str() {
        consents::fulfil(x, consent);
    }
    // Somebody else has passed a step-up: nothing is opened, and neither learns of the other.
    if session["for_person"].as_str().is_some_and(|owner| owner != person) {
        session["status"] = json!("failed");
        session["reason"] = json!("other_person");
        session["person"] = Value::Null;
        x.store.put(KIND, id, &session);
        return Ok(Success::ok(view(x, id, &session)));
    }
    x.store.put(KIND, id, &session);
    if let Some(consent) = session["consent_id"].as_str() {
        consents::bind(x, consent, person);
    }
    // A surer session, and nothing else: whoever acts for somebody goes on doing so.
    let acting = match x.visitor.verified() {
        _ if !session["for_person"].is_string() => None,
        Some(_) => x.visitor.acting().map(str::to_owned),
        None => session["acting"].as_str().map(str::to_owned),
    };
    let (given, _) = x.open_session(person, reached);
    sessions::act_for(x, acting.as_deref());
    Ok(Success::ok(view(x, id, &session)).with(&given.0, given.1))
}

/// A wrong answer in the app, told at its place with the tries that are left (`{n}`); after the last one the check has failed.
pub(super) fn wrong(x: &mut Exchange<'_>, id: &str, mut session: Value, pointer: &str, told: Say) -> Outcome {
    let wrong = session["wrong"].as_u64().unwrap_or_default() + 1;
    session["wrong"] = json!(wrong);
    if wrong >= MOST_WRONG {
        return tried_too_often(x, id, session);
    }
    x.store.put(KIND, id, &session);
    let told = x.say(told, &[("n", &(MOST_WRONG - wrong).to_string())]);
    Err(Refusal::invalid(vec![(pointer.to_owned(), told)]))
}

/// The check has failed for that.
pub(super) fn tried_too_often(x: &mut Exchange<'_>, id: &str, mut session: Value) -> Outcome {
    session["status"] = json!("failed");
    session["reason"] = json!("too_many_tries");
    x.store.put(KIND, id, &session);
    Ok(Success::ok(view(x, id, &session)))
}

/// Neither used before nor out of time.
pub(super) fn usable(x: &Exchange<'_>, session: &Value) -> Result<(), Refusal> {
    if session["used"] == true {
        return Err(replayed());
    }
    if is_late(x) || status(session, x.now) == "expired" {
        return Err(Refusal::new(410, "identity-expired", Say::IdentityExpiredTitle, Say::IdentityExpiredDetail));
    }
    Ok(())
}

/// The fault that lets every check expire that has not ended: nobody can wait as long as providers do.
fn is_late(x: &Exchange<'_>) -> bool {
    x.faults.has("identity-expired")
}

pub(super) fn replayed() -> Refusal {
    Refusal::new(409, "identity-replayed", Say::ReplayedTitle, Say::ReplayedDetail)
}

pub(super) fn forged() -> Refusal {
    Refusal::new(403, "identity-forged", Say::ForgedTitle, Say::ForgedDetail)
}

/// The status as of now: one that waits too long has expired, and so has a result that nobody came to fetch.
pub(super) fn status(session: &Value, now: Moment) -> String {
    let stored = session["status"].as_str().unwrap_or("expired");
    let over = session["expires"].as_i64().is_none_or(|expires| expires <= now.0);
    let open = matches!(stored, "waiting" | "opened") || (stored == "done" && session["used"] != true);
    if over && open {
        "expired".to_owned()
    } else {
        stored.to_owned()
    }
}

pub(super) fn view(x: &Exchange<'_>, id: &str, session: &Value) -> Value {
    let now = if is_late(x) { Moment(i64::MAX) } else { x.now };
    let status = status(session, now);
    let provider = session["method"].as_str().and_then(|method| x.catalogue.providers.of(method));
    let mut view = json!({
        "id": id,
        "status": status,
        "provider": provider.map(|p| localize::text(&p.name, x.lang)),
        "expires_at": session["expires"].as_i64().map(|ms| Moment(ms).to_string()),
    });
    let is_open = matches!(status.as_str(), "waiting" | "opened");
    if is_open && session["kind"] == "sms" {
        view["ask"] = sms::ask(x, session);
    } else if is_open && session["kind"] == "password" {
        view["ask"] = password::ask(x, session);
    } else if is_open && session["kind"] == "device" {
        let asked = |member: &str| session["passkey"][member].clone();
        let passkey = json!({"challenge": asked("challenge"), "rp_id": asked("rp_id"), "timeout_ms": asked("timeout_ms"), "credentials": asked("credentials")});
        view["ask"] = json!({"kind": "passkey", "passkey": passkey});
    } else if session["taken"] == true {
        // Until it has counted, it is another device's to finish and this one's to confirm.
        if is_open || (status == "done" && session["used"] != true) {
            view["elsewhere"] = json!("taken");
        }
    } else if let Some(provider) = provider.filter(|_| is_open) {
        view["url"] = match &provider.kind {
            ProviderKind::Redirect { address } => {
                // A host that no other device can reach offers none.
                if x.caller.is_some() && !session["for_link"].is_string() {
                    view["elsewhere"] = json!("offered");
                }
                json!(address::expand(address, &[("page", x.provider_base), ("ticket", session["ticket"].as_str().unwrap_or_default())]))
            }
            ProviderKind::Oidc { .. } => json!(oidc::address(x, provider, session)),
        };
    }
    if status == "failed" {
        view["reason"] = session["reason"].clone();
        if guardian::can_ask(x, session) {
            view["guardian"] = json!(true);
        }
    }
    view
}

/// The origin of an absolute http(s) address; `None` for anything that a browser might read differently.
pub(super) fn origin(url: &str) -> Option<&str> {
    if url.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
        return None;
    }
    let (scheme, rest) = url.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest.get(..end)?;
    (!host.is_empty() && !host.contains('@')).then(|| url.get(..scheme.len() + 3 + end)).flatten()
}
