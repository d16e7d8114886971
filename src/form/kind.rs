//! Which kind of answer a schema node takes.

use super::composite;
use super::field::{Choice, DefinitionProblem, Field, Kind};
use super::items::Items;
use super::load::{Group, Loader};
use super::node::{Node, Reader};
use super::pointer::Pointer;
use super::schema::is_date_time;
use super::when::is_normal_time;
use crate::model::date::Date;
use crate::model::identifier::IdentifierKind;
use serde_json::Value;

/// What an attachment may be where the form does not say.
const ACCEPT: [&str; 3] = ["image/jpeg", "image/png", "application/pdf"];
/// How large an attachment may be where the form does not say: the contract's 5 MiB.
const MAX_BYTES: u64 = 5 * 1024 * 1024;
/// From this many options on a list is easier than a row of buttons.
pub(super) const LONG: usize = 8;

/// Whether a node has members of its own, or alternatives that all do.
pub(super) fn is_group(node: &Node) -> bool {
    let is_null = |s: &&Value| s.get("type").and_then(Value::as_str) == Some("null");
    let by_alternatives = |keyword: &str| {
        let mut groups = node.each(keyword).filter_map(|(_, v)| v.as_array()).filter(|l| l.iter().filter(|s| !is_null(s)).count() > 1);
        groups.any(|list| list.iter().filter(|s| !is_null(s)).all(|s| s.get("properties").is_some() || s.get("$ref").is_some()))
    };
    match node.schema_type() {
        Ok(Some(t)) => t == "object",
        _ => has_members(node) || by_alternatives("oneOf") || by_alternatives("anyOf"),
    }
}

/// Whether a node names members.
pub(super) fn has_members(node: &Node) -> bool {
    node.each("properties").any(|(_, v)| v.as_object().is_some_and(|map| !map.is_empty()))
}

/// Whether a node is drawn as the fields in it: a group, unless it is asked as one question.
pub(super) fn is_drawn_apart<'a>(reader: &mut Reader<'a>, node: &Node<'a>, depth: usize) -> Result<bool, DefinitionProblem> {
    Ok(is_group(node) && composite::of(reader, node, depth)?.is_none())
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

/// The kind of a node that is no group. An unknown widget or format is a plain text.
pub(super) fn of<'a>(loader: &mut Loader<'a>, node: &Node<'a>, label: &str, depth: usize) -> Result<Kind, DefinitionProblem> {
    let widget = node.text("x-widget")?.unwrap_or_default();
    let format = node.text("format")?.unwrap_or_default();
    if widget == "readonly" {
        return Ok(Kind::ReadOnly);
    }
    if is_group(node) {
        return composite::of(&mut loader.reader, node, depth).map(|kind| kind.unwrap_or(Kind::Text));
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
        ("attachment", "signature") => Kind::Signature,
        ("attachment", _) | (_, "file") => file(node, node, false)?,
        ("date", _) | (_, "date") => Kind::Date,
        ("time", _) => Kind::Time { zoned: true },
        ("date-time", _) | (_, "datetime") => Kind::DateTime,
        (_, "time") => Kind::Time { zoned: false },
        ("email" | "idn-email", _) => Kind::Email,
        ("uri" | "iri", _) => Kind::Uri,
        (_, "textarea") => Kind::LongText,
        (_, "certificate") => Kind::Certificate,
        _ => Kind::Text,
    })
}

fn array<'a>(loader: &mut Loader<'a>, node: &Node<'a>, label: &str, depth: usize) -> Result<Kind, DefinitionProblem> {
    if let Some(places) = node.get("prefixItems") {
        return listed(loader, node, places, depth);
    }
    // Where nothing is said about the items, they are texts.
    let mut items = match node.get("items") {
        Some(schema) => loader.reader.node(schema, &node.at("items"), depth + 1)?,
        None => Node::empty(&node.at("items")),
    };
    alternatives(&mut loader.reader, &mut items, depth + 1)?;
    let item_title = node.text("x-item-title")?.or(items.text("title")?).unwrap_or_else(|| label.to_owned());
    let ordered = node.flag("x-ordered")?;
    if is_group(&items) {
        let fields = loader.items(&items, depth + 1)?;
        return Ok(Kind::Repeat { fields: without_files(fields, &items)?, item_title, ordered });
    }
    let attachments = [&items, node].iter().any(|n| n.get("format").and_then(Value::as_str) == Some("attachment"));
    if attachments || node.get("x-widget").and_then(Value::as_str) == Some("file") {
        return file(node, &items, true);
    }
    let options = options(&items)?;
    if !options.is_empty() {
        return Ok(Kind::MultiChoice { options });
    }
    // Values: each is asked by itself, and what is asked must be answered.
    let item = loader.field(&items, &Group::default(), Pointer::root(), &item_title, true, depth + 1)?;
    Ok(Kind::Repeat { fields: without_files(Items::of(vec![item]), &items)?, item_title, ordered })
}

