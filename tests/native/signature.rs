//! A signature is an attachment of its own kind.

use crate::forms::{checker, form, rules, today, typed};
use miaoban::form::{sentence_for, Form, Kind, Rule};
use miaoban::words::Lang;
use serde_json::json;

/// Guards against a whole `{id,name,size}` in what is submitted, and against words that speak of a document.
#[test]
fn a_signature_is_submitted_as_the_id_of_its_picture() {
    let one = || json!({"type": "string", "format": "attachment", "x-widget": "signature"});
    let form = form(json!({"x": one()}));
    assert!(matches!(form.field("/x").expect("it").kind, Kind::Signature));
    let answers = typed(&form, &[("/x", json!({"id": "a-1", "name": "signature.png", "size": 900}))]);
    assert_eq!(rules(&form, &answers), []);
    assert_eq!(answers.data(&form, today())["x"], "a-1");
    assert!(checker().data(&form, &json!({"x": {"id": "a-1"}})).is_err(), "a backend takes an id and nothing else");
    let form = Form::load("1", &json!({"type": "object", "required": ["x"], "properties": {"x": one()}})).expect("a schema");
    let problems = checker().problems(&form, &typed(&form, &[]));
    assert_eq!(problems[0].rule, Rule::Required);
    assert!(sentence_for(&problems[0], &form, Lang::En).starts_with("Sign, then press"));
}

/// Guards against a widget that makes something of what it cannot be.
#[test]
fn without_an_attachment_the_widget_is_a_plain_field() {
    let form = form(json!({"x": {"type": "string", "x-widget": "signature"}, "y": {"type": "string", "x-widget": "hologram"}}));
    assert!(matches!(form.field("/x").expect("it").kind, Kind::Text));
    assert!(matches!(form.field("/y").expect("it").kind, Kind::Text));
    let list = json!({"type": "array", "items": {"type": "object", "properties": {"s": {"type": "string", "format": "attachment", "x-widget": "signature"}}}});
    assert!(Form::load("1", &json!({"type": "object", "properties": {"x": list}})).is_err(), "attachments are asked beside a list");
}
