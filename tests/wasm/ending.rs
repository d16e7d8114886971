//! A session that is about to end, and one that is somebody else's by now.

use crate::stand::Stand;
use miaoban::backend::transport::Method;
use miaoban::platform::{clock, stage};
use miaoban::preview::scene::Scene;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const FORM: &str = "/services/no-criminal-record/form";
const ASKED: &str = "dialog.mb-overlay[open]";

/// Guards against a session that ends in the middle of a form without a word, and against a question that does not go away.
#[wasm_bindgen_test]
async fn the_person_is_asked_before_the_session_ends_and_one_touch_prolongs_it() {
    let (stand, desk) = Stand::page(|| Scene::at("/services/no-criminal-record/form?person=lin")).await;
    assert!(!stand.has(ASKED));
    // The answers so far have been noticed.
    clock::sleep(1_200).await;
    desk.wait(28 * 60_000 + 5_000);
    stand.until(ASKED).await;
    let asked = desk.count(Method::Get, "/session");
    stand.press(&format!("{ASKED} [data-action='primary']")).await;
    for _ in 0..100 {
        if !stand.has(ASKED) {
            break;
        }
        clock::sleep(20).await;
    }
    assert!(!stand.has(ASKED), "{}", stand.text());
    assert_eq!(desk.count(Method::Get, "/session"), asked + 1);
    assert!(stand.has("[data-page='form'] [data-field='/purpose']"));
}

/// Guards against answers of one person that another one finds, and sends: a shared tablet, a forgotten tab.
#[wasm_bindgen_test]
async fn another_person_never_finds_what_the_last_one_typed() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            FORM.to_owned()
        })
    })
    .await;
    stand.press("[data-field='/delivery'] input[value='1']").await;
    stand.settled().await;
    assert_eq!(stand.find("[data-field='/delivery']").get_attribute("data-state").as_deref(), Some("typed"));
    // The form stays in memory while somebody else proves who they are.
    stand.press("[data-action='back']").await;
    stand.until("[data-page='service']").await;
    desk.ask(Method::Delete, "/session", &json!({}));
    desk.sign_in("tang");
    let ticket = desk.hand_off(SERVICE, "face", &[]);
    stage::set_address(&desk.report(&ticket, "tang", "success"));
    miaoban::platform::document::announce("popstate");
    stand.until("[data-page='form'] [data-field='/delivery']").await;
    stand.settled().await;
    assert_eq!(stand.find("[data-field='/delivery']").get_attribute("data-state").as_deref(), Some("empty"));
}
