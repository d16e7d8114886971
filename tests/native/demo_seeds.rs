//! Applications of the data: every decision and every state of a rating has an address that shows it.

use crate::demo_desk::{case, files, Desk};
use miaoban::backend::transport::Method;
use miaoban::model::application::{Application, ApplicationSummary, RatingState, RuleStatus, Status};
use miaoban::model::page::Page;
use miaoban::model::rating::RatingSheet;
use serde_json::{json, Value};

fn sign_in(desk: &mut Desk, person: &str) {
    let reply = desk.call(Method::Post, "/demo/session", Some(&json!({"person": person, "level": "verified"})), None).response;
    assert_eq!(reply.status, 200);
}

fn application(desk: &mut Desk, id: &str) -> Application {
    serde_json::from_value(desk.get(&format!("/applications/{id}"))).expect("Application")
}

/// Guards against addresses in the documentation that show nothing, and against typed values that the form no longer accepts.
#[test]
fn every_application_of_the_data_is_there() {
    let mut desk = Desk::new();
    for (name, text) in files().iter().filter(|(name, _)| name.starts_with("people/")) {
        let person: Value = serde_json::from_str(text).expect("JSON");
        if person["kind"] == "company" {
            continue;
        }
        sign_in(&mut desk, person["id"].as_str().expect("id"));
        for seed in person["applications"].as_array().into_iter().flatten() {
            let id = seed["id"].as_str().expect("id");
            assert_eq!(desk.call(Method::Get, &format!("/applications/{id}"), None, None).response.status, 200, "{name}: the form refuses {id}");
            let given = desk.get(&format!("/applications/{id}/rating"))["ratings"].as_array().map_or(0, Vec::len);
            assert_eq!(given, seed["ratings"].as_array().map_or(0, Vec::len), "{name}: ratings of {id}");
        }
    }
}

#[test]
fn each_address_shows_the_state_that_it_is_named_after() {
    let expected = [
        ("lin", "demo-lin-approved", Status::Approved, RatingState::First),
        ("lin", "demo-lin-rated", Status::Approved, RatingState::Additional),
        ("lin", "demo-lin-bad", Status::Approved, RatingState::Additional),
        ("lin", "demo-lin-closed", Status::Approved, RatingState::Closed),
        ("lin", "demo-lin-checking", Status::Checking, RatingState::Closed),
        ("tang", "demo-tang-rejected", Status::Rejected, RatingState::First),
        ("chan", "demo-chan-manual", Status::Manual, RatingState::First),
        ("he", "demo-he-approved", Status::Approved, RatingState::First),
    ];
    let mut desk = Desk::new();
    for (person, id, status, rating) in expected {
        sign_in(&mut desk, person);
        let shown = application(&mut desk, id);
        assert_eq!((shown.status, shown.rating), (status, rating), "{id}");
        assert!(shown.timeline.windows(2).all(|w| w[0].at <= w[1].at), "{id}: the timeline runs backwards");
    }
    sign_in(&mut desk, "lin");
    let sheet: RatingSheet = serde_json::from_value(desk.get("/applications/demo-lin-bad/rating")).expect("RatingSheet");
    assert!(sheet.ratings.iter().all(|r| r.level.get() == 2 && !r.follow_up.is_empty()), "what follows a bad rating is not shown");
}

/// The half-way state is for looking at: it must not slip away while somebody does.
#[test]
fn a_half_way_application_stays_half_way() {
    let mut desk = Desk::new();
    sign_in(&mut desk, "lin");
    for wait in [0, 20 * 60_000] {
        desk.wait(wait);
        let shown = application(&mut desk, "demo-lin-checking");
        let settled = shown.rules.iter().filter(|r| r.status != RuleStatus::Pending).count();
        assert_eq!((shown.status, settled), (Status::Checking, 3));
        assert!(shown.decision.is_none() && shown.rules.len() > 3);
        assert_eq!(
            case(&desk.post(
                "/applications/demo-lin-checking/ratings",
                &json!({"kind": "first", "version": "gb-t-39735-2020", "level": 5, "tags": [], "text": "", "named": false})
            )),
            "not-yet-decided"
        );
    }
}

