//! Decides an application by the service's rules (秒批): each rule compares what was submitted with what sources say. One that fails
//! rejects; else one that cannot tell hands the matter to a person; else it is approved.

use super::context::{hidden_source, Facts};
use super::service::Service;
use crate::words::Lang;
use serde_json::{json, Value};

/// What the rules found: one finding for each, in order, and the outcome (`approved`, `rejected`, `manual`).
pub(super) struct Ruling {
    pub findings: Vec<Value>,
    pub outcome: &'static str,
}

/// Applies every rule, so that a person who is rejected learns all reasons at once.
pub(super) fn decide(service: &Service, facts: &Facts<'_>, lang: Lang) -> Ruling {
    let context = facts.context(lang);
    let (mut failed, mut unsure) = (false, false);
    let mut findings = Vec::new();
    for rule in &service.rules {
        // A source that was refused or is down is not read, whatever the rule would make of its absence.
        let own = rule.source.as_deref().filter(|source| facts.hidden.contains_key(*source));
        let result = rule.check.eval(&context, facts.today).unwrap_or(Value::Null);
        let missing = own.or_else(|| hidden_source(rule.check.as_str(), facts.hidden).filter(|_| result != Value::Bool(true)));
        let status = match (missing, result) {
            (Some(_), _) => "unsure",
            (None, Value::Bool(true)) => "passed",
            (None, Value::Bool(false)) => "failed",
            (None, _) => "unsure",
        };
        failed |= status == "failed";
        unsure |= status == "unsure";
        let mut finding = json!({"id": rule.id, "status": status, "ms": rule.ms});
        if let Some(source) = missing {
            finding["missing"] = json!(source);
        }
        findings.push(finding);
    }
    let outcome = match (failed, unsure) {
        (true, _) => "rejected",
        (false, true) => "manual",
        (false, false) => "approved",
    };
    Ruling { findings, outcome }
}
