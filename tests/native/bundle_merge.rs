//! One form of several services' forms: each fact is asked once, and what is valid as a whole is valid for each service.

use crate::bundle_plan::{bundle, definition, member, today};
use crate::forms::Ecma;
use miaoban::bundle::{merge, BundleProblem, Definition, MergedForm};
use miaoban::form::{Answers, Checker, Form, Kind, Rule};
use miaoban::model::bundle::{GuideAnswers, MemberForm};
use miaoban::model::prefill::SourcePrefill;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use serde_json::{json, Value};
use std::cell::Cell;

fn checker() -> Checker<'static> {
    Checker { today: today(), patterns: &Ecma }
}

fn form(service: &str, schema: Value) -> MemberForm {
    MemberForm { service_id: service.to_owned(), version: "7".to_owned(), schema }
}

fn of(definition: &Definition, forms: &[MemberForm]) -> Result<MergedForm, BundleProblem> {
    merge(definition, &definition.plan(&GuideAnswers::new(), today()), forms)
}

fn loaded(merged: &MergedForm) -> Form {
    Form::load(&merged.version, &merged.schema).unwrap_or_else(|e| panic!("{e}: {:#}", merged.schema))
}

fn two(more: Value) -> Definition {
    let mut all = json!({"questions": [], "materials": [], "services": [member("reg", json!({"sections": {"who": "people"}})), member("seals", json!({"sections": {"post": "people"}}))],
        "subjects": [{"id": "people", "title": "People"}],
        "facts": [{"id": "name", "places": [{"service": "reg", "pointer": "/name"}, {"service": "seals", "pointer": "/operator"}]}]});
    for (key, value) in more.as_object().unwrap() {
        all[key] = value.clone();
    }
    definition(bundle(all))
}

fn forms() -> Vec<MemberForm> {
    let reg = json!({"type": "object", "required": ["name", "kind", "room"], "x-sections": [{"id": "who", "title": "Who", "fields": ["/name"]}, {"id": "what", "title": "What", "fields": ["/kind", "/room"]}],
        "$defs": {"text": {"type": "string", "maxLength": 9}},
        "properties": {"name": {"$ref": "#/$defs/text", "title": "Name"}, "kind": {"enum": ["own", "rented"]}, "room": {"type": "string", "x-visible-when": "kind == 'rented'", "x-check": {"name": "free", "with": ["/kind"]}}}});
    let seals = json!({"type": "object", "required": ["operator", "code"], "x-sections": [{"id": "post", "title": "Post", "fields": ["/operator", "/code"]}],
        "properties": {"operator": {"type": "string", "title": "Operator", "minLength": 2, "maxLength": 12}, "code": {"type": "string", "minLength": 3}}});
    vec![form("reg", reg), form("seals", seals)]
}

#[test]
fn a_fact_is_asked_once_and_stands_in_every_part() {
    let form = loaded(&of(&two(json!({})), &forms()).unwrap());
    let shown: Vec<&str> = form
        .sections
        .iter()
        .flat_map(|s| &s.fields)
        .map(|at| form.fields[*at].pointer.as_str())
        .filter(|p| !p.ends_with("/name") || p.starts_with("/facts"))
        .collect();
    assert_eq!(shown[..4], ["/facts/name", "/seals/code", "/reg/kind", "/reg/room"]);
    assert_eq!(form.sections.iter().map(|s| s.title.as_str()).collect::<Vec<_>>(), ["People", "What", ""]);
    let mut answers = Answers::new(&form);
    let name = form.field("/facts/name").unwrap();
    assert_eq!((name.label.as_str(), name.used_by.len()), ("Name", 2));
    answers.type_in(name, json!("Lin")).unwrap();
    answers.type_in(form.field("/reg/kind").unwrap(), json!("own")).unwrap();
    answers.type_in(form.field("/seals/code").unwrap(), json!("abc")).unwrap();
    let valid = checker().all(&form, &answers).unwrap();
    assert_eq!(valid.data(), &json!({"facts": {"name": "Lin"}, "reg": {"name": "Lin", "kind": "own"}, "seals": {"operator": "Lin", "code": "abc"}}));
}

