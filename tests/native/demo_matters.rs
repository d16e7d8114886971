//! Matters: submitted whole or not at all, and going on by the clock whoever looks when.

use crate::demo_bundle_desk::{desk, matter, part, retry, sign_in, stands, submission, whole, ALL};
use crate::demo_desk::{case, json_of, Desk};
use miaoban::backend::transport::{header, Call, Method};
use miaoban::demo::Store;
use miaoban::model::matter::{Matter, MatterSummary};
use miaoban::model::page::Page;
use serde_json::{json, Value};
use std::collections::BTreeMap;

fn submitted(wishes: &[(&str, &str)]) -> (Desk, Value) {
    let mut desk = desk();
    let consent = sign_in(&mut desk, "lin", &ALL);
    let answers = json!({"licensed": false, "staff": true, "name": "林知予"});
    let matter = desk.posted("/matters", &submission(&consent, &answers, wishes));
    (desk, matter)
}

const GOOD: [(&str, &str); 4] = [("licence", "a"), ("seals", ""), ("cover", ""), ("account", "b")];

fn words(all: &[(&str, &str)]) -> BTreeMap<String, String> {
    all.iter().map(|(service, status)| ((*service).to_owned(), (*status).to_owned())).collect()
}

fn stored(desk: &Desk) -> usize {
    desk.store.list("matter").len() + desk.store.list("application").iter().filter(|(_, a)| !a["matter_id"].is_null()).count()
}

/// Guards against a bundle of which half is submitted, errors that name no place in the one form, and a step-up asked for what would be refused.
#[test]
fn one_wrong_part_and_nothing_is_submitted() {
    let mut desk = desk();
    let consent = sign_in(&mut desk, "lin", &ALL);
    let good = whole(&consent);
    for (pointer, value, status, problem, at) in [
        ("/parts/3/data", json!({"name": "林知予"}), 422, "invalid", Some("/account/wish")),
        ("/parts/0/data/wish", json!("spoken for"), 422, "invalid", Some("/licence/wish")),
        ("/parts/1/data/name", json!("someone"), 422, "locked-value", Some("/seals/name")),
        ("/parts/2/provenance", json!({"/name": "household"}), 422, "locked-value", Some("/cover/name")),
        ("/parts/2/data", json!({"name": "林知予", "unasked": 1}), 422, "invalid", None),
        ("/parts/1/form_version", json!("0"), 409, "form-changed", None),
        ("/bundle_version", json!("0"), 409, "bundle-changed", None),
        ("/answers/staff", json!(false), 409, "bundle-changed", None),
        ("/answers/licensed", json!(true), 409, "bundle-changed", None),
        ("/parts/3/service_id", json!("licence"), 409, "bundle-changed", None),
        ("/answers", json!({"licensed": false}), 422, "invalid", Some("/answers/staff")),
        ("/parts/3/data", json!([]), 422, "invalid", Some("/parts/3/data")),
        ("/consent_id", json!("nobody's"), 403, "consent-needed", None),
    ] {
        let mut body = good.clone();
        *body.pointer_mut(pointer).expect(pointer) = value;
        let reply = desk.post("/matters", &body);
        assert_eq!((reply.status, case(&reply).as_str()), (status, problem), "{pointer}");
        if let Some(at) = at {
            assert_eq!(json_of(&reply)["errors"][0]["pointer"], at);
        }
        assert_eq!(stored(&desk), 0, "{pointer}: something was kept");
    }
    let mut two = good.clone();
    two["parts"][0]["data"]["wish"] = Value::Null;
    two["parts"][3]["data"] = json!({});
    assert_eq!(json_of(&desk.post("/matters", &two))["errors"].as_array().map(Vec::len), Some(2), "all parts are told of at once");
    let mut disputed = good.clone();
    disputed["parts"][1]["disputes"] = json!([{"pointer": "/number", "source": "identity"}]);
    assert_eq!(json_of(&desk.post("/matters", &disputed))["errors"][0]["pointer"], "/seals/disputes/0/pointer");
    assert_eq!(desk.post("/matters", &good).status, 201);
}

/// Guards against a bundle that is submitted twice because its answer was lost.
#[test]
fn the_same_key_answers_the_same_matter() {
    let mut desk = desk();
    let consent = sign_in(&mut desk, "lin", &ALL);
    let body = whole(&consent);
    let send = |desk: &mut Desk, body: &Value| desk.call(Method::Post, "/matters", Some(body), Some("once")).response;
    let (first, second) = (send(&mut desk, &body), send(&mut desk, &body));
    assert_eq!((json_of(&first)["id"].clone(), header(&second.headers, "Idempotency-Replayed")), (json_of(&second)["id"].clone(), Some("true")));
    assert_eq!(desk.store.list("matter").len(), 1);
    assert_eq!(header(&first.headers, "Location"), Some(format!("/matters/{}", json_of(&first)["id"].as_str().unwrap_or_default()).as_str()));
    let mut other = body.clone();
    other["parts"][3]["data"]["wish"] = json!("c");
    assert_eq!(case(&send(&mut desk, &other)), "idempotency-key-reused");
}

