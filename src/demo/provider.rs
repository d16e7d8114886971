//! The demo's identity provider: what its page asks for, and what it reports. A real one has its own server.

use super::address;
use super::catalogue::Catalogue;
use super::exchange::Exchange;
use super::guardian;
use super::identity::{status, KIND, TICKETS};
use super::localize;
use super::people::people;
use super::providers::{is_reason, Provider, Verdict};
use super::reply::{Outcome, Refusal, Success};
use super::store::Store;
use super::words::Say;
use crate::backend::client::encode;
use crate::model::date::Moment;
use crate::words::Lang;
use serde_json::{json, Value};

/// Tries of each person, to hold providers' limit.
const ATTEMPTS: &str = "attempts";
/// At most this many in a minute (Tencent 16, 2018, 418).
const MOST_A_MINUTE: usize = 15;

/// `GET /demo/people`
pub(super) fn list_people(x: &mut Exchange<'_>) -> Outcome {
    Ok(Success::ok(json!({"items": people(x.catalogue, x.lang)})))
}

/// `GET /demo/provider/{ticket}`: the person has arrived.
pub(super) fn arrive(x: &mut Exchange<'_>, ticket: &str) -> Outcome {
    task(x.catalogue, x.store, ticket, x.now).map(|(task, _)| Success::ok(task)).ok_or_else(Refusal::not_found)
}

/// What the provider's page shows, in the language of the app that sent the person; and the session behind it. Marks the arrival.
fn task(catalogue: &Catalogue, store: &mut dyn Store, ticket: &str, now: Moment) -> Option<(Value, (String, Value))> {
    let (id, mut session) = find(store, ticket)?;
    if status(&session, now) == "waiting" {
        session["status"] = json!("opened");
        store.put(KIND, &id, &session);
    }
    let lang = session["lang"].as_str().and_then(Lang::parse).unwrap_or(Lang::Hans);
    let service = session["service_id"].as_str().and_then(|id| catalogue.service(id));
    let provider = provider_of(catalogue, &session);
    let codes: Vec<Value> = provider.into_iter().flat_map(Provider::codes).map(|(code, reason)| json!({"code": code, "reason": reason})).collect();
    let view = json!({
        "provider": provider.map(|p| localize::text(&p.name, lang)),
        "codes": codes,
        "status": status(&session, now),
        "service_name": service.map(|s| localize::text(&s.name, lang)),
        "method": session["method"],
        "lang": lang.tag(),
        "expires_at": session["expires"].as_i64().map(|ms| Moment(ms).to_string()),
        "people": people(catalogue, lang),
        "person": session["opened_by"],
    });
    Some((view, (id, session)))
}

/// For a host in the page, whose provider page cannot call this backend while the app is away: the task of
/// `GET /demo/provider/{ticket}`, with `return_url` (session and state in it) and the one-time `code` that its page adds. The outcome it
/// leaves is told to `POST /demo/provider/{ticket}/outcome` when the app is back.
pub(super) fn handoff(catalogue: &Catalogue, store: &mut dyn Store, ticket: &str, now: Moment) -> Option<Value> {
    let (mut view, (id, session)) = task(catalogue, store, ticket, now)?;
    view["return_url"] = json!(return_address(provider_of(catalogue, &session), &session, &id, None));
    view["code"] = session["code"].clone();
    Some(view)
}

