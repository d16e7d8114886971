//! The certificate or notice that a decision issues.

use super::decision_rules::DocumentPlan;
use super::localize::text;
use super::mask::masked;
use super::template::{render_list, render_text};
use crate::model::date::Date;
use crate::words::Lang;
use serde_json::{json, Value};

/// The document of a decided application: its number and verification code were given when it was submitted, and never change.
/// Numbers that the data says to mask are masked unless all of it `is_full`.
pub(super) fn issue(plan: &DocumentPlan, application: &Value, context: &Value, issued: Date, lang: Lang, is_full: bool) -> Value {
    let mut body = render_list(&plan.body, lang, context, issued);
    let mut hidden = false;
    let mut fields = Vec::new();
    for field in &plan.fields {
        let mut value = render_text(&field.value, lang, context, issued);
        if value.is_empty() {
            continue;
        }
        if let Some(masked) = field.mask.as_deref().filter(|_| !is_full).and_then(|mask| masked(mask, &value)) {
            // What a line hides, no sentence tells.
            body.iter_mut().for_each(|text| *text = text.replace(&value, &masked));
            value = masked;
            hidden = true;
        }
        fields.push(json!({"label": text(&field.label, lang), "value": value}));
    }
    let mut document = json!({
        "kind": plan.kind,
        "title": render_text(&plan.title, lang, context, issued),
        "number": application["number"].as_str().unwrap_or_default(),
        "issuer": text(&plan.issuer, lang),
        "issued_on": issued.to_string(),
        "body": body,
        "fields": fields,
        "verify_code": application["verify_code"],
        "masked": hidden,
    });
    if let Some(months) = plan.valid_months.and_then(|m| i32::try_from(m).ok()) {
        document["valid_until"] = json!(issued.plus_months(months).to_string());
    }
    document
}
