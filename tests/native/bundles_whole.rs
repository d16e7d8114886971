//! The shipped bundles from the guide to the last result, as the page and the backend together do it: one form of all, filled by the sources, submitted in
//! parts, decided by each department's own rules.

use crate::demo_bundle_desk::{matter, stands};
use crate::demo_desk::{text, Desk};
use crate::forms::Ecma;
use miaoban::backend::transport::Method;
use miaoban::bundle::{merge, Definition};
use miaoban::form::{Answers, Checker, Form};
use miaoban::model::bundle::{Bundle, GuideAnswers, MemberForm};
use miaoban::model::prefill::SourcePrefill;
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// From the guide's answers to a matter; what is typed beside what the sources fill.
fn submitted(desk: &mut Desk, bundle: &str, person: &str, said: &Value, typed: &[(&str, Value)]) -> Value {
    assert_eq!(desk.call(Method::Post, "/demo/session", Some(&json!({"person": person, "level": "strong"})), None).response.status, 200);
    let defined: Bundle = serde_json::from_value(desk.get(&format!("/bundles/{bundle}"))).expect("a bundle");
    let definition = Definition::check(defined).unwrap_or_else(|e| panic!("{bundle}: {e}"));
    let answers: GuideAnswers = said.as_object().cloned().unwrap_or_default().into_iter().collect();
    assert_eq!(definition.next(&answers, desk.today()), None, "{bundle}: the guide is not through");
    let plan = definition.plan(&answers, desk.today());
    let services: Vec<String> = plan.ids(&definition).map(str::to_owned).collect();
    let forms: Vec<MemberForm> =
        serde_json::from_value(desk.get(&format!("/bundles/{bundle}/forms?services={}", services.join(",")))["items"].clone()).expect("forms");
    let merged = merge(&definition, &plan, &forms).unwrap_or_else(|e| panic!("{bundle}: {e}"));
    let form = Form::load(&merged.version, &merged.schema).unwrap_or_else(|e| panic!("{bundle}: {e}"));
    let service = format!("bundle:{bundle}");
    let terms = desk.get(&format!("/services/{service}/consent-terms?services={}", services.join(",")));
    let sources: Vec<String> = terms["sources"].as_array().into_iter().flatten().filter_map(|s| s["id"].as_str().map(str::to_owned)).collect();
    let body = json!({
        "service_id": service, "terms_version": terms["version"], "granted": sources, "refused": [], "method": "session", "face": false, "services": services, "answers": said,
    });
    let consent = desk.posted("/consents", &body)["id"].as_str().expect("id").to_owned();
    let mut filled = Answers::new(&form);
    for source in &sources {
        let said: SourcePrefill =
            serde_json::from_value(desk.get(&format!("/services/{service}/prefill/{source}?consent_id={consent}"))).expect("SourcePrefill");
        let said = form.as_asked(said);
        let picked = said.choice.as_ref().and_then(|c| Some(c.value_of(c.held.first()?)?.clone())).unwrap_or_default();
        filled.merge(&said.picking(&picked));
    }
    for (pointer, value) in typed {
        let field = form.field(pointer).unwrap_or_else(|| panic!("{bundle} does not ask {pointer}"));
        filled.type_in(field, value.clone()).unwrap_or_else(|_| panic!("{pointer} is locked"));
    }
    desk.complete(&form, &mut filled);
    let checker = Checker { today: desk.today(), patterns: &Ecma };
    let valid = checker.all(&form, &filled).unwrap_or_else(|problems| panic!("{bundle}: {problems:?}"));
    let part = |id: &String| {
        let base = format!("/{id}");
        let own = |(pointer, source): (&String, &String)| Some((pointer.strip_prefix(&base).filter(|p| p.starts_with('/'))?.to_owned(), source.clone()));
        let provenance: BTreeMap<String, String> = valid.provenance().iter().filter_map(own).collect();
        let version = forms.iter().find(|f| f.service_id == *id).map(|f| f.version.clone());
        json!({"service_id": id, "form_version": version, "data": valid.data().get(id).cloned().unwrap_or_else(|| json!({})), "provenance": provenance})
    };
    let body = json!({
        "bundle_id": bundle, "bundle_version": definition.bundle().version, "answers": said, "consent_id": consent, "parts": services.iter().map(part).collect::<Vec<_>>(),
    });
    let reply = desk.post("/matters", &body);
    assert_eq!(reply.status, 201, "{bundle} of {person}: {}", text(&reply));
    serde_json::from_slice(&reply.body).expect("a matter")
}