/// `POST /demo/provider/{ticket}/outcome`: how it ended, and the address to go back to.
pub(super) fn report(x: &mut Exchange<'_>, ticket: &str) -> Outcome {
    let (id, mut session) = find(x.store, ticket).ok_or_else(Refusal::not_found)?;
    let body = x.body()?;
    let outcome = x.text(&body, "outcome", 100)?;
    let person = body.get("person").and_then(Value::as_str).and_then(|id| x.catalogue.person(id)).filter(|p| !p.is_company());
    match status(&session, x.now).as_str() {
        "waiting" | "opened" => {}
        "expired" => return Err(Refusal::new(410, "identity-expired", Say::IdentityExpiredTitle, Say::IdentityExpiredDetail)),
        _ => return Err(Refusal::new(409, "ticket-used", Say::TicketEndedTitle, Say::TicketEndedDetail)),
    }
    if !outcome.chars().all(|c| c.is_ascii_alphanumeric() || "_:.-".contains(c)) {
        return Err(Refusal::wrong("/outcome", Say::WrongShape, x.lang));
    }
    let provider = provider_of(x.catalogue, &session);
    let (mut ended, mut reason) = match (outcome.as_str(), outcome.strip_prefix("failed:")) {
        // The demo's own words, for what no code of the provider says.
        ("success", _) => ("done", None),
        ("cancelled", _) => ("cancelled", None),
        ("timeout", _) => ("expired", None),
        (_, Some(why)) => ("failed", Some(if is_reason(why) { why } else { "other" })),
        (theirs, None) => match provider.map_or(Verdict::Failed("other"), |p| p.verdict(theirs)) {
            Verdict::Status("failed") => ("failed", Some("other")),
            Verdict::Status(status) => (status, None),
            Verdict::Failed(why) => ("failed", Some(why)),
        },
    };
    if ended == "done" {
        let person = person.ok_or_else(|| Refusal::wrong("/person", Say::UnknownValue, x.lang))?;
        if too_many(x, &person.id) {
            (ended, reason) = ("failed", Some("too_many_tries"));
        } else if session["kind"] == "face" && guardian::is_missing(x, person, &session["service_id"]) {
            (ended, reason) = ("failed", Some("guardian_needed"));
            session["child"] = json!(person.id);
        } else {
            session["person"] = json!(person.id);
        }
    } else if ended == "failed" {
        if let Some(person) = person {
            too_many(x, &person.id);
        }
    }
    session["status"] = json!(ended);
    session["reason"] = json!(reason);
    x.store.put(KIND, &id, &session);
    Ok(Success::ok(json!({"return_url": return_address(provider, &session, &id, session["code"].as_str())})))
}

/// Who carries a session out, by the data.
fn provider_of<'c>(catalogue: &'c Catalogue, session: &Value) -> Option<&'c Provider> {
    catalogue.providers.of(session["method"].as_str()?)
}

fn find(store: &dyn Store, ticket: &str) -> Option<(String, Value)> {
    let id = store.get(TICKETS, ticket)?["session"].as_str()?.to_owned();
    let session = store.get(KIND, &id)?;
    Some((id, session))
}

/// Counts a try of this person; whether there were too many within a minute.
pub(super) fn too_many(x: &mut Exchange<'_>, person: &str) -> bool {
    let since = x.now.plus_ms(-60_000).0;
    let stored = x.store.get(ATTEMPTS, person).and_then(|v| v.as_array().cloned()).unwrap_or_default();
    let mut recent: Vec<i64> = stored.iter().filter_map(Value::as_i64).filter(|at| *at > since).collect();
    recent.push(x.now.0);
    let many = recent.len() > MOST_A_MINUTE;
    x.store.put(ATTEMPTS, person, &json!(recent));
    many
}

/// The return address with the hint in its query, before a fragment and after a query that is there.
fn return_address(provider: Option<&Provider>, session: &Value, id: &str, code: Option<&str>) -> String {
    let text = |key: &str| session[key].as_str().unwrap_or_default();
    let url = text("return_url");
    let (url, fragment) = url.split_once('#').map_or((url, String::new()), |(u, f)| (u, format!("#{f}")));
    let joint = match url.split_once('?') {
        None => "?",
        Some((_, query)) if query.is_empty() || query.ends_with('&') => "",
        Some(_) => "&",
    };
    let own = provider.into_iter().flat_map(|p| &p.returns);
    let own: String = own.map(|(name, value)| format!("&{}={}", encode(name), address::expand(value, &[("ticket", text("ticket"))]))).collect();
    let code = code.map(|code| format!("&code={}", encode(code))).unwrap_or_default();
    format!("{url}{joint}session={}&state={}{own}{code}{fragment}", encode(id), encode(text("state")))
}
