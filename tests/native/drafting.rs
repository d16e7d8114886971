//! Drafts over a change of the form: what is kept, what is told.

use crate::forms::{form, load, typed};
use miaoban::form::{Answers, Form};
use miaoban::model::draft::Draft;
use proptest::prelude::*;
use serde_json::{json, Value};
use std::collections::BTreeMap;

fn draft(version: &str, values: Value, labels: Value) -> Draft {
    serde_json::from_value(json!({"form_version": version, "values": values, "labels": labels})).expect("a draft")
}

fn migrating(properties: Value, migrations: Value) -> Form {
    load(json!({"type": "object", "properties": properties, "x-migrations": migrations}))
}

fn wrong(migrations: Value) -> String {
    let schema = json!({"type": "object", "properties": {"a": {}}, "x-migrations": migrations});
    Form::load("9", &schema).expect_err("a problem").pointer
}

/// Guards against a draft that keeps values of sources, and against labels of nothing.
#[test]
fn a_draft_holds_what_was_typed_with_its_questions() {
    let form = form(json!({"name": {"title": "姓名"}, "city": {"title": "城市", "default": "深圳"}}));
    let answers = typed(&form, &[("/name", json!("林"))]);
    let kept = answers.draft(&form, Some("k".to_owned()));
    assert_eq!(json!(kept), json!({"form_version": "1", "values": {"/name": "林"}, "labels": {"/name": "姓名"}, "submission_key": "k"}));
}

/// Guards against a step that is skipped: a draft two versions old takes every step since.
#[test]
fn an_old_draft_takes_every_step_since() {
    let form = migrating(
        json!({"home": {"type": "object", "properties": {"street": {}}}, "use": {"enum": ["study", "work"]}, "langs": {"type": "array", "items": {"enum": ["zh", "en"]}}}),
        json!([
            {"from": "-1", "steps": [{"move": ["/addr", "/address"]}]},
            {"from": "0", "steps": [
                {"move": ["/address", "/home"]}, {"map": "/use", "values": {"job": "work"}}, {"map": "/langs", "values": {"cn": "zh", "la": null}},
                {"drop": "/fax", "why": "不再使用传真"}
            ]},
        ]),
    );
    let mut answers = Answers::new(&form);
    let lost =
        answers.take_up(&form, draft("-1", json!({"/addr/street": "s", "/use": "job", "/fax": "1", "/langs": ["cn", "en", "la"]}), json!({"/fax": "传真"})));
    assert_eq!(json!(answers.typed()), json!({"/home/street": "s", "/use": "work", "/langs": ["zh", "en"]}));
    let told: Vec<_> = lost.iter().map(|l| (l.name(&form), l.why.as_deref(), l.is_asked)).collect();
    assert_eq!(told, [("传真".to_owned(), Some("不再使用传真"), false)]);
    let mut later = Answers::new(&form);
    assert!(later.take_up(&form, draft("0", json!({"/address/street": "s"}), json!({}))).is_empty());
    assert_eq!(json!(later.typed()), json!({"/home/street": "s"}));
}

/// Guards against names that only a programmer reads, and against asking again for what is not asked.
#[test]
fn what_could_not_be_kept_is_told_by_its_name() {
    let form = form(json!({"choice": {"title": "用途", "enum": ["a"]}}));
    let old = draft("0", json!({"/choice": "b", "/home_address": "x", "/list/0/firstName": "y", "/gone": "z"}), json!({"/gone": "旧问题"}));
    let lost = Answers::new(&form).take_up(&form, old);
    let told: Vec<_> = lost.iter().map(|l| (l.name(&form), l.is_asked)).collect();
    assert_eq!(told, [("用途".to_owned(), true), ("旧问题".to_owned(), false), ("home address".to_owned(), false), ("first name".to_owned(), false)]);
}

/// Guards against an old answer that replaces a newer one, and against a loss that nobody is told of.
#[test]
fn a_move_onto_an_answer_keeps_that_answer_and_says_so() {
    let form = migrating(json!({"b": {}}), json!([{"from": "0", "steps": [{"move": ["/a", "/b"]}]}]));
    let mut answers = Answers::new(&form);
    let lost = answers.take_up(&form, draft("0", json!({"/a": "old", "/ab": "other", "/b": "new"}), json!({"/a": "甲"})));
    assert_eq!(json!(answers.typed()), json!({"/b": "new"}));
    assert_eq!(lost.iter().map(|l| l.name(&form)).collect::<Vec<_>>(), ["甲", "ab"]);
}

