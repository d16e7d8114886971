//! Passkeys: what is verified of them, whom they prove, and what no forger may get past. The device is in software, and lies where told to.

use crate::demo_desk::{case, json_of, Desk, APP};
use miaoban::backend::transport::{Method, Reply};
use miaoban::demo::authenticator::Authenticator;
use miaoban::demo::webauthn::{self, Ceremony, Expected, Fault};
use miaoban::model::base64url;
use miaoban::model::passkey::{NewPasskey, PasskeyAsk, PasskeyOptions, PasskeyProof};
use proptest::prelude::*;
use serde_json::{json, Value};

const SERVICE: &str = "no-criminal-record";
const SITE: &str = "localhost";

fn device(number: u8) -> Authenticator {
    Authenticator::new(number, APP).expect("a device")
}

fn options(desk: &mut Desk) -> PasskeyOptions {
    let reply = desk.call(Method::Post, "/passkeys/challenge", None, None).response;
    serde_json::from_value(json_of(&reply)).expect("PasskeyOptions")
}

/// Enrols a device of whoever is verified.
fn enrol(desk: &mut Desk, device: &mut Authenticator) -> Value {
    let made = device.create(&options(desk));
    desk.posted("/passkeys", &json!(made))
}

/// A check by a device, opened by whoever is there.
fn opened(desk: &mut Desk) -> (Value, PasskeyAsk) {
    let consent = desk.consent(SERVICE, "device", &[]);
    let body =
        json!({"service_id": SERVICE, "consent_id": consent, "method": "device", "return_url": format!("{APP}/handoff"), "state": "state-0123456789abcdef"});
    let session = desk.posted("/identity-sessions", &body);
    assert_eq!((session["ask"]["kind"].as_str(), session["url"].as_str()), (Some("passkey"), None));
    let ask = serde_json::from_value(session["ask"]["passkey"].clone()).expect("PasskeyAsk");
    (session, ask)
}

/// What is asked now.
fn asked(desk: &mut Desk, session: &Value) -> PasskeyAsk {
    let session = desk.get(&format!("/identity-sessions/{}", session["id"].as_str().expect("id")));
    serde_json::from_value(session["ask"]["passkey"].clone()).expect("PasskeyAsk")
}

fn answer(desk: &mut Desk, session: &Value, proof: &PasskeyProof) -> Reply {
    desk.answer(session, &json!({"passkey": proof}))
}

/// A desk at which this device is enrolled for lin, and nobody is signed in.
fn enrolled() -> (Desk, Authenticator) {
    let (mut desk, mut device) = (Desk::new(), device(1));
    desk.verify(SERVICE, "lin", &[]);
    enrol(&mut desk, &mut device);
    desk.call(Method::Delete, "/session", None, None);
    desk.forget_cookie();
    (desk, device)
}

/// Guards against an enrolled person who cannot come back, and against a check that counts twice.
#[test]
fn an_enrolled_device_proves_its_person_once() {
    let (mut desk, mut device) = enrolled();
    let (session, ask) = opened(&mut desk);
    assert!(ask.credentials.is_empty(), "to a stranger nobody's devices are told");
    let proof = device.prove(&ask);
    let done = answer(&mut desk, &session, &proof);
    assert_eq!((json_of(&done)["status"].as_str(), json_of(&done)["ask"].as_str()), (Some("done"), None));
    let seen = desk.get("/session");
    assert_eq!((seen["level"].as_str(), seen["person"]["name"].as_str()), (Some("strong"), Some("林**")));
    assert_eq!(desk.get("/passkeys")["items"][0]["last_used_at"], "2026-11-23T10:00:00.000+08:00");
    desk.forget_cookie();
    assert_eq!(case(&answer(&mut desk, &session, &proof)), "identity-replayed");
    let (other, _) = opened(&mut desk);
    assert_eq!(case(&answer(&mut desk, &other, &proof)), "passkey-refused", "the proof of another check");
    assert_eq!(desk.get("/session")["level"], "none");
}

