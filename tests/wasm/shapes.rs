//! Questions that take another shape, come and go, or nest, as a person meets them.

use crate::stand::Stand;
use miaoban::preview::examples::all;
use miaoban::words::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

async fn stand(name: &str) -> Stand {
    let example = all().into_iter().find(|e| e.name == name).expect("an example");
    let stand = Stand::of(Lang::Hans, move || (example.draw)());
    stand.settled().await;
    stand
}

fn asked(stand: &Stand) -> Vec<String> {
    stand.all("[data-field]").iter().filter_map(|e| e.get_attribute("data-field")).collect()
}

/// Guards against a question that stays after the answer that brought it has changed, and one marked optional that is not.
#[wasm_bindgen_test]
async fn a_choice_brings_its_questions_and_takes_them_away() {
    let stand = stand("ui/form/condition/open").await;
    assert_eq!(asked(&stand), ["/way", "/note", "/email"]);
    assert!(stand.has("[data-field='/note'] .mb-field__optional"));
    stand.press("#example-way-0").await;
    stand.settled().await;
    assert_eq!(asked(&stand), ["/way", "/note", "/street"]);
    assert!(!stand.has("[data-field='/note'] .mb-field__optional"));
    stand.press("#example-way-1").await;
    stand.settled().await;
    assert_eq!(asked(&stand), ["/way", "/note", "/email"]);
}

/// Guards against a label and a check that belong to the alternative before.
#[wasm_bindgen_test]
async fn another_alternative_redraws_a_question_and_keeps_what_was_typed() {
    let stand = stand("ui/form/alternatives/company").await;
    assert!(stand.text().contains("公司名称"));
    stand.press("#example-kind-0").await;
    stand.settled().await;
    assert!(stand.text().contains("姓名") && !stand.text().contains("公司名称"));
    assert_eq!(stand.value("#example-name"), "深圳市晨星贸易有限公司");
    assert_eq!(asked(&stand), ["/kind", "/name", "/id"]);
}

#[wasm_bindgen_test]
async fn a_definition_within_itself_is_added_filled_and_removed() {
    let stand = stand("ui/form/nested").await;
    assert_eq!(stand.value("[data-field='/children/0/children/0/name'] input"), "林小一");
    stand.press("[data-field='/partner'] > .mb-repeat__row > .mb-repeat__head button").await;
    stand.settled().await;
    assert!(!stand.has("[data-field='/partner/name']"));
    stand.press("#example-partner-add").await;
    stand.enter("[data-field='/partner/name'] input", "陈安").await;
    stand.press("[data-field='/partner/children'] .mb-repeat__add").await;
    stand.enter("[data-field='/partner/children/0/name'] input", "陈小安").await;
    assert_eq!(stand.value("[data-field='/partner/name'] input"), "陈安");
}

#[wasm_bindgen_test]
async fn values_are_asked_one_by_one() {
    let stand = stand("ui/form/values").await;
    assert_eq!((stand.value("[data-field='/names/1'] input"), stand.value("[data-field='/place/0'] input")), ("Xiaozhou Lin".into(), "22.54".into()));
    stand.press("[data-field='/names'] .mb-repeat__add").await;
    stand.enter("[data-field='/names/2'] input", "Lin").await;
    stand.enter("[data-field='/place/1'] input", "114.06").await;
    assert_eq!((stand.value("[data-field='/names/2'] input"), stand.value("[data-field='/place/1'] input")), ("Lin".into(), "114.06".into()));
    assert_eq!(stand.value("[data-field='/place/0'] input"), "22.54");
}
