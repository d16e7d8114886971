//! Language, size and theme: switched anywhere, and nothing is lost.

use crate::stand::Stand;
use leptos::prelude::GetUntracked;
use miaoban::preview::scene::Scene;
use miaoban::state::locale::{TextSize, Theme};
use miaoban::words::Lang;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const WHY: &str = "[data-field='/purpose_other'] input";

/// Guards against a switch of language that redraws the form and loses what was typed, saved or not.
#[wasm_bindgen_test]
async fn switching_the_language_loses_nothing_typed() {
    let (stand, _) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            desk.draft(SERVICE, &json!({"/purpose": "other"}), None);
            "/services/no-criminal-record/form".to_owned()
        })
    })
    .await;
    stand.press("[data-field='/delivery'] input[id$='-1']").await;
    stand.enter(WHY, "2020-02-29").await;
    let before = stand.find("[data-field='/purpose_other'] label").inner_text();
    stand.press("[data-action='display']").await;
    stand.press("dialog input[type='radio'][value='en']").await;
    for _ in 0..20 {
        stand.settled().await;
        if stand.find("[data-field='/purpose_other'] label").inner_text() != before {
            break;
        }
    }
    assert_eq!(stand.locale.lang.try_get_untracked(), Some(Lang::En));
    assert_ne!(stand.find("[data-field='/purpose_other'] label").inner_text(), before, "the label is told in the new language");
    assert_eq!(stand.value(WHY), "2020-02-29");
    assert!(stand.has("[data-field='/delivery'] input[id$='-1']:checked"));
    assert!(!stand.find("main").inner_text().contains("\u{8bf7}\u{5199}\u{660e}"), "a label is left in Chinese");
}

/// Guards against a menu that changes nothing but itself.
#[wasm_bindgen_test]
async fn the_menu_sets_size_and_theme() {
    let (stand, _) = Stand::page(|| Scene::at("/services/no-criminal-record")).await;
    stand.press("[data-action='display']").await;
    stand.press("dialog input[role='switch']").await;
    stand.press("dialog input[type='radio'][value='dark']").await;
    stand.settled().await;
    assert_eq!(stand.locale.size.try_get_untracked(), Some(TextSize::Elder));
    assert_eq!(stand.locale.theme.try_get_untracked(), Some(Theme::Dark));
}

/// Guards against a search that waits for Enter, and one that a language without pinyin breaks.
#[wasm_bindgen_test]
async fn search_answers_while_typing_and_comes_back_from_nothing() {
    let (stand, _) = Stand::page(|| Scene::at("/")).await;
    let rows = |stand: &Stand| stand.all("main a[href^='/services/']").len();
    stand.enter("input[type='search']", "zzzz").await;
    stand.settled().await;
    assert_eq!(rows(&stand), 0);
    stand.enter("input[type='search']", "wfz").await;
    stand.settled().await;
    assert_eq!(rows(&stand), 1, "by the initials of its pinyin: {}", stand.text());
    stand.enter("input[type='search']", "").await;
    stand.settled().await;
    assert!(rows(&stand) >= 4);
}
