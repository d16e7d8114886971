//! How surely a person is known: what needs more is refused at the moment it matters, and only a check that was passed gives more.

use crate::demo_desk::{case, json_of, phone_of, text, Desk, APP};
use miaoban::backend::transport::{Method, Reply};
use miaoban::demo::authenticator::Authenticator;
use miaoban::model::passkey::PasskeyAsk;
use miaoban::model::session::Carrying;
use proptest::prelude::*;
use serde_json::{json, Value};

/// Its data says that submitting needs `strong`.
const SURE: &str = "senior-allowance";
const PLAIN: &str = "no-criminal-record";
const STATE: &str = "state-0123456789abcdef";
const LEVELS: [&str; 4] = ["none", "account", "verified", "strong"];

/// Verified by SMS, with consent; answers the consent's id.
pub fn by_sms(desk: &mut Desk, service: &str, person: &str) -> String {
    let consent = desk.consent(service, "sms", &[]);
    let session = desk.open_here(service, &consent);
    desk.answer(&session, &json!({"phone": phone_of(person)}));
    let code = desk.sms_code(&session);
    let done = desk.answer(&session, &json!({"code": code}));
    assert_eq!(json_of(&done)["status"], "done", "{}", text(&done));
    consent
}

/// A whole submission for a service, as of now.
fn filled(desk: &mut Desk, service: &str, consent: &str) -> Value {
    let form = desk.form(service);
    let mut answers = desk.filled(service, consent, &form);
    desk.complete(&form, &mut answers);
    desk.submission(service, consent, &form, &answers)
}

fn submit(desk: &mut Desk, body: &Value) -> Reply {
    desk.call(Method::Post, "/applications", Some(body), Some("one-key-of-this-draft")).response
}

fn step_up(desk: &mut Desk, method: &str, more: &Value) -> Reply {
    let mut body = json!({"service_id": SURE, "method": method, "return_url": format!("{APP}/handoff"), "state": STATE, "level": "strong"});
    for (key, value) in more.as_object().into_iter().flatten() {
        body[key.as_str()] = value.clone();
    }
    desk.post("/identity-sessions", &body)
}

/// A step-up by face that the provider ended as somebody's; what confirming it comes to.
fn by_face(desk: &mut Desk, person: &str) -> (Value, String) {
    let opened = step_up(desk, "face", &json!({"face": true}));
    assert_eq!(opened.status, 201, "{}", text(&opened));
    let session = json_of(&opened);
    let ticket = session["url"].as_str().and_then(|u| u.split_once("ticket=")).expect("a ticket").1.to_owned();
    let code = desk.provider(&ticket, person, "success");
    (session, code)
}

fn level(desk: &mut Desk) -> String {
    desk.get("/session")["level"].as_str().expect("a level").to_owned()
}

/// Guards against a sensitive service that a code by SMS is enough for, against a step-up that costs a new consent or a second key, and
/// against being asked anything once more.
#[test]
fn whoever_is_not_sure_enough_is_asked_at_the_submission_and_then_submits_with_the_same_key() {
    let mut desk = Desk::new();
    let consent = by_sms(&mut desk, SURE, "he");
    let body = filled(&mut desk, SURE, &consent);
    let refused = submit(&mut desk, &body);
    assert_eq!((refused.status, case(&refused).as_str()), (403, "step-up-needed"), "{}", text(&refused));
    let told = json_of(&refused);
    assert_eq!((told["level"].as_str(), &told["methods"]), (Some("strong"), &json!(["face", "window"])), "no device is set up");
    assert_eq!(desk.get("/applications")["items"], json!([]));
    let (session, code) = by_face(&mut desk, "he");
    assert_eq!(json_of(&desk.confirm(&session, &code))["status"], "done");
    assert_eq!(level(&mut desk), "strong");
    assert_eq!(desk.get(&format!("/consents?service_id={SURE}"))["items"][0]["id"], consent.as_str(), "another consent is in force");
    assert_eq!(submit(&mut desk, &body).status, 201);
    assert_eq!(desk.get("/applications")["items"].as_array().map(Vec::len), Some(1));
}

