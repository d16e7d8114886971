//! When something is asked: `x-visible-when`, and what `if`, `dependentSchemas` and alternatives of groups make conditional.

use super::check::Patterns;
use super::expression::Expression;
use super::pointer::Pointer;
use super::schema::Schema;
use crate::model::date::Date;
use serde_json::Value;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// A condition over a form's data, inside a list over the item; cheap to clone.
#[derive(Debug, Clone)]
pub enum Condition {
    Expression(Expression),
    /// What is at the place is as a part of the schema says, as `if` asks. Nothing there is taken for an empty group.
    Holds(Arc<Holding>),
    /// `dependentSchemas`: there is an answer.
    Answered(Pointer),
    /// An alternative was chosen.
    Is(Pointer, Value),
    Not(Arc<Condition>),
    All(Arc<[Condition]>),
    Any(Arc<[Condition]>),
}

/// A part of the schema, and the place that it is held against.
#[derive(Debug)]
pub struct Holding {
    pub(super) at: Pointer,
    pub(super) part: Part,
    /// What it looks at.
    pub(super) reads: Vec<Pointer>,
}

/// A node of the whole schema.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) schema: Arc<Schema>,
    pub(super) node: usize,
    pub(super) patterns: Matcher,
}

/// The regular expressions of wherever the form is used, once it has said so; until then patterns hold nothing against anybody.
#[derive(Clone, Default)]
pub(super) struct Matcher(pub(super) Arc<OnceLock<Arc<dyn Patterns + Send + Sync>>>);

impl Part {
    pub(super) fn holds(&self, value: &Value) -> bool {
        self.schema.holds(self.node, value, &self.patterns)
    }
}

impl Condition {
    /// Whether it holds on a day.
    pub fn holds(&self, data: &Value, today: Date) -> bool {
        match self {
            Self::Expression(expression) => expression.truthy(data, today),
            Self::Holds(holding) => match holding.at.get(data) {
                Some(value) => holding.part.holds(value),
                None => holding.part.holds(&Value::Object(Default::default())),
            },
            Self::Answered(place) => place.get(data).is_some(),
            Self::Is(place, value) => place.get(data) == Some(value),
            Self::Not(inner) => !inner.holds(data, today),
            Self::All(all) => all.iter().all(|c| c.holds(data, today)),
            Self::Any(any) => any.iter().any(|c| c.holds(data, today)),
        }
    }

    /// The places of the data that it rests on.
    pub fn reads(&self) -> Vec<&Pointer> {
        match self {
            Self::Expression(expression) => expression.reads().iter().collect(),
            Self::Holds(holding) => holding.reads.iter().collect(),
            Self::Answered(place) | Self::Is(place, _) => vec![place],
            Self::Not(inner) => inner.reads(),
            Self::All(list) | Self::Any(list) => list.iter().flat_map(Condition::reads).collect(),
        }
    }

    /// The places of which it matters whether they are there at all.
    pub(super) fn rests_on_presence_of(&self) -> Vec<&Pointer> {
        match self {
            Self::Expression(expression) => expression.rests_on_presence_of().iter().collect(),
            Self::Answered(place) => vec![place],
            Self::Holds(_) | Self::Is(..) => Vec::new(),
            Self::Not(inner) => inner.rests_on_presence_of(),
            Self::All(list) | Self::Any(list) => list.iter().flat_map(Condition::rests_on_presence_of).collect(),
        }
    }

    /// Whether what it rests on includes the place, or something in it.
    pub(super) fn rests_on(&self, place: &Pointer) -> bool {
        self.reads().into_iter().any(|read| read.is_within(place) || place.is_within(read))
    }

    pub(super) fn not(self) -> Self {
        Self::Not(Arc::new(self))
    }

    /// This one, where nothing else has to hold.
    pub(super) fn and(self, other: Option<&Condition>) -> Self {
        match other {
            Some(other) => Self::All(Arc::new([other.clone(), self])),
            None => self,
        }
    }

    /// One of several; `None` where one of them is no condition at all, or there are none.
    pub(super) fn any(conditions: Vec<Option<Condition>>) -> Option<Self> {
        let all: Option<Vec<Condition>> = conditions.into_iter().collect();
        let mut all = all?;
        match all.len() {
            0 | 1 => all.pop(),
            _ => Some(Self::Any(all.into())),
        }
    }
}

impl Patterns for Matcher {
    fn matches(&self, pattern: &str, text: &str) -> Option<bool> {
        self.0.get()?.matches(pattern, text)
    }
}

impl fmt::Debug for Matcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Matcher")
    }
}
