//! What a schema says about several fields at once, told at the field where a person can put it right.

use crate::forms::{today, Ecma};
use miaoban::form::{Answers, Checker, Form, Rule};
use serde_json::{json, Value};

const CHECKER: fn() -> Checker<'static> = || Checker { today: today(), patterns: &Ecma };

/// What the page says of typed answers, and what a backend says of the same data.
fn problems(schema: &Value, values: &[(&str, Value)]) -> Vec<(String, Rule)> {
    let form = Form::load("1", schema).expect("loads");
    let mut answers = Answers::new(&form);
    for (pointer, value) in values {
        answers.type_in(form.field(pointer).expect(pointer), value.clone()).expect("can be typed");
    }
    let page: Vec<(String, Rule)> = CHECKER().problems(&form, &answers).into_iter().map(|p| (p.pointer, p.rule)).collect();
    let backend: Vec<(String, Rule)> = match CHECKER().data(&form, &answers.data(&form, today())) {
        Ok(()) => Vec::new(),
        Err(problems) => problems.into_iter().map(|p| (p.pointer, p.rule)).collect(),
    };
    assert_eq!(page, backend, "page and backend must agree about {values:?}");
    page
}

fn told(pointer: &str, rule: Rule) -> (String, Rule) {
    (pointer.to_owned(), rule)
}

/// Guards against keywords that a form carries and nobody checks.
#[test]
fn every_keyword_of_one_field_is_told_there() {
    for (property, value, rule) in [
        (json!({"type": "number", "exclusiveMinimum": 3}), json!(3), Rule::Above(3.0)),
        (json!({"type": "number", "exclusiveMaximum": 3}), json!(3), Rule::Below(3.0)),
        (json!({"type": "number", "multipleOf": 0.01}), json!(1.005), Rule::NotAMultiple(0.01)),
        (json!({"type": "string", "not": {"pattern": "^x"}}), json!("xy"), Rule::Other("not")),
        (json!({"type": "string", "allOf": [{"pattern": "a"}, {"pattern": "b"}]}), json!("a"), Rule::Pattern),
        (json!({"type": "string", "format": "uuid"}), json!("12"), Rule::Other("format")),
        (json!({"type": "string", "format": "time"}), json!("25:00:00Z"), Rule::NotATime),
        (json!({"type": "array", "uniqueItems": true, "items": {"type": "object", "properties": {"a": {}}}}), json!([{"a": "1"}, {"a": "1"}]), Rule::Twice),
        (json!({"type": "array", "items": {"type": "string", "enum": ["a", "b"]}, "contains": {"const": "b"}}), json!(["a"]), Rule::Other("contains")),
    ] {
        let schema = json!({"type": "object", "properties": {"it": property}});
        assert_eq!(problems(&schema, &[("/it", value.clone())]), [told("/it", rule)], "{value}");
    }
}

#[test]
fn what_one_answer_makes_necessary_is_told_where_it_is_missing() {
    let then = json!({
        "type": "object", "properties": {"how": {"enum": ["post", "mail"]}, "street": {}, "email": {"format": "email"}},
        "if": {"properties": {"how": {"const": "post"}}, "required": ["how"]}, "then": {"required": ["street"]}, "else": {"required": ["email"]}
    });
    assert_eq!(problems(&then, &[("/how", json!("post"))]), [told("/street", Rule::Required)]);
    assert_eq!(problems(&then, &[("/how", json!("mail"))]), [told("/email", Rule::Required)]);
    assert_eq!(problems(&then, &[("/how", json!("post")), ("/street", json!("s"))]), []);
    let dependent = json!({"type": "object", "properties": {"card": {}, "name": {}}, "dependentRequired": {"card": ["name"]}});
    assert_eq!(problems(&dependent, &[("/card", json!("1"))]), [told("/name", Rule::Required)]);
    let schemas = json!({"type": "object", "properties": {"card": {}, "name": {}}, "dependentSchemas": {"card": {"properties": {"name": {"minLength": 3}}}}});
    assert_eq!(problems(&schemas, &[("/card", json!("1")), ("/name", json!("ab"))]), [told("/name", Rule::TooShort(3))]);
}