/// domain.md § 3: a passkey says that an enrolled person is back, not who somebody is.
#[test]
fn a_device_that_nobody_enrolled_proves_nobody() {
    let mut desk = Desk::new();
    let (session, ask) = opened(&mut desk);
    let mut stranger = device(9);
    stranger.user = Some(base64url::encode(&[7; 32]));
    assert_eq!(case(&answer(&mut desk, &session, &stranger.prove(&ask))), "passkey-unknown");
    assert_eq!(desk.get("/session")["level"], "none");
    assert_eq!(case(&desk.call(Method::Post, "/passkeys/challenge", None, None).response), "verification-needed");
}

/// Guards against a key that outlives its removal, and against removing somebody else's.
#[test]
fn a_removed_device_proves_nothing_and_only_its_owner_removes_it() {
    let (mut desk, mut device) = enrolled();
    let id = format!("/passkeys/{}", base64url::encode(&device.id));
    desk.verify(SERVICE, "tang", &[]);
    assert_eq!(desk.get("/passkeys")["items"], json!([]));
    assert_eq!(case(&desk.call(Method::Delete, &id, None, None).response), "not-found");
    desk.verify(SERVICE, "lin", &[]);
    assert_eq!(desk.call(Method::Delete, &id, None, None).response.status, 204);
    desk.call(Method::Delete, "/session", None, None);
    let (session, ask) = opened(&mut desk);
    assert_eq!(case(&answer(&mut desk, &session, &device.prove(&ask))), "passkey-unknown");
}

/// Guards against a forged proof that passes, whatever part of it was forged, and against one that spoils the honest one after it.
#[test]
fn no_forged_proof_passes() {
    type Forge = fn(&mut Authenticator, &mut PasskeyAsk);
    let forgeries: [(&str, Forge); 7] = [
        ("another challenge", |_, ask| ask.challenge = base64url::encode(&[1; 32])),
        ("another origin", |device, _| device.origin = "https://miaoban.evil.example".to_owned()),
        ("another port", |device, _| device.origin = "http://localhost:9999".to_owned()),
        ("another site", |device, _| device.site = Some("evil.example".to_owned())),
        ("nobody there", |device, _| device.flags = 0x04),
        ("nobody checked", |device, _| device.flags = 0x01),
        ("another key under its id", |device, _| {
            let mut other = self::device(2);
            (other.id, other.user, other.counter) = (device.id.clone(), device.user.clone(), device.counter);
            *device = other;
        }),
    ];
    for (forged, forge) in forgeries {
        let (mut desk, mut device) = enrolled();
        let (session, ask) = opened(&mut desk);
        let (mut liar, mut asks) = (device.clone(), ask.clone());
        forge(&mut liar, &mut asks);
        assert_eq!(case(&answer(&mut desk, &session, &liar.prove(&asks))), "passkey-refused", "{forged}");
        assert_eq!(desk.get("/session")["level"], "none", "{forged}");
        assert_eq!(case(&answer(&mut desk, &session, &device.prove(&ask))), "passkey-refused", "{forged}: the challenge is used up");
        let next = asked(&mut desk, &session);
        assert_ne!(next.challenge, ask.challenge);
        assert_eq!(json_of(&answer(&mut desk, &session, &device.prove(&next)))["status"], "done", "{forged}: the honest proof after it");
    }
}

/// Guards against a copied key, which shows by its count.
#[test]
fn a_counter_that_goes_back_is_refused() {
    let (mut desk, mut device) = enrolled();
    let mut copy = device.clone();
    let (session, ask) = opened(&mut desk);
    assert_eq!(json_of(&answer(&mut desk, &session, &device.prove(&ask)))["status"], "done");
    desk.forget_cookie();
    let (session, ask) = opened(&mut desk);
    let refused = answer(&mut desk, &session, &copy.prove(&ask));
    assert_eq!(case(&refused), "passkey-refused");
    assert!(json_of(&refused)["detail"].as_str().is_some_and(|d| d.contains("复制")));
}