/// Guards against a part that begins before what it rests on is there, one that waits for nothing and is not begun, and a result that is asked of the
/// person instead of being handed on.
#[test]
fn a_result_goes_on_into_the_parts_that_wait_for_it() {
    let (mut desk, first) = submitted(&GOOD);
    assert_eq!(stands(&first), words(&[("licence", "running"), ("seals", "waiting"), ("cover", "waiting"), ("account", "running")]));
    assert_eq!((part(&first, "seals")["after"].clone(), part(&first, "seals")["waits_for"].clone()), (json!(["licence"]), json!(["licence"])));
    assert!(part(&first, "seals")["application_id"].is_null());
    desk.wait(3_000);
    let second = matter(&mut desk, &first);
    assert_eq!(stands(&second), words(&[("licence", "done"), ("seals", "running"), ("cover", "running"), ("account", "done")]));
    assert_eq!(part(&second, "seals")["began_at"], part(&second, "licence")["ended_at"]);
    let received = &part(&second, "seals")["received"][0];
    assert_eq!((received["from"].as_str(), received["value"].as_str().map(|v| v.contains('*'))), (Some("licence"), Some(true)), "a number in full: {received}");
    assert_eq!(second["package"], Value::Null);
    desk.wait(3_000);
    let last = matter(&mut desk, &first);
    assert_eq!((last["status"].as_str(), last["done_at"].clone()), (Some("done"), part(&last, "cover")["ended_at"].clone()));
    let id = part(&last, "seals")["application_id"].as_str().expect("an application").to_owned();
    let application = desk.store.get("application", &id).expect("kept");
    assert_eq!((application["data"]["number"].as_str(), &application["matter_id"]), (Some("a-林知予"), &last["id"]));
    assert_eq!(desk.get(&format!("/applications/{id}"))["status"], "approved");
    assert_eq!(
        desk.get("/applications")["items"].as_array().into_iter().flatten().filter(|a| a["id"] == id.as_str()).count(),
        0,
        "a part is a line of its own"
    );
    serde_json::from_value::<Matter>(last).expect("Matter");
    let lines: Page<MatterSummary> = serde_json::from_value(desk.get("/matters")).expect("MatterSummary");
    assert_eq!((lines.items[0].done, lines.items[0].total), (4, 4));
}

/// Guards against a history that depends on who looked when: begun late because nobody looked, numbered by looks, or in the words of the last look.
#[test]
fn looking_early_or_late_shows_the_same_history() {
    let look = |waits: &[i64], langs: &[&'static str]| {
        let (mut desk, first) = submitted(&[("licence", "a"), ("seals", "odd"), ("cover", "taken"), ("account", "b")]);
        for (wait, lang) in waits.iter().zip(langs.iter().cycle()) {
            desk.wait(*wait);
            desk.lang = lang;
            matter(&mut desk, &first);
            desk.get("/matters");
        }
        desk.lang = "zh-CN";
        let shown = matter(&mut desk, &first);
        let kept: BTreeMap<String, Value> = desk.store.list("application").into_iter().filter(|(_, a)| !a["matter_id"].is_null()).collect();
        (shown, kept)
    };
    let late = look(&[600_000], &["zh-CN"]);
    assert_eq!(look(&[2_999, 1, 1, 2_999, 594_000], &["en", "zh-Hant"]), late);
    assert_eq!(stands(&late.0), words(&[("licence", "done"), ("seals", "running"), ("cover", "failed"), ("account", "done")]));
}

/// Guards against answers that are taken for newer than they are: every change counts, and nothing else does.
#[test]
fn the_revision_counts_every_change() {
    let (mut desk, first) = submitted(&GOOD);
    let path = format!("/matters/{}", first["id"].as_str().expect("id"));
    let revision = |desk: &mut Desk| desk.get(&path)["revision"].as_u64().expect("a revision");
    let mut seen = vec![revision(&mut desk)];
    assert_eq!(revision(&mut desk), seen[0], "looking is no change");
    for _ in 0..2 {
        desk.wait(3_000);
        seen.push(revision(&mut desk));
    }
    assert!(seen.windows(2).all(|w| w[0] < w[1]), "{seen:?}");
    let reply = desk.call(Method::Get, &path, None, None).response;
    let tag = header(&reply.headers, "ETag").expect("an ETag").to_owned();
    assert_eq!(tag, format!("\"{}.zh-CN\"", seen[2]));
    let known = |language: &str| Call {
        method: Method::Get,
        path: path.clone(),
        headers: vec![("If-None-Match".to_owned(), tag.clone()), ("Accept-Language".to_owned(), language.to_owned())],
        body: Vec::new(),
    };
    assert_eq!(desk.carry(known("zh-CN")).response.status, 304);
    assert_eq!(desk.carry(known("en")).response.status, 200, "another language reads differently");
}

