//! The client: what is repeated, what is not, and how a bad answer is told.

use miaoban::backend::transport::{header, Call, Method, Reply, Sending, Transport, TransportError};
use miaoban::backend::{ApiError, Client, Key};
use miaoban::model::identity::IdentityReturn;
use miaoban::model::rating::{NewRating, RatingKind, Stars};
use miaoban::model::session::Carrying;
use miaoban::words::Lang;
use std::cell::RefCell;
use std::future::Future;
use std::pin::{pin, Pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Answers from a script and notes what it was asked; waiting takes no time.
#[derive(Default)]
struct Script {
    answers: RefCell<Vec<Result<Reply, TransportError>>>,
    calls: RefCell<Vec<Call>>,
    pauses: RefCell<Vec<u32>>,
}

impl Transport for Script {
    fn send(&self, call: Call) -> Sending<'_> {
        self.calls.borrow_mut().push(call);
        let answer = if self.answers.borrow().is_empty() { Err(TransportError::Unreachable) } else { self.answers.borrow_mut().remove(0) };
        Box::pin(async move { answer })
    }

    fn pause(&self, ms: u32) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        self.pauses.borrow_mut().push(ms);
        Box::pin(async {})
    }
}

fn client(answers: Vec<Result<Reply, TransportError>>) -> (Client, Rc<Script>) {
    carrying(Carrying::default(), answers)
}

fn carrying(carrying: Carrying, answers: Vec<Result<Reply, TransportError>>) -> (Client, Rc<Script>) {
    let script = Rc::new(Script { answers: RefCell::new(answers), ..Script::default() });
    (Client::new(script.clone(), Lang::En, carrying), script)
}

/// Runs what never really waits.
fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the script never waits"),
    }
}

fn reply(status: u16, kind: &str, body: &str) -> Result<Reply, TransportError> {
    Ok(Reply { status, headers: vec![("content-type".to_owned(), kind.to_owned())], body: body.as_bytes().to_vec() })
}

fn json(status: u16, body: &str) -> Result<Reply, TransportError> {
    reply(status, "application/json", body)
}

const SESSION: &str = r#"{"level":"none"}"#;

fn rating() -> NewRating {
    let level = Stars::new(5).expect("five is a level");
    NewRating { kind: RatingKind::First, version: "1".to_owned(), level, tags: Vec::new(), text: String::new(), named: false }
}

#[test]
fn one_lost_packet_does_not_show_an_error() {
    let (client, script) = client(vec![Err(TransportError::Unreachable), json(200, SESSION)]);
    assert!(run(client.session()).is_ok());
    assert_eq!(script.calls.borrow().len(), 2);
}

#[test]
fn a_dead_network_is_not_asked_forever() {
    let (client, script) = client(Vec::new());
    assert_eq!(run(client.session()), Err(ApiError::Unreachable));
    assert_eq!(script.calls.borrow().len(), 3);
    let pauses = script.pauses.borrow();
    assert!(pauses.is_sorted() && pauses.len() == 2, "pauses must grow: {pauses:?}");
}

#[test]
fn a_repeated_creation_carries_the_same_key_so_that_nothing_is_created_twice() {
    let told = r#"{"kind":"first","level":5,"at":"2026-11-23T14:02:11+08:00"}"#;
    let (client, script) = client(vec![Err(TransportError::Unreachable), json(503, "{}"), json(201, told)]);
    assert!(run(client.rate("a", &rating(), &Key::new("key-1".to_owned()))).is_ok());
    let calls = script.calls.borrow();
    let keys: Vec<_> = calls.iter().map(|c| header(&c.headers, "Idempotency-Key")).collect();
    assert_eq!(keys, [Some("key-1"); 3]);
    assert!(calls.windows(2).all(|w| w[0].body == w[1].body));
}

