//! What a wrapper says is read with suspicion: one answer to the request that is open, in exactly the protocol's shape, counts; nothing else.

use miaoban::model::host::{Deaf, HostRequest, HostWord, Hosted};
use proptest::prelude::*;
use serde_json::{json, Value};

const ID: &str = "request-0123456789";

fn hear(text: &str) -> Result<HostWord, Deaf> {
    Hosted::new(ID.to_owned()).hear(text)
}

fn message(kind: &str) -> Value {
    json!({"v": 1, "type": kind, "id": ID})
}

/// Guards against words of the protocol that are not understood.
#[test]
fn each_word_of_the_protocol_is_understood() {
    for (kind, wanted) in [
        ("accepted", HostWord::Accepted),
        ("verified", HostWord::Verified { code: None }),
        ("cancelled", HostWord::Cancelled),
        ("failed", HostWord::Failed),
        ("unavailable", HostWord::Unavailable),
    ] {
        assert_eq!(hear(&message(kind).to_string()), Ok(wanted));
    }
    let mut coded = message("verified");
    coded["code"] = json!("0f6c2d");
    coded["later"] = json!({"members": ["of later versions"]});
    assert_eq!(hear(&coded.to_string()), Ok(HostWord::Verified { code: Some("0f6c2d".to_owned()) }));
}

/// Guards against a message that is nearly right, or made to be understood as another one.
#[test]
fn what_is_not_quite_a_message_counts_for_nothing() {
    let with = |member: &str, value: Value| {
        let mut all = message("verified");
        all[member] = value;
        all.to_string()
    };
    for hostile in [
        String::new(),
        "null".to_owned(),
        "[]".to_owned(),
        "\"verified\"".to_owned(),
        "{}".to_owned(),
        format!("[{}]", message("verified")),
        with("v", json!(2)),
        with("v", json!("1")),
        with("v", json!(1.5)),
        with("type", json!("Verified")),
        with("type", json!("done")),
        with("type", json!("verify")),
        with("type", json!(["verified"])),
        with("type", Value::Null),
        with("id", json!(7)),
        with("code", json!({"toString": "x"})),
        with("padding", json!("x".repeat(5_000))),
        format!("{}{}", message("verified"), message("verified")),
        "[".repeat(4_000),
    ] {
        assert_eq!(hear(&hostile), Err(Deaf::Shape), "{}", hostile.chars().take(80).collect::<String>());
    }
    for other in ["", "request", "request-01234567890", " request-0123456789"] {
        assert_eq!(hear(&with("id", json!(other))), Err(Deaf::Id), "{other}");
    }
    // A code that no provider gives is none.
    assert_eq!(hear(&with("code", json!("x".repeat(501)))), Ok(HostWord::Verified { code: None }));
    assert_eq!(hear(&with("code", json!(""))), Ok(HostWord::Verified { code: None }));
}

/// Guards against a second answer that undoes the first, and an answer after the app went another way.
#[test]
fn a_request_is_answered_once() {
    let mut hosted = Hosted::new(ID.to_owned());
    let mut say = |kind: &str| hosted.hear(&message(kind).to_string());
    assert_eq!(say("accepted"), Ok(HostWord::Accepted));
    assert_eq!(say("accepted"), Err(Deaf::Again));
    assert_eq!(say("cancelled"), Ok(HostWord::Cancelled));
    assert_eq!(say("verified"), Err(Deaf::Again));
    assert_eq!(say("accepted"), Err(Deaf::Again));
    let mut given_up = Hosted::new(ID.to_owned());
    given_up.give_up();
    assert_eq!(given_up.hear(&message("verified").to_string()), Err(Deaf::Again));
    // An answer at once takes the request too.
    let mut quick = Hosted::new(ID.to_owned());
    assert!(!quick.is_taken());
    assert!(quick.hear(&message("failed").to_string()).is_ok() && quick.is_taken());
}

/// Guards against a request that tells the wrapper more than it needs: the state would let it confirm in the person's place.
#[test]
fn the_request_says_what_is_needed_and_nothing_else() {
    let sent = serde_json::to_value(HostRequest::new(ID.to_owned(), "i-91c2".to_owned(), "https://provider.example/?ticket=t".to_owned())).expect("JSON");
    assert_eq!(sent, json!({"v": 1, "type": "verify", "id": ID, "session": "i-91c2", "url": "https://provider.example/?ticket=t"}));
}

fn texts() -> impl Strategy<Value = String> {
    let kinds = prop::sample::select(vec!["accepted", "verified", "cancelled", "failed", "unavailable", "verify", ""]);
    let ids = prop::sample::select(vec![ID, "", "other"]);
    let right = (0u64..3, kinds, ids, prop::option::of(any::<String>()))
        .prop_map(|(v, kind, id, code)| json!({"v": v, "type": kind, "id": id, "code": code}).to_string());
    prop_oneof![3 => right, 1 => any::<String>()]
}

proptest! {
    /// Guards against any order of messages, true and forged, that gives two answers or one to another request.
    #[test]
    fn whatever_is_said_at_most_one_answer_counts(all in prop::collection::vec(texts(), 0..30)) {
        let mut hosted = Hosted::new(ID.to_owned());
        let (mut answers, mut accepted) = (0, 0);
        for text in all {
            if let Ok(word) = hosted.hear(&text) {
                let said: Value = serde_json::from_str(&text).expect("JSON was understood");
                prop_assert!(said["id"] == ID && said["v"] == 1);
                prop_assert!(answers == 0);
                if word == HostWord::Accepted { accepted += 1 } else { answers += 1 }
            }
        }
        prop_assert!(answers <= 1 && accepted <= 1);
        prop_assert_eq!(hosted.is_taken(), answers + accepted > 0);
    }
}
