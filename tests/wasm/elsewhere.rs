//! A check that another device carries out: the computer's page waits for it, the phone's page hands it over.

use crate::stand::Stand;
use miaoban::backend::transport::{Method, TransportError};
use miaoban::platform::{clock, document, stage};
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use miaoban::state::handoff::{PendingHandoff, PendingLink};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const PRIMARY: &str = "[data-action='primary']";

/// A computer that shows a code; and the code.
async fn showing() -> (Stand, Rc<Desk>, String) {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            stage::be_computer();
            desk.hand_off(SERVICE, "face", &[]);
            "/handoff".to_owned()
        })
    })
    .await;
    stand.press(PRIMARY).await;
    let code = stand.until("[data-code]").await.inner_text().replace('-', "");
    (stand, desk, code)
}

fn asked(desk: &Desk) -> usize {
    desk.calls().iter().filter(|c| c.method == Method::Get && c.path.starts_with("/identity-sessions/")).count()
}

/// What the browser says of the page's being hidden, as another tab in front of it would have it.
pub fn hide(hidden: bool) {
    let _ = js_sys::eval(&format!("Object.defineProperty(document, 'hidden', {{ configurable: true, get: () => {hidden} }})"));
    let _ = js_sys::eval("document.dispatchEvent(new Event('visibilitychange'))");
}

/// Waits until it holds, for a few seconds.
async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..300 {
        if holds() {
            return;
        }
        clock::sleep(20).await;
    }
    panic!("never: {what}");
}

/// Guards against a watch that one lost answer ends, and against a computer that stays where it is although the phone is done.
#[wasm_bindgen_test]
async fn a_lost_question_ends_nothing_and_the_form_opens_once_the_phone_is_done() {
    let (stand, desk, code) = showing().await;
    assert!(!stand.all("svg[role='img']").is_empty());
    desk.break_wire(Some(|call| call.path.starts_with("/identity-sessions/").then_some(Err(TransportError::Unreachable))));
    let before = asked(&desk);
    until("a lost question", || asked(&desk) > before).await;
    desk.break_wire(None);
    let phone = desk.open_link(&code);
    let returned = desk.report(&phone, "lin", "success");
    desk.finish_link(&code, &returned);
    until("the form", || stand.has("[data-page='form'] [data-field]")).await;
    assert!(PendingHandoff::kept().is_none());
}

/// Guards against questions that nobody waits for, and against a person who comes back to a page that does not know yet.
#[wasm_bindgen_test]
async fn a_hidden_page_asks_nothing_and_asks_at_once_when_it_is_seen() {
    let (stand, desk, code) = showing().await;
    hide(true);
    clock::sleep(100).await;
    let before = asked(&desk);
    clock::sleep(3_500).await;
    assert_eq!(asked(&desk), before, "asked while hidden");
    desk.open_link(&code);
    hide(false);
    stand.until("[data-elsewhere='opened']").await;
    assert!(!stand.has("[data-code]"), "a code that no second phone can use");
    drop(stand);
    document::announce("online");
    let after = asked(&desk);
    clock::sleep(2_600).await;
    assert_eq!(asked(&desk), after, "asked although the page was left");
}

/// Guards against a code that stays in the address, the history and the next person's screenshot; and against a phone that leaves before
/// the person has said that they started it.
#[wasm_bindgen_test]
async fn a_phone_shows_who_asks_and_goes_only_when_told() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            let ticket = desk.hand_off(SERVICE, "face", &[]);
            format!("/continue#{}", desk.link(&ticket))
        })
    })
    .await;
    assert_eq!(stage::address().as_deref(), Some("/continue"));
    assert!(stand.text().contains("\u{65e0}\u{72af}\u{7f6a}\u{8bb0}\u{5f55}\u{8bc1}\u{660e}"), "what it is for: {}", stand.text());
    assert_eq!(stage::left_for(), None);
    assert_eq!(desk.calls().iter().filter(|c| c.path.starts_with("/device-links/") && c.method == Method::Post).count(), 0);
    stand.press(PRIMARY).await;
    // By the face: the camera can be tried first, as where the check was begun here.
    stand.press("[data-page='camera'] [data-action='go-on']").await;
    until("leaving for the provider", || stage::left_for().is_some_and(|to| to.contains("ticket="))).await;
    assert!(PendingLink::kept().is_some_and(|p| !p.state.is_empty()));
}

/// Guards against a phone that is signed in by what it did for a computer, and against a forged return.
#[wasm_bindgen_test]
async fn a_phone_that_is_back_is_done_and_nobody_on_it() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            let ticket = desk.hand_off(SERVICE, "face", &[]);
            let phone = desk.open_link(&desk.link(&ticket));
            desk.report(&phone, "lin", "success")
        })
    })
    .await;
    assert_eq!(desk.count(Method::Post, "/identity-sessions"), 0);
    assert_eq!(stage::address().as_deref(), Some("/continue"));
    assert!(PendingLink::kept().is_none());
    assert_eq!(desk.ask(Method::Get, "/session", &serde_json::Value::Null)["level"], "none");
    drop(stand);
    let (stand, desk) = Stand::page(|| Scene::at("/continue?session=s&state=state-of-somebody-else&code=c")).await;
    assert!(stand.has("[data-page='continue']"));
    assert!(desk.calls().iter().all(|c| !c.path.starts_with("/device-links/")), "told the backend what somebody else made up");
}
