//! OpenID Connect over real HTTP, against a small provider that signs what no honest one would: what must not get in.

use crate::client::{Answer, Browser, Server};
use miaoban::model::base64url;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{json, Value};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

const SERVICE: &str = "no-criminal-record";
const STATE: &str = "0123456789abcdef";
const RETURN: &str = "http://localhost:8080/handoff";
const CODE: &str = "a code/with+signs";

/// How an ID token is spoilt.
type Spoil = fn(&mut Token);

/// What goes into an ID token, and how it is signed.
struct Token {
    header: Value,
    claims: Value,
    /// Index of the key; `None` leaves the signature empty.
    key: Option<u8>,
}

/// What the provider does.
#[derive(Clone, Copy)]
enum Mood {
    Honest,
    Spoils(Spoil),
    /// `invalid_grant`.
    Refuses,
    /// Closes the connection of the token endpoint.
    Hangs,
    /// Signs with the second key, which its keys have only from now on.
    Rotates,
}

struct State {
    mood: Mood,
    issuer: String,
    /// The nonce and the challenge of the authorisation request.
    nonce: String,
    challenge: String,
    /// Whether the second key is among the keys.
    rotated: bool,
    /// What was wrong with the token requests.
    complaints: Vec<String>,
    exchanges: usize,
}

/// A provider on a port of its own.
struct Issuer(Arc<Mutex<State>>);

impl Issuer {
    fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let issuer = format!("http://127.0.0.1:{}", listener.local_addr().expect("address").port());
        let state = State { mood: Mood::Honest, issuer, nonce: String::new(), challenge: String::new(), rotated: false, complaints: Vec::new(), exchanges: 0 };
        let state = Arc::new(Mutex::new(state));
        let shared = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, &mut shared.lock().expect("state"));
            }
        });
        Self(state)
    }

    fn url(&self) -> String {
        self.0.lock().expect("state").issuer.clone()
    }

    fn be(&self, mood: Mood) {
        self.0.lock().expect("state").mood = mood;
    }

    /// Takes note of what an authorisation request asks for, as a provider does before it gives out a code.
    fn visited(&self, url: &str) {
        let mut state = self.0.lock().expect("state");
        (state.nonce, state.challenge) = (query(url, "nonce"), query(url, "code_challenge"));
    }

    fn exchanges(&self) -> usize {
        let state = self.0.lock().expect("state");
        assert_eq!(state.complaints, Vec::<String>::new());
        state.exchanges
    }
}

fn query(url: &str, name: &str) -> String {
    let (_, query) = url.split_once('?').expect("a query");
    query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}="))).unwrap_or_else(|| panic!("no {name} in {url}")).to_owned()
}

fn key(number: u8) -> SigningKey {
    SigningKey::from_slice(&[number; 32]).expect("a key")
}

fn jwk(number: u8) -> Value {
    let point = key(number).verifying_key().to_sec1_point(false);
    let part = |bytes: &[u8]| base64url::encode(bytes);
    json!({"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": format!("k{number}"),
        "x": part(point.x().expect("x")), "y": part(point.y().expect("y"))})
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("time").as_secs()
}

fn signed(token: &Token) -> String {
    let part = |value: &Value| base64url::encode(value.to_string().as_bytes());
    let text = format!("{}.{}", part(&token.header), part(&token.claims));
    let signature = token.key.map(|number| {
        let signature: Signature = key(number).sign(text.as_bytes());
        base64url::encode(&signature.to_bytes())
    });
    format!("{text}.{}", signature.unwrap_or_default())
}

fn answer(mut stream: TcpStream, state: &mut State) {
    let (head, body) = request(&mut stream);
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    let (status, said) = match path.as_str() {
        "/.well-known/openid-configuration" => (200, metadata(&state.issuer)),
        "/jwks" => (200, json!({"keys": if state.rotated { vec![jwk(1), jwk(2)] } else { vec![jwk(1)] }})),
        "/token" if matches!(state.mood, Mood::Hangs) => return,
        "/token" => exchange(state, &head, &body),
        _ => (404, json!({})),
    };
    let said = said.to_string();
    let head = format!("HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", said.len());
    let _ = stream.write_all(format!("{head}{said}").as_bytes());
}

fn request(stream: &mut TcpStream) -> (String, String) {
    let (mut bytes, mut chunk) = (Vec::new(), [0; 4096]);
    loop {
        let read = stream.read(&mut chunk).unwrap_or(0);
        bytes.extend_from_slice(&chunk[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|l| l.to_ascii_lowercase().strip_prefix("content-length:").and_then(|n| n.trim().parse::<usize>().ok()));
            if body.len() >= length.unwrap_or(0) {
                return (head.to_owned(), body.to_owned());
            }
        }
        if read == 0 {
            return (String::new(), String::new());
        }
    }
}

