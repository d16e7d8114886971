//! What was agreed to and what was read, on its page.

use crate::stand::Stand;
use miaoban::preview::scene::Scene;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";

/// Guards against a consent that a press withdraws without a question, and one that looks in force after it is not.
#[wasm_bindgen_test]
async fn a_consent_is_withdrawn_after_a_question_and_told_as_withdrawn() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            "/records".to_owned()
        })
    })
    .await;
    stand.press("[data-record-state='active'] [data-action='withdraw']").await;
    stand.press("[data-action='withdraw-not']").await;
    stand.settled().await;
    assert!(stand.has("[data-record-state='active']"));
    stand.press("[data-record-state='active'] [data-action='withdraw']").await;
    stand.press("[data-action='withdraw-confirm']").await;
    stand.until("[data-record-state='withdrawn']").await;
    assert!(!stand.has("[data-action='withdraw']"), "what is withdrawn cannot be withdrawn again");
    assert_eq!(desk.calls().iter().filter(|c| c.path.starts_with("/consents/")).count(), 1);
}
