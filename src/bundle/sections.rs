//! The parts of the one form: by subject, not by department.

use super::checking::FACTS;
use super::merge::Part;
use crate::form::Pointer;
use crate::model::bundle::{Bundle, Fact, Subject};
use serde_json::{json, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What the form is divided into, in the making.
pub(super) struct Sections {
    all: Vec<Section>,
    /// Facts that have their place.
    placed: BTreeSet<String>,
}

struct Section {
    id: String,
    title: String,
    hint: Option<String>,
    fields: Vec<String>,
}

impl Sections {
    /// The subjects of a bundle, with nothing in them yet.
    pub fn new(bundle: &Bundle) -> Self {
        let empty = |s: &Subject| Section { id: s.id.clone(), title: s.title.clone(), hint: s.hint.clone(), fields: Vec::new() };
        Self { all: bundle.subjects.iter().map(empty).collect(), placed: BTreeSet::new() }
    }

    /// Puts a fact where the definition wants it, if it says so.
    pub fn fact(&mut self, fact: &Fact) {
        if let Some(section) = fact.subject.as_ref().and_then(|id| self.all.iter_mut().find(|s| s.id == *id)) {
            section.fields.push(pointer_of(fact));
            self.placed.insert(fact.id.clone());
        }
    }

    /// Puts what a service asks where its sections belong; what is shared, where the first who asks it has it.
    pub fn part(&mut self, part: &Part<'_>, facts: &[Fact], asked: &BTreeMap<&str, Value>) {
        let mut left: Vec<String> = part.schema.get("properties").and_then(Value::as_object).into_iter().flatten().map(|(key, _)| key.clone()).collect();
        for section in part.schema.get("x-sections").and_then(Value::as_array).into_iter().flatten() {
            let text = |key: &str| section.get(key).and_then(Value::as_str);
            let Some(id) = text("id") else { continue };
            let into = self.section(part, id, text("title").unwrap_or_default(), text("hint"));
            for pointer in section.get("fields").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
                let tokens = Pointer::parse(pointer).map(|p| p.tokens()).unwrap_or_default();
                if let [key] = tokens.as_slice() {
                    left.retain(|other| other != key);
                }
                self.field(into, part, pointer, facts, asked);
            }
        }
        if !left.is_empty() {
            let into = self.section(part, "", &part.member.service.name, None);
            for key in left {
                self.field(into, part, Pointer::root().child(&key).as_str(), facts, asked);
            }
        }
    }

    /// The place of the section that a section of a service's form goes into.
    fn section(&mut self, part: &Part<'_>, id: &str, title: &str, hint: Option<&str>) -> usize {
        let own = format!("{}.{id}", part.member.service.id);
        let id = part.member.sections.get(id).unwrap_or(&own);
        self.all.iter().position(|s| s.id == *id).unwrap_or_else(|| {
            self.all.push(Section { id: id.clone(), title: title.to_owned(), hint: hint.map(str::to_owned), fields: Vec::new() });
            self.all.len() - 1
        })
    }

    fn field(&mut self, into: usize, part: &Part<'_>, pointer: &str, facts: &[Fact], asked: &BTreeMap<&str, Value>) {
        if part.filled.contains(&pointer) {
            return;
        }
        let is_there = |fact: &&Fact| fact.places.iter().any(|p| p.service == part.member.service.id && p.pointer == pointer);
        let fact = facts.iter().find(is_there).filter(|fact| asked.contains_key(fact.id.as_str()));
        let pointer = match fact {
            Some(fact) if self.placed.insert(fact.id.clone()) => pointer_of(fact),
            Some(_) => return,
            None => part.at(pointer),
        };
        if let Some(section) = self.all.get_mut(into) {
            section.fields.push(pointer);
        }
    }

    /// As `x-sections` has them; none that is empty.
    pub fn finish(self) -> Value {
        let said = self.all.into_iter().filter(|s| !s.fields.is_empty()).map(|s| match s.hint {
            Some(hint) => json!({"id": s.id, "title": s.title, "hint": hint, "fields": s.fields}),
            None => json!({"id": s.id, "title": s.title, "fields": s.fields}),
        });
        said.collect()
    }
}

fn pointer_of(fact: &Fact) -> String {
    Pointer::root().child(FACTS).child(&fact.id).as_str().to_owned()
}
