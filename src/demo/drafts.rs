//! Drafts: what a person typed so far, one for each service.

use super::exchange::Exchange;
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use crate::model::draft::Draft;
use serde_json::Value;

const KIND: &str = "draft";
/// The largest draft, in bytes.
const MOST: usize = 512 * 1024;

/// `GET /drafts/{service_id}`
pub(super) fn get(x: &mut Exchange<'_>, service: &str) -> Outcome {
    let id = place(x, service)?;
    x.store.get(KIND, &id).map(Success::ok).ok_or_else(Refusal::not_found)
}

/// `PUT /drafts/{service_id}`: the whole draft, in place of the last one.
pub(super) fn save(x: &mut Exchange<'_>, service: &str) -> Outcome {
    let id = place(x, service)?;
    if x.call.body.len() > MOST {
        return Err(Refusal::new(413, "too-large", Say::TooLargeTitle, Say::TooLargeDetail).value("limit", "0.5"));
    }
    let body = x.body()?;
    x.text(&body, "form_version", 100)?;
    if !body.get("values").is_none_or(Value::is_object) {
        return Err(Refusal::wrong("/values", Say::WrongShape, x.lang));
    }
    // Read as the app will read it, and written from that: nothing else is kept.
    let draft: Draft = serde_json::from_value(Value::Object(body)).map_err(|_| Refusal::wrong("/submission_key", Say::WrongShape, x.lang))?;
    let draft = serde_json::to_value(draft).map_err(|_| Refusal::internal())?;
    x.store.put(KIND, &id, &draft);
    Ok(Success::ok(draft))
}

/// `DELETE /drafts/{service_id}`
pub(super) fn delete(x: &mut Exchange<'_>, service: &str) -> Outcome {
    let id = place(x, service)?;
    x.store.delete(KIND, &id);
    Ok(Success::nothing())
}

fn place(x: &Exchange<'_>, service: &str) -> Result<String, Refusal> {
    let person = x.applicant()?;
    let service = x.service(service)?;
    Ok(format!("{person}/{}", service.id))
}
