//! What was answered so far, and where each answer comes from.
//!
//! What a person typed is never overwritten, whatever arrives later and in whatever order.

use super::field::{Field, Form, Kind};
use super::kind::is_parts;
use super::normal::{normal, raw_or_normal};
use super::pointer::Pointer;
use super::visibility::{asked_data, submitted};
use crate::model::date::Date;
use crate::model::order::map_of;
use crate::model::prefill::{Edit, FieldPrefill, SourcePrefill, TrustLevel};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where an answer comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// The person.
    Typed,
    Source {
        source: String,
        level: TrustLevel,
        /// The backend will refuse any other value.
        locked: bool,
        /// How it is shown until the person asks for the whole.
        masked: Option<String>,
        /// Where a change is saved, or where a wrong value is corrected.
        note: Option<String>,
    },
    /// The form's own suggestion.
    Default,
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// As typed or as the source has it; null where the person emptied what a source had filled.
    pub value: Value,
    pub origin: Origin,
    /// What the source says, where the person says otherwise.
    pub superseded: Option<Value>,
}

impl Answer {
    /// The source it comes from, unless the person changed it.
    pub fn source(&self) -> Option<&str> {
        match &self.origin {
            Origin::Source { source, .. } => Some(source),
            _ => None,
        }
    }

    /// Whether the person cannot change it.
    pub fn is_locked(&self) -> bool {
        matches!(self.origin, Origin::Source { locked: true, .. })
    }
}

/// The field cannot be typed into: its value comes from a source that is the only authority for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locked;

/// What became of a source's values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    pub filled: Vec<Pointer>,
    /// Kept as they were: typed by the person, or known from a source at least as trustworthy.
    pub kept: Vec<Pointer>,
    /// Pointers that the form does not ask for.
    pub unknown: Vec<String>,
}

/// A value that a source gave and now gives otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    pub pointer: String,
    pub before: Value,
    pub after: Value,
    /// The backend will refuse any other value: there is nothing to choose.
    pub is_locked: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Entry {
    answer: Answer,
    /// What the source said, whole, so that the person can go back to it.
    offered: Option<Answer>,
    /// What the person typed, also where it is what the source says: a source that changes its mind must not take it along.
    own: Option<Value>,
}

/// All answers of one form. Values of hidden fields stay in memory: what was typed comes back when the field does.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    entries: BTreeMap<String, Entry>,
    /// The form's pointers; empty where the form was not named, and then nothing is refused.
    known: Arc<BTreeMap<String, ()>>,
}

impl Answers {
    /// Nothing answered but what the form itself suggests.
    pub fn new(form: &Form) -> Self {
        let known = map_of(form.fields.iter().map(|f| (f.pointer.as_str().to_owned(), ())));
        let suggested = form.fields.iter().filter_map(|f| Some((f.pointer.as_str().to_owned(), f.default.clone()?)));
        let entries =
            map_of(suggested.map(|(p, value)| (p, Entry { answer: Answer { value, origin: Origin::Default, superseded: None }, offered: None, own: None })));
        Self { entries, known: Arc::new(known) }
    }

    /// The answer at a pointer, as kept.
    pub fn get(&self, pointer: &str) -> Option<&Answer> {
        self.entries.get(pointer).map(|e| &e.answer)
    }

    /// Whether there is an answer that would be submitted.
    pub fn is_answered(&self, field: &Field) -> bool {
        self.normal(field).is_some()
    }

    pub(super) fn normal(&self, field: &Field) -> Option<Value> {
        normal(field, &self.get(field.pointer.as_str())?.value)
    }

    /// Takes what the person typed. Typing what the source says is agreeing with it.
    ///
    /// # Errors
    /// [`Locked`] where only a source can answer; nothing is changed then.
    pub fn type_in(&mut self, field: &Field, value: Value) -> Result<(), Locked> {
        let pointer = field.pointer.as_str();
        let entry = self.entries.get(pointer);
        if field.read_only || matches!(field.kind, Kind::ReadOnly) || entry.is_some_and(|e| e.answer.is_locked()) {
            return Err(Locked);
        }
        let offered = entry.and_then(|e| e.offered.clone());
        let meant = normal(field, &value);
        // Nothing typed and nothing offered: a source that answers later may fill it. A suggestion, though, was declined.
        if meant.is_none() && offered.is_none() && field.default.is_none() {
            self.entries.remove(pointer);
            return Ok(());
        }
        let own = if meant.is_none() { Value::Null } else { value };
        let answer = match &offered {
            Some(o) if normal(field, &o.value) == meant => o.clone(),
            Some(o) => typed(own.clone(), Some(o.value.clone())),
            None => typed(own.clone(), None),
        };
        self.entries.insert(pointer.to_owned(), Entry { answer, offered, own: Some(own) });
        Ok(())
    }