/// Guards against a choice that is thrown away in silence.
#[test]
fn a_choice_that_means_nothing_today_is_asked_again() {
    let form = migrating(
        json!({"u": {"title": "用途", "enum": ["x"]}, "n": {"type": "number"}}),
        json!([{"from": "0", "steps": [{"map": "/u", "values": {"old": null}}, {"map": "/n", "values": {"3": 4}}]}]),
    );
    let mut answers = Answers::new(&form);
    let lost = answers.take_up(&form, draft("0", json!({"/u": "old", "/n": 3}), json!({})));
    assert_eq!(lost.iter().map(|l| (l.name(&form), l.is_asked)).collect::<Vec<_>>(), [("用途".to_owned(), true)]);
    assert_eq!(json!(answers.typed()), json!({"/n": 4}));
}

#[test]
fn a_migration_that_cannot_be_read_names_its_place() {
    for (migrations, place) in [
        (json!({}), "/x-migrations"),
        (json!([3]), "/x-migrations/0"),
        (json!([{"steps": []}]), "/x-migrations/0/from"),
        (json!([{"from": "9", "steps": []}]), "/x-migrations/0/from"),
        (json!([{"from": "1", "steps": []}, {"from": "1", "steps": []}]), "/x-migrations/1/from"),
        (json!([{"from": "1"}]), "/x-migrations/0/steps"),
        (json!([{"from": "1", "steps": [{}]}]), "/x-migrations/0/steps/0"),
        (json!([{"from": "1", "steps": [{"move": ["/a"]}]}]), "/x-migrations/0/steps/0/move"),
        (json!([{"from": "1", "steps": [{"move": ["/a", "b"]}]}]), "/x-migrations/0/steps/0/move/1"),
        (json!([{"from": "1", "steps": [{"map": "/a"}]}]), "/x-migrations/0/steps/0/values"),
        (json!([{"from": "1", "steps": [{"drop": ""}]}]), "/x-migrations/0/steps/0/drop"),
        (json!([{"from": "1", "steps": [{"drop": "/a", "why": 1}]}]), "/x-migrations/0/steps/0/why"),
        (json!([{"from": "1", "steps": vec![json!({"drop": "/a"}); 201]}]), "/x-migrations/0/steps"),
    ] {
        assert_eq!(wrong(migrations.clone()), place, "{migrations}");
    }
}

const PLACES: [&str; 4] = ["/a", "/b", "/c", "/g/x"];

fn step() -> impl Strategy<Value = Value> {
    let place = || prop::sample::select(vec!["/a", "/b", "/c", "/g", "/g/x", "/h"]);
    prop_oneof![
        (place(), place()).prop_map(|(from, to)| json!({"move": [from, to]})),
        (place(), prop::option::of(0u8..3)).prop_map(|(at, new)| json!({"map": at, "values": {"v1": new.map(|n| format!("v{n}"))}})),
        place().prop_map(|at| json!({"drop": at})),
    ]
}

proptest! {
    /// Guards against an answer that vanishes in silence: each one is kept or told, whatever the steps.
    #[test]
    fn every_answer_of_an_old_draft_is_kept_or_told(
        steps in prop::collection::vec(step(), 0..8),
        values in prop::collection::btree_map(prop::sample::select(PLACES.to_vec()), 0u8..3, 0..4),
    ) {
        let form = migrating(
            json!({"a": {}, "b": {}, "h": {}, "g": {"type": "object", "properties": {"x": {}}}}),
            json!([{"from": "0", "steps": steps}]),
        );
        let values: BTreeMap<String, Value> = values.into_iter().map(|(p, v)| (p.to_owned(), json!(format!("v{v}")))).collect();
        let old = Draft { form_version: "0".to_owned(), values: values.clone(), ..Draft::default() };
        let mut answers = Answers::new(&form);
        let lost = answers.take_up(&form, old);
        prop_assert_eq!(answers.typed().len() + lost.len(), values.len());
        // What is kept now is kept for good: the draft of today comes back whole.
        let again = answers.draft(&form, None);
        let mut later = Answers::new(&form);
        prop_assert!(later.take_up(&form, again.clone()).is_empty());
        prop_assert_eq!(later.typed(), again.values);
    }
}
