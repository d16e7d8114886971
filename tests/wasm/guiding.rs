//! The guide of a bundle, one question a page, and the plan that comes of it.

use crate::stand::Stand;
use miaoban::backend::transport::{Call, Method, Reply};
use miaoban::platform::stage;
use miaoban::preview::bundle::{answer, answer_with, Answered};
use miaoban::preview::scene::Scene;
use serde_json::{json, Value};
use wasm_bindgen_test::wasm_bindgen_test;

const BUNDLE: &str = "home-transfer";
const GUIDE: &str = "/bundles/home-transfer/guide";
const PLAN: &str = "[data-page='plan'] [data-answer]";
const DRAFT: &str = "/drafts/bundle%3Ahome-transfer";
const YES: &str = ".mb-option__input[value='yes']";
const NO: &str = ".mb-option__input[value='no']";
const GO: &str = "[data-action='primary']";

fn nothing_known(call: &Call) -> Answered {
    answer(call, BUNDLE, &[])
}

fn all_known(call: &Call) -> Answered {
    let known = ["water", "power", "piped_gas", "gas"].map(|question| (question, json!(true)));
    answer(call, BUNDLE, &[known.as_slice(), &[("transferred", json!(false))]].concat())
}

/// Answers the question of this page and goes on.
async fn say(stand: &Stand, option: &str) {
    stand.press(option).await;
    stand.settled().await;
    stand.press(GO).await;
    stand.settled().await;
}

fn address() -> String {
    stage::address().unwrap_or_default()
}

/// Guards against questions that a register has answered, or that do not say where their answers are from.
#[wasm_bindgen_test]
async fn what_is_known_is_not_asked_and_says_where_it_is_from() {
    let (stand, _) = Stand::page(|| Scene::at(GUIDE).wire(|call| answer(call, BUNDLE, &[("transferred", json!(true))]))).await;
    assert_eq!(address(), format!("{GUIDE}/water"), "the first question is known");
    assert!(stand.text().contains("第 1 个问题，共 3 个"), "{}", stand.text());
    assert!(stand.find("[data-answer='transferred']").inner_text().contains("来自：居民身份证"));
    stand.press("[data-answer='transferred'] [data-action='change']").await;
    stand.settled().await;
    assert_eq!(address(), format!("{GUIDE}/transferred"));
    assert!(stand.has(&format!("{YES}:checked")), "what is known is not shown as the answer");
    say(&stand, NO).await;
    assert_eq!(address(), format!("{GUIDE}/water"));
    assert!(!stand.has("[data-answer='transferred']"), "what the person has changed is still called known");
}

/// Guards against answers that Back loses, and a way on without an answer.
#[wasm_bindgen_test]
async fn back_goes_to_the_question_before_and_keeps_every_answer() {
    let (stand, _) = Stand::page(|| Scene::at(GUIDE).wire(nothing_known)).await;
    stand.press(GO).await;
    stand.settled().await;
    assert_eq!(address(), format!("{GUIDE}/transferred"), "went on without an answer");
    assert!(stand.text().contains("请选一个答案"));
    say(&stand, NO).await;
    stand.press(YES).await;
    stand.settled().await;
    stand.press("[data-action='back']").await;
    stand.settled().await;
    assert_eq!(address(), format!("{GUIDE}/transferred"));
    stand.until(&format!("{NO}:checked")).await;
    stand.press(GO).await;
    stand.settled().await;
    assert!(stand.has(&format!("{YES}:checked")), "the second answer is gone");
}

/// Guards against an address that skips what is not answered, after a reload or from a friend.
#[wasm_bindgen_test]
async fn an_address_further_on_shows_the_first_open_question() {
    let (stand, _) = Stand::page(|| Scene::at("/bundles/home-transfer/guide/power").wire(nothing_known)).await;
    stand.until(YES).await;
    assert_eq!(address(), format!("{GUIDE}/transferred"));
    drop(stand);
    let (stand, _) = Stand::page(|| Scene::at("/bundles/home-transfer/plan").wire(nothing_known)).await;
    stand.until(YES).await;
    assert_eq!(address(), format!("{GUIDE}/transferred"), "a plan without answers");
}

/// Guards against a plan that changes without a word, or without those who listen.
#[wasm_bindgen_test]
async fn a_changed_answer_leads_back_to_a_plan_that_says_what_came_and_went() {
    let (stand, _) = Stand::page(|| Scene::at(GUIDE).wire(all_known)).await;
    stand.until(PLAN).await;
    assert!(stand.has("[data-plan-service='power-transfer'][data-plan-state='included']"));
    assert_eq!(stand.find("[role='status']").inner_text().trim(), "", "nothing has changed yet");
    stand.press("[data-answer='power'] [data-action='change']").await;
    stand.settled().await;
    say(&stand, NO).await;
    stand.until(PLAN).await;
    stand.settled().await;
    assert!(stand.has("[data-plan-service='power-transfer'][data-plan-state='left-out'] .mb-tag"), "what went is not marked");
    let told = stand.find("[data-page='plan'] [role='status']").inner_text();
    assert!(told.contains("去掉：") && !told.contains("加入："), "{told}");
    stand.press("[data-answer='power'] [data-action='change']").await;
    stand.settled().await;
    say(&stand, YES).await;
    stand.until("[data-plan-service='power-transfer'][data-plan-state='included'] .mb-tag").await;
    stand.settled().await;
    assert!(stand.find("[data-page='plan'] [role='status']").inner_text().contains("加入："));
}

/// Guards against a guide over a definition that waits for itself, and a plan for it.
#[wasm_bindgen_test]
async fn a_broken_definition_is_told_with_its_place() {
    for page in ["guide", "plan"] {
        let address = format!("/bundles/home-transfer/{page}");
        let (stand, _) = Stand::page(move || {
            Scene::at(&address).wire(|call| answer_with(call, BUNDLE, &[], |defined| defined["services"][0]["after"] = json!([{"service": "water-transfer"}])))
        })
        .await;
        assert!(stand.until(".mb-code").await.inner_text().contains("/services/"), "{}", stand.text());
        assert!(!stand.has(GO), "there is nothing to go on with");
    }
}

fn reply(status: u16, body: &Value) -> Answered {
    let headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
    Some(Ok(Reply { status, headers, body: body.to_string().into_bytes() }))
}

fn with_draft(call: &Call) -> Answered {
    if call.path != DRAFT {
        return nothing_known(call);
    }
    let draft = json!({"form_version": "7", "values": {"/water-transfer/name": "x"}, "submission_key": "key-1", "answers": {"transferred": true}});
    reply(200, &draft)
}

/// Guards against a guide that begins anew what was answered before, and a draft that it overwrites.
#[wasm_bindgen_test]
async fn the_draft_is_where_the_guide_goes_on_and_keeps_what_else_it_holds() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", "no-criminal-record", &[]);
            GUIDE.to_owned()
        })
        .wire(with_draft)
    })
    .await;
    stand.until(YES).await;
    assert_eq!(address(), format!("{GUIDE}/water"), "the first question was answered before");
    stand.press(YES).await;
    stand.settled().await;
    let saved = desk.calls().into_iter().rfind(|c| c.method == Method::Put && c.path == DRAFT).expect("a saved draft");
    let saved: Value = serde_json::from_slice(&saved.body).expect("JSON");
    assert_eq!(saved["answers"], json!({"transferred": true, "water": true}));
    assert_eq!((&saved["form_version"], &saved["submission_key"]), (&json!("7"), &json!("key-1")));
    assert_eq!(saved["values"], json!({"/water-transfer/name": "x"}));
}
