//! Dates and times: what people write is understood, what is submitted is what JSON Schema's formats ask for.

use crate::forms::{checker, form, rules, today, typed};
use miaoban::form::{in_words, sentence_for, shown_date_time, shown_time, typed_date_time, typed_time, Kind, Rule};
use miaoban::words::Lang;
use proptest::prelude::*;
use serde_json::{json, Value};

/// What a typed value is submitted as, and which rules it breaks.
fn asked(schema: Value, text: Value) -> (Value, Vec<(String, Rule)>) {
    let form = form(json!({"x": schema}));
    let answers = typed(&form, &[("/x", text)]);
    (answers.data(&form, today())["x"].clone(), rules(&form, &answers))
}

#[test]
fn times_are_understood_as_people_write_them() {
    for (text, time) in [
        ("9:30", "09:30"),
        ("9\u{ff1a}30", "09:30"),
        ("0930", "09:30"),
        ("930", "09:30"),
        ("093015", "09:30:15"),
        ("9.30", "09:30"),
        ("9", "09:00"),
        ("下午3点", "15:00"),
        ("下午 3:15", "15:15"),
        ("15时05分", "15:05"),
        ("15時05分30秒", "15:05:30"),
        ("9点半", "09:30"),
        ("9点钟", "09:00"),
        ("上午9点一刻", "09:15"),
        ("中午12点", "12:00"),
        ("中午1点", "13:00"),
        ("凌晨12点半", "00:30"),
        ("晚上8点", "20:00"),
        ("3 PM", "15:00"),
        ("12:05 a.m.", "00:05"),
        ("12pm", "12:00"),
        ("下午15:00", "15:00"),
    ] {
        assert_eq!(typed_time(text).map(|t| t.short()).as_deref(), Some(time), "{text}");
    }
    for date in ["2026-01-15", "20260115", "2026年1月15日", "2026/1/15"] {
        assert_eq!(typed_date_time(date), None, "{date} has no time in it");
    }
    for text in ["", "24:00", "9:60", "soon", "9:3:0:1", "晚上12点", "-1", "9:30 9:30", "上午13点", "1234567", "点", "9点六分", "٩:٣٠"] {
        assert_eq!(typed_time(text), None, "{text}");
    }
}

/// Guards against a time that our own validator, or another one, would refuse as `format: time`.
#[test]
fn a_time_is_submitted_as_its_schema_asks() {
    let zoned = || json!({"type": "string", "format": "time"});
    assert_eq!(asked(zoned(), json!("下午3点")), (json!("15:00:00+08:00"), vec![]));
    assert_eq!(asked(zoned(), json!("07:00:00Z")), (json!("07:00:00Z"), vec![]), "what a source says in another offset stays");
    assert_eq!(asked(zoned(), json!("later")), (json!("later"), vec![("/x".to_owned(), Rule::NotATime)]));
    let plain = || json!({"type": "string", "x-widget": "time"});
    assert_eq!(asked(plain(), json!(" 930 ")), (json!("09:30"), vec![]));
    assert_eq!(asked(plain(), json!("25:00")).1, [("/x".to_owned(), Rule::NotATime)]);
    let both = || json!({"type": "string", "format": "date-time"});
    assert_eq!(asked(both(), json!("2026年1月5日下午3点")), (json!("2026-01-05T15:00:00+08:00"), vec![]));
    assert_eq!(asked(both(), json!("2026-01-05 9:30")), (json!("2026-01-05T09:30:00+08:00"), vec![]));
    assert_eq!(asked(both(), json!("2026-01-05")).1, [("/x".to_owned(), Rule::NotADateTime)], "half an answer is none");
    assert_eq!(asked(both(), json!(" 9:30")).1, [("/x".to_owned(), Rule::NotADateTime)]);
}

