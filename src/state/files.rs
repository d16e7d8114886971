//! The files of an answer.

use crate::form::{Field, Kind};
use serde_json::Value;

/// A file that has arrived, as its answer tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    pub id: String,
    pub name: String,
    /// Bytes.
    pub size: u64,
}

/// The files of an answer.
pub fn arrived(value: &Value) -> Vec<Arrived> {
    let one = |v: &Value| {
        let text = |name: &str| v.get(name).and_then(Value::as_str).map(str::to_owned);
        match v {
            Value::String(id) => Some(Arrived { id: id.clone(), name: id.clone(), size: 0 }),
            _ => Some(Arrived { id: text("id")?, name: text("name")?, size: v.get("size").and_then(Value::as_u64).unwrap_or_default() }),
        }
    };
    match value {
        Value::Array(list) => list.iter().filter_map(one).collect(),
        other => one(other).into_iter().collect(),
    }
}

/// The answer with one file more: in place of the old one where a field takes only one.
pub(crate) fn with_file(field: &Field, now: Option<&Value>, file: Value) -> Value {
    let many = matches!(field.kind, Kind::File { many: true, .. });
    match now {
        Some(Value::Array(list)) if many => Value::Array(list.iter().cloned().chain([file]).collect()),
        _ if many => Value::Array(vec![file]),
        _ => file,
    }
}

/// The answer without one file.
pub(crate) fn without_file(now: &Value, id: &str) -> Value {
    let is_it = |v: &Value| v.as_str() == Some(id) || v.get("id").and_then(Value::as_str) == Some(id);
    match now {
        Value::Array(list) => Value::Array(list.iter().filter(|v| !is_it(v)).cloned().collect()),
        one if is_it(one) => Value::Null,
        other => other.clone(),
    }
}