fn metadata(issuer: &str) -> Value {
    // It says that it signs with anything: what is taken is for the backend to decide.
    json!({
        "issuer": issuer, "authorization_endpoint": format!("{issuer}/auth?kind=citizen"), "token_endpoint": format!("{issuer}/token"), "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
        "authorization_response_iss_parameter_supported": true,
    })
}

/// The token endpoint: what an honest provider checks, then the token of the mood.
fn exchange(state: &mut State, head: &str, body: &str) -> (u16, Value) {
    state.exchanges += 1;
    let parameter = |name: &str| body.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}="))).unwrap_or_default();
    let challenge = base64url::encode(&<sha2::Sha256 as sha2::Digest>::digest(parameter("code_verifier").as_bytes()));
    let checks = [
        ("grant_type", parameter("grant_type") == "authorization_code"),
        ("code", parameter("code") == "a+code%2Fwith%2Bsigns"),
        ("redirect_uri", parameter("redirect_uri") == "http%3A%2F%2Flocalhost%3A8080%2Fhandoff"),
        ("code_verifier", challenge == state.challenge),
        // base64 of miaoban:a-secret
        ("authorization", head.to_ascii_lowercase().contains("authorization: basic ") && head.contains("bWlhb2JhbjphLXNlY3JldA==")),
    ];
    state.complaints.extend(checks.iter().filter(|(_, holds)| !holds).map(|(name, _)| format!("{name}: {head} {body}")));
    let mut token = Token {
        header: json!({"alg": "ES256", "kid": "k1", "typ": "JWT"}),
        claims: json!({"iss": state.issuer, "sub": "account-lin", "aud": "miaoban", "exp": now() + 300, "iat": now(), "nonce": state.nonce}),
        key: Some(1),
    };
    match state.mood {
        Mood::Refuses => return (400, json!({"error": "invalid_grant"})),
        Mood::Spoils(spoil) => spoil(&mut token),
        Mood::Rotates => {
            state.rotated = true;
            token.header["kid"] = json!("k2");
            token.key = Some(2);
        }
        Mood::Honest | Mood::Hangs => {}
    }
    (200, json!({"access_token": "t", "token_type": "Bearer", "expires_in": 60, "id_token": signed(&token)}))
}

/// A backend that is registered there.
fn backend(name: &str, issuer: &Issuer) -> Server {
    Server::start_with(name, &["--oidc-issuer", &issuer.url(), "--oidc-client-id", "miaoban", "--oidc-client-secret", "a-secret"])
}

/// From consent to the provider, whose page is taken as visited; the session's id.
fn depart(browser: &mut Browser, issuer: &Issuer, nth: usize) -> String {
    let terms = browser.get(&format!("/api/services/{SERVICE}/consent-terms"));
    assert!(terms["methods"].as_array().expect("methods").iter().any(|m| m["id"] == "account" && m["kind"] == "oidc"));
    let consent = json!({"service_id": SERVICE, "terms_version": terms["version"], "granted": [], "refused": [], "method": "account", "face": false});
    let consent = browser.post("/api/consents", &format!("consent-{nth}"), &consent).json();
    let open = json!({"service_id": SERVICE, "consent_id": consent["id"], "method": "account", "return_url": RETURN, "state": STATE});
    let session = browser.post("/api/identity-sessions", &format!("identity-{nth}"), &open).json();
    let url = session["url"].as_str().unwrap_or_else(|| panic!("{session}"));
    assert!(url.starts_with(&format!("{}/auth?kind=citizen&response_type=code&", issuer.url())), "{url}");
    issuer.visited(url);
    session["id"].as_str().expect("id").to_owned()
}

fn come_back(browser: &mut Browser, issuer: &Issuer, session: &str) -> Answer {
    let told = json!({"state": STATE, "code": CODE, "iss": issuer.url()});
    browser.post(&format!("/api/identity-sessions/{session}/confirm"), "", &told)
}

fn case(answer: &Answer) -> String {
    answer.json()["type"].as_str().and_then(|t| t.rsplit('/').next()).unwrap_or_default().to_owned()
}

#[test]
fn an_honest_account_is_verified_once() {
    let issuer = Issuer::start();
    let server = backend("oidc-honest", &issuer);
    let mut browser = Browser::of(&server);
    let session = depart(&mut browser, &issuer, 1);
    let done = come_back(&mut browser, &issuer, &session);
    assert_eq!((done.status, &done.json()["status"]), (200, &json!("done")), "{}", done.json());
    assert!(done.header("set-cookie").is_some_and(|c| c.contains("HttpOnly")));
    assert_eq!(browser.get("/api/session")["level"], "verified");
    let mut thief = Browser::of(&server);
    let replay = come_back(&mut thief, &issuer, &session);
    assert_eq!((replay.status, case(&replay).as_str()), (409, "identity-replayed"));
    assert_eq!(thief.get("/api/session")["level"], "none");
    assert_eq!(issuer.exchanges(), 1, "a code was exchanged twice");
}

