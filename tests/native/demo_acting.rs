//! Acting for somebody else (代办): whom the registers name, what a service allows, and that nothing of one person reaches another.

use crate::demo_desk::{case, files, Desk};
use miaoban::backend::transport::Method;
use serde_json::{json, Value};

const ALLOWANCE: &str = "senior-allowance";
/// A service that nobody does for another.
const OWN: &str = "no-criminal-record";

/// Whom the verified person may act for: relation and opaque id.
fn represented(desk: &mut Desk, query: &str) -> Vec<(String, String)> {
    let all = desk.get(&format!("/represented{query}"));
    let text = |item: &Value, key: &str| item[key].as_str().expect("a text").to_owned();
    all["items"].as_array().expect("items").iter().map(|item| (text(item, "relation"), text(item, "id"))).collect()
}

/// Begins to act for the only one there is.
fn act(desk: &mut Desk, query: &str) -> String {
    let (_, id) = represented(desk, query).pop().expect("somebody to act for");
    assert_eq!(desk.call(Method::Put, "/session/acting", Some(&json!({"id": id})), None).response.status, 204);
    id
}

fn stop(desk: &mut Desk) {
    assert_eq!(desk.call(Method::Delete, "/session/acting", None, None).response.status, 204);
}

/// A consent to every source that is asked for, by whoever the session knows.
fn agree(desk: &mut Desk, service: &str, acting_for: &str) -> String {
    let terms = desk.get(&format!("/services/{service}/consent-terms"));
    let granted: Vec<&str> = terms["sources"].as_array().expect("sources").iter().filter_map(|s| s["id"].as_str()).collect();
    let body = json!({
        "service_id": service, "terms_version": terms["version"], "granted": granted, "refused": [], "method": "session", "face": false,
        "acting_for": acting_for,
    });
    desk.posted("/consents", &body)["id"].as_str().expect("id").to_owned()
}

fn draft(acting_for: Option<&str>, name: &str) -> Value {
    json!({"form_version": "1", "values": {"/relative_name": name}, "acting_for": acting_for})
}

/// Guards against a stranger who acts for anybody, a child who acts for a parent, and a register that is read the wrong way round.
#[test]
fn the_registers_alone_say_whom_a_person_may_act_for() {
    let relations = |person: &str| {
        let mut desk = Desk::new();
        desk.verify(OWN, person, &[]);
        represented(&mut desk, "").into_iter().map(|(relation, _)| relation).collect::<Vec<_>>()
    };
    assert_eq!(relations("luoyi"), ["parent"]);
    assert_eq!(relations("luo"), ["child"]);
    assert_eq!(relations("lin"), ["child"]);
    assert_eq!(relations("wen"), ["company_officer"]);
    assert_eq!(relations("xiaoyu"), [""; 0], "a minor acts for nobody");
    assert_eq!(relations("tang"), [""; 0]);
    let mut desk = Desk::new();
    assert_eq!(case(&desk.call(Method::Get, "/represented", None, None).response), "verification-needed");
}

/// Guards against an id that works for somebody else than it was given to.
#[test]
fn an_id_of_another_agent_is_refused_in_words() {
    let mut desk = Desk::new();
    desk.verify(ALLOWANCE, "luoyi", &[]);
    let (_, father) = represented(&mut desk, "").pop().expect("her father");
    desk.forget_cookie();
    desk.verify(ALLOWANCE, "tang", &[]);
    let refused = desk.call(Method::Put, "/session/acting", Some(&json!({"id": father})), None).response;
    assert_eq!((refused.status, case(&refused).as_str()), (422, "invalid"));
    assert!(desk.get("/session")["acting_for"].is_null());
    let saved = desk.call(Method::Put, &format!("/drafts/{ALLOWANCE}"), Some(&draft(Some(&father), "x")), None).response;
    assert_eq!(saved.status, 422, "a draft for somebody one may not act for");
}