/// Guards against one failure that stops everything, and against parts that begin on what was refused.
#[test]
fn what_rests_on_a_refusal_is_blocked_and_the_rest_goes_on() {
    let (mut desk, first) = submitted(&[("licence", "taken"), ("seals", ""), ("cover", ""), ("account", "b")]);
    desk.wait(10_000);
    let last = matter(&mut desk, &first);
    assert_eq!(stands(&last), words(&[("licence", "failed"), ("seals", "blocked"), ("cover", "blocked"), ("account", "done")]));
    assert_eq!((last["status"].as_str(), part(&last, "licence")["text"].as_str()), (Some("partly"), Some("not granted")));
    assert!(part(&last, "seals")["text"].as_str().is_some_and(|t| t.contains("licence service")));
    assert_eq!(last["package"]["documents"].as_array().map(Vec::len), Some(1), "what was granted is handed over");
}

/// Guards against a part that a person looks at and that seems to be decided or to need the citizen.
#[test]
fn a_part_that_a_person_looks_at_goes_on() {
    let (mut desk, first) = submitted(&[("licence", "odd"), ("seals", ""), ("cover", ""), ("account", "b")]);
    desk.wait(10_000);
    let last = matter(&mut desk, &first);
    assert_eq!((last["status"].as_str(), part(&last, "licence")["status"].as_str()), (Some("running"), Some("running")));
    assert_eq!(part(&last, "licence")["text"], "an officer looks at it");
    assert_eq!(part(&last, "seals")["status"], "waiting");
}

/// Guards against a department that cannot be reached and takes the others along, a second try that repeats what has gone well, and one that is
/// counted as sent although it was not.
#[test]
fn a_part_that_could_not_be_sent_is_sent_again_alone() {
    let mut desk = desk();
    let consent = sign_in(&mut desk, "lin", &ALL);
    desk.faults = "not-sent:seals".to_owned();
    let first = desk.posted("/matters", &whole(&consent));
    desk.wait(10_000);
    let stuck = matter(&mut desk, &first);
    assert_eq!(stands(&stuck), words(&[("licence", "done"), ("seals", "not_sent"), ("cover", "done"), ("account", "done")]));
    assert_eq!(stuck["status"], "needs_you");
    assert_eq!(part(&json_of(&retry(&mut desk, &first, "seals")), "seals")["status"], "not_sent");
    desk.faults = String::new();
    assert_eq!(matter(&mut desk, &first)["parts"], stuck["parts"], "nobody asked for it to be sent");
    let again = json_of(&retry(&mut desk, &first, "seals"));
    assert_eq!(part(&again, "seals")["status"], "running");
    assert_eq!(part(&again, "seals")["began_at"], json!(desk.now.to_string()));
    assert_eq!(part(&again, "cover"), part(&stuck, "cover"));
    assert_eq!(json_of(&retry(&mut desk, &first, "seals")), again, "twice is once");
    assert_eq!(retry(&mut desk, &first, "none").status, 404);
    desk.wait(3_000);
    assert_eq!(matter(&mut desk, &first)["status"], "done");
}

#[test]
fn a_slow_part_keeps_only_itself_waiting() {
    let mut desk = desk();
    let consent = sign_in(&mut desk, "lin", &ALL);
    desk.faults = "part-slow:account".to_owned();
    let first = desk.posted("/matters", &whole(&consent));
    desk.wait(10_000);
    let last = matter(&mut desk, &first);
    assert_eq!(stands(&last), words(&[("licence", "done"), ("seals", "done"), ("cover", "done"), ("account", "running")]));
}

/// Guards against a matter that somebody else sees, changes or rates.
#[test]
fn nobody_else_sees_a_matter() {
    let (mut desk, first) = submitted(&GOOD);
    desk.wait(10_000);
    desk.call(Method::Post, "/demo/session", Some(&json!({"person": "tang", "level": "verified"})), None);
    let path = format!("/matters/{}", first["id"].as_str().expect("id"));
    for path in [path.clone(), format!("{path}/rating")] {
        assert_eq!(desk.call(Method::Get, &path, None, None).response.status, 404);
    }
    assert_eq!(desk.call(Method::Put, &format!("{path}/delivery"), Some(&json!({"confirmed": true})), None).response.status, 404);
    assert_eq!(retry(&mut desk, &first, "seals").status, 404);
    assert_eq!(desk.get("/matters")["items"], json!([]));
}

/// Guards against a service that looks at sources which the person agreed to for other services alone.
#[test]
fn a_part_that_the_consent_does_not_name_looks_at_nothing() {
    let mut desk = desk();
    let consent = sign_in(&mut desk, "lin", &["licence", "account", "seals"]);
    let mut body = whole(&consent);
    let refused = json_of(&desk.post("/matters", &body));
    assert_eq!(refused["errors"][0]["pointer"], "/cover/name", "a value of a source that was not allowed for it");
    body["parts"][2]["provenance"] = json!({});
    let made = desk.posted("/matters", &body);
    let kept = desk.store.get("matter", made["id"].as_str().expect("id")).expect("kept");
    assert_eq!(
        kept["parts"].as_array().and_then(|p| p.iter().find(|p| p["service"] == "cover")).map(|p| p["hidden"].clone()),
        Some(json!({"household": "refused", "identity": "refused"}))
    );
}
