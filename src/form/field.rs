//! What a form is made of, once its schema has been read.

use super::choosing::Alternatives;
use super::condition::{Condition, Matcher};
use super::expression::Expression;
use super::items::Items;
use super::migrate::Migration;
use super::pointer::Pointer;
use super::schema::Schema;
use super::Patterns;
use crate::model::date::Date;
use crate::model::identifier::IdentifierKind;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A form, ready to be asked. Made by [`Form::load`] only, so its parts agree with one another.
#[derive(Debug, Clone)]
pub struct Form {
    pub version: String,
    pub title: Option<String>,
    /// Whether a page for all its questions is too long, so that each section gets one.
    pub is_paged: bool,
    /// In page order; every field is in exactly one.
    pub sections: Vec<Section>,
    /// In page order.
    pub fields: Vec<Field>,
    pub(super) by_pointer: BTreeMap<String, usize>,
    /// The ways from earlier versions, oldest first.
    pub(super) migrations: Vec<Migration>,
    /// The whole schema, for what is more than a matter of one field.
    pub(super) schema: Arc<Schema>,
    pub(super) patterns: Matcher,
}

impl Form {
    /// Hands over the regular expressions that `if` and alternatives ask for; those of the first who does stay.
    pub fn match_with(&self, patterns: Arc<dyn Patterns + Send + Sync>) {
        let _ = self.patterns.0.set(patterns);
    }

    /// The field at a pointer of the form's data; fields inside a repeat are found with [`Self::field_at`].
    pub fn field(&self, pointer: &str) -> Option<&Field> {
        self.fields.get(self.index_of(pointer)?)
    }

    /// Its place in page order.
    pub fn index_of(&self, pointer: &str) -> Option<usize> {
        self.by_pointer.get(pointer).copied()
    }

    /// Whether any question is asked under a condition.
    pub fn is_conditional(&self) -> bool {
        self.fields.iter().any(Field::is_ruled)
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

    /// The field that a pointer names a member of: of `/period/to`, the range `/period`.
    pub fn field_of_part(&self, pointer: &str) -> Option<&Field> {
        let (outer, _) = pointer.rsplit_once('/')?;
        self.field_at(outer).filter(|field| !field.kind.parts().is_empty())
    }

    /// The field that a problem's pointer names, looking into repeats: `/shareholders/0/name`.
    pub fn field_at(&self, pointer: &str) -> Option<&Field> {
        self.field(pointer).or_else(|| inside(&self.fields, pointer, 0))
    }
}

impl Kind {
    /// The members of an object that is asked as one question; none for all other kinds.
    pub fn parts(&self) -> &[Part] {
        match self {
            Kind::DateRange(ends) => ends,
            Kind::Address(parts) => parts,
            _ => &[],
        }
    }
}

/// Deepest that is looked into: whoever names a place need not have answers so deep.
const MAX_INSIDE: usize = 64;

fn inside<'a>(fields: &'a [Field], pointer: &str, depth: usize) -> Option<&'a Field> {
    if depth > MAX_INSIDE {
        return None;
    }
    fields.iter().find_map(|field| {
        let rest = pointer.strip_prefix(field.pointer.as_str())?;
        if rest.is_empty() {
            return Some(field);
        }
        match &field.kind {
            Kind::Group { fields, .. } => inside(fields, rest, depth + 1),
            Kind::Repeat { fields, .. } => {
                let item = rest.strip_prefix('/')?;
                let at = item.find('/').unwrap_or(item.len());
                item.get(..at)?.parse::<usize>().ok()?;
                inside(fields, item.get(at..)?, depth + 1)
            }
            _ => None,
        }
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
    /// Must be answered while this holds.
    pub required_when: Option<Condition>,
    /// What it is instead while a condition of theirs holds; the first one counts.
    pub variants: Vec<Field>,
    /// The question which alternative of a group applies, which is no part of what is submitted.
    pub choosing: Option<Arc<Alternatives>>,
    /// The nearest group that may be left out as a whole: while nothing in it is answered, `required` does not hold
    /// (JSON Schema: `required` binds the members of an object that is there).
    pub within: Option<Pointer>,
    /// The source (certificate or registry) that is expected to fill it.
    pub source: Option<String>,
    /// Asked only while this holds; evaluated over the form's data, inside a repeat over the item.
    pub visible_when: Option<Condition>,
    /// Its answer, made of others; never typed.
    pub computed: Option<Expression>,
    /// `x-same-as`: it is asked at another place, whose answer it takes; never shown.
    pub same_as: Option<Pointer>,
    /// `x-used-by`: who uses the answer, by name, where that is more than one.
    pub used_by: Vec<String>,
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
    /// What an answer looks like (`examples`), where it is written.
    pub example: Option<String>,
    /// Only a source can answer it.
    pub read_only: bool,
    pub default: Option<Value>,
    /// What the backend is asked about an answer, once it keeps the rules of the form.
    pub check: Option<RemoteCheck>,
    /// Whether approval rests on it (主审要件), for files.
    pub material: Option<Material>,
    /// Its place in [`Form::fields`], or in its repeat.
    pub index: usize,
}

/// A check that only the backend can make (`x-check`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoteCheck {
    /// By which the backend knows it.
    pub name: String,
    /// Other answers that it needs to know, by pointer; no others are sent.
    pub with: Vec<Pointer>,
    /// The group that these pointers are seen from.
    pub at: Pointer,
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
    /// What tells a person's certificates of one source apart: picked from those that the source offers, typed where it offers none.
    Certificate,
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
    /// `HH:MM`; where `zoned`, an RFC 3339 full-time: see [`when`](super::when).
    Time {
        zoned: bool,
    },
    /// RFC 3339.
    DateTime,
    /// An object of two dates, asked as one question; the second is not before the first.
    DateRange([Part; 2]),
    /// An object of names, from the widest division down to what is typed, with their codes where the schema has a place for them.
    Address(Vec<Part>),
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
    /// An attachment that is drawn or typed on the page: a PNG.
    Signature,
    /// A list of items with the same fields, whose pointers start at the item.
    Repeat {
        fields: Items,
        item_title: String,
        /// `x-ordered`: the person may move items.
        ordered: bool,
    },
    /// A group that is answered as one: a definition that nests in itself, added when there is something to say, or a list whose places
    /// each have a meaning of their own (`prefixItems`).
    Group {
        fields: Items,
        /// A list of places rather than an object of members.
        listed: bool,
    },
    /// Shown, never asked.
    ReadOnly,
}