#[test]
fn a_one_time_code_is_not_sent_twice_by_itself() {
    let (client, script) = client(Vec::new());
    let told = IdentityReturn { state: "s".to_owned(), code: Some("c".to_owned()), ..IdentityReturn::default() };
    assert_eq!(run(client.confirm_identity("x", &told)), Err(ApiError::Unreachable));
    assert_eq!(script.calls.borrow().len(), 1);
}

#[test]
fn a_fault_inside_the_backend_is_told_and_not_hammered() {
    let (client, script) = client(vec![json(500, "{}")]);
    assert_eq!(run(client.session()), Err(ApiError::Broken { status: 500 }));
    assert_eq!(script.calls.borrow().len(), 1);
}

#[test]
fn retry_after_is_kept_when_short_and_told_when_long() {
    let limited = |seconds: &str| Ok(Reply { status: 429, headers: vec![("Retry-After".to_owned(), seconds.to_owned())], body: Vec::new() });
    let (patient, script) = client(vec![limited("2"), json(200, SESSION)]);
    assert!(run(patient.session()).is_ok());
    assert_eq!(*script.pauses.borrow(), [2000]);
    let (told, script) = client(vec![limited("60")]);
    assert_eq!(run(told.session()), Err(ApiError::TooMany { retry_after_s: Some(60) }));
    assert!(script.pauses.borrow().is_empty());
}

