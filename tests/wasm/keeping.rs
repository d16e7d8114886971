//! Drafts where the backend keeps none, drafts that are listed, and answers that were carried over a check.

use crate::stand::Stand;
use miaoban::backend::transport::{Call, Method, Reply, TransportError};
use miaoban::model::application::ServiceRef;
use miaoban::model::draft::Draft;
use miaoban::platform::{clock, stage, vault};
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use miaoban::state::here;
use serde_json::{json, Value};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "no-criminal-record";
const FORM: &str = "/services/no-criminal-record/form";
const UNKEPT: &str = "/services/no-criminal-record/form?fault=no-drafts";
const WHY: &str = "[data-field='/purpose_other'] input";
const PURPOSE: &str = "[data-field='/purpose'] select";
const STUDY: &str = "0";
const OTHER: &str = "6";

/// A form of somebody whose backend keeps no drafts.
fn without_drafts(person: &'static str) -> Scene {
    Scene::after(move |desk| {
        desk.verify(person, SERVICE, &[]);
        UNKEPT.to_owned()
    })
}

async fn type_and_rest(stand: &Stand) {
    stand.enter(PURPOSE, OTHER).await;
    stand.enter(WHY, "2019-05-04").await;
    clock::sleep(900).await;
}

/// Answers saving with 401, as a session that ended does.
fn ended(call: &Call) -> Option<Result<Reply, TransportError>> {
    (call.method == Method::Put).then_some(Ok(Reply { status: 401, headers: Vec::new(), body: Vec::new() }))
}

fn draft_of(values: &Value) -> Draft {
    serde_json::from_value(json!({"form_version": "1", "values": values})).expect("a draft")
}

fn service() -> ServiceRef {
    ServiceRef { id: SERVICE.to_owned(), name: "x".to_owned(), agency: String::new(), icon: String::new() }
}

/// Guards against answers on a device that nobody agreed to, and against asking a backend again that has said no.
#[wasm_bindgen_test]
async fn nothing_is_kept_on_a_device_before_the_person_agrees() {
    let (stand, desk) = Stand::page(|| without_drafts("lin")).await;
    type_and_rest(&stand).await;
    stand.until("[data-action='keep']").await;
    assert!(vault::kept_on("draft").await.is_empty(), "kept, and nobody agreed");
    let asked = desk.count(Method::Put, "/drafts/no-criminal-record");
    stand.press("[data-action='keep']").await;
    stand.press("[data-action='keep-not']").await;
    stand.enter(WHY, "2019-05-05").await;
    clock::sleep(900).await;
    assert!(vault::kept_on("draft").await.is_empty(), "kept, and the person said no");
    assert_eq!(desk.count(Method::Put, "/drafts/no-criminal-record"), asked, "asked again and again");
}

/// Guards against a reload that loses what a person agreed to keep, and gives it to somebody else.
#[wasm_bindgen_test]
async fn what_is_kept_on_the_device_comes_back_to_the_same_person_only() {
    let (stand, desk) = Stand::page(|| without_drafts("lin")).await;
    type_and_rest(&stand).await;
    stand.press("[data-action='keep']").await;
    stand.press("[data-action='keep-here']").await;
    clock::sleep(300).await;
    drop(stand);
    let again = desk.clone();
    let (stand, _) = Stand::page(move || Scene::reload(again, FORM)).await;
    assert_eq!(stand.value(WHY), "2019-05-04");
    drop(stand);
    desk.verify("xiaoyu", SERVICE, &[]);
    let again = desk.clone();
    let (stand, _) = Stand::page(move || Scene::reload(again, FORM)).await;
    assert!(!stand.has(WHY), "somebody else's answers");
    drop(stand);
    let (stand, _) = Stand::page(move || Scene::reload(desk, "/drafts")).await;
    assert!(!stand.has("[data-draft]"), "somebody else's draft is listed");
}

