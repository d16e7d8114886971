//! A session by bearer token ends with its page: the person proves anew who they are, and goes on where they were.

use crate::stand::Stand;
use miaoban::backend::transport::{header, Method};
use miaoban::model::session::Carrying;
use miaoban::platform::{clock, stage};
use miaoban::preview::scene::Scene;
use wasm_bindgen_test::wasm_bindgen_test;

const FORM: &str = "/services/no-criminal-record/form";
const PURPOSE: &str = "[data-field='/purpose'] select";
const WHY: &str = "[data-field='/purpose_other'] input";
const OTHER: &str = "6";
const PRIMARY: &str = "[data-action='primary']";

/// Guards against a reload that loses answers or the place, and against a token that outlives its page.
#[wasm_bindgen_test]
async fn after_a_reload_the_person_proves_anew_and_goes_on_at_the_same_field() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.carry(Carrying::Bearer);
            format!("{FORM}?person=lin")
        })
    })
    .await;
    stand.enter(PURPOSE, OTHER).await;
    stand.enter(WHY, "2019-05-04").await;
    stand.find(WHY).focus().expect("to focus");
    clock::sleep(900).await;
    drop(stand);
    let before = desk.calls().len();
    let again = desk.clone();
    let (stand, _) = Stand::page(move || Scene::reload(again, FORM)).await;
    stand.until("[data-page='form']").await;
    assert!(stand.text().contains("回到刚才填的地方"), "{}", stand.text());
    let calls = desk.calls().split_off(before);
    assert!(!calls.is_empty() && calls.iter().all(|c| header(&c.headers, "Authorization").is_none()), "a token outlives its page");
    stand.press(PRIMARY).await;
    stand.press("[data-page='consent'] input[value='sms']").await;
    stand.press("[data-page='consent'] [data-action='primary']").await;
    stand.enter("[data-field='/phone'] input", "16600000011").await;
    stand.press(PRIMARY).await;
    stand.until("[data-field='/code'] input").await;
    let told = stand.text();
    let code = told.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).unwrap_or_default().to_owned();
    stand.enter("[data-field='/code'] input", &code).await;
    stand.press(PRIMARY).await;
    stand.until(WHY).await;
    stand.settled().await;
    assert_eq!(stand.value(WHY), "2019-05-04");
    let wanted = stand.find(WHY).id();
    for _ in 0..50 {
        if stand.focused() == wanted {
            break;
        }
        clock::sleep(20).await;
    }
    assert_eq!(stand.focused(), wanted, "the form opens elsewhere");
    let last = desk.calls();
    assert!(last.iter().rev().find(|c| c.path.starts_with("/drafts")).is_some_and(|c| header(&c.headers, "Authorization").is_some()));
    assert!(!desk.calls().iter().any(|c| c.method == Method::Get && c.path.contains("oken")));
    // What a tab keeps is opaque: where the person was, and no token.
    assert!(stage::address().is_some_and(|a| a == FORM));
}