/// Guards against asking somebody who is sure enough already, and against asking for a service that does not need it.
#[test]
fn an_adequate_session_is_asked_nothing() {
    let mut desk = Desk::new();
    let consent = desk.verify(SURE, "he", &[]);
    let body = filled(&mut desk, SURE, &consent);
    assert_eq!(submit(&mut desk, &body).status, 201);
    let mut desk = Desk::new();
    let consent = by_sms(&mut desk, PLAIN, "tang");
    let body = filled(&mut desk, PLAIN, &consent);
    assert_eq!(submit(&mut desk, &body).status, 201);
    assert_eq!(desk.get(&format!("/services/{PLAIN}/consent-terms"))["level_to_submit"], "verified");
    assert_eq!(desk.get(&format!("/services/{SURE}/consent-terms"))["level_to_submit"], "strong");
}

/// Guards against a person who proves themselves for what is refused afterwards anyway.
#[test]
fn what_is_wrong_is_told_before_anybody_is_asked() {
    let mut desk = Desk::new();
    let consent = by_sms(&mut desk, SURE, "he");
    let mut body = filled(&mut desk, SURE, &consent);
    body["data"]["declaration"] = json!(false);
    assert_eq!(case(&submit(&mut desk, &body)), "invalid");
}

/// Guards against a session that becomes somebody else's by a step-up, and against either hearing of the other.
#[test]
fn a_step_up_that_somebody_else_passes_changes_nothing() {
    let mut desk = Desk::new();
    let consent = by_sms(&mut desk, SURE, "he");
    let before = desk.get("/session");
    let (session, code) = by_face(&mut desk, "tang");
    let reply = desk.confirm(&session, &code);
    let told = json_of(&reply);
    assert_eq!((told["status"].as_str(), told["reason"].as_str()), (Some("failed"), Some("other_person")));
    assert!(!text(&reply).contains('唐') && !text(&reply).contains('何'), "{told}");
    let after = desk.get("/session");
    assert_eq!((&after["person"], &after["level"]), (&before["person"], &json!("verified")));
    assert_eq!(case(&desk.confirm(&session, &code)), "identity-replayed", "it would be tried again with another outcome");
    let body = filled(&mut desk, SURE, &consent);
    assert_eq!(case(&submit(&mut desk, &body)), "step-up-needed");
}

/// Guards against a step-up that signs in whoever finishes it in another browser, or in a session that began after it.
#[test]
fn a_step_up_counts_in_the_session_that_began_it_alone() {
    let mut desk = Desk::new();
    by_sms(&mut desk, SURE, "he");
    let (session, code) = by_face(&mut desk, "he");
    let mut owner = None;
    desk.change_device(&mut owner);
    assert_eq!(case(&desk.confirm(&session, &code)), "identity-forged", "a stranger");
    by_sms(&mut desk, PLAIN, "tang");
    assert_eq!(case(&desk.confirm(&session, &code)), "identity-forged", "somebody else");
    assert_eq!(level(&mut desk), "verified");
    desk.change_device(&mut owner);
    assert_eq!(json_of(&desk.confirm(&session, &code))["status"], "done");
    assert_eq!(level(&mut desk), "strong");
}

/// Guards against a step-up that ends the acting (代办) in the middle of which it was asked for.
#[test]
fn whoever_acts_for_somebody_goes_on_doing_so_after_a_step_up() {
    for session in [Carrying::default(), Carrying::Bearer] {
        let mut desk = Desk::new();
        desk.session = session;
        by_sms(&mut desk, SURE, "luoyi");
        let father = desk.get(&format!("/represented?service_id={SURE}"))["items"][0]["id"].clone();
        assert_eq!(desk.call(Method::Put, "/session/acting", Some(&json!({"id": father})), None).response.status, 204);
        let (opened, code) = by_face(&mut desk, "luoyi");
        if desk.session == Carrying::Bearer {
            // The page that had the token was left for the provider's.
            desk.change_device(&mut None);
        }
        assert_eq!(json_of(&desk.confirm(&opened, &code))["status"], "done");
        let now = desk.get("/session");
        assert_eq!((&now["level"], &now["acting_for"]["id"]), (&json!("strong"), &father));
    }
}

