//! Addresses in parts: which schema makes one, what is checked, how a pasted one is split, what the backend serves.

use crate::demo_desk::{case, Desk};
use crate::forms::{checker, form, rules, today, typed};
use miaoban::backend::transport::Method;
use miaoban::form::{in_words, sentence_for, split_address, Form, Kind, Rule};
use miaoban::model::division::Division;
use miaoban::model::page::Page;
use miaoban::words::Lang;
use serde_json::{json, Value};

fn asked(keys: &[&str], required: &[&str]) -> Form {
    let members: serde_json::Map<String, Value> = keys.iter().map(|k| ((*k).to_owned(), json!({"type": "string"}))).collect();
    form(json!({"home": {"type": "object", "title": "home", "x-widget": "address", "required": required, "properties": members}}))
}

#[test]
fn an_address_is_one_question_from_the_widest_level_down() {
    let form = asked(&["detail", "district", "city", "district_code", "city_code"], &["city", "city_code", "detail"]);
    let Kind::Address(parts) = &form.field("/home").expect("one field").kind else { panic!("no address") };
    let keys: Vec<(&str, bool)> = parts.iter().map(|p| (p.key.as_str(), p.required)).collect();
    assert_eq!(keys, [("city", true), ("city_code", false), ("district", false), ("district_code", false), ("detail", true)], "a code is asked of nobody");
    let answer = json!({"city": " 深圳市 ", "city_code": "440300", "district": "南山区", "detail": "科技路 1 号"});
    let answers = typed(&form, &[("/home", answer)]);
    assert_eq!(rules(&form, &answers), []);
    assert_eq!(answers.data(&form, today())["home"]["city"], "深圳市");
    assert_eq!(in_words(form.field("/home").expect("it"), &answers.data(&form, today())["home"], Lang::En), "深圳市南山区科技路 1 号");
}

/// Guards against a problem at a level that cannot be answered before the one above it, and against one at the whole.
#[test]
fn the_first_level_that_is_missing_is_told_where_it_is() {
    let form = asked(&["city", "district", "detail"], &["city", "district", "detail"]);
    for (answer, at, words) in [
        (json!({"detail": "1 号"}), "/home/city", "Choose or enter this part of the address"),
        (json!({"city": "深圳市"}), "/home/district", "Choose or enter this part of the address"),
        (json!({"city": "深圳市", "district": "南山区", "detail": " "}), "/home/detail", "Enter the street number and flat, for example No. 10, Block 2, 301"),
    ] {
        let answers = typed(&form, &[("/home", answer)]);
        let problems = checker().problems(&form, &answers);
        assert_eq!(problems.iter().map(|p| p.pointer.as_str()).collect::<Vec<_>>(), [at]);
        assert_eq!(sentence_for(&problems[0], &form, Lang::En), words);
    }
    let wrong = checker().data(&form, &json!({"home": {"city": 1, "district": "x", "detail": "y"}})).expect_err("a number is no name");
    assert_eq!((wrong[0].pointer.as_str(), wrong[0].rule), ("/home/city", Rule::WrongType));
}

/// Guards against a hole where the widget does not fit the schema.
#[test]
fn what_is_no_address_is_a_group_of_plain_fields() {
    assert!(asked(&["city", "planet"], &[]).field("/home/planet").is_some());
    assert!(asked(&["city_code"], &[]).field("/home/city_code").is_some());
}

#[test]
fn a_pasted_address_is_split_into_its_levels() {
    for (text, levels) in [
        ("广东省深圳市南山区粤海街道科技路 1 号", ["广东省", "深圳市", "南山区", "粤海街道", "科技路 1 号"]),
        (" 深圳市福田区市民路10号2栋301 ", ["", "深圳市", "福田区", "", "市民路10号2栋301"]),
        ("廣東省東莞市虎門鎮某路 5 號", ["廣東省", "東莞市", "", "虎門鎮", "某路 5 號"]),
        ("广西壮族自治区南宁市青秀区民族大道 1 号", ["广西壮族自治区", "南宁市", "青秀区", "", "民族大道 1 号"]),
    ] {
        assert_eq!(split_address(text).map(|l| l.map(|s| s)), Some(levels.map(str::to_owned)), "{text}");
    }
    for text in ["", "科技路 1 号", "幸福小区 3 栋", "10 Shimin Road, Futian District", "请寄到单位市场部"] {
        assert_eq!(split_address(text), None, "{text}");
    }
}

#[test]
fn divisions_are_served_level_by_level() {
    let mut desk = Desk::new();
    let mut below = |parent: &str| -> Vec<Division> {
        let page: Page<Division> = serde_json::from_value(desk.get(&format!("/divisions?parent={parent}"))).expect("divisions");
        page.items
    };
    assert!(below("").iter().any(|d| d.code == "440000" && d.name == "广东省"));
    assert!(below("440000").iter().any(|d| d.code == "440300" && d.name == "深圳市"));
    assert_eq!(below("440300").len(), 9);
    assert!(below("440305").is_empty(), "streets are typed");
    assert_eq!(case(&desk.call(Method::Get, "/divisions?parent=999999", None, None).response), "not-found");
}
