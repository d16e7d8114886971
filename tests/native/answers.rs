use crate::forms::{field, form, load, prefill, today, typed};
use miaoban::form::{count, visible, Answers, Count, Form, Origin};
use proptest::prelude::*;
use serde_json::{json, Value};
use std::collections::BTreeMap;

fn two() -> Form {
    form(json!({"name": {"type": "string"}, "city": {"type": "string", "default": "深圳"}}))
}

#[test]
fn a_late_source_never_overwrites_what_was_typed() {
    let form = two();
    let mut answers = typed(&form, &[("/name", json!("林安"))]);
    let merged = answers.merge(&prefill("id", "/name", json!("林"), "A", "allowed"));
    assert_eq!((merged.filled.len(), merged.kept.len()), (0, 1));
    let answer = answers.get("/name").expect("answered");
    assert_eq!((&answer.value, &answer.origin, &answer.superseded), (&json!("林安"), &Origin::Typed, &Some(json!("林"))));
    assert!(answers.revert(field(&form, "/name")));
    assert_eq!(answers.get("/name").and_then(|a| a.source()), Some("id"));
}

#[test]
fn a_source_replaces_the_forms_own_suggestion() {
    let form = two();
    let mut answers = Answers::new(&form);
    assert_eq!(answers.get("/city").map(|a| a.origin.clone()), Some(Origin::Default));
    answers.merge(&prefill("id", "/city", json!("东莞"), "A", "allowed"));
    assert_eq!(answers.data(&form, today()), json!({"city": "东莞"}));
}

#[test]
fn a_locked_value_cannot_be_typed_over() {
    let form = two();
    let mut answers = Answers::new(&form);
    answers.merge(&prefill("id", "/name", json!("林"), "A", "locked"));
    assert!(answers.type_in(field(&form, "/name"), json!("王")).is_err());
    assert!(answers.clear(field(&form, "/name")).is_err());
    assert_eq!(answers.data(&form, today())["name"], json!("林"));
}

#[test]
fn a_read_only_field_takes_nothing_from_the_keyboard_or_a_draft() {
    let form = form(json!({"a": {"readOnly": true}, "b": {"x-widget": "readonly"}}));
    let mut answers = Answers::new(&form);
    assert!(answers.type_in(field(&form, "/a"), json!("x")).is_err());
    let draft = BTreeMap::from([("/a".to_owned(), json!("x")), ("/b".to_owned(), json!("x"))]);
    assert_eq!(answers.restore(&form, &draft), ["/a", "/b"]);
    answers.merge(&prefill("id", "/b", json!("x"), "A", "locked"));
    assert_eq!(answers.data(&form, today()), json!({"b": "x"}));
}

#[test]
fn typing_what_the_source_says_restores_its_provenance() {
    let form = form(json!({"id": {"format": "cn-resident-id"}}));
    let mut answers = Answers::new(&form);
    answers.merge(&prefill("id", "/id", json!("44030519851215019X"), "A", "allowed"));
    answers.type_in(field(&form, "/id"), json!("440305")).expect("may be changed");
    assert!(answers.provenance(&form, today()).is_empty());
    assert_eq!(answers.get("/id").and_then(|a| a.superseded.clone()), Some(json!("44030519851215019X")));
    answers.type_in(field(&form, "/id"), json!("4403 0519 8512 1501 9x")).expect("may be changed");
    assert_eq!(answers.provenance(&form, today()), BTreeMap::from([("/id".to_owned(), "id".to_owned())]));
}

#[test]
fn an_emptied_field_stays_empty_when_the_source_speaks_again() {
    let form = two();
    let source = prefill("id", "/name", json!("林"), "A", "allowed");
    let mut answers = Answers::new(&form);
    answers.merge(&source);
    answers.clear(field(&form, "/name")).expect("may be changed");
    answers.merge(&source);
    assert_eq!(answers.data(&form, today()).get("name"), None);
    let mut again = Answers::new(&form);
    assert!(again.restore(&form, &answers.typed()).is_empty());
    again.merge(&source);
    assert_eq!(again.data(&form, today()).get("name"), None);
}

