//! Checks of one answer while a form is being filled, by rules of the data; the same rules hold when the form is submitted.

use super::exchange::Exchange;
use super::localize::localize;
use super::reader::{Node, Read};
use super::reply::{Outcome, Refusal, Success};
use super::service::Service;
use super::words::Say;
use crate::form::{Expression, Form};
use crate::model::date::Date;
use serde_json::{json, Map, Value};

/// A check that a form may name.
pub(super) struct Check {
    pub name: String,
    /// What the rules look things up in.
    known: Value,
    rules: Vec<Rule>,
    passed: Value,
}

/// One reason to refuse: an expression over `{value, data, known}`.
struct Rule {
    when: Expression,
    message: Value,
    /// Answers to propose; those that this check would refuse too are left out.
    suggest: Vec<Expression>,
}

impl Check {
    pub fn read(name: &str, node: &Node<'_>) -> Read<Self> {
        let rule = |node: &Node<'_>| {
            Ok(Rule {
                when: node.at("when")?.expression()?,
                message: node.at("message")?.words()?,
                suggest: node.list("suggest")?.iter().map(Node::expression).collect::<Read<_>>()?,
            })
        };
        Ok(Self {
            name: name.to_owned(),
            known: node.maybe("known").map_or(Value::Null, |n| n.value.clone()),
            rules: node.at("refuse")?.items()?.iter().map(rule).collect::<Read<_>>()?,
            passed: node.maybe("passed").map(|n| n.words()).transpose()?.unwrap_or(Value::Null),
        })
    }

    fn refusal(&self, value: &Value, data: &Value, today: Date) -> Option<&Rule> {
        let context = self.context(value, data);
        self.rules.iter().find(|rule| rule.when.truthy(&context, today))
    }

    fn context(&self, value: &Value, data: &Value) -> Value {
        json!({"value": value, "data": data, "known": self.known})
    }

    fn result(&self, value: &Value, data: &Value, x: &Exchange<'_>) -> Value {
        let today = x.today();
        let Some(rule) = self.refusal(value, data, today) else {
            return json!({"ok": true, "message": localize(&self.passed, x.lang), "suggestions": []});
        };
        let context = self.context(value, data);
        let proposed = rule.suggest.iter().filter_map(|s| s.eval(&context, today).ok()).filter(|s| !s.is_null());
        let free: Vec<Value> = proposed.filter(|s| self.refusal(s, data, today).is_none()).collect();
        json!({"ok": false, "message": localize(&rule.message, x.lang), "suggestions": free})
    }
}

/// `POST /services/{id}/checks/{name}`
pub(super) fn check(x: &mut Exchange<'_>, service: &str, name: &str) -> Outcome {
    x.applicant()?;
    // A check of a bundle is named by its service: `company-registration.name`.
    let (service, name) = match x.catalogue.bundle_of(service).and_then(|bundle| Some((bundle, name.split_once('.')?))) {
        Some((bundle, (member, name))) => (bundle.member(member).and_then(|m| x.catalogue.single(&m.service)).ok_or_else(Refusal::not_found)?, name),
        None => (x.service(service)?, name),
    };
    let check = service.checks.iter().find(|c| c.name == name).ok_or_else(Refusal::not_found)?;
    let body = x.body()?;
    let value = body.get("value").filter(|v| !v.is_null()).ok_or_else(|| Refusal::wrong("/value", Say::WrongShape, x.lang))?;
    let data = match body.get("data") {
        None => Value::Object(Map::new()),
        Some(data @ Value::Object(_)) => data.clone(),
        Some(_) => return Err(Refusal::wrong("/data", Say::WrongShape, x.lang)),
    };
    Ok(Success::ok(check.result(value, &data, x)))
}

/// What the service's checks refuse of submitted data: JSON Pointer and why.
pub(super) fn refused(x: &Exchange<'_>, service: &Service, form: &Form, data: &Value) -> Vec<(String, String)> {
    let asked = form.fields.iter().filter_map(|field| {
        let wanted = field.check.as_ref()?;
        let value = field.pointer.get(data)?;
        let check = service.checks.iter().find(|c| c.name == wanted.name)?;
        let others = wanted.with.iter().filter_map(|p| Some((p.as_str().to_owned(), p.get(data)?.clone())));
        let others = Value::Object(others.collect());
        check.refusal(value, &others, x.today())?;
        let why = check.result(value, &others, x)["message"].as_str().unwrap_or_default().to_owned();
        Some((field.pointer.as_str().to_owned(), why))
    });
    asked.collect()
}