/// A member of an object that is asked as one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub key: String,
    /// What the schema calls it; where it says nothing, the component does.
    pub title: Option<String>,
    /// Must be answered once the object is.
    pub required: bool,
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

impl Field {
    /// What it is under the answers of the moment: itself, or one of its variants.
    pub fn now(&self, data: &Value, today: Date) -> &Field {
        self.variant(data, today).and_then(|at| self.variants.get(at)).unwrap_or(self)
    }

    /// The place among its variants of the one that it is under the answers of the moment.
    pub(super) fn variant(&self, data: &Value, today: Date) -> Option<usize> {
        self.variants.iter().position(|v| v.visible_when.as_ref().is_none_or(|c| c.holds(data, today)))
    }

    /// Whether it must be answered, given what else is: see [`Field::within`].
    pub fn is_required_in(&self, data: &Value, today: Date) -> bool {
        self.is_needed(data, today) && self.within.as_ref().is_none_or(|group| group.get(data).is_some())
    }

    fn is_needed(&self, data: &Value, today: Date) -> bool {
        self.required || self.required_when.as_ref().is_some_and(|c| c.holds(data, today))
    }

    /// Whether it is marked as one to answer: it must be, now or as soon as the group is there that it is in.
    pub fn is_marked(&self, data: &Value, today: Date) -> bool {
        self.is_needed(data, today) || !self.variants.is_empty() && self.now(data, today).is_needed(data, today)
    }

    /// Whether it must be answered as what it is now.
    pub fn is_due(&self, data: &Value, today: Date) -> bool {
        self.is_required_in(data, today) || !self.variants.is_empty() && self.now(data, today).is_required_in(data, today)
    }

    /// What decides about it: whether it is asked, what it is and what it comes to.
    pub(super) fn ruled_by(&self) -> impl Iterator<Item = Vec<&Pointer>> {
        let conditions = self.visible_when.iter().chain(self.variants.iter().filter_map(|v| v.visible_when.as_ref())).map(Condition::reads);
        conditions.chain(self.computed.iter().map(|e| e.reads().iter().collect()))
    }

    /// The places of which it matters, for what decides about it, whether they are there at all.
    pub(super) fn rests_on_presence_of(&self) -> impl Iterator<Item = &Pointer> {
        let conditions = self.visible_when.iter().chain(self.required_when.iter()).chain(self.variants.iter().filter_map(|v| v.visible_when.as_ref()));
        conditions.flat_map(Condition::rests_on_presence_of).chain(self.computed.iter().flat_map(|e| e.rests_on_presence_of()))
    }

    /// Whether anything decides about it but the person.
    pub(super) fn is_ruled(&self) -> bool {
        self.visible_when.is_some() || self.computed.is_some() || !self.variants.is_empty() || self.choosing.is_some()
    }
}
