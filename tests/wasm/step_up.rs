//! One more check before a submission, and the password of the account: asked when it matters, declined without a loss, passed by the owner alone.

use crate::stand::Stand;
use miaoban::backend::transport::{header, Call, Method, TransportError};
use miaoban::platform::passkey::PasskeyFault;
use miaoban::preview::desk::Desk;
use miaoban::preview::device;
use miaoban::preview::scene::Scene;
use miaoban::state::handoff::PendingHandoff;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "senior-allowance";
const REVIEW: &str = "/services/senior-allowance/review";
const SUBMIT: &str = "[data-page='review'] [data-action='primary']";
const CONFIRM: &str = "[data-page='handoff'] [data-action='primary']";

fn answered(desk: &Desk) {
    desk.verify("he", SERVICE, &[]);
    draft(desk);
}

fn draft(desk: &Desk) {
    desk.draft(SERVICE, &json!({"/helped": false, "/certification": "face", "/declaration": true}), None);
}

fn by_sms(prepare: fn(&Desk)) -> Scene {
    Scene::after(move |desk| {
        prepare(desk);
        answered(desk);
        REVIEW.to_owned()
    })
}

fn is_submission(call: &Call) -> bool {
    call.method == Method::Post && call.path == "/applications"
}

fn keys(desk: &Desk) -> Vec<String> {
    desk.calls().iter().filter(|c| is_submission(c)).map(|c| header(&c.headers, "Idempotency-Key").unwrap_or_default().to_owned()).collect()
}

fn level(desk: &Desk) -> Value {
    desk.ask(Method::Get, "/session", &Value::Null)["level"].clone()
}

fn with_device(desk: &Desk) {
    desk.sign_in_surely("he");
    device::enrolled(desk);
    desk.sign_out();
}

/// Guards against asking before it matters, against a review that a "no" has changed, and against a key that a refusal has cost.
#[wasm_bindgen_test]
async fn whoever_is_not_sure_enough_is_told_beforehand_asked_at_the_submission_and_may_say_no() {
    let (stand, desk) = Stand::page(|| by_sms(|_| {})).await;
    stand.until(".mb-notice--info").await;
    assert!(stand.text().contains("提交时要再确认一次"), "{}", stand.text());
    assert!(!stand.has("dialog[open]"));
    stand.press(SUBMIT).await;
    stand.until("dialog[open] input[value='face']").await;
    let offered: Vec<String> = stand.all("dialog[open] input[type='radio']").iter().filter_map(|e| e.get_attribute("value")).collect();
    assert_eq!(offered, ["face", "window"], "a way that does not reach it, or no way but a face");
    // A face needs its own consent, here as well.
    stand.press("dialog input[value='face']").await;
    stand.press("[data-action='step-up']").await;
    stand.until("dialog[open] .mb-problem").await;
    assert_eq!(desk.count(Method::Post, "/identity-sessions"), 0);
    stand.press("[data-action='step-up-not']").await;
    stand.settled().await;
    assert!(!stand.has("dialog[open]"));
    assert!(!stand.has(".mb-notice--bad") && !stand.has(".mb-failed"), "{}", stand.text());
    stand.press(SUBMIT).await;
    stand.until("dialog[open]").await;
    let keys = keys(&desk);
    assert_eq!(keys.len(), 2);
    assert_eq!(keys.first(), keys.last(), "another key after a refusal that found nothing wrong");
}

/// Guards against asking somebody who has proved enough already, even for what would be asked.
#[wasm_bindgen_test]
async fn whoever_is_sure_enough_is_asked_nothing() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.ask(Method::Post, "/demo/session", &json!({"person": "he", "level": "strong", "consent_for": SERVICE}));
            draft(desk);
            REVIEW.to_owned()
        })
    })
    .await;
    assert!(!stand.has(".mb-notice"), "{}", stand.text());
    stand.press(SUBMIT).await;
    stand.until("[data-page='decision']").await;
    assert_eq!(keys(&desk).len(), 1);
    assert_eq!(desk.count(Method::Get, "/services/senior-allowance/consent-terms"), 0);
}

