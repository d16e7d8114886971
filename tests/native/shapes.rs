//! What a schema asks for under conditions, in alternatives, and within itself.

use crate::forms::{checker, field, load, rules, today, typed};
use miaoban::form::{count, visible, Answers, Form, Kind, Patterns, Rule};
use serde_json::{json, Value};

/// The pointers of what is asked, in page order.
fn asked(form: &Form, answers: &Answers) -> Vec<String> {
    let shown = visible(form, answers, today());
    form.fields.iter().zip(shown).filter(|(_, shown)| *shown).map(|(f, _)| f.pointer.as_str().to_owned()).collect()
}

/// The form, with these answers typed: what is asked and what would be submitted.
fn after(form: &Form, values: &[(&str, Value)]) -> (Vec<String>, Value) {
    let answers = typed(form, values);
    (asked(form, &answers), answers.data(form, today()))
}

fn pay() -> Form {
    load(json!({
        "type": "object", "required": ["how"],
        "properties": {"how": {"enum": ["card", "cash"]}, "note": {"type": "string"}},
        "if": {"properties": {"how": {"const": "card"}}, "required": ["how"]},
        "then": {"properties": {"number": {"type": "string", "title": "Number"}}, "required": ["number", "note"]},
        "else": {"properties": {"window": {"type": "string"}}}
    }))
}

#[test]
fn then_and_else_are_asked_while_they_hold() {
    let form = pay();
    assert_eq!(after(&form, &[]).0, ["/how", "/note", "/window"]);
    assert_eq!(after(&form, &[("/how", json!("card"))]).0, ["/how", "/note", "/number"]);
    let hidden = after(&form, &[("/how", json!("cash")), ("/number", json!("1")), ("/window", json!("3"))]);
    assert_eq!(hidden, (vec!["/how".into(), "/note".into(), "/window".into()], json!({"how": "cash", "window": "3"})));
}

/// Guards against a form that says “optional” of what its own `then` requires.
#[test]
fn what_is_required_under_a_condition_counts_as_open_and_is_missed() {
    let form = pay();
    let card = typed(&form, &[("/how", json!("card"))]);
    assert_eq!(count(&form, &card, today()).open, 2);
    assert_eq!(rules(&form, &card), [("/note".into(), Rule::Required), ("/number".into(), Rule::Required)]);
    let cash = typed(&form, &[("/how", json!("cash"))]);
    assert_eq!((count(&form, &cash, today()).open, rules(&form, &cash)), (0, vec![]));
    assert!(field(&form, "/note").is_required_in(&json!({"how": "card"}), today()));
    assert!(!field(&form, "/note").is_required_in(&json!({"how": "cash"}), today()));
}

/// Guards against a city list that keeps offering the cities of another province.
#[test]
fn a_field_takes_the_shape_that_its_condition_gives_it() {
    let city = |name: &str, cities: Value| json!({"if": {"properties": {"province": {"const": name}}, "required": ["province"]}, "then": {"properties": {"city": {"enum": cities}}}});
    let form = load(json!({
        "type": "object",
        "properties": {"province": {"enum": ["gd", "hn"]}, "city": {"type": "string", "title": "City"}},
        "allOf": [city("gd", json!(["sz", "gz"])), city("hn", json!(["cs"]))]
    }));
    let options = |data: Value| match &field(&form, "/city").now(&data, today()).kind {
        Kind::Choice { options, .. } => options.iter().map(|o| o.title.clone()).collect(),
        _ => vec!["(free)".to_owned()],
    };
    assert_eq!(options(json!({"province": "gd"})), ["sz", "gz"]);
    assert_eq!(options(json!({"province": "hn"})), ["cs"]);
    assert_eq!(options(json!({})), ["(free)"]);
    assert_eq!(field(&form, "/city").now(&json!({"province": "gd"}), today()).label, "City");
    assert_eq!(rules(&form, &typed(&form, &[("/province", json!("hn")), ("/city", json!("sz"))])), [("/city".into(), Rule::NotAChoice)]);
    assert_eq!(rules(&form, &typed(&form, &[("/province", json!("gd")), ("/city", json!("sz"))])), []);
}

/// Guards against an answer that was cleaned as the shape that it has no longer.
#[test]
fn an_answer_is_cleaned_as_what_it_is_asked_as() {
    let form = load(json!({
        "type": "object", "properties": {"kind": {"enum": ["n", "t"]}},
        "oneOf": [{"properties": {"kind": {"const": "n"}, "v": {"type": "number"}}}, {"properties": {"kind": {"const": "t"}, "v": {"type": "string"}}}]
    }));
    assert_eq!(after(&form, &[("/kind", json!("n")), ("/v", json!(" 12 "))]).1, json!({"kind": "n", "v": 12}));
    assert_eq!(after(&form, &[("/kind", json!("t")), ("/v", json!(" 12 "))]).1, json!({"kind": "t", "v": "12"}));
}

