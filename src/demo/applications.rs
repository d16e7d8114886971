//! Applications (办件): received, and shown to those who made them.

use super::consents;
use super::disputes;
use super::exchange::Exchange;
use super::filing::{self, Filing};
use super::methods;
use super::paging::page;
use super::progress;
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use crate::model::session::Level;
use serde_json::{json, Map, Value};

pub(super) const KIND: &str = "application";

/// `POST /applications`
pub(super) fn submit(x: &mut Exchange<'_>) -> Outcome {
    let body = x.body()?;
    let service_id = x.text(&body, "service_id", 100)?;
    let service = x.catalogue.single(&service_id).ok_or_else(|| Refusal::wrong("/service_id", Say::UnknownValue, x.lang))?;
    let party = x.party_in(service, &body)?;
    if x.text(&body, "form_version", 100)? != service.form_version {
        return Err(Refusal::new(409, "form-changed", Say::FormChangedTitle, Say::FormChangedDetail));
    }
    let consent_id = match body.get("consent_id") {
        None | Some(Value::Null) => None,
        Some(_) => Some(x.text(&body, "consent_id", 100)?),
    };
    let granted = match &consent_id {
        Some(id) => consents::granted(x, Some(id), &service_id, &party)?,
        None => Vec::new(),
    };
    let data = body.get("data").filter(|d| d.is_object()).cloned().ok_or_else(|| Refusal::wrong("/data", Say::WrongShape, x.lang))?;
    let provenance = provenance(x, &body)?;
    let disputes = disputes::read(x, &body, service, &granted)?;
    let id = format!("a{}", x.secret().get(..20).unwrap_or_default());
    let (secret, level) = (x.secret(), x.visitor.level());
    let application = filing::file(x, Filing { service, party, consent_id, granted, data, provenance, disputes, level, secret })?;
    x.store.put(KIND, &id, &application);
    let view = progress::view(x, &id, &application).ok_or_else(Refusal::internal)?;
    Ok(Success::created(view, Some(format!("/applications/{id}"))))
}

/// `GET /applications`
pub(super) fn list(x: &mut Exchange<'_>) -> Outcome {
    let person = x.applicant()?;
    let mut mine = x.store.list(KIND);
    // Those of a matter are its parts, and not lines of their own.
    mine.retain(|(_, a)| is_of(a, &person) && a["matter_id"].is_null());
    mine.sort_by(|a, b| b.1["at"].as_i64().cmp(&a.1["at"].as_i64()).then(b.0.cmp(&a.0)));
    let items = mine.into_iter().filter_map(|(id, a)| Some((id.clone(), progress::summary(x, &id, &a)?))).collect();
    Ok(Success::ok(page(x, items)?))
}

/// `GET /applications/{id}`
pub(super) fn get(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let application = own(x, id)?;
    progress::view(x, id, &application).map(Success::ok).ok_or_else(Refusal::not_found)
}

/// For how long the whole of a document is shown, in seconds.
const SHOWN_FOR_S: u32 = 60;

/// `GET /applications/{id}/document`: the document with nothing masked, for whoever is known as surely as can be. Kept by nobody.
pub(super) fn document(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let application = own(x, id)?;
    let document = progress::full_document(x, &application).ok_or_else(Refusal::not_found)?;
    methods::hold(x, &x.applicant()?, x.visitor.level(), Level::Strong)?;
    Ok(Success::ok(json!({"document": document, "shown_for_s": SHOWN_FOR_S})))
}

/// An application of the person who asks, or one that they made for somebody else; that of somebody else does not exist for them.
pub(super) fn own(x: &Exchange<'_>, id: &str) -> Result<Value, Refusal> {
    let person = x.applicant()?;
    x.store.get(KIND, id).filter(|a| is_of(a, &person)).ok_or_else(Refusal::not_found)
}

/// Whether this person sees an application: the applicant (申请人) does, and the agent (代办人).
fn is_of(application: &Value, person: &str) -> bool {
    application["person"] == person || application["agent"] == person
}

fn provenance(x: &Exchange<'_>, body: &Map<String, Value>) -> Result<Map<String, Value>, Refusal> {
    match body.get("provenance") {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(all)) if all.values().all(Value::is_string) => Ok(all.clone()),
        Some(_) => Err(Refusal::wrong("/provenance", Say::WrongShape, x.lang)),
    }
}
