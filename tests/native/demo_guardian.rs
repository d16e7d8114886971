//! A guardian's consent to a child's face check: who may give it, what it covers, and that it can be taken back.

use crate::demo_desk::{case, json_of, Desk};
use miaoban::backend::transport::Method;
use serde_json::{json, Value};

const SERVICE: &str = "no-criminal-record";
const STATE: &str = "state-0123456789abcdef";

/// The child tries a face check of a service; the session as it ended.
fn try_face(desk: &mut Desk, service: &str) -> Value {
    let consent = desk.consent(service, "face", &[]);
    let (opened, ticket) = desk.open(service, &consent, "face");
    let code = desk.provider(&ticket, "xiaoyu", "success");
    json_of(&desk.confirm(&opened, &code))
}

/// Asks for a guardian; the code.
fn ask(desk: &mut Desk, session: &Value) -> String {
    let path = format!("/identity-sessions/{}/guardian", session["id"].as_str().expect("id"));
    desk.posted(&path, &json!({"state": STATE}))["code"].as_str().expect("code").to_owned()
}

fn answer(desk: &mut Desk, code: &str, word: &str, body: &Value) -> miaoban::backend::transport::Reply {
    desk.call(Method::Post, &format!("/guardian-asks/{code}/{word}"), Some(body), None).response
}

fn status(desk: &mut Desk, code: &str) -> Value {
    desk.get(&format!("/guardian-asks/{code}"))["status"].clone()
}

/// Guards against a child that is checked without a guardian, a consent that covers another service, and one that outlives its withdrawal.
#[test]
fn a_guardian_agrees_for_one_service_and_may_take_it_back() {
    let (mut desk, mut parent) = (Desk::new(), None);
    let failed = try_face(&mut desk, SERVICE);
    assert_eq!((failed["reason"].as_str(), failed["guardian"].as_bool()), (Some("guardian_needed"), Some(true)));
    let code = ask(&mut desk, &failed);
    assert_eq!(ask(&mut desk, &failed), code, "one question, one code");
    let told = desk.get(&format!("/guardian-asks/{code}"));
    assert_eq!((told["child"].as_str(), told["service_id"].as_str()), (Some("周**"), Some(SERVICE)), "a name in full");
    desk.change_device(&mut parent);
    assert_eq!(case(&answer(&mut desk, &code, "agree", &json!({"face": true}))), "verification-needed");
    desk.verify("car-quota-extension", "lin", &[]);
    assert_eq!(case(&answer(&mut desk, &code, "agree", &json!({"face": false}))), "face-consent-needed");
    assert_eq!(answer(&mut desk, &code, "agree", &json!({"face": true})).status, 200);
    assert_eq!(case(&answer(&mut desk, &code, "agree", &json!({"face": true}))), "link-over");
    let records = desk.get("/records");
    let record = records["items"].as_array().into_iter().flatten().find(|r| r["acting"].is_object()).expect("a record").clone();
    assert_eq!(record["acting"], json!({"applicant": "周**", "agent": "林**", "relation": "child"}));
    assert_eq!(record["face"], true);
    desk.change_device(&mut parent);
    assert_eq!(status(&mut desk, &code), "agreed");
    assert_eq!(try_face(&mut desk, SERVICE)["status"], "done");
    desk.forget_cookie();
    desk.wait(61_000);
    assert_eq!(try_face(&mut desk, "residence-permit")["reason"], "guardian_needed", "another service");
    desk.change_device(&mut parent);
    let path = format!("/consents/{}", record["id"].as_str().expect("id"));
    assert_eq!(desk.call(Method::Delete, &path, None, None).response.status, 204);
    desk.change_device(&mut parent);
    desk.wait(61_000);
    assert_eq!(try_face(&mut desk, SERVICE)["reason"], "guardian_needed", "withdrawn");
}

/// Guards against anybody with a code who is taken for a guardian: a stranger, and an adult of another family.
#[test]
fn whoever_the_register_does_not_name_is_refused_in_words() {
    let (mut desk, mut other) = (Desk::new(), None);
    let failed = try_face(&mut desk, SERVICE);
    let code = ask(&mut desk, &failed);
    desk.change_device(&mut other);
    for person in ["tang", "luo"] {
        desk.verify("car-quota-extension", person, &[]);
        let refused = answer(&mut desk, &code, "agree", &json!({"face": true}));
        assert_eq!((refused.status, case(&refused).as_str()), (403, "not-guardian"), "{person}");
        assert_eq!(case(&answer(&mut desk, &code, "refuse", &json!({}))), "not-guardian");
    }
    desk.change_device(&mut other);
    assert_eq!(status(&mut desk, &code), "waiting", "nobody has answered");
}

/// Guards against an answer that comes too late, and a refusal that counts for nothing.
#[test]
fn a_refused_and_an_expired_question_end_and_can_be_asked_anew() {
    let (mut desk, mut parent) = (Desk::new(), None);
    let failed = try_face(&mut desk, SERVICE);
    let first = ask(&mut desk, &failed);
    desk.change_device(&mut parent);
    desk.verify("car-quota-extension", "lin", &[]);
    assert_eq!(answer(&mut desk, &first, "refuse", &json!({})).status, 200);
    desk.change_device(&mut parent);
    assert_eq!(status(&mut desk, &first), "refused");
    let second = ask(&mut desk, &failed);
    assert_ne!(first, second);
    desk.wait(31 * 60_000);
    assert_eq!(status(&mut desk, &second), "expired");
    desk.change_device(&mut parent);
    desk.verify("car-quota-extension", "lin", &[]);
    assert_eq!(case(&answer(&mut desk, &second, "agree", &json!({"face": true}))), "link-over");
    assert_eq!(try_face(&mut desk, SERVICE)["reason"], "guardian_needed");
}

/// Guards against a code for a check that ended for another reason, for whoever does not know its state, and codes that are guessed.
#[test]
fn only_a_check_that_lacks_a_guardian_asks_for_one() {
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "face", &[]);
    let (opened, ticket) = desk.open(SERVICE, &consent, "face");
    desk.provider(&ticket, "xiaoyu", "cancelled");
    let path = format!("/identity-sessions/{}/guardian", opened["id"].as_str().expect("id"));
    assert_eq!(case(&desk.post(&path, &json!({"state": STATE}))), "guardian-not-needed");
    assert_eq!(case(&desk.post(&path, &json!({"state": "another-0123456789"}))), "identity-forged");
    let guess = |desk: &mut Desk| case(&desk.call(Method::Get, "/guardian-asks/44444444", None, None).response);
    let told: Vec<String> = (0..11).map(|_| guess(&mut desk)).collect();
    assert_eq!((told[0].as_str(), told[10].as_str()), ("link-unknown", "rate-limited"));
}
