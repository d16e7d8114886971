//! What a person meant: the form in which an answer is checked and submitted.
//!
//! Answers are kept as typed, so that nothing moves under a person's cursor; here they are trimmed, narrowed and turned
//! into the type that the schema names. What cannot be turned stays, and the check says what to do.

use super::field::{Field, Kind};
use super::when::{narrow, normal_date_time, normal_time, typed_date};
use crate::model::identifier;
use serde_json::{Map, Number, Value};

/// The answer as it will be submitted; `None` where there is none: null, blank text, an empty list.
pub(super) fn normal(field: &Field, value: &Value) -> Option<Value> {
    match (&field.kind, value) {
        (_, Value::Null) => None,
        (Kind::Repeat { fields, .. }, Value::Array(items)) => some_list(items.iter().map(|item| item_normal(fields, item)).collect()),
        (Kind::Group { fields, listed: false }, Value::Object(_)) => Some(item_normal(fields, value)),
        (Kind::Group { fields, listed: true }, Value::Array(places)) => some_list(places_normal(fields, places)),
        (Kind::MultiChoice { .. }, Value::Array(items)) => some_list(items.clone()),
        (Kind::File { many: true, .. }, Value::Array(items)) => some_list(items.iter().map(attachment_id).collect()),
        (Kind::File { .. } | Kind::Signature, Value::Object(_)) => Some(attachment_id(value)),
        (Kind::Identifier(kind), Value::String(text)) => some_text(identifier::clean(*kind, text)),
        (Kind::Email | Kind::Uri, Value::String(text)) => some_text(narrow(text.trim())),
        (Kind::Date, Value::String(text)) => some_text(normal_date(text)),
        (Kind::Time { zoned }, Value::String(text)) => some_text(normal_time(text, *zoned)),
        (Kind::DateTime, Value::String(text)) => some_text(normal_date_time(text)),
        (Kind::Address(_), Value::Object(parts)) => some_object(parts.iter().map(|(key, part)| match part {
            Value::String(text) => (key, some_text(text.trim().to_owned())),
            other => (key, Some(other.clone()).filter(|o| !o.is_null())),
        })),
        (Kind::DateRange(_), Value::Object(ends)) => some_object(ends.iter().map(|(key, end)| match end {
            Value::String(text) => (key, some_text(normal_date(text))),
            other => (key, Some(other.clone()).filter(|o| !o.is_null())),
        })),
        (Kind::Number { .. } | Kind::Money, Value::String(text)) => {
            let text = text.trim();
            typed_number(text).map(Value::Number).or_else(|| some_text(text.to_owned()))
        }
        (_, Value::String(text)) => some_text(text.trim().to_owned()),
        (_, other) => Some(other.clone()),
    }
}

fn some_text(text: String) -> Option<Value> {
    (!text.is_empty()).then_some(Value::String(text))
}

fn some_object<'a>(members: impl Iterator<Item = (&'a String, Option<Value>)>) -> Option<Value> {
    let members: Map<String, Value> = members.filter_map(|(key, value)| Some((key.clone(), value?))).collect();
    (!members.is_empty()).then_some(Value::Object(members))
}

fn normal_date(text: &str) -> String {
    typed_date(text).map_or_else(|| text.trim().to_owned(), |date| date.to_string())
}

fn some_list(items: Vec<Value>) -> Option<Value> {
    (!items.is_empty()).then_some(Value::Array(items))
}

pub(super) fn item_normal(fields: &[Field], item: &Value) -> Value {
    if let [only] = fields {
        if only.pointer.as_str().is_empty() {
            return normal(only, item).unwrap_or_default();
        }
    }
    if !item.is_object() {
        return item.clone();
    }
    let mut out = Value::Object(Map::new());
    for field in fields {
        if let Some(value) = field.pointer.get(item).and_then(|v| raw_or_normal(field, v)) {
            field.pointer.set(&mut out, value);
        }
    }
    out
}

/// A field that takes another shape under other answers is cleaned when it is known which one.
pub(super) fn raw_or_normal(field: &Field, value: &Value) -> Option<Value> {
    if field.variants.is_empty() {
        normal(field, value)
    } else {
        Some(value.clone()).filter(|v| !v.is_null())
    }
}

/// The places of a list that each mean something of their own, up to the last that is answered.
fn places_normal(fields: &[Field], places: &[Value]) -> Vec<Value> {
    let cleaned = |(at, value): (usize, &Value)| fields.get(at).map_or_else(|| Some(value.clone()), |field| normal(field, value)).unwrap_or_default();
    let mut all: Vec<Value> = places.iter().enumerate().map(cleaned).collect();
    while all.last().is_some_and(Value::is_null) {
        all.pop();
    }
    all
}

/// While the person is on the page an attachment carries its name and size; submitted is its id.
fn attachment_id(value: &Value) -> Value {
    value.get("id").filter(|id| id.is_string()).unwrap_or(value).clone()
}

/// Reads a number as people write it: `1,234.50`, `12,000`, `¥ 88`, `88 元`. Not `1e3`, not `0x1F`.
fn typed_number(text: &str) -> Option<Number> {
    let plain: String = narrow(text).chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '¥' | '\u{ffe5}')).collect();
    let plain = plain.strip_suffix('元').unwrap_or(&plain);
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    let shape = digits.starts_with(|c: char| c.is_ascii_digit()) && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if !shape {
        return None;
    }
    match plain.parse::<i64>() {
        Ok(whole) => Some(Number::from(whole)),
        Err(_) => Number::from_f64(plain.parse().ok()?),
    }
}
