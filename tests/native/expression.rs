use crate::forms::today;
use miaoban::form::Expression;
use proptest::prelude::*;
use serde_json::{json, Value};

fn eval(text: &str, data: Value) -> Value {
    Expression::compile(text).and_then(|e| e.eval(&data, today())).unwrap_or_else(|e| panic!("{text}: {e}"))
}

#[test]
fn ages_and_terms_are_counted_to_today() {
    for (text, expected) in [
        ("age('2012-11-23')", json!(14)),
        ("age('2012-11-24')", json!(13)),
        ("age('2030-01-01')", json!(0)),
        ("days_until('2026-11-30')", json!(7)),
        ("days_until('2026-11-22')", json!(-1)),
        ("months_since('2024-11-23')", json!(24)),
        ("months_since('2024-11-24')", json!(23)),
        ("months_since('2027-01-23')", json!(-2)),
        ("months_until('2027-01-22')", json!(1)),
        ("months_until('2027-01-23')", json!(2)),
        ("age('2012-11-23T08:00:00+08:00')", json!(14)),
        ("age('2012-11-23nonsense')", Value::Null),
        ("age('yesterday')", Value::Null),
        ("age(missing)", Value::Null),
        ("age(`7`)", Value::Null),
    ] {
        assert_eq!(eval(text, json!({})), expected, "{text}");
    }
}

#[test]
fn conditions_read_the_data_and_missing_data_is_no_fault() {
    let holds = |text: &str, data: Value| Expression::compile(text).expect("compiles").truthy(&data, today());
    assert!(holds("delivery == 'post'", json!({"delivery": "post"})));
    assert!(!holds("delivery == 'post'", json!({})));
    assert!(holds("age(born) >= `18`", json!({"born": "2000-01-01"})));
    assert!(!holds("age(born) >= `18`", json!({})));
    assert!(!holds("contains(tags, 'x')", json!({})));
    assert!(holds("contains(tags, 'x')", json!({"tags": ["x"]})));
    assert!(!holds("nonsense(@)", json!({})));
    assert!(holds("\"__proto__\" == 'x'", json!({"__proto__": "x"})));
}

#[test]
fn an_error_names_its_place() {
    let error = Expression::compile("a == ").expect_err("incomplete");
    assert!(error.offset >= 3, "{error}");
    assert!(Expression::compile("a").expect("compiles").eval(&json!({}), today()).is_ok());
    assert!(Expression::compile("age()").expect("compiles").eval(&json!({}), today()).is_err());
    assert!(Expression::compile("age(a, b)").expect("compiles").eval(&json!({}), today()).is_err());
}

#[test]
fn a_hostile_expression_cannot_exhaust_the_stack() {
    for unit in ["(", "!", "&", "[", "a.", "a||", "*.", "[].", "a[?", "{a:", "[][]"] {
        for count in [100, 1000, 100_000] {
            if let Ok(expression) = Expression::compile(&unit.repeat(count)) {
                let _ = expression.eval(&json!({"a": [[[1]]]}), today());
            }
        }
    }
    for (open, close) in [("(", ")"), ("!(", ")"), ("[", "]"), ("a[?", "]")] {
        let text = format!("{}a{}", open.repeat(90), close.repeat(90));
        if let Ok(expression) = Expression::compile(&text) {
            let _ = expression.eval(&json!({"a": 1}), today());
        }
    }
}

#[test]
fn a_slice_step_cannot_overflow() {
    assert!(Expression::compile("a[::2147483647]").is_err());
    assert!(Expression::compile("a[1:: -2147483647]").is_err());
    assert_eq!(eval("a[::999999]", json!({"a": [1, 2]})), json!([1]));
    let _ = Expression::compile("a[::0]").map(|e| e.eval(&json!({"a": [1]}), today()));
    let _ = Expression::compile("a[-2147483647]").map(|e| e.eval(&json!({"a": [1]}), today()));
}

proptest! {
    #[test]
    fn no_text_makes_expressions_panic(text in "\\PC{0,60}|[a-c\\[\\]().*?:|&!=<>'`\"{},@0-9 -]{0,60}") {
        if let Ok(expression) = Expression::compile(&text) {
            let _ = expression.eval(&json!({"a": [1, "b", {"c": null}], "b": {"a": [[]]}, "c": -1.5}), today());
        }
    }
}
