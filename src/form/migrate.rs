//! Drafts of an earlier form in the form of today: what moved, what is called otherwise, what is asked no more (`x-migrations`).

use super::drafting::Lost;
use super::field::{DefinitionProblem, Form};
use super::node::Node;
use super::pointer::{is_at_or_in, Pointer};
use crate::model::draft::Draft;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

const KEYWORD: &str = "x-migrations";
/// Most versions that a form remembers, and most steps from one to the next.
const MOST: usize = 200;

/// The way from one version to the next one of the list, or to the form's own from the last.
#[derive(Debug, Clone)]
pub(super) struct Migration {
    from: String,
    steps: Vec<Step>,
}

#[derive(Debug, Clone)]
enum Step {
    /// An answer, or all answers of a group, asked at another place now.
    Move { from: Pointer, to: Pointer },
    /// Answers that are called otherwise now, by their text; null where no answer of today means the same.
    Map { pointer: Pointer, values: BTreeMap<String, Value> },
    /// Not asked any more, and why, for people.
    Drop { pointer: Pointer, why: Option<String> },
}

impl Form {
    /// Brings a draft of an earlier version up to this one; answers what could not come along. A version that the form does not
    /// remember is left as it is: what still fits will be kept.
    pub(super) fn migrate(&self, draft: &mut Draft) -> Vec<Lost> {
        let mut lost = Vec::new();
        let known = self.migrations.iter().position(|m| m.from == draft.form_version);
        for step in self.migrations.iter().skip(known.unwrap_or(usize::MAX)).flat_map(|m| &m.steps) {
            step.take(draft, &mut lost);
        }
        draft.form_version.clone_from(&self.version);
        lost
    }
}

impl Step {
    fn take(&self, draft: &mut Draft, lost: &mut Vec<Lost>) {
        match self {
            Self::Move { from, to } => {
                for old in within(&draft.values, from.as_str()) {
                    let new = format!("{to}{}", old.strip_prefix(from.as_str()).unwrap_or_default());
                    if old == new {
                        continue;
                    }
                    if draft.values.contains_key(&new) {
                        // Answered there already: that answer is the newer one.
                        lost.extend(take_out(draft, &old, false, None));
                        continue;
                    }
                    if let Some(value) = draft.values.remove(&old) {
                        draft.values.insert(new.clone(), value);
                    }
                    if let Some(label) = draft.labels.remove(&old) {
                        draft.labels.insert(new, label);
                    }
                }
            }
            Self::Map { pointer, values } => {
                let Some(value) = draft.values.get_mut(pointer.as_str()) else { return };
                if !rename(value, values) {
                    lost.extend(take_out(draft, pointer.as_str(), true, None));
                }
            }
            Self::Drop { pointer, why } => {
                for old in within(&draft.values, pointer.as_str()) {
                    lost.extend(take_out(draft, &old, false, why.clone()));
                }
            }
        }
    }
}

/// The pointers of answers at a place or inside it.
fn within(values: &BTreeMap<String, Value>, place: &str) -> Vec<String> {
    let from = values.range(place.to_owned()..).map(|(pointer, _)| pointer);
    from.take_while(|pointer| pointer.starts_with(place)).filter(|pointer| is_at_or_in(pointer, place)).cloned().collect()
}

fn take_out(draft: &mut Draft, pointer: &str, is_asked: bool, why: Option<String>) -> Option<Lost> {
    let value = draft.values.remove(pointer)?;
    let label = draft.labels.remove(pointer);
    // Null is an answer that had been emptied: nothing is lost with it.
    (!value.is_null()).then(|| Lost { pointer: pointer.to_owned(), label, why, is_asked })
}

/// Calls a value, or each of a list, by its new name; `false` where nothing is left of it.
fn rename(value: &mut Value, names: &BTreeMap<String, Value>) -> bool {
    if let Value::Array(list) = value {
        list.retain_mut(|item| rename(item, names));
        return !list.is_empty();
    }
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match names.get(&text) {
        Some(Value::Null) => false,
        Some(new) => {
            *value = new.clone();
            true
        }
        None => true,
    }
}