fn applicant() -> Form {
    load(json!({
        "type": "object", "required": ["applicant"],
        "properties": {"applicant": {
            "title": "Applicant",
            "oneOf": [
                {"title": "A person", "required": ["kind", "name"], "properties": {"kind": {"const": "person"}, "name": {"title": "Name"}}},
                {"title": "A company", "required": ["kind", "name", "code"], "properties": {"kind": {"const": "company"}, "name": {"title": "Company"}, "code": {}}}
            ],
            "discriminator": {"propertyName": "kind"}
        }}
    }))
}

#[test]
fn alternatives_are_told_apart_by_the_member_that_names_them() {
    let form = applicant();
    let kind = field(&form, "/applicant/kind");
    let Kind::Choice { options, .. } = &kind.kind else { panic!("no choice") };
    assert_eq!(
        options.iter().map(|o| (o.value.clone(), o.title.as_str())).collect::<Vec<_>>(),
        [(json!("person"), "A person"), (json!("company"), "A company")]
    );
    assert!(kind.required);
    assert_eq!(after(&form, &[]).0, ["/applicant/kind"]);
    let company = typed(&form, &[("/applicant/kind", json!("company")), ("/applicant/code", json!("c"))]);
    assert_eq!(asked(&form, &company), ["/applicant/kind", "/applicant/name", "/applicant/code"]);
    assert_eq!(rules(&form, &company), [("/applicant/name".into(), Rule::Required)]);
    assert_eq!(field(&form, "/applicant/name").now(&json!({"applicant": {"kind": "company"}}), today()).label, "Company");
    let person = typed(&form, &[("/applicant/kind", json!("person")), ("/applicant/name", json!("n")), ("/applicant/code", json!("c"))]);
    assert_eq!(person.data(&form, today()), json!({"applicant": {"kind": "person", "name": "n"}}));
    assert!(checker().all(&form, &person).is_ok());
    assert!(checker().data(&form, &json!({"applicant": {"kind": "person", "name": "n", "code": "c"}})).is_err());
}

fn contact() -> Form {
    load(json!({
        "type": "object", "x-choice-title": "How can we reach you?",
        "properties": {"name": {}},
        "oneOf": [
            {"title": "By post", "required": ["street"], "properties": {"street": {}, "town": {}}},
            {"title": "By phone", "required": ["phone"], "properties": {"phone": {}}}
        ]
    }))
}

/// Guards against alternatives that nothing in the data tells apart: the choice is asked, and never submitted.
#[test]
fn a_choice_beside_the_data_is_asked_and_not_submitted() {
    let form = contact();
    let choice = field(&form, "/(oneOf)");
    assert_eq!(choice.label, "How can we reach you?");
    assert_eq!(after(&form, &[]).0, ["/name", "/(oneOf)"]);
    assert_eq!(rules(&form, &Answers::new(&form)), [("/(oneOf)".into(), Rule::Required)]);
    let phone = typed(&form, &[("/(oneOf)", json!(1)), ("/phone", json!("1")), ("/street", json!("s"))]);
    assert_eq!((asked(&form, &phone), phone.data(&form, today())), (vec!["/name".into(), "/(oneOf)".into(), "/phone".into()], json!({"phone": "1"})));
    assert!(checker().all(&form, &phone).is_ok_and(|valid| *valid.data() == json!({"phone": "1"})));
    let nothing = typed(&form, &[("/(oneOf)", json!(0))]);
    assert_eq!(rules(&form, &nothing), [("/street".into(), Rule::Required)]);
}

#[test]
fn data_that_is_there_tells_the_alternative() {
    let form = contact();
    assert_eq!(after(&form, &[("/town", json!("t"))]).0, ["/name", "/(oneOf)", "/street", "/town"]);
    assert_eq!(checker().data(&form, &json!({"phone": "1"})), Ok(()));
    assert!(checker().data(&form, &json!({"town": "t"})).is_err());
    assert!(checker().data(&form, &json!({"phone": "1", "(oneOf)": 1})).is_err());
}

