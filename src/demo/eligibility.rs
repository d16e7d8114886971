//! Whether the person may use a service, and how much of its form is known of them already.

use super::acting;
use super::context::{count_this_year, down, hidden_source, Facts};
use super::exchange::Exchange;
use super::guides;
use super::localize::text;
use super::people::Person;
use super::prefill;
use super::reply::{Outcome, Success};
use super::service::Service;
use super::template::{render, render_text};
use crate::form::{count, Answers};
use crate::model::prefill::{Edit, FieldPrefill, SourcePrefill, SourceStatus, TrustLevel};
use serde_json::{json, Value};

/// `GET /services/{id}/eligibility`
pub(super) fn get(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let service = x.single(id)?;
    let party = x.party_known().filter(|_| !x.faults.has("session-expired"));
    let Some(party) = party else {
        let checks: Vec<Value> = service.conditions.iter().map(|c| json!({"text": text(&c.text, x.lang)})).collect();
        return Ok(Success::ok(json!({"outcome": "unknown", "checks": checks, "count": guides::count(service, x.lang, x.today())})));
    };
    if !acting::allows(service, &party) {
        return Ok(Success::ok(acting::not_allowed(x)));
    }
    let person = party.applicant();
    let hidden = down(x);
    let facts = Facts { service, person, hidden: &hidden, application: &Value::Null, count_this_year: count_this_year(x, person, service), today: x.today() };
    let context = facts.context(x.lang);
    let (mut ineligible, mut unknown) = (false, false);
    let mut checks = Vec::new();
    for condition in &service.conditions {
        let mut check = json!({"text": text(&condition.text, x.lang)});
        let result = condition.when.eval(&context, facts.today).unwrap_or(Value::Null);
        let passed = match result {
            Value::Bool(true) => Some(true),
            // What a source that is down would say is not known.
            _ if hidden_source(condition.when.as_str(), &hidden).is_some() => None,
            Value::Bool(false) => Some(false),
            _ => None,
        };
        match passed {
            Some(true) => {}
            Some(false) => {
                ineligible = true;
                check["explain"] = json!(render_text(&condition.explain, x.lang, &context, facts.today));
            }
            None => unknown = true,
        }
        if let Some(passed) = passed {
            check["passed"] = json!(passed);
        }
        checks.push(check);
    }
    let outcome = match (ineligible, unknown) {
        (true, _) => "ineligible",
        (false, true) => "unknown",
        (false, false) => "eligible",
    };
    let represent = acting::may_represent(x, service);
    let mut view = json!({"outcome": outcome, "checks": checks, "count": known(x, service, person), "represent": represent});
    if ineligible {
        view["instead"] = render(&service.instead, x.lang, &context, facts.today);
    }
    Ok(Success::ok(view))
}

/// Counted by the form engine as if every source had answered.
fn known(x: &Exchange<'_>, service: &Service, person: &Person) -> Value {
    let Some(form) = service.form(x.lang) else { return Value::Null };
    let mut answers = Answers::new(form);
    for source in service.prefill.keys().filter(|source| !x.faults.concerns("source-down", source)) {
        let fields = prefill::values(service, person, source, x.lang, x.today()).into_iter().map(|(filling, value)| FieldPrefill {
            pointer: filling.pointer.as_str().to_owned(),
            value,
            masked: None,
            level: TrustLevel::A,
            edit: Edit::Allowed,
            note: None,
        });
        answers.merge(&SourcePrefill {
            source: source.clone(),
            name: String::new(),
            status: SourceStatus::Filled,
            certificate: None,
            fields: fields.collect(),
            message: None,
            choice: None,
            correct_at: None,
        });
    }
    let count = count(form, &answers, x.today());
    json!({"total": count.total, "known": count.filled_by_sources})
}
