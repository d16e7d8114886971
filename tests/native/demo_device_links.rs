//! A check that another device carries out: one device, once, and nobody but the one that asked is verified.

use crate::demo_desk::{case, json_of, text, Desk, APP};
use crate::demo_levels::by_sms;
use miaoban::backend::transport::{Call, Method, Reply};
use serde_json::{json, Value};

const SERVICE: &str = "no-criminal-record";
/// The desk opens every session with it.
const STATE: &str = "state-0123456789abcdef";
const PHONE: &str = "phone-0123456789abcdef";

/// A desktop with a session, and the code that it shows.
fn linked(desk: &mut Desk) -> (Value, String, String) {
    let consent = desk.consent(SERVICE, "face", &[]);
    let (session, ticket) = desk.open(SERVICE, &consent, "face");
    assert_eq!(session["elsewhere"], "offered");
    let link = desk.posted(&format!("/identity-sessions/{}/link", id(&session)), &json!({"state": STATE}));
    assert_eq!(link["url"], format!("{APP}/continue"));
    (session, ticket, link["code"].as_str().expect("a code").to_owned())
}

fn id(session: &Value) -> String {
    session["id"].as_str().expect("id").to_owned()
}

fn opens(desk: &mut Desk, code: &str) -> Reply {
    desk.post(&format!("/device-links/{code}/open"), &json!({"return_url": format!("{APP}/continue"), "state": PHONE}))
}

/// The phone opens the link and comes back from the provider; its one-time code.
fn at_the_provider(desk: &mut Desk, code: &str, person: &str, outcome: &str) -> String {
    let phone = json_of(&opens(desk, code));
    let ticket = phone["url"].as_str().and_then(|u| u.split_once("ticket=")).expect("a ticket").1.to_owned();
    let back = desk.posted(&format!("/demo/provider/{ticket}/outcome"), &json!({"person": person, "outcome": outcome}));
    let url = back["return_url"].as_str().expect("return_url");
    assert!(url.starts_with(&format!("{APP}/continue?session={}&state={PHONE}", id(&phone))), "{url}");
    url.split_once("code=").expect("a code").1.to_owned()
}

fn finish(desk: &mut Desk, code: &str, state: &str, back: &str) -> Reply {
    desk.call(Method::Post, &format!("/device-links/{code}/finish"), Some(&json!({"state": state, "code": back})), None).response
}

fn confirm(desk: &mut Desk, session: &Value, body: &Value) -> Reply {
    desk.call(Method::Post, &format!("/identity-sessions/{}/confirm", id(session)), Some(body), None).response
}

fn session_now(desk: &mut Desk, session: &Value) -> (String, Value) {
    let now = desk.get(&format!("/identity-sessions/{}", id(session)));
    (now["status"].as_str().unwrap_or_default().to_owned(), now["elsewhere"].clone())
}

/// Guards against a phone that is signed in by what it did for a desktop, and against a desktop that is before it has asked.
#[test]
fn what_a_phone_finishes_verifies_the_desktop_alone_and_once() {
    let (mut desk, mut phone) = (Desk::new(), None);
    let (session, _, code) = linked(&mut desk);
    assert_eq!(session_now(&mut desk, &session), ("waiting".to_owned(), json!("offered")));

    desk.change_device(&mut phone);
    let asked = desk.get(&format!("/device-links/{}-{}", &code[..4].to_lowercase(), &code[4..]));
    assert_eq!((asked["status"].as_str(), asked["service_name"].as_str()), (Some("waiting"), Some("无犯罪记录证明")));
    assert_eq!(asked["face"], true, "the phone could not offer to try its camera");
    let back = at_the_provider(&mut desk, &code, "lin", "success");
    desk.change_device(&mut phone);
    assert_eq!(session_now(&mut desk, &session), ("opened".to_owned(), json!("taken")));
    assert_eq!(desk.get(&format!("/identity-sessions/{}", id(&session)))["url"], Value::Null);
    let early = confirm(&mut desk, &session, &json!({"state": STATE}));
    assert_eq!((early.status, json_of(&early)["status"].as_str()), (200, Some("opened")), "before the phone has finished");
    assert_eq!(desk.get("/session")["level"], "none");

    desk.change_device(&mut phone);
    for _ in 0..2 {
        let finished = finish(&mut desk, &code, PHONE, &back);
        assert_eq!((finished.status, json_of(&finished)["status"].as_str()), (200, Some("done")), "told twice it says the same");
        assert_eq!(desk.get("/session")["level"], "none", "the phone itself");
    }
    desk.change_device(&mut phone);
    assert_eq!(session_now(&mut desk, &session), ("done".to_owned(), json!("taken")));
    assert_eq!(desk.get("/session")["level"], "none", "before the desktop has asked");
    let done = json_of(&confirm(&mut desk, &session, &json!({"state": STATE})));
    assert_eq!((done["status"].as_str(), &done["elsewhere"]), (Some("done"), &Value::Null));
    assert_eq!(desk.get("/session")["person"]["name"], "林**");
    desk.forget_cookie();
    assert_eq!(case(&confirm(&mut desk, &session, &json!({"state": STATE}))), "identity-replayed");
    assert_eq!(case(&opens(&mut desk, &code)), "link-over", "a link is used once");
    assert_eq!(case(&desk.post(&format!("/identity-sessions/{}/link", id(&session)), &json!({"state": STATE}))), "identity-replayed");
}