#[test]
fn an_alternative_may_have_alternatives_and_conditions() {
    let form = load(json!({"type": "object", "oneOf": [
        {"properties": {"a": {"const": 1}, "x": {"type": "boolean"}}, "if": {"properties": {"x": {"const": true}}, "required": ["x"]}, "then": {"properties": {"why": {}}}},
        {"properties": {"a": {"const": 2}}, "oneOf": [{"properties": {"b": {"const": "p"}, "p": {}}}, {"properties": {"b": {"const": "q"}, "q": {}}}]}
    ]}));
    assert_eq!(after(&form, &[]).0, ["/a"]);
    assert_eq!(after(&form, &[("/a", json!(1)), ("/x", json!(true))]).0, ["/a", "/x", "/why"]);
    assert_eq!(after(&form, &[("/a", json!(2)), ("/b", json!("q"))]).0, ["/a", "/b", "/q"]);
    // What an outer choice hides, an inner one does not show.
    assert_eq!(after(&form, &[("/a", json!(1)), ("/b", json!("q"))]).0, ["/a", "/x"]);
}

#[test]
fn one_answer_makes_others_necessary_and_brings_questions() {
    let form = load(json!({
        "type": "object", "properties": {"card": {}, "name": {}},
        "dependentRequired": {"card": ["name"]}, "dependentSchemas": {"card": {"properties": {"expires": {"format": "date"}}, "required": ["expires"]}}
    }));
    assert_eq!(after(&form, &[]).0, ["/card", "/name"]);
    let card = typed(&form, &[("/card", json!("1"))]);
    assert_eq!(asked(&form, &card), ["/card", "/name", "/expires"]);
    assert_eq!(rules(&form, &card), [("/name".into(), Rule::Required), ("/expires".into(), Rule::Required)]);
}

/// Guards against a condition with a pattern that is judged otherwise while typing than on submission.
#[test]
fn a_condition_with_a_pattern_asks_the_host() {
    struct Digits;
    impl Patterns for Digits {
        fn matches(&self, _: &str, text: &str) -> Option<bool> {
            Some(text.bytes().all(|b| b.is_ascii_digit()))
        }
    }
    let form = load(json!({
        "type": "object", "properties": {"id": {"type": "string"}},
        "if": {"properties": {"id": {"pattern": "^\\d+$"}}, "required": ["id"]}, "then": {"properties": {"more": {}}}
    }));
    form.match_with(std::sync::Arc::new(Digits));
    assert_eq!(after(&form, &[("/id", json!("12"))]).0, ["/id", "/more"]);
    assert_eq!(after(&form, &[("/id", json!("a"))]).0, ["/id"]);
}

fn family() -> Form {
    load(json!({
        "$defs": {"person": {"type": "object", "title": "Person", "required": ["name"], "properties": {
            "name": {"title": "Name"},
            "children": {"type": "array", "title": "Children", "items": {"$ref": "#/$defs/person"}},
            "partner": {"$ref": "#/$defs/person"}
        }}},
        "$ref": "#/$defs/person"
    }))
}

/// Guards against a definition that nests in itself being refused, or read without end.
#[test]
fn a_definition_within_itself_is_asked_as_deep_as_answers_go() {
    let form = family();
    let pointers: Vec<&str> = form.fields.iter().map(|f| f.pointer.as_str()).collect();
    assert_eq!(pointers, ["/name", "/children", "/partner"]);
    let children = json!([{"name": " Ann ", "children": [{"name": ""}, {"name": "Bo", "partner": {"name": "Cy"}}]}]);
    let answers = typed(&form, &[("/name", json!("Root")), ("/children", children), ("/partner", json!({"children": []}))]);
    assert_eq!(rules(&form, &answers), [("/children/0/children/0/name".into(), Rule::Required), ("/partner/name".into(), Rule::Required)]);
    assert_eq!(answers.data(&form, today())["children"][0]["children"][1], json!({"name": "Bo", "partner": {"name": "Cy"}}));
    assert_eq!(form.field_at("/children/0/children/7/partner/name").map(|f| f.label.as_str()), Some("Name"));
    assert!(checker().data(&form, &json!({"name": "a", "partner": {"name": "b", "children": [{"name": "c"}]}})).is_ok());
    let unasked = checker().data(&form, &json!({"name": "a", "partner": {"name": "b", "other": 1}})).expect_err("not asked");
    assert_eq!(unasked.iter().map(|p| p.pointer.as_str()).collect::<Vec<_>>(), ["/partner/other"]);
    let needs = json!({"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#"}}});
    assert_eq!(Form::load("1", &needs).map_err(|p| p.pointer).err(), Some("/properties/next/$ref".into()));
}

