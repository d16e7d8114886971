//! A guardian's consent, on both pages.

use crate::stand::Stand;
use miaoban::backend::transport::Method;
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const PRIMARY: &str = "[data-page='guardian'] [data-action='primary']";

/// A child's check that ended for want of a guardian, seen on the child's device.
fn child() -> Scene {
    Scene::after(|desk| {
        let ticket = desk.hand_off(SERVICE, "face", &[]);
        desk.report(&ticket, "xiaoyu", "success")
    })
}

/// The code of a child who asks.
fn asked(desk: &Desk) -> String {
    desk.ask_guardian("xiaoyu", SERVICE)
}

/// Guards against a child who is left without a way on, and one who never hears what came of it.
#[wasm_bindgen_test]
async fn the_child_asks_and_hears_of_the_answer() {
    let (stand, desk) = Stand::page(child).await;
    stand.press("[data-page='handoff'] [data-action='primary']").await;
    stand.until("[data-guardian='waiting'] [data-code]").await;
    let code = stand.find("[data-code]").inner_text().replace('-', "");
    desk.wait(61_000);
    desk.verify("lin", "car-quota-extension", &[]);
    desk.ask(Method::Post, &format!("/guardian-asks/{code}/agree"), &json!({"face": true}));
    stand.until("[data-guardian='agreed']").await;
    stand.until("[data-page='handoff'] a[data-action='primary']").await;
}

/// Guards against a face that is agreed to without the box, and an answer that is sent twice.
#[wasm_bindgen_test]
async fn a_guardian_agrees_with_the_box_and_once() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            let code = asked(desk);
            desk.verify("lin", "car-quota-extension", &[]);
            format!("/guardian#{code}")
        })
    })
    .await;
    stand.until(".mb-separate").await;
    assert!(stand.text().contains("周**"), "{}", stand.text());
    stand.press(PRIMARY).await;
    stand.settled().await;
    let agreed = |desk: &Desk| desk.calls().iter().filter(|c| c.path.ends_with("/agree")).count();
    assert_eq!(agreed(&desk), 0);
    stand.press(".mb-separate input[type='checkbox']").await;
    stand.press(PRIMARY).await;
    stand.press(PRIMARY).await;
    stand.until("[data-page='guardian'] .mb-failed--good").await;
    assert_eq!(agreed(&desk), 1);
}

/// Guards against a guardian who came by face, or by their device, and is asked to prove who they are for ever.
#[wasm_bindgen_test]
async fn a_guardian_who_is_known_more_surely_than_needed_may_answer() {
    let (stand, _) = Stand::page(|| {
        Scene::after(|desk| {
            let code = asked(desk);
            desk.sign_in_surely("lin");
            format!("/guardian#{code}")
        })
    })
    .await;
    stand.until(".mb-separate").await;
    assert!(stand.has("[data-page='guardian'] [data-action='refuse']"));
}

/// Guards against somebody who is not known and could agree, and a code that gets lost on the way to the identity check.
#[wasm_bindgen_test]
async fn whoever_is_not_known_proves_who_they_are_first() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            let code = asked(desk);
            format!("/guardian#{code}")
        })
    })
    .await;
    assert!(!stand.has(".mb-separate"));
    stand.press(PRIMARY).await;
    stand.until("[data-page='consent']").await;
    stand.settled().await;
    assert!(!stand.has("[data-consent]"), "nothing of the guardian's own is read");
    stand.press("input[type='radio'][value='sms']").await;
    stand.press("[data-page='consent'] [data-action='primary']").await;
    stand.until("[data-page='handoff']").await;
    let pending = miaoban::state::handoff::PendingHandoff::kept().expect("a check under way");
    assert!(pending.for_other && pending.asked.is_some_and(|asked| asked.code.len() == 8 && !asked.share));
    assert_eq!(desk.count(Method::Post, "/consents"), 1);
}
