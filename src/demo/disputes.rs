//! What a person says is wrong in a source: taken along with the application, and looked at by a person instead of decided at once.

use super::decide::Ruling;
use super::exchange::Exchange;
use super::reply::Refusal;
use super::service::Service;
use super::words::Say;
use crate::form::in_words;
use crate::model::application::{Dispute, NOTE_LIMIT};
use crate::words::Words;
use serde_json::{json, Map, Value};

/// The finding that stands for all disputes of an application. No rule of the data has such an id.
pub(super) const FINDING: &str = "/disputes";
/// How long it takes to take note of them, in milliseconds.
const MS: i64 = 350;

/// The disputes of a submission: each of a value that the named source, which was allowed to be read, fills.
pub(super) fn read(x: &Exchange<'_>, body: &Map<String, Value>, service: &Service, granted: &[String]) -> Result<Vec<Dispute>, Refusal> {
    let wrong = |at: &str| Refusal::wrong(&format!("/disputes{at}"), Say::WrongShape, x.lang);
    let Some(list) = body.get("disputes").filter(|d| !d.is_null()) else { return Ok(Vec::new()) };
    let list: Vec<Dispute> = serde_json::from_value(list.clone()).map_err(|_| wrong(""))?;
    hold_shape(x, &list)?;
    for (at, dispute) in list.iter().enumerate() {
        let fills = service.prefill.get(&dispute.source).is_some_and(|all| all.iter().any(|f| f.pointer.as_str() == dispute.pointer));
        if !fills || !granted.contains(&dispute.source) || list.iter().take(at).any(|other| other.pointer == dispute.pointer) {
            return Err(wrong(&format!("/{at}/pointer")));
        }
    }
    Ok(list)
}

/// Whether each has what the contract asks of it, be it in a draft or a submission.
pub(super) fn hold_shape(x: &Exchange<'_>, list: &[Dispute]) -> Result<(), Refusal> {
    let wrong = |at: usize, member: &str| Refusal::wrong(&format!("/disputes/{at}/{member}"), Say::WrongShape, x.lang);
    for (at, dispute) in list.iter().enumerate() {
        if dispute.source.is_empty() {
            return Err(wrong(at, "source"));
        }
        if dispute.note.as_ref().is_some_and(|note| note.chars().count() > NOTE_LIMIT) {
            return Err(wrong(at, "note"));
        }
    }
    Ok(())
}

/// Nobody is approved or rejected at once by what they say is wrong: a rule that failed by a disputed source is for a person to weigh, and
/// so is an application that would be approved.
pub(super) fn weigh(ruling: Ruling, service: &Service, disputes: &[Dispute]) -> Ruling {
    if disputes.is_empty() {
        return ruling;
    }
    let Ruling { mut findings, .. } = ruling;
    for finding in &mut findings {
        let rule = service.rules.iter().find(|r| finding["id"] == r.id.as_str());
        let is_disputed = rule.and_then(|r| r.source.as_ref()).is_some_and(|source| disputes.iter().any(|d| d.source == *source));
        if finding["status"] == "failed" && is_disputed {
            finding["status"] = json!("unsure");
        }
    }
    findings.push(json!({"id": FINDING, "status": "unsure", "ms": MS}));
    let has_failed = findings.iter().any(|f| f["status"] == "failed");
    Ruling { findings, outcome: if has_failed { "rejected" } else { "manual" } }
}

/// What an application says of its disputes, as a rule: each value with what is said of it.
pub(super) fn rule(x: &Exchange<'_>, service: &Service, application: &Value) -> Value {
    let disputes: Vec<Dispute> = serde_json::from_value(application["disputes"].clone()).unwrap_or_default();
    let told: Vec<String> = disputes
        .iter()
        .map(|dispute| {
            let field = service.form(x.lang).and_then(|form| form.field(&dispute.pointer));
            let value = field.zip(application["data"].pointer(&dispute.pointer)).map(|(field, value)| in_words(field, value, x.lang));
            let name = field.map_or_else(|| dispute.pointer.clone(), |f| f.label.clone());
            let said = dispute.note.clone().or(value).unwrap_or_default();
            x.say(Say::DisputeLine, &[("name", &name), ("note", &said)])
        })
        .collect();
    json!({
        "id": FINDING, "text": Say::DisputeRule.text(x.lang), "status": "pending",
        "explain": x.say(Say::DisputeExplain, &[("fields", &told.join(if x.lang == crate::words::Lang::En { "; " } else { "\u{ff1b}" }))]),
    })
}