#[test]
fn conditions_and_checks_of_a_service_see_its_own_data() {
    let form = loaded(&of(&two(json!({})), &forms()).unwrap());
    let room = form.field("/reg/room").unwrap();
    let check = room.check.as_ref().unwrap();
    assert_eq!((check.name.as_str(), check.at.as_str(), check.with[0].as_str()), ("reg.free", "/reg", "/kind"));
    let mut answers = Answers::new(&form);
    answers.type_in(form.field("/reg/kind").unwrap(), json!("rented")).unwrap();
    let due = checker().problems(&form, &answers);
    let due: Vec<(&str, &Rule)> = due.iter().map(|p| (p.pointer.as_str(), &p.rule)).collect();
    assert_eq!(due, [("/facts/name", &Rule::Required), ("/seals/code", &Rule::Required), ("/reg/room", &Rule::Required)]);
}

#[test]
fn the_stricter_limit_holds_where_it_is_typed() {
    let form = loaded(&of(&two(json!({})), &forms()).unwrap());
    let name = form.field("/facts/name").unwrap();
    let mut answers = Answers::new(&form);
    for (typed, rule) in [("L", Some(Rule::TooShort(2))), ("Lin Zhiyu Xuan", Some(Rule::TooLong(9))), ("Lin", None)] {
        answers.type_in(name, json!(typed)).unwrap();
        let problems = checker().problems(&form, &answers);
        assert_eq!(problems.iter().find(|p| p.pointer == "/facts/name").map(|p| p.rule), rule, "{typed}");
        assert!(problems.iter().all(|p| !p.pointer.ends_with("/operator") && p.pointer != "/reg/name"), "told where nobody is asked: {problems:?}");
    }
}

/// Guards against a version that no draft could carry, and one that stays while a service's form changes.
#[test]
fn the_version_is_short_and_changes_with_any_form() {
    let mut all = forms();
    let before = of(&two(json!({})), &all).unwrap().version;
    assert!(before.len() <= 100, "{before}");
    all[1].version = "8".to_owned();
    assert_ne!(before, of(&two(json!({})), &all).unwrap().version);
}

#[test]
fn what_another_service_gives_is_not_asked() {
    let services = json!([
        member("reg", json!({"when": "founding"})),
        member("seals", json!({"after": [{"service": "reg", "satisfied": "licence"}], "flows": [{"from": "reg", "name": "Code", "to": "/code"}]}))
    ]);
    let questions = json!([{"id": "founding", "text": "?", "kind": "yes_no"}, {"id": "licence", "text": "?", "kind": "yes_no"}]);
    let definition = two(json!({"services": services, "questions": questions}));
    let asks = |founding: bool| {
        let answers: GuideAnswers = [("founding".to_owned(), json!(founding)), ("licence".to_owned(), json!(!founding))].into();
        let form = loaded(&merge(&definition, &definition.plan(&answers, today()), &forms()).unwrap());
        form.field("/seals/code").is_some()
    };
    assert!(!asks(true));
    // Nobody gives it, so the person does.
    assert!(asks(false));
}

