use crate::forms::{checker, field, form, load, prefill, rules, today, typed};
use miaoban::form::{is_at_or_in, sentence, sentence_for, Answers, Field, Form, Problem, Rule, Severity};
use miaoban::model::identifier::{IdentifierFault as F, IdentifierKind as K};
use miaoban::words::{Lang, Words};
use proptest::prelude::*;
use serde_json::{json, Value};

/// The rule that a typed value of one field breaks.
fn rule(schema: Value, value: Value) -> Option<Rule> {
    let form = form(json!({"x": schema}));
    let answers = typed(&form, &[("/x", value)]);
    at(&form, field(&form, "/x"), &answers).map(|p| p.rule)
}

/// The first problem at one field.
fn at(form: &Form, field: &Field, answers: &Answers) -> Option<Problem> {
    checker().problems(form, answers).into_iter().find(|p| is_at_or_in(&p.pointer, field.pointer.as_str()))
}

#[test]
fn each_rule_is_told_and_good_answers_are_not_bothered() {
    let choice = json!({"enum": ["a", 2]});
    let many = json!({"type": "array", "items": {"enum": ["a", "b", "c"]}, "minItems": 2, "maxItems": 2});
    for (schema, good, bad, broken) in [
        (json!({"minLength": 2}), json!("汉字"), json!("汉"), Rule::TooShort(2)),
        (json!({"maxLength": 2}), json!(" 𠮷字 "), json!("abc"), Rule::TooLong(2)),
        (json!({"pattern": "^\\d{3}$"}), json!("123"), json!("12"), Rule::Pattern),
        (json!({"type": "number", "minimum": 1}), json!("1"), json!(0.5), Rule::TooSmall(1.0)),
        (json!({"type": "number", "maximum": 9}), json!(9), json!("10"), Rule::TooLarge(9.0)),
        (json!({"type": "number"}), json!("1,000"), json!("many"), Rule::NotANumber),
        (json!({"type": "number"}), json!(1), json!("1e400"), Rule::NotANumber),
        (json!({"type": "number"}), json!(1), json!(true), Rule::WrongType),
        (json!({"type": "integer"}), json!(2.0), json!("2.5"), Rule::NotAnInteger),
        (json!({"type": "number", "x-widget": "money"}), json!("12.50"), json!("twelve"), Rule::NotANumber),
        (choice, json!(2), json!("b"), Rule::NotAChoice),
        (many.clone(), json!(["a", "b"]), json!(["a"]), Rule::TooFew(2)),
        (many.clone(), json!(["a", "b"]), json!(["a", "b", "c"]), Rule::TooMany(2)),
        (many.clone(), json!(["a", "b"]), json!(["a", "x"]), Rule::NotAChoice),
        (many, json!(["a", "b"]), json!("a"), Rule::WrongType),
        (json!({"format": "date"}), json!("2026/2/28"), json!("2026-02-29"), Rule::NotADate),
        (json!({"format": "email"}), json!("a.b+c@d-e.cn"), json!("a@b"), Rule::NotAnEmail),
        (json!({"format": "uri"}), json!("https://政务.cn/a?b=c#d"), json!("javascript:alert(1)"), Rule::NotAUri),
        (json!({"type": "boolean"}), json!(false), json!("yes"), Rule::WrongType),
        (json!({"const": true}), json!(true), json!(false), Rule::MustAgree),
        (json!({"format": "attachment"}), json!({"id": "f"}), json!({"name": "f"}), Rule::WrongType),
        (json!({"format": "cn-mobile"}), json!("138 0013 8000"), json!("138"), Rule::Identifier(K::Mobile, F::Length)),
        (json!({"format": "cn-resident-id"}), json!("44030519851215019x"), json!("440305198512150191"), Rule::Identifier(K::ResidentId, F::CheckDigit)),
        (json!({"type": "string"}), json!("x"), json!(1), Rule::WrongType),
    ] {
        assert_eq!(rule(schema.clone(), good.clone()), None, "{good} in {schema}");
        assert_eq!(rule(schema.clone(), bad.clone()), Some(broken), "{bad} in {schema}");
    }
}

#[test]
fn real_email_addresses_pass_and_broken_ones_do_not() {
    let schema = || json!({"format": "email"});
    for good in ["lin@example.com", "a.b@c.d.cn", "x_y-z%1@sub.example.co", "o'neil@example.ie"] {
        assert_eq!(rule(schema(), json!(good)), None, "{good}");
    }
    for bad in ["lin", "lin@", "@example.com", "a b@example.com", "a@b@c.cn", "a@-b.cn", "a@b-.cn", "a@b..cn", "a@.cn", "林@example.com", "a@example.com."] {
        assert_eq!(rule(schema(), json!(bad)), Some(Rule::NotAnEmail), "{bad}");
    }
}