/// Guards against a name in full, and against acting that outlives its session.
#[test]
fn the_session_says_for_whom_until_it_ends() {
    let mut desk = Desk::new();
    desk.verify(ALLOWANCE, "luoyi", &[]);
    let id = act(&mut desk, "");
    let session = desk.get("/session");
    assert_eq!(session["acting_for"], json!({"id": id, "name": "罗**", "relation": "parent"}));
    stop(&mut desk);
    assert!(desk.get("/session")["acting_for"].is_null());
    act(&mut desk, "");
    assert_eq!(desk.call(Method::Delete, "/session", None, None).response.status, 204);
    desk.verify(ALLOWANCE, "luoyi", &[]);
    assert!(desk.get("/session")["acting_for"].is_null(), "a new session begins for oneself");
}

/// Guards against a daughter whose own data fills her father's form, and against a decision that does not say who made the application.
#[test]
fn what_is_applied_for_is_about_the_represented_person() {
    let mut desk = Desk::new();
    desk.verify(ALLOWANCE, "luoyi", &[]);
    let own = desk.get(&format!("/services/{ALLOWANCE}/eligibility"));
    assert_eq!((own["outcome"].as_str(), own["represent"].as_bool()), (Some("ineligible"), Some(true)));
    let id = act(&mut desk, &format!("?service_id={ALLOWANCE}"));
    assert_eq!(desk.get(&format!("/services/{ALLOWANCE}/eligibility"))["outcome"], "eligible");
    let consent = agree(&mut desk, ALLOWANCE, &id);
    let form = desk.form(ALLOWANCE);
    let mut answers = desk.filled(ALLOWANCE, &consent, &form);
    assert_eq!(answers.get("/name").map(|a| a.value.clone()), Some(json!("罗怀山")));
    desk.complete(&form, &mut answers);
    let mut body = desk.submission(ALLOWANCE, &consent, &form, &answers);
    assert_eq!(case(&desk.post("/applications", &body)), "acting-changed", "the body names nobody, the session does");
    body["acting_for"] = json!(id);
    let application = desk.posted("/applications", &body);
    let both = json!({"applicant": "罗**", "agent": "罗**", "relation": "parent"});
    assert_eq!(application["acting"], both);
    assert_eq!(desk.decided(&application)["status"], "approved");
    assert_eq!(desk.get("/applications")["items"][0]["acting"], both);
    let records = desk.get("/records");
    let record = records["items"].as_array().into_iter().flatten().find(|r| r["id"] == consent.as_str()).expect("the record");
    assert_eq!((&record["acting"], record["readings"].as_array().is_some_and(|r| !r.is_empty())), (&both, true));
    // Her father sees what was done for him, and may withdraw what was agreed to for him.
    desk.forget_cookie();
    desk.verify(ALLOWANCE, "luo", &[]);
    let path = format!("/applications/{}", application["id"].as_str().expect("id"));
    assert_eq!(desk.get(&path)["acting"], both);
    assert!(desk.get("/records")["items"].as_array().is_some_and(|all| all.iter().any(|r| r["id"] == consent.as_str())));
    assert_eq!(desk.call(Method::Delete, &format!("/consents/{consent}"), None, None).response.status, 204);
    desk.forget_cookie();
    desk.verify(ALLOWANCE, "tang", &[]);
    assert_eq!(desk.call(Method::Get, &path, None, None).response.status, 404, "a stranger");
}

/// Guards against what was typed for one person that shows up for another, and against a late save that lands with whom one acts for by now.
#[test]
fn two_principals_never_share_a_draft_or_a_consent() {
    let mut desk = Desk::new();
    let own_consent = desk.verify(ALLOWANCE, "luoyi", &[]);
    let path = format!("/drafts/{ALLOWANCE}");
    let save = |desk: &mut Desk, draft: &Value| desk.call(Method::Put, &path, Some(draft), None).response.status;
    let typed = |desk: &mut Desk| desk.get(&path)["values"]["/relative_name"].clone();
    assert_eq!(save(&mut desk, &draft(None, "own")), 200);
    let id = act(&mut desk, "");
    assert_eq!(desk.call(Method::Get, &path, None, None).response.status, 404, "her own is not her father's");
    assert!(desk.get("/consents")["items"].as_array().is_some_and(Vec::is_empty));
    let read = desk.call(Method::Get, &format!("/services/{ALLOWANCE}/prefill/identity?consent_id={own_consent}"), None, None).response;
    assert_eq!(case(&read), "consent-needed", "a consent about her does not open his register");
    assert_eq!(save(&mut desk, &draft(Some(&id), "father")), 200);
    // Typed for herself, and on its way while she began to act.
    assert_eq!(save(&mut desk, &draft(None, "own, later")), 200);
    assert_eq!((typed(&mut desk), desk.get("/drafts")["items"].as_array().map(Vec::len)), (json!("father"), Some(1)));
    stop(&mut desk);
    assert_eq!(typed(&mut desk), "own, later");
    // Nor does her father find what she typed for him: he has not seen it.
    desk.forget_cookie();
    desk.verify(ALLOWANCE, "luo", &[]);
    assert_eq!(desk.call(Method::Get, &path, None, None).response.status, 404);
}