#[test]
fn a_list_of_values_asks_each_of_them() {
    let form = load(json!({"type": "object", "properties": {"tags": {"type": "array", "title": "Tags", "items": {"type": "string", "maxLength": 3}}}}));
    let answers = typed(&form, &[("/tags", json!([" a ", null, "long"]))]);
    assert_eq!(answers.data(&form, today()), json!({"tags": ["a", null, "long"]}));
    assert_eq!(rules(&form, &answers), [("/tags/1".into(), Rule::Required), ("/tags/2".into(), Rule::TooLong(3))]);
    assert_eq!(checker().data(&form, &json!({"tags": ["a", "b"]})), Ok(()));
    assert!(checker().data(&form, &json!({"tags": [1]})).is_err());
}

#[test]
fn each_place_of_a_tuple_is_a_question_of_its_own() {
    let form = load(json!({"type": "object", "properties": {"at": {
        "type": "array", "minItems": 2, "prefixItems": [{"type": "number", "title": "North"}, {"type": "number", "title": "East"}, {"type": "string", "title": "Name"}]
    }}}));
    let Kind::Group { fields, listed: true } = &field(&form, "/at").kind else { panic!("no tuple") };
    assert_eq!(fields.iter().map(|f| (f.label.as_str(), f.required)).collect::<Vec<_>>(), [("North", true), ("East", true), ("Name", false)]);
    let answers = typed(&form, &[("/at", json!(["22.5", "114", null]))]);
    assert_eq!(answers.data(&form, today()), json!({"at": [22.5, 114]}));
    assert!(checker().all(&form, &answers).is_ok());
    assert_eq!(rules(&form, &typed(&form, &[("/at", json!(["x", "114"]))])), [("/at/0".into(), Rule::NotANumber)]);
}

/// Guards against a condition that would have to know its own outcome.
#[test]
fn a_condition_on_what_it_brings_is_refused_by_its_circle() {
    let circle = json!({"type": "object",
        "if": {"required": ["b"]}, "then": {"properties": {"a": {}}},
        "else": {}, "dependentSchemas": {"a": {"properties": {"b": {}}}}});
    let problem = Form::load("1", &circle).expect_err("a circle");
    assert!(problem.reason.contains("/a → /b → /a") || problem.reason.contains("/b → /a → /b"), "{problem}");
}

/// Guards against thirty questions on one page, and against a page for a single one.
#[test]
fn a_long_form_is_asked_a_section_at_a_time() {
    let form = |sections: usize, each: usize, pages: Option<&str>| {
        let name = |s: usize, n: usize| format!("f{s}_{n}");
        let properties: serde_json::Map<String, Value> = (0..sections).flat_map(|s| (0..each).map(move |n| (name(s, n), json!({})))).collect();
        let sections: Vec<Value> = (0..sections)
            .map(|s| json!({"id": s.to_string(), "title": "t", "fields": (0..each).map(|n| format!("/{}", name(s, n))).collect::<Vec<_>>()}))
            .collect();
        let mut schema = json!({"type": "object", "properties": properties, "x-sections": sections});
        if let Some(pages) = pages {
            schema["x-pages"] = pages.into();
        }
        Form::load("1", &schema)
    };
    assert!(form(3, 5, None).is_ok_and(|f| f.is_paged));
    assert!(form(3, 4, None).is_ok_and(|f| !f.is_paged));
    assert!(form(2, 20, None).is_ok_and(|f| !f.is_paged));
    assert!(form(2, 1, Some("sections")).is_ok_and(|f| f.is_paged));
    assert!(form(9, 9, Some("one")).is_ok_and(|f| !f.is_paged));
    assert_eq!(form(1, 1, Some("two")).map_err(|p| p.pointer).err(), Some("/x-pages".into()));
    let three = form(3, 5, None).expect("a form");
    assert_eq!((three.section_of(6), three.sections_of(&[0, 4, 12])), (Some(1), vec![0, 2]));
}

/// Guards against a draft that loses what fits the shape that a field had when it was typed.
#[test]
fn a_draft_comes_back_in_whichever_shape_it_was_typed() {
    let form = load(json!({
        "type": "object", "properties": {"kind": {"enum": ["pick", "say"]}},
        "oneOf": [{"properties": {"kind": {"const": "pick"}, "v": {"enum": ["a", "b"]}}}, {"properties": {"kind": {"const": "say"}, "v": {"type": "string"}}}]
    }));
    for values in [[("/kind", json!("pick")), ("/v", json!("b"))], [("/kind", json!("say")), ("/v", json!("anything"))]] {
        let answers = typed(&form, &values);
        let mut back = Answers::new(&form);
        assert!(back.restore(&form, &answers.typed()).is_empty());
        assert_eq!(back.data(&form, today()), answers.data(&form, today()));
    }
}
