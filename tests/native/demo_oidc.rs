//! OpenID Connect in the core: what it asks for, what it lets through, and that nothing counts before the host has verified it.

use crate::demo_desk::{case, json_of, Desk};
use miaoban::backend::transport::{Method, Reply};
use miaoban::demo::{Claims, CodeExchange, Exchanged, NotExchanged, Oidc};
use miaoban::model::base64url;
use serde_json::{json, Value};
use sha2::{Digest, Sha256};

const SERVICE: &str = "no-criminal-record";
const ISSUER: &str = "https://id.example";
const STATE: &str = "state-0123456789abcdef";
const RETURN: &str = "http://localhost:8080/handoff";

fn configured() -> Oidc {
    Oidc {
        issuer: ISSUER.to_owned(),
        client_id: "mia oban".to_owned(),
        authorization_endpoint: Some(format!("{ISSUER}/auth")),
        names_issuer: true,
        exchanged: None,
    }
}

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.oidc = Some(configured());
    desk
}

fn open(desk: &mut Desk) -> Value {
    let consent = desk.consent(SERVICE, "account", &[]);
    desk.posted("/identity-sessions", &json!({"service_id": SERVICE, "consent_id": consent, "method": "account", "return_url": RETURN, "state": STATE}))
}

/// Tells what came back, and answers what the host has to exchange.
fn tell(desk: &mut Desk, session: &Value, body: Value) -> (Reply, Option<CodeExchange>) {
    let answer = desk.call(Method::Post, &confirm(session), Some(&body), None);
    (answer.response, answer.exchange)
}

fn confirm(session: &Value) -> String {
    format!("/identity-sessions/{}/confirm", session["id"].as_str().expect("id"))
}

fn code(code: &str) -> Value {
    json!({"state": STATE, "code": code, "iss": ISSUER})
}

/// The host has exchanged it, and asks again.
fn report(desk: &mut Desk, session: &Value, body: &Value, wanted: &CodeExchange, result: Result<Claims, NotExchanged>) -> Reply {
    let exchanged = Exchanged { session: wanted.session.clone(), code: wanted.code.clone(), result };
    desk.oidc = Some(Oidc { exchanged: Some(exchanged), ..configured() });
    let (reply, again) = tell(desk, session, body.clone());
    assert_eq!(again, None, "exchanged twice");
    desk.oidc = Some(configured());
    reply
}

fn claims(wanted: &CodeExchange, subject: &str) -> Claims {
    Claims { issuer: ISSUER.to_owned(), subject: subject.to_owned(), nonce: wanted.nonce.clone() }
}

fn level(desk: &mut Desk) -> Value {
    desk.get("/session")["level"].clone()
}

fn query<'a>(url: &'a str, name: &str) -> &'a str {
    let (_, query) = url.split_once('?').expect("a query");
    query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}="))).unwrap_or_else(|| panic!("no {name} in {url}"))
}

/// Guards against a request that a provider refuses, or a verifier that the browser learns.
#[test]
fn the_authorisation_request_is_complete_and_says_no_secret() {
    let mut desk = desk();
    let session = open(&mut desk);
    let url = session["url"].as_str().expect("url").to_owned();
    assert!(url.starts_with("https://id.example/auth?response_type=code&client_id=mia%20oban&"), "{url}");
    assert_eq!(query(&url, "redirect_uri"), "http%3A%2F%2Flocalhost%3A8080%2Fhandoff");
    assert_eq!((query(&url, "scope"), query(&url, "state"), query(&url, "code_challenge_method")), ("openid", STATE, "S256"));
    assert_eq!(query(&url, "prompt"), "login", "whoever signed in there last passes for whoever is here now, and cannot be changed");
    assert_eq!(session["elsewhere"], Value::Null, "a provider that takes one return address cannot send a phone elsewhere");
    let seen = desk.get(&format!("/identity-sessions/{}", session["id"].as_str().expect("id")));
    assert_eq!(seen["url"], session["url"], "going on leads to the same request");
    let body = code("c0de");
    let (reply, wanted) = tell(&mut desk, &session, body);
    let wanted = wanted.expect("an exchange");
    assert_eq!((reply.status, case(&reply).as_str()), (503, "provider-unavailable"), "a host that cannot exchange a code gives nothing");
    assert_eq!((wanted.code.as_str(), wanted.redirect_uri.as_str()), ("c0de", RETURN));
    assert!((43..=128).contains(&wanted.verifier.len()));
    assert_eq!(query(&url, "code_challenge"), base64url::encode(&Sha256::digest(wanted.verifier.as_bytes())));
    assert_eq!(query(&url, "nonce"), wanted.nonce);
    for said in [session.to_string(), seen.to_string(), String::from_utf8_lossy(&reply.body).into_owned()] {
        assert!(!said.contains(&wanted.verifier), "the browser has learned the verifier: {said}");
    }
    let other = open(&mut desk);
    assert_ne!(query(other["url"].as_str().expect("url"), "nonce"), wanted.nonce);
    assert_ne!(query(other["url"].as_str().expect("url"), "code_challenge"), query(&url, "code_challenge"));
}