/// Guards against a second phone, and against one device's check that counts for two ways.
#[test]
fn the_first_device_excludes_every_other() {
    let mut desk = Desk::new();
    let (session, ticket, code) = linked(&mut desk);
    assert_eq!(opens(&mut desk, &code).status, 201);
    assert_eq!(case(&opens(&mut desk, &code)), "link-over", "a second phone");
    assert_eq!(case(&desk.post(&format!("/device-links/{code}/refuse"), &json!({}))), "link-over");
    let own = desk.call(Method::Get, &format!("/demo/provider/{ticket}"), None, None).response;
    assert_eq!(own.status, 404, "the desktop's own way to the provider");
    assert_eq!(case(&confirm(&mut desk, &session, &json!({"state": STATE, "code": "0"}))), "identity-forged");

    // The other way round: what the desktop finished itself, no phone opens.
    let (session, ticket, code) = linked(&mut desk);
    let back = desk.provider(&ticket, "lin", "success");
    assert_eq!(desk.get(&format!("/device-links/{code}"))["status"], "done");
    assert_eq!(case(&opens(&mut desk, &code)), "link-over");
    assert_eq!(case(&finish(&mut desk, &code, PHONE, &back)), "identity-forged");
    assert_eq!(confirm(&mut desk, &session, &json!({"state": STATE})).status, 422, "without a link, the state alone is nothing");
    assert_eq!(desk.get("/session")["level"], "none");
    assert_eq!(desk.confirm(&session, &back).status, 200);
}

/// Guards against a phone whose opening got lost on the way back, and which then counts as a second one.
#[test]
fn an_opening_whose_answer_was_lost_can_be_repeated_under_its_key() {
    let mut desk = Desk::new();
    let (_, _, code) = linked(&mut desk);
    let body = json!({"return_url": format!("{APP}/continue"), "state": PHONE});
    let open = |desk: &mut Desk| json_of(&desk.call(Method::Post, &format!("/device-links/{code}/open"), Some(&body), Some("one-opening")).response);
    assert_eq!(open(&mut desk), open(&mut desk));
}

/// Guards against a person who is asked for something they did not start and has no way to stop it.
#[test]
fn a_refused_link_cancels_the_check() {
    let mut desk = Desk::new();
    let (session, ticket, code) = linked(&mut desk);
    let refused = desk.posted(&format!("/device-links/{code}/refuse"), &json!({}));
    assert_eq!(refused["status"], "cancelled");
    assert_eq!(session_now(&mut desk, &session), ("cancelled".to_owned(), Value::Null));
    assert_eq!(case(&opens(&mut desk, &code)), "link-over");
    assert_eq!(desk.call(Method::Get, &format!("/demo/provider/{ticket}"), None, None).response.status, 404);
}

/// Guards against whoever knows a part: the session without its state, the link without the phone's, a foreign return address.
#[test]
fn forged_states_and_codes_are_refused() {
    let mut desk = Desk::new();
    let (session, _, code) = linked(&mut desk);
    let path = format!("/identity-sessions/{}/link", id(&session));
    assert_eq!(case(&desk.post(&path, &json!({"state": "state-of-somebody-else"}))), "identity-forged");
    let away = json!({"return_url": "https://elsewhere.example/continue", "state": PHONE});
    assert_eq!(case(&desk.post(&format!("/device-links/{code}/open"), &away)), "return-url-refused");
    assert_eq!(case(&finish(&mut desk, &code, PHONE, "0")), "identity-forged", "nobody has opened it");
    let back = at_the_provider(&mut desk, &code, "tang", "success");
    for (state, told) in [(STATE, back.as_str()), (PHONE, "0")] {
        assert_eq!(case(&finish(&mut desk, &code, state, told)), "identity-forged");
    }
    assert_eq!(session_now(&mut desk, &session).0, "opened");
    assert_eq!(case(&confirm(&mut desk, &session, &json!({"state": PHONE}))), "identity-forged");
    assert_eq!(desk.get("/session")["level"], "none");
}