/// Guards against a one-touch confirmation that takes more, and against one that submits something else.
#[wasm_bindgen_test]
async fn this_device_confirms_and_submits_by_one_touch() {
    let (stand, desk) = Stand::page(|| by_sms(with_device)).await;
    stand.press(SUBMIT).await;
    stand.press("[data-action='step-up-device']").await;
    stand.until("[data-page='decision']").await;
    let keys = keys(&desk);
    assert_eq!(keys.len(), 2);
    assert_eq!(keys.first(), keys.last());
    assert_eq!(level(&desk), "strong");
}

/// Guards against a prompt given up that submits, closes the question, or leaves no other way.
#[wasm_bindgen_test]
async fn a_device_that_does_not_confirm_leaves_the_question_open() {
    let (stand, desk) = Stand::page(|| by_sms(with_device)).await;
    stand.press(SUBMIT).await;
    stand.until("[data-action='step-up-device']").await;
    device::unwilling(PasskeyFault::NotDone);
    stand.press("[data-action='step-up-device']").await;
    stand.until("dialog[open] .mb-notice--wait").await;
    assert!(stand.has("dialog[open] input[value='face']"));
    assert_eq!((keys(&desk).len(), level(&desk)), (1, json!("verified")));
}

/// Guards against a return that submits what nobody has looked at since it was read again, and against one that loses what was typed.
#[wasm_bindgen_test]
async fn back_from_the_provider_the_review_is_ready_and_submits_when_the_person_does() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            answered(desk);
            let ticket = desk.step_up(SERVICE, REVIEW);
            desk.report(&ticket, "he", "success")
        })
    })
    .await;
    stand.until("[data-page='review'] .mb-notice--good").await;
    assert!(PendingHandoff::kept().is_none());
    assert!(keys(&desk).is_empty(), "it submitted by itself");
    assert_eq!(stand.find("[data-field='/helped']").get_attribute("data-state").as_deref(), Some("answered"));
    stand.press(SUBMIT).await;
    stand.until("[data-page='decision']").await;
}

/// Guards against an application that becomes somebody else's, and against anything of either on the other's screen.
#[wasm_bindgen_test]
async fn somebody_else_s_check_is_refused_in_words_and_leads_back_to_the_owner_s_review() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            answered(desk);
            let ticket = desk.step_up(SERVICE, REVIEW);
            desk.report(&ticket, "tang", "success")
        })
    })
    .await;
    stand.until("[data-page='handoff'] .mb-failed").await;
    assert!(stand.text().contains("不是正在办理的人"), "{}", stand.text());
    assert!(!stand.text().contains('唐') && !stand.text().contains('何'));
    assert_eq!(stand.find(CONFIRM).get_attribute("href").as_deref(), Some(REVIEW));
    assert_eq!(level(&desk), "verified");
    stand.press(CONFIRM).await;
    stand.until("[data-page='review'] [data-field='/helped']").await;
}

async fn by_password() -> (Stand, std::rc::Rc<Desk>) {
    Stand::page(|| {
        Scene::after(|desk| {
            desk.sign_in("lin");
            desk.hand_off("no-criminal-record", "password", &[]);
            "/handoff".to_owned()
        })
    })
    .await
}

