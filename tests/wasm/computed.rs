//! Computed fields on the page.

use crate::stand::Stand;
use miaoban::preview::scene::Scene;
use wasm_bindgen_test::wasm_bindgen_test;

const TOTAL: &str = "[data-field='/share_total']";

/// Guards against a sum that lags behind its rows or can be typed into.
#[wasm_bindgen_test]
async fn a_sum_follows_the_rows_that_it_is_made_of() {
    let (stand, _desk) = Stand::page(|| Scene::at("/services/company-setup/form/shareholders?person=wen")).await;
    stand.until(TOTAL).await;
    for _ in 0..2 {
        stand.press("[data-field='/shareholders'] .mb-repeat__add").await;
    }
    stand.enter("[data-field='/shareholders/0/share'] input", "62.5").await;
    stand.enter("[data-field='/shareholders/1/share'] input", "37.5").await;
    stand.settled().await;
    assert_eq!(stand.find(&format!("{TOTAL} output")).inner_text(), "100");
    assert_eq!(stand.find(TOTAL).get_attribute("data-state").as_deref(), Some("computed"));
    assert!(!stand.has(&format!("{TOTAL} input")));
    stand.press("[data-field='/shareholders'] .mb-repeat__row .mb-iconbtn").await;
    stand.settled().await;
    assert_eq!(stand.find(&format!("{TOTAL} output")).inner_text(), "37.5");
}
