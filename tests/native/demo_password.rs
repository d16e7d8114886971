//! The password of the account, answered in the app.

use crate::demo_desk::{case, json_of, phone_of, text, Desk, APP};
use miaoban::demo::Store;
use miaoban::model::identity::{IdentityReturn, Secret};
use serde_json::{json, Value};

const SERVICE: &str = "no-criminal-record";
const RIGHT: &str = "Demo-2026-miaoban";

fn opened(desk: &mut Desk) -> Value {
    let consent = desk.consent(SERVICE, "password", &[]);
    let body =
        json!({"service_id": SERVICE, "consent_id": consent, "method": "password", "return_url": format!("{APP}/handoff"), "state": "state-0123456789abcdef"});
    let session = desk.posted("/identity-sessions", &body);
    assert_eq!((session["ask"]["kind"].as_str(), session["url"].as_str()), (Some("password"), None));
    session
}

/// Guards against a right password that is refused, one that counts twice, and one that makes a person surer than it can.
#[test]
fn the_right_password_verifies_its_account_by_name_or_number_once() {
    for account in [" Tang ".to_owned(), format!("+86 {}", phone_of("tang"))] {
        let mut desk = Desk::new();
        let session = opened(&mut desk);
        let answer = json!({"account": account, "password": RIGHT});
        let done = desk.answer(&session, &answer);
        assert_eq!(json_of(&done)["status"], "done", "{account}: {}", text(&done));
        let seen = desk.get("/session");
        assert_eq!((seen["level"].as_str(), seen["person"]["name"].as_str()), (Some("verified"), Some("唐**")));
        desk.forget_cookie();
        assert_eq!(case(&desk.answer(&session, &answer)), "identity-replayed");
    }
}

/// Guards against an answer that tells who has an account, and against a password that is cut or folded before it is compared.
#[test]
fn an_unknown_account_and_a_wrong_password_are_told_alike() {
    let mut desk = Desk::new();
    let told: Vec<Value> = [("lin", "wrong"), ("nobody", RIGHT), ("", RIGHT), ("lin", "demo-2026-miaoban")]
        .into_iter()
        .map(|(account, password)| {
            let session = opened(&mut desk);
            json_of(&desk.answer(&session, &json!({"account": account, "password": password})))
        })
        .collect();
    assert_eq!(told[0]["errors"][0]["pointer"], "/password");
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0], told[3]);
    assert_eq!(told[2]["errors"][0]["pointer"], "/account", "nothing typed");
    assert_eq!(desk.get("/session")["level"], "none");
}

/// Guards against guessing, within one check and over many.
#[test]
fn five_wrong_tries_end_the_check() {
    let mut desk = Desk::new();
    let session = opened(&mut desk);
    for left in (1..=4).rev() {
        let told = json_of(&desk.answer(&session, &json!({"account": "lin", "password": "guess"})));
        assert!(told["errors"][0]["detail"].as_str().is_some_and(|d| d.contains(&left.to_string())), "{told}");
    }
    let ended = json_of(&desk.answer(&session, &json!({"account": "lin", "password": "guess"})));
    assert_eq!((ended["status"].as_str(), ended["reason"].as_str()), (Some("failed"), Some("too_many_tries")));
    assert_eq!(json_of(&desk.answer(&session, &json!({"account": "lin", "password": RIGHT})))["status"], "failed", "the right one comes too late");
    for _ in 0..11 {
        let session = opened(&mut desk);
        desk.answer(&session, &json!({"account": "LIN", "password": "guess"}));
    }
    let session = opened(&mut desk);
    assert_eq!(json_of(&desk.answer(&session, &json!({"account": "lin", "password": RIGHT})))["reason"], "too_many_tries", "in another check");
}

/// Guards against a password that is kept anywhere: in the store, in the data that expressions see, in what is written for a person to read.
#[test]
fn the_password_is_kept_nowhere() {
    let mut desk = Desk::new();
    let session = opened(&mut desk);
    desk.answer(&session, &json!({"account": "lin", "password": "a-secret-that-is-wrong"}));
    desk.answer(&session, &json!({"account": "lin", "password": RIGHT}));
    // But for the demo's hint, which tells everybody.
    let hint = session["ask"]["hint"].as_str().expect("a hint");
    let all = serde_json::to_string(&desk.store).expect("a store serialises").replace(hint, "");
    assert!(!all.contains(RIGHT) && !all.contains("a-secret") && !all.contains("pbkdf2"), "{all}");
    assert!(desk.store.list("identity").iter().all(|(_, kept)| kept["password"].is_null()));
    let sent = IdentityReturn { account: Some("lin".to_owned()), password: Some(Secret(RIGHT.to_owned())), ..IdentityReturn::default() };
    assert!(!format!("{sent:?}").contains(RIGHT));
    assert_eq!(json!(sent)["password"], RIGHT);
}

/// Guards against data whose hash nobody could check.
#[test]
fn a_hash_that_cannot_be_read_is_a_mistake_of_the_data() {
    for wrong in ["plain text", "pbkdf2-sha256$0$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "md5$1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "pbkdf2-sha256$60000$AAAA$AAAA"] {
        let fault = Desk::changed("people/lin.json", "/account/password", json!(wrong)).err().map(|e| e.pointer);
        assert_eq!(fault.as_deref(), Some("/account/password"), "{wrong}");
    }
}
