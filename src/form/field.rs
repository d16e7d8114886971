//! What a form is made of, once its schema has been read.

use super::expression::Expression;
use super::pointer::Pointer;
use super::schema::Schema;
use crate::model::identifier::IdentifierKind;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A form, ready to be asked. Made by [`Form::load`] only, so its parts agree with one another.
#[derive(Debug, Clone)]
pub struct Form {
    pub version: String,
    pub title: Option<String>,
    /// In page order; every field is in exactly one.
    pub sections: Vec<Section>,
    /// In page order.
    pub fields: Vec<Field>,
    pub(super) by_pointer: BTreeMap<String, usize>,
    /// The whole schema, for what is more than a matter of one field.
    pub(super) schema: Arc<Schema>,
}

impl Form {
    /// The field at a pointer of the form's data; fields inside a repeat are found with [`Self::field_at`].
    pub fn field(&self, pointer: &str) -> Option<&Field> {
        self.fields.get(self.index_of(pointer)?)
    }

    /// Its place in page order.
    pub fn index_of(&self, pointer: &str) -> Option<usize> {
        self.by_pointer.get(pointer).copied()
    }

    /// The field of the page that a pointer names or leads into: of `/shareholders/0/name`, `/shareholders`.
    pub fn field_around(&self, pointer: &str) -> Option<&Field> {
        let mut pointer = pointer;
        loop {
            if let Some(field) = self.field(pointer) {
                return Some(field);
            }
            pointer = pointer.rsplit_once('/')?.0;
        }
    }

    /// The field that a problem's pointer names, looking into repeats: `/shareholders/0/name`.
    pub fn field_at(&self, pointer: &str) -> Option<&Field> {
        self.field(pointer).or_else(|| inside(&self.fields, pointer))
    }
}

fn inside<'a>(fields: &'a [Field], pointer: &str) -> Option<&'a Field> {
    fields.iter().find_map(|field| {
        let rest = pointer.strip_prefix(field.pointer.as_str())?;
        if rest.is_empty() {
            return Some(field);
        }
        let Kind::Repeat { fields, .. } = &field.kind else { return None };
        let item = rest.strip_prefix('/')?;
        let at = item.find('/')?;
        item.get(..at)?.parse::<usize>().ok()?;
        inside(fields, item.get(at..)?)
    })
}

/// A group of fields under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub id: String,
    /// Empty for the implied last section of fields that no section names: it has no heading.
    pub title: String,
    pub hint: Option<String>,
    /// Places in [`Form::fields`].
    pub fields: Vec<usize>,
}

/// One question.
#[derive(Debug, Clone)]
pub struct Field {
    /// Where its answer goes in the form's data; inside a repeat, in the item.
    pub pointer: Pointer,
    pub label: String,
    pub hint: Option<String>,
    pub kind: Kind,
    /// Must be answered when it is asked; see [`Self::within`] for the one exception.
    pub required: bool,
    /// The nearest group that may be left out as a whole: while nothing in it is answered, `required` does not hold
    /// (JSON Schema: `required` binds the members of an object that is there).
    pub within: Option<Pointer>,
    /// The source (certificate or registry) that is expected to fill it.
    pub source: Option<String>,
    /// Asked only while this holds; evaluated over the form's data, inside a repeat over the item.
    pub visible_when: Option<Expression>,
    /// Its answer, made of others; never typed.
    pub computed: Option<Expression>,
    /// Among the fields with a condition or a computation beside it, the place at which it is settled: after all that it reads.
    pub(super) turn: usize,
    /// Its place in the schema.
    pub(super) place: Pointer,
    pub limits: Limits,
    /// The schema's own words, by JSON Schema keyword (`required`, `pattern`, `format` …).
    pub messages: BTreeMap<String, String>,
    /// A token of the HTML `autocomplete` attribute.
    pub autocomplete: Option<String>,
    pub placeholder: Option<String>,
    /// Only a source can answer it.
    pub read_only: bool,
    pub default: Option<Value>,
    /// Whether approval rests on it (主审要件), for files.
    pub material: Option<Material>,
    /// Its place in [`Form::fields`], or in its repeat.
    pub index: usize,
}

/// 容缺: a main material must be there, a secondary one may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Material {
    Main,
    Secondary,
}

/// What a schema allows. Lengths count Unicode scalar values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Limits {
    pub min_length: Option<usize>,
    pub max_length: Option<usize>,
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
    /// ECMA-262, as JSON Schema says; matched by whoever implements [`Patterns`](super::Patterns).
    pub pattern: Option<String>,
    pub min_items: Option<usize>,
    pub max_items: Option<usize>,
}

/// What kind of answer a field takes; the one thing that decides which component draws it.
#[derive(Debug, Clone)]
pub enum Kind {
    Text,
    LongText,
    Email,
    Uri,
    Identifier(IdentifierKind),
    Number {
        integer: bool,
    },
    /// An amount in yuan.
    Money,
    YesNo,
    /// Must be agreed to: only `true` is an answer.
    Declaration,
    /// `YYYY-MM-DD`.
    Date,
    Choice {
        options: Vec<Choice>,
        long: bool,
    },
    MultiChoice {
        options: Vec<Choice>,
    },
    /// Attachments by id; while the person is on the page an answer may be the whole `{id,name,size,type}`.
    File {
        accept: Vec<String>,
        max_bytes: u64,
        many: bool,
    },
    /// A list of items with the same fields, whose pointers start at the item.
    Repeat {
        fields: Vec<Field>,
        item_title: String,
    },
    /// Shown, never asked.
    ReadOnly,
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub value: Value,
    pub title: String,
}

/// A form definition that cannot be used, and where it is wrong. For the maintainer, in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinitionProblem {
    /// JSON Pointer into the schema.
    pub pointer: String,
    pub reason: String,
}

impl DefinitionProblem {
    pub(super) fn new(pointer: &Pointer, reason: impl Into<String>) -> Self {
        Self { pointer: pointer.as_str().to_owned(), reason: reason.into() }
    }
}

impl std::fmt::Display for DefinitionProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} (at \"{}\")", self.reason, self.pointer)
    }
}
