//! Texts, days and masks of the demo backend.

use crate::demo_desk::Desk;
use miaoban::demo::localize::localize;
use miaoban::model::rating::RatingSheet;
use miaoban::words::Lang;
use serde_json::json;

#[test]
fn only_objects_of_languages_are_texts() {
    let text = json!({"zh-CN": "深圳", "zh-Hant": "深圳市", "en": "Shenzhen"});
    assert_eq!(localize(&json!([{"a": text}]), Lang::En), json!([{"a": "Shenzhen"}]));
    assert_eq!(localize(&json!({"zh-CN": "深圳"}), Lang::En), json!("深圳"), "a missing language falls back to the default one");
    let other = json!({"zh-CN": "深圳", "code": 1});
    assert_eq!(localize(&other, Lang::En), other);
}

/// National Day 2026 is 1 to 7 October, with make-up days on Sunday 20 September and Saturday 10 October.
#[test]
fn deadlines_skip_weekends_and_holidays_and_count_make_up_days() {
    let mut desk = Desk::new();
    let application = desk.apply("no-criminal-record", "lin");
    let path = format!("/applications/{}/rating", application["id"].as_str().expect("id"));
    // Wednesday 30 September 2026: the next working days are 8, 9 and (made up) 10 October.
    desk.verify("no-criminal-record", "lin", &[]);
    let mut earlier = Desk::new();
    earlier.now = miaoban::model::date::Moment::parse("2026-09-30T10:00:00+08:00").expect("a moment");
    let application = earlier.apply("no-criminal-record", "lin");
    let early = format!("/applications/{}/rating", application["id"].as_str().expect("id"));
    let days = |desk: &mut Desk, path: &str| -> Vec<String> {
        let sheet: RatingSheet = serde_json::from_value(desk.get(path)).expect("RatingSheet");
        sheet.levels.iter().find(|l| l.level.get() == 1).into_iter().flat_map(|l| &l.follow_up).filter_map(|s| s.by.clone()).collect()
    };
    assert_eq!(days(&mut desk, &path), ["2026-11-24", "2026-11-30", "2026-12-14"]);
    assert_eq!(days(&mut earlier, &early), ["2026-10-08", "2026-10-13", "2026-10-27"]);
}

#[test]
fn a_rating_is_checked() {
    let mut desk = Desk::new();
    let application = desk.apply("no-criminal-record", "lin");
    let path = format!("/applications/{}", application["id"].as_str().expect("id"));
    let version = desk.get(&format!("{path}/rating"))["version"].clone();
    let good = json!({"kind": "first", "version": version, "level": 1, "tags": ["108", "115", "108"], "text": "差", "named": false});
    assert_eq!(crate::demo_desk::case(&desk.post(&format!("{path}/ratings"), &good)), "not-yet-decided");
    desk.wait(60_000);
    for (key, value) in [
        ("level", json!(0)),
        ("level", json!(6)),
        ("level", json!(4.5)),
        ("tags", json!(["510"])),
        ("tags", json!("108")),
        ("text", json!("字".repeat(151))),
        ("named", json!("yes")),
        ("kind", json!("third")),
        ("kind", json!("additional")),
    ] {
        let mut body = good.clone();
        body[key] = value;
        assert_eq!(desk.post(&format!("{path}/ratings"), &body).status, 422, "{key}");
    }
    let mut old = good.clone();
    old["version"] = json!("0");
    assert_eq!(desk.post(&format!("{path}/ratings"), &old).status, 409);
    let rated = desk.posted(&format!("{path}/ratings"), &good);
    assert_eq!(rated["tags"].as_array().map(Vec::len), Some(2), "a tag counted twice");
    assert!(rated["follow_up"].as_array().is_some_and(|f| !f.is_empty()));
}
