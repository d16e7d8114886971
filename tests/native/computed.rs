//! Computed and conditional fields: what they read, in which order they are settled, and what a backend takes for them.

use crate::forms::{checker, form, today, typed};
use miaoban::form::{count, Answers, Condition, Expression, Field, Form, Rule};
use proptest::prelude::*;
use serde_json::{json, Value};

fn fault(properties: Value) -> (String, String) {
    let problem = Form::load("1", &json!({"type": "object", "properties": properties})).expect_err("goes in a circle");
    (problem.pointer, problem.reason)
}

fn reads(text: &str) -> Vec<String> {
    Expression::compile(text).expect(text).reads().iter().map(|p| p.as_str().to_owned()).collect()
}

#[test]
fn an_expression_knows_what_it_reads() {
    for (text, places) in [
        ("a", vec!["/a"]),
        ("a.b.c == 'x'", vec!["/a/b/c"]),
        ("a && !b || c > `1`", vec!["/a", "/b", "/c"]),
        ("sum(items[].price)", vec!["/items/price"]),
        ("items[?kind == 'x'].price | [0]", vec!["/items/kind", "/items/price"]),
        ("sort_by(items, &price)[0].name", vec!["/items"]),
        ("length(keys(@))", vec![""]),
        ("[a, b.c]", vec!["/a", "/b/c"]),
        ("{x: a, y: a.b}", vec!["/a"]),
        ("g.*.x", vec!["/g"]),
        ("`7`", vec![]),
        ("\"a/b\"", vec!["/a~1b"]),
    ] {
        assert_eq!(reads(text), places, "{text}");
    }
}

/// Guards against a condition that misses a change because the place it reads was not found.
#[test]
fn an_outcome_over_what_is_read_is_the_outcome_over_everything() {
    let data = json!({"a": {"b": [{"c": 1, "d": "x"}, {"c": 2}], "e": "f"}, "g": [1, 2, [3]], "h": null, "i": "2000-01-01", "n": 3});
    for text in [
        "a.b[?c > `1`].c | [0]",
        "a.b[*].d",
        "a.*",
        "length(a)",
        "g[]",
        "g[1:]",
        "h || a.e",
        "age(i) > `20` && n == `3`",
        "not_null(h, a.e)",
        "keys(@)",
        "@.a.b[0].c",
        "a.b[].{c: c, d: d}",
        "max_by(a.b, &c).c",
        "a.b[-1].c",
        "sum(a.b[].c)",
        "join(',', a.b[?d].d)",
        "to_string(g)",
        "a.b | [0] | c",
    ] {
        let expression = Expression::compile(text).expect(text);
        assert_eq!(expression.outcome(&data, today()), expression.eval(&data, today()).expect(text), "{text}");
    }
}

/// Guards against a list that is made of what is missing and is empty in the page only.
#[test]
fn what_is_made_of_a_group_without_the_members_is_still_made() {
    let data = json!({"address": {"detail": "x"}});
    for text in ["address.[city, street]", "address.{a: city}", "address.city", "other.[a]", "address.b.[c]"] {
        let expression = Expression::compile(text).expect(text);
        assert_eq!(expression.outcome(&data, today()), expression.eval(&data, today()).expect(text), "{text}");
    }
}

/// Guards against an outcome that doubles with every stage until the memory is full.
#[test]
fn an_outcome_that_would_fill_the_memory_is_none() {
    let doubling = format!("a{}", " | [@, @]".repeat(28));
    let expression = Expression::compile(&doubling).expect("compiles");
    assert!(expression.eval(&json!({"a": 1}), today()).is_err());
    assert!(!expression.truthy(&json!({"a": 1}), today()));
}

#[test]
fn numbers_are_multiplied_subtracted_divided_and_rounded() {
    for (text, expected) in [
        ("product([`3`, `4`])", json!(12)),
        ("product([`0.1`, `3`])", json!(0.1 * 3.0)),
        ("round(product([`0.1`, `3`]), `2`)", json!(0.3)),
        ("round(`1.005`, `2`)", json!(1.01)),
        ("round(`-2.5`, `0`)", json!(-3)),
        ("round(`7`, `12`)", Value::Null),
        ("difference(`5`, `7`)", json!(-2)),
        ("quotient(`1`, `4`)", json!(0.25)),
        ("quotient(`1`, `0`)", Value::Null),
        ("product(missing)", Value::Null),
        ("product([`2`, missing])", Value::Null),
        ("difference('5', `1`)", Value::Null),
    ] {
        assert_eq!(Expression::compile(text).expect(text).eval(&json!({}), today()), Ok(expected), "{text}");
    }
    assert!(Expression::compile("round(`1`)").expect("compiles").eval(&json!({}), today()).is_err());
}

