//! What several tests of the form engine need.

use miaoban::form::{Answers, Checker, Field, Form, Patterns, Rule};
use miaoban::model::date::Date;
use miaoban::model::prefill::SourcePrefill;
use serde_json::{json, Value};

/// The day these tests happen on.
pub fn today() -> Date {
    Date::new(2026, 11, 23).expect("a day of the calendar")
}

pub fn load(schema: Value) -> Form {
    Form::load("1", &schema).unwrap_or_else(|e| panic!("{e}"))
}

/// A form of these properties, all optional.
pub fn form(properties: Value) -> Form {
    load(json!({"type": "object", "properties": properties}))
}

pub fn field<'a>(form: &'a Form, pointer: &str) -> &'a Field {
    form.field(pointer).unwrap_or_else(|| panic!("no field {pointer}"))
}

/// Answers in which a person typed all of this.
pub fn typed(form: &Form, values: &[(&str, Value)]) -> Answers {
    let mut answers = Answers::new(form);
    for (pointer, value) in values {
        answers.type_in(field(form, pointer), value.clone()).unwrap_or_else(|_| panic!("{pointer} is locked"));
    }
    answers
}

/// One source's answer for one field.
pub fn prefill(source: &str, pointer: &str, value: Value, level: &str, edit: &str) -> SourcePrefill {
    let field = json!({"pointer": pointer, "value": value, "level": level, "edit": edit});
    serde_json::from_value(json!({"source": source, "name": source, "status": "filled", "fields": [field]})).expect("a prefill")
}

/// Patterns as these tests use them: `^…$` around digits `\d{n}`; `(` is invalid.
pub struct Digits;

impl Patterns for Digits {
    fn matches(&self, pattern: &str, text: &str) -> Option<bool> {
        let n: usize = pattern.strip_prefix("^\\d{")?.strip_suffix("}$")?.parse().ok()?;
        Some(text.len() == n && text.bytes().all(|b| b.is_ascii_digit()))
    }
}

/// Patterns as a browser has them.
pub struct Ecma;

impl Patterns for Ecma {
    fn matches(&self, pattern: &str, text: &str) -> Option<bool> {
        Some(regress::Regex::with_flags(pattern, "u").ok()?.find(text).is_some())
    }
}

pub fn checker() -> Checker<'static> {
    Checker { today: today(), patterns: &Digits }
}

/// The pointers and rules of all problems.
pub fn rules(form: &Form, answers: &Answers) -> Vec<(String, Rule)> {
    checker().problems(form, answers).into_iter().map(|p| (p.pointer, p.rule)).collect()
}