/// Guards against a lost token that lets somebody else pass the step-up.
#[test]
fn somebody_else_who_passes_a_step_up_is_not_signed_in_where_the_token_was_lost() {
    let mut desk = Desk::new();
    desk.session = Carrying::Bearer;
    by_sms(&mut desk, SURE, "he");
    let (opened, code) = by_face(&mut desk, "tang");
    desk.change_device(&mut None);
    let told = json_of(&desk.confirm(&opened, &code));
    assert_eq!((told["status"].as_str(), told["reason"].as_str()), (Some("failed"), Some("other_person")));
    assert_eq!(level(&mut desk), "none");
}

/// Guards against a step-up by a way that does not reach it, without the consent that a face needs, or by nobody.
#[test]
fn a_step_up_needs_a_verified_person_a_way_that_reaches_it_and_consent_to_a_face() {
    let mut desk = Desk::new();
    assert_eq!(case(&step_up(&mut desk, "face", &json!({"face": true}))), "verification-needed");
    by_sms(&mut desk, SURE, "he");
    for (method, more, expected) in [
        ("face", json!({}), "face-consent-needed"),
        ("face", json!({"face": "yes"}), "face-consent-needed"),
        ("sms", json!({}), "invalid"),
        ("password", json!({}), "invalid"),
        ("device", json!({}), "invalid"),
        ("telepathy", json!({}), "invalid"),
        ("window", json!({}), "method-not-online"),
        ("face", json!({"face": true, "level": "account"}), "invalid"),
        ("face", json!({"face": true, "level": "stronger"}), "invalid"),
    ] {
        assert_eq!(case(&step_up(&mut desk, method, &more)), expected, "{method} {more}");
    }
}

/// Guards against the weakest way becoming the surest one: set up a device after a code by SMS, then step up by it.
#[test]
fn a_device_proves_no_more_than_was_known_when_it_was_set_up() {
    let enrol = |desk: &mut Desk, device: &mut Authenticator| {
        let options = json_of(&desk.call(Method::Post, "/passkeys/challenge", None, None).response);
        let made = device.create(&serde_json::from_value(options).expect("PasskeyOptions"));
        desk.posted("/passkeys", &json!(made));
    };
    let mut desk = Desk::new();
    let consent = by_sms(&mut desk, SURE, "he");
    let mut weak = Authenticator::new(1, APP).expect("a device");
    enrol(&mut desk, &mut weak);
    assert_eq!(case(&step_up(&mut desk, "device", &json!({}))), "invalid");
    let (session, code) = by_face(&mut desk, "he");
    desk.confirm(&session, &code);
    let mut sure = Authenticator::new(2, APP).expect("a device");
    enrol(&mut desk, &mut sure);
    // Back by SMS: the surer device is a way now, and the weaker one is not among those that count.
    desk.forget_cookie();
    by_sms(&mut desk, SURE, "he");
    let body = filled(&mut desk, SURE, &consent);
    assert_eq!(json_of(&submit(&mut desk, &body))["methods"], json!(["face", "device", "window"]));
    let opened = json_of(&step_up(&mut desk, "device", &json!({})));
    let ask: PasskeyAsk = serde_json::from_value(opened["ask"]["passkey"].clone()).expect("PasskeyAsk");
    assert_eq!(ask.credentials.len(), 1);
    assert_eq!(case(&desk.answer(&opened, &json!({"passkey": weak.prove(&ask)}))), "passkey-refused");
    let opened_again = desk.get(&format!("/identity-sessions/{}", opened["id"].as_str().expect("id")));
    let ask: PasskeyAsk = serde_json::from_value(opened_again["ask"]["passkey"].clone()).expect("PasskeyAsk");
    assert_eq!(json_of(&desk.answer(&opened, &json!({"passkey": sure.prove(&ask)})))["status"], "done");
    assert_eq!(level(&mut desk), "strong");
    assert_eq!(submit(&mut desk, &body).status, 201);
}

