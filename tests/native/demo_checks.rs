//! Checks of one answer: by rules of the data, the same while typing and on submission.

use crate::demo_desk::{case, json_of, Desk};
use miaoban::backend::transport::Method;
use miaoban::form::Form;
use serde_json::{json, Value};

const SERVICE: &str = "company-setup";
const CHECK: &str = "/services/company-setup/checks/company-name-available";
const TAKEN: &str = "深圳市云杉科技有限公司";

fn ask(desk: &mut Desk, value: &Value) -> Value {
    let reply = desk.call(Method::Post, CHECK, Some(&json!({"value": value})), None).response;
    assert_eq!(reply.status, 200, "{}", String::from_utf8_lossy(&reply.body));
    json_of(&reply)
}

/// Guards against a taken name that passes, and against proposals that are taken too.
#[test]
fn a_taken_name_is_refused_with_names_that_are_free() {
    let mut desk = Desk::new();
    desk.verify(SERVICE, "gao", &[]);
    let refused = ask(&mut desk, &json!(TAKEN));
    assert_eq!(refused["ok"], false);
    assert!(refused["message"].as_str().is_some_and(|m| m.contains("换一个")));
    let proposed = refused["suggestions"].as_array().expect("suggestions").clone();
    assert_eq!(proposed.len(), 2, "one of three is taken itself: {proposed:?}");
    for name in &proposed {
        assert_eq!(ask(&mut desk, name)["ok"], true, "{name}");
    }
    desk.lang = "en";
    assert!(ask(&mut desk, &json!(TAKEN))["message"].as_str().is_some_and(|m| m.starts_with("Another")));
}

/// Guards against a check that tells strangers who is called what, and against a body that makes it panic.
#[test]
fn a_check_is_for_people_who_apply_and_for_values() {
    let mut desk = Desk::new();
    let body = json!({"value": TAKEN});
    assert_eq!(desk.call(Method::Post, CHECK, Some(&body), None).response.status, 401);
    desk.verify(SERVICE, "gao", &[]);
    assert_eq!(desk.call(Method::Post, "/services/company-setup/checks/unheard-of", Some(&body), None).response.status, 404);
    for wrong in [json!({}), json!({"value": null}), json!({"value": "x", "data": 3}), json!({"value": "x", "data": null})] {
        assert_eq!(case(&desk.call(Method::Post, CHECK, Some(&wrong), None).response), "invalid", "{wrong}");
    }
    for odd in [json!(3), json!(["x"]), json!({"a": 1})] {
        assert_eq!(ask(&mut desk, &odd)["ok"], true, "{odd}");
    }
}

/// Guards against a form that names a check which its service does not have.
#[test]
fn a_check_that_nobody_makes_is_told_by_its_name() {
    let Err(problem) = Desk::changed("services/company-setup.json", "/checks", json!({})) else { panic!("taken as it is") };
    assert!(problem.reason.contains("company-name-available"), "{problem}");
}

#[test]
fn a_check_that_cannot_be_read_names_its_place() {
    for (check, place) in [
        (json!("available"), "/properties/a/x-check"),
        (json!({}), "/properties/a/x-check/name"),
        (json!({"name": "n", "when": "type"}), "/properties/a/x-check/when"),
        (json!({"name": "n", "with": "/b"}), "/properties/a/x-check/with"),
        (json!({"name": "n", "with": ["b"]}), "/properties/a/x-check/with"),
    ] {
        let schema = json!({"type": "object", "properties": {"a": {"x-check": check}}});
        assert_eq!(Form::load("1", &schema).expect_err("a problem").pointer, place);
    }
    let list = json!({"type": "array", "items": {"type": "object", "properties": {"a": {"x-check": {"name": "n"}}}}});
    let schema = json!({"type": "object", "properties": {"list": list}});
    assert_eq!(Form::load("1", &schema).expect_err("a problem").pointer, "/properties/list/items/properties/a/x-check");
}
