//! Which kind of answer a schema node takes.

use super::field::{Choice, DefinitionProblem, Kind};
use super::load::Loader;
use super::node::{Node, Reader};
use super::pointer::Pointer;
use crate::model::date::Date;
use crate::model::identifier::IdentifierKind;
use serde_json::Value;

/// What an attachment may be where the form does not say.
const ACCEPT: [&str; 3] = ["image/jpeg", "image/png", "application/pdf"];
/// How large an attachment may be where the form does not say: the contract's 5 MiB.
const MAX_BYTES: u64 = 5 * 1024 * 1024;
/// From this many options on a list is easier than a row of buttons.
const LONG: usize = 8;

/// Whether a node is a group of further nodes.
pub(super) fn is_object(node: &Node) -> Result<bool, DefinitionProblem> {
    Ok(match node.schema_type()? {
        Some(t) => t == "object",
        None => node.get("properties").is_some(),
    })
}

/// What generators print for an optional value, `anyOf: [X, null]`, is X.
pub(super) fn alternatives<'a>(reader: &mut Reader<'a>, node: &mut Node<'a>, depth: usize) -> Result<(), DefinitionProblem> {
    for keyword in ["anyOf", "oneOf"] {
        let Some(list) = node.get(keyword).and_then(Value::as_array) else { continue };
        let is_null = |s: &Value| s.get("type").and_then(Value::as_str) == Some("null");
        let mut others = list.iter().enumerate().filter(|(_, s)| !is_null(s));
        if let (Some((at, schema)), None) = (others.next(), others.next()) {
            if schema.get("const").is_none() {
                let place = node.at(keyword).child(&at.to_string());
                reader.collect(schema, &place, depth + 1, node)?;
            }
        }
    }
    Ok(())
}

/// The kind of a node that is no object. An unknown widget or format is a plain text.
pub(super) fn of<'a>(loader: &mut Loader<'a>, node: &Node<'a>, label: &str, depth: usize) -> Result<Kind, DefinitionProblem> {
    let widget = node.text("x-widget")?.unwrap_or_default();
    let format = node.text("format")?.unwrap_or_default();
    if widget == "readonly" {
        return Ok(Kind::ReadOnly);
    }
    let kind_of_schema = node.schema_type()?;
    if kind_of_schema == Some("array") || (kind_of_schema.is_none() && node.get("items").is_some()) {
        return array(loader, node, label, depth);
    }
    if node.get("const") == Some(&Value::Bool(true)) || (kind_of_schema == Some("boolean") && widget == "declaration") {
        return Ok(Kind::Declaration);
    }
    let choices = options(node)?;
    if !choices.is_empty() {
        let long = node.flag("x-options-long")? || widget == "select" || (widget != "radio" && choices.len() >= LONG);
        return Ok(Kind::Choice { options: choices, long });
    }
    Ok(match kind_of_schema.unwrap_or("string") {
        "boolean" => Kind::YesNo,
        "number" | "integer" if widget == "money" => Kind::Money,
        "number" => Kind::Number { integer: false },
        "integer" => Kind::Number { integer: true },
        _ => text(node, &widget, &format)?,
    })
}

fn text(node: &Node, widget: &str, format: &str) -> Result<Kind, DefinitionProblem> {
    if let Some(kind) = IdentifierKind::of_format(format) {
        return Ok(Kind::Identifier(kind));
    }
    Ok(match (format, widget) {
        ("attachment", _) | (_, "file") => file(node, node, false)?,
        ("date", _) | (_, "date") => Kind::Date,
        ("email" | "idn-email", _) => Kind::Email,
        ("uri" | "iri", _) => Kind::Uri,
        (_, "textarea") => Kind::LongText,
        _ => Kind::Text,
    })
}

fn array<'a>(loader: &mut Loader<'a>, node: &Node<'a>, label: &str, depth: usize) -> Result<Kind, DefinitionProblem> {
    let Some(schema) = node.get("items") else { return Err(node.problem("items", "an array needs a schema of its items")) };
    let mut items = loader.reader.node(schema, &node.at("items"), depth + 1)?;
    alternatives(&mut loader.reader, &mut items, depth + 1)?;
    if is_object(&items)? {
        let item_title = node.text("x-item-title")?.or(items.text("title")?).unwrap_or_else(|| label.to_owned());
        let fields = loader.item_fields(&items, depth + 1)?;
        if fields.iter().any(|f| matches!(f.kind, Kind::File { .. })) {
            return Err(items.problem("properties", "attachments are asked beside a list, not inside its items"));
        }
        return Ok(Kind::Repeat { fields, item_title });
    }
    let attachments = [&items, node].iter().any(|n| n.get("format").and_then(Value::as_str) == Some("attachment"));
    if attachments || node.get("x-widget").and_then(Value::as_str) == Some("file") {
        return file(node, &items, true);
    }
    match options(&items)? {
        options if options.is_empty() => Err(node.problem("items", "items must be choices (enum, oneOf), objects or attachments")),
        options => Ok(Kind::MultiChoice { options }),
    }
}