/// Guards against a device of one person that passes for another: by the handle, and by the list of who is signed in.
#[test]
fn a_device_passes_for_nobody_but_its_owner() {
    let (mut desk, mut lin) = enrolled();
    let mut tang = device(2);
    desk.verify(SERVICE, "tang", &[]);
    enrol(&mut desk, &mut tang);
    desk.call(Method::Delete, "/session", None, None);
    let (session, ask) = opened(&mut desk);
    let mut claims = lin.clone();
    claims.user = tang.user.clone();
    assert_eq!(case(&answer(&mut desk, &session, &claims.prove(&ask))), "passkey-refused", "with the handle of somebody else");
    let ask = asked(&mut desk, &session);
    claims.user = None;
    assert_eq!(case(&answer(&mut desk, &session, &claims.prove(&ask))), "passkey-refused", "with nobody's handle");
    desk.posted("/demo/session", &json!({"person": "tang"}));
    let (session, ask) = opened(&mut desk);
    assert_eq!(ask.credentials, [base64url::encode(&tang.id)], "who is known by the account");
    assert_eq!(case(&answer(&mut desk, &session, &lin.prove(&ask))), "passkey-refused", "one that was not asked for");
    let ask = asked(&mut desk, &session);
    tang.user = None;
    assert_eq!(json_of(&answer(&mut desk, &session, &tang.prove(&ask)))["status"], "done", "a listed one needs no handle");
    assert_eq!(desk.get("/session")["person"]["name"], "唐**");
}

/// Guards against a challenge that waits for ever, and against guessing without end.
#[test]
fn challenges_last_five_minutes_and_five_wrong_proofs_end_the_check() {
    let (mut desk, mut device) = enrolled();
    let (session, ask) = opened(&mut desk);
    desk.wait(5 * 60_000);
    assert_eq!(case(&answer(&mut desk, &session, &device.prove(&ask))), "passkey-refused");
    let ask = asked(&mut desk, &session);
    let mut stranger = self::device(9);
    for _ in 0..3 {
        assert_eq!(case(&answer(&mut desk, &session, &stranger.prove(&ask))), "passkey-unknown");
    }
    let ended = json_of(&answer(&mut desk, &session, &stranger.prove(&ask)));
    assert_eq!((ended["status"].as_str(), ended["reason"].as_str()), (Some("failed"), Some("too_many_tries")));
    let (session, first) = opened(&mut desk);
    desk.wait(6 * 60_000);
    let second = asked(&mut desk, &session);
    assert_ne!(first.challenge, second.challenge, "asked again, it is another");
    assert_eq!(json_of(&answer(&mut desk, &session, &device.prove(&second)))["status"], "done");
}

/// Guards against a key that is enrolled without its device, its person or its challenge.
#[test]
fn no_forged_key_is_enrolled() {
    let mut desk = Desk::new();
    desk.verify(SERVICE, "lin", &[]);
    let mut honest = device(1);
    type Forge = fn(&mut Authenticator, &mut PasskeyOptions);
    let forgeries: [(&str, Forge); 5] = [
        ("another challenge", |_, options| options.challenge = base64url::encode(&[1; 32])),
        ("another origin", |device, _| device.origin = "http://127.0.0.1:8080".to_owned()),
        ("another site", |_, options| options.rp_id = "evil.example".to_owned()),
        ("nobody there", |device, _| device.flags = 0x04),
        ("nobody checked", |device, _| device.flags = 0x01),
    ];
    for (forged, forge) in forgeries {
        let (mut liar, mut options) = (honest.clone(), options(&mut desk));
        forge(&mut liar, &mut options);
        assert_eq!(case(&desk.post("/passkeys", &json!(liar.create(&options)))), "passkey-refused", "{forged}");
    }
    let made = honest.create(&options(&mut desk));
    let swapped = NewPasskey { public_key: device(2).create(&options(&mut desk)).public_key, ..made.clone() };
    assert_eq!(case(&desk.post("/passkeys", &json!(swapped))), "passkey-refused", "a key that the device does not describe");
    assert_eq!(case(&desk.post("/passkeys", &json!(made))), "passkey-refused", "the challenge is used up");
    for (member, value) in [("id", json!("!")), ("client_data", json!(1)), ("public_key", Value::Null), ("algorithm", json!(-257)), ("label", json!(""))] {
        let mut body = json!(made);
        body[member] = value;
        let reply = desk.post("/passkeys", &body);
        assert_eq!((case(&reply).as_str(), json_of(&reply)["errors"][0]["pointer"].as_str()), ("invalid", Some(format!("/{member}").as_str())));
    }
    assert_eq!(desk.get("/passkeys")["items"], json!([]));
    let old = honest.create(&options(&mut desk));
    desk.wait(5 * 60_000);
    assert_eq!(case(&desk.post("/passkeys", &json!(old))), "passkey-refused", "too late");
    let theirs = honest.create(&options(&mut desk));
    desk.verify(SERVICE, "tang", &[]);
    assert_eq!(case(&desk.post("/passkeys", &json!(theirs))), "passkey-refused", "the challenge of somebody else");
}

