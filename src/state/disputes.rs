//! Values of sources that a person says are wrong and cannot change: noted, kept in the draft, and sent along.

use super::journey::Journey;
use crate::form::Answer;
use crate::model::application::Dispute;
use crate::model::order::map_of;
use leptos::prelude::*;

impl Journey {
    /// Notes that a source's value is wrong, with what the person says of it; `None` takes the note back.
    pub fn dispute(&self, pointer: &str, note: Option<String>) {
        let Some(source) = self.peek(|a| a.get(pointer).and_then(Answer::source).map(str::to_owned)).flatten() else { return };
        let _ = self.disputes.try_update(|all| match note {
            Some(note) => {
                let note = Some(note.trim().to_owned()).filter(|n| !n.is_empty());
                all.insert(pointer.to_owned(), Dispute { pointer: pointer.to_owned(), source, note });
            }
            None => drop(all.remove(pointer)),
        });
        self.saver.touch();
    }

    /// What was noted of a value; tracks all notes.
    pub fn disputed(&self, pointer: &str) -> Option<Dispute> {
        self.disputes.with(|all| all.get(pointer).cloned())
    }

    /// What is sent along: notes of values that still come from the source they are about.
    pub(super) fn standing_disputes(&self) -> Vec<Dispute> {
        let all = self.disputes.try_get_untracked().unwrap_or_default();
        let stands = |d: &Dispute| self.peek(|a| a.get(&d.pointer).and_then(Answer::source) == Some(d.source.as_str())).unwrap_or(false);
        all.into_values().filter(stands).collect()
    }

    /// Takes up what a draft noted, of fields that the form still has.
    pub(super) fn take_up_disputes(&self, noted: Vec<Dispute>) {
        let known = |d: &Dispute| self.form.try_with_untracked(|f| f.as_ref().is_some_and(|form| form.field(&d.pointer).is_some())).unwrap_or(false);
        let noted = map_of(noted.into_iter().filter(known).map(|d| (d.pointer.clone(), d)));
        let _ = self.disputes.try_set(noted);
    }
}
