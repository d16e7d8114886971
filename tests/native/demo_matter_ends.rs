//! What others confirm of a matter, and how it ends: one package, what comes after, one rating.

use crate::demo_bundle_desk::{desk, matter, part, shared, sign_in, stands, whole, ALL};
use crate::demo_desk::{case, json_of, Desk};
use miaoban::backend::transport::{Method, Reply};
use miaoban::model::matter::Share;
use serde_json::{json, Value};

fn asked(desk: &mut Desk) -> (Value, String) {
    let consent = sign_in(desk, "lin", &ALL);
    let first = desk.posted("/matters", &shared(&consent));
    let code = first["parties"][0]["code"].as_str().expect("a code").to_owned();
    (first, code)
}

fn answer(desk: &mut Desk, code: &str, word: &str) -> Reply {
    desk.call(Method::Post, &format!("/shares/{code}/{word}"), None, None).response
}

/// Guards against a part that begins before everybody has confirmed, and whoever submitted being asked to confirm themselves.
#[test]
fn a_part_waits_until_every_partner_has_confirmed() {
    let (mut desk, mut partner) = (desk(), None);
    let (first, code) = asked(&mut desk);
    assert_eq!(first["parties"].as_array().map(Vec::len), Some(1));
    assert_eq!((first["parties"][0]["name"].as_str(), first["parties"][0]["what"].as_str()), (Some("唐**"), Some("a share of 40%")));
    assert_eq!((first["status"].as_str(), part(&first, "licence")["status"].as_str()), (Some("needs_you"), Some("needs_you")));
    desk.wait(60_000);
    assert_eq!(matter(&mut desk, &first)["parts"][0]["status"], "needs_you");
    desk.change_device(&mut partner);
    sign_in(&mut desk, "tang", &["licence"]);
    let share: Share = serde_json::from_value(desk.get(&format!("/shares/{}", code.to_lowercase()))).expect("Share");
    assert_eq!((share.asks.as_str(), share.lines.len()), ("林**", 1));
    let confirmed = desk.now;
    assert_eq!(json_of(&answer(&mut desk, &code, "confirm"))["status"], "confirmed");
    assert_eq!(case(&answer(&mut desk, &code, "refuse")), "link-over");
    desk.change_device(&mut partner);
    desk.wait(60_000);
    let last = matter(&mut desk, &first);
    assert_eq!((last["status"].as_str(), part(&last, "licence")["began_at"].clone()), (Some("done"), json!(confirmed.to_string())));
    assert_eq!((last["parties"][0]["status"].as_str(), last["parties"][0]["code"].clone()), (Some("confirmed"), Value::Null));
}

/// Guards against a refusal that counts for nothing, or that stops what does not rest on it.
#[test]
fn a_partner_who_refuses_fails_the_part_and_what_rests_on_it() {
    let (mut desk, mut partner) = (desk(), None);
    let (first, code) = asked(&mut desk);
    desk.change_device(&mut partner);
    sign_in(&mut desk, "tang", &["licence"]);
    assert_eq!(json_of(&answer(&mut desk, &code, "refuse"))["status"], "refused");
    desk.change_device(&mut partner);
    desk.wait(60_000);
    let last = matter(&mut desk, &first);
    let stands = stands(&last);
    assert_eq!((stands["licence"].as_str(), stands["seals"].as_str(), stands["account"].as_str()), ("failed", "blocked", "done"));
    assert_eq!(last["status"], "partly");
}

/// Guards against anybody who has a code and is taken for the partner, a stranger who is told anything, and codes that are guessed.
#[test]
fn a_code_is_worth_nothing_to_anybody_else() {
    let (mut desk, mut other) = (desk(), None);
    let (first, code) = asked(&mut desk);
    assert_eq!(case(&answer(&mut desk, &code, "confirm")), "not-party", "the applicant is not the partner");
    desk.change_device(&mut other);
    let outside = desk.get(&format!("/shares/{code}"));
    assert_eq!((&outside["what"], &outside["lines"]), (&json!(""), &json!([])), "a stranger is told the share");
    assert_eq!(case(&answer(&mut desk, &code, "confirm")), "verification-needed");
    sign_in(&mut desk, "luo", &["licence"]);
    let refused = desk.call(Method::Get, &format!("/shares/{code}"), None, None).response;
    assert_eq!((refused.status, case(&refused).as_str()), (403, "not-party"));
    assert!(!String::from_utf8_lossy(&refused.body).contains("40%"), "the share is told");
    for word in ["confirm", "refuse"] {
        assert_eq!(case(&answer(&mut desk, &code, word)), "not-party");
    }
    let guess = |desk: &mut Desk| case(&desk.call(Method::Get, "/shares/44444444", None, None).response);
    let told: Vec<String> = (0..11).map(|_| guess(&mut desk)).collect();
    assert_eq!((told[0].as_str(), told[10].as_str()), ("link-unknown", "rate-limited"));
    desk.change_device(&mut other);
    assert_eq!(matter(&mut desk, &first)["parties"][0]["status"], "waiting");
}