#[test]
fn only_web_addresses_can_become_links() {
    for bad in [
        "example.com",
        "ftp://example.com",
        "http://",
        "https:///x",
        "https://a b.cn",
        "https://user:pw@example.com",
        "data:text/html,x",
        "HTTPS://exa<mple.com",
    ] {
        assert_eq!(rule(json!({"format": "uri"}), json!(bad)), Some(Rule::NotAUri), "{bad}");
    }
    assert_eq!(rule(json!({"format": "uri"}), json!("HTTPS://example.com:8443/x")), None);
}

#[test]
fn an_unborn_person_has_no_identity_number() {
    let born_tomorrow = "110101202611240000";
    let valid = (0..=10).find_map(|n| {
        let text = format!("{}{}", &born_tomorrow[..17], if n == 10 { "X".to_owned() } else { n.to_string() });
        miaoban::model::identifier::check(K::ResidentId, &text).is_ok().then_some(text)
    });
    assert_eq!(rule(json!({"format": "cn-resident-id"}), json!(valid)), Some(Rule::Identifier(K::ResidentId, F::Date)));
}

#[test]
fn an_invalid_pattern_is_never_held_against_the_person() {
    assert_eq!(rule(json!({"pattern": "("}), json!("x")), None);
}

#[test]
fn a_real_company_whose_code_fails_the_check_can_still_apply() {
    let form = form(json!({"code": {"format": "cn-uscc"}}));
    let answers = typed(&form, &[("/code", json!("91310115MA1H8R7C6D"))]);
    let valid = checker().all(&form, &answers).expect("only a warning");
    assert_eq!(valid.warnings().iter().map(|p| p.severity).collect::<Vec<_>>(), [Severity::Warning]);
    assert_eq!(checker().data(&form, valid.data()), Ok(()));
    assert!(checker().all(&form, &typed(&form, &[("/code", json!("9131"))])).is_err());
}

#[test]
fn what_is_missing_is_asked_for_and_what_is_hidden_is_not() {
    let form = load(json!({
        "type": "object", "required": ["a", "b", "c", "d"],
        "properties": {"a": {}, "b": {"x-visible-when": "a == 'show'"}, "c": {"const": true}, "d": {"enum": ["x"]}}
    }));
    let missing = |answers: &Answers| rules(&form, answers);
    assert_eq!(
        missing(&typed(&form, &[("/a", json!(" "))])),
        [("/a".to_owned(), Rule::Required), ("/c".to_owned(), Rule::MustAgree), ("/d".to_owned(), Rule::Required)]
    );
    let answers = typed(&form, &[("/a", json!("show")), ("/c", json!(true)), ("/d", json!("x"))]);
    assert_eq!(missing(&answers), [("/b".to_owned(), Rule::Required)]);
    assert_eq!(at(&form, field(&form, "/b"), &answers).map(|p| p.rule), Some(Rule::Required));
    assert_eq!(at(&form, field(&form, "/b"), &Answers::new(&form)), None);
}

#[test]
fn an_optional_group_is_required_only_once_it_is_begun() {
    let group = json!({"type": "object", "required": ["name"], "properties": {"name": {}, "phone": {}}});
    let form = load(json!({"type": "object", "properties": {"agent": group}}));
    assert_eq!(rules(&form, &Answers::new(&form)), []);
    let begun = typed(&form, &[("/agent/phone", json!("1"))]);
    assert_eq!(rules(&form, &begun), [("/agent/name".to_owned(), Rule::Required)]);
    assert_eq!(at(&form, field(&form, "/agent/name"), &begun).map(|p| p.rule), Some(Rule::Required));
}