#[test]
fn an_account_that_the_host_has_verified_is_its_person_once() {
    let mut desk = desk();
    let session = open(&mut desk);
    let body = code("c0de");
    let wanted = tell(&mut desk, &session, body.clone()).1.expect("an exchange");
    assert_eq!(level(&mut desk), "none");
    let told = claims(&wanted, "account-lin");
    let done = report(&mut desk, &session, &body, &wanted, Ok(told.clone()));
    assert_eq!((done.status, &json_of(&done)["status"]), (200, &json!("done")));
    let mut another = Desk::new();
    another.verify(SERVICE, "lin", &[]);
    assert_eq!(desk.get("/session")["person"], another.get("/session")["person"]);
    desk.forget_cookie();
    let (replay, again) = tell(&mut desk, &session, body.clone());
    assert_eq!((case(&replay).as_str(), again), ("identity-replayed", None));
    assert_eq!(case(&report(&mut desk, &session, &body, &wanted, Ok(told))), "identity-replayed");
    assert_eq!(level(&mut desk), "none");
}

/// Guards against claims that come by themselves: for another session, another code, or before anybody asked for them.
#[test]
fn claims_count_only_for_the_exchange_that_was_asked_for() {
    let mut desk = desk();
    let (mine, other) = (open(&mut desk), open(&mut desk));
    let body = code("c0de");
    let wanted = tell(&mut desk, &mine, body.clone()).1.expect("an exchange");
    let unasked = Exchanged { session: other["id"].as_str().expect("id").to_owned(), code: "c0de".to_owned(), result: Ok(claims(&wanted, "account-lin")) };
    desk.oidc = Some(Oidc { exchanged: Some(unasked), ..configured() });
    let (reply, exchange) = tell(&mut desk, &other, body.clone());
    assert!(exchange.is_some(), "nobody had asked yet");
    assert_eq!(reply.status, 503);
    desk.oidc = Some(configured());
    assert_eq!(case(&tell(&mut desk, &mine, body).0), "identity-replayed", "one exchange at a time");
    for wrong in [
        Claims { nonce: "another".to_owned(), ..claims(&wanted, "account-lin") },
        Claims { issuer: "https://evil.example".to_owned(), ..claims(&wanted, "account-lin") },
    ] {
        let mut desk = self::desk();
        let session = open(&mut desk);
        let body = code("c0de");
        let own = tell(&mut desk, &session, body.clone()).1.expect("an exchange");
        let wrong = if wrong.nonce == "another" { wrong } else { Claims { nonce: own.nonce.clone(), ..wrong } };
        assert_eq!(case(&report(&mut desk, &session, &body, &own, Ok(wrong))), "identity-forged");
        assert_eq!(case(&tell(&mut desk, &session, body).0), "identity-replayed", "nothing more can come of it");
        assert_eq!(level(&mut desk), "none");
    }
}

/// Guards against an answer of another provider, a state that somebody made up, and a ticket that settles what is not its own.
#[test]
fn a_forged_return_asks_for_no_exchange_and_spoils_nothing() {
    let mut desk = desk();
    let session = open(&mut desk);
    for body in [
        json!({"state": "another-state-here", "code": "c", "iss": ISSUER}),
        json!({"state": STATE, "code": "c", "iss": "https://evil.example"}),
        json!({"state": STATE, "code": "c"}),
        json!({"state": STATE, "error": "access_denied"}),
        json!({"state": "another-state-here", "error": "access_denied", "iss": ISSUER}),
    ] {
        let (reply, exchange) = tell(&mut desk, &session, body.clone());
        assert_eq!((case(&reply).as_str(), exchange), ("identity-forged", None), "{body}");
    }
    assert_eq!(case(&tell(&mut desk, &session, json!({"state": STATE, "iss": ISSUER})).0), "invalid", "no code at all");
    assert!(tell(&mut desk, &session, code("c0de")).1.is_some(), "a forged attempt must not spoil the true one");
    // One that does not say who it is need not (RFC 9207 is an extension).
    desk.oidc = Some(Oidc { names_issuer: false, ..configured() });
    let session = open(&mut desk);
    assert!(tell(&mut desk, &session, json!({"state": STATE, "code": "c0de"})).1.is_some());
}