fn ended(desk: &mut Desk) -> Value {
    let consent = sign_in(desk, "lin", &ALL);
    let first = desk.posted("/matters", &whole(&consent));
    desk.wait(10_000);
    matter(desk, &first)
}

/// Guards against several deliveries, a way for what lies in the wallet anyway, and a choice that is changed after everything has arrived.
#[test]
fn everything_comes_in_one_delivery() {
    let mut desk = desk();
    let consent = sign_in(&mut desk, "lin", &ALL);
    let first = desk.posted("/matters", &whole(&consent));
    let path = format!("/matters/{}/delivery", first["id"].as_str().expect("id"));
    let put = |desk: &mut Desk, body: Value| desk.call(Method::Put, &path, Some(&body), None).response;
    assert_eq!(case(&put(&mut desk, json!({"way": "post"}))), "not-yet-decided");
    desk.wait(10_000);
    let last = matter(&mut desk, &first);
    let paper: Vec<&str> =
        last["package"]["documents"].as_array().into_iter().flatten().filter(|d| d["electronic"] == false).filter_map(|d| d["service"].as_str()).collect();
    assert_eq!((paper, last["package"]["ways"].as_array().map(Vec::len)), (vec!["seals"], Some(1)));
    assert_eq!(json_of(&put(&mut desk, json!({"way": "pigeon"})))["errors"][0]["pointer"], "/way");
    assert_eq!(case(&put(&mut desk, json!({}))), "invalid");
    let chosen = json_of(&put(&mut desk, json!({"way": "post"})));
    assert_eq!(chosen["package"]["way"], "post");
    assert!(chosen["revision"].as_u64() > last["revision"].as_u64());
    let arrived = json_of(&put(&mut desk, json!({"confirmed": true})));
    assert_eq!(arrived["package"]["confirmed_at"], json!(desk.now.to_string()));
    assert_eq!(json_of(&put(&mut desk, json!({"confirmed": true, "way": "post"}))), arrived, "twice is once");
}

/// Guards against dates that count from another day, policies that are told to those who do not qualify, and next steps before there is a result.
#[test]
fn what_comes_next_counts_from_the_day_it_was_done() {
    let mut desk = desk();
    let last = ended(&mut desk);
    let next = last["next"].as_array().expect("next").clone();
    assert_eq!(next[0]["due"], "2026-12-08");
    assert_eq!((next.len(), next[1]["because"].as_str()), (3, Some("there is staff")));
    let consent = sign_in(&mut desk, "lin", &ALL);
    let mut body = whole(&consent);
    let parts: Vec<Value> = body["parts"].as_array().into_iter().flatten().filter(|p| p["service_id"] != "cover").cloned().collect();
    (body["answers"], body["parts"]) = (json!({"licensed": false, "staff": false}), json!(parts));
    let first = desk.posted("/matters", &body);
    assert_eq!(first["next"], json!([]));
    desk.wait(10_000);
    assert_eq!(matter(&mut desk, &first)["next"].as_array().map(Vec::len), Some(2), "a policy for whom there is staff");
}

/// Guards against a rating for each department where there is one matter, and one before there is anything to rate.
#[test]
fn there_is_one_rating_for_all_of_it() {
    let mut desk = desk();
    let consent = sign_in(&mut desk, "lin", &ALL);
    let first = desk.posted("/matters", &whole(&consent));
    let path = format!("/matters/{}", first["id"].as_str().expect("id"));
    let sheet = desk.get(&format!("{path}/rating"));
    assert_eq!((sheet["can"].as_str(), sheet["service"]["name"].as_str()), (Some("closed"), Some("A start")));
    let body = json!({"kind": "first", "version": sheet["version"], "level": 5, "tags": [], "text": "", "named": false});
    assert_eq!(case(&desk.post(&format!("{path}/ratings"), &body)), "not-yet-decided");
    desk.wait(10_000);
    assert_eq!(desk.get(&path)["rating"], "first");
    assert_eq!(desk.posted(&format!("{path}/ratings"), &body)["level"], 5);
    assert_eq!(case(&desk.post(&format!("{path}/ratings"), &body)), "already-rated");
    assert_eq!(desk.get(&path)["rating"], "additional");
    assert_eq!(desk.get(&format!("{path}/rating"))["ratings"].as_array().map(Vec::len), Some(1));
}
