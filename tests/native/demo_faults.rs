//! Faults on demand: each failed state can be seen, and a fault goes no further than it says.

use crate::demo_desk::{case, json_of, Desk};
use miaoban::backend::transport::{header, Method};
use miaoban::form::Form;
use miaoban::model::prefill::{Edit, SourcePrefill, SourceStatus, TrustLevel};
use serde_json::json;

const SERVICE: &str = "no-criminal-record";

fn source(desk: &mut Desk, consent: &str, source: &str) -> (SourcePrefill, u32) {
    let answer = desk.call(Method::Get, &format!("/services/{SERVICE}/prefill/{source}?consent_id={consent}"), None, None);
    (serde_json::from_value(json_of(&answer.response)).expect("SourcePrefill"), answer.delay_ms)
}

#[test]
fn a_source_can_be_down_slow_or_expired_and_the_others_are_not() {
    let mut desk = Desk::new();
    let consent = desk.verify(SERVICE, "lin", &[]);
    let (healthy, delay) = source(&mut desk, &consent, "identity");
    assert_eq!((healthy.status, delay), (SourceStatus::Filled, 0));
    let id = healthy.fields.iter().find(|f| f.pointer == "/id_number").expect("number");
    assert_eq!((id.level, id.edit), (TrustLevel::A, Edit::Locked));
    assert!(id.masked.as_deref().is_some_and(|m| m.contains('*')), "the whole number is shown");
    desk.faults = "source-down:identity, source-slow:contact".to_owned();
    let (down, _) = source(&mut desk, &consent, "identity");
    assert_eq!((down.status, down.fields.len(), down.message.is_some()), (SourceStatus::Unavailable, 0, true));
    let (slow, delay) = source(&mut desk, &consent, "contact");
    assert!(slow.status == SourceStatus::Filled && delay >= 3_000);
    desk.faults = "source-expired:identity".to_owned();
    let (expired, _) = source(&mut desk, &consent, "identity");
    assert_eq!(expired.status, SourceStatus::Expired);
    assert!(expired.fields.iter().all(|f| f.edit == Edit::Allowed && f.level > TrustLevel::B && f.note.is_some()), "an expired certificate is trusted");
    assert_eq!(expired.certificate.and_then(|c| c.expires_on).as_deref(), Some("2026-11-22"));
}

/// Guards against a fault that hides from the app that no draft is kept.
#[test]
fn a_backend_without_drafts_says_so_everywhere() {
    let mut desk = Desk::new();
    desk.verify(SERVICE, "lin", &[]);
    desk.faults = "no-drafts".to_owned();
    let path = format!("/drafts/{SERVICE}");
    let draft = json!({"form_version": "1"});
    for (method, path, body) in
        [(Method::Get, "/drafts", None), (Method::Get, path.as_str(), None), (Method::Put, &path, Some(&draft)), (Method::Delete, &path, None)]
    {
        let reply = desk.call(method, path, body, None).response;
        assert_eq!((reply.status, case(&reply).as_str()), (501, "not-supported"), "{} {path}", method.as_str());
    }
}

#[test]
fn a_lost_response_was_processed_once() {
    let mut desk = Desk::new();
    let consent = desk.verify(SERVICE, "lin", &[]);
    let form = desk.form(SERVICE);
    let mut answers = desk.filled(SERVICE, &consent, &form);
    desk.complete(&form, &mut answers);
    let body = desk.submission(SERVICE, &consent, &form, &answers);
    desk.faults = "lost-response".to_owned();
    assert!(desk.call(Method::Post, "/applications", Some(&body), Some("k")).dropped);
    let again = desk.call(Method::Post, "/applications", Some(&body), Some("k"));
    assert!(!again.dropped && again.response.status == 201);
    assert_eq!(desk.get("/applications")["items"].as_array().map(Vec::len), Some(1));
    desk.faults = "rate-limited".to_owned();
    let limited = desk.call(Method::Post, "/applications", Some(&body), Some("k2")).response;
    assert_eq!((limited.status, header(&limited.headers, "Retry-After")), (429, Some("2")));
    assert_eq!(desk.call(Method::Post, "/applications", Some(&body), Some("k2")).response.status, 201);
}