/// `x-accept` and `x-max-bytes` may stand at the array or at its items.
fn file(node: &Node, items: &Node, many: bool) -> Result<Kind, DefinitionProblem> {
    let holder = |keyword: &str| if node.get(keyword).is_some() { node.clone() } else { items.clone() };
    let accept = holder("x-accept");
    let wrong = || accept.problem("x-accept", "must be media types: \"image/jpeg,application/pdf\" or an array of them");
    let accept = match accept.get("x-accept") {
        None => ACCEPT.iter().map(|s| (*s).to_owned()).collect(),
        Some(Value::String(list)) => list.split(',').map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect(),
        Some(Value::Array(list)) => list.iter().map(|v| v.as_str().map(str::to_owned).ok_or_else(wrong)).collect::<Result<_, _>>()?,
        Some(_) => return Err(wrong()),
    };
    let max_bytes = holder("x-max-bytes").size("x-max-bytes", usize::min)?.map_or(MAX_BYTES, |n| n as u64);
    Ok(Kind::File { accept, max_bytes, many })
}

/// `enum`, or `oneOf` / `anyOf` of constants with titles; null means "no answer" and is no option. Empty where there are none.
fn options(node: &Node) -> Result<Vec<Choice>, DefinitionProblem> {
    let mut options: Vec<Choice> = Vec::new();
    for keyword in ["oneOf", "anyOf", "enum"] {
        let Some(value) = node.get(keyword) else { continue };
        let list = value.as_array().filter(|l| !l.is_empty()).ok_or_else(|| node.problem(keyword, "must be an array that is not empty"))?;
        let nullable = list.iter().filter(|s| s.get("type").and_then(Value::as_str) != Some("null")).count() == 1;
        for (at, entry) in list.iter().enumerate() {
            let place = node.at(keyword).child(&at.to_string());
            let (value, title) = match entry {
                _ if keyword == "enum" => (entry, None),
                _ if entry.get("type").and_then(Value::as_str) == Some("null") => continue,
                // The one alternative beside null has been read as the node itself.
                _ if nullable && entry.get("const").is_none() => continue,
                _ => (
                    entry.get("const").ok_or_else(|| DefinitionProblem::new(&place, "only alternatives of the form {const, title} are supported"))?,
                    entry.get("title"),
                ),
            };
            if value.is_null() {
                continue;
            }
            let title = title_of(value, title, &place)?;
            if options.iter().any(|o| o.value == *value) {
                return Err(DefinitionProblem::new(&place, "the same value is offered twice"));
            }
            options.push(Choice { value: value.clone(), title });
        }
        if !options.is_empty() {
            break;
        }
    }
    Ok(options)
}

fn title_of(value: &Value, title: Option<&Value>, place: &Pointer) -> Result<String, DefinitionProblem> {
    match (title, value) {
        (Some(Value::String(title)), _) => Ok(title.clone()),
        (Some(_), _) => Err(DefinitionProblem::new(&place.child("title"), "must be a string")),
        (None, Value::String(s)) => Ok(s.clone()),
        (None, Value::Number(n)) => Ok(n.to_string()),
        (None, Value::Bool(b)) => Ok(b.to_string()),
        (None, _) => Err(DefinitionProblem::new(place, "an option must be a string, a number or a boolean")),
    }
}

/// A suggestion must be something that could be answered.
pub(super) fn accept_default(node: &Node, kind: &Kind, value: &Value) -> Result<(), DefinitionProblem> {
    let offered = |options: &[Choice], v: &Value| options.iter().any(|o| o.value == *v);
    let fits = match kind {
        Kind::Declaration if *value == Value::Bool(true) => {
            return Err(node.problem("default", "a declaration must be agreed to by the person, never beforehand"));
        }
        Kind::YesNo | Kind::Declaration => value.is_boolean(),
        Kind::Text | Kind::LongText | Kind::Email | Kind::Uri | Kind::Identifier(_) => value.is_string(),
        Kind::Date => value.as_str().and_then(Date::parse).is_some(),
        Kind::Number { .. } | Kind::Money => value.is_number(),
        Kind::Choice { options, .. } => offered(options, value),
        Kind::MultiChoice { options } => value.as_array().is_some_and(|list| list.iter().all(|v| offered(options, v))),
        Kind::Repeat { .. } => value.as_array().is_some_and(|list| list.iter().all(Value::is_object)),
        Kind::File { .. } => false,
        Kind::ReadOnly => true,
    };
    if fits {
        Ok(())
    } else {
        Err(node.problem("default", "is not an answer to this field"))
    }
}
