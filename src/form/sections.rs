//! `x-sections`: which field is under which heading, and the order of the page.

use super::field::{DefinitionProblem, Field, Section};
use super::node::Node;
use super::pointer::Pointer;
use crate::model::order::map_of;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Puts fields into sections and both into page order. Fields that no section names follow in a last one without heading.
pub(super) fn arrange(root: &Node, fields: Vec<Field>) -> Result<(Vec<Section>, Vec<Field>), DefinitionProblem> {
    let places: BTreeMap<String, usize> = map_of(fields.iter().enumerate().map(|(at, f)| (f.pointer.as_str().to_owned(), at)));
    let mut left: Vec<Option<Field>> = fields.into_iter().map(Some).collect();
    let mut sections: Vec<Section> = Vec::new();
    let mut ordered = Vec::with_capacity(left.len());
    let mut ids = BTreeSet::new();
    let here = root.at("x-sections");
    let listed: &[Value] = match root.get("x-sections") {
        None => &[],
        Some(Value::Array(list)) => list,
        Some(_) => return Err(DefinitionProblem::new(&here, "must be an array of sections")),
    };
    for (at, value) in listed.iter().enumerate() {
        let here = here.child(&at.to_string());
        let mut section = heading(value, &here)?;
        if !ids.insert(section.id.clone()) {
            return Err(DefinitionProblem::new(&here.child("id"), "another section has the same id"));
        }
        let names =
            value.get("fields").and_then(Value::as_array).ok_or_else(|| DefinitionProblem::new(&here.child("fields"), "must be an array of pointers"))?;
        for (n, name) in names.iter().enumerate() {
            let here = here.child("fields").child(&n.to_string());
            let pointer = name.as_str().and_then(|p| Pointer::parse(p).ok()).ok_or_else(|| DefinitionProblem::new(&here, "must be a JSON Pointer"))?;
            for field in named(&pointer, &places, &mut left, &here)? {
                section.fields.push(ordered.len());
                ordered.push(Field { index: ordered.len(), ..field });
            }
        }
        sections.push(section);
    }
    let mut last = Section { id: "other".to_owned(), title: String::new(), hint: None, fields: Vec::new() };
    while ids.contains(&last.id) {
        last.id.push('-');
    }
    for field in left.into_iter().flatten() {
        last.fields.push(ordered.len());
        ordered.push(Field { index: ordered.len(), ..field });
    }
    if !last.fields.is_empty() {
        sections.push(last);
    }
    Ok((sections, ordered))
}

/// The field at a pointer, or all fields of the group at it.
fn named(pointer: &Pointer, places: &BTreeMap<String, usize>, left: &mut [Option<Field>], here: &Pointer) -> Result<Vec<Field>, DefinitionProblem> {
    let within = format!("{pointer}/");
    let own = places.get(pointer.as_str()).into_iter();
    let group = places.range(within.clone()..).take_while(|(p, _)| p.starts_with(&within)).map(|(_, at)| at);
    // As the schema has them, not as their names sort.
    let mut found: Vec<usize> = own.chain(group).copied().collect();
    found.sort_unstable();
    if found.is_empty() {
        return Err(DefinitionProblem::new(here, "the form has no such field"));
    }
    found
        .into_iter()
        .map(|at| left.get_mut(at).and_then(Option::take).ok_or_else(|| DefinitionProblem::new(here, "the field is already in a section")))
        .collect()
}

fn heading(value: &Value, here: &Pointer) -> Result<Section, DefinitionProblem> {
    let text = |key: &str| match value.get(key) {
        None => Ok(None),
        Some(Value::String(s)) => Ok(Some(s.clone())),
        Some(_) => Err(DefinitionProblem::new(&here.child(key), "must be a string")),
    };
    let needed = |key: &str| text(key)?.ok_or_else(|| DefinitionProblem::new(&here.child(key), "is missing"));
    Ok(Section { id: needed("id")?, title: needed("title")?, hint: text("hint")?, fields: Vec::new() })
}
