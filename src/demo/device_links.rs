//! A check that another device carries out: the one that asked shows a code, a phone opens it and goes to the provider, and only the
//! one that asked is verified. Whoever has the code alone learns who asks for what, and can do it or refuse it, once.

use super::codes;
use super::device_name;
use super::exchange::Exchange;
use super::identity::{self, forged, status, usable, view, KIND, TICKETS};
use super::localize;
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use crate::model::date::Moment;
use serde_json::{json, Value};

pub(super) const LINKS: &str = "device_link";
/// The page of the app that takes a code.
const PAGE: &str = "/continue";

/// `POST /identity-sessions/{id}/link`: the same code however often it is asked for.
pub(super) fn create(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let mut session = x.store.get(KIND, id).ok_or_else(Refusal::not_found)?;
    let body = x.body()?;
    if session["state"] != x.text(&body, "state", 500)?.as_str() {
        return Err(forged());
    }
    usable(x, &session)?;
    if view(x, id, &session)["elsewhere"] != "offered" {
        let over = session["for_link"].is_null() && (session["taken"] == true || !is_open(&status(&session, x.now)));
        return Err(if over { link_over() } else { Refusal::new(409, "link-not-offered", Say::LinkNotOfferedTitle, Say::LinkNotOfferedDetail) });
    }
    let code = match session["link"].as_str() {
        Some(code) => code.to_owned(),
        None => {
            let code = codes::unused(x, LINKS);
            let link = json!({
                "session": id, "status": "waiting", "service_id": session["service_id"], "by": device_name::read(x.header("User-Agent").unwrap_or_default()),
                "at": x.now.0, "expires": session["expires"], "phone": null,
            });
            x.store.put(LINKS, &code, &link);
            session["link"] = json!(code);
            x.store.put(KIND, id, &session);
            code
        }
    };
    let origin = session["return_url"].as_str().and_then(identity::origin).unwrap_or_default();
    let expires = session["expires"].as_i64().map(|ms| Moment(ms).to_string());
    Ok(Success::created(json!({"code": code, "url": format!("{origin}{PAGE}"), "expires_at": expires}), Some(format!("/device-links/{code}"))))
}

/// `GET /device-links/{code}`
pub(super) fn get(x: &mut Exchange<'_>, code: &str) -> Outcome {
    let found = find(x, code)?;
    Ok(Success::ok(told(x, &found)))
}

/// `POST /device-links/{code}/open`: a session of the phone's own, whose end is reported to the link and verifies nobody here.
pub(super) fn open(x: &mut Exchange<'_>, code: &str) -> Outcome {
    let mut found = find(x, code)?;
    let body = x.body()?;
    let return_url = identity::return_url(x, &body)?;
    let state = identity::own_state(x, &body)?;
    if !found.is_waiting(x.now) {
        return Err(link_over());
    }
    let (id, ticket, back) = (x.secret(), x.secret(), x.secret());
    let asked = &mut found.session;
    let phone = json!({
        "service_id": asked["service_id"], "consent_id": null, "method": asked["method"], "kind": asked["kind"], "return_url": return_url, "state": state, "ticket": ticket,
        "status": "waiting", "opened_by": x.visitor.person(), "lang": x.lang.tag(), "expires": asked["expires"], "person": null, "code": back,
        "reason": null, "used": false, "for_link": found.code,
    });
    // From now on the way of the device that asked leads nowhere: one check, one way.
    x.store.delete(TICKETS, asked["ticket"].as_str().unwrap_or_default());
    asked["taken"] = json!(true);
    asked["status"] = json!("opened");
    found.link["status"] = json!("opened");
    found.link["phone"] = json!(id);
    x.store.put(KIND, &id, &phone);
    x.store.put(TICKETS, &ticket, &json!({"session": id, "expires": phone["expires"]}));
    found.keep(x);
    Ok(Success::created(view(x, &id, &phone), Some(format!("/identity-sessions/{id}"))))
}