fn ended(desk: &mut Desk, submitted: &Value) -> BTreeMap<String, usize> {
    desk.wait(10 * 60_000);
    let after = matter(desk, submitted);
    let mut ends = BTreeMap::new();
    for state in stands(&after).into_values() {
        *ends.entry(state).or_default() += 1;
    }
    ends
}

fn ends(all: &[(&str, usize)]) -> BTreeMap<String, usize> {
    all.iter().map(|(state, n)| ((*state).to_owned(), *n)).collect()
}

fn shareholder(name: &str, id_number: &str) -> Value {
    json!([{"name": name, "kind": "person", "id_number": id_number, "share": 100}])
}

#[test]
fn a_company_is_done_and_its_credit_code_goes_to_everybody() {
    let mut desk = Desk::new();
    let said = json!({"licensed": false, "address": "own", "invoices": true, "staff": true, "bank": true});
    let typed = [("/company-registration/address_kind", json!("own")), ("/company-registration/shareholders", shareholder("温嘉禾", "440307198411302716"))];
    let company = submitted(&mut desk, "company-start", "wen", &said, &typed);
    assert_eq!(ended(&mut desk, &company), ends(&[("done", 6)]));
    let after = matter(&mut desk, &company);
    let told = after["parts"].as_array().into_iter().flatten().filter(|p| p["received"].as_array().is_some_and(|r| !r.is_empty())).count();
    assert_eq!(told, 5);
}

#[test]
fn a_company_whose_founder_may_not_hold_office_blocks_all_others() {
    let mut desk = Desk::new();
    let said = json!({"licensed": false, "address": "rented", "invoices": true, "staff": false, "bank": false});
    let typed = [("/company-registration/address_kind", json!("rented")), ("/company-registration/shareholders", shareholder("唐远舟", "440303198604251139"))];
    let company = submitted(&mut desk, "company-start", "tang", &said, &typed);
    assert_eq!(ended(&mut desk, &company), ends(&[("failed", 1), ("blocked", 2)]));
}

#[test]
fn a_child_is_registered_insured_and_has_a_card_though_one_branch_fails() {
    let said = |registered: bool| json!({"registered": registered, "maternity": true, "card": true, "premium": "debit", "parenting": true});
    let mut desk = Desk::new();
    let whole = submitted(&mut desk, "newborn", "ye", &said(false), &[("/facts/infant_name", json!("叶小满"))]);
    assert_eq!(ended(&mut desk, &whole), ends(&[("done", 9)]));
    let mut desk = Desk::new();
    let partly = submitted(&mut desk, "newborn", "meng", &said(true), &[("/facts/infant_name", json!("孟小禾"))]);
    assert_eq!(ended(&mut desk, &partly), ends(&[("done", 7), ("failed", 1)]));
}

#[test]
fn whoever_retires_has_their_fund_after_the_notice() {
    let said = json!({"fund": true, "sealed": false, "withdraw": true});
    let mut desk = Desk::new();
    let retired = submitted(&mut desk, "retirement", "shen", &said, &[]);
    assert_eq!(ended(&mut desk, &retired), ends(&[("done", 3)]));
    let mut desk = Desk::new();
    let too_young = submitted(&mut desk, "retirement", "luoyi", &said, &[]);
    assert_eq!(ended(&mut desk, &too_young), ends(&[("failed", 1), ("blocked", 2)]));
}

#[test]
fn a_home_waits_for_the_seller() {
    let said = json!({"transferred": false, "water": true, "power": true, "piped_gas": true, "gas": true});
    let mut desk = Desk::new();
    let home = submitted(&mut desk, "home-transfer", "qiao", &said, &[]);
    assert_eq!(stands(&home)["property-transfer"], "needs_you");
    let code = home["parties"][0]["code"].as_str().expect("a code").to_owned();
    // The seller, at their own device.
    let mut other = None;
    desk.change_device(&mut other);
    assert_eq!(desk.call(Method::Post, "/demo/session", Some(&json!({"person": "shao", "level": "verified"})), None).response.status, 200);
    assert_eq!(desk.post(&format!("/shares/{code}/confirm"), &json!({})).status, 200);
    desk.change_device(&mut other);
    assert_eq!(ended(&mut desk, &home), ends(&[("done", 4)]));
}
