//! One form being filled: its questions, its answers with their provenance, and the problems that are shown. Where answers come from and
//! where they go is for others to know.
//!
//! What is read through here is told of when it changes, and not when something else does: a key in one of a thousand fields redraws one.

use super::telling::Telling;
use crate::form::{is_at_or_in, Answer, Answers, Checker, Count, Current, Field, Form, Locked, Problem, Rule, Severity, ValidForm};
use crate::model::order::{map_of, sorted};
use crate::platform::clock;
use crate::platform::regexp::BrowserPatterns;
use leptos::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// The rule of what only the one who takes the answers has found: no check here will find it again, and it stays until the answer is changed.
pub const REFUSED: Rule = Rule::Other("refused");

/// A form being filled. A handle: copies share everything.
#[derive(Clone, Copy)]
pub struct Filling {
    /// `None` until it is there.
    pub form: RwSignal<Option<Arc<Form>>>,
    answers: StoredValue<Answers>,
    /// What the answers come to; `None` until somebody asks after they changed as a whole.
    current: StoredValue<Option<Current>>,
    problems: StoredValue<BTreeMap<String, Problem>>,
    /// The fields that have any, by index.
    troubled: StoredValue<BTreeSet<usize>>,
    /// Fields that a source filled and the person wants to change.
    pub editing: RwSignal<BTreeSet<String>>,
    /// Whether every question is to be drawn now: somebody looks for one that may not be there yet.
    pub wanted: RwSignal<bool>,
    telling: Telling,
}

impl Default for Filling {
    fn default() -> Self {
        Self {
            form: RwSignal::new(None),
            answers: StoredValue::default(),
            current: StoredValue::default(),
            problems: StoredValue::default(),
            troubled: StoredValue::default(),
            editing: RwSignal::default(),
            wanted: RwSignal::default(),
            telling: Telling::default(),
        }
    }
}

impl Filling {
    /// Takes a form. The first one starts with what it suggests; one that is only told in another language keeps the answers.
    pub fn take(&self, form: Form) {
        form.match_with(Arc::new(BrowserPatterns));
        if self.form.try_with_untracked(Option::is_none).unwrap_or(false) {
            let _ = self.answers.try_update_value(|a| *a = Answers::new(&form));
        }
        let _ = self.current.try_update_value(|c| *c = None);
        let _ = self.form.try_set(Some(Arc::new(form)));
        self.telling.all();
    }

    /// Changes any of the answers: what sources said, what a draft held. `None` where they are gone.
    pub fn change<T>(&self, change: impl FnOnce(&mut Answers) -> T) -> Option<T> {
        let changed = self.answers.try_update_value(change);
        let _ = self.current.try_update_value(|c| *c = None);
        self.telling.all();
        changed
    }

    /// Reads the answers; tracks all of them.
    pub fn read<T>(&self, read: impl FnOnce(&Answers) -> T) -> T {
        self.telling.any();
        self.answers.with_value(read)
    }

    /// Reads the answers for where they come from; tracks that, and which fields are shown, but not each key.
    pub fn origins<T>(&self, read: impl FnOnce(&Answers) -> T) -> T {
        self.telling.layout();
        self.answers.with_value(read)
    }

    /// Reads the answers without tracking them; `None` where they are gone.
    pub fn peek<T>(&self, read: impl FnOnce(&Answers) -> T) -> Option<T> {
        self.answers.try_with_value(read)
    }

    /// Reads the answer at a pointer; tracks that one.
    pub fn answer<T>(&self, pointer: &str, read: impl FnOnce(Option<&Answer>) -> T) -> T {
        self.telling.field(self.index_around(pointer));
        self.answers.with_value(|a| read(a.get(pointer)))
    }