/// Guards against two entries of one device, and against a list without end.
#[test]
fn a_device_is_enrolled_once_and_their_number_is_bounded() {
    let mut desk = Desk::new();
    desk.verify(SERVICE, "lin", &[]);
    let mut first = device(1);
    let kept = enrol(&mut desk, &mut first);
    let asked = options(&mut desk);
    assert_eq!(asked.exclude, [kept["id"].as_str().expect("id")]);
    assert_eq!((asked.user_name.as_str(), asked.rp_id.as_str(), asked.algorithms.as_slice()), ("林**", SITE, [webauthn::ES256].as_slice()));
    assert_eq!(base64url::decode(&asked.user_id).map(|id| id.len()), Some(32));
    assert_eq!(case(&desk.post("/passkeys", &json!(first.create(&asked)))), "passkey-exists");
    for number in 2..=20 {
        enrol(&mut desk, &mut device(number));
    }
    let made = device(21).create(&options(&mut desk));
    assert_eq!(case(&desk.post("/passkeys", &json!(made))), "too-many-passkeys");
    assert_eq!(desk.get("/passkeys")["items"].as_array().map(Vec::len), Some(20));
}

/// Guards against a verdict that is right for the wrong reason.
#[test]
fn the_verifier_names_what_is_wrong() {
    let origins = [APP.to_owned(), "https://miaoban.example".to_owned()];
    let ask = PasskeyAsk { challenge: base64url::encode(&[3; 32]), rp_id: SITE.to_owned(), timeout_ms: None, credentials: vec![] };
    let expected = Expected { ceremony: Ceremony::Get, challenge: &ask.challenge, rp_id: SITE, origins: &origins };
    let wants = |text: &str| base64url::decode(text).expect("base64url");
    let key = {
        let made = device(1).create(&PasskeyOptions {
            challenge: String::new(),
            rp_id: SITE.to_owned(),
            rp_name: String::new(),
            user_id: String::new(),
            user_name: String::new(),
            algorithms: vec![],
            exclude: vec![],
            timeout_ms: None,
        });
        wants(&made.public_key)
    };
    let proof = device(1).prove(&ask);
    let (client, data, signature) = (wants(&proof.client_data), wants(&proof.authenticator_data), wants(&proof.signature));
    let verdict = |expected: &Expected<'_>, seen: u32| webauthn::proved(expected, &client, &data, &signature, &key, seen);
    assert_eq!(verdict(&expected, 0), Ok(2));
    assert_eq!(verdict(&expected, 1), Ok(2));
    assert_eq!(verdict(&expected, 2), Err(Fault::Cloned));
    assert_eq!(verdict(&Expected { ceremony: Ceremony::Create, ..expected }, 0), Err(Fault::WrongCeremony));
    assert_eq!(verdict(&Expected { challenge: "x", ..expected }, 0), Err(Fault::WrongChallenge));
    assert_eq!(verdict(&Expected { rp_id: "miaoban.example", ..expected }, 0), Err(Fault::WrongOrigin), "an origin of ours, but of another site");
    assert_eq!(verdict(&Expected { origins: &[], ..expected }, 0), Err(Fault::WrongOrigin));
    let framed = json!({"type": "webauthn.get", "challenge": ask.challenge, "origin": APP, "crossOrigin": true}).to_string();
    assert_eq!(webauthn::proved(&expected, framed.as_bytes(), &data, &signature, &key, 0), Err(Fault::WrongOrigin), "in a frame of somebody else");
    let said = |change: fn(&mut Vec<u8>)| {
        let mut changed = data.clone();
        change(&mut changed);
        webauthn::proved(&expected, &client, &changed, &signature, &key, 0)
    };
    assert_eq!(said(|d| d[0] ^= 1), Err(Fault::WrongSite));
    assert_eq!(said(|d| d[32] = 0x04), Err(Fault::NotPresent));
    assert_eq!(said(|d| d[32] = 0x01), Err(Fault::NotVerified));
    assert_eq!(said(|d| d[36] = 9), Err(Fault::WrongSignature), "the counter is signed too");
    assert_eq!(said(|d| d.truncate(36)), Err(Fault::Malformed));
    assert_eq!(webauthn::proved(&expected, &client, &data, &signature, b"no key", 0), Err(Fault::WrongKey));
    let mut still = device(1);
    still.counter = 0;
    let proof = still.prove(&ask);
    let (client, data, signature) = (wants(&proof.client_data), wants(&proof.authenticator_data), wants(&proof.signature));
    assert_eq!(webauthn::proved(&expected, &client, &data, &signature, &key, 0), Ok(0), "a device that does not count");
    assert_eq!(webauthn::proved(&expected, &client, &data, &signature, &key, 5), Err(Fault::Cloned), "one that stopped counting");
}

