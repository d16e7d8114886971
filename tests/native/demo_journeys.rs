//! Whole journeys against the shipped data: consent, identity, prefill, form, decision, ratings.

use crate::demo_desk::{case, json_of, Desk};
use miaoban::model::application::{Application, ApplicationSummary, RatingState, RuleStatus, Status};
use miaoban::model::page::Page;
use miaoban::model::rating::{Rating, RatingSheet};
use miaoban::model::session::{Level, Session};
use serde_json::json;

fn walk(person: &str, service: &str) -> (Desk, Application) {
    let mut desk = Desk::new();
    let submitted = desk.apply(service, person);
    let id = submitted["id"].as_str().expect("id").to_owned();
    let first: Application = serde_json::from_value(submitted).expect("Application");
    assert_eq!(first.status, Status::Checking, "a decision before any rule was checked");
    assert!(first.rules.iter().all(|r| r.status == RuleStatus::Pending));
    desk.wait(400);
    let early: Application = serde_json::from_value(desk.get(&format!("/applications/{id}"))).expect("Application");
    let settled = early.rules.iter().filter(|r| r.status != RuleStatus::Pending).count();
    assert!(settled > 0 && settled < early.rules.len(), "rules do not tick off one by one");
    let last = desk.decided(&json!({"id": id}));
    let last: Application = serde_json::from_value(last).expect("Application");
    assert!(last.rules.iter().all(|r| r.status != RuleStatus::Pending && r.at.is_some()));
    (desk, last)
}

fn rate(desk: &mut Desk, id: &str, kind: &str, level: u8) -> miaoban::backend::transport::Reply {
    let sheet: RatingSheet = serde_json::from_value(desk.get(&format!("/applications/{id}/rating"))).expect("RatingSheet");
    let tag = sheet.levels.iter().find(|l| l.level.get() == level).and_then(|l| l.tags.first()).map(|t| t.code.clone());
    let body = json!({"kind": kind, "version": sheet.version, "level": level, "tags": [tag], "text": "很快", "named": true});
    desk.post(&format!("/applications/{id}/ratings"), &body)
}

#[test]
fn lin_is_approved_and_rates_twice() {
    let (mut desk, application) = walk("lin", "no-criminal-record");
    assert_eq!(application.status, Status::Approved, "{application:#?}");
    let decision = application.decision.expect("decision");
    let document = decision.document.expect("a certificate");
    assert!(document.number.ends_with("2026112300001"), "{}", document.number);
    assert_eq!(document.verify_code.as_deref().map(str::len), Some(14));
    assert_eq!(document.issued_on, "2026-11-23");
    assert!(document.fields.iter().all(|f| !f.value.contains("{{")) && document.body.iter().all(|b| !b.contains("{{")));
    assert_eq!(application.rating, RatingState::First);

    let rating: Rating = serde_json::from_value(json_of(&rate(&mut desk, &application.id, "first", 5))).expect("Rating");
    assert_eq!(rating.level.get(), 5);
    assert!(rating.follow_up.is_empty(), "a good rating needs no mending");
    assert_eq!(case(&rate(&mut desk, &application.id, "first", 5)), "already-rated");
    let again = rate(&mut desk, &application.id, "additional", 1);
    assert_eq!(again.status, 201);
    let bad: Rating = serde_json::from_value(json_of(&again)).expect("Rating");
    assert_eq!(bad.follow_up.first().and_then(|s| s.by.as_deref()), Some("2026-11-24"), "the next working day");
    assert_eq!(case(&rate(&mut desk, &application.id, "additional", 5)), "already-rated");
    let after: Application = serde_json::from_value(desk.get(&format!("/applications/{}", application.id))).expect("Application");
    assert_eq!(after.rating, RatingState::Closed);
    assert_eq!(after.timeline.len(), 5, "{:?}", after.timeline);
    assert!(after.timeline.windows(2).all(|w| w[0].at <= w[1].at), "the timeline runs backwards");
}

#[test]
fn tang_is_rejected_with_reasons_and_a_notice() {
    let (mut desk, application) = walk("tang", "no-criminal-record");
    assert_eq!(application.status, Status::Rejected, "{application:#?}");
    assert!(application.rules.iter().any(|r| r.status == RuleStatus::Failed && r.explain.as_deref().is_some_and(|e| !e.is_empty())));
    let document = application.decision.and_then(|d| d.document).expect("a notice");
    assert_eq!(document.kind, miaoban::model::application::DocumentKind::Notice);
    assert_eq!(rate(&mut desk, &application.id, "first", 4).status, 201);
    assert_eq!(rate(&mut desk, &application.id, "additional", 5).status, 201);
}