#[test]
fn computations_follow_one_another_and_conditions_see_them() {
    let form = form(json!({
        "a_total": {"type": "number", "x-computed": "sum(lines[].amount)"},
        "b_tax": {"type": "number", "x-computed": "round(product([a_total, `0.06`]), `2`)"},
        "c_why": {"type": "string", "x-visible-when": "b_tax > `10`"},
        "lines": {"type": "array", "items": {"type": "object", "properties": {
            "amount": {"type": "number", "x-computed": "product([price, count])"}, "count": {"type": "integer"}, "price": {"type": "number"}
        }}}
    }));
    let line = |price: i32, count: i32| json!({"price": price, "count": count});
    let mut answers = typed(&form, &[("/lines", json!([line(50, 2), line(25, 1)])), ("/c_why", json!("because"))]);
    let lines = json!([{"amount": 100, "count": 2, "price": 50}, {"amount": 25, "count": 1, "price": 25}]);
    assert_eq!(answers.data(&form, today()), json!({"a_total": 125, "b_tax": 7.5, "lines": lines}));
    answers.type_in(form.field("/lines").expect("lines"), json!([line(100, 2)])).expect("can be typed");
    assert_eq!(answers.data(&form, today()).get("c_why"), Some(&json!("because")), "typed earlier, and kept while hidden");
    assert_eq!(count(&form, &answers, today()).total, 2, "what is computed is nothing to do");
}

#[test]
fn what_is_computed_cannot_be_typed_and_a_hidden_computation_is_not_submitted() {
    let form = form(json!({"n": {"type": "number"}, "twice": {"type": "number", "x-computed": "product([n, `2`])", "x-visible-when": "n > `1`"}}));
    let mut answers = typed(&form, &[("/n", json!(2))]);
    assert!(answers.type_in(form.field("/twice").expect("twice"), json!(5)).is_err());
    assert_eq!(answers.data(&form, today()), json!({"n": 2, "twice": 4}));
    answers.type_in(form.field("/n").expect("n"), json!(1)).expect("can be typed");
    assert_eq!(answers.data(&form, today()), json!({"n": 1}));
}

/// Guards against every condition being evaluated anew with every key.
#[test]
fn a_condition_is_evaluated_only_when_what_it_reads_has_changed() {
    let form = form(json!({"a": {}, "b": {}, "c": {"x-visible-when": "a == 'x'"}, "d": {"x-computed": "join('', [a, a])"}}));
    let mut answers = typed(&form, &[("/a", json!("x"))]);
    let condition = |f: &Field| match &f.visible_when {
        Some(Condition::Expression(e)) => e.evaluations(),
        _ => 0,
    };
    let evaluations = || -> usize { form.fields.iter().map(|f| condition(f) + f.computed.as_ref().map_or(0, Expression::evaluations)).sum() };
    answers.data(&form, today());
    assert_eq!(evaluations(), 2);
    for text in ["1", "12", "123"] {
        answers.type_in(form.field("/b").expect("b"), json!(text)).expect("can be typed");
        answers.data(&form, today());
    }
    assert_eq!(evaluations(), 2);
    answers.type_in(form.field("/a").expect("a"), json!("y")).expect("can be typed");
    answers.data(&form, today());
    assert_eq!(evaluations(), 4);
    answers.data(&form, today().plus_months(1));
    assert_eq!(evaluations(), 6, "dates count from the day");
}

#[test]
fn what_rests_on_itself_is_refused_with_the_circle_named() {
    let (pointer, reason) = fault(json!({"m": {"x-visible-when": "!n"}, "n": {"x-visible-when": "!m"}}));
    assert_eq!(pointer, "/properties/m/x-visible-when");
    assert_eq!(reason, "goes in a circle: /m → /n → /m");
    assert_eq!(fault(json!({"p": {"x-visible-when": "!p"}})).1, "goes in a circle: /p → /p");
    let (pointer, reason) = fault(json!({
        "total": {"type": "number", "x-computed": "sum([net, tax])"}, "net": {"type": "number"}, "tax": {"type": "number", "x-computed": "product([g.base, `0.1`])"},
        "g": {"type": "object", "properties": {"base": {"type": "number", "x-computed": "total"}}}
    }));
    assert_eq!(pointer, "/properties/g/properties/base/x-computed");
    assert_eq!(reason, "goes in a circle: /g/base → /total → /tax → /g/base");
    let inside = json!({"list": {"type": "array", "items": {"type": "object", "properties": {"a": {"x-computed": "b"}, "b": {"x-computed": "a"}}}}});
    assert_eq!(fault(inside).1, "goes in a circle: /a → /b → /a");
    let group = json!({"g": {"type": "object", "x-visible-when": "g.on", "properties": {"on": {"type": "boolean"}}}});
    assert_eq!(fault(group).1, "goes in a circle: /g/on → /g/on");
    assert_eq!(fault(json!({"everything": {"x-computed": "to_string(@)"}})).1, "goes in a circle: /everything → /everything");
    assert_eq!(fault(json!({"x": {"x-computed": "sum("}})).0, "/properties/x/x-computed");
}

