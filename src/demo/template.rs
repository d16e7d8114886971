//! Texts of the data with `{{ JMESPATH }}` slots, filled from the same context as rules and conditions.

use super::localize::localize;
use super::reader::{Node, Read};
use crate::form::Expression;
use crate::model::date::Date;
use crate::words::Lang;
use serde_json::Value;

/// The value in `lang`, every slot of every string filled. A slot that fails or is null becomes nothing.
pub(super) fn render(value: &Value, lang: Lang, context: &Value, today: Date) -> Value {
    fill_all(localize(value, lang), context, today)
}

/// [`render`] for one text.
pub(super) fn render_text(value: &Value, lang: Lang, context: &Value, today: Date) -> String {
    match render(value, lang, context, today) {
        Value::String(text) => text,
        _ => String::new(),
    }
}

/// [`render`] for a list of texts.
pub(super) fn render_list(values: &[Value], lang: Lang, context: &Value, today: Date) -> Vec<String> {
    values.iter().map(|v| render_text(v, lang, context, today)).filter(|text| !text.is_empty()).collect()
}

/// Every slot here and below compiles.
pub(super) fn check(node: &Node<'_>) -> Read<()> {
    match node.value {
        Value::String(text) => parts(text).into_iter().try_for_each(|part| match part {
            Part::Slot(source) => Expression::compile(source).map(|_| ()).map_err(|e| node.wrong(format!("has a slot that is not JMESPath: {}", e.message))),
            Part::Text(_) => Ok(()),
        }),
        Value::Object(_) => node.members()?.iter().try_for_each(|(_, member)| check(member)),
        Value::Array(_) => node.items()?.iter().try_for_each(check),
        _ => Ok(()),
    }
}

/// A value as it stands in a sentence.
pub(super) fn spoken(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        // Expressions compute in floating point; people count in whole numbers.
        Value::Number(n) => match n.as_f64() {
            Some(f) if f.fract() == 0.0 && f.abs() < 1e15 => format!("{f:.0}"),
            _ => n.to_string(),
        },
        Value::Array(items) => items.iter().map(spoken).collect::<Vec<_>>().join("、"),
        other => other.to_string(),
    }
}

enum Part<'a> {
    Text(&'a str),
    Slot(&'a str),
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once("{{") {
        let Some((slot, after)) = from.split_once("}}") else { break };
        out.push(Part::Text(before));
        out.push(Part::Slot(slot.trim()));
        rest = after;
    }
    out.push(Part::Text(rest));
    out
}

fn fill_all(value: Value, context: &Value, today: Date) -> Value {
    match value {
        Value::String(text) if text.contains("{{") => Value::String(
            parts(&text)
                .into_iter()
                .map(|part| match part {
                    Part::Text(text) => text.to_owned(),
                    Part::Slot(source) => evaluate(source, context, today),
                })
                .collect(),
        ),
        Value::Array(items) => Value::Array(items.into_iter().map(|v| fill_all(v, context, today)).collect()),
        Value::Object(members) => Value::Object(members.into_iter().map(|(k, v)| (k, fill_all(v, context, today))).collect()),
        other => other,
    }
}

fn evaluate(source: &str, context: &Value, today: Date) -> String {
    Expression::compile(source).ok().and_then(|e| e.eval(context, today).ok()).map(|v| spoken(&v)).unwrap_or_default()
}
