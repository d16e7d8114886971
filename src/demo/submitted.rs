//! What submitted data is compared by: its files and its values.

use super::attachments;
use super::exchange::Exchange;
use super::words::Say;
use crate::form::{Field, Form, Kind};
use crate::words::Words;
use serde_json::Value;

/// The files that are named and were not uploaded by this person: JSON Pointer and why.
pub(super) fn lost_files(x: &Exchange<'_>, form: &Form, person: &str, data: &Value) -> Vec<(String, String)> {
    let mut named = Vec::new();
    files(&form.fields, "", data, &mut named);
    let own = |id: &str| x.store.get(attachments::KIND, id).is_some_and(|a| a["person"] == person);
    named.into_iter().filter(|(_, id)| !own(id)).map(|(p, _)| (p, Say::UnknownAttachment.text(x.lang).to_owned())).collect()
}

/// Collects (pointer, attachment id) of every file field, repeats included.
fn files(fields: &[Field], base: &str, data: &Value, out: &mut Vec<(String, String)>) {
    for field in fields {
        let Some(value) = field.pointer.get(data) else { continue };
        let at = format!("{base}{}", field.pointer);
        match (&field.kind, value) {
            (Kind::File { .. } | Kind::Signature, Value::String(id)) => out.push((at, id.clone())),
            (Kind::File { .. }, Value::Array(ids)) => {
                out.extend(ids.iter().enumerate().map(|(i, id)| (format!("{at}/{i}"), id.as_str().unwrap_or_default().to_owned())));
            }
            (Kind::Repeat { fields, .. }, Value::Array(items)) => {
                for (i, item) in items.iter().enumerate() {
                    files(fields, &format!("{at}/{i}"), item, out);
                }
            }
            (Kind::Group { fields, .. }, group) => files(fields, &at, group, out),
            _ => {}
        }
    }
}

/// Whether two values mean the same: numbers by amount, texts without the blanks around them.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::String(a), Value::String(b)) => a.trim() == b.trim(),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| same(value, other))),
        _ => a == b,
    }
}
