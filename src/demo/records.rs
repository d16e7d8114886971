//! What a person agreed to and what was read on it. A look is noted where it happens, with the names of the questions and none of the answers.

use super::acting;
use super::consents;
use super::exchange::Exchange;
use super::guides::reference;
use super::localize::text;
use super::paging::page;
use super::reply::{Outcome, Success};
use super::service::Service;
use super::words::Say;
use crate::model::date::Moment;
use crate::words::Words;
use serde_json::{json, Value};

pub(super) const KIND: &str = "reading";
/// Looks that are told of one consent; older ones are forgotten.
const MOST: usize = 60;

/// `GET /records`
pub(super) fn list(x: &mut Exchange<'_>) -> Outcome {
    let person = x.applicant()?;
    let items = consents::of(x, &person).into_iter().filter_map(|(id, consent)| Some((id.clone(), view(x, &id, &consent)?))).collect();
    Ok(Success::ok(page(x, items)?))
}

/// Notes that a source was read under a consent: `why` is `fill` or `check`.
pub(super) fn note(x: &mut Exchange<'_>, consent: &str, source: &str, why: &str, pointers: &[String]) {
    let mut looks = x.store.get(KIND, consent).and_then(|kept| kept.as_array().cloned()).unwrap_or_default();
    looks.push(json!({"source": source, "at": x.now.0, "why": why, "pointers": pointers}));
    let over = looks.len().saturating_sub(MOST);
    looks.drain(..over);
    x.store.put(KIND, consent, &Value::Array(looks));
}

fn view(x: &Exchange<'_>, id: &str, consent: &Value) -> Option<Value> {
    let service = x.catalogue.service(consent["service_id"].as_str()?)?;
    let at = |ms: &Value| ms.as_i64().map(|ms| Moment(ms).to_string());
    let (state, until) = match (consent["withdrawn"] == true, consents::active(consent, x.now)) {
        (true, _) => ("withdrawn", at(&consent["withdrawn_at"])),
        (false, true) => ("active", at(&consent["expires"])),
        (false, false) => ("expired", at(&consent["expires"])),
    };
    let names = |list: &Value| -> Vec<String> {
        list.as_array().into_iter().flatten().filter_map(Value::as_str).map(|source| x.catalogue.source_name(source, x.lang)).collect()
    };
    let method = consent["method"].as_str().and_then(|id| x.catalogue.providers.method(id));
    let method = method.map_or_else(|| Say::SessionName.text(x.lang).to_owned(), |m| text(&m.name, x.lang));
    let purpose = match consent["step_up"] == true {
        true => Say::StepUpPurpose.text(x.lang).to_owned(),
        false => text(&service.terms.purpose, x.lang),
    };
    let looks = x.store.get(KIND, id).and_then(|kept| kept.as_array().cloned()).unwrap_or_default();
    Some(json!({
        "id": id, "service": reference(service, x.lang), "given_at": at(&consent["at"])?, "state": state, "until": until,
        "purpose": purpose, "method": method, "face": consent["face"] == true,
        "granted": names(&consent["granted"]), "refused": names(&consent["refused"]),
        "acting": acting::view(x, &consent["for"], &consent["person"], &consent["relation"]),
        "readings": looks.iter().rev().map(|look| reading(x, service, look)).collect::<Vec<_>>(),
    }))
}

fn reading(x: &Exchange<'_>, service: &Service, look: &Value) -> Value {
    let pointers = look["pointers"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut labels: Vec<String> = Vec::new();
    for label in pointers.filter_map(|pointer| x.catalogue.label(service, pointer, x.lang)) {
        // Several services of a bundle ask the same.
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    json!({
        "source": x.catalogue.source_name(look["source"].as_str().unwrap_or_default(), x.lang),
        "at": Moment(look["at"].as_i64().unwrap_or_default()).to_string(), "why": look["why"], "fields": labels,
    })
}
