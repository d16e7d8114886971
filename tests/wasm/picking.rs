//! Which of several certificates: picked from cards, and what it says is filled in.

use crate::stand::Stand;
use miaoban::platform::clock;
use miaoban::preview::scene::Scene;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "company-setup";
const PART: &str = "/services/company-setup/form/address";
const FIELD: &str = "[data-field='/property_number']";

async fn owner() -> (Stand, std::rc::Rc<miaoban::preview::desk::Desk>) {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("wen", SERVICE, &[]);
            desk.draft(SERVICE, &json!({"/address_kind": "own"}), None);
            PART.to_owned()
        })
    })
    .await;
    stand.until(FIELD).await;
    (stand, desk)
}

fn address(stand: &Stand) -> String {
    stand.find("[data-field='/address']").inner_text()
}

/// Guards against values of a certificate that is not picked any more, and against a picker that vanishes once something is picked.
#[wasm_bindgen_test]
async fn the_picked_certificate_fills_the_form_and_another_takes_its_place() {
    let (stand, _) = owner().await;
    assert_eq!(stand.all(&format!("{FIELD} input[type=radio]")).len(), 3);
    assert_eq!(stand.find("[data-field='/address']").get_attribute("data-state").as_deref(), Some("empty"));
    stand.press(&format!("{FIELD} input[value='1']")).await;
    stand.settled().await;
    assert_eq!(stand.find(FIELD).get_attribute("data-source").as_deref(), Some("property"));
    assert!(!stand.has(".mb-asked [data-field='/address']"), "what a certificate fills is asked all the same");
    stand.press(&format!("{FIELD} input[value='other']")).await;
    stand.settled().await;
    assert_eq!(stand.find(".mb-asked [data-field='/address']").get_attribute("data-state").as_deref(), Some("empty"), "{}", address(&stand));
    stand.enter(&format!("{FIELD} input[type=text]"), "X-1").await;
    stand.leave(&format!("{FIELD} input[type=text]")).await;
    assert_eq!(stand.find(FIELD).get_attribute("data-state").as_deref(), Some("typed"));
}

/// Guards against a pick that a reload forgets.
#[wasm_bindgen_test]
async fn a_pick_survives_a_reload() {
    let (stand, desk) = owner().await;
    stand.press(&format!("{FIELD} input[value='1']")).await;
    clock::sleep(1500).await;
    drop(stand);
    let (stand, _) = Stand::page(move || Scene::reload(desk, "/services/company-setup/form")).await;
    stand.until("[data-source-card='property']").await;
    stand.settled().await;
    let card = stand.find("[data-source-card='property']");
    assert!(card.inner_text().contains("锦绣西路"), "{}", card.inner_text());
}