    /// The value of a field as it is shown: what was typed, or what it is computed to; tracks that field.
    pub fn value(&self, field: &Field) -> Value {
        self.telling.field(Some(field.index));
        let pointer = field.pointer.as_str();
        if field.computed.is_some() {
            return self.current(|c| c.data().pointer(pointer).cloned()).flatten().unwrap_or_default();
        }
        self.answers.with_value(|a| a.get(pointer).map_or(Value::Null, |answer| answer.value.clone()))
    }

    /// Which of its variants a field is now; tracks what is shown.
    pub fn variant(&self, field: &Field) -> Option<usize> {
        if field.variants.is_empty() {
            return None;
        }
        self.telling.layout();
        self.current(|c| c.variant(field)).flatten()
    }

    /// The field as it is now: itself, or one of its variants; tracks what is shown.
    pub fn shape<'a>(&self, field: &'a Field) -> &'a Field {
        self.variant(field).and_then(|at| field.variants.get(at)).unwrap_or(field)
    }

    /// Whether a field must be answered now; tracks it where answers decide.
    pub fn is_due(&self, field: &Field) -> bool {
        if field.required_when.is_none() && field.variants.is_empty() {
            return field.required;
        }
        self.telling.any();
        // A group that may be left out is marked by what it needs once it is there.
        self.current(|c| c.is_marked(field)).unwrap_or(field.required)
    }

    /// Takes an answer over from the keyboard. Shown problems of what was changed vanish as one types.
    ///
    /// # Errors
    /// [`Locked`] where only a source can answer; nothing is changed then.
    pub fn type_in(&self, field: &Field, value: Value) -> Result<(), Locked> {
        let settled = self.settled_by(field, &value);
        // What it changes can only be told by what there was.
        self.current(|_| ());
        let origin = |a: &Answers| Origin::of(field, a.get(field.pointer.as_str()));
        let moved = self
            .answers
            .try_update_value(|a| {
                let before = origin(a);
                a.type_in(field, value).map(|()| origin(a) != before)
            })
            .unwrap_or(Err(Locked))?;
        if !settled.is_empty() {
            let _ = self.problems.try_update_value(|shown| settled.iter().for_each(|place| drop(shown.remove(place))));
            self.telling.tell_problems();
        }
        let form = self.form.try_get_untracked().flatten();
        let update = |answers: &Answers| {
            let update = |current: &mut Option<Current>| Some(current.as_mut()?.change(form.as_deref()?, answers, field.index, clock::today()));
            self.current.try_update_value(update).flatten()
        };
        match self.peek(update).flatten() {
            Some(change) => self.telling.change(field.index, &change, moved),
            None => self.telling.all(),
        }
        Ok(())
    }

    /// The shown problems that a new value of a field would leave behind.
    fn settled_by(&self, field: &Field, after: &Value) -> Vec<String> {
        let pointer = field.pointer.as_str();
        self.problems.with_value(|shown| {
            let own = shown.keys().filter_map(|place| Some((place, place.strip_prefix(pointer)?)));
            self.answers.with_value(|answers| {
                let before = answers.get(pointer).map_or(&Value::Null, |answer| &answer.value);
                own.filter(|(_, inside)| !is_as_before(before, after, inside)).map(|(place, _)| place.clone()).collect()
            })
        })
    }

    /// The person left a field: its problem is told now, and those shown elsewhere that this answer has settled are gone.
    pub fn leave(&self, field: &Field) {
        let Some(form) = self.form.try_get_untracked().flatten() else { return };
        let found = self.answers.with_value(|a| checker().problems(&form, a));
        let found: BTreeMap<String, Problem> = map_of(found.into_iter().map(|p| (p.pointer.clone(), p)));
        let mut shown = self.problems.get_value();
        shown.retain(|pointer, problem| problem.rule == REFUSED || found.contains_key(pointer));
        for (pointer, problem) in found {
            // An empty field that one only passed through is told of on submit, not before.
            let is_told = is_at_or_in(&pointer, field.pointer.as_str()) && !matches!(problem.rule, Rule::Required | Rule::MustAgree);
            if is_told || shown.contains_key(&pointer) {
                shown.insert(pointer, problem);
            }
        }
        self.show(shown);
    }

    /// Checks everything. Problems found are shown; returns whether the form can be submitted.
    pub fn check(&self) -> bool {
        let Some(result) = self.valid() else { return false };
        let problems = result.as_ref().err().cloned().unwrap_or_default();
        if !problems.is_empty() {
            self.want();
        }
        self.show(map_of(problems.into_iter().map(|p| (p.pointer.clone(), p))));
        result.is_ok()
    }

    /// Checks what some fields, by index, were answered. Problems found there are shown; returns whether none of them is an error.
    pub fn check_those(&self, fields: &[usize]) -> bool {
        let (Some(form), Some(result)) = (self.form.try_get_untracked().flatten(), self.valid()) else { return false };
        let of = |pointer: &str| form.field_around(pointer).is_some_and(|f| fields.contains(&f.index));
        let mut shown = self.problems.get_value();
        shown.retain(|pointer, _| !of(pointer));
        let found: Vec<Problem> = result.err().unwrap_or_default().into_iter().filter(|p| of(&p.pointer)).collect();
        let is_right = found.iter().all(|p| p.severity != Severity::Error);
        if !is_right {
            self.want();
        }
        shown.extend(found.into_iter().map(|p| (p.pointer.clone(), p)));
        self.show(shown);
        is_right
    }

    /// Has every question drawn: what is to be focused must be there.
    pub fn want(&self) {
        if self.wanted.try_get_untracked() == Some(false) {
            let _ = self.wanted.try_set(true);
        }
    }

    /// Shows what whoever takes the answers has found, beside what is shown already.
    pub fn told(&self, problems: Vec<Problem>) {
        let Some(mut shown) = self.problems.try_get_value() else { return };
        shown.extend(problems.into_iter().map(|p| (p.pointer.clone(), p)));
        self.show(shown);
    }

    /// Shows no problem any more.
    pub fn clear_problems(&self) {
        self.show(BTreeMap::new());
    }

    fn show(&self, problems: BTreeMap<String, Problem>) {
        let changed = self.problems.with_value(|shown| {
            let other = |from: &BTreeMap<String, Problem>, to: &BTreeMap<String, Problem>| {
                from.iter().filter(|(place, problem)| to.get(*place) != Some(problem)).map(|(place, _)| place.clone()).collect::<BTreeSet<_>>()
            };
            let mut changed = other(shown, &problems);
            changed.append(&mut other(&problems, shown));
            changed
        });
        if changed.is_empty() {
            return;
        }
        let troubled = problems.keys().filter_map(|place| self.index_around(place)).collect();
        let _ = self.troubled.try_update_value(|t| *t = troubled);
        let _ = self.problems.try_update_value(|shown| *shown = problems);
        let fields: BTreeSet<usize> = changed.iter().filter_map(|place| self.index_around(place)).collect();
        fields.into_iter().for_each(|index| self.telling.tell_field(index));
        self.telling.tell_problems();
    }

    /// The answers as they may be submitted, or everything that is wrong with them; `None` without a form. Shows nothing.
    pub fn valid(&self) -> Option<Result<ValidForm, Vec<Problem>>> {
        let form = self.form.try_get_untracked().flatten()?;
        self.peek(|a| checker().all(&form, a))
    }

    /// How many items the form has, and who filled them; tracks both.
    pub fn count(&self) -> Count {
        self.form.track();
        self.telling.count();
        self.current(Current::count).unwrap_or_default()
    }

    /// Which fields are shown now, by index; tracks that.
    pub fn visible(&self) -> Vec<bool> {
        self.telling.layout();
        match self.form.with(|form| form.as_ref().filter(|form| !form.is_conditional()).map(|form| form.fields.len())) {
            // What the answers come to can wait.
            Some(all) => vec![true; all],
            None => self.current(|c| c.shown().to_vec()).unwrap_or_default(),
        }
    }

    /// What would be submitted now, computed fields included; tracks the answers.
    pub fn data(&self) -> Value {
        self.form.track();
        self.telling.any();
        let form = self.form.try_get_untracked().flatten();
        form.and_then(|form| self.current(|c| c.submitted(&form))).unwrap_or_default()
    }

    /// Works out what the answers come to before somebody types, who would wait for it.
    pub fn prepare(&self) {
        self.current(|_| ());
    }

    fn current<T>(&self, read: impl FnOnce(&Current) -> T) -> Option<T> {
        let form = self.form.try_get_untracked()??;
        let today = clock::today();
        if self.current.try_with_value(|c| c.as_ref().is_none_or(|c| c.today() != today))? {
            let current = self.peek(|a| Current::new(&form, a, today))?;
            self.current.try_update_value(|c| *c = Some(current))?;
        }
        self.current.try_with_value(|c| c.as_ref().map(read)).flatten()
    }

    /// The shown problem at a pointer; tracks those of its field.
    pub fn problem<T>(&self, pointer: &str, read: impl FnOnce(&Problem) -> T) -> Option<T> {
        self.telling.field(self.index_around(pointer));
        self.problems.with_value(|all| all.get(pointer).map(read))
    }

    /// Whether a field of a range has a shown problem; tracks them.
    pub fn is_troubled(&self, range: &Range<usize>) -> bool {
        self.telling.problems();
        self.troubled.with_value(|all| all.range(range.clone()).next().is_some())
    }

    /// Tracks answers that change without being typed.
    pub fn whole(&self) {
        self.telling.whole();
    }

    /// Shown problems in page order, errors only; tracks them.
    pub fn open_problems(&self) -> Vec<Problem> {
        self.telling.problems();
        self.form.with(|f| {
            let Some(form) = f else { return Vec::new() };
            self.problems.with_value(|problems| {
                let rank = |p: &Problem| form.field_around(&p.pointer).map_or(usize::MAX, |f| f.index) as u64;
                sorted(problems.values().filter(|p| p.severity == Severity::Error).cloned().collect(), rank)
            })
        })
    }

    /// The field that a pointer names or leads into, by index.
    fn index_around(&self, pointer: &str) -> Option<usize> {
        self.form.try_with_untracked(|form| form.as_ref()?.field_around(pointer).map(|field| field.index)).flatten()
    }
}

