//! Objects that are asked as one question: which schema makes one, and what is checked of it.

use super::address::LEVELS;
use super::field::{DefinitionProblem, Field, Kind, Part};
use super::node::{Node, Reader};
use super::pointer::Pointer;
use super::problem::{problem, Problem, Rule};
use crate::model::date::Date;
use crate::model::order::map_of;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// How the two ends of a range may be called.
const ENDS: [[&str; 2]; 4] = [["from", "to"], ["start", "end"], ["begin", "end"], ["from", "until"]];
/// What only a field of its own can have.
const OF_FIELDS: [&str; 4] = ["x-visible-when", "x-computed", "x-source", "x-widget"];

/// The kind of an object whose widget draws it as one question. `None` where the widget is another one or the members are not what it
/// needs: the object is then a group of plain fields.
pub(super) fn of<'a>(reader: &mut Reader<'a>, node: &Node<'a>, depth: usize) -> Result<Option<Kind>, DefinitionProblem> {
    let widget = node.text("x-widget")?.unwrap_or_default();
    if !matches!(widget.as_str(), "date-range" | "address") {
        return Ok(None);
    }
    let members = members(reader, node, depth)?;
    let is = |key: &str, keyword: &str, value: &str| members.get(key).is_some_and(|m| m.get(keyword).and_then(Value::as_str) == Some(value));
    let keys: Vec<String> = match widget.as_str() {
        "address" => LEVELS.iter().flat_map(|level| [(*level).to_owned(), format!("{level}_code")]).filter(|key| is(key, "type", "string")).collect(),
        _ => {
            let ends = ENDS.iter().find(|ends| ends.iter().all(|key| is(key, "format", "date")));
            ends.into_iter().flatten().map(|key| (*key).to_owned()).collect()
        }
    };
    // Every member is a part, and no part is more than a part.
    let is_plain = |m: &Node| OF_FIELDS.iter().all(|keyword| m.get(keyword).is_none());
    if keys.len() != members.len() || keys.iter().all(|key| key.ends_with("_code")) || !members.values().all(is_plain) {
        return Ok(None);
    }
    let required = node.required()?;
    let mut parts = Vec::with_capacity(keys.len());
    for key in keys {
        // A code comes with its name: nobody is asked for it.
        let is_asked = required.contains(&key.as_str()) && !key.ends_with("_code");
        parts.push(Part { title: members.get(key.as_str()).map(|m| m.text("title")).transpose()?.flatten(), required: is_asked, key });
    }
    Ok(match <[Part; 2]>::try_from(parts) {
        Ok(ends) if widget == "date-range" => Some(Kind::DateRange(ends)),
        Ok(parts) => Some(Kind::Address(parts.into())),
        Err(parts) if widget == "address" => Some(Kind::Address(parts)),
        Err(_) => None,
    })
}

fn members<'a>(reader: &mut Reader<'a>, node: &Node<'a>, depth: usize) -> Result<BTreeMap<&'a str, Node<'a>>, DefinitionProblem> {
    let mut members = Vec::new();
    for (place, properties) in node.each("properties") {
        for (key, schema) in properties.as_object().into_iter().flatten() {
            members.push((key.as_str(), reader.node(schema, &place.child(key), depth + 1)?));
        }
    }
    Ok(map_of(members.into_iter()))
}

/// The problems inside an answer that is there.
pub(super) fn check(field: &Field, members: &Map<String, Value>, pointer: &Pointer, problems: &mut Vec<Problem>) {
    let mut say = |part: &Part, rule: Rule| problems.push(problem(pointer.child(&part.key).as_str().to_owned(), rule, Some(field)));
    let answered = |part: &Part| members.get(&part.key).filter(|v| !v.is_null() && v.as_str().is_none_or(|text| !text.trim().is_empty()));
    // Of an address only the first: what is below it cannot be picked before.
    let most = if matches!(field.kind, Kind::Address(_)) { 1 } else { usize::MAX };
    for part in field.kind.parts().iter().filter(|part| part.required && answered(part).is_none()).take(most) {
        say(part, Rule::Required);
    }
    if let Kind::Address(parts) = &field.kind {
        for part in parts.iter().filter(|part| members.get(&part.key).is_some_and(|v| !v.is_string())) {
            say(part, Rule::WrongType);
        }
    }
    let Kind::DateRange(ends) = &field.kind else { return };
    let dates = ends.each_ref().map(|end| answered(end).map(|value| value.as_str().and_then(Date::parse)));
    for (end, date) in ends.iter().zip(dates) {
        if date == Some(None) {
            say(end, Rule::NotADate);
        }
    }
    if let ([_, to], [Some(Some(first)), Some(Some(last))]) = (ends, dates) {
        if last < first {
            say(to, Rule::EndsBefore);
        }
    }
}