#[test]
fn each_item_of_a_list_is_checked_at_its_own_place() {
    let form = load(json!({"type": "object", "required": ["p"], "properties": {"p": {"type": "array", "minItems": 1, "items": {
        "type": "object", "required": ["name", "why"],
        "properties": {"name": {"maxLength": 2}, "why": {"x-visible-when": "name == 'x'"}}
    }}}}));
    assert_eq!(rules(&form, &Answers::new(&form)), [("/p".to_owned(), Rule::Required)]);
    let answers = typed(&form, &[("/p", json!([{"name": "ok"}, {"name": "long"}, {"name": "x"}, {}]))]);
    let expected = [("/p/1/name", Rule::TooLong(2)), ("/p/2/why", Rule::Required), ("/p/3/name", Rule::Required)];
    assert_eq!(rules(&form, &answers), expected.map(|(p, r)| (p.to_owned(), r)));
    assert_eq!(at(&form, field(&form, "/p"), &answers).map(|p| p.pointer).as_deref(), Some("/p/1/name"));
}

#[test]
fn a_typed_value_that_a_locked_source_contradicts_is_told_before_the_backend_refuses_it() {
    let form = form(json!({"name": {}}));
    let mut answers = typed(&form, &[("/name", json!("王"))]);
    answers.merge(&prefill("id", "/name", json!("林"), "A", "locked"));
    assert_eq!(rules(&form, &answers), [("/name".to_owned(), Rule::NotAsOnRecord)]);
    assert_eq!(at(&form, field(&form, "/name"), &answers).map(|p| p.rule), Some(Rule::NotAsOnRecord));
    answers.revert(field(&form, "/name"));
    assert_eq!(checker().all(&form, &answers).expect("valid").provenance().get("/name").map(String::as_str), Some("id"));
}

#[test]
fn a_backend_refuses_what_was_not_asked_and_what_was_not_cleaned() {
    let form = form(json!({
        "m": {"format": "cn-mobile"}, "show": {"type": "boolean"}, "h": {"x-visible-when": "show"}, "g": {"type": "object", "properties": {"x": {}}},
        "r": {"type": "array", "items": {"type": "object", "properties": {"a": {}}}}
    }));
    let refused = |data: Value| checker().data(&form, &data).err().unwrap_or_default().into_iter().map(|p| (p.pointer, p.rule)).collect::<Vec<_>>();
    assert_eq!(refused(json!({"m": "13800138000", "show": true, "h": "x", "g": {"x": "1"}, "r": [{"a": "1"}]})), []);
    for (data, pointer, rule) in [
        (json!([]), "", Rule::WrongType),
        (json!({"m": "138 0013 8000"}), "/m", Rule::Identifier(K::Mobile, F::Characters)),
        (json!({"admin": true}), "/admin", Rule::NotAsked),
        (json!({"__proto__": {}}), "/__proto__", Rule::NotAsked),
        (json!({"show": false, "h": "x"}), "/h", Rule::NotAsked),
        (json!({"g": {"y": 1}}), "/g/y", Rule::NotAsked),
        (json!({"g": "x"}), "/g", Rule::NotAsked),
        (json!({"r": [{"a": "1"}, {"b": 1}]}), "/r/1/b", Rule::NotAsked),
        (json!({"r": ["x"]}), "/r/0", Rule::WrongType),
    ] {
        assert_eq!(refused(data.clone()), [(pointer.to_owned(), rule)], "{data}");
    }
}

#[test]
fn the_schemas_own_words_come_first() {
    let form = form(json!({"x": {"maxLength": 1, "x-messages": {"maxLength": "One letter, please"}}}));
    let problem = at(&form, field(&form, "/x"), &typed(&form, &[("/x", json!("ab"))])).expect("too long");
    assert_eq!(sentence(&problem, Lang::En), "One letter, please");
}

fn problem(pointer: &str, rule: Rule) -> Problem {
    Problem { pointer: pointer.into(), rule, severity: rule.severity(), message: None }
}

#[test]
fn sentences_say_what_to_do_with_the_bounds_filled_in() {
    for (rule, lang, words) in [
        (Rule::TooLong(150), Lang::En, "Shorten this to 150 characters or fewer"),
        (Rule::TooSmall(18.0), Lang::En, "Enter 18 or more"),
        (Rule::TooLarge(0.5), Lang::En, "Enter 0.5 or less"),
        (Rule::Identifier(K::ResidentId, F::Length), Lang::Hans, "请输入 18 位身份证号码\u{ff0c}最后一位可以是 X"),
    ] {
        assert_eq!(sentence(&problem("/x", rule), lang), words);
    }
    let form = form(json!({"c": {"enum": ["a"]}, "f": {"format": "attachment"}, "id": {"format": "cn-mobile"}}));
    let ask = |pointer: &str| sentence_for(&problem(pointer, Rule::Required), &form, Lang::En);
    assert_eq!([ask("/c"), ask("/f"), ask("/id"), ask("/?")], ["Choose one", "Upload this document", "Enter the 11-digit mobile number", "Fill this in"]);
}