#[test]
fn what_was_typed_and_deleted_does_not_keep_a_source_out() {
    let form = two();
    let mut answers = typed(&form, &[("/name", json!("x")), ("/name", json!("  "))]);
    answers.merge(&prefill("id", "/name", json!("林"), "A", "allowed"));
    assert_eq!(answers.data(&form, today())["name"], json!("林"));
}

#[test]
fn the_more_trustworthy_source_wins_whatever_the_order() {
    let form = two();
    let (a, c) = (prefill("registry", "/name", json!("林"), "A", "locked"), prefill("upload", "/name", json!("Lin"), "C", "allowed"));
    for order in [[&a, &c], [&c, &a]] {
        let mut answers = Answers::new(&form);
        for source in order {
            answers.merge(source);
        }
        assert_eq!(answers.get("/name").and_then(|x| x.source()), Some("registry"));
    }
}

#[test]
fn withdrawing_a_consent_forgets_the_source_and_nothing_else() {
    let form = two();
    let mut answers = Answers::new(&form);
    answers.merge(&prefill("id", "/name", json!("林"), "A", "locked"));
    answers.merge(&prefill("home", "/city", json!("东莞"), "A", "allowed"));
    answers.type_in(field(&form, "/city"), json!("珠海")).expect("may be changed");
    answers.forget_source("id");
    answers.forget_source("home");
    assert_eq!(answers.data(&form, today()), json!({"city": "珠海"}));
    assert_eq!(answers.get("/city").and_then(|a| a.superseded.clone()), None);
}

#[test]
fn a_source_cannot_answer_what_the_form_does_not_ask() {
    let form = two();
    let mut answers = Answers::new(&form);
    assert_eq!(answers.merge(&prefill("id", "/secret", json!("x"), "A", "locked")).unknown, ["/secret"]);
    assert_eq!(answers.merge(&prefill("id", "no pointer", json!("x"), "A", "locked")).unknown, ["no pointer"]);
    assert_eq!(answers.merge(&prefill("id", "/name", Value::Null, "A", "locked")).filled.len(), 0);
    assert!(answers.get("/secret").is_none() && answers.get("/name").is_none());
}

#[test]
fn a_draft_of_an_older_form_says_what_it_lost() {
    let form = form(
        json!({"kept": {}, "choice": {"enum": ["a", "b"]}, "many": {"type": "array", "items": {"enum": ["a"]}}, "n": {"type": "integer"}, "yes": {"type": "boolean"}}),
    );
    let draft: BTreeMap<String, Value> =
        [("/kept", json!("x")), ("/choice", json!("gone")), ("/many", json!(["a", "gone"])), ("/n", json!(3)), ("/yes", json!("yes")), ("/dropped", json!(1))]
            .map(|(p, v)| (p.to_owned(), v))
            .into();
    let mut answers = Answers::new(&form);
    assert_eq!(answers.restore(&form, &draft), ["/choice", "/dropped", "/many", "/yes"]);
    assert_eq!(answers.data(&form, today()), json!({"kept": "x", "n": 3}));
}

#[test]
fn hidden_answers_are_kept_but_not_submitted() {
    let form = form(json!({
        "a_how": {"enum": ["post", "pick-up"]},
        "b_street": {"x-visible-when": "a_how == 'post'"},
        "c_floor": {"x-visible-when": "b_street"},
        "d_window": {"x-visible-when": "!b_street"}
    }));
    let mut answers = typed(&form, &[("/a_how", json!("post")), ("/b_street", json!("s")), ("/c_floor", json!("3")), ("/d_window", json!("w"))]);
    assert_eq!(answers.data(&form, today()), json!({"a_how": "post", "b_street": "s", "c_floor": "3"}));
    answers.type_in(field(&form, "/a_how"), json!("pick-up")).expect("not locked");
    assert_eq!(visible(&form, &answers, today()), [true, false, false, true]);
    assert_eq!(answers.data(&form, today()), json!({"a_how": "pick-up", "d_window": "w"}));
    assert!(answers.typed().contains_key("/b_street"));
    answers.type_in(field(&form, "/a_how"), json!("post")).expect("not locked");
    assert_eq!(answers.data(&form, today()), json!({"a_how": "post", "b_street": "s", "c_floor": "3"}));
}

