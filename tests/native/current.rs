//! What the answers come to, kept up to date one answer at a time.

use crate::forms::today;
use miaoban::form::{count, visible, Answers, Condition, Current, Expression, Field, Form};
use miaoban::model::prefill::{Edit, FieldPrefill, SourcePrefill, SourceStatus, TrustLevel};
use proptest::prelude::*;
use serde_json::{json, Map, Value};

/// Fields of one form: some at the top, some in groups that may be left out, one list.
const PLACES: [&str; 9] = ["/a", "/b", "/c", "/g/x", "/g/y", "/g/z", "/h/u", "/h/v", "/list"];
/// What conditions and computations are made of; `{}` stands for something that is read.
const RULES: [&str; 8] = ["{p}", "!{p}", "{p} == `1`", "{p} && {q}", "{p} || {q}", "length(not_null({p}, ''))", "{q}", "[{p}, {q}]"];
/// What is read: single answers, whole groups, parts of a group that rest on whether it is there, a column of the list.
const READS: [&str; 12] = ["a", "b", "c", "g.x", "g.y", "g.z", "h.u", "h", "g", "g.[x, y]", "h.{u: u}", "list[].n"];

fn member(kind: usize, rule: Option<&(bool, usize, usize, usize)>) -> Value {
    let mut schema = Map::new();
    schema.insert("type".into(), if kind == 0 { "string" } else { "number" }.into());
    if let Some((computed, rule, p, q)) = rule {
        let text = RULES[*rule].replace("{p}", READS[*p]).replace("{q}", READS[*q]);
        schema.insert(if *computed { "x-computed" } else { "x-visible-when" }.into(), text.into());
    }
    Value::Object(schema)
}

fn schema(kinds: &[usize], rules: &[Option<(bool, usize, usize, usize)>], list_rule: bool) -> Value {
    let of = |at: usize| member(kinds[at], rules[at].as_ref());
    let item = if list_rule { json!({"type": "number", "x-visible-when": "m"}) } else { json!({"type": "number"}) };
    let list =
        json!({"type": "array", "items": {"type": "object", "properties": {"m": {"type": "boolean"}, "n": item, "k": {"type": "number", "x-computed": "n"}}}});
    json!({
        "type": "object", "required": ["a", "c", "g"],
        "properties": {
            "a": of(0), "b": of(1), "c": of(2), "list": list,
            "g": {"type": "object", "required": ["x"], "properties": {"x": of(3), "y": of(4), "z": of(5)}},
            "h": {"type": "object", "required": ["u", "v"], "properties": {"u": of(6), "v": of(7)}},
        }
    })
}

fn value(of: usize) -> Value {
    [Value::Null, json!("1"), json!("x"), json!(1), json!(0), json!(" "), json!("2,5")][of % 7].clone()
}

fn rows(of: usize) -> Value {
    [Value::Null, json!([]), json!([{"n": 1}]), json!([{"m": true, "n": 1}, {"n": 2}]), json!([{}, {"m": false, "n": "3"}])][of % 5].clone()
}

fn told(form: &Form, answers: &Answers, current: &Current) {
    assert_eq!(current.data(), &answers.data(form, today()));
    assert_eq!(current.shown(), visible(form, answers, today()));
    assert_eq!(current.count(), count(form, answers, today()));
}

