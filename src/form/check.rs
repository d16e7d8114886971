//! Whether what was answered may be submitted. The page and the backend run the same rules.

use super::answers::Answers;
use super::composite;
use super::conform::conform;
use super::field::{Choice, Field, Form, Kind};
use super::pointer::Pointer;
use super::problem::{problem, Problem, Rule, Severity};
use super::schema::is_date_time;
use super::strict::Strict;
use super::text_rules::{is_email, is_web_address};
use super::visibility::{asked_data, submitted};
use super::when::is_normal_time;
use crate::model::date::Date;
use crate::model::identifier::{self, IdentifierFault, IdentifierKind};
use serde_json::Value;
use std::collections::BTreeMap;

/// Matches ECMA-262 patterns: the browser does in the page, whatever is at hand elsewhere.
pub trait Patterns {
    /// Whether the pattern matches somewhere in the text; `None` where the pattern is invalid, which is never held against
    /// the person.
    fn matches(&self, pattern: &str, text: &str) -> Option<bool>;
}

/// Checks answers on a given day.
pub struct Checker<'a> {
    pub today: Date,
    pub patterns: &'a dyn Patterns,
}

/// Answers that may be submitted. Only [`Checker::all`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct ValidForm {
    version: String,
    data: Value,
    provenance: BTreeMap<String, String>,
    warnings: Vec<Problem>,
}

impl ValidForm {
    /// The version of the form that was answered.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What is submitted.
    pub fn data(&self) -> &Value {
        &self.data
    }

    /// JSON Pointer → source, for values nobody changed.
    pub fn provenance(&self) -> &BTreeMap<String, String> {
        &self.provenance
    }

    /// What is worth a second look.
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }
}

