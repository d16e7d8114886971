//! A code by SMS, answered in the app.

use crate::demo_desk::{case, json_of, phone_of, Desk};
use serde_json::{json, Value};

const SERVICE: &str = "no-criminal-record";

fn opened(desk: &mut Desk) -> Value {
    let consent = desk.consent(SERVICE, "sms", &[]);
    let session = desk.open_here(SERVICE, &consent);
    assert_eq!((session["ask"]["kind"].as_str(), session["url"].as_str()), (Some("phone"), None));
    session
}

/// Guards against a check that passes without the code, or for a code of somebody else's number.
#[test]
fn the_code_that_was_sent_verifies_the_number_s_holder_once() {
    let mut desk = Desk::new();
    let session = opened(&mut desk);
    assert_eq!(case(&desk.answer(&session, &json!({"code": "123456"}))), "invalid", "before anything was sent");
    let asked = json_of(&desk.answer(&session, &json!({"phone": "+86 166-0000-0077"})));
    assert_eq!((asked["ask"]["kind"].as_str(), asked["ask"]["sent_to"].as_str()), (Some("code"), Some("166****0077")), "{asked}");
    assert_eq!(desk.get("/session")["level"], "none");
    let code = desk.sms_code(&session);
    let done = desk.answer(&session, &json!({"code": code}));
    assert_eq!(json_of(&done)["status"], "done");
    assert_eq!(desk.get("/session")["person"]["name"], "唐**");
    desk.forget_cookie();
    assert_eq!(case(&desk.answer(&session, &json!({"code": code}))), "identity-replayed");
}

/// Guards against guessing: a million codes, five tries.
#[test]
fn five_wrong_codes_end_the_check() {
    let mut desk = Desk::new();
    let session = opened(&mut desk);
    desk.answer(&session, &json!({"phone": phone_of("lin")}));
    let code = desk.sms_code(&session);
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for left in (1..=4).rev() {
        let reply = desk.answer(&session, &json!({"code": wrong}));
        assert_eq!(case(&reply), "invalid");
        let told = json_of(&reply)["errors"][0].clone();
        assert_eq!(told["pointer"], "/code");
        assert!(told["detail"].as_str().is_some_and(|d| d.contains(&left.to_string())), "{told}");
    }
    let ended = json_of(&desk.answer(&session, &json!({"code": wrong})));
    assert_eq!((ended["status"].as_str(), ended["reason"].as_str()), (Some("failed"), Some("too_many_tries")));
    assert_eq!(json_of(&desk.answer(&session, &json!({"code": code})))["status"], "failed", "the right one comes too late");
    assert_eq!(desk.get("/session")["level"], "none");
}

/// Guards against a number that tells whether it is registered, against messages that cost, and against a foreign state.
#[test]
fn codes_are_sent_slowly_and_to_nobody_who_is_not_registered() {
    let mut desk = Desk::new();
    let session = opened(&mut desk);
    let told = json_of(&desk.answer(&session, &json!({"phone": "13800138000"})));
    let known = json_of(&desk.answer(&session, &json!({"phone": phone_of("lin")})));
    for member in ["kind", "length", "again_in_s"] {
        assert_eq!(told["ask"][member], known["ask"][member], "{member}");
    }
    let first = desk.sms_code(&session);
    desk.wait(59_000);
    let soon = json_of(&desk.answer(&session, &json!({"phone": phone_of("lin")})));
    assert_eq!((desk.sms_code(&session), soon["ask"]["again_in_s"].as_u64()), (first.clone(), Some(1)));
    desk.wait(2_000);
    desk.answer(&session, &json!({"phone": phone_of("lin")}));
    assert_ne!(desk.sms_code(&session), first, "a new one was asked for, and in time");
    assert_eq!(case(&desk.answer(&session, &json!({"phone": "123"}))), "invalid");
    let path = format!("/identity-sessions/{}/confirm", session["id"].as_str().expect("id"));
    let foreign = desk.call(miaoban::backend::transport::Method::Post, &path, Some(&json!({"state": "somebody-else-s-state", "code": first})), None);
    assert_eq!(case(&foreign.response), "identity-forged");
    desk.wait(10 * 60_000);
    assert_eq!(case(&desk.answer(&session, &json!({"code": first}))), "identity-expired");
}
