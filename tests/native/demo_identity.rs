//! The handoff: what comes back is a hint, and only the right one counts, once.

use crate::demo_desk::{case, json_of, Desk};
use miaoban::backend::transport::Method;
use miaoban::model::identity::{FailReason, IdentitySession, IdentityStatus};
use serde_json::{json, Value};

const SERVICE: &str = "no-criminal-record";

fn session(value: &Value) -> IdentitySession {
    serde_json::from_value(value.clone()).expect("IdentitySession")
}

#[test]
fn a_forged_return_opens_nothing() {
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "face", &[]);
    let (opened, ticket) = desk.open(SERVICE, &consent, "face");
    let code = desk.provider(&ticket, "lin", "success");
    assert_eq!(case(&desk.confirm(&opened, "0000")), "identity-forged");
    let path = format!("/identity-sessions/{}/confirm", opened["id"].as_str().expect("id"));
    let other = desk.call(Method::Post, &path, Some(&json!({"state": "another-state-here", "code": code})), None).response;
    assert_eq!((other.status, case(&other).as_str()), (403, "identity-forged"));
    assert_eq!(desk.get("/session")["level"], "none");
    assert_eq!(desk.confirm(&opened, &code).status, 200, "a forged attempt must not spoil the true one");
}

#[test]
fn a_replayed_return_counts_no_second_time() {
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "face", &[]);
    let (opened, ticket) = desk.open(SERVICE, &consent, "face");
    let code = desk.provider(&ticket, "lin", "success");
    assert_eq!(desk.confirm(&opened, &code).status, 200);
    desk.forget_cookie();
    let replay = desk.confirm(&opened, &code);
    assert_eq!((replay.status, case(&replay).as_str()), (409, "identity-replayed"));
    assert_eq!(desk.get("/session")["level"], "none");
    let used = desk.post(&format!("/demo/provider/{ticket}/outcome"), &json!({"person": "tang", "outcome": "success"}));
    assert_eq!((used.status, case(&used).as_str()), (409, "ticket-used"));
}

#[test]
fn not_finished_yet_is_no_failure() {
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "face", &[]);
    let (opened, ticket) = desk.open(SERVICE, &consent, "face");
    assert_eq!(session(&opened).status, IdentityStatus::Waiting);
    assert_eq!(session(&json_of(&desk.confirm(&opened, "any"))).status, IdentityStatus::Waiting);
    let task = desk.get(&format!("/demo/provider/{ticket}"));
    assert_eq!(task["service_name"], "无犯罪记录证明");
    let seen = session(&desk.get(&format!("/identity-sessions/{}", opened["id"].as_str().expect("id"))));
    assert_eq!((seen.status, seen.url.is_some()), (IdentityStatus::Opened, true));
}

#[test]
fn it_expires_after_ten_minutes() {
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "face", &[]);
    let (opened, ticket) = desk.open(SERVICE, &consent, "face");
    let code = desk.provider(&ticket, "lin", "success");
    desk.wait(10 * 60_000);
    let late = desk.confirm(&opened, &code);
    assert_eq!((late.status, case(&late).as_str()), (410, "identity-expired"));
    let seen = session(&desk.get(&format!("/identity-sessions/{}", opened["id"].as_str().expect("id"))));
    assert_eq!((seen.status, seen.url), (IdentityStatus::Expired, None));
}