    /// Empties a field.
    ///
    /// # Errors
    /// As [`Self::type_in`].
    pub fn clear(&mut self, field: &Field) -> Result<(), Locked> {
        self.type_in(field, Value::Null)
    }

    /// Gives up what was typed for what the source says; answers whether a source says anything.
    pub fn revert(&mut self, field: &Field) -> bool {
        let Some(entry) = self.entries.get_mut(field.pointer.as_str()) else { return false };
        match &entry.offered {
            Some(offered) => {
                entry.answer = offered.clone();
                entry.own = None;
                true
            }
            None => false,
        }
    }

    /// Takes what a source says. Typed answers stay, with the source's value beside them; of two sources the more
    /// trustworthy one is kept, and of equals the one that came first, unless the same source speaks again.
    pub fn merge(&mut self, prefill: &SourcePrefill) -> Merged {
        let mut merged = Merged::default();
        for field in &prefill.fields {
            let Ok(pointer) = Pointer::parse(&field.pointer) else {
                merged.unknown.push(field.pointer.clone());
                continue;
            };
            if !self.known.is_empty() && !self.known.contains_key(pointer.as_str()) {
                merged.unknown.push(field.pointer.clone());
            } else if !field.value.is_null() {
                let filled = self.merge_one(&prefill.source, field);
                if filled {
                    merged.filled.push(pointer)
                } else {
                    merged.kept.push(pointer)
                }
            }
        }
        merged
    }

    fn merge_one(&mut self, source: &str, field: &FieldPrefill) -> bool {
        let origin = Origin::Source {
            source: source.to_owned(),
            level: field.level,
            locked: field.edit == Edit::Locked,
            masked: field.masked.clone(),
            note: field.note.clone(),
        };
        let said = Answer { value: field.value.clone(), origin, superseded: None };
        let Some(entry) = self.entries.get_mut(&field.pointer) else {
            self.entries.insert(field.pointer.clone(), Entry { answer: said.clone(), offered: Some(said), own: None });
            return true;
        };
        if entry.offered.as_ref().is_some_and(|o| outranks(o, source, field.level)) {
            return false;
        }
        // Where the person had emptied a field there is nothing typed to lose, and a locked value cannot be done without.
        if entry.own.as_ref().is_some_and(Value::is_null) && said.is_locked() {
            entry.own = None;
        }
        entry.answer = match &entry.own {
            Some(own) if *own != said.value => typed(own.clone(), Some(said.value.clone())),
            _ => said.clone(),
        };
        entry.offered = Some(said);
        entry.answer.origin != Origin::Typed
    }

    /// What a source says otherwise now, of the values that stand as its own. What the person typed is theirs, and not in question.
    pub fn differences(&self, prefill: &SourcePrefill) -> Vec<Difference> {
        let changed = prefill.fields.iter().filter_map(|given| {
            let answer = self.get(&given.pointer).filter(|a| a.source() == Some(prefill.source.as_str()))?;
            let is_other = !given.value.is_null() && answer.value != given.value;
            is_other.then(|| Difference {
                pointer: given.pointer.clone(),
                before: answer.value.clone(),
                after: given.value.clone(),
                is_locked: given.edit == Edit::Locked,
            })
        });
        changed.collect()
    }

    /// Takes what a source says now, but for the values at `keep`: those stay as they were, as the person's own word. A value that is
    /// locked is taken whatever is to be kept.
    pub fn merge_but(&mut self, form: &Form, prefill: &SourcePrefill, keep: &[String]) {
        let kept: Vec<Difference> = self.differences(prefill).into_iter().filter(|d| !d.is_locked && keep.contains(&d.pointer)).collect();
        self.merge(prefill);
        for difference in kept {
            if let Some(field) = form.field(&difference.pointer) {
                // Only a locked field refuses, and none of those is kept.
                let _ = self.type_in(field, difference.before);
            }
        }
    }

    /// Drops what a source said, and only that: after a consent is withdrawn.
    pub fn forget_source(&mut self, source: &str) {
        self.entries.retain(|_, entry| {
            if entry.offered.as_ref().and_then(Answer::source) != Some(source) {
                return true;
            }
            entry.offered = None;
            entry.own.as_ref().map(|own| entry.answer = typed(own.clone(), None)).is_some()
        });
    }