/// Guards against a backend that takes what the page would have tidied.
#[test]
fn submitted_times_are_checked_strictly() {
    let form =
        form(json!({"t": {"type": "string", "format": "time"}, "w": {"type": "string", "x-widget": "time"}, "d": {"type": "string", "format": "date-time"}}));
    assert!(checker().data(&form, &json!({"t": "09:30:00+08:00", "w": "09:30", "d": "2026-01-05T09:30:00+08:00"})).is_ok());
    for wrong in [json!({"t": "09:30"}), json!({"w": "9:30"}), json!({"d": "2026-01-05 09:30"})] {
        assert!(checker().data(&form, &wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_time_is_shown_without_its_offset() {
    assert_eq!(shown_time("15:00:00+08:00"), "15:00");
    assert_eq!(shown_time("15:00:00Z"), "15:00:00Z");
    assert_eq!(shown_date_time("2026-01-05T23:30:00Z"), ("2026-01-06".to_owned(), "07:30".to_owned()));
    assert_eq!(shown_date_time("2026-01-05"), ("2026-01-05".to_owned(), String::new()));
    assert_eq!(shown_date_time(" 3 pm"), (String::new(), "3 pm".to_owned()), "a half that was typed stays in its half");
}

fn range(more: Value) -> Value {
    let mut schema = json!({"type": "object", "title": "x", "x-widget": "date-range", "required": ["from", "to"], "properties": {
        "from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"}}});
    for (key, value) in more.as_object().into_iter().flatten() {
        schema[key] = value.clone();
    }
    schema
}

/// Guards against a wrong end that is told at the start, or at the question as a whole.
#[test]
fn the_problem_of_a_range_is_told_at_the_end_that_has_it() {
    let tell = |value: Value| asked(range(json!({})), value).1;
    assert_eq!(tell(json!({"from": "2026/1/5", "to": "2026年1月5日"})), [], "one day is a range");
    assert_eq!(tell(json!({"from": "2026-01-05", "to": "2026-01-04"})), [("/x/to".to_owned(), Rule::EndsBefore)]);
    assert_eq!(tell(json!({"from": "2026-01-05"})), [("/x/to".to_owned(), Rule::Required)]);
    assert_eq!(tell(json!({"from": "2026-02-30", "to": "2026-03-01"})), [("/x/from".to_owned(), Rule::NotADate)]);
    assert_eq!(tell(Value::Null), [], "the question itself is optional");
    let form = form(json!({"x": range(json!({"x-messages": {"formatMinimum": "own words"}}))}));
    let answers = typed(&form, &[("/x", json!({"from": "2026-01-05", "to": "2026-01-04"}))]);
    let problems = checker().problems(&form, &answers);
    assert_eq!(sentence_for(&problems[0], &form, Lang::En), "own words");
    let half = typed(&form, &[("/x", json!({"to": "2026-01-04"}))]);
    let problems = checker().problems(&form, &half);
    assert_eq!(sentence_for(&problems[0], &form, Lang::En), "Enter a date, for example 2026-11-23");
}

#[test]
fn a_range_is_one_question_with_one_answer() {
    let form = form(json!({"x": range(json!({}))}));
    let field = form.field("/x").expect("one field");
    assert!(matches!(field.kind, Kind::DateRange(_)));
    assert_eq!(in_words(field, &json!({"from": "2026-01-05", "to": "2026-03-01"}), Lang::En), "5 Jan 2026 to 1 Mar 2026");
    assert!(checker().data(&form, &json!({"x": {"from": "2026-01-05", "to": "2026-03-01"}})).is_ok());
    let more = checker().data(&form, &json!({"x": {"from": "2026-01-05", "to": "2026-03-01", "note": "?"}})).expect_err("what was not asked");
    assert_eq!(more[0].pointer, "/x/note");
    assert!(checker().data(&form, &json!({"x": {}})).is_err(), "an empty object lacks both");
    let start = json!({"x": {"type": "object", "x-widget": "date-range", "properties": {
        "start": {"$ref": "#/$defs/day"}, "end": {"$ref": "#/$defs/day"}}}});
    let form = crate::forms::load(json!({"type": "object", "properties": start, "$defs": {"day": {"type": "string", "format": "date"}}}));
    assert!(matches!(&form.field("/x").expect("one field").kind, Kind::DateRange([from, to]) if from.key == "start" && to.key == "end"));
}

/// Guards against a hole where the widget does not fit the schema.
#[test]
fn what_is_no_range_is_a_group_of_plain_fields() {
    for properties in [
        json!({"from": {"type": "string", "format": "date"}, "to": {"type": "string"}}),
        json!({"from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"}, "note": {"type": "string"}}),
        json!({"from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date", "x-visible-when": "from"}}),
    ] {
        let form = form(json!({"x": range(json!({"properties": properties.clone(), "required": []}))}));
        assert!(form.field("/x/from").is_some() && form.field("/x").is_none(), "{properties}");
    }
}

/// Guards against a draft that loses half an answer, or keeps what the form cannot hold.
#[test]
fn a_draft_keeps_what_was_typed_of_it() {
    let form = form(json!({"x": range(json!({})), "t": {"type": "string", "format": "date-time"}}));
    for (pointer, value, kept) in [
        ("/x", json!({"from": "2026-01-05"}), true),
        ("/x", json!({"from": 5}), false),
        ("/x", json!({"when": "2026-01-05"}), false),
        ("/x", json!("2026-01-05"), false),
        ("/t", json!("2026-01-05"), true),
    ] {
        let mut answers = miaoban::form::Answers::new(&form);
        let lost = answers.restore(&form, &[(pointer.to_owned(), value.clone())].into());
        assert_eq!(lost.is_empty(), kept, "{value}");
    }
}

proptest! {
    /// Reading never panics, and what was read is read again as the same.
    #[test]
    fn reading_times_is_total_and_stable(text in "[0-9a-zA-Z:：点时半分秒下午晚上 .T+年月日-]{0,24}") {
        if let Some(time) = typed_time(&text) {
            prop_assert_eq!(typed_time(&time.short()), Some(time));
            prop_assert_eq!(typed_time(&time.to_string()), Some(time));
        }
        if let Some((date, time)) = typed_date_time(&text) {
            prop_assert_eq!(typed_date_time(&format!("{date} {}", time.short())), Some((date, time)));
        }
        let once = asked(json!({"type": "string", "format": "date-time"}), json!(text)).0;
        if !once.is_null() {
            prop_assert_eq!(asked(json!({"type": "string", "format": "date-time"}), once.clone()).0, once);
        }
    }
}
