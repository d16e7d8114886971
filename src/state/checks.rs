//! Checks of single answers that only the backend can make, while a form is being filled. An answer to an earlier question never stands:
//! what was asked is kept beside what was said.

use super::filling::{refused, Filling};
use super::journey::Journey;
use crate::form::{Field, Problem, Severity};
use crate::model::check::{CheckRequest, CheckResult};
use crate::model::order::map_of;
use crate::platform::clock;
use crate::platform::idle::elapsed;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// Submitting waits this long for checks that are under way; the backend checks again anyway.
const PATIENCE_MS: f64 = 5_000.0;
const LOOK_MS: u32 = 50;

/// How far a check is.
#[derive(Debug, Clone, PartialEq)]
pub enum Checked {
    Asking,
    Said(CheckResult),
    /// It could not be asked. That keeps nobody from going on.
    Unknown,
}

#[derive(Debug, Clone, PartialEq)]
struct Standing {
    /// What was asked, as text.
    asked: String,
    state: Checked,
}

/// The checks of one form.
#[derive(Clone, Copy, Default)]
pub struct Checks {
    /// By pointer.
    standing: RwSignal<BTreeMap<String, Standing>>,
    /// What was said before, by name and question.
    said: StoredValue<BTreeMap<String, CheckResult>>,
}

impl Checks {
    /// How far the check of a field is; tracks all of them.
    pub fn of(&self, pointer: &str) -> Option<Checked> {
        self.standing.with(|all| all.get(pointer).map(|s| s.state.clone()))
    }

    /// The answer is another one now: what was said of the last one is over.
    pub fn forget(&self, pointer: &str) {
        if self.standing.try_with_untracked(|all| all.contains_key(pointer)) == Some(true) {
            let _ = self.standing.try_update(|all| drop(all.remove(pointer)));
        }
    }

    fn stands(&self, pointer: &str, asked: &str) -> Option<Checked> {
        self.standing.try_with_untracked(|all| all.get(pointer).filter(|s| s.asked == asked).map(|s| s.state.clone())).flatten()
    }

    fn set(&self, pointer: &str, asked: &str, state: Checked) {
        let _ = self.standing.try_update(|all| all.insert(pointer.to_owned(), Standing { asked: asked.to_owned(), state }));
    }

    fn is_asking(&self) -> bool {
        self.standing.try_with_untracked(|all| all.values().any(|s| s.state == Checked::Asking)).unwrap_or(false)
    }
}

impl Journey {
    /// Has the backend check a field's answer, if it has one that keeps the form's own rules and no source vouches for it.
    pub fn ask_check(&self, field: &Field) {
        let pointer = field.pointer.as_str();
        let Some((name, request)) = question(&self.filling, field) else { return self.checks.forget(pointer) };
        let asked = serde_json::to_string(&request).unwrap_or_default();
        if self.checks.stands(pointer, &asked).is_some_and(|state| state != Checked::Unknown) {
            return;
        }
        let known = format!("{name} {asked}");
        if let Some(said) = self.checks.said.try_with_value(|all| all.get(&known).cloned()).flatten() {
            return self.take_check(pointer, &asked, Checked::Said(said));
        }
        self.checks.set(pointer, &asked, Checked::Asking);
        let (journey, pointer) = (*self, pointer.to_owned());
        spawn_local(async move {
            let answer = journey.client().check_value(&journey.service(), &name, &request).await;
            let state = match answer {
                Ok(said) => {
                    let _ = journey.checks.said.try_update_value(|all| drop(all.insert(known, said.clone())));
                    Checked::Said(said)
                }
                Err(_) => Checked::Unknown,
            };
            // The person may have typed on: then this answers what nobody asks any more.
            if journey.checks.stands(&pointer, &asked).is_some() {
                journey.take_check(&pointer, &asked, state);
            }
        });
    }

    fn take_check(&self, pointer: &str, asked: &str, state: Checked) {
        let problem = refusal(pointer, &state);
        self.checks.set(pointer, asked, state);
        if let Some(problem) = problem {
            self.filling.told(vec![problem]);
        }
    }

    /// Tries a check again that could not be asked.
    pub fn retry_check(&self, pointer: &str) {
        self.checks.forget(pointer);
        self.with_checked(|field| field.pointer.as_str() == pointer, Self::ask_check);
    }

    /// Another language: what was said is asked for anew.
    pub(super) fn recheck(&self) {
        let _ = self.checks.said.try_update_value(BTreeMap::clear);
        let before = self.checks.standing.try_update(std::mem::take).unwrap_or_default();
        self.with_checked(|field| before.contains_key(field.pointer.as_str()), Self::ask_check);
    }

    /// Checks everything, what the backend alone can check included: waits for what is under way, but not for ever. Problems found are
    /// shown; returns whether the form can be submitted.
    pub async fn check_all(&self) -> bool {
        self.with_checked(
            |_| true,
            |journey, field| {
                let is_known = journey.checks.standing.try_with_untracked(|all| all.contains_key(field.pointer.as_str()));
                if is_known == Some(false) {
                    journey.ask_check(field);
                }
            },
        );
        // By the clock: a phone that is busy sleeps longer than it was told.
        let began = elapsed();
        while self.checks.is_asking() && elapsed() - began < PATIENCE_MS {
            clock::sleep(LOOK_MS).await;
        }
        if self.form.try_get_untracked().is_none() {
            return false;
        }
        let is_valid = self.check();
        let standing = self.checks.standing.try_get_untracked().unwrap_or_default();
        let problems: Vec<Problem> = standing.iter().filter_map(|(pointer, s)| refusal(pointer, &s.state)).collect();
        if problems.is_empty() {
            return is_valid;
        }
        self.want();
        self.filling.told(problems);
        false
    }

    fn with_checked(&self, which: impl Fn(&Field) -> bool, then: impl Fn(&Self, &Field)) {
        let Some(form) = self.form.try_get_untracked().flatten() else { return };
        form.fields.iter().filter(|field| field.check.is_some() && which(field)).for_each(|field| then(self, field));
    }
}

/// What is to be asked about a field now.
fn question(filling: &Filling, field: &Field) -> Option<(String, CheckRequest)> {
    let check = field.check.as_ref()?;
    let pointer = field.pointer.as_str();
    if filling.peek(|a| a.get(pointer).is_some_and(|answer| answer.source().is_some()))? {
        return None;
    }
    let broken = filling.valid()?.err().unwrap_or_default();
    if broken.iter().any(|p| p.pointer == pointer && p.severity == Severity::Error) {
        return None;
    }
    let data = untrack(|| filling.data());
    let value = field.pointer.get(&data)?.clone();
    let others = check.with.iter().filter_map(|p| Some((p.as_str().to_owned(), p.under(&check.at).get(&data)?.clone())));
    Some((check.name.clone(), CheckRequest { value, data: map_of(others) }))
}

fn refusal(pointer: &str, state: &Checked) -> Option<Problem> {
    match state {
        Checked::Said(said) if !said.ok => Some(refused(pointer, said.message.clone())),
        _ => None,
    }
}