/// Guards against the phone's own session as a way in.
#[test]
fn the_phones_session_confirms_nothing() {
    let mut desk = Desk::new();
    let (_, _, code) = linked(&mut desk);
    let phone = json_of(&opens(&mut desk, &code));
    assert_eq!((phone["elsewhere"].clone(), phone["status"].as_str()), (Value::Null, Some("waiting")));
    let ticket = phone["url"].as_str().and_then(|u| u.split_once("ticket=")).expect("a ticket").1.to_owned();
    assert_eq!(json_of(&finish(&mut desk, &code, PHONE, "0"))["status"], "waiting", "not at the provider yet");
    let back = desk.posted(&format!("/demo/provider/{ticket}/outcome"), &json!({"person": "lin", "outcome": "success"}));
    let back = back["return_url"].as_str().and_then(|u| u.split_once("code=")).expect("a code").1.to_owned();
    assert_eq!(case(&confirm(&mut desk, &phone, &json!({"state": PHONE, "code": back}))), "identity-forged");
    assert_eq!(case(&confirm(&mut desk, &phone, &json!({"state": PHONE}))), "identity-forged");
    assert_eq!(case(&desk.post(&format!("/identity-sessions/{}/link", id(&phone)), &json!({"state": PHONE}))), "link-not-offered", "no link of a link");
    assert_eq!(desk.get("/session")["level"], "none");
}

/// Guards against a desktop that waits although the phone has failed, and does not learn why.
#[test]
fn every_outcome_reaches_the_desktop() {
    for (outcome, status, reason) in [("cancelled", "cancelled", Value::Null), ("3004", "failed", json!("no_camera")), ("3003", "failed", json!("interrupted"))]
    {
        let mut desk = Desk::new();
        let (session, _, code) = linked(&mut desk);
        let back = at_the_provider(&mut desk, &code, "lin", outcome);
        assert_eq!(json_of(&finish(&mut desk, &code, PHONE, &back))["status"], status);
        let now = desk.get(&format!("/identity-sessions/{}", id(&session)));
        assert_eq!((now["status"].as_str(), &now["reason"]), (Some(status), &reason));
        assert_eq!(desk.get(&format!("/device-links/{code}"))["status"], status);
        assert_eq!(json_of(&confirm(&mut desk, &session, &json!({"state": STATE})))["status"], status);
        assert_eq!(desk.get("/session")["level"], "none");
    }
    let mut desk = Desk::new();
    let (session, _, code) = linked(&mut desk);
    let back = at_the_provider(&mut desk, &code, "lin", "timeout");
    assert_eq!(case(&finish(&mut desk, &code, PHONE, &back)), "identity-expired");
    assert_eq!(session_now(&mut desk, &session).0, "expired");
}

/// Guards against codes that work for ever.
#[test]
fn a_link_ends_with_its_session() {
    let mut desk = Desk::new();
    let (session, _, code) = linked(&mut desk);
    let back = at_the_provider(&mut desk, &code, "lin", "success");
    desk.wait(10 * 60_000);
    assert_eq!(case(&desk.call(Method::Get, &format!("/device-links/{code}"), None, None).response), "link-unknown");
    assert_eq!(case(&opens(&mut desk, &code)), "link-unknown");
    assert_eq!(case(&finish(&mut desk, &code, PHONE, &back)), "identity-expired");
    assert_eq!(case(&confirm(&mut desk, &session, &json!({"state": STATE}))), "identity-expired");
    assert_eq!(case(&desk.post(&format!("/identity-sessions/{}/link", id(&session)), &json!({"state": STATE}))), "identity-expired");
}

