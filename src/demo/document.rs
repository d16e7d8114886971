//! The certificate or notice that a decision issues.

use super::decision_rules::DocumentPlan;
use super::localize::text;
use super::template::{render_list, render_text};
use crate::model::date::Date;
use crate::words::Lang;
use serde_json::{json, Value};

/// The document of a decided application: its number and verification code were given when it was submitted, and never change.
pub(super) fn issue(plan: &DocumentPlan, application: &Value, context: &Value, issued: Date, lang: Lang) -> Value {
    let fields: Vec<Value> = plan
        .fields
        .iter()
        .map(|(label, value)| (text(label, lang), render_text(value, lang, context, issued)))
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| json!({"label": label, "value": value}))
        .collect();
    let mut document = json!({
        "kind": plan.kind,
        "title": render_text(&plan.title, lang, context, issued),
        "number": application["number"].as_str().unwrap_or_default(),
        "issuer": text(&plan.issuer, lang),
        "issued_on": issued.to_string(),
        "body": render_list(&plan.body, lang, context, issued),
        "fields": fields,
        "verify_code": application["verify_code"],
    });
    if let Some(months) = plan.valid_months.and_then(|m| i32::try_from(m).ok()) {
        document["valid_until"] = json!(issued.plus_months(months).to_string());
    }
    document
}
