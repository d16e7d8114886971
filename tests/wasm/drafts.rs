//! What a person types: kept, saved, never overwritten.

use crate::elsewhere::hide;
use crate::stand::Stand;
use miaoban::backend::transport::Method;
use miaoban::platform::clock;
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const FORM: &str = "/services/no-criminal-record/form";
const DRAFT: &str = "/drafts/no-criminal-record";
/// A question that is asked because the purpose is another one.
const WHY: &str = "[data-field='/purpose_other'] input";

fn lin() -> Scene {
    Scene::after(|desk| {
        desk.verify("lin", SERVICE, &[]);
        desk.draft(SERVICE, &json!({"/purpose": "other"}), None);
        FORM.to_owned()
    })
}

fn saved(desk: &Desk) -> Vec<Value> {
    let puts = desk.calls().into_iter().filter(|c| c.method == Method::Put && c.path == DRAFT);
    puts.map(|c| serde_json::from_slice::<Value>(&c.body).expect("JSON")["values"].clone()).collect()
}

/// Guards against a call for every key.
#[wasm_bindgen_test]
async fn typing_is_saved_once_it_rests() {
    let (stand, desk) = Stand::page(lin).await;
    for day in ["2020-01-01", "2020-01-02", "2020-01-03"] {
        stand.enter(WHY, day).await;
        clock::sleep(50).await;
    }
    assert_eq!(saved(&desk).len(), 0, "nothing while one types");
    clock::sleep(800).await;
    assert_eq!(saved(&desk), [json!({"/purpose": "other", "/purpose_other": "2020-01-03"})]);
}

/// Guards against the last words of somebody who locks their phone: nothing else tells of that.
#[wasm_bindgen_test]
async fn what_was_typed_is_saved_at_once_when_the_page_is_hidden() {
    let (stand, desk) = Stand::page(lin).await;
    stand.enter(WHY, "2020-01-01").await;
    let before = saved(&desk).len();
    hide(true);
    // A sixth of the rest after which it would be saved anyway.
    for _ in 0..20 {
        clock::sleep(5).await;
    }
    let after = saved(&desk);
    hide(false);
    assert_eq!((before, after), (0, vec![json!({"/purpose": "other", "/purpose_other": "2020-01-01"})]));
}

/// Guards against an older save that arrives after a newer one.
#[wasm_bindgen_test]
async fn of_two_saves_the_newest_is_the_last() {
    let (stand, desk) = Stand::page(lin).await;
    desk.hold(|call| call.method == Method::Put);
    stand.enter(WHY, "2020-01-01").await;
    clock::sleep(800).await;
    stand.enter(WHY, "2021-01-01").await;
    clock::sleep(800).await;
    assert_eq!(saved(&desk).len(), 1, "one save at a time");
    desk.release();
    clock::sleep(200).await;
    let all = saved(&desk);
    assert_eq!(all.last(), Some(&json!({"/purpose": "other", "/purpose_other": "2021-01-01"})));
    assert_eq!(all.len(), 2);
}

/// Guards against a source that answers late and takes away what the person had typed.
#[wasm_bindgen_test]
async fn a_late_source_never_overwrites_what_was_typed() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            desk.draft(SERVICE, &json!({"/delivery": "email", "/email": "typed@example.com"}), None);
            desk.hold(|call| call.path.contains("/prefill/contact"));
            FORM.to_owned()
        })
    })
    .await;
    let email = "[data-field='/email'] input";
    stand.until(email).await;
    assert_eq!(stand.value(email), "typed@example.com");
    desk.release();
    stand.settled().await;
    assert_eq!(stand.value(email), "typed@example.com");
    assert!(desk.count(Method::Get, "/services/no-criminal-record/prefill/contact") == 1);
}

/// Guards against a reload that loses what was saved.
#[wasm_bindgen_test]
async fn a_reload_finds_what_was_typed() {
    let (stand, desk) = Stand::page(lin).await;
    stand.enter(WHY, "2019-05-04").await;
    clock::sleep(800).await;
    drop(stand);
    let (stand, _) = Stand::page(move || Scene::reload(desk, FORM)).await;
    stand.until(WHY).await;
    assert_eq!(stand.value(WHY), "2019-05-04");
}

/// Guards against a summary that nobody hears of, and links that lead nowhere.
#[wasm_bindgen_test]
async fn the_error_summary_takes_the_focus_and_leads_to_each_field() {
    let (stand, _) = Stand::page(lin).await;
    stand.press("[data-action='primary']").await;
    stand.until("#error-summary").await;
    clock::sleep(100).await;
    assert_eq!(stand.focused(), "error-summary");
    let links = stand.all(".mb-errors__link");
    assert!(links.len() >= 2, "why, and the way of delivery: {}", stand.text());
    for (i, link) in links.iter().enumerate() {
        let target = link.get_attribute("href").unwrap_or_default().trim_start_matches('#').to_owned();
        stand.press(&format!("li:nth-child({}) > .mb-errors__link", i + 1)).await;
        assert_eq!(stand.focused(), target, "the link to {target}");
    }
}

/// Guards against a problem that stays although it has been mended.
#[wasm_bindgen_test]
async fn a_problem_vanishes_as_one_types() {
    let (stand, _) = Stand::page(lin).await;
    stand.press("[data-action='primary']").await;
    stand.until("[data-field='/purpose_other'][data-state='problem']").await;
    stand.enter(WHY, "2020-01-01").await;
    stand.settled().await;
    assert!(stand.has("[data-field='/purpose_other'][data-state='typed']"));
}

/// Guards against answers of an earlier form that vanish without a word, and against a draft that is thrown away for one of them.
#[wasm_bindgen_test]
async fn what_a_changed_form_cannot_keep_is_told_and_the_rest_is_kept() {
    let lost = || {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            desk.draft(SERVICE, &json!({"/purpose": "unheard-of", "/old_question": "yes", "/delivery": "email"}), None);
            FORM.to_owned()
        })
    };
    let (stand, _) = Stand::page(lost).await;
    let told: Vec<String> = stand.all(".mb-notice").iter().filter_map(|notice| notice.text_content()).collect();
    assert!(told.iter().any(|text| text.contains("再填一次") && text.contains("用来做什么")), "what is asked again, by its question: {told:?}");
    assert!(told.iter().any(|text| text.contains("不需要") && text.contains("old question")), "what is gone: {told:?}");
    assert!(stand.has("[data-field='/delivery'][data-state='typed']"), "the others are back");
}