#[test]
fn every_problem_has_a_sentence_in_every_language_without_gaps() {
    let mut all = vec![
        Rule::Required,
        Rule::TooShort(2),
        Rule::TooLong(2),
        Rule::TooSmall(2.0),
        Rule::TooLarge(2.0),
        Rule::NotANumber,
        Rule::NotAnInteger,
        Rule::Pattern,
        Rule::NotAChoice,
        Rule::TooFew(2),
        Rule::TooMany(2),
        Rule::MustAgree,
        Rule::NotADate,
        Rule::NotAnEmail,
        Rule::NotAUri,
        Rule::WrongType,
        Rule::NotAsOnRecord,
        Rule::NotAsked,
    ];
    all.extend(K::ALL.into_iter().flat_map(|k| F::ALL.map(|f| Rule::Identifier(k, f))));
    for rule in all {
        for lang in Lang::ALL {
            let text = sentence(&problem("/x", rule), lang);
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{rule:?} {lang:?}: {text}");
        }
    }
    for (entry, name) in miaoban::words::problem::FieldWords::ALL {
        for lang in [Lang::Hans, Lang::Hant] {
            assert!(!entry.text(lang).contains([',', ';', '(', '?']), "{name} has half-width punctuation");
        }
        let slots = Lang::ALL.map(|l| entry.text(l).matches("{n}").count());
        assert!(slots.iter().all(|n| *n == slots[0]), "{name}: placeholders differ");
    }
}

/// Every kind, with conditions that rest on one another.
fn whole() -> Form {
    load(json!({
        "type": "object", "required": ["a", "d", "pick"],
        "properties": {
            "a": {"type": "string", "maxLength": 4}, "b": {"type": "number", "x-visible-when": "a == 'x'"}, "c": {"type": "integer", "x-visible-when": "b"},
            "d": {"format": "date"}, "e": {"format": "email", "x-visible-when": "!c"}, "id": {"format": "cn-any-id"}, "code": {"format": "cn-uscc"},
            "pick": {"enum": ["x", "y"]}, "many": {"type": "array", "items": {"enum": ["x", "y"]}}, "ok": {"const": true}, "yes": {"type": "boolean"},
            "file": {"format": "attachment"}, "g": {"type": "object", "required": ["x"], "properties": {"x": {}, "y": {"x-visible-when": "g.x"}}},
            "list": {"type": "array", "items": {"type": "object", "required": ["p"], "properties": {"p": {"maxLength": 2}, "q": {"x-visible-when": "p == 'x'"}}}}
        }
    }))
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3i32..40).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec![
            "x",
            "y",
            "",
            " ",
            "12",
            "2026-1-1",
            "2026-01-01",
            "a@b.cn",
            "12345678",
            "91350100M000100Y43",
            "91310115MA1H8R7C6D",
            "汉字汉字汉"
        ])
        .prop_map(Value::from),
        "\\PC{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[pqabx]|id|list|g|pick|d", inner, 0..4).prop_map(|m| Value::Object(m.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn page_and_backend_agree_about_what_may_be_submitted(values in prop::collection::vec(prop::option::weighted(0.6, value()), 15)) {
        let form = whole();
        let mut answers = Answers::new(&form);
        for (field, value) in form.fields.iter().zip(values) {
            if let Some(value) = value {
                let _ = answers.type_in(field, value);
            }
        }
        let data = answers.data(&form, today());
        let page = checker().all(&form, &answers);
        let backend = checker().data(&form, &data);
        prop_assert_eq!(page.is_ok(), backend.is_ok(), "{:?}\n{:?}\n{}", page, backend, data);
        if let Ok(valid) = page {
            prop_assert_eq!(valid.data(), &data);
        }
        let shown = miaoban::form::visible(&form, &answers, today());
        for (field, shown) in form.fields.iter().zip(shown) {
            prop_assert!(shown || field.pointer.get(&data).is_none());
        }
        let count = miaoban::form::count(&form, &answers, today());
        prop_assert_eq!(count.total, count.filled_by_sources + count.typed + count.suggested + count.open);
        let mut again = Answers::new(&form);
        let lost = again.restore(&form, &answers.typed());
        prop_assert!(lost.iter().all(|p| answers.get(p).is_some()));
    }

    #[test]
    fn no_submission_makes_the_check_panic(data in value()) {
        let _ = checker().data(&whole(), &data);
    }
}