/// Guards against recursion and against looking at every pair: 20,000 conditions in a chain.
#[test]
fn a_chain_as_long_as_a_form_may_be_is_settled_in_one_round() {
    let properties: serde_json::Map<String, Value> =
        (0..20_000).map(|n| (format!("f{n:05}"), if n == 19_999 { json!({}) } else { json!({"x-visible-when": format!("f{:05}", n + 1)}) })).collect();
    let form = form(Value::Object(properties));
    let answers = typed(&form, &[("/f19999", json!("x")), ("/f19998", json!("x")), ("/f19996", json!("x"))]);
    let data = answers.data(&form, today());
    assert_eq!(data, json!({"f19999": "x", "f19998": "x"}));
}

/// Guards against an application whose total was written by hand.
#[test]
fn a_backend_refuses_what_does_not_come_to_the_same() {
    let form = form(json!({
        "n": {"type": "number"}, "twice": {"type": "number", "x-computed": "product([n, `2`])"},
        "rows": {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "number"}, "b": {"type": "number", "x-computed": "a"}}}}
    }));
    let checker = checker();
    let problems = |data: Value| match checker.data(&form, &data) {
        Ok(()) => Vec::new(),
        Err(problems) => problems.into_iter().map(|p| (p.pointer, p.rule)).collect(),
    };
    assert_eq!(problems(json!({"n": 2, "twice": 4})), []);
    assert_eq!(problems(json!({"n": 2, "twice": 4.0})), []);
    assert_eq!(problems(json!({"n": 2})), [], "left to the backend");
    assert_eq!(problems(json!({"n": 2, "twice": 5})), [("/twice".to_owned(), Rule::Miscomputed)]);
    assert_eq!(problems(json!({"n": 2, "twice": 4, "rows": [{"a": 1, "b": 1}, {"a": 1, "b": 2}]})), [("/rows/1/b".to_owned(), Rule::Miscomputed)]);
    assert_eq!(problems(json!({"twice": 4})), [("/twice".to_owned(), Rule::NotAsked)]);
}

proptest! {
    /// Guards against an order that depends on how the fields are called: settling twice changes nothing.
    #[test]
    fn what_is_settled_stays(order in Just(vec![0usize, 1, 2, 3, 4]).prop_shuffle(), values in proptest::collection::vec(0i64..4, 5)) {
        let name = |n: usize| format!("{}{n}", ["k", "b", "z", "a", "m"].get(order.get(n).copied().unwrap_or(0)).copied().unwrap_or("x"));
        let mut properties = serde_json::Map::new();
        for n in 0..5usize {
            let schema = match n {
                0 => json!({"type": "integer"}),
                1 => json!({"type": "integer", "x-visible-when": format!("{} > `1`", name(0))}),
                2 => json!({"type": "integer", "x-computed": format!("sum([{}, {} || `0`])", name(0), name(1))}),
                3 => json!({"type": "integer", "x-visible-when": format!("{} > `3`", name(2))}),
                _ => json!({"type": "integer", "x-computed": format!("difference({}, {} || `0`)", name(2), name(3))}),
            };
            properties.insert(name(n), schema);
        }
        let form = form(Value::Object(properties));
        let mut answers = Answers::new(&form);
        for (n, value) in values.iter().enumerate() {
            let _ = answers.type_in(form.field(&format!("/{}", name(n))).expect("there"), json!(value));
        }
        let data = answers.data(&form, today());
        prop_assert_eq!(checker().data(&form, &data), Ok(()));
        let (zero, one, three) = (values[0], values[1], values[3]);
        let two = zero + if zero > 1 { one } else { 0 };
        let four = two - if two > 3 { three } else { 0 };
        prop_assert_eq!(data.get(name(4)), Some(&json!(four)));
    }
}
