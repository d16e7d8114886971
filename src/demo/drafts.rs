//! Drafts: what a person typed so far, one for each service, for as many days as the data says.

use super::acting::Party;
use super::disputes;
use super::exchange::Exchange;
use super::guides::reference;
use super::paging::page;
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use crate::model::date::Moment;
use crate::model::draft::Draft;
use serde_json::{json, Value};

pub(super) const KIND: &str = "draft";
/// The largest draft, in bytes.
const MOST: usize = 512 * 1024;
const DAY_MS: i64 = 24 * 3_600_000;

/// `GET /drafts`: last changed first.
pub(super) fn list(x: &mut Exchange<'_>) -> Outcome {
    keeper(x)?;
    let party = x.party()?;
    let mut mine = x.store.list(KIND);
    mine.retain(|(_, kept)| kept["person"] == party.signed_in.id.as_str() && kept["for"] == party.acts_for() && is_live(x, kept));
    mine.sort_by(|a, b| b.1["at"].as_i64().cmp(&a.1["at"].as_i64()).then(a.0.cmp(&b.0)));
    let items = mine.iter().filter_map(|(_, kept)| {
        let service = x.catalogue.service(kept["service"].as_str()?)?;
        let at = |member: &str| kept[member].as_i64().map(|ms| Moment(ms).to_string());
        let item = json!({
            "service": reference(service, x.lang), "form_version": kept["draft"]["form_version"],
            "updated_at": at("at")?, "expires_at": at("expires")?,
        });
        Some((service.id.clone(), item))
    });
    Ok(Success::ok(page(x, items.collect())?))
}

/// `GET /drafts/{service_id}`
pub(super) fn get(x: &mut Exchange<'_>, service: &str) -> Outcome {
    keeper(x)?;
    let id = place(x, service, &x.party()?)?;
    let kept = x.store.get(KIND, &id).filter(|kept| is_live(x, kept));
    kept.and_then(|mut kept| kept.get_mut("draft").map(Value::take)).map(Success::ok).ok_or_else(Refusal::not_found)
}

/// `PUT /drafts/{service_id}`: the whole draft, in place of the last one. Its days begin anew.
pub(super) fn save(x: &mut Exchange<'_>, service: &str) -> Outcome {
    keeper(x)?;
    x.service(service)?;
    if x.call.body.len() > MOST {
        return Err(Refusal::new(413, "too-large", Say::TooLargeTitle, Say::TooLargeDetail).value("limit", "0.5"));
    }
    let body = x.body()?;
    // Kept for whomever it was typed, also where the person acts for somebody else by now.
    let party = x.party_named(&body)?;
    let id = place(x, service, &party)?;
    x.text(&body, "form_version", 100)?;
    if !body.get("values").is_none_or(Value::is_object) {
        return Err(Refusal::wrong("/values", Say::WrongShape, x.lang));
    }
    // Read as the app will read it, and written from that: nothing else is kept.
    let wrong = if body.get("labels").is_none_or(is_texts) { "/submission_key" } else { "/labels" };
    let draft: Draft = serde_json::from_value(Value::Object(body)).map_err(|_| Refusal::wrong(wrong, Say::WrongShape, x.lang))?;
    disputes::hold_shape(x, &draft.disputes)?;
    let draft = serde_json::to_value(draft).map_err(|_| Refusal::internal())?;
    let expires = x.now.plus_ms(x.catalogue.draft_days.saturating_mul(DAY_MS));
    x.store.put(
        KIND,
        &id,
        &json!({"person": party.signed_in.id, "for": party.acts_for(), "service": service, "at": x.now.0, "expires": expires.0, "draft": draft}),
    );
    Ok(Success::ok(draft))
}

/// `DELETE /drafts/{service_id}`
pub(super) fn delete(x: &mut Exchange<'_>, service: &str) -> Outcome {
    keeper(x)?;
    let id = place(x, service, &x.party()?)?;
    x.store.delete(KIND, &id);
    Ok(Success::nothing())
}

/// A verified person, at a backend that keeps drafts: with the fault `no-drafts` it is one that does not.
fn keeper(x: &Exchange<'_>) -> Result<(), Refusal> {
    if x.faults.has("no-drafts") {
        return Err(Refusal::new(501, "not-supported", Say::NoDraftsTitle, Say::NoDraftsDetail));
    }
    x.applicant().map(drop)
}

/// Where a draft is: one for each service, and for each person who is acted for beside the person's own.
fn place(x: &Exchange<'_>, service: &str, party: &Party<'_>) -> Result<String, Refusal> {
    let (person, service) = (&party.signed_in.id, &x.service(service)?.id);
    Ok(match party.bond {
        Some(bond) => format!("{person}>{}/{service}", bond.applicant.id),
        None => format!("{person}/{service}"),
    })
}

fn is_live(x: &Exchange<'_>, kept: &Value) -> bool {
    kept["expires"].as_i64().is_some_and(|expires| expires > x.now.0)
}

fn is_texts(labels: &Value) -> bool {
    labels.as_object().is_some_and(|all| all.values().all(Value::is_string))
}
