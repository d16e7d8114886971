//! "18 items, 16 filled for you, 2 to go".

use super::answers::{Answers, Origin};
use super::field::{Form, Kind};
use super::visibility::asked_data;
use crate::model::date::Date;

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
    for (field, _) in form.fields.iter().zip(shown).filter(|(field, shown)| *shown && field.computed.is_none()) {
        let answer = answers.get(field.pointer.as_str()).filter(|_| field.pointer.get(&data).is_some());
        match answer.map(|a| &a.origin) {
            Some(Origin::Source { .. }) => count.filled_by_sources += 1,
            Some(Origin::Typed) => count.typed += 1,
            Some(Origin::Default) => count.suggested += 1,
            None if field.is_required_in(&data) && !matches!(field.kind, Kind::ReadOnly) => count.open += 1,
            None => continue,
        }
        count.total += 1;
    }
    count
}
