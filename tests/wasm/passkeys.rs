//! This device as a way to prove who one is: offered only where it can, and nothing is lost when it gives no answer.

use crate::stand::Stand;
use miaoban::backend::transport::{Method, TransportError};
use miaoban::platform::passkey::PasskeyFault;
use miaoban::platform::{stage, storage};
use miaoban::preview::desk::Desk;
use miaoban::preview::device;
use miaoban::preview::scene::Scene;
use miaoban::state::handoff::PendingHandoff;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const CONSENT: &str = "/services/no-criminal-record/consent";
const PRIMARY: &str = "[data-action='primary']";
const START: &str = "[data-page='handoff'] [data-action='primary']";

/// The check by a device that lin has enrolled, opened by a stranger.
async fn asked() -> (Stand, Rc<Desk>) {
    Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            device::enrolled(desk);
            desk.sign_out();
            desk.hand_off(SERVICE, "device", &[]);
            "/handoff".to_owned()
        })
    })
    .await
}

/// Guards against a way that leads nowhere on this device, and against one that is missing where it works.
#[wasm_bindgen_test]
async fn the_device_is_offered_only_where_it_can_check_its_owner() {
    let (stand, _) = Stand::page(|| Scene::at(CONSENT)).await;
    assert!(stand.has("input[value='sms']") && !stand.has("input[value='device']"));
    drop(stand);
    let (stand, _) = Stand::page(|| {
        Scene::after(|_| {
            device::willing();
            CONSENT.to_owned()
        })
    })
    .await;
    stand.press("input[type='radio'][value='device']").await;
    stand.press("[data-page='consent'] [data-action='primary']").await;
    stand.until(START).await;
    assert_eq!(stage::left_for(), None, "it is answered in the app");
}

/// Guards against an enrolled person who cannot come back, or for whom it takes more than one press.
#[wasm_bindgen_test]
async fn one_press_opens_the_form() {
    let (stand, desk) = asked().await;
    stand.press(START).await;
    stand.until("[data-page='form'] [data-field]").await;
    assert!(PendingHandoff::kept().is_none());
    let confirm = desk.calls().into_iter().find(|c| c.path.ends_with("/confirm")).expect("a proof was sent");
    assert_eq!(confirm.method, Method::Post);
}

/// Guards against a dead end after a cancelled prompt, and against a focus that is lost with the button.
#[wasm_bindgen_test]
async fn who_cancels_can_try_again_or_choose_another_way() {
    let (stand, desk) = asked().await;
    device::unwilling(PasskeyFault::NotDone);
    stand.press(START).await;
    stand.until(".mb-notice--wait[role='status']").await;
    assert_eq!(desk.calls().iter().filter(|c| c.path.ends_with("/confirm")).count(), 0);
    assert!(stand.has(START) && stand.has("[data-action='another-way']"));
    assert!(PendingHandoff::kept().is_some(), "the check is still under way");
}

/// Guards against a second press that proves a challenge which is used up, and against a page drawn anew under the finger.
#[wasm_bindgen_test]
async fn after_a_refused_proof_the_same_button_proves_another_challenge() {
    let (stand, desk) = asked().await;
    // Another device, which nobody has enrolled.
    let stranger = miaoban::demo::authenticator::Authenticator::new(9, &miaoban::platform::address::origin()).expect("a device");
    stage::set_device(stage::Device::Willing(stranger));
    let button = stand.until(START).await;
    stand.press(START).await;
    stand.until(".mb-notice--bad").await;
    stand.settled().await;
    assert!(button.is_connected(), "the button that has the focus stays");
    stand.press(START).await;
    stand.settled().await;
    let sent: Vec<Vec<u8>> = desk.calls().into_iter().filter(|c| c.path.ends_with("/confirm")).map(|c| c.body).collect();
    assert_eq!(sent.len(), 2);
    assert_ne!(sent[0], sent[1]);
}

/// Guards against a lost answer that ends the check.
#[wasm_bindgen_test]
async fn without_a_network_the_question_stays() {
    let (stand, desk) = asked().await;
    desk.break_wire(Some(|call| call.path.ends_with("/confirm").then_some(Err(TransportError::Unreachable))));
    stand.press(START).await;
    stand.until(".mb-notice--bad").await;
    desk.break_wire(None);
    stand.press(START).await;
    stand.until("[data-page='form'] [data-field]").await;
}

/// Guards against nagging: whoever said no, or yes, is not asked again on this device, and nothing personal is kept of it.
#[wasm_bindgen_test]
async fn the_offer_is_made_once() {
    let decision = || {
        Scene::after(|_| {
            device::willing();
            "/applications/demo-lin-approved?person=lin".to_owned()
        })
    };
    let (stand, desk) = Stand::page(decision).await;
    stand.press("[data-action='enrol-not']").await;
    stand.settled().await;
    assert!(!stand.has("[data-action='enrol']"));
    assert_eq!(stand.focused(), "passkey-offer");
    assert_eq!(storage::kept("miaoban.passkey").as_deref(), Some("no"));
    drop(stand);
    let again = desk.clone();
    let (stand, _) = Stand::page(move || Scene::reload(again, "/applications/demo-lin-approved")).await;
    assert!(stand.has("[data-page='decision'] .mb-card") && !stand.has("[data-action='enrol']"));
    drop(stand);
    let (stand, desk) = Stand::page(decision).await;
    stand.press("[data-action='enrol']").await;
    stand.until("[data-action='passkeys']").await;
    assert_eq!(desk.count(Method::Post, "/passkeys"), 1);
    assert_eq!(storage::kept("miaoban.passkey").as_deref(), Some("yes"));
}

/// Guards against a lost phone that stays enrolled, and against one removed by a slip.
#[wasm_bindgen_test]
async fn a_device_is_removed_after_a_question() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            device::enrolled(desk);
            "/passkeys".to_owned()
        })
    })
    .await;
    stand.press("[data-passkey] [data-action='delete']").await;
    stand.press("[data-action='delete-not']").await;
    stand.settled().await;
    assert!(stand.has("[data-passkey]"));
    stand.press("[data-passkey] [data-action='delete']").await;
    stand.press("[data-action='delete-confirm']").await;
    stand.until(".mb-empty").await;
    assert_eq!(desk.calls().iter().filter(|c| c.method == Method::Delete).count(), 1);
    assert!(stand.has(PRIMARY), "it can be set up again");
}