#[test]
fn an_expired_session_asks_for_identity_and_lets_it_be_proved() {
    let mut desk = Desk::new();
    desk.verify(SERVICE, "lin", &[]);
    desk.faults = "session-expired".to_owned();
    for path in ["/applications", "/consents", "/drafts/no-criminal-record"] {
        assert_eq!(case(&desk.call(Method::Get, path, None, None).response), "session-expired", "{path}");
    }
    desk.verify(SERVICE, "lin", &[]);
}

#[test]
fn broken_answers_are_broken_as_asked() {
    let mut desk = Desk::new();
    desk.faults = "server-error".to_owned();
    assert_eq!(case(&desk.call(Method::Get, "/services", None, None).response), "internal");
    assert_eq!(desk.call(Method::Get, "/session", None, None).response.status, 200);
    desk.faults = "server-error-once".to_owned();
    assert_eq!(desk.call(Method::Get, "/themes", None, None).response.status, 500);
    assert_eq!(desk.call(Method::Get, "/themes", None, None).response.status, 200);
    desk.faults = "malformed".to_owned();
    let half = desk.call(Method::Get, "/services", None, None).response;
    assert!(half.status == 200 && serde_json::from_slice::<serde_json::Value>(&half.body).is_err());
    desk.faults = "html".to_owned();
    assert!(header(&desk.call(Method::Get, "/services", None, None).response.headers, "Content-Type").is_some_and(|t| t.starts_with("text/html")));
    desk.faults = "empty-body".to_owned();
    assert!(desk.call(Method::Get, "/services", None, None).response.body.is_empty());
    desk.faults = "slow".to_owned();
    assert_eq!(desk.call(Method::Get, "/services", None, None).delay_ms, 3_000);
    desk.faults = "malformed@GET /themes".to_owned();
    desk.get("/services");
    assert!(serde_json::from_slice::<serde_json::Value>(&desk.call(Method::Get, "/themes", None, None).response.body).is_err());
    desk.faults = "nonsense,, :x, @, @GET".to_owned();
    desk.get("/services");
}

#[test]
fn a_bad_definition_names_a_field() {
    let mut desk = Desk::new();
    desk.faults = "bad-definition".to_owned();
    let form = desk.get(&format!("/services/{SERVICE}/form"));
    let problem = Form::load("1", &form["schema"]).expect_err("a broken definition was accepted");
    assert!(problem.pointer.starts_with("/properties/"), "{problem:?}");
}

#[test]
fn demo_operations_stay_well() {
    let mut desk = Desk::new();
    desk.faults = "malformed,html,slow,server-error,empty-body".to_owned();
    let answer = desk.call(Method::Post, "/demo/session", Some(&json!({"person": "lin"})), None);
    assert_eq!((answer.response.status, answer.delay_ms), (200, 0));
}

/// Guards against an expiry that nobody can look at before ten minutes have passed, and against one that ends what has ended.
#[test]
fn a_check_can_be_made_to_expire() {
    let mut desk = Desk::new();
    for method in ["face", "sms", "password", "device"] {
        let consent = desk.consent(SERVICE, method, &[]);
        let body = json!({"service_id": SERVICE, "consent_id": consent, "method": method, "return_url": "http://localhost:8080/handoff", "state": "state-0123456789abcdef"});
        let session = desk.posted("/identity-sessions", &body);
        let path = format!("/identity-sessions/{}", session["id"].as_str().expect("an id"));
        desk.faults = "identity-expired".to_owned();
        assert_eq!(desk.get(&path)["status"], "expired", "{method}");
        assert_eq!(case(&desk.confirm(&session, "c")), "identity-expired", "{method}");
        desk.faults.clear();
        assert_eq!(desk.get(&path)["status"], "waiting", "{method}: the fault lasts");
    }
}
