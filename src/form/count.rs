//! "18 items, 16 filled for you, 2 to go".

use super::answers::{Answers, Origin};
use super::field::{Field, Form, Kind};
use super::visibility::asked_data;
use crate::model::date::Date;
use serde_json::Value;

/// How far a form is. `total = filled_by_sources + typed + suggested + open`: an optional question that nobody answered is
/// not a thing to do, and a value that is only shown counts when it is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub total: usize,
    pub filled_by_sources: usize,
    pub typed: usize,
    /// Filled with the form's own suggestion.
    pub suggested: usize,
    /// Must be answered and is not.
    pub open: usize,
}

/// Counts what is asked today.
pub fn count(form: &Form, answers: &Answers, today: Date) -> Count {
    let (data, shown) = asked_data(form, answers.all_data(form), today);
    let mut count = Count::default();
    for (field, shown) in form.fields.iter().zip(shown) {
        count.add(Item::of(field, shown, answers, &data, today));
    }
    count
}

/// What one field counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    FilledBySource,
    Typed,
    Suggested,
    Open,
    /// Not asked, computed, or a question that may stay unanswered.
    None,
}

impl Item {
    /// In data that holds only what is asked.
    pub(super) fn of(field: &Field, shown: bool, answers: &Answers, data: &Value, today: Date) -> Self {
        if !shown || field.computed.is_some() {
            return Self::None;
        }
        let answer = answers.get(field.pointer.as_str()).filter(|_| field.pointer.get(data).is_some());
        match answer.map(|a| &a.origin) {
            Some(Origin::Source { .. }) => Self::FilledBySource,
            Some(Origin::Typed) => Self::Typed,
            Some(Origin::Default) => Self::Suggested,
            None if field.is_due(data, today) && !matches!(field.kind, Kind::ReadOnly) => Self::Open,
            None => Self::None,
        }
    }
}

impl Count {
    pub(super) fn add(&mut self, item: Item) {
        if let Some(place) = self.place(item) {
            *place += 1;
            self.total += 1;
        }
    }

    /// Takes back what [`Self::add`] added.
    pub(super) fn remove(&mut self, item: Item) {
        if let Some(place) = self.place(item) {
            *place -= 1;
            self.total -= 1;
        }
    }

    fn place(&mut self, item: Item) -> Option<&mut usize> {
        match item {
            Item::FilledBySource => Some(&mut self.filled_by_sources),
            Item::Typed => Some(&mut self.typed),
            Item::Suggested => Some(&mut self.suggested),
            Item::Open => Some(&mut self.open),
            Item::None => None,
        }
    }
}