/// `POST /device-links/{code}/finish`: what came back to the phone is a hint; the right state and code hand it to the device that asked.
/// Told twice it says the same: the first answer may have been lost.
pub(super) fn finish(x: &mut Exchange<'_>, code: &str) -> Outcome {
    let mut found = look_up(x, code)?;
    let body = x.body()?;
    let (state, back) = (x.text(&body, "state", 500)?, x.text(&body, "code", 500)?);
    let id = found.link["phone"].as_str().ok_or_else(forged)?.to_owned();
    let phone = x.store.get(KIND, &id).ok_or_else(forged)?;
    let ended = phone["status"].as_str().is_some_and(|s| !is_open(s));
    if phone["state"] != state.as_str() || (ended && phone["code"] != back.as_str()) {
        return Err(forged());
    }
    let now = status(&phone, x.now);
    if !is_open(&now) && found.link["status"] == "opened" {
        found.link["status"] = json!(now);
        for member in ["status", "person", "reason", "child"] {
            found.session[member] = if member == "status" { json!(now) } else { phone[member].clone() };
        }
        found.keep(x);
    }
    if now == "expired" {
        usable(x, &phone)?;
    }
    Ok(Success::ok(view(x, &id, &phone)))
}

/// `POST /device-links/{code}/refuse`: whoever was asked did not start it.
pub(super) fn refuse(x: &mut Exchange<'_>, code: &str) -> Outcome {
    let mut found = find(x, code)?;
    if !found.is_waiting(x.now) {
        return Err(link_over());
    }
    x.store.delete(TICKETS, found.session["ticket"].as_str().unwrap_or_default());
    found.link["status"] = json!("cancelled");
    found.session["status"] = json!("cancelled");
    found.keep(x);
    Ok(Success::ok(told(x, &found)))
}

/// A link and the session it belongs to.
struct Found {
    code: String,
    link: Value,
    id: String,
    session: Value,
}

impl Found {
    /// Nobody has opened or refused it, and the device that asked has not finished by itself.
    fn is_waiting(&self, now: Moment) -> bool {
        self.link["status"] == "waiting" && is_open(&status(&self.session, now))
    }

    fn keep(&self, x: &mut Exchange<'_>) {
        x.store.put(LINKS, &self.code, &self.link);
        x.store.put(KIND, &self.id, &self.session);
    }
}

fn look_up(x: &mut Exchange<'_>, code: &str) -> Result<Found, Refusal> {
    let (code, link) = codes::look_up(x, LINKS, code)?.ok_or_else(unknown)?;
    let (id, session) = link["session"].as_str().and_then(|id| Some((id.to_owned(), x.store.get(KIND, id)?))).ok_or_else(unknown)?;
    Ok(Found { code, link, id, session })
}

/// One that is in time.
fn find(x: &mut Exchange<'_>, code: &str) -> Result<Found, Refusal> {
    let now = x.now.0;
    look_up(x, code).and_then(|found| if found.link["expires"].as_i64().is_some_and(|e| e > now) { Ok(found) } else { Err(unknown()) })
}

/// `DeviceLink` of the contract.
fn told(x: &Exchange<'_>, found: &Found) -> Value {
    let own = found.link["status"].as_str().unwrap_or_default();
    let over = own == "waiting" && !found.is_waiting(x.now);
    let service = found.link["service_id"].as_str().and_then(|id| x.catalogue.service(id));
    let moment = |member: &str| found.link[member].as_i64().map(|ms| Moment(ms).to_string());
    json!({
        "status": if over { status(&found.session, x.now) } else { own.to_owned() },
        "service_name": service.map(|s| localize::text(&s.name, x.lang)),
        "requested_by": device_name::say(x, &found.link["by"]),
        "requested_at": moment("at"),
        "expires_at": moment("expires"),
        "face": found.session["kind"] == "face",
    })
}

fn is_open(status: &str) -> bool {
    matches!(status, "waiting" | "opened")
}

fn unknown() -> Refusal {
    Refusal::new(404, "link-unknown", Say::LinkUnknownTitle, Say::LinkUnknownDetail)
}

fn link_over() -> Refusal {
    Refusal::new(409, "link-over", Say::LinkOverTitle, Say::LinkOverDetail)
}