    /// What the person typed, for a draft; hidden answers too.
    pub fn typed(&self) -> BTreeMap<String, Value> {
        map_of(self.entries.iter().filter_map(|(p, e)| Some((p.clone(), e.own.clone()?))))
    }

    /// Puts a draft back; answers the pointers that could not be kept, because the form has changed or a source now answers
    /// them otherwise.
    pub fn restore(&mut self, form: &Form, draft: &BTreeMap<String, Value>) -> Vec<String> {
        let mut lost = Vec::new();
        for (pointer, value) in draft {
            let kept = form.field(pointer).is_some_and(|field| {
                if value.is_null() && !self.entries.contains_key(pointer) {
                    // The person had emptied what a source filled: it must not be filled again when the source answers.
                    self.entries.insert(pointer.clone(), Entry { answer: typed(Value::Null, None), offered: None, own: Some(Value::Null) });
                    return true;
                }
                fits_now_or_then(field, value) && (self.type_in(field, value.clone()).is_ok() || self.normal(field) == normal(field, value))
            });
            if !kept {
                lost.push(pointer.clone());
            }
        }
        lost
    }

    /// What would be submitted today: nested, of visible fields only, cleaned.
    pub fn data(&self, form: &Form, today: Date) -> Value {
        submitted(&form.fields, asked_data(form, self.all_data(form), today).0)
    }

    /// JSON Pointer → source, for every submitted value that a source gave and nobody changed.
    pub fn provenance(&self, form: &Form, today: Date) -> BTreeMap<String, String> {
        let data = self.data(form, today);
        let told = form.fields.iter().filter(|f| f.pointer.get(&data).is_some());
        map_of(told.filter_map(|f| Some((f.pointer.as_str().to_owned(), self.get(f.asked_at().as_str())?.source()?.to_owned()))))
    }

    /// Every answer, hidden ones too, nested and cleaned.
    pub(super) fn all_data(&self, form: &Form) -> Value {
        let mut data = Value::Object(Default::default());
        for field in &form.fields {
            if let Some(value) = self.get(field.pointer.as_str()).and_then(|answer| raw_or_normal(field, &answer.value)) {
                field.pointer.set(&mut data, value);
            }
        }
        data
    }

    /// What a source that is the only authority says, where the person had typed something else before it answered.
    pub(super) fn contradicted(&self, field: &Field) -> bool {
        let Some(entry) = self.entries.get(field.pointer.as_str()) else { return false };
        entry.offered.as_ref().is_some_and(|o| o.is_locked() && normal(field, &o.value) != normal(field, &entry.answer.value))
    }
}

fn typed(value: Value, superseded: Option<Value>) -> Answer {
    Answer { value, origin: Origin::Typed, superseded }
}

/// Whether what was offered before is to be kept against a source of this level.
fn outranks(offered: &Answer, source: &str, level: TrustLevel) -> bool {
    matches!(&offered.origin, Origin::Source { source: s, level: l, .. } if s != source && *l <= level)
}

/// Whether a drafted value has a shape that the field takes, under whatever answers.
fn fits_now_or_then(field: &Field, value: &Value) -> bool {
    fits(field, value) || field.variants.iter().any(|variant| fits(variant, value))
}

/// Whether a drafted value still has the shape that the field takes; a choice that is no longer offered does not.
fn fits(field: &Field, value: &Value) -> bool {
    let offered = |options: &[super::field::Choice], v: &Value| options.iter().any(|o| o.value == *v);
    match &field.kind {
        _ if value.is_null() => true,
        Kind::Text | Kind::LongText | Kind::Email | Kind::Uri | Kind::Identifier(_) | Kind::Certificate | Kind::Date | Kind::Time { .. } | Kind::DateTime => {
            value.is_string()
        }
        Kind::DateRange(_) | Kind::Address(_) => is_parts(&field.kind, value),
        Kind::Number { .. } | Kind::Money => value.is_number() || value.is_string(),
        Kind::YesNo | Kind::Declaration => value.is_boolean(),
        Kind::Choice { options, .. } => offered(options, value),
        Kind::MultiChoice { options } => value.as_array().is_some_and(|list| list.iter().all(|v| offered(options, v))),
        Kind::File { many: true, .. } => value.is_array(),
        Kind::File { .. } | Kind::Signature => value.is_string() || value.is_object(),
        Kind::Repeat { fields, .. } => value.as_array().is_some_and(|list| fields.is_plain() || list.iter().all(Value::is_object)),
        Kind::Group { listed: false, .. } => value.is_object(),
        Kind::Group { listed: true, .. } => value.is_array(),
        Kind::ReadOnly => false,
    }
}