/// Reads `x-migrations` of a form's root.
pub(super) fn read(root: &Node<'_>, version: &str) -> Result<Vec<Migration>, DefinitionProblem> {
    let Some(value) = root.get(KEYWORD) else { return Ok(Vec::new()) };
    let place = root.at(KEYWORD);
    let mut all: Vec<Migration> = Vec::new();
    for (at, value) in list(value, &place, "must be a list of migrations, oldest first")? {
        let map = object(value, &at, "must be an object of “from” and “steps”")?;
        let from = text(map, "from", &at)?;
        if from == version || all.iter().any(|m| m.from == from) {
            return Err(DefinitionProblem::new(&at.child("from"), "is the form's own version, or one that an earlier migration leads from"));
        }
        let steps = map.get("steps").unwrap_or(&Value::Null);
        let steps = list(steps, &at.child("steps"), "must be a list of steps")?;
        let steps = steps.into_iter().map(|(at, value)| step(value, &at)).collect::<Result<_, _>>()?;
        all.push(Migration { from, steps });
    }
    Ok(all)
}

fn step(value: &Value, at: &Pointer) -> Result<Step, DefinitionProblem> {
    const SHAPE: &str = "must be one of {move: [from, to]}, {map: pointer, values: {old: new}} and {drop: pointer, why}";
    let map = object(value, at, SHAPE)?;
    if let Some(ends) = map.get("move") {
        let at = at.child("move");
        let ends = list(ends, &at, "must be two pointers")?;
        let [(from_at, from), (to_at, to)] = ends.as_slice() else { return Err(DefinitionProblem::new(&at, "must be two pointers")) };
        return Ok(Step::Move { from: pointer(from, from_at)?, to: pointer(to, to_at)? });
    }
    if let Some(place) = map.get("map") {
        let values = object(map.get("values").unwrap_or(&Value::Null), &at.child("values"), "must be an object: what was answered, and what it is called now")?;
        let values = values.iter().map(|(old, new)| (old.clone(), new.clone()));
        return Ok(Step::Map { pointer: pointer(place, &at.child("map"))?, values: crate::model::order::map_of(values) });
    }
    let place = map.get("drop").ok_or_else(|| DefinitionProblem::new(at, SHAPE))?;
    let why = map.get("why").map(|_| text(map, "why", at)).transpose()?;
    Ok(Step::Drop { pointer: pointer(place, &at.child("drop"))?, why })
}

fn list<'a>(value: &'a Value, at: &Pointer, reason: &str) -> Result<Vec<(Pointer, &'a Value)>, DefinitionProblem> {
    let items = value.as_array().ok_or_else(|| DefinitionProblem::new(at, reason))?;
    if items.len() > MOST {
        return Err(DefinitionProblem::new(at, "has more than 200 entries"));
    }
    Ok(items.iter().enumerate().map(|(i, item)| (at.child(&i.to_string()), item)).collect())
}

fn object<'a>(value: &'a Value, at: &Pointer, reason: &str) -> Result<&'a Map<String, Value>, DefinitionProblem> {
    value.as_object().ok_or_else(|| DefinitionProblem::new(at, reason))
}

fn text(map: &Map<String, Value>, key: &str, at: &Pointer) -> Result<String, DefinitionProblem> {
    let text = map.get(key).and_then(Value::as_str).filter(|t| !t.is_empty());
    text.map(str::to_owned).ok_or_else(|| DefinitionProblem::new(&at.child(key), "must be a text"))
}

/// A place in the form's data; the root is none, since there would be nothing left.
fn pointer(value: &Value, at: &Pointer) -> Result<Pointer, DefinitionProblem> {
    let place = value.as_str().filter(|text| !text.is_empty()).and_then(|text| Pointer::parse(text).ok());
    place.ok_or_else(|| DefinitionProblem::new(at, "must be a JSON Pointer into the form's data"))
}
