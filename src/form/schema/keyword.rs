//! What a compiled schema is made of.

use serde_json::{Number, Value};
use std::collections::BTreeMap;

/// One schema object or boolean.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// JSON Pointer into the document, after URI and `#` in any but the first.
    pub(super) place: String,
    /// The schema resource it belongs to, for the dynamic scope.
    pub(super) resource: usize,
    /// Those that need annotations come last.
    pub(super) keywords: Vec<Keyword>,
    /// Whether it needs to know what its other keywords have evaluated.
    pub(super) unevaluated: bool,
}

/// Where `$ref` or `$dynamicRef` leads.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) node: usize,
    /// For `$dynamicRef` to a dynamic anchor: every resource with that anchor, and its node.
    pub(super) dynamic: Vec<(usize, usize)>,
}

/// A keyword, or several that are applied as one. Numbers of type `usize` are places in the arena unless said otherwise.
#[derive(Debug, Clone)]
pub(super) enum Keyword {
    /// The schema `false`.
    False,
    Type(Types),
    Enum(Vec<Value>),
    Const(Value),
    Bound(Bound, Number),
    MultipleOf(Number),
    Size(Size, usize),
    Pattern(String),
    Format(String),
    UniqueItems,
    Required(Vec<String>),
    DependentRequired(Vec<(String, Vec<String>)>),
    DependentSchemas(BTreeMap<String, usize>),
    PropertyNames(usize),
    Members {
        properties: BTreeMap<String, usize>,
        patterns: BTreeMap<String, usize>,
        additional: Option<usize>,
    },
    Items {
        prefix: Vec<usize>,
        rest: Option<usize>,
    },
    Contains {
        schema: usize,
        least: usize,
        most: Option<usize>,
    },
    AllOf(Vec<usize>),
    AnyOf(Vec<usize>),
    OneOf(Vec<usize>),
    Not(usize),
    If {
        condition: usize,
        then: Option<usize>,
        otherwise: Option<usize>,
    },
    /// A place in the list of targets.
    Ref(usize),
    UnevaluatedItems(usize),
    UnevaluatedProperties(usize),
}

/// A set of the types of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Types(u8);

const TYPES: [&str; 7] = ["null", "boolean", "object", "array", "string", "number", "integer"];

impl Types {
    pub(super) const NONE: Self = Self(0);

    /// Adds a type by its name; `None` where there is no such type.
    pub(super) fn with(self, name: &str) -> Option<Self> {
        TYPES.iter().position(|t| *t == name).map(|at| Self(self.0 | 1 << at))
    }

    /// The names in it.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        TYPES.iter().enumerate().filter(move |(at, _)| self.0 & 1 << at != 0).map(|(_, name)| *name)
    }

    /// Whether the value is of one of them; `3.0` is an integer.
    pub(super) fn fits(self, value: &Value) -> bool {
        let bits = match value {
            Value::Null => 1,
            Value::Bool(_) => 2,
            Value::Object(_) => 4,
            Value::Array(_) => 8,
            Value::String(_) => 16,
            Value::Number(n) if n.as_f64().is_some_and(|n| n.fract() == 0.0) => 96,
            Value::Number(_) => 32,
        };
        self.0 & bits != 0
    }
}

/// What a number is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
}

impl Bound {
    pub(super) const ALL: [Self; 4] = [Self::Minimum, Self::Maximum, Self::ExclusiveMinimum, Self::ExclusiveMaximum];

    /// As JSON Schema names it.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::ExclusiveMinimum => "exclusiveMinimum",
            Self::ExclusiveMaximum => "exclusiveMaximum",
        }
    }
}

/// What is counted: Unicode scalar values of a text, items, or members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    MinLength,
    MaxLength,
    MinItems,
    MaxItems,
    MinProperties,
    MaxProperties,
}

impl Size {
    pub(super) const ALL: [Self; 6] = [Self::MinLength, Self::MaxLength, Self::MinItems, Self::MaxItems, Self::MinProperties, Self::MaxProperties];

    /// As JSON Schema names it.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::MinLength => "minLength",
            Self::MaxLength => "maxLength",
            Self::MinItems => "minItems",
            Self::MaxItems => "maxItems",
            Self::MinProperties => "minProperties",
            Self::MaxProperties => "maxProperties",
        }
    }

    /// Whether the value is within it; what is not counted so always is.
    pub(super) fn fits(self, value: &Value, limit: usize) -> bool {
        match (self, value) {
            (Self::MinLength, Value::String(text)) => text.chars().count() >= limit,
            (Self::MaxLength, Value::String(text)) => text.chars().count() <= limit,
            (Self::MinItems, Value::Array(list)) => list.len() >= limit,
            (Self::MaxItems, Value::Array(list)) => list.len() <= limit,
            (Self::MinProperties, Value::Object(map)) => map.len() >= limit,
            (Self::MaxProperties, Value::Object(map)) => map.len() <= limit,
            _ => true,
        }
    }
}
