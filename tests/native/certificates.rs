//! Which of several certificates an application is about: offered by the source, picked by the person, held to by the backend.

use crate::demo_desk::{case, json_of, text, Desk};
use miaoban::form::{Answers, Form};
use miaoban::model::prefill::{Edit, SourcePrefill};
use serde_json::{json, Value};

const SERVICE: &str = "company-setup";
const AT: &str = "/property_number";
const FIRST: &str = "粤（2019）深圳市不动产权第0091273号";
const SECOND: &str = "粤（2021）深圳市不动产权第0137741号";

/// The owner of two premises, and what the register of property says.
fn owner(desk: &mut Desk) -> (String, SourcePrefill) {
    let consent = desk.verify(SERVICE, "wen", &[]);
    let said = desk.get(&format!("/services/{SERVICE}/prefill/property?consent_id={consent}"));
    (consent, serde_json::from_value(said).expect("SourcePrefill"))
}

fn value<'a>(prefill: &'a SourcePrefill, pointer: &str) -> Option<&'a Value> {
    prefill.fields.iter().find(|f| f.pointer == pointer).map(|f| &f.value)
}

/// The application as the app would submit it with this answer at the choice.
fn submission(desk: &mut Desk, consent: &str, said: &SourcePrefill, number: &str) -> Value {
    let form: Form = desk.form(SERVICE);
    let mut answers: Answers = desk.filled(SERVICE, consent, &form);
    for (pointer, value) in [("/address_kind", json!("own")), (AT, json!(number))] {
        answers.type_in(form.field(pointer).expect("a field"), value).expect("not locked");
    }
    answers.merge(&said.clone().picking(&json!(number)));
    desk.complete(&form, &mut answers);
    desk.submission(SERVICE, consent, &form, &answers)
}

/// Guards against a form that is filled from a certificate that the person did not mean.
#[test]
fn several_certificates_fill_nothing_until_one_is_picked() {
    let (_, said) = owner(&mut Desk::new());
    assert!(said.fields.is_empty() && said.certificate.is_none() && !said.is_picked());
    let choice = said.choice.clone().expect("a choice");
    assert_eq!((choice.pointer.as_str(), choice.held.len()), (AT, 2));
    assert!(choice.held.iter().all(|held| held.unusable.is_none() && held.summary.is_some()));
    assert_eq!(choice.value_of(&choice.held[1]), Some(&json!(SECOND)));

    let second = said.clone().picking(&json!(SECOND));
    assert!(second.is_picked());
    assert!(value(&second, "/address").and_then(Value::as_str).is_some_and(|a| a.contains("坪山区")), "{second:?}");
    // Picked again, nothing of the other one is left; unpicked, nothing at all.
    let first = second.picking(&json!(FIRST));
    assert!(value(&first, "/address").and_then(Value::as_str).is_some_and(|a| a.contains("龙岗区")), "{first:?}");
    assert_eq!(first.fields.len(), 2);
    assert_eq!(first.picking(&json!("another")), said);
}

/// Guards against a choice that can be made only once, and against a certificate out of date that is picked all the same.
#[test]
fn what_is_picked_at_stays_free_and_what_is_over_cannot_be_picked() {
    let (_, mut said) = owner(&mut Desk::new());
    let choice = said.choice.as_mut().expect("a choice");
    choice.held[0].fields.iter_mut().for_each(|f| f.edit = Edit::Locked);
    choice.held[1].unusable = Some("over".to_owned());
    let first = said.clone().picking(&json!(FIRST));
    let edit = |pointer: &str| first.fields.iter().find(|f| f.pointer == pointer).map(|f| f.edit);
    assert_eq!((edit(AT), edit("/address")), (Some(Edit::Allowed), Some(Edit::Locked)));
    assert!(!said.picking(&json!(SECOND)).is_picked());

    let over = json!([{"certificate": {"issuer": "x", "expires_on": "2026-11-22"}, "data": {"number": "3", "address": "y"}}]);
    let mut desk = Desk::changed("people/wen.json", "/records/property/others", over).unwrap_or_else(|e| panic!("{e}"));
    let (_, said) = owner(&mut desk);
    let held = said.choice.expect("a choice").held;
    assert!(held[0].unusable.is_none() && held[1].unusable.as_ref().is_some_and(|why| why.contains("2026-11-22")), "{held:?}");
}

/// Guards against rules that look at another certificate than the one that was picked.
#[test]
fn the_picked_certificate_is_the_one_that_rules_compare() {
    for (number, street) in [(FIRST, "云谷路"), (SECOND, "锦绣西路")] {
        let mut desk = Desk::new();
        let (consent, said) = owner(&mut desk);
        let body = submission(&mut desk, &consent, &said, number);
        assert!(body["data"]["address"].as_str().is_some_and(|a| a.contains(street)), "{body}");
        assert_eq!(body["provenance"][AT], "property");
        let filed = desk.posted("/applications", &body);
        let application = desk.decided(&filed);
        let rules = application["rules"].as_array().expect("rules");
        let property =
            rules.iter().find(|r| r["source"].as_str().is_some_and(|s| s.contains("不动产")) || r["id"] == "address").expect("the rule of the address");
        assert_eq!(property["status"], "passed", "{number}: {property}");
    }
}

/// Guards against a value that claims to come from a certificate that was not picked, or from none at all.
#[test]
fn a_claim_on_another_certificate_is_refused() {
    let mut desk = Desk::new();
    let (consent, said) = owner(&mut desk);
    let good = submission(&mut desk, &consent, &said, SECOND);
    let mut crossed = good.clone();
    crossed["data"]["address"] = submission(&mut desk, &consent, &said, FIRST)["data"]["address"].clone();
    let mut invented = good.clone();
    invented["data"]["property_number"] = json!("粤（2026）深圳市不动产权第0000001号");
    for (what, body, place) in [("crossed", crossed, "/address"), ("invented", invented, AT)] {
        let reply = desk.post("/applications", &body);
        assert_eq!(case(&reply), "locked-value", "{what}: {}", text(&reply));
        let errors = json_of(&reply)["errors"].clone();
        assert!(errors.as_array().is_some_and(|all| all.iter().any(|e| e["pointer"] == place)), "{what}: {errors}");
    }
    assert_eq!(desk.post("/applications", &good).status, 201);
}

/// Guards against a choice in the data that nothing fills.
#[test]
fn a_choice_at_a_field_that_the_source_does_not_fill_is_told_by_its_place() {
    let Err(problem) = Desk::changed("services/company-setup.json", "/choose/property/pointer", json!("/capital")) else { panic!("taken as it is") };
    assert!(problem.to_string().contains("/choose/property/pointer"), "{problem}");
}
