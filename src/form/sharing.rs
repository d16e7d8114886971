//! Answers that stand in several places and are asked in one (`x-same-as`): the form of a bundle asks each fact once.

use super::condition::Condition;
use super::expression::Expression;
use super::field::{DefinitionProblem, Field, Form};
use super::node::Node;
use super::pointer::Pointer;
use crate::model::order::map_of;
use crate::model::prefill::{FieldPrefill, SourcePrefill};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// `x-same-as`: where the answer is asked for, seen from the whole form's data.
pub(super) fn same_as(node: &Node) -> Result<Option<Pointer>, DefinitionProblem> {
    let Some(text) = node.text("x-same-as")? else { return Ok(None) };
    if node.get("x-computed").is_some() {
        return Err(node.problem("x-same-as", "cannot be beside x-computed"));
    }
    match Pointer::parse(&text) {
        Ok(place) if !place.as_str().is_empty() => Ok(Some(place)),
        _ => Err(node.problem("x-same-as", "must be a JSON Pointer into the form's data")),
    }
}

/// What gives the answer at another place.
pub(super) fn copy_of(node: &Node, place: &Pointer) -> Result<Expression, DefinitionProblem> {
    let path: Vec<String> = place.tokens().into_iter().map(|token| Value::from(token).to_string()).collect();
    Expression::compile(&path.join(".")).map_err(|e| node.problem("x-same-as", &format!("cannot be followed: {e}")))
}

/// `x-used-by`: names of those who use the answer.
pub(super) fn used_by(node: &Node) -> Result<Vec<String>, DefinitionProblem> {
    let wrong = || node.problem("x-used-by", "must be a list of names");
    let Some(value) = node.get("x-used-by") else { return Ok(Vec::new()) };
    value.as_array().ok_or_else(wrong)?.iter().map(|name| name.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
}

/// Ties places to where they are asked: that is asked while one of them is, and must be answered where one of them must be.
pub(super) fn share(fields: &mut [Field]) -> Result<(), DefinitionProblem> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, field) in fields.iter().enumerate() {
        if let Some(asked) = &field.same_as {
            places.entry(asked.as_str().to_owned()).or_default().push(at);
        }
    }
    if places.is_empty() {
        return Ok(());
    }
    let by_pointer = map_of(fields.iter().enumerate().map(|(at, f)| (f.pointer.as_str().to_owned(), at)));
    for (asked, places) in places {
        let there: Vec<&Field> = places.iter().filter_map(|at| fields.get(*at)).collect();
        let Some(first) = there.first() else { continue };
        let target = by_pointer.get(&asked).and_then(|at| Some((*at, fields.get(*at)?)));
        let Some((at, _)) = target.filter(|(_, f)| f.same_as.is_none() && f.computed.is_none()) else {
            return Err(DefinitionProblem::new(&first.place.child("x-same-as"), "names no question of the form"));
        };
        let visible = Condition::any(there.iter().map(|f| f.visible_when.clone()).collect());
        let due: Vec<&&Field> = there.iter().filter(|f| f.required).collect();
        let always = due.iter().any(|f| f.visible_when.is_none());
        let sometimes = due.iter().map(|f| f.visible_when.clone());
        let more = there.iter().filter(|f| !f.required).filter_map(|f| f.required_when.clone()).map(Some);
        let sometimes: Vec<Option<Condition>> = sometimes.chain(more).collect();
        if let Some(field) = fields.get_mut(at) {
            field.visible_when = visible;
            field.required |= always;
            field.required_when = if field.required || sometimes.is_empty() { None } else { Condition::any(sometimes) };
        }
    }
    Ok(())
}

impl Field {
    /// Where its answer is asked for: at its own place, but for what is the same as something else.
    pub fn asked_at(&self) -> &Pointer {
        self.same_as.as_ref().unwrap_or(&self.pointer)
    }
}

impl Form {
    /// The question that a problem at a place is told at.
    pub(super) fn asked_for<'a>(&'a self, pointer: String, field: &'a Field) -> (String, &'a Field) {
        match field.same_as.as_ref().and_then(|asked| self.field(asked.as_str())) {
            Some(asked) => (self.asked_pointer(&pointer), asked),
            None => (pointer, field),
        }
    }

    /// Where the answer at a place, or within it, is asked for.
    pub fn asked_pointer(&self, pointer: &str) -> String {
        let Some(field) = self.field_around(pointer) else { return pointer.to_owned() };
        let rest = pointer.strip_prefix(field.pointer.as_str()).unwrap_or_default();
        format!("{}{rest}", field.asked_at())
    }

    /// What a source says, at the places where it is asked; once where several places ask the same.
    pub fn as_asked(&self, mut said: SourcePrefill) -> SourcePrefill {
        if self.fields.iter().all(|f| f.same_as.is_none()) {
            return said;
        }
        said.fields = self.once(said.fields);
        if let Some(choice) = &mut said.choice {
            choice.pointer = self.asked_pointer(&choice.pointer);
            for held in &mut choice.held {
                held.fields = self.once(std::mem::take(&mut held.fields));
            }
        }
        said
    }

    fn once(&self, fields: Vec<FieldPrefill>) -> Vec<FieldPrefill> {
        let mut seen = BTreeSet::new();
        let told = fields.into_iter().map(|field| FieldPrefill { pointer: self.asked_pointer(&field.pointer), ..field });
        told.filter(|field| seen.insert(field.pointer.clone())).collect()
    }
}