/// Guards against a token that was made for somebody else, at another time, or by nobody.
#[test]
fn a_token_that_does_not_hold_passes_nothing() {
    let issuer = Issuer::start();
    let server = backend("oidc-spoilt", &issuer);
    let spoilt: [(&str, Spoil); 13] = [
        ("another nonce", |t| t.claims["nonce"] = json!("0123456789abcdef0123456789abcdef")),
        ("no nonce", |t| drop(t.claims.as_object_mut().expect("claims").remove("nonce"))),
        ("another audience", |t| t.claims["aud"] = json!("somebody-else")),
        ("an audience beside us", |t| t.claims["aud"] = json!(["miaoban", "somebody-else"])),
        ("another issuer", |t| t.claims["iss"] = json!("https://evil.example")),
        ("expired", |t| t.claims["exp"] = json!(now() - 60)),
        ("no algorithm", |t| (t.header, t.key) = (json!({"alg": "none"}), None)),
        ("no signature", |t| t.key = None),
        ("a secret for a key", |t| t.header["alg"] = json!("HS256")),
        ("signed with another key under the same name", |t| t.key = Some(3)),
        ("an unknown key", |t| (t.header["kid"], t.key) = (json!("k9"), Some(9))),
        ("another access token", |t| t.claims["at_hash"] = json!("AAAAAAAAAAAAAAAAAAAAAA")),
        ("no subject", |t| drop(t.claims.as_object_mut().expect("claims").remove("sub"))),
    ];
    for (nth, (what, spoil)) in spoilt.into_iter().enumerate() {
        let mut browser = Browser::of(&server);
        issuer.be(Mood::Spoils(spoil));
        let session = depart(&mut browser, &issuer, nth);
        let answer = come_back(&mut browser, &issuer, &session);
        let said = answer.json();
        assert_ne!(said["status"], "done", "{what}");
        assert!(answer.header("set-cookie").is_none(), "{what}");
        assert_eq!(browser.get("/api/session")["level"], "none", "{what}");
        if what != "no subject" {
            assert_eq!((answer.status, case(&answer).as_str()), (403, "identity-forged"), "{what}: {said}");
            issuer.be(Mood::Honest);
            assert_eq!(case(&come_back(&mut browser, &issuer, &session)), "identity-replayed", "{what}");
        }
    }
    issuer.exchanges();
}

#[test]
fn a_code_that_the_provider_refuses_is_forged_and_an_answer_of_another_provider_is_not_even_exchanged() {
    let issuer = Issuer::start();
    let server = backend("oidc-refused", &issuer);
    let mut browser = Browser::of(&server);
    let session = depart(&mut browser, &issuer, 1);
    let path = format!("/api/identity-sessions/{session}/confirm");
    for told in [
        json!({"state": STATE, "code": CODE, "iss": "https://evil.example"}),
        json!({"state": STATE, "code": CODE}),
        json!({"state": "fedcba9876543210", "code": CODE, "iss": issuer.url()}),
    ] {
        assert_eq!(case(&browser.post(&path, "", &told)), "identity-forged");
    }
    assert_eq!(issuer.exchanges(), 0);
    issuer.be(Mood::Refuses);
    assert_eq!(case(&come_back(&mut browser, &issuer, &session)), "identity-forged");
    let session = depart(&mut browser, &issuer, 2);
    let told = json!({"state": STATE, "error": "access_denied", "iss": issuer.url()});
    assert_eq!(browser.post(&format!("/api/identity-sessions/{session}/confirm"), "", &told).json()["status"], "cancelled");
    assert_eq!((issuer.exchanges(), &browser.get("/api/session")["level"]), (1, &json!("none")));
}

/// Guards against a provider in trouble, or one with new keys, that costs the person the whole check.
#[test]
fn a_provider_that_is_away_for_a_moment_can_be_asked_again_and_new_keys_are_learned() {
    let issuer = Issuer::start();
    let server = backend("oidc-away", &issuer);
    let mut browser = Browser::of(&server);
    let session = depart(&mut browser, &issuer, 1);
    issuer.be(Mood::Hangs);
    let away = come_back(&mut browser, &issuer, &session);
    assert_eq!((away.status, case(&away).as_str()), (503, "provider-unavailable"));
    issuer.be(Mood::Rotates);
    assert_eq!(come_back(&mut browser, &issuer, &session).json()["status"], "done");
    // Nobody listens there.
    let server = Server::start_with("oidc-nobody", &["--oidc-issuer=http://127.0.0.1:9"]);
    let mut browser = Browser::of(&server);
    let terms = browser.get(&format!("/api/services/{SERVICE}/consent-terms"));
    let consent = json!({"service_id": SERVICE, "terms_version": terms["version"], "granted": [], "refused": [], "method": "account", "face": false});
    let consent = browser.post("/api/consents", "consent", &consent).json();
    let open = json!({"service_id": SERVICE, "consent_id": consent["id"], "method": "account", "return_url": RETURN, "state": STATE});
    assert_eq!(browser.post("/api/identity-sessions", "identity", &open).status, 503);
}