#[test]
fn every_outcome_of_the_provider_is_told() {
    let told = [
        ("cancelled", IdentityStatus::Cancelled, None),
        ("3003", IdentityStatus::Failed, Some(FailReason::Interrupted)),
        ("3004", IdentityStatus::Failed, Some(FailReason::NoCamera)),
        ("2016", IdentityStatus::Failed, Some(FailReason::NotSamePerson)),
        ("failed:no_photo", IdentityStatus::Failed, Some(FailReason::NoPhoto)),
        ("9999", IdentityStatus::Failed, Some(FailReason::Other)),
        ("failed:something_new", IdentityStatus::Failed, Some(FailReason::Other)),
    ];
    for (outcome, status, reason) in told {
        let mut desk = Desk::new();
        let consent = desk.consent(SERVICE, "face", &[]);
        let (opened, ticket) = desk.open(SERVICE, &consent, "face");
        let code = desk.provider(&ticket, "lin", outcome);
        let seen = session(&json_of(&desk.confirm(&opened, &code)));
        assert_eq!((seen.status, seen.reason), (status, reason), "{outcome}");
        assert_eq!(desk.get("/session")["level"], "none", "{outcome}");
    }
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "face", &[]);
    let (opened, ticket) = desk.open(SERVICE, &consent, "face");
    let code = desk.provider(&ticket, "lin", "timeout");
    assert_eq!(desk.confirm(&opened, &code).status, 410);
    assert_eq!(case(&desk.post(&format!("/demo/provider/{ticket}/outcome"), &json!({"person": "lin", "outcome": "success"}))), "identity-expired");
}

/// 人脸识别技术应用安全管理办法: under 14 a guardian has to agree.
#[test]
fn a_child_needs_a_guardian_for_a_face_and_not_for_a_code() {
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "face", &[]);
    let (opened, ticket) = desk.open(SERVICE, &consent, "face");
    let code = desk.provider(&ticket, "xiaoyu", "success");
    assert_eq!(session(&json_of(&desk.confirm(&opened, &code))).reason, Some(FailReason::GuardianNeeded));
    desk.verify(SERVICE, "xiaoyu", &[]);
    assert_eq!(desk.get("/session")["level"], "verified");
}

#[test]
fn the_sixteenth_try_within_a_minute_is_too_many() {
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "face", &[]);
    for n in 1..=16 {
        let (opened, ticket) = desk.open(SERVICE, &consent, "face");
        let code = desk.provider(&ticket, "lin", if n == 16 { "success" } else { "1002" });
        if n == 16 {
            assert_eq!(session(&json_of(&desk.confirm(&opened, &code))).reason, Some(FailReason::TooManyTries));
        }
        desk.wait(1_000);
    }
    desk.wait(60_000);
    let (opened, ticket) = desk.open(SERVICE, &consent, "face");
    let code = desk.provider(&ticket, "lin", "success");
    assert_eq!(session(&json_of(&desk.confirm(&opened, &code))).status, IdentityStatus::Done);
}

#[test]
fn a_session_lives_by_being_used() {
    let mut desk = Desk::new();
    desk.verify(SERVICE, "lin", &[]);
    for _ in 0..4 {
        desk.wait(20 * 60_000);
        assert_eq!(desk.get("/session")["level"], "strong");
    }
    desk.call(Method::Delete, "/session", None, None);
    assert_eq!(desk.get("/session")["level"], "none");
    // A jar that keeps the emptied cookie.
    let headers = vec![("Cookie".to_owned(), "miaoban_session=".to_owned())];
    let call = miaoban::backend::transport::Call { method: Method::Get, path: "/applications".to_owned(), headers, body: Vec::new() };
    assert_eq!(case(&desk.send(&call).response), "verification-needed", "who signed out is told that a session ran out");
}

/// Guards against a host in the page whose provider page gives another code than the one that is believed.
#[test]
fn a_host_in_the_page_can_let_its_provider_page_work_alone() {
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "face", &[]);
    let (opened, ticket) = desk.open(SERVICE, &consent, "face");
    let now = desk.now;
    let task = desk.backend.handoff(&mut desk.store, &ticket, now).expect("a task");
    assert_eq!(task["status"], "opened");
    let (url, code) = (task["return_url"].as_str().expect("url").to_owned(), task["code"].as_str().expect("code").to_owned());
    let back = desk.posted(&format!("/demo/provider/{ticket}/outcome"), &json!({"person": "lin", "outcome": "success"}));
    assert_eq!(back["return_url"], format!("{url}&code={code}"));
    assert_eq!(desk.confirm(&opened, &code).status, 200);
    assert!(desk.backend.handoff(&mut desk.store, "nothing", now).is_none());
}