#[test]
fn what_the_provider_says_instead_of_a_code_is_told() {
    let told = [("access_denied", "cancelled", Value::Null), ("server_error", "failed", json!("source_down")), ("login_required", "failed", json!("other"))];
    for (error, status, reason) in told {
        let mut desk = desk();
        let session = open(&mut desk);
        let (reply, exchange) = tell(&mut desk, &session, json!({"state": STATE, "error": error, "iss": ISSUER}));
        let now = json_of(&reply);
        assert_eq!((now["status"].as_str(), &now["reason"], exchange), (Some(status), &reason, None), "{error}");
        let (late, exchange) = tell(&mut desk, &session, code("c0de"));
        assert_eq!((json_of(&late)["status"].as_str(), exchange), (Some(status), None), "what has ended stays ended");
        assert_eq!(level(&mut desk), "none");
    }
}

/// Guards against a code that is lost with the network, and one that the provider refuses and that can be tried for ever.
#[test]
fn an_exchange_that_failed_can_be_tried_again_only_where_nothing_was_settled() {
    let mut desk = desk();
    let session = open(&mut desk);
    let body = code("c0de");
    let wanted = tell(&mut desk, &session, body.clone()).1.expect("an exchange");
    assert_eq!(report(&mut desk, &session, &body, &wanted, Err(NotExchanged::Unreachable)).status, 503);
    assert_eq!(tell(&mut desk, &session, body.clone()).1, Some(wanted.clone()), "the same again");
    assert_eq!(case(&report(&mut desk, &session, &body, &wanted, Err(NotExchanged::Refused))), "identity-forged");
    assert_eq!(case(&tell(&mut desk, &session, body).0), "identity-replayed");
    assert_eq!(level(&mut desk), "none");
}

#[test]
fn an_account_of_nobody_passes_nothing() {
    let mut desk = desk();
    let session = open(&mut desk);
    let body = code("c0de");
    let wanted = tell(&mut desk, &session, body.clone()).1.expect("an exchange");
    let told = claims(&wanted, "account-of-nobody");
    let now = json_of(&report(&mut desk, &session, &body, &wanted, Ok(told)));
    assert_eq!((now["status"].as_str(), now["reason"].as_str()), (Some("failed"), Some("other")));
    assert_eq!(level(&mut desk), "none");
}

/// Guards against a way that is offered where it leads nowhere.
#[test]
fn it_is_offered_only_where_the_host_speaks_it() {
    let offered = |desk: &mut Desk| {
        let terms = desk.get(&format!("/services/{SERVICE}/consent-terms"));
        terms["methods"].as_array().expect("methods").iter().any(|m| m["kind"] == "oidc")
    };
    let mut without = Desk::new();
    assert!(!offered(&mut without));
    let terms = without.get(&format!("/services/{SERVICE}/consent-terms"));
    let body = json!({"service_id": SERVICE, "terms_version": terms["version"], "granted": [], "refused": [], "method": "account", "face": false});
    assert_eq!(case(&without.post("/consents", &body)), "invalid");
    let mut desk = desk();
    assert!(offered(&mut desk));
    let consent = desk.consent(SERVICE, "account", &[]);
    // Configured, and out of reach for now.
    desk.oidc = Some(Oidc { authorization_endpoint: None, ..configured() });
    let body = json!({"service_id": SERVICE, "consent_id": consent, "method": "account", "return_url": RETURN, "state": STATE});
    assert_eq!(case(&desk.post("/identity-sessions", &body)), "provider-unavailable");
    let session = {
        desk.oidc = Some(configured());
        open(&mut desk)
    };
    desk.wait(10 * 60_000);
    assert_eq!(case(&tell(&mut desk, &session, code("c0de")).0), "identity-expired");
}

/// Guards against an exchange whose provisional refusal is recorded, and answered for ever.
#[test]
fn an_idempotency_key_does_not_keep_what_was_provisional() {
    let mut desk = desk();
    let session = open(&mut desk);
    let body = code("c0de");
    let keyed = |desk: &mut Desk| desk.call(Method::Post, &confirm(&session), Some(&body), Some("once"));
    let wanted = keyed(&mut desk).exchange.expect("an exchange");
    let exchanged = Exchanged { session: wanted.session.clone(), code: wanted.code.clone(), result: Ok(claims(&wanted, "account-lin")) };
    desk.oidc = Some(Oidc { exchanged: Some(exchanged), ..configured() });
    assert_eq!(json_of(&keyed(&mut desk).response)["status"], "done");
}