#[test]
fn a_group_whose_answers_are_all_hidden_leaves_nothing_behind() {
    let form = form(
        json!({"g": {"type": "object", "x-visible-when": "on", "properties": {"x": {}, "h": {"type": "object", "properties": {"y": {}}}}}, "on": {"type": "boolean"}}),
    );
    let answers = typed(&form, &[("/g/x", json!("1")), ("/g/h/y", json!("1")), ("/on", json!(false))]);
    assert_eq!(answers.data(&form, today()), json!({"on": false}));
}

#[test]
fn answers_are_submitted_as_they_were_meant() {
    let form = form(json!({
        "n": {"type": "number"}, "i": {"type": "integer"}, "d": {"format": "date"}, "t": {}, "e": {"format": "email"}, "m": {"format": "cn-mobile"}, "y": {"type": "number", "x-widget": "money"},
        "f": {"format": "attachment"}, "ff": {"type": "array", "items": {"format": "attachment"}}, "r": {"type": "array", "items": {"type": "object", "properties": {"a": {}, "b": {"x-visible-when": "a == 'y'"}}}}
    }));
    let answers = typed(
        &form,
        &[
            ("/n", json!(" 1,234.50 ")),
            ("/i", json!("\u{ff11}2")),
            ("/d", json!("2026年1月5日")),
            ("/t", json!("  a b ")),
            ("/e", json!("a\u{ff20}b.cn")),
            ("/m", json!("+86 138 0013 8000")),
            ("/y", json!("\u{ffe5} 1,088.50 元")),
            ("/f", json!({"id": "f1", "name": "a.pdf", "size": 1, "type": "application/pdf"})),
            ("/ff", json!([{"id": "f2"}, "f3"])),
            ("/r", json!([{"a": " x ", "b": "hidden"}, {"a": "y", "b": "shown", "stray": 1}])),
        ],
    );
    assert_eq!(
        answers.data(&form, today()),
        json!({
            "n": 1234.5, "i": 12, "d": "2026-01-05", "t": "a b", "e": "a@b.cn", "m": "13800138000", "y": 1088.5, "f": "f1", "ff": ["f2", "f3"], "r": [{"a": "x"}, {"a": "y", "b": "shown"}]
        })
    );
}

#[test]
fn the_count_adds_up() {
    let form = load(json!({
        "type": "object", "required": ["a", "b", "c", "h"],
        "properties": {"a": {}, "b": {}, "c": {}, "d": {"default": "x"}, "e": {}, "h": {"x-visible-when": "e"}}
    }));
    let mut answers = typed(&form, &[("/b", json!("typed"))]);
    answers.merge(&prefill("id", "/a", json!("x"), "A", "locked"));
    assert_eq!(count(&form, &answers, today()), Count { total: 4, filled_by_sources: 1, typed: 1, suggested: 1, open: 1 });
    answers.type_in(field(&form, "/e"), json!("x")).expect("not locked");
    assert_eq!(count(&form, &answers, today()), Count { total: 6, filled_by_sources: 1, typed: 2, suggested: 1, open: 2 });
}

/// What can happen to a field.
#[derive(Debug, Clone)]
enum Event {
    Type(u8),
    Clear,
    Merge { source: u8, value: u8, level: u8, locked: bool },
    Forget(u8),
    Reload,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (0u8..4).prop_map(Event::Type),
        Just(Event::Clear),
        (0u8..3, 0u8..4, 0u8..4, any::<bool>()).prop_map(|(source, value, level, locked)| Event::Merge { source, value, level, locked }),
        (0u8..3).prop_map(Event::Forget),
        Just(Event::Reload),
    ]
}

