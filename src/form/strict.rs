//! What a form did not ask for, in data that somebody submitted.

use super::field::{Field, Kind};
use super::pointer::Pointer;
use super::problem::{problem, Problem, Rule};
use crate::model::order::map_of;
use serde_json::Value;
use std::collections::BTreeMap;

/// Walks submitted data and names what is not among what was asked.
pub(super) struct Strict<'a> {
    fields: BTreeMap<&'a str, &'a Field>,
    /// Where the data that these fields point into is.
    base: Pointer,
    asked: &'a Value,
}

impl<'a> Strict<'a> {
    pub(super) fn new(fields: &'a [Field], base: Pointer, asked: &'a Value) -> Self {
        Self { fields: map_of(fields.iter().map(|f| (f.pointer.as_str(), f))), base, asked }
    }

    pub(super) fn walk(&self, here: &Pointer, data: &Value, problems: &mut Vec<Problem>) {
        let Value::Object(map) = data else { return };
        for (key, value) in map {
            let inner = here.child(key);
            let field = self.fields.get(inner.as_str()).copied();
            if field.is_none() && value.is_object() && self.is_group(&inner) {
                self.walk(&inner, value, problems);
            } else if let Some((field, seen)) = field.zip(inner.get(self.asked)) {
                self.parts(&inner, field, value, problems);
                self.items(field, value, seen, problems);
            } else {
                problems.push(problem(inner.under(&self.base).as_str().to_owned(), Rule::NotAsked, field));
            }
        }
    }

    fn is_group(&self, pointer: &Pointer) -> bool {
        let prefix = format!("{pointer}/");
        self.fields.range(prefix.as_str()..).next().is_some_and(|(p, _)| p.starts_with(&prefix))
    }

    fn parts(&self, here: &Pointer, field: &Field, value: &Value, problems: &mut Vec<Problem>) {
        let (parts @ [_, ..], Value::Object(members)) = (field.kind.parts(), value) else { return };
        for key in members.keys().filter(|key| !parts.iter().any(|p| p.key == **key)) {
            problems.push(problem(here.child(key).under(&self.base).as_str().to_owned(), Rule::NotAsked, Some(field)));
        }
    }

    fn items(&self, field: &Field, value: &Value, seen: &Value, problems: &mut Vec<Problem>) {
        let pointer = field.pointer.under(&self.base);
        match (&field.kind, value, seen) {
            (Kind::Repeat { fields, .. }, Value::Array(items), Value::Array(seen)) if !fields.is_plain() => {
                for (at, (item, seen)) in items.iter().zip(seen).enumerate() {
                    Strict::new(fields, pointer.child(&at.to_string()), seen).walk(&Pointer::root(), item, problems);
                }
            }
            (Kind::Group { fields, .. }, group, seen) => Strict::new(fields, pointer, seen).walk(&Pointer::root(), group, problems),
            _ => {}
        }
    }
}