#[test]
fn a_site_is_the_host_of_an_origin() {
    for (origin, site) in
        [(APP, Some(SITE)), ("https://miaoban.example", Some("miaoban.example")), ("http://[::1]:8080", None), ("https://", None), ("x", None)]
    {
        assert_eq!(webauthn::host(origin), site, "{origin}");
    }
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        any::<String>().prop_map(String::into_bytes),
        Just(json!({"type": "webauthn.get", "challenge": "c", "origin": APP}).to_string().into_bytes()),
        Just(json!({"type": "webauthn.create", "challenge": "c", "origin": APP}).to_string().into_bytes()),
    ]
}

/// The head of authenticator data, honest or not, and anything after it.
fn data() -> impl Strategy<Value = Vec<u8>> {
    let honest = {
        let ask = PasskeyAsk { challenge: "c".to_owned(), rp_id: SITE.to_owned(), timeout_ms: None, credentials: vec![] };
        base64url::decode(&device(1).prove(&ask).authenticator_data).expect("base64url")
    };
    prop_oneof![
        bytes(),
        (any::<u8>(), bytes()).prop_map(move |(flags, rest)| {
            let mut data = honest.clone();
            data[32] = flags | 0x45;
            [data, rest].concat()
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    /// Guards against bytes that bring the verifier down, or that it believes.
    #[test]
    fn arbitrary_bytes_are_refused_and_never_panic(client in bytes(), data in data(), signature in bytes(), key in bytes(), id in bytes(), seen in any::<u32>()) {
        let origins = [APP.to_owned()];
        let expected = Expected { ceremony: Ceremony::Get, challenge: "c", rp_id: SITE, origins: &origins };
        prop_assert!(webauthn::proved(&expected, &client, &data, &signature, &key, seen).is_err());
        let creating = Expected { ceremony: Ceremony::Create, ..expected };
        prop_assert!(webauthn::created(&creating, &id, &client, &data, &key).is_err());
    }

    /// Guards against bytes that come back as others, and against two texts for the same bytes.
    #[test]
    fn base64url_keeps_bytes_and_has_one_text_for_each(bytes in prop::collection::vec(any::<u8>(), 0..100), text in "[A-Za-z0-9_=+/-]{0,12}") {
        prop_assert_eq!(base64url::decode(&base64url::encode(&bytes)), Some(bytes));
        if let Some(read) = base64url::decode(&text) {
            prop_assert_eq!(base64url::encode(&read), text);
        }
    }
}