/// `prefixItems`: each place of the list is a question of its own.
fn listed<'a>(loader: &mut Loader<'a>, node: &Node<'a>, places: &'a Value, depth: usize) -> Result<Kind, DefinitionProblem> {
    let least = node.size("minItems", usize::max)?.unwrap_or_default();
    let mut fields = Vec::new();
    for (at, schema) in places.as_array().into_iter().flatten().enumerate() {
        let (place, name) = (node.at("prefixItems").child(&at.to_string()), at.to_string());
        let mut inner = loader.reader.node(schema, &place, depth + 1)?;
        alternatives(&mut loader.reader, &mut inner, depth + 1)?;
        if is_group(&inner) {
            return Err(inner.problem("type", "a place of a list must be a single value"));
        }
        let label = (at + 1).to_string();
        let field = loader.field(&inner, &Group::default(), Pointer::root().child(&name), &label, at < least, depth + 1)?;
        fields.push(Field { index: at, ..field });
    }
    Ok(Kind::Group { fields: without_files(Items::of(fields), node)?, listed: true })
}

fn without_files(fields: Items, node: &Node) -> Result<Items, DefinitionProblem> {
    match !fields.is_again() && fields.iter().any(|f| matches!(f.kind, Kind::File { .. } | Kind::Signature)) {
        true => Err(node.problem("properties", "attachments are asked beside a list, not inside its items")),
        false => Ok(fields),
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

/// `enum`, or `oneOf` / `anyOf` of constants with titles; null means "no answer" and is no option. Empty where there are none, and where
/// something else may be answered as well: what may not is for the whole schema to say.
fn options(node: &Node) -> Result<Vec<Choice>, DefinitionProblem> {
    let mut options: Vec<Choice> = Vec::new();
    for keyword in ["oneOf", "anyOf", "enum"] {
        let Some(value) = node.get(keyword) else { continue };
        let list = value.as_array().filter(|l| !l.is_empty()).ok_or_else(|| node.problem(keyword, "must be an array that is not empty"))?;
        let is_null = |entry: &Value| entry.get("type").and_then(Value::as_str) == Some("null");
        if keyword != "enum" && list.iter().any(|entry| !is_null(entry) && entry.get("const").is_none()) {
            continue;
        }
        for (at, entry) in list.iter().enumerate() {
            let place = node.at(keyword).child(&at.to_string());
            let (value, title) = match entry.get("const") {
                Some(value) if keyword != "enum" => (value, entry.get("title")),
                _ => (entry, None),
            };
            if value.is_null() || is_null(value) {
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

/// The first of `examples`, for what is written: of what is picked the choices are there to be seen.
pub(super) fn example(node: &Node, kind: &Kind) -> Option<String> {
    // Nobody writes a time with its offset.
    let is_written = matches!(
        kind,
        Kind::Text | Kind::LongText | Kind::Email | Kind::Uri | Kind::Identifier(_) | Kind::Number { .. } | Kind::Money | Kind::Time { zoned: false }
    );
    match node.get("examples")?.as_array()?.first()? {
        Value::String(text) if is_written && !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) if is_written => Some(number.to_string()),
        _ => None,
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
        Kind::Text | Kind::LongText | Kind::Email | Kind::Uri | Kind::Identifier(_) | Kind::Certificate => value.is_string(),
        Kind::Date => value.as_str().and_then(Date::parse).is_some(),
        Kind::Time { zoned } => value.as_str().is_some_and(|t| is_normal_time(t, *zoned)),
        Kind::DateTime => value.as_str().is_some_and(is_date_time),
        Kind::DateRange(_) | Kind::Address(_) => is_parts(kind, value),
        Kind::Number { .. } | Kind::Money => value.is_number(),
        Kind::Choice { options, .. } => offered(options, value),
        Kind::MultiChoice { options } => value.as_array().is_some_and(|list| list.iter().all(|v| offered(options, v))),
        Kind::Repeat { fields, .. } => value.as_array().is_some_and(|list| fields.is_plain() || list.iter().all(Value::is_object)),
        Kind::Group { listed: false, .. } => value.is_object(),
        Kind::Group { listed: true, .. } => value.is_array(),
        Kind::File { .. } | Kind::Signature => false,
        Kind::ReadOnly => true,
    };
    if fits {
        Ok(())
    } else {
        Err(node.problem("default", "is not an answer to this field"))
    }
}

/// An object of texts, each a part of the kind.
pub(super) fn is_parts(kind: &Kind, value: &Value) -> bool {
    let is_part = |(key, text): (&String, &Value)| text.is_string() && kind.parts().iter().any(|part| part.key == *key);
    value.as_object().is_some_and(|members| members.iter().all(is_part))
}