/// Guards against data that leaves a face as the only way, or names what nobody carries out.
#[test]
fn the_data_may_not_make_a_face_the_only_way() {
    let data: Value = serde_json::from_str(include_str!("../../public/demo/providers.json")).expect("providers");
    let with = |changes: &[(&str, &str, &str)]| {
        let mut methods = data["methods"].clone();
        for method in methods.as_array_mut().expect("methods") {
            for (id, member, word) in changes {
                if method["id"] == *id {
                    method[*member] = json!(word);
                }
            }
        }
        Desk::changed("providers.json", "/methods", methods).err().map(|e| e.pointer)
    };
    assert_eq!(with(&[("device", "level", "verified"), ("window", "level", "verified")]).as_deref(), Some("/methods"));
    assert_eq!(with(&[("sms", "level", "sure")]).as_deref(), Some("/methods/1/level"));
    assert_eq!(with(&[("sms", "kind", "palm")]).as_deref(), Some("/methods/1/kind"));
    assert_eq!(with(&[("device", "level", "verified")]), None);
}

/// What anybody may try, in any order.
#[derive(Debug, Clone)]
enum Try {
    SignIn(&'static str),
    SignOut,
    OpenAtStart(&'static str),
    StepUp(&'static str),
    /// The provider says that this person passed.
    Provider(&'static str),
    Confirm {
        right: bool,
    },
    /// The code by SMS of this person, or a wrong one.
    Sms {
        person: &'static str,
        right: bool,
    },
    Read,
}

fn tries() -> impl Strategy<Value = Try> {
    let person = || prop::sample::select(vec!["he", "tang"]);
    let method = || prop::sample::select(vec!["face", "sms"]);
    prop_oneof![
        person().prop_map(Try::SignIn),
        Just(Try::SignOut),
        method().prop_map(Try::OpenAtStart),
        method().prop_map(Try::StepUp),
        person().prop_map(Try::Provider),
        any::<bool>().prop_map(|right| Try::Confirm { right }),
        (person(), any::<bool>()).prop_map(|(person, right)| Try::Sms { person, right }),
        Just(Try::Read),
    ]
}

/// One try; whether a check was passed by it, and by which way.
fn attempt(desk: &mut Desk, open: &mut Option<(Value, &'static str, String)>, what: Try) -> Option<&'static str> {
    let passed = |reply: &Reply, method: &'static str| (json_of(reply)["status"] == "done").then_some(method);
    match what {
        Try::SignIn(person) => drop(desk.post("/demo/session", &json!({"person": person}))),
        Try::SignOut => drop(desk.call(Method::Delete, "/session", None, None)),
        Try::OpenAtStart(method) => {
            let consent = desk.consent(SURE, method, &[]);
            let body = json!({"service_id": SURE, "consent_id": consent, "method": method, "return_url": format!("{APP}/handoff"), "state": STATE});
            *open = Some((desk.posted("/identity-sessions", &body), method, String::new()));
        }
        Try::StepUp(method) => {
            let reply = step_up(desk, method, &json!({"face": method == "face"}));
            if reply.status == 201 {
                *open = Some((json_of(&reply), method, String::new()));
            }
        }
        Try::Provider(person) => {
            let (session, _, code) = open.as_mut()?;
            let ticket = session["url"].as_str()?.split_once("ticket=")?.1.to_owned();
            let back = desk.post(&format!("/demo/provider/{ticket}/outcome"), &json!({"person": person, "outcome": "success"}));
            *code = json_of(&back)["return_url"].as_str()?.split_once("code=")?.1.to_owned();
        }
        Try::Confirm { right } => {
            let (session, method, code) = open.clone()?;
            let code = if right && !code.is_empty() { code } else { "guess".to_owned() };
            return passed(&desk.confirm(&session, &code), method);
        }
        Try::Sms { person, right } => {
            let (session, method, _) = open.clone().filter(|(_, method, _)| *method == "sms")?;
            desk.answer(&session, &json!({"phone": phone_of(person)}));
            let told = desk.get(&format!("/identity-sessions/{}", session["id"].as_str()?));
            let code: String = told["ask"]["hint"].as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
            let code = if right && code.len() == 6 { code } else { "no".to_owned() };
            return passed(&desk.answer(&session, &json!({"code": code})), method);
        }
        Try::Read => drop(desk.get("/services")),
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Guards against any other way up than a check that was passed, and against one that gives more than its method does.
    #[test]
    fn a_session_gains_a_level_by_a_passed_check_alone(all in prop::collection::vec(tries(), 1..30)) {
        let mut desk = Desk::new();
        let mut open = None;
        let place = |level: &str| LEVELS.iter().position(|l| *l == level).unwrap_or(usize::MAX);
        for what in all {
            let before = place(&level(&mut desk));
            let told = format!("{what:?}");
            let account = matches!(what, Try::SignIn(_));
            let passed = attempt(&mut desk, &mut open, what);
            let after = place(&level(&mut desk));
            let most = match passed {
                Some("face") => 3,
                Some(_) => 2,
                None if account => before.max(1),
                None => before,
            };
            prop_assert!(after <= most, "{told}: {} to {}", LEVELS[before], LEVELS[after]);
        }
    }
}

/// Guards against a number that is sent although it is masked, in a line or in a sentence, and against showing it to whoever came by a code.
#[test]
fn what_a_document_masks_is_told_to_whoever_is_sure_enough_alone() {
    let mut desk = Desk::new();
    let number = |desk: &mut Desk, path: &str| desk.get(path)["decision"]["document"].to_string();
    by_sms(&mut desk, PLAIN, "lin");
    desk.post("/demo/session", &json!({"person": "lin", "level": "verified"}));
    let path = "/applications/demo-lin-approved";
    let shown = number(&mut desk, path);
    assert!(shown.contains("440304********3128") && !shown.contains("440304199207163128"), "{shown}");
    assert_eq!(desk.get(path)["decision"]["document"]["masked"], true);
    let refused = desk.call(Method::Get, &format!("{path}/document"), None, None).response;
    assert_eq!((refused.status, case(&refused).as_str()), (403, "step-up-needed"));
    assert!(!text(&refused).contains("3128"));
    desk.post("/demo/session", &json!({"person": "lin", "level": "strong"}));
    let reply = desk.call(Method::Get, &format!("{path}/document"), None, None).response;
    assert_eq!(reply.status, 200);
    let told = json_of(&reply);
    assert!(told["document"].to_string().matches("440304199207163128").count() >= 2 && told["document"]["masked"] == false, "{told}");
    assert!(told["shown_for_s"].as_u64().is_some_and(|s| s > 0));
    assert_eq!(miaoban::backend::transport::header(&reply.headers, "Cache-Control"), Some("no-store"));
    assert!(number(&mut desk, path).contains("440304********3128"), "it stays masked elsewhere");
    desk.post("/demo/session", &json!({"person": "tang", "level": "strong"}));
    assert_eq!(desk.call(Method::Get, &format!("{path}/document"), None, None).response.status, 404, "somebody else's");
    desk.post("/demo/session", &json!({"person": "lin", "level": "strong"}));
    assert_eq!(desk.call(Method::Get, "/applications/demo-lin-checking/document", None, None).response.status, 404, "nothing is issued yet");
}