/// What whoever takes the answers said of one, in their own words.
pub fn refused(pointer: &str, message: Option<String>) -> Problem {
    Problem { pointer: pointer.to_owned(), rule: REFUSED, severity: Severity::Error, message }
}

fn checker() -> Checker<'static> {
    Checker { today: clock::today(), patterns: &BrowserPatterns }
}

/// Where an answer comes from, as far as it decides where a field is shown.
#[derive(PartialEq)]
enum Origin {
    /// A source may still fill it.
    Awaited,
    Own,
    Source(String),
}

impl Origin {
    fn of(field: &Field, answer: Option<&Answer>) -> Self {
        match answer {
            Some(answer) => answer.source().map_or(Self::Own, |source| Self::Source(source.to_owned())),
            None if field.source.is_some() => Self::Awaited,
            None => Self::Own,
        }
    }
}

/// Whether a change of a list left a place inside it as it was: `/0/name`, in a row that is still there. A pointer that only begins alike
/// (`/child` and `/children`) is another field's.
fn is_as_before(before: &Value, after: &Value, inside: &str) -> bool {
    let Some(row) = inside.strip_prefix('/') else { return !inside.is_empty() };
    let row = row.split_once('/').map_or(row, |(row, _)| row);
    let is_there = row.parse::<usize>().is_ok_and(|row| after.get(row).is_some());
    is_there && before.pointer(inside) == after.pointer(inside)
}
