//! What a validation came to, as data; nothing here is a sentence for people.

use super::keyword::{Bound, Size, Types};
use crate::form::pointer::push_token;
use serde_json::Number;

/// What a validation came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// In the order of the value's members, at most 1,000.
    pub violations: Vec<Violation>,
    /// Set where validation stopped before its end: then the value counts as invalid, whatever was found.
    pub limit: Option<Limit>,
}

impl Outcome {
    /// Whether the whole value was looked at and breaks nothing.
    pub fn is_valid(&self) -> bool {
        self.violations.is_empty() && self.limit.is_none()
    }
}

/// What validation ran out of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// More than [`MAX_STEPS`](super::MAX_STEPS).
    Steps,
    /// Value and references together nest too deep.
    Depth,
    /// A text longer than [`MAX_TEXT`](super::MAX_TEXT) met a pattern.
    Text,
}

/// One place of the value that breaks one place of the schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Violation {
    /// JSON Pointer into the value.
    pub instance: String,
    /// JSON Pointer into the schema, to the keyword (after its URI and `#` in another document).
    pub schema: String,
    pub broken: Broken,
}

impl Violation {
    /// Where a person would put it right: at the member that is missing rather than at the object that lacks it.
    pub fn field(&self) -> String {
        let mut pointer = self.instance.clone();
        if let Broken::Required(name) | Broken::DependentRequired { name, .. } = &self.broken {
            push_token(&mut pointer, name);
        }
        pointer
    }
}

/// The keyword that is broken, with what a sentence about it needs.
#[derive(Debug, Clone, PartialEq)]
pub enum Broken {
    /// A member that must not be there; the keyword that says so (`additionalProperties`, `items`, …), or `false` for a schema
    /// that is false.
    NotAllowed(&'static str),
    Type(Types),
    Enum,
    Const,
    Bound(Bound, Number),
    MultipleOf(Number),
    Size(Size, usize),
    Pattern(String),
    Format(String),
    /// Two items that are equal.
    UniqueItems(usize, usize),
    Required(String),
    /// `name` must be there because `because` is.
    DependentRequired {
        name: String,
        because: String,
    },
    /// The name of the member that the instance pointer leads to.
    PropertyName,
    /// No item is what the list must contain.
    Contains,
    MinContains(usize),
    MaxContains(usize),
    /// No alternative fits; where just one alternative is of the value's kind, its own violations are told instead.
    AnyOf,
    /// So many alternatives fit instead of one; with none, as for [`Self::AnyOf`].
    OneOf(usize),
    Not,
}

impl Broken {
    /// As JSON Schema names it.
    pub fn keyword(&self) -> &'static str {
        match self {
            Broken::NotAllowed(keyword) => keyword,
            Broken::Type(_) => "type",
            Broken::Enum => "enum",
            Broken::Const => "const",
            Broken::Bound(bound, _) => bound.keyword(),
            Broken::MultipleOf(_) => "multipleOf",
            Broken::Size(size, _) => size.keyword(),
            Broken::Pattern(_) => "pattern",
            Broken::Format(_) => "format",
            Broken::UniqueItems(..) => "uniqueItems",
            Broken::Required(_) => "required",
            Broken::DependentRequired { .. } => "dependentRequired",
            Broken::PropertyName => "propertyNames",
            Broken::Contains => "contains",
            Broken::MinContains(_) => "minContains",
            Broken::MaxContains(_) => "maxContains",
            Broken::AnyOf => "anyOf",
            Broken::OneOf(_) => "oneOf",
            Broken::Not => "not",
        }
    }
}