#[test]
fn places_that_contradict_one_another_are_told_with_both_pointers() {
    let fact = |reg: Value, seals: Value| {
        let forms =
            [form("reg", json!({"type": "object", "properties": {"name": reg}})), form("seals", json!({"type": "object", "properties": {"operator": seals}}))];
        of(&two(json!({})), &forms)
    };
    for (reg, seals, why) in [
        (json!({"type": "string"}), json!({"type": "integer"}), "no type of answer"),
        (json!({"type": "integer", "minimum": 6}), json!({"type": "integer", "maximum": 5}), "at least 6, and at most 5"),
        (json!({"minLength": 4}), json!({"maxLength": 3}), "at least 4, and at most 3"),
        (json!({"enum": ["a", "b"]}), json!({"oneOf": [{"const": "c"}]}), "nothing can be chosen"),
        (json!({"format": "date"}), json!({"format": "email"}), "“email” is not “date”"),
        (json!({"type": "array", "items": {"type": "string"}}), json!({"type": "array", "items": {"type": "boolean"}}), "no type of answer"),
    ] {
        let problem = fact(reg, seals).unwrap_err();
        assert_eq!(problem.pointer, "/facts/0/places/1");
        assert!(problem.reason.starts_with("seals#/properties/operator contradicts reg#/properties/name"), "{problem}");
        assert!(problem.reason.contains(why), "{problem}");
    }
    assert!(fact(json!({"type": "number"}), json!({"type": "integer"})).is_ok());
    assert!(fact(json!({"format": "cn-any-id"}), json!({"format": "cn-resident-id"})).is_ok());
    let missing = of(
        &two(json!({})),
        &[form("reg", json!({"type": "object", "properties": {"name": {}}})), form("seals", json!({"type": "object", "properties": {"other": {}}}))],
    )
    .unwrap_err();
    assert_eq!((missing.pointer.as_str(), missing.reason.as_str()), ("/facts/0/places/1/pointer", "the form of “seals” has no “/operator”"));
    assert_eq!(of(&two(json!({})), &[]).unwrap_err().pointer, "/services/0");
}

#[test]
fn what_a_source_says_of_a_place_fills_the_fact() {
    let form = loaded(&of(&two(json!({})), &forms()).unwrap());
    let said = json!({"source": "identity", "name": "Identity", "status": "filled", "fields": [
        {"pointer": "/reg/name", "value": "Lin", "level": "A", "edit": "locked"}, {"pointer": "/seals/operator", "value": "Lin", "level": "A", "edit": "locked"},
    ]});
    let said: SourcePrefill = serde_json::from_value(said).unwrap();
    let mut answers = Answers::new(&form);
    let merged = answers.merge(&form.as_asked(said));
    assert_eq!(merged.filled.iter().map(|p| p.as_str()).collect::<Vec<_>>(), ["/facts/name"]);
    answers.type_in(form.field("/reg/kind").unwrap(), json!("own")).unwrap();
    answers.type_in(form.field("/seals/code").unwrap(), json!("abc")).unwrap();
    let valid = checker().all(&form, &answers).unwrap();
    // Each department sees where its value comes from.
    for pointer in ["/facts/name", "/reg/name", "/seals/operator"] {
        assert_eq!(valid.provenance().get(pointer).map(String::as_str), Some("identity"), "{pointer}");
    }
}

#[test]
fn a_copy_has_to_have_an_original() {
    for (name, place, reason) in [
        (json!({"x-same-as": "/ghost"}), "/properties/name/x-same-as", "names no question"),
        (json!({"x-same-as": "name"}), "/properties/name/x-same-as", "must be a JSON Pointer"),
        (json!({"x-same-as": "/name"}), "/properties/name/x-same-as", "names no question"),
        (json!({"x-same-as": "/other", "x-computed": "other"}), "/properties/name/x-same-as", "cannot be beside"),
        (
            json!({"type": "array", "items": {"type": "object", "properties": {"a": {"x-same-as": "/other"}}}}),
            "/properties/name/items/properties/a/x-same-as",
            "inside a list",
        ),
    ] {
        let problem = Form::load("1", &json!({"type": "object", "properties": {"name": name, "other": {}}})).unwrap_err();
        assert_eq!(problem.pointer, place);
        assert!(problem.reason.contains(reason), "{problem}");
    }
}

