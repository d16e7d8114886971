//! Which alternative of a group applies, where no member of the group tells: the person is asked, and data that is there already answers.

use super::condition::Part;
use super::pointer::Pointer;
use serde_json::Value;

/// The alternatives of a group.
#[derive(Debug)]
pub struct Alternatives {
    pub(super) at: Pointer,
    pub(super) all: Vec<Alternative>,
}

#[derive(Debug)]
pub(super) struct Alternative {
    pub(super) part: Option<Part>,
    /// Its own members.
    pub(super) members: Vec<String>,
}

impl Alternatives {
    /// The alternative that data speaks for: the first that it fits, or else the one most of whose members are there.
    pub(super) fn told_by(&self, data: &Value) -> Option<Value> {
        let group = self.at.get(data)?.as_object()?;
        let there = |a: &Alternative| a.members.iter().filter(|m| group.contains_key(*m)).count();
        let known = self.all.iter().enumerate().filter(|(_, a)| there(a) > 0);
        let whole = Value::Object(group.clone());
        let fits = known.clone().find(|(_, a)| a.part.as_ref().is_some_and(|part| part.holds(&whole)));
        // Of equals the first: `max_by_key` would take the last.
        let most = || known.rev().max_by_key(|(_, a)| there(a));
        fits.or_else(most).map(|(at, _)| Value::from(at))
    }
}
