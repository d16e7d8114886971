//! Matters (联办件): bundles that were submitted. One document each, seen by the applicant alone; whatever is due by the clock is done whenever it is
//! looked at, so that looking early or late shows the same history.

use super::exchange::Exchange;
use super::matter_after;
use super::matter_course::{advance, send_again};
use super::matter_filing;
use super::matter_view::{self, State};
use super::paging::page;
use super::ratings;
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use serde_json::{json, Value};

pub(super) const KIND: &str = "matter";

/// `POST /matters`: all of it is right, or nothing is kept.
pub(super) fn submit(x: &mut Exchange<'_>) -> Outcome {
    let body = x.body()?;
    let mut matter = matter_filing::file(x, &body)?;
    let id = format!("m{}", x.secret().get(..20).unwrap_or_default());
    matter_filing::ask_parties(x, &id, &mut matter)?;
    advance(x, &id, &mut matter);
    x.store.put(KIND, &id, &matter);
    let state = State::of(x, &matter).ok_or_else(Refusal::internal)?;
    Ok(Success::created(matter_view::view(x, &id, &state), Some(format!("/matters/{id}"))))
}

/// `GET /matters`: newest first.
pub(super) fn list(x: &mut Exchange<'_>) -> Outcome {
    let person = x.applicant()?;
    let mut mine = x.store.list(KIND);
    mine.retain(|(_, m)| m["person"] == person.as_str());
    mine.sort_by(|a, b| b.1["at"].as_i64().cmp(&a.1["at"].as_i64()).then(b.0.cmp(&a.0)));
    let mut items = Vec::new();
    for (id, mut matter) in mine {
        look(x, &id, &mut matter);
        if let Some(state) = State::of(x, &matter) {
            items.push((id.clone(), matter_view::summary(x, &id, &state)));
        }
    }
    Ok(Success::ok(page(x, items)?))
}

/// `GET /matters/{id}`
pub(super) fn get(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let matter = own(x, id)?;
    shown(x, id, &matter)
}

/// `POST /matters/{id}/parts/{service}/retry`: sent again where it could not be handed over; otherwise nothing is to be done.
pub(super) fn retry(x: &mut Exchange<'_>, id: &str, service: &str) -> Outcome {
    let mut matter = own(x, id)?;
    if !parts(&matter).any(|part| part["service"] == service) {
        return Err(Refusal::not_found());
    }
    send_again(x, id, &mut matter, service);
    advance(x, id, &mut matter);
    x.store.put(KIND, id, &matter);
    shown(x, id, &matter)
}

/// `PUT /matters/{id}/delivery`: the way that things take, or that everything has arrived.
pub(super) fn deliver(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let mut matter = own(x, id)?;
    let body = x.body()?;
    let state = State::of(x, &matter).ok_or_else(Refusal::not_found)?;
    let package = matter_after::package(x, &state);
    let way = match body.get("way") {
        None | Some(Value::Null) => None,
        Some(_) => Some(x.text(&body, "way", 100)?),
    };
    let confirms = match body.get("confirmed") {
        None | Some(Value::Null) => false,
        Some(Value::Bool(true)) => true,
        Some(_) => return Err(Refusal::wrong("/confirmed", Say::WrongShape, x.lang)),
    };
    if way.is_none() && !confirms {
        return Err(Refusal::wrong("/way", Say::WrongShape, x.lang));
    }
    let Some(package) = package else {
        return Err(Refusal::new(409, "not-yet-decided", Say::TryAgainTitle, Say::NotYetDelivered));
    };
    if let Some(way) = way.filter(|way| matter["way"] != way.as_str()) {
        if !package["ways"].as_array().into_iter().flatten().any(|w| w["id"] == way.as_str()) {
            return Err(Refusal::wrong("/way", Say::UnknownValue, x.lang));
        }
        if !matter["confirmed"].is_null() {
            return Err(Refusal::new(409, "delivered", Say::DeliveredTitle, Say::DeliveredDetail));
        }
        matter["way"] = json!(way);
        count(&mut matter);
    }
    if confirms && matter["confirmed"].is_null() {
        matter["confirmed"] = json!(x.now.0);
        count(&mut matter);
    }
    x.store.put(KIND, id, &matter);
    shown(x, id, &matter)
}

/// `GET /matters/{id}/rating`: one rating for all of it.
pub(super) fn sheet(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let matter = own(x, id)?;
    let state = State::of(x, &matter).ok_or_else(Refusal::not_found)?;
    Ok(Success::ok(ratings::sheet_of(x, state.can_rate(), &state.bundle.service, &matter)))
}

/// `POST /matters/{id}/ratings`
pub(super) fn rate(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let mut matter = own(x, id)?;
    let body = x.body()?;
    let can = State::of(x, &matter).ok_or_else(Refusal::not_found)?.can_rate();
    let rating = ratings::add_to(x, &mut matter, can, &body)?;
    count(&mut matter);
    x.store.put(KIND, id, &matter);
    Ok(Success::created(ratings::rating_view(x, &rating), Some(format!("/matters/{id}/rating"))))
}

/// A matter of the person who asks, as of now; that of somebody else does not exist for them.
fn own(x: &mut Exchange<'_>, id: &str) -> Result<Value, Refusal> {
    let person = x.applicant()?;
    let mut matter = x.store.get(KIND, id).filter(|m| m["person"] == person.as_str()).ok_or_else(Refusal::not_found)?;
    look(x, id, &mut matter);
    Ok(matter)
}

/// Does what is due.
pub(super) fn look(x: &mut Exchange<'_>, id: &str, matter: &mut Value) {
    if advance(x, id, matter) {
        x.store.put(KIND, id, matter);
    }
}

fn shown(x: &Exchange<'_>, id: &str, matter: &Value) -> Outcome {
    let state = State::of(x, matter).ok_or_else(Refusal::not_found)?;
    let view = matter_view::view(x, id, &state);
    // Another language reads differently: a tag of its own.
    let tag = format!("\"{}.{}\"", view["revision"], x.lang.tag());
    Ok(Success { tag: Some(tag), ..Success::ok(view) })
}

pub(super) fn parts(matter: &Value) -> impl Iterator<Item = &Value> {
    matter["parts"].as_array().into_iter().flatten()
}

/// Notes a change that no clock makes.
pub(super) fn count(matter: &mut Value) {
    matter["steps"] = json!(matter["steps"].as_u64().unwrap_or(0) + 1);
}

/// 409: the definition is another one by now, or another plan follows from the answers.
pub(super) fn changed() -> Refusal {
    Refusal::new(409, "bundle-changed", Say::BundleChangedTitle, Say::BundleChangedDetail)
}

/// An error of one service's part, by its place in the whole.
pub(super) fn under(service: &str, errors: Vec<(String, String)>) -> impl Iterator<Item = (String, String)> + use<'_> {
    errors.into_iter().map(move |(pointer, why)| (format!("/{service}{pointer}"), why))
}