/// Guards against somebody who tries codes until one works; who mistypes now and then goes on.
#[test]
fn guessing_is_limited_by_caller_and_for_a_while() {
    let mut desk = Desk::new();
    let (_, _, code) = linked(&mut desk);
    let look = |desk: &mut Desk, code: &str| desk.call(Method::Get, &format!("/device-links/{code}"), None, None).response;
    for _ in 0..10 {
        assert_eq!(case(&look(&mut desk, "AAAAAAAA")), "link-unknown");
    }
    assert_eq!(case(&look(&mut desk, &code)), "rate-limited", "even a right one");
    assert_eq!(case(&opens(&mut desk, &code)), "rate-limited");
    desk.caller = Some("192.0.2.2".to_owned());
    assert_eq!(look(&mut desk, &code).status, 200, "somebody else");
    desk.caller = Some("192.0.2.1".to_owned());
    desk.wait(9 * 60_000);
    assert_eq!(case(&look(&mut desk, &code)), "rate-limited");
    desk.wait(60_000);
    let (_, _, code) = linked(&mut desk);
    assert_eq!(look(&mut desk, &code).status, 200);
}

/// Guards against a way that is offered where no other device can come: a backend in the page, a code by SMS.
#[test]
fn what_no_other_device_can_reach_offers_no_link() {
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "sms", &[]);
    let by_sms = desk.open_here(SERVICE, &consent);
    assert_eq!(by_sms["elsewhere"], Value::Null);
    assert_eq!(case(&desk.post(&format!("/identity-sessions/{}/link", id(&by_sms)), &json!({"state": STATE}))), "link-not-offered");
    desk.caller = None;
    let consent = desk.consent(SERVICE, "face", &[]);
    let (in_the_page, _) = desk.open(SERVICE, &consent, "face");
    assert_eq!(in_the_page["elsewhere"], Value::Null);
    assert_eq!(case(&desk.post(&format!("/identity-sessions/{}/link", id(&in_the_page)), &json!({"state": STATE}))), "link-not-offered");
}

/// Guards against a reload that invalidates the code on a phone, and against a User-Agent that puts its own words on somebody's phone.
#[test]
fn a_code_stays_and_says_who_asks_in_known_words() {
    let agents = [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
            "Edge on a computer (Windows)",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15", "Safari on a computer (Mac)"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36", "Chrome on a computer (Linux)"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1",
            "Chrome on a mobile device (iPhone)",
        ),
        ("Your bank: press continue", "another device"),
        ("", "another device"),
    ];
    for (agent, words) in agents {
        let mut desk = Desk::new();
        let consent = desk.consent(SERVICE, "face", &[]);
        let (session, _) = desk.open(SERVICE, &consent, "face");
        let path = format!("/identity-sessions/{}/link", id(&session));
        let headers = [("User-Agent", agent), ("X-Requested-With", "miaoban"), ("Content-Type", "application/json"), ("Idempotency-Key", "by-agent")];
        let headers = headers.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec();
        let reply = desk.send(&Call { method: Method::Post, path: path.clone(), headers, body: json!({"state": STATE}).to_string().into_bytes() }).response;
        assert_eq!(reply.status, 201, "{}", text(&reply));
        let code = json_of(&reply)["code"].clone();
        assert_eq!(desk.posted(&path, &json!({"state": STATE}))["code"], code);
        desk.lang = "en";
        let told = desk.get(&format!("/device-links/{}", code.as_str().expect("a code")));
        assert_eq!(told["requested_by"], words, "{agent}");
    }
}

/// Guards against a step-up that somebody else's phone passes.
#[test]
fn a_phone_passes_a_step_up_for_its_person_alone() {
    for (who, comes_to, level) in [("tang", json!({"status": "failed", "reason": "other_person"}), "verified"), ("lin", json!({"status": "done"}), "strong")] {
        let (mut desk, mut phone) = (Desk::new(), None);
        by_sms(&mut desk, SERVICE, "lin");
        let body = json!({"service_id": SERVICE, "method": "face", "face": true, "level": "strong", "return_url": format!("{APP}/handoff"), "state": STATE});
        let session = desk.posted("/identity-sessions", &body);
        let link = desk.posted(&format!("/identity-sessions/{}/link", id(&session)), &json!({"state": STATE}));
        let code = link["code"].as_str().expect("a code").to_owned();
        desk.change_device(&mut phone);
        let back = at_the_provider(&mut desk, &code, who, "success");
        finish(&mut desk, &code, PHONE, &back);
        assert_eq!(desk.get("/session")["level"], "none", "the phone itself");
        desk.change_device(&mut phone);
        let told = json_of(&confirm(&mut desk, &session, &json!({"state": STATE})));
        for (member, value) in comes_to.as_object().expect("members") {
            assert_eq!(&told[member], value, "{who}: {told}");
        }
        assert_eq!(desk.get("/session")["level"], level, "{who}");
    }
}