#[test]
fn a_captive_portal_is_not_taken_for_an_answer() {
    for answer in [reply(200, "text/html", "<p>Sign in</p>"), json(200, r#"{"level":"#), json(200, ""), json(200, "[]"), json(200, r#"{"level":7}"#)] {
        let (client, _) = client(vec![answer.clone()]);
        assert!(matches!(run(client.session()), Err(ApiError::Unreadable { .. })), "{answer:?}");
    }
}

#[test]
fn each_refusal_becomes_what_the_person_can_do_about_it() {
    let (signed_out, _) = client(vec![json(401, "{}")]);
    assert_eq!(run(signed_out.session()), Err(ApiError::SignedOut));
    let (gone, _) = client(vec![json(404, "{}")]);
    assert_eq!(run(gone.application("x")), Err(ApiError::NotFound));
    let problem = r#"{"type":"https://miaoban.example/problems/invalid","title":"t","errors":[{"pointer":"/a","detail":"d"}]}"#;
    let (refused, _) = client(vec![reply(422, "application/problem+json", problem)]);
    let error = run(refused.session()).expect_err("it was refused");
    assert_eq!(error.case(), "invalid");
    assert!(!error.is_passing());
    let (bare, _) = client(vec![json(418, "no problem document at all")]);
    assert!(matches!(run(bare.session()), Err(ApiError::Refused { status: 418, .. })));
}

#[test]
fn a_catalogue_of_several_pages_is_read_whole_and_one_without_end_is_not() {
    let item = |id: &str| format!(r#"{{"id":"{id}","name":"n","agency":"a"}}"#);
    let page = |id: &str, next: &str| json(200, &format!(r#"{{"items":[{}],"next_cursor":{next}}}"#, item(id)));
    let (two, script) = client(vec![page("a", r#""x/ y""#), page("b", "null")]);
    assert_eq!(run(two.services()).map(|s| s.len()), Ok(2));
    assert!(script.calls.borrow()[1].path.ends_with("cursor=x%2F%20y"));
    let (endless, script) = client((0..200).map(|_| page("a", r#""again""#)).collect());
    assert!(run(endless.services()).is_ok());
    assert_eq!(script.calls.borrow().len(), 100);
}

#[test]
fn every_change_carries_the_header_that_other_sites_cannot_send() {
    let (client, script) = client(vec![json(200, SESSION), Ok(Reply { status: 204, headers: Vec::new(), body: Vec::new() })]);
    client.speak(Lang::Hant);
    assert!(run(client.session()).is_ok());
    assert!(run(client.sign_out()).is_ok());
    let calls = script.calls.borrow();
    assert_eq!(header(&calls[0].headers, "Accept-Language"), Some("zh-Hant"));
    assert_eq!(header(&calls[0].headers, "X-Requested-With"), None);
    assert_eq!((calls[1].method, header(&calls[1].headers, "X-Requested-With")), (Method::Delete, Some("miaoban")));
}

const TOKEN: &str = "Session-Token";
const CSRF: &str = "X-CSRF-Token";

/// An answer with a header that carries a secret.
fn giving(name: &str, secret: &str) -> Result<Reply, TransportError> {
    let headers = [("content-type", "application/json"), (name, secret)];
    Ok(Reply { status: 200, headers: headers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(), body: SESSION.as_bytes().to_vec() })
}

fn sent(script: &Script, name: &str) -> Vec<Option<String>> {
    script.calls.borrow().iter().map(|c| header(&c.headers, name).map(str::to_owned)).collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// Guards against a token that is not sent, is sent when it is over, or is lost because a newer one came while an old call was refused.
#[test]
fn a_bearer_token_goes_along_until_it_is_over() {
    let (client, script) = carrying(
        Carrying::Bearer,
        vec![giving(TOKEN, "one"), json(200, SESSION), json(401, "{}"), json(200, SESSION), giving(TOKEN, "two"), json(200, SESSION)],
    );
    for _ in 0..6 {
        let _ = run(client.session());
    }
    assert_eq!(sent(&script, "Authorization"), [None, some("Bearer one"), some("Bearer one"), None, None, some("Bearer two")]);
    let _ = run(client.sign_out());
    let _ = run(client.session());
    let after = sent(&script, "Authorization").split_off(6);
    assert!(after.iter().rev().take(3).all(Option::is_none), "signed out without an answer, and the token is still sent: {after:?}");
    assert_eq!(after.first(), Some(&some("Bearer two")));
}

/// Guards against a token of one way of carrying that is taken, or sent, in another one.
#[test]
fn a_session_by_cookie_takes_no_token_and_sends_none() {
    let (client, script) = carrying(Carrying::default(), vec![giving(TOKEN, "one"), giving(CSRF, "two"), json(200, SESSION)]);
    for _ in 0..2 {
        let _ = run(client.session());
    }
    let _ = run(client.sign_out());
    assert!(sent(&script, "Authorization").iter().chain(&sent(&script, CSRF)).all(Option::is_none));
}

fn refused() -> Result<Reply, TransportError> {
    reply(403, "application/problem+json", r#"{"type":"https://miaoban.example/problems/csrf-needed","title":"t"}"#)
}

/// Guards against a change that fails because its token is old, one that is made twice, and a backend that is asked for tokens for ever.
#[test]
fn a_change_that_needs_another_token_asks_for_one_and_is_repeated_once() {
    let protected = || Carrying::Cookie { csrf: some(CSRF) };
    let done = || Ok(Reply { status: 204, headers: Vec::new(), body: Vec::new() });
    let (client, script) = carrying(protected(), vec![giving(CSRF, "one"), refused(), giving(CSRF, "two"), done()]);
    assert!(run(client.session()).is_ok());
    assert!(run(client.sign_out()).is_ok());
    let methods: Vec<Method> = script.calls.borrow().iter().map(|c| c.method).collect();
    assert_eq!(methods, [Method::Get, Method::Delete, Method::Get, Method::Delete]);
    assert_eq!(sent(&script, CSRF), [None, some("one"), None, some("two")]);
    let (client, script) = carrying(protected(), vec![refused(), giving(CSRF, "one"), refused(), giving(CSRF, "two"), done()]);
    assert_eq!(run(client.sign_out()).expect_err("it is refused again").case(), "csrf-needed");
    assert_eq!(script.calls.borrow().len(), 3);
    // Who asks for no token is not asked for one.
    let (client, script) = carrying(Carrying::Bearer, vec![refused(), done()]);
    assert!(run(client.sign_out()).is_err());
    assert_eq!(script.calls.borrow().len(), 1);
}