/// Guards against a second sign-in that undoes what somebody did meanwhile, and against faults and languages that leak into the data.
#[test]
fn applications_of_the_data_are_made_once_and_the_same_for_all() {
    let mut plain = Desk::new();
    sign_in(&mut plain, "lin");
    let mut other = Desk::new();
    (other.lang, other.faults) = ("en", "source-down:*,session-expired".to_owned());
    sign_in(&mut other, "lin");
    (other.lang, other.faults) = ("zh-CN", String::new());
    assert_eq!(plain.get("/applications"), other.get("/applications"));
    assert_eq!(plain.get("/applications/demo-lin-rated"), other.get("/applications/demo-lin-rated"));

    let version = plain.get("/applications/demo-lin-approved/rating")["version"].clone();
    plain.posted("/applications/demo-lin-approved/ratings", &json!({"kind": "first", "version": version, "level": 3, "tags": [], "text": "", "named": false}));
    plain.wait(60_000);
    let before = plain.get("/applications/demo-lin-approved");
    sign_in(&mut plain, "lin");
    assert_eq!(plain.get("/applications/demo-lin-approved"), before);
    let list: Page<ApplicationSummary> = serde_json::from_value(plain.get("/applications")).expect("page");
    assert_eq!(list.items.len(), 5, "made twice");
}

#[test]
fn who_walks_in_by_identity_check_has_only_what_they_did() {
    let mut desk = Desk::new();
    desk.apply("no-criminal-record", "lin");
    assert_eq!(desk.get("/applications")["items"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_is_wrong_with_an_application_of_the_data_is_named() {
    let cases = [
        ("/applications/0/service", json!("nothing"), "/applications/0/service"),
        ("/applications/0/typed", json!({"/nowhere": 1}), "/applications/0/typed/~1nowhere"),
        ("/applications/0/id", json!("a/b"), "/applications/0/id"),
        ("/applications/0/id", json!("demo-lin-rated"), "/applications"),
        ("/applications/0/minutes_ago", json!(-1), "/applications/0/minutes_ago"),
        ("/applications/1/ratings/0/level", json!(6), "/applications/1/ratings/0/level"),
    ];
    for (pointer, value, named) in cases {
        let problem = Desk::changed("people/lin.json", pointer, value).err().unwrap_or_else(|| panic!("{pointer} was accepted"));
        assert_eq!((problem.file.as_str(), problem.pointer.as_str()), ("people/lin.json", named));
    }
}

#[test]
fn the_demo_signs_in_as_far_as_it_is_asked_and_no_further() {
    let mut desk = Desk::new();
    let mut ask = |body: Value| {
        let reply = desk.call(Method::Post, "/demo/session", Some(&body), None).response;
        (reply.status, desk.get("/session")["level"].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(ask(json!({"person": "lin"})), (200, "account".to_owned()));
    assert_eq!(ask(json!({"person": "lin", "level": "verified"})), (200, "verified".to_owned()));
    assert_eq!(ask(json!({"person": "lin", "level": "account"})), (200, "account".to_owned()));
    assert_eq!(ask(json!({"person": "lin", "level": "verified", "consent_for": "no-criminal-record"})), (200, "verified".to_owned()));
    for wrong in [
        json!({"person": "nobody"}),
        json!({"person": "tang", "level": "king"}),
        json!({"person": "tang", "level": 1}),
        json!({"person": "tang", "consent_for": "no-criminal-record"}),
        json!({"person": "tang", "level": "verified", "consent_for": "nothing"}),
    ] {
        assert_eq!(ask(wrong.clone()), (422, "verified".to_owned()), "{wrong}: a refused sign-in ended or changed the session");
    }
    let consents = desk.get("/consents?service_id=no-criminal-record");
    assert_eq!((&consents["items"][0]["method"], consents["items"].as_array().map(Vec::len)), (&json!("session"), Some(1)));
}

/// A consent given in a verified session needs no second check; outside of one, it would be no proof of anything.
#[test]
fn a_consent_by_session_needs_a_verified_session() {
    let mut desk = Desk::new();
    let terms = desk.get("/services/car-quota-extension/consent-terms");
    let body = json!({"service_id": "car-quota-extension", "terms_version": terms["version"], "granted": ["identity"], "refused": [], "method": "session", "face": false});
    assert_eq!(desk.post("/consents", &body).status, 422);
    desk.call(Method::Post, "/demo/session", Some(&json!({"person": "lin"})), None);
    assert_eq!(desk.post("/consents", &body).status, 422, "an account is no proof");
    sign_in(&mut desk, "lin");
    let consent = desk.posted("/consents", &body);
    let read = desk.get(&format!("/services/car-quota-extension/prefill/identity?consent_id={}", consent["id"].as_str().expect("id")));
    assert_eq!(read["status"], "filled");
}
