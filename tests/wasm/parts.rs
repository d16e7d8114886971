//! A long form, a section at a time.

use crate::stand::Stand;
use miaoban::preview::scene::Scene;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const FORM: &str = "/services/company-setup/form";

fn asked(stand: &Stand) -> Vec<String> {
    stand.all("main [data-field]").iter().filter_map(|e| e.get_attribute("data-field")).collect()
}

async fn open(part: &'static str) -> Stand {
    let (stand, _) = Stand::page(move || {
        Scene::after(move |desk| {
            desk.verify("gao", "company-setup", &[]);
            format!("{FORM}{part}")
        })
    })
    .await;
    stand
}

/// Guards against a person who is let on without what this part needs, or stopped by what another part does.
#[wasm_bindgen_test]
async fn a_part_is_checked_before_the_next_one_and_nothing_else_is() {
    let stand = open("").await;
    stand.press("[data-action='primary']").await;
    stand.until("#error-summary").await;
    assert!(stand.has("[data-field='/company_name'][data-state='problem']"));
    assert!(!stand.has("[data-field='/seal_name']"));
    let links = stand.all(".mb-errors__link").len();
    assert_eq!(links, stand.all("main [data-state='problem']").len(), "a link for each problem of this part");
}

/// Guards against a last page that says that something is wrong, and not where.
#[wasm_bindgen_test]
async fn what_is_missing_in_an_earlier_part_leads_there() {
    let (stand, _) = Stand::page(|| {
        Scene::after(|desk| {
            desk.verify("gao", "company-setup", &[]);
            let last =
                json!({"/bank_appointment": false, "/seal_name": "Gao", "/seal_phone": "13800138000", "/seal_address": "1 Shennan Road", "/declaration": true});
            desk.draft("company-setup", &last, None);
            format!("{FORM}/seals")
        })
    })
    .await;
    stand.press("[data-action='primary']").await;
    stand.until("[data-field='/company_name'][data-state='problem']").await;
    stand.until("#error-summary").await;
    stand.settled().await;
    assert!(!stand.has("[data-field='/seal_name']"), "still at the last part");
}

#[wasm_bindgen_test]
async fn all_questions_can_be_on_one_page() {
    let stand = open("").await;
    let first = asked(&stand);
    assert!(!first.contains(&"/seal_name".to_owned()));
    stand.press("[data-action='pages']").await;
    stand.until("[data-field='/seal_name']").await;
    assert!(asked(&stand).contains(&"/company_name".to_owned()));
    stand.press("[data-action='pages']").await;
    stand.settled().await;
    assert_eq!(asked(&stand), first);
}