impl Checker<'_> {
    /// Every problem, in page order, warnings included.
    pub fn problems(&self, form: &Form, answers: &Answers) -> Vec<Problem> {
        self.checked(form, answers).1
    }

    fn checked(&self, form: &Form, answers: &Answers) -> (Value, Vec<Problem>) {
        let (data, shown) = asked_data(form, answers.all_data(form), self.today);
        let mut problems = Vec::new();
        for (field, _) in form.fields.iter().zip(&shown).filter(|(_, shown)| **shown) {
            match contradiction(field, answers) {
                Some(problem) => problems.push(problem),
                None => self.one(field, &Pointer::root(), &data, &mut problems),
            }
        }
        // What cannot be looked at whole is for the backend to judge.
        let due = submitted(&form.fields, data.clone());
        conform(form, &data, &due, &shown, self.today, self.patterns, &mut problems);
        (due, problems)
    }

    /// Makes answers submittable.
    ///
    /// # Errors
    /// All problems in page order, when at least one of them is an error.
    pub fn all(&self, form: &Form, answers: &Answers) -> Result<ValidForm, Vec<Problem>> {
        let (data, problems) = self.checked(form, answers);
        if problems.iter().any(|p| p.severity == Severity::Error) {
            return Err(problems);
        }
        let told = form.fields.iter().filter(|f| f.pointer.get(&data).is_some());
        let provenance = told.filter_map(|f| Some((f.pointer.as_str().to_owned(), answers.get(f.asked_at().as_str())?.source()?.to_owned()))).collect();
        Ok(ValidForm { version: form.version.clone(), data, provenance, warnings: problems })
    }

    /// Checks submitted data, as a backend does: strictly, without cleaning, and refusing what was not asked.
    ///
    /// # Errors
    /// All problems that are errors.
    pub fn data(&self, form: &Form, data: &Value) -> Result<(), Vec<Problem>> {
        if !data.is_object() {
            return Err(vec![problem(String::new(), Rule::WrongType, None)]);
        }
        let (asked, shown) = asked_data(form, data.clone(), self.today);
        let mut problems = Vec::new();
        for (field, _) in form.fields.iter().zip(&shown).filter(|(_, shown)| **shown) {
            self.one(field, &Pointer::root(), &asked, &mut problems);
        }
        let due = submitted(&form.fields, asked.clone());
        if !conform(form, &asked, &due, &shown, self.today, self.patterns, &mut problems) {
            problems.push(problem(String::new(), Rule::WrongType, None));
        }
        miscomputed(&form.fields, &Pointer::root(), data, &due, &mut problems);
        Strict::new(&form.fields, Pointer::root(), &due).walk(&Pointer::root(), data, &mut problems);
        problems.retain(|p| p.severity == Severity::Error);
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems)
        }
    }

    /// The problems of one field that is asked, in `data` that holds only what is asked.
    fn one(&self, field: &Field, base: &Pointer, data: &Value, problems: &mut Vec<Problem>) {
        let (whole, field) = (field, field.now(data, self.today));
        let pointer = field.pointer.under(base);
        let mut say = |rule: Rule| problems.push(problem(pointer.as_str().to_owned(), rule, Some(field)));
        let Some(value) = field.pointer.get(data).filter(|v| !is_blank(v)) else {
            if whole.is_due(data, self.today) {
                say(if matches!(field.kind, Kind::Declaration) { Rule::MustAgree } else { Rule::Required });
            }
            return;
        };
        if let Some(rule) = self.rule(field, value) {
            return say(rule);
        }
        if let ([_, ..], Value::Object(members)) = (field.kind.parts(), value) {
            composite::check(field, members, &pointer, problems);
        }
        match (&field.kind, value) {
            (Kind::Group { fields, .. }, group) => self.inner(fields, &pointer, group, problems),
            (Kind::Repeat { fields, .. }, Value::Array(items)) => {
                for (at, item) in items.iter().enumerate() {
                    let base = pointer.child(&at.to_string());
                    if item.is_object() || fields.is_plain() {
                        self.inner(fields, &base, item, problems);
                    } else {
                        problems.push(problem(base.as_str().to_owned(), Rule::WrongType, Some(field)));
                    }
                }
            }
            _ => {}
        }
    }

    fn inner(&self, fields: &[Field], base: &Pointer, item: &Value, problems: &mut Vec<Problem>) {
        for inner in fields.iter().filter(|f| f.visible_when.as_ref().is_none_or(|c| c.holds(item, self.today))) {
            self.one(inner, base, item, problems);
        }
    }

    /// The first rule that a value that is there does not follow.
    fn rule(&self, field: &Field, value: &Value) -> Option<Rule> {
        let text = |then: &dyn Fn(&str) -> Option<Rule>| match value.as_str() {
            Some(text) => then(text).or_else(|| self.text(field, text)),
            None => Some(Rule::WrongType),
        };
        match &field.kind {
            Kind::Text | Kind::LongText | Kind::Certificate => text(&|_| None),
            Kind::Email => text(&|t| (!is_email(t)).then_some(Rule::NotAnEmail)),
            Kind::Uri => text(&|t| (!is_web_address(t)).then_some(Rule::NotAUri)),
            Kind::Date => text(&|t| Date::parse(t).is_none().then_some(Rule::NotADate)),
            Kind::Time { zoned } => text(&|t| (!is_normal_time(t, *zoned)).then_some(Rule::NotATime)),
            Kind::DateTime => text(&|t| (!is_date_time(t)).then_some(Rule::NotADateTime)),
            Kind::DateRange(_) | Kind::Address(_) => (!value.is_object()).then_some(Rule::WrongType),
            Kind::Identifier(kind) => text(&|t| self.identifier(*kind, t)),
            Kind::Number { integer } => number(field, value, *integer),
            Kind::Money => number(field, value, false),
            Kind::YesNo => (!value.is_boolean()).then_some(Rule::WrongType),
            Kind::Declaration => match value {
                Value::Bool(true) => None,
                Value::Bool(false) => Some(Rule::MustAgree),
                _ => Some(Rule::WrongType),
            },
            Kind::Choice { options, .. } => (!offers(options, value)).then_some(Rule::NotAChoice),
            Kind::MultiChoice { options } => list(field, value, &|v| offers(options, v)),
            Kind::File { many: true, .. } => list(field, value, &Value::is_string),
            Kind::File { .. } | Kind::Signature => (!value.is_string()).then_some(Rule::WrongType),
            Kind::Repeat { .. } => list(field, value, &|_| true),
            Kind::Group { listed: false, .. } => (!value.is_object()).then_some(Rule::WrongType),
            Kind::Group { listed: true, .. } => list(field, value, &|_| true),
            Kind::ReadOnly => None,
        }
    }

    fn identifier(&self, kind: IdentifierKind, text: &str) -> Option<Rule> {
        let fault = match identifier::check(kind, text) {
            Ok(known) => known.birth.is_some_and(|b| b > self.today).then_some(IdentifierFault::Date),
            Err(fault) => Some(fault),
        };
        fault.map(|fault| Rule::Identifier(kind, fault))
    }

    fn text(&self, field: &Field, text: &str) -> Option<Rule> {
        let length = text.chars().count();
        let limits = &field.limits;
        if let Some(least) = limits.min_length.filter(|n| length < *n) {
            return Some(Rule::TooShort(least));
        }
        if let Some(most) = limits.max_length.filter(|n| length > *n) {
            return Some(Rule::TooLong(most));
        }
        let pattern = limits.pattern.as_deref()?;
        (self.patterns.matches(pattern, text) == Some(false)).then_some(Rule::Pattern)
    }
}

