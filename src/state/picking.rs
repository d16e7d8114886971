//! Which of several certificates an application is about: the one that is picked fills what it says.

use super::journey::{Journey, SourceAnswer};
use crate::form::Field;
use crate::model::prefill::SourcePrefill;
use leptos::prelude::*;
use serde_json::Value;

impl Journey {
    /// What a source offers to pick from at a field; tracks the sources.
    pub fn offered<T>(&self, pointer: &str, read: impl FnOnce(&SourcePrefill) -> T) -> Option<T> {
        self.sources.with(|rows| {
            let mut answered = rows.iter().filter_map(|row| match &row.answer {
                SourceAnswer::Answered(prefill) => Some(prefill),
                _ => None,
            });
            answered.find(|prefill| prefill.choice.as_ref().is_some_and(|choice| choice.pointer == pointer)).map(read)
        })
    }

    /// What a source says with the present answer at its choice.
    pub(super) fn as_picked(&self, prefill: SourcePrefill) -> SourcePrefill {
        let Some(choice) = &prefill.choice else { return prefill };
        let answer = self.peek(|a| a.get(&choice.pointer).map(|answer| answer.value.clone())).flatten();
        prefill.picking(&answer.unwrap_or_default())
    }

    /// Takes an answer at a choice: what another certificate had filled goes, what this one says comes. Whether it was one; where
    /// nothing is picked and nothing was, it is an answer like any other.
    pub(super) fn pick(&self, field: &Field, value: &Value) -> bool {
        let Some(before) = untrack(|| self.offered(field.pointer.as_str(), Clone::clone)) else { return false };
        let was_picked = before.is_picked();
        let now = before.picking(value);
        if !was_picked && !now.is_picked() {
            return false;
        }
        let taken = self.change(|answers| {
            answers.forget_source(&now.source);
            let taken = answers.type_in(field, value.clone());
            answers.merge(&now);
            taken
        });
        let source = now.source.clone();
        self.answer_source(&source, SourceAnswer::Answered(now));
        taken.is_some_and(|taken| taken.is_ok())
    }
}