/// Guards against a password that stays on the page after it was sent, against an account name that does not, and against controls that no
/// password manager knows.
#[wasm_bindgen_test]
async fn a_wrong_password_is_told_and_gone_and_the_right_one_opens_the_form() {
    let (stand, desk) = by_password().await;
    stand.press(CONFIRM).await;
    stand.until("[data-field='/account'][data-state='problem']").await;
    assert_eq!(desk.calls().iter().filter(|c| c.path.ends_with("/confirm")).count(), 0, "nothing was typed");
    let attribute = |id: &str, name: &str| stand.find(id).get_attribute(name).unwrap_or_default();
    assert_eq!((attribute("#account", "autocomplete"), attribute("#password", "autocomplete")), ("username".to_owned(), "current-password".to_owned()));
    stand.enter("#account", "lin").await;
    stand.enter("#password", "guess").await;
    stand.press("[data-action='show']").await;
    stand.until("#password[type='text']").await;
    stand.press(CONFIRM).await;
    stand.until("[data-field='/password'][data-state='problem']").await;
    stand.until("#password[type='password']").await;
    assert_eq!((stand.value("#account"), stand.value("#password")), ("lin".to_owned(), String::new()));
    stand.enter("#password", "Demo-2026-miaoban").await;
    stand.press(CONFIRM).await;
    stand.until("[data-page='form'] [data-field]").await;
}

/// Guards against an account name that is gone when the network is, and against a password that is sent again by itself.
#[wasm_bindgen_test]
async fn a_lost_answer_costs_the_password_alone() {
    let (stand, desk) = by_password().await;
    desk.break_wire(Some(|call| call.path.ends_with("/confirm").then_some(Err(TransportError::Unreachable))));
    stand.enter("#account", "lin").await;
    stand.enter("#password", "Demo-2026-miaoban").await;
    stand.press(CONFIRM).await;
    stand.until(".mb-notice--bad").await;
    assert_eq!((stand.value("#account"), stand.value("#password")), ("lin".to_owned(), String::new()));
    assert_eq!(desk.calls().iter().filter(|c| c.path.ends_with("/confirm")).count(), 1);
}

fn decided(level: &'static str) -> Scene {
    Scene::after(move |desk| {
        desk.ask(Method::Post, "/demo/session", &json!({"person": "lin", "level": level}));
        "/applications/demo-lin-approved".to_owned()
    })
}

/// Guards against a masked number that is on the page before it is asked for, or stays there when the person hides it.
#[wasm_bindgen_test]
async fn a_masked_number_is_shown_when_asked_for_and_hidden_again() {
    let (stand, desk) = Stand::page(|| decided("strong")).await;
    stand.press("[data-action='document']").await;
    stand.until("[data-document]").await;
    assert!(stand.text().contains("440304********3128") && !stand.text().contains("440304199207163128"), "{}", stand.text());
    assert_eq!(desk.count(Method::Get, "/applications/demo-lin-approved/document"), 0);
    stand.press("[data-action='reveal']").await;
    until_text(&stand, "440304199207163128", true).await;
    stand.press("[data-action='reveal']").await;
    until_text(&stand, "440304199207163128", false).await;
    // Folding the sheet forgets it as well.
    stand.press("[data-action='reveal']").await;
    until_text(&stand, "440304199207163128", true).await;
    stand.press("[data-action='document']").await;
    stand.settled().await;
    stand.press("[data-action='document']").await;
    stand.until("[data-document]").await;
    assert!(!stand.text().contains("440304199207163128"));
}

/// Guards against a step-up that leads anywhere else than back to the number that was wanted.
#[wasm_bindgen_test]
async fn a_masked_number_is_shown_after_one_touch_and_refused_without() {
    let (stand, _desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.sign_in_surely("lin");
            device::enrolled(desk);
            desk.ask(Method::Post, "/demo/session", &json!({"person": "lin", "level": "verified"}));
            "/applications/demo-lin-approved".to_owned()
        })
    })
    .await;
    stand.press("[data-action='document']").await;
    stand.press("[data-action='reveal']").await;
    stand.until("dialog[open] [data-action='step-up-device']").await;
    assert!(!stand.text().contains("440304199207163128"));
    stand.press("[data-action='step-up-device']").await;
    until_text(&stand, "440304199207163128", true).await;
}

async fn until_text(stand: &Stand, text: &str, there: bool) {
    for _ in 0..500 {
        if stand.text().contains(text) == there {
            return;
        }
        miaoban::platform::clock::sleep(20).await;
    }
    panic!("{text} {there}: {}", stand.text());
}