/// Guards against a draft that stays on the device once it is of no more use.
#[wasm_bindgen_test]
async fn a_draft_leaves_the_device_when_it_is_submitted_or_somebody_signs_out() {
    let (stand, desk) = Stand::page(|| without_drafts("lin")).await;
    stand.enter(PURPOSE, STUDY).await;
    stand.press("[data-field='/delivery'] input[value='1']").await;
    clock::sleep(900).await;
    stand.press("[data-action='keep']").await;
    stand.press("[data-action='keep-here']").await;
    clock::sleep(300).await;
    assert_eq!(vault::kept_on("draft").await.len(), 1);
    stage::set_address("/drafts");
    miaoban::platform::document::announce("popstate");
    stand.until("[data-draft='no-criminal-record']").await;
    here::keep("another", service(), draft_of(&json!({"/purpose": "x"}))).await;
    drop(stand);
    let (stand, _) = Stand::page(move || Scene::reload(desk, "/applications")).await;
    stand.press("[data-action='sign-out']").await;
    stand.until("main[data-page='home']").await;
    assert!(vault::kept_on("draft").await.is_empty());
}

/// Guards against an answer that was cleared and comes back: what was carried over a check is newer than the draft.
#[wasm_bindgen_test]
async fn an_answer_that_was_cleared_stays_cleared_over_a_check() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            desk.draft(SERVICE, &json!({"/purpose": "other", "/purpose_other": "2020-01-01"}), None);
            FORM.to_owned()
        })
        .wire(ended)
    })
    .await;
    stand.enter(WHY, "").await;
    clock::sleep(900).await;
    stand.press("[data-action='primary']").await;
    stand.press("[data-action='carry']").await;
    stand.until("main[data-page='consent']").await;
    drop(stand);
    let stand = back_after_check(desk).await;
    assert_eq!(stand.value(WHY), "", "the old draft's answer is back");
}

async fn back_after_check(desk: Rc<Desk>) -> Stand {
    desk.break_wire(None);
    desk.verify("lin", SERVICE, &[]);
    let (stand, _) = Stand::page(move || Scene::reload(desk, FORM)).await;
    stand.until(WHY).await;
    stand
}

/// Guards against a draft that is deleted and comes back because its form was still open.
#[wasm_bindgen_test]
async fn a_deleted_draft_stays_deleted() {
    let (stand, desk) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("lin", SERVICE, &[]);
            desk.draft(SERVICE, &json!({"/purpose": "other"}), None);
            FORM.to_owned()
        })
    })
    .await;
    stand.enter(WHY, "2020-01-01").await;
    stage::set_address("/drafts");
    miaoban::platform::document::announce("popstate");
    stand.press("[data-action='delete']").await;
    stand.press("[data-action='delete-confirm']").await;
    clock::sleep(900).await;
    assert!(!stand.has("[data-draft]"));
    assert_eq!(desk.ask(Method::Get, "/drafts", &Value::Null)["items"], json!([]));
}

/// Guards against a vault that gives out what has expired, writes names down, or keeps on the wrong shelf. In the browser's own database.
#[wasm_bindgen_test]
async fn the_device_keeps_what_it_is_told_and_no_longer() {
    stage::close();
    vault::wipe().await;
    assert!(here::keep("p1", service(), draft_of(&json!({"/a": 1}))).await, "this browser keeps nothing");
    assert!(vault::keep("draft/expired", "old", -1).await);
    assert!(vault::keep("carried", "text", 60_000).await);
    assert!(!here::keep("", service(), draft_of(&json!({}))).await, "kept for nobody");
    assert_eq!(here::find("p1", SERVICE).await.map(|(_, d)| json!(d.values)), Some(json!({"/a": 1})));
    assert!(here::find("p2", SERVICE).await.is_none());
    assert!(here::find("p1", "other").await.is_none());
    assert_eq!(vault::kept_on("draft").await.len(), 1, "the expired one is gone");
    assert_eq!(vault::take("draft/expired").await, None);
    assert_eq!(vault::take("carried").await.as_deref(), Some("text"));
    assert_eq!(vault::take("carried").await, None, "given out twice");
    here::forget("p1", SERVICE).await;
    assert!(vault::kept_on("draft").await.is_empty());
}