#[test]
fn chan_is_handed_to_a_person_with_a_day() {
    let (mut desk, application) = walk("chan", "no-criminal-record");
    assert_eq!(application.status, Status::Manual, "{application:#?}");
    let manual = application.decision.and_then(|d| d.manual).expect("who and until when");
    assert_eq!(manual.until, "2026-12-14T18:00:00.000+08:00", "15 working days from Monday 2026-11-23");
    assert_eq!(rate(&mut desk, &application.id, "first", 2).status, 201);
    assert_eq!(case(&rate(&mut desk, &application.id, "additional", 5)), "already-rated", "追评 comes after completion");
}

#[test]
fn the_car_lottery_code_goes_the_same_way_without_code_of_its_own() {
    for (person, status) in [("lin", Status::Approved), ("tang", Status::Rejected), ("zhao", Status::Manual)] {
        let (_, application) = walk(person, "car-quota-extension");
        assert_eq!(application.status, status, "{person}: {:#?}", application.rules);
    }
}

/// Guards against decisions that look at the person's name instead of the records.
#[test]
fn changing_the_record_changes_the_decision() {
    let mut desk = Desk::changed("people/tang.json", "/records/criminal_record/data/entries", json!(0)).expect("data");
    let application = desk.apply("no-criminal-record", "tang");
    let status = desk.decided(&application)["status"].clone();
    assert_eq!(status, "approved", "tang without the entry");
    let mut desk = Desk::changed("people/lin.json", "/records/criminal_record/data/entries", json!(1)).expect("data");
    let application = desk.apply("no-criminal-record", "lin");
    assert_eq!(desk.decided(&application)["status"], "rejected", "lin with an entry");
}

#[test]
fn every_person_can_apply_for_every_service_in_every_language() {
    let mut desk = Desk::new();
    let ids = |list: &serde_json::Value| -> Vec<String> {
        list["items"].as_array().into_iter().flatten().filter_map(|i| i["id"].as_str().map(str::to_owned)).collect()
    };
    let (services, people) = (ids(&desk.get("/services")), ids(&desk.get("/demo/people")));
    for lang in ["zh-CN", "zh-Hant", "en"] {
        desk.lang = lang;
        for (service, person) in services.iter().flat_map(|s| people.iter().map(move |p| (s, p))) {
            // Nothing that the last one left behind.
            desk.store = Default::default();
            desk.forget_cookie();
            let application = desk.apply(service, person);
            let text = desk.decided(&application).to_string();
            assert!(!text.contains("{{") && !text.contains("zh-Hant\""), "{person} {service} {lang}: {text}");
        }
    }
}

#[test]
fn approved_applications_count_towards_this_year() {
    let mut desk = Desk::changed("services/no-criminal-record.json", "/rules/0/check", json!("history.count_this_year < `1`")).expect("data");
    let first = desk.apply("no-criminal-record", "lin");
    assert_eq!(desk.decided(&first)["status"], "approved");
    let second = desk.apply("no-criminal-record", "lin");
    let second = desk.decided(&second);
    assert_eq!(second["status"], "rejected", "the first application was not counted");
    assert!(second["decision"]["document"]["number"].as_str().is_some_and(|n| n.ends_with("2026112300001")), "a notice has a series of its own");
    let list: Page<ApplicationSummary> = serde_json::from_value(desk.get("/applications")).expect("page");
    assert_eq!(list.items.iter().map(|a| a.status).collect::<Vec<_>>(), [Status::Rejected, Status::Approved], "newest first");
    desk.wait(60 * 86_400_000);
    let third = desk.apply("no-criminal-record", "lin");
    assert_eq!(desk.decided(&third)["status"], "approved", "last year's application counts for this year");
}

#[test]
fn the_session_is_masked_and_ends() {
    let mut desk = Desk::new();
    desk.verify("no-criminal-record", "lin", &[]);
    let session: Session = serde_json::from_value(desk.get("/session")).expect("Session");
    assert_eq!(session.level, Level::Strong);
    assert!(session.person.is_some_and(|p| p.name.contains('*')), "the whole name was sent");
    desk.wait(31 * 60_000);
    let late = desk.call(miaoban::backend::transport::Method::Get, "/applications", None, None).response;
    assert_eq!((late.status, case(&late).as_str()), (401, "session-expired"));
}
