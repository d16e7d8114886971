//! Lists that may be thousands long.

use crate::stand::Stand;
use miaoban::backend::transport::Call;
use miaoban::preview::bundle::{reply, Answered};
use miaoban::preview::scene::Scene;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

/// As many as a city has.
const SERVICES: usize = 5_228;
const THEMES: usize = 1_185;

fn many(call: &Call) -> Answered {
    let all = |count: usize, one: &dyn Fn(usize) -> Value| reply(&json!({"items": (0..count).map(one).collect::<Vec<_>>()}));
    match call.path.split('?').next()? {
        "/services" => all(SERVICES, &|n| json!({"id": format!("s{n}"), "name": format!("事项 {n}"), "agency": "某局", "icon": "id"})),
        "/themes" => all(THEMES, &|n| json!({"id": format!("t{n}"), "name": format!("我要办 {n}"), "icon": "home", "services": []})),
        "/bundles" => all(
            1_361,
            &|n| json!({"id": format!("b{n}"), "name": format!("一件事 {n}"), "audience": if n % 2 == 0 { "person" } else { "company" }, "event": format!("事 {}", n % 13)}),
        ),
        _ => None,
    }
}

/// Guards against thousands of rows for one key.
#[wasm_bindgen_test]
async fn thousands_of_hits_are_a_screenful_and_more_on_demand() {
    let (stand, _) = Stand::page(|| Scene::at("/bundles").wire(many)).await;
    assert_eq!(stand.all("[data-bundle]").len(), 20);
    assert!(stand.all("main li").len() < 60, "{} rows", stand.all("main li").len());
    stand.press("[data-action='more']").await;
    stand.settled().await;
    assert_eq!(stand.all("[data-bundle]").len(), 40);
    stand.enter("input[type='search']", "事项").await;
    stand.settled().await;
    assert_eq!(stand.all("a[href^='/services/']").len(), 20);
    assert_eq!(stand.all("[data-bundle]").len(), 0);
}

/// Guards against home's own search, which listed every hit.
#[wasm_bindgen_test]
async fn home_lists_no_more_than_a_screenful_either() {
    let (stand, _) = Stand::page(|| Scene::at("/").wire(many)).await;
    stand.enter("input[type='search']", "1").await;
    stand.settled().await;
    assert_eq!(stand.all("a[href^='/services/']").len(), 20);
    assert!(stand.all("main li").len() < 30, "{} rows", stand.all("main li").len());
}