fn prefill(pointer: &str, value: &Value) -> SourcePrefill {
    let field = FieldPrefill { pointer: pointer.into(), value: value.clone(), masked: None, level: TrustLevel::C, edit: Edit::Allowed, note: None };
    SourcePrefill {
        source: "s".into(),
        name: "S".into(),
        status: SourceStatus::Filled,
        certificate: None,
        fields: vec![field],
        message: None,
        correct_at: None,
        choice: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// Guards against a page that shows other questions, other sums or another count than what the backend will judge.
    #[test]
    fn after_any_edits_it_is_what_working_everything_out_gives(
        kinds in prop::collection::vec(0usize..2, 8),
        rules in prop::collection::vec(prop::option::weighted(0.5, (any::<bool>(), 0usize..8, 0usize..12, 0usize..12)), 8),
        list_rule in any::<bool>(),
        edits in prop::collection::vec((0usize..9, 0usize..35, any::<bool>()), 1..24),
    ) {
        // Those that go in a circle are refused.
        let Ok(form) = Form::load("1", &schema(&kinds, &rules, list_rule)) else { return Ok(()) };
        let mut answers = Answers::new(&form);
        let mut current = Current::new(&form, &answers, today());
        for (place, what, from_source) in edits {
            let pointer = PLACES[place];
            let field = form.field(pointer).expect(pointer);
            let value = if pointer == "/list" { rows(what) } else { value(what) };
            let before = (current.data().clone(), current.shown().to_vec(), current.count());
            if from_source {
                answers.merge(&prefill(pointer, &value));
            } else if answers.type_in(field, value).is_err() {
                continue;
            }
            let change = current.change(&form, &answers, field.index, today());
            told(&form, &answers, &current);
            prop_assert_eq!(change.shown, before.1 != current.shown());
            prop_assert_eq!(change.count, before.2 != current.count());
            let mut computed = change.computed;
            computed.sort_unstable();
            let differ = form.fields.iter().filter(|f| f.computed.is_some() && f.pointer.get(current.data()) != f.pointer.get(&before.0));
            prop_assert_eq!(computed, differ.map(|f| f.index).collect::<Vec<_>>());
        }
    }
}

/// A form of `n` fields in which every tenth is shown for the one before it, and the last is a sum of the first two.
fn long(n: usize) -> Form {
    let mut properties = Map::new();
    for at in 0..n {
        let mut field = json!({"type": "number"});
        if at % 10 == 9 {
            field["x-visible-when"] = format!("f{} == `1`", at - 1).into();
        }
        properties.insert(format!("f{at}"), field);
    }
    properties.insert("sum".into(), json!({"type": "number", "x-computed": "sum(not_null(f0, `0`) && [f0, f1] || `[]`)"}));
    Form::load("1", &json!({"type": "object", "properties": properties})).expect("loads")
}

/// Guards against a key that takes as long as the form is: typing in 10,000 fields took 10,000 times as long as in one.
#[test]
fn a_key_evaluates_only_what_reads_it() {
    let form = long(10_000);
    let mut answers = Answers::new(&form);
    let mut current = Current::new(&form, &answers, today());
    let condition = |f: &Field| match &f.visible_when {
        Some(Condition::Expression(e)) => e.evaluations(),
        _ => 0,
    };
    let evaluations = || form.fields.iter().map(|f| condition(f) + f.computed.as_ref().map_or(0, Expression::evaluations)).sum::<usize>();
    let before = evaluations();
    for key in 0..200 {
        let field = form.field("/f4321").expect("a field");
        answers.type_in(field, json!(key)).expect("typed");
        current.change(&form, &answers, field.index, today());
    }
    assert_eq!(evaluations(), before, "nothing reads it");
    let field = form.field("/f8").expect("a field");
    answers.type_in(field, json!(1)).expect("typed");
    assert!(current.change(&form, &answers, field.index, today()).shown);
    assert_eq!(evaluations(), before + 1);
    told(&form, &answers, &current);
}

/// What alternatives, `if` and dependent schemas make of a form.
fn shaped(with: &[bool]) -> Value {
    let mut all = vec![json!({})];
    let mut add = |at: usize, schema: Value| all.extend(with[at].then_some(schema));
    add(
        0,
        json!({"if": {"properties": {"a": {"const": "x"}}, "required": ["a"]}, "then": {"required": ["b"], "properties": {"c": {"type": "number"}}}, "else": {"properties": {"d": {}}}}),
    );
    add(1, json!({"dependentRequired": {"b": ["c"]}, "dependentSchemas": {"d": {"properties": {"e": {"x-visible-when": "b"}}, "required": ["e"]}}}));
    add(2, json!({"if": {"required": ["b"]}, "then": {"properties": {"g": {"required": ["x"], "properties": {"x": {"type": "integer"}}}}}}));
    add(
        3,
        json!({"properties": {"k": {}}, "oneOf": [{"properties": {"k": {"const": "1"}, "v": {"type": "number"}}}, {"properties": {"k": {"const": "x"}, "v": {"type": "string"}, "w": {}}}]}),
    );
    add(4, json!({"oneOf": [{"properties": {"p": {}}, "required": ["p"]}, {"properties": {"q": {}, "p": {"type": "number"}}}]}));
    json!({"type": "object", "properties": {"a": {}, "b": {}, "g": {"properties": {"x": {"type": "string"}}}}, "allOf": all})
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Guards against a question that stays, or keeps its shape or its star, after the answer that brought it has changed.
    #[test]
    fn conditional_shapes_are_kept_up_to_date(
        with in prop::collection::vec(any::<bool>(), 5),
        edits in prop::collection::vec((0usize..12, 0usize..7), 1..24),
    ) {
        let form = Form::load("1", &shaped(&with)).unwrap_or_else(|p| panic!("{p}"));
        let mut answers = Answers::new(&form);
        let mut current = Current::new(&form, &answers, today());
        for (place, what) in edits {
            let pointer = ["/a", "/b", "/c", "/d", "/e", "/g/x", "/k", "/v", "/w", "/p", "/q", "/(oneOf)"][place];
            let Some(field) = form.field(pointer) else { continue };
            let value = if pointer == "/(oneOf)" { json!(what % 2) } else { value(what) };
            answers.type_in(field, value).expect("nothing is locked");
            let before: Vec<_> = form.fields.iter().map(|f| current.shape(f).limits.clone()).collect();
            let shown = current.shown().to_vec();
            let change = current.change(&form, &answers, field.index, today());
            let anew = Current::new(&form, &answers, today());
            prop_assert_eq!(current.data(), anew.data());
            prop_assert_eq!(current.shown(), anew.shown());
            prop_assert_eq!(current.count(), anew.count());
            for field in &form.fields {
                prop_assert!(std::ptr::eq(current.shape(field), anew.shape(field)));
                prop_assert_eq!(current.is_due(field), anew.is_due(field));
            }
            let after: Vec<_> = form.fields.iter().map(|f| current.shape(f).limits.clone()).collect();
            prop_assert!(change.shown || before == after && shown == current.shown());
        }
    }
}
