//! The check in the app that this one is wrapped in: what it says is a hint, and where it says nothing the person goes the ordinary way.

use crate::stand::Stand;
use miaoban::backend::transport::Method;
use miaoban::model::host::Host;
use miaoban::platform::{clock, stage};
use miaoban::preview::desk::{Desk, Ticket};
use miaoban::preview::host;
use miaoban::preview::scene::Scene;
use miaoban::state::handoff::PendingHandoff;
use miaoban::state::setup::Setup;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const HOSTED: &str = "[data-host]";
const GO_ON: &str = "[data-page='handoff'] [data-action='primary']";

thread_local! {
    /// The check that the page is about.
    static TICKET: RefCell<Option<Ticket>> = const { RefCell::new(None) };
}

fn run(script: &str) -> wasm_bindgen::JsValue {
    js_sys::eval(script).expect("a script that runs")
}

/// A wrapper's function: notes what it was asked, and does what `script` says with `request` and `answer`.
fn function(script: &str) -> Host {
    run(&format!(
        "globalThis.asked = []; globalThis.testHost = (request, answer) => {{ globalThis.asked.push(request); globalThis.answer = answer; {script} }};"
    ));
    Host::Function("testHost".to_owned())
}

/// At the page of a check that waits for its provider, under a wrapper.
async fn at(host: Host) -> (Stand, Rc<Desk>) {
    Stand::page(move || {
        Scene::after(|desk| {
            TICKET.set(Some(desk.hand_off(SERVICE, "face", &[])));
            PendingHandoff::begin();
            "/handoff".to_owned()
        })
        .set_up(Setup { host: Some(host), ..Setup::default() })
    })
    .await
}

/// The provider is done; the one-time code that it gives.
fn settle(desk: &Desk, outcome: &str) -> String {
    let back = TICKET.with_borrow(|ticket| desk.report(ticket.as_ref().expect("a check"), "lin", outcome));
    back.split_once("code=").map(|(_, code)| code.to_owned()).unwrap_or_default()
}

fn say(kind: &str, more: &str) -> String {
    format!("answer({{ v: 1, type: '{kind}', id: request.id{more} }});")
}

fn later(kind: &str, more: &str) {
    run(&format!("globalThis.answer({{ v: 1, type: '{kind}', id: globalThis.asked.at(-1).id{more} }});"));
}

fn confirmed(desk: &Desk) -> usize {
    desk.calls().iter().filter(|c| c.method == Method::Post && c.path.ends_with("/confirm")).count()
}

async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..450 {
        if holds() {
            return;
        }
        clock::sleep(20).await;
    }
    panic!("never: {what}");
}

fn left() -> bool {
    stage::left_for().is_some_and(|url| url.contains("ticket="))
}

/// Guards against a wrapper that is believed, told too much, or asked twice.
#[wasm_bindgen_test]
async fn a_done_check_is_confirmed_with_the_backend_and_opens_the_form() {
    let (stand, desk) = at(function(&say("accepted", ""))).await;
    stand.until("[data-host='accepted']").await;
    let asked = run("JSON.stringify(globalThis.asked)").as_string().expect("text");
    assert!(!asked.contains("state-0123456789abcdef") && asked.matches("verify").count() == 1, "{asked}");
    assert_eq!(confirmed(&desk), 0);
    // Text, as native wrappers give it.
    let code = settle(&desk, "success");
    run(&format!("globalThis.answer(JSON.stringify({{ v: 1, type: 'verified', id: globalThis.asked[0].id, code: '{code}' }}))"));
    stand.until("[data-page='form'] [data-field]").await;
    assert_eq!(confirmed(&desk), 1);
    // Late and double answers find nobody, and break nothing.
    later("verified", "");
    run("globalThis.answer(); globalThis.answer('{'); const round = {}; round.round = round; globalThis.answer(round);");
    stand.settled().await;
    assert_eq!(confirmed(&desk), 1);
}

/// Guards against a hint that opens a form: the backend knows of no end.
#[wasm_bindgen_test]
async fn verified_is_worth_nothing_where_the_backend_says_otherwise() {
    let (stand, desk) = at(function(&say("verified", ", code: 'made-up'"))).await;
    until("asked", || confirmed(&desk) == 1).await;
    stand.settled().await;
    assert!(!stand.has("[data-page='form']"), "{}", stand.text());
    stand.until("[data-page='handoff'] [data-action='check-again']").await;
}