proptest! {
    #[test]
    fn typed_answers_survive_whatever_sources_do_and_in_whatever_order(events in prop::collection::vec(event(), 0..24)) {
        let form = two();
        let name = field(&form, "/name");
        let mut answers = Answers::new(&form);
        let mut mine: Option<Value> = None;
        for event in events {
            match event {
                Event::Type(v) => {
                    let value = json!(format!("v{v}"));
                    if answers.type_in(name, value.clone()).is_ok() { mine = Some(value); }
                }
                Event::Clear => if answers.clear(name).is_ok() { mine = None; },
                Event::Merge { source, value, level, locked } => {
                    let level = ["A", "B", "C", "D"][level as usize];
                    answers.merge(&prefill(&source.to_string(), "/name", json!(format!("v{value}")), level, if locked { "locked" } else { "allowed" }));
                }
                Event::Forget(source) => answers.forget_source(&source.to_string()),
                Event::Reload => {
                    let draft = answers.typed();
                    answers = Answers::new(&form);
                    prop_assert!(answers.restore(&form, &draft).is_empty());
                }
            }
            if let Some(value) = &mine {
                prop_assert_eq!(answers.get("/name").map(|a| &a.value), Some(value));
            }
        }
    }
}

/// Guards against a locked value that the backend would refuse, and against keeping what nobody asked to keep.
#[test]
fn what_a_source_says_otherwise_is_told_and_kept_or_taken() {
    let form = two();
    let mut answers = Answers::new(&form);
    answers.merge(&prefill("id", "/name", json!("林"), "A", "allowed"));
    let again = prefill("id", "/name", json!("王"), "A", "allowed");
    let told = answers.differences(&again);
    assert_eq!(told.iter().map(|d| (&d.before, &d.after, d.is_locked)).collect::<Vec<_>>(), [(&json!("林"), &json!("王"), false)]);
    assert!(answers.differences(&prefill("other", "/name", json!("王"), "A", "allowed")).is_empty(), "another source's value");
    let mut kept = answers.clone();
    kept.merge_but(&form, &again, &["/name".to_owned()]);
    let answer = kept.get("/name").expect("answered");
    assert_eq!((&answer.value, &answer.origin, &answer.superseded), (&json!("林"), &Origin::Typed, &Some(json!("王"))));
    let locked = prefill("id", "/name", json!("王"), "A", "locked");
    answers.merge_but(&form, &locked, &["/name".to_owned()]);
    assert_eq!(answers.get("/name").map(|a| (&a.value, a.is_locked())), Some((&json!("王"), true)));
    assert!(answers.differences(&locked).is_empty(), "told twice");
}

proptest! {
    /// Guards against a question about what the person typed, and against an answer to it that is not heeded.
    #[test]
    fn reading_a_source_again_never_touches_what_was_typed(
        typed_first in prop::option::of(0u8..3), before in 0u8..3, after in 0u8..3, is_locked in any::<bool>(), keep in any::<bool>(),
    ) {
        let form = two();
        let say = |v: u8| json!(format!("v{v}"));
        let mut answers = Answers::new(&form);
        if let Some(own) = typed_first {
            answers.type_in(field(&form, "/name"), say(own)).expect("not locked");
        }
        answers.merge(&prefill("id", "/name", say(before), "A", "allowed"));
        let again = prefill("id", "/name", say(after), "A", if is_locked { "locked" } else { "allowed" });
        let told = answers.differences(&again);
        let stood_as_its_own = typed_first.is_none_or(|own| own == before);
        prop_assert_eq!(told.len(), usize::from(stood_as_its_own && before != after));
        let keep = if keep { vec!["/name".to_owned()] } else { Vec::new() };
        answers.merge_but(&form, &again, &keep);
        let now = answers.get("/name").expect("answered").value.clone();
        let expected = match typed_first {
            Some(own) => own,
            None if !keep.is_empty() && !is_locked => before,
            None => after,
        };
        prop_assert_eq!(now, say(expected));
        prop_assert!(answers.differences(&again).is_empty());
    }
}