/// A question of a random form, some of whose limits cannot be met together with those of another one.
fn question() -> impl Strategy<Value = Value> {
    let text = (0..3u8, 2..5u8).prop_map(|(min, max)| json!({"type": "string", "minLength": min, "maxLength": max}));
    let number = (-2..3i8, 0..5i8).prop_map(|(min, more)| json!({"type": "integer", "minimum": min, "maximum": min + more}));
    let choice = prop::sample::subsequence(vec!["a", "bb", "ccc"], 1..4).prop_map(|options| json!({"type": "string", "enum": options}));
    let list = (0..2u8, 1..3u8).prop_map(|(min, max)| json!({"type": "array", "minItems": min, "maxItems": max, "items": {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer", "maximum": 3}}}}));
    prop_oneof![4 => text, 3 => number, 3 => choice, 1 => Just(json!({"type": "boolean"})), 1 => list, 1 => Just(json!({"type": "string", "pattern": "^[ab]"}))]
}

/// The question that services call alike, with limits of their own; now and then it is something else.
fn alike(at: usize) -> BoxedStrategy<Value> {
    let usual = match at {
        0 => (0..2u8, 3..6u8).prop_map(|(min, max)| json!({"type": "string", "minLength": min, "maxLength": max})).boxed(),
        1 => (-2..2i8, 2..5i8).prop_map(|(min, max)| json!({"type": "integer", "minimum": min, "maximum": max})).boxed(),
        2 => prop::sample::subsequence(vec!["bb", "ccc"], 0..3).prop_map(|more| json!({"type": "string", "enum": std::iter::once("a").chain(more).collect::<Vec<_>>()})).boxed(),
        3 => prop_oneof![Just(json!({"type": "string", "pattern": "^[ab]"})), Just(json!({"type": "string", "pattern": "b$"}))].boxed(),
        _ => (1..3u8, 1..5u8).prop_map(|(max, most)| json!({"type": "array", "maxItems": max, "items": {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer", "maximum": most}}}})).boxed(),
    };
    prop_oneof![60 => usual, 1 => question()].boxed()
}

fn schema(conditional: bool) -> impl Strategy<Value = Value> {
    let questions = (alike(0), alike(1), alike(2), alike(3), alike(4)).prop_map(|(a, b, c, d, e)| vec![a, b, c, d, e]);
    let rules = prop::collection::vec(0..6u8, 5);
    (questions, any::<u8>(), rules, 0..9u8).prop_map(move |(questions, required, rules, whole)| {
        let names = ["a", "b", "c", "d", "e"];
        let mut schema = json!({"type": "object", "properties": {"sw": {"type": "boolean"}}, "required": []});
        for (at, mut question) in questions.into_iter().enumerate() {
            if conditional && rules[at] == 0 {
                question["x-visible-when"] = json!("sw");
            }
            schema["properties"][names[at]] = question;
            if required >> at & 1 == 1 {
                schema["required"].as_array_mut().unwrap().push(json!(names[at]));
            }
        }
        match whole {
            1 if conditional => schema["dependentRequired"] = json!({"a": ["b"]}),
            2 if conditional => {
                schema["if"] = json!({"properties": {"sw": {"const": true}}, "required": ["sw"]});
                schema["then"] = json!({"required": ["c"]});
            }
            3 => schema["minProperties"] = json!(2),
            _ => {}
        }
        schema
    })
}

/// Which of the five questions of three services are shared, and what is answered.
fn shared() -> impl Strategy<Value = (Value, Vec<u8>)> {
    (any::<u8>(), prop::collection::vec(any::<u8>(), 18)).prop_map(|(which, turns)| {
        let names = ["a", "b", "c", "d", "e"];
        let facts: Vec<Value> = names
            .iter()
            .enumerate()
            .filter(|(at, _)| which >> at & 1 == 1)
            .map(|(at, name)| {
                let places: Vec<Value> = (0..2 + at % 2).map(|n| json!({"service": format!("s{n}"), "pointer": format!("/{name}")})).collect();
                json!({"id": name, "places": places})
            })
            .collect();
        (Value::Array(facts), turns)
    })
}

fn whole(forms: &[Value], facts: Value) -> (Definition, Vec<MemberForm>) {
    let services: Vec<Value> = (0..forms.len()).map(|n| member(&format!("s{n}"), json!({}))).collect();
    let definition = definition(bundle(json!({"services": services, "facts": facts, "questions": [], "materials": [], "subjects": []})));
    let forms = forms.iter().enumerate().map(|(n, schema)| form(&format!("s{n}"), schema.clone())).collect();
    (definition, forms)
}

/// Answers most of what is asked, more often than not with what fits.
fn answered(form: &Form, turns: &[u8]) -> Answers {
    let mut answers = Answers::new(form);
    let asked = form.fields.iter().filter(|f| f.same_as.is_none());
    for (field, turn) in asked.zip(turns.iter().cycle()) {
        let one_of = |all: &[Value]| all[usize::from(*turn) % all.len()].clone();
        let value = match &field.kind {
            _ if *turn < 16 => continue,
            Kind::Text => one_of(&[json!("bb"), json!("abb"), json!("b"), json!("abb"), json!("bbbbbb")]),
            Kind::Number { .. } => one_of(&[json!(2), json!(1), json!(2), json!(0), json!(5)]),
            Kind::Choice { options, .. } => options[usize::from(*turn / 128) % options.len()].value.clone(),
            Kind::Repeat { .. } => one_of(&[json!([{"n": 1}]), json!([{"n": 0}]), json!([{"n": 1}, {"n": 3}])]),
            _ => json!(turn % 2 == 0),
        };
        answers.type_in(field, value).unwrap();
    }
    answers
}

fn is_valid(service: &MemberForm, data: &Value) -> bool {
    let form = Form::load("1", &service.schema).unwrap();
    let part = data.get(&service.service_id).cloned().unwrap_or_else(|| json!({}));
    checker().data(&form, &part).is_ok()
}

/// Runs a property and answers how often it had something to say.
fn tried<S: Strategy>(strategy: S, property: impl Fn(S::Value) -> Result<bool, TestCaseError>) -> usize {
    let said = Cell::new(0);
    let mut runner = TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_500) });
    let outcome = runner.run(&strategy, |value| {
        said.set(said.get() + usize::from(property(value)?));
        Ok(())
    });
    outcome.unwrap_or_else(|e| panic!("{e}"));
    said.get()
}

#[test]
fn what_is_valid_as_a_whole_is_valid_for_each_service() {
    let valid = tried((prop::collection::vec(schema(true), 3), shared()), |(forms, (facts, turns))| {
        let (definition, forms) = whole(&forms, facts);
        let Ok(merged) = of(&definition, &forms) else { return Ok(false) };
        let form = loaded(&merged);
        let Ok(valid) = checker().all(&form, &answered(&form, &turns)) else { return Ok(false) };
        for service in &forms {
            prop_assert!(is_valid(service, valid.data()), "{} of {}", service.service_id, valid.data());
        }
        Ok(true)
    });
    assert!(valid > 10, "only {valid} of the answers were valid");
}

/// Guards the one above against a form that takes nothing, and people against one that asks too much.
#[test]
fn what_every_service_takes_the_whole_takes() {
    let valid = tried((prop::collection::vec(schema(false), 3), shared()), |(forms, (facts, turns))| {
        let (definition, forms) = whole(&forms, facts);
        let Ok(merged) = of(&definition, &forms) else { return Ok(false) };
        let form = loaded(&merged);
        let answers = answered(&form, &turns);
        let data = answers.data(&form, today());
        if !forms.iter().all(|service| is_valid(service, &data)) {
            return Ok(false);
        }
        let problems = checker().problems(&form, &answers);
        prop_assert!(problems.is_empty(), "{:?} of {}", problems, data);
        Ok(true)
    });
    assert!(valid > 10, "only {valid} of the answers were valid");
}

proptest! {
    #[test]
    fn a_contradiction_is_told_only_where_no_answer_fits_both(one in question(), other in question()) {
        let definition = two(json!({}));
        let forms = [form("reg", json!({"type": "object", "properties": {"name": one}})), form("seals", json!({"type": "object", "properties": {"operator": other}}))];
        if of(&definition, &forms).is_err() {
            let values = [json!(""), json!("a"), json!("bb"), json!("ccc"), json!("bbbb"), json!(-1), json!(0), json!(2), json!(4), json!(true), json!([]), json!([{"n": 1}])];
            for value in &values {
                let fits = |of: &MemberForm, name: &str| checker().data(&Form::load("1", &of.schema).unwrap(), &json!({name: value})).is_ok();
                prop_assert!(!(fits(&forms[0], "name") && fits(&forms[1], "operator")), "{}", value);
            }
        }
    }
}