/// Guards against forged, foreign and malformed answers that move anything.
#[wasm_bindgen_test]
async fn what_is_not_about_this_request_is_ignored() {
    let (stand, desk) = at(function(&say("accepted", ""))).await;
    stand.until("[data-host='accepted']").await;
    for forged in [
        "{ v: 1, type: 'verified', id: 'other', code: 'x' }",
        "{ v: 2, type: 'verified', id: globalThis.asked[0].id }",
        "{ v: 1, type: 'passed', id: globalThis.asked[0].id }",
        "{ v: 1, type: 'accepted', id: globalThis.asked[0].id }",
        "{ get v() { throw 1; } }",
        "[]",
        "undefined",
        "() => 1",
        "Symbol('x')",
    ] {
        run(&format!("globalThis.answer({forged})"));
    }
    stand.settled().await;
    assert!(stand.has(HOSTED) && confirmed(&desk) == 0 && !left());
}

/// Guards against a check that is over for the wrapper and hangs here.
#[wasm_bindgen_test]
async fn a_cancelled_check_is_told_as_the_backend_knows_it() {
    let (stand, desk) = at(function(&say("accepted", ""))).await;
    stand.until("[data-host='accepted']").await;
    settle(&desk, "cancelled");
    later("cancelled", "");
    until("told", || stand.text().contains("您取消了核验")).await;
    assert_eq!(confirmed(&desk), 0);
}

/// Guards against a person who is stuck because there is no wrapper, or none that works.
#[wasm_bindgen_test]
async fn where_the_wrapper_is_not_there_the_person_goes_to_the_provider() {
    for host in [Host::Function("nobodyIsHere".to_owned()), Host::Message("https://host.example".to_owned())] {
        let (stand, _) = at(host.clone()).await;
        until("left for the provider", left).await;
        assert!(!stand.has(HOSTED), "{host:?}");
    }
    for script in ["throw new Error('no');".to_owned(), say("unavailable", "")] {
        let (stand, _) = at(function(&script)).await;
        until("left for the provider", left).await;
        assert!(!stand.has(HOSTED), "{script}");
    }
    // One that says nothing is waited for a while.
    let (stand, desk) = at(function("")).await;
    stand.until("[data-host='asked']").await;
    until("left for the provider", left).await;
    later("verified", "");
    stand.settled().await;
    assert_eq!(confirmed(&desk), 0, "answered after the app went another way");
}

/// Guards against a reload or a way back that starts the wrapper's check by itself, again and again.
#[wasm_bindgen_test]
async fn after_a_reload_the_person_says_when() {
    let (stand, _) = Stand::page(|| {
        Scene::after(|desk| {
            desk.hand_off(SERVICE, "face", &[]);
            "/handoff".to_owned()
        })
        .set_up(Setup { host: Some(host::patient()), ..Setup::default() })
    })
    .await;
    assert!(!stand.has(HOSTED));
    stand.press(GO_ON).await;
    stand.until("[data-host='accepted']").await;
    stand.press("[data-action='without-host']").await;
    until("left for the provider", left).await;
}

/// Guards against a frame or a page of another origin that plays the wrapper.
#[wasm_bindgen_test]
async fn only_the_agreed_window_of_the_agreed_origin_is_listened_to() {
    let origin = run("location.origin").as_string().expect("an origin");
    run("globalThis.posted = []; globalThis.onPosted ??= addEventListener('message', (e) => { if (e.data?.type === 'verify') globalThis.posted.push(e.data); });");
    let (stand, desk) = at(Host::Message(origin)).await;
    until("asked", || run("globalThis.posted.length").as_f64() == Some(1.0)).await;
    run("postMessage({ v: 1, type: 'accepted', id: globalThis.posted[0].id }, location.origin)");
    stand.until("[data-host='accepted']").await;
    // Two frames: of the same origin but another window, and of another origin.
    for attribute in ["", "sandbox='allow-scripts'"] {
        run(&format!(
            "(() => {{ const frame = document.createElement('div'); frame.innerHTML = `<iframe {attribute} srcdoc=\"<script>parent.postMessage({{v: 1, type: 'verified', id: '${{globalThis.posted[0].id}}', code: 'x'}}, '*'); parent.postMessage('frame was here', '*')</script>\"></iframe>`; globalThis.frames_ ??= 0; addEventListener('message', (e) => {{ if (e.data === 'frame was here') globalThis.frames_ += 1; }}, {{ once: false }}); document.body.append(frame); }})()"
        ));
        until("the frame has spoken", || run("globalThis.frames_ > 0").as_bool() == Some(true)).await;
        run("globalThis.frames_ = 0");
        stand.settled().await;
        assert!(confirmed(&desk) == 0 && stand.has(HOSTED), "a frame ({attribute}) was believed");
    }
    let code = settle(&desk, "success");
    run(&format!("postMessage({{ v: 1, type: 'verified', id: globalThis.posted[0].id, code: '{code}' }}, location.origin)"));
    stand.until("[data-page='form'] [data-field]").await;
    assert_eq!(confirmed(&desk), 1);
}
