//! Problems that are shown, and that go when they are settled.

use crate::stand::Stand;
use miaoban::preview::scene::Scene;
use wasm_bindgen_test::wasm_bindgen_test;

/// Guards against a row that stays wrong after it was put right, or whose problem moves to the next row.
#[wasm_bindgen_test]
async fn a_problem_inside_a_row_goes_with_what_caused_it() {
    let (stand, _desk) = Stand::page(|| Scene::at("/services/company-setup/form?person=wen")).await;
    stand.press("[data-action='pages']").await;
    stand.press("[data-field='/shareholders'] .mb-repeat__add").await;
    stand.press("[data-action='primary']").await;
    stand.until("[data-field='/shareholders/0/name'][data-state='problem']").await;
    stand.enter("[data-field='/shareholders/0/name'] input", "Lin").await;
    stand.leave("[data-field='/shareholders/0/name'] input").await;
    assert!(!stand.has("[data-field='/shareholders/0/name'][data-state='problem']"), "put right, and still told");
    assert!(stand.has("[data-field='/shareholders/0/share'][data-state='problem']"), "not put right, and no longer told");
    assert!(stand.has("[data-state='problem'][data-field='/declaration']"), "elsewhere, and no longer told");
    stand.press("[data-field='/shareholders'] .mb-repeat__row .mb-iconbtn").await;
    stand.press("[data-field='/shareholders'] .mb-repeat__add").await;
    stand.settled().await;
    assert!(!stand.has("[data-field='/shareholders/0/share'][data-state='problem']"), "a new row is wrong before it was filled in");
}