/// Guards against a form that asks, by `required`, for what its own condition hides.
#[test]
fn what_is_hidden_is_never_missing() {
    let schema = json!({
        "type": "object", "required": ["why", "g"], "properties": {
            "other": {"type": "boolean"}, "why": {"x-visible-when": "other"},
            "g": {"type": "object", "required": ["x"], "x-visible-when": "other", "properties": {"x": {}}},
            "rows": {"type": "array", "items": {"type": "object", "required": ["b"], "properties": {"a": {}, "b": {"x-visible-when": "a == 'x'"}}}}
        }
    });
    assert_eq!(problems(&schema, &[("/other", json!(false)), ("/rows", json!([{"a": "y"}]))]), []);
    assert_eq!(
        problems(&schema, &[("/other", json!(true)), ("/rows", json!([{"a": "y"}, {"a": "x"}]))]),
        [told("/why", Rule::Required), told("/g/x", Rule::Required), told("/rows/1/b", Rule::Required)]
    );
}

#[test]
fn what_is_about_several_fields_is_told_once_at_the_first_of_them() {
    let either =
        json!({"type": "object", "properties": {"email": {"format": "email"}, "phone": {}}, "anyOf": [{"required": ["email"]}, {"required": ["phone"]}]});
    assert_eq!(problems(&either, &[]), [told("/email", Rule::Other("anyOf"))]);
    assert_eq!(problems(&either, &[("/phone", json!("1"))]), []);
    let few = json!({"type": "object", "properties": {"a": {}, "g": {"type": "object", "minProperties": 2, "properties": {"x": {}, "y": {}}}}});
    assert_eq!(problems(&few, &[("/g/y", json!("1"))]), [told("/g/x", Rule::Other("minProperties"))]);
}

/// Guards against saying twice that one answer is wrong.
#[test]
fn what_a_fields_own_check_says_is_not_said_again() {
    let schema = json!({"type": "object", "required": ["n", "e", "c"], "properties": {
        "n": {"type": "integer", "minimum": 5}, "e": {"type": "string", "format": "email", "minLength": 3}, "c": {"const": true}, "o": {"enum": ["a"]}
    }});
    let found = problems(&schema, &[("/n", json!(2)), ("/e", json!("x")), ("/c", json!(false))]);
    assert_eq!(found, [told("/n", Rule::TooSmall(5.0)), told("/e", Rule::NotAnEmail), told("/c", Rule::MustAgree)]);
}

#[test]
fn a_schema_with_its_own_words_is_heard_for_any_keyword() {
    let schema = json!({"type": "object", "properties": {"n": {"type": "number", "multipleOf": 100, "x-messages": {"multipleOf": "Whole hundreds, please"}}}});
    let form = Form::load("1", &schema).expect("loads");
    let mut answers = Answers::new(&form);
    answers.type_in(form.field("/n").expect("n"), json!(250)).expect("can be typed");
    let messages: Vec<Option<String>> = CHECKER().problems(&form, &answers).into_iter().map(|p| p.message).collect();
    assert_eq!(messages, [Some("Whole hundreds, please".to_owned())]);
}

/// Guards against a definition that only fails once somebody submits.
#[test]
fn a_keyword_of_the_wrong_type_is_named_at_load() {
    for (schema, pointer) in [
        (json!({"type": "object", "properties": {"a": {}}, "dependentRequired": {"a": "b"}}), "/dependentRequired/a"),
        (json!({"type": "object", "properties": {"a": {"multipleOf": 0}}}), "/properties/a/multipleOf"),
        (json!({"type": "object", "properties": {"a": {"pattern": "^(a+)+$"}}}), "/properties/a/pattern"),
        (json!({"type": "object", "properties": {"a": {}}, "if": {"$ref": "#/nowhere"}}), "/if/$ref"),
    ] {
        assert_eq!(Form::load("1", &schema).map(|_| ()).map_err(|p| p.pointer), Err(pointer.to_owned()), "{schema}");
    }
}