/// Guards against a service that is done for others although its data does not say so.
#[test]
fn a_service_that_does_not_allow_it_refuses_with_the_way_out() {
    let mut desk = Desk::new();
    desk.verify(OWN, "luoyi", &[]);
    let id = act(&mut desk, "");
    assert!(represented(&mut desk, &format!("?service_id={OWN}")).is_empty());
    let told = desk.get(&format!("/services/{OWN}/eligibility"));
    assert_eq!(told["outcome"], "ineligible");
    assert_eq!(told["instead"].as_array().map(Vec::len), Some(2));
    let terms = desk.get(&format!("/services/{OWN}/consent-terms"));
    let body = json!({
        "service_id": OWN, "terms_version": terms["version"], "granted": [], "refused": [], "method": "session", "face": false, "acting_for": id,
    });
    let refused = desk.post("/consents", &body);
    assert_eq!((refused.status, case(&refused).as_str()), (403, "acting-not-allowed"));
}

/// Guards against a company that relatives' services take, and one that its own does not.
#[test]
fn an_officer_acts_for_the_company_where_the_data_says_so() {
    let mut changed = files();
    let file = "services/car-quota-extension.json";
    let mut service: Value = serde_json::from_str(&changed[file]).expect("JSON");
    service["represent"] = json!(["company"]);
    changed.insert(file.to_owned(), service.to_string());
    let mut desk = Desk::with(&changed).expect("a catalogue");
    desk.verify(OWN, "wen", &[]);
    assert!(represented(&mut desk, &format!("?service_id={ALLOWANCE}")).is_empty());
    let id = act(&mut desk, "?service_id=car-quota-extension");
    assert_eq!(desk.get("/session")["acting_for"]["name"], "深圳市禾光照明科技有限公司");
    agree(&mut desk, "car-quota-extension", &id);
    // A company signs in nowhere.
    let people = desk.get("/demo/people");
    assert!(!people.to_string().contains("heguang"), "{people}");
}

/// Guards against an identity check for somebody else's matter that reads the agent's own registers.
#[test]
fn whoever_will_act_agrees_to_the_check_alone() {
    let mut desk = Desk::new();
    let terms = desk.get(&format!("/services/{ALLOWANCE}/consent-terms"));
    assert_eq!(terms["represent"], json!(["relative"]));
    let mut body = json!({
        "service_id": ALLOWANCE, "terms_version": terms["version"], "granted": ["identity"], "refused": [], "method": "face", "face": true,
        "for_other": true,
    });
    assert_eq!(desk.post("/consents", &body).status, 422);
    body["granted"] = json!([]);
    let consent = desk.posted("/consents", &body)["id"].as_str().expect("id").to_owned();
    let (session, ticket) = desk.open(ALLOWANCE, &consent, "face");
    let code = desk.provider(&ticket, "luoyi", "success");
    assert_eq!(desk.confirm(&session, &code).status, 200);
    let mine = desk.get(&format!("/consents?service_id={ALLOWANCE}"));
    assert!(mine["items"].as_array().is_some_and(Vec::is_empty), "it allows no form of her own: {mine}");
    assert_eq!(desk.get("/records")["items"][0]["granted"], json!([]));
}