fn contradiction(field: &Field, answers: &Answers) -> Option<Problem> {
    answers.contradicted(field).then(|| problem(field.pointer.as_str().to_owned(), Rule::NotAsOnRecord, Some(field)))
}

/// What was submitted for computed fields and is not what they come to.
fn miscomputed(fields: &[Field], base: &Pointer, data: &Value, asked: &Value, problems: &mut Vec<Problem>) {
    for field in fields {
        let (Some(said), due) = (field.pointer.get(data), field.pointer.get(asked)) else { continue };
        let pointer = field.pointer.under(base);
        if field.computed.is_some() && due.is_some_and(|due| !same(said, due)) {
            problems.push(problem(pointer.as_str().to_owned(), Rule::Miscomputed, Some(field)));
        }
        match (&field.kind, said, due) {
            (Kind::Repeat { fields, .. }, Value::Array(said), Some(Value::Array(due))) => {
                for (at, (said, due)) in said.iter().zip(due).enumerate() {
                    miscomputed(fields, &pointer.child(&at.to_string()), said, due, problems);
                }
            }
            (Kind::Group { fields, .. }, said, Some(due)) => miscomputed(fields, &pointer, said, due, problems),
            _ => {}
        }
    }
}

/// Equal as JSON Schema has it: 1 and 1.0 are one number.
fn same(one: &Value, other: &Value) -> bool {
    one == other || one.as_f64().zip(other.as_f64()).is_some_and(|(one, other)| one == other)
}

/// No answer, though something is there: a backend must not take blanks for one.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(s) => s.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn number(field: &Field, value: &Value, integer: bool) -> Option<Rule> {
    let Some(number) = value.as_f64() else {
        return Some(if value.is_string() { Rule::NotANumber } else { Rule::WrongType });
    };
    if integer && number.fract() != 0.0 {
        return Some(Rule::NotAnInteger);
    }
    let limits = &field.limits;
    limits.minimum.filter(|n| number < *n).map(Rule::TooSmall).or_else(|| limits.maximum.filter(|n| number > *n).map(Rule::TooLarge))
}

fn list(field: &Field, value: &Value, fits: &dyn Fn(&Value) -> bool) -> Option<Rule> {
    let Value::Array(items) = value else { return Some(Rule::WrongType) };
    if !items.iter().all(fits) {
        return Some(if matches!(field.kind, Kind::MultiChoice { .. }) { Rule::NotAChoice } else { Rule::WrongType });
    }
    let limits = &field.limits;
    limits.min_items.filter(|n| items.len() < *n).map(Rule::TooFew).or_else(|| limits.max_items.filter(|n| items.len() > *n).map(Rule::TooMany))
}

fn offers(options: &[Choice], value: &Value) -> bool {
    options.iter().any(|o| o.value == *value)
}
