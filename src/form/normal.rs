//! What a person meant: the form in which an answer is checked and submitted.
//!
//! Answers are kept as typed, so that nothing moves under a person's cursor; here they are trimmed, narrowed and turned
//! into the type that the schema names. What cannot be turned stays, and the check says what to do.

use super::field::{Field, Kind};
use crate::model::date::Date;
use crate::model::identifier;
use serde_json::{Map, Number, Value};

/// The answer as it will be submitted; `None` where there is none: null, blank text, an empty list.
pub(super) fn normal(field: &Field, value: &Value) -> Option<Value> {
    match (&field.kind, value) {
        (_, Value::Null) => None,
        (Kind::Repeat { fields, .. }, Value::Array(items)) => some_list(items.iter().map(|item| item_normal(fields, item)).collect()),
        (Kind::MultiChoice { .. }, Value::Array(items)) => some_list(items.clone()),
        (Kind::File { many: true, .. }, Value::Array(items)) => some_list(items.iter().map(attachment_id).collect()),
        (Kind::File { .. }, Value::Object(_)) => Some(attachment_id(value)),
        (Kind::Identifier(kind), Value::String(text)) => some_text(identifier::clean(*kind, text)),
        (Kind::Email | Kind::Uri, Value::String(text)) => some_text(narrow(text.trim())),
        (Kind::Date, Value::String(text)) => some_text(typed_date(text).map_or_else(|| text.trim().to_owned(), |d| d.to_string())),
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

fn some_list(items: Vec<Value>) -> Option<Value> {
    (!items.is_empty()).then_some(Value::Array(items))
}

pub(super) fn item_normal(fields: &[Field], item: &Value) -> Value {
    if !item.is_object() {
        return item.clone();
    }
    let mut out = Value::Object(Map::new());
    for field in fields {
        if let Some(value) = field.pointer.get(item).and_then(|v| normal(field, v)) {
            field.pointer.set(&mut out, value);
        }
    }
    out
}

/// While the person is on the page an attachment carries its name and size; submitted is its id.
fn attachment_id(value: &Value) -> Value {
    value.get("id").filter(|id| id.is_string()).unwrap_or(value).clone()
}

/// Full-width forms of ASCII as ASCII: what a Chinese keyboard writes for `@`, `.` and digits.
fn narrow(text: &str) -> String {
    text.chars().map(|c| if ('\u{ff01}'..='\u{ff5e}').contains(&c) { char::from_u32(c as u32 - 0xfee0).unwrap_or(c) } else { c }).collect()
}

/// Reads a number as people write it: `1,234.50`, `12,000`, `¥ 88`. Not `1e3`, not `0x1F`.
fn typed_number(text: &str) -> Option<Number> {
    let plain: String = narrow(text).chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '¥' | '\u{ffe5}')).collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let shape = digits.starts_with(|c: char| c.is_ascii_digit()) && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if !shape {
        return None;
    }
    match plain.parse::<i64>() {
        Ok(whole) => Some(Number::from(whole)),
        Err(_) => Number::from_f64(plain.parse().ok()?),
    }
}

/// Reads a date as people write it: `2026-11-23`, `2026/1/5`, `2026.1.5`, `2026年1月5日`, `20261123`.
pub fn typed_date(text: &str) -> Option<Date> {
    let text = narrow(text.trim());
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Date::new(text.get(0..4)?.parse().ok()?, text.get(4..6)?.parse().ok()?, text.get(6..8)?.parse().ok()?);
    }
    let text = text.strip_suffix('日').unwrap_or(&text);
    let mut parts = text.split(['-', '/', '.', '年', '月']).map(str::trim);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, most: usize| !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
