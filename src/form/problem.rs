//! What can be wrong with an answer, as data; [`super::sentence()`] puts it into words.

use super::field::Field;
use crate::model::identifier::{IdentifierFault, IdentifierKind};

/// What is wrong with one answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// JSON Pointer into the form's data; inside repeats with the item's index.
    pub pointer: String,
    pub rule: Rule,
    pub severity: Severity,
    /// The schema's own words for it.
    pub message: Option<String>,
}

/// Whether it keeps the form from being submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    Error,
    /// Worth a second look, and no more.
    Warning,
}

/// The rule that an answer does not follow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    Required,
    TooShort(usize),
    TooLong(usize),
    TooSmall(f64),
    TooLarge(f64),
    /// Not above an exclusive minimum.
    Above(f64),
    /// Not below an exclusive maximum.
    Below(f64),
    NotAMultiple(f64),
    NotANumber,
    NotAnInteger,
    Pattern,
    NotAChoice,
    TooFew(usize),
    TooMany(usize),
    /// Two items of a list are equal.
    Twice,
    /// A declaration that was not agreed to.
    MustAgree,
    NotADate,
    NotATime,
    NotADateTime,
    /// The end of a range that is before its start.
    EndsBefore,
    NotAnEmail,
    NotAUri,
    Identifier(IdentifierKind, IdentifierFault),
    WrongType,
    /// A locked source says otherwise; the backend would refuse the submission.
    NotAsOnRecord,
    /// Another keyword of JSON Schema.
    Other(&'static str),
    /// Submitted for a computed field, and not what it comes to.
    Miscomputed,
    /// Submitted though the form does not ask for it: unknown, or hidden by its condition.
    NotAsked,
}

impl Rule {
    /// The JSON Schema keyword that it stands for, by which `x-messages` names it.
    pub fn keyword(self) -> &'static str {
        match self {
            Rule::Required => "required",
            Rule::TooShort(_) => "minLength",
            Rule::TooLong(_) => "maxLength",
            Rule::TooSmall(_) => "minimum",
            Rule::TooLarge(_) => "maximum",
            Rule::Above(_) => "exclusiveMinimum",
            Rule::Below(_) => "exclusiveMaximum",
            Rule::NotAMultiple(_) => "multipleOf",
            Rule::Twice => "uniqueItems",
            Rule::Other(keyword) => keyword,
            Rule::NotANumber | Rule::NotAnInteger | Rule::WrongType => "type",
            Rule::Pattern => "pattern",
            Rule::NotAChoice => "enum",
            Rule::TooFew(_) => "minItems",
            Rule::TooMany(_) => "maxItems",
            Rule::MustAgree => "const",
            Rule::NotADate | Rule::NotATime | Rule::NotADateTime | Rule::NotAnEmail | Rule::NotAUri | Rule::Identifier(..) => "format",
            // Not of JSON Schema itself, but what validators that compare dates call it.
            Rule::EndsBefore => "formatMinimum",
            Rule::NotAsOnRecord => "x-source",
            Rule::Miscomputed => "x-computed",
            Rule::NotAsked => "additionalProperties",
        }
    }

    /// Codes of some real companies fail the check digit of GB 32100: that one fault never blocks.
    pub fn severity(self) -> Severity {
        match self {
            Rule::Identifier(IdentifierKind::Uscc, IdentifierFault::CheckDigit) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

pub(super) fn problem(pointer: String, rule: Rule, field: Option<&Field>) -> Problem {
    let message = field.and_then(|f| f.messages.get(rule.keyword())).cloned();
    Problem { pointer, rule, severity: rule.severity(), message }
}
