//! What a person agreed to, and what was read on it.

use crate::demo_desk::{case, json_of, Desk};
use crate::demo_levels::by_sms;
use miaoban::backend::transport::Method;
use serde_json::json;

const SERVICE: &str = "no-criminal-record";

/// Guards against a look that is noted for nobody to see, and against values in a record that is kept.
#[test]
fn every_look_is_told_to_its_person_with_names_and_no_values() {
    let mut desk = Desk::new();
    let consent = desk.verify(SERVICE, "lin", &["household"]);
    for source in ["identity", "household", "contact"] {
        desk.wait(1_000);
        desk.get(&format!("/services/{SERVICE}/prefill/{source}?consent_id={consent}"));
    }
    let records = desk.get("/records");
    let record = &records["items"][0];
    assert_eq!((record["id"].as_str(), record["state"].as_str(), record["face"].as_bool()), (Some(consent.as_str()), Some("active"), Some(true)));
    let looks: Vec<&str> = record["readings"].as_array().expect("readings").iter().filter_map(|r| r["source"].as_str()).collect();
    assert_eq!(looks.len(), 2, "what was refused was not read: {looks:?}");
    assert!(record["readings"][1]["fields"].as_array().is_some_and(|f| f.contains(&json!("姓名"))), "{record}");
    assert!(record["refused"].as_array().is_some_and(|r| r.len() == 1));
    let text = records.to_string();
    for value in ["林知予", "16600000011", "福田区莲安街道"] {
        assert!(!text.contains(value), "a value is in the record: {value}");
    }
    desk.lang = "en";
    assert!(desk.get("/records")["items"][0]["purpose"].as_str().is_some_and(|p| p.is_ascii()));
}

/// Guards against a consent that is withdrawn and read on all the same, and against records that others see.
#[test]
fn a_withdrawn_consent_is_told_as_such_and_allows_nothing() {
    let mut desk = Desk::new();
    assert_eq!(case(&desk.call(Method::Get, "/records", None, None).response), "verification-needed");
    let consent = desk.verify(SERVICE, "lin", &[]);
    desk.get(&format!("/services/{SERVICE}/prefill/identity?consent_id={consent}"));
    assert_eq!(desk.call(Method::Delete, &format!("/consents/{consent}"), None, None).response.status, 204);
    let record = desk.get("/records")["items"][0].clone();
    assert_eq!(record["state"], "withdrawn");
    assert!(record["until"].is_string());
    assert_eq!(record["readings"].as_array().map(Vec::len), Some(1), "what was read stays told");
    let again = desk.call(Method::Get, &format!("/services/{SERVICE}/prefill/identity?consent_id={consent}"), None, None).response;
    assert_eq!(case(&again), "consent-needed");
    desk.forget_cookie();
    desk.verify(SERVICE, "tang", &[]);
    assert!(desk.get("/records")["items"].as_array().is_some_and(|items| items.iter().all(|r| r["id"] != consent.as_str())));
    desk.wait(25 * 3_600_000);
    desk.verify("car-quota-extension", "tang", &[]);
    let records = desk.get("/records");
    assert_eq!((records["items"][0]["state"].as_str(), records["items"][1]["state"].as_str()), (Some("active"), Some("expired")));
}

/// Guards against rules that look into registers without a trace.
#[test]
fn what_the_rules_looked_at_is_told_too() {
    let mut desk = Desk::new();
    desk.apply(SERVICE, "lin");
    let readings = desk.get("/records")["items"][0]["readings"].clone();
    assert!(readings.as_array().is_some_and(|all| all.iter().any(|r| r["why"] == "check")), "{readings}");
}

/// Guards against a face that is looked at without a trace of who agreed to it, against a trace that lets sources be read, and against a
/// consent that is taken back while the check goes on all the same.
#[test]
fn the_face_consent_of_a_step_up_is_told_and_can_be_taken_back() {
    let mut desk = Desk::new();
    let of_the_application = by_sms(&mut desk, SERVICE, "lin");
    let open = |desk: &mut Desk| {
        desk.wait(1_000);
        let body = json!({
            "service_id": SERVICE, "method": "face", "face": true, "level": "strong", "return_url": "http://localhost:8080/handoff", "state": "state-0123456789abcdef",
        });
        let session = desk.posted("/identity-sessions", &body);
        let ticket = session["url"].as_str().and_then(|url| url.split_once("ticket=")).expect("a ticket").1.to_owned();
        (session, ticket)
    };
    let newest = |desk: &mut Desk| desk.get("/records")["items"][0].clone();
    let (session, ticket) = open(&mut desk);
    let record = newest(&mut desk);
    assert_eq!((record["state"].as_str(), record["face"].as_bool(), &record["granted"]), (Some("active"), Some(true), &json!([])), "{record}");
    assert_ne!(record["purpose"], desk.get("/records")["items"][1]["purpose"]);
    // It is no consent to read anything: the one of the application stays the one in force.
    let in_force = desk.get(&format!("/consents?service_id={SERVICE}"));
    assert_eq!(in_force["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(in_force["items"][0]["id"], of_the_application.as_str());
    let code = desk.provider(&ticket, "lin", "success");
    assert_eq!(json_of(&desk.confirm(&session, &code))["status"], "done");
    assert_eq!(newest(&mut desk)["state"], "expired", "it was for that one check");

    desk.forget_cookie();
    by_sms(&mut desk, SERVICE, "tang");
    let (session, ticket) = open(&mut desk);
    let record = newest(&mut desk)["id"].as_str().expect("an id").to_owned();
    let code = desk.provider(&ticket, "tang", "success");
    assert_eq!(desk.call(Method::Delete, &format!("/consents/{record}"), None, None).response.status, 204);
    assert_eq!(json_of(&desk.confirm(&session, &code))["status"], "cancelled");
    assert_eq!(desk.get("/session")["level"], "verified");
}
