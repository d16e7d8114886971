//! Providers are data: what they say is mapped by it, and another one needs no code.

use crate::demo_desk::{case, files, json_of, Desk};
use miaoban::backend::transport::Method;
use miaoban::demo::CatalogueProblem;
use serde_json::{json, Value};

const SERVICE: &str = "no-criminal-record";
const FILE: &str = "providers.json";

/// The shipped data with `providers.json` changed.
fn with(change: impl FnOnce(&mut Value)) -> Result<Desk, CatalogueProblem> {
    let mut files = files();
    let mut providers: Value = serde_json::from_str(&files[FILE]).expect("JSON");
    change(&mut providers);
    files.insert(FILE.to_owned(), providers.to_string());
    Desk::with(&files)
}

fn shipped() -> Value {
    serde_json::from_str(&files()[FILE]).expect("JSON")
}

/// How a check stands after its provider has said this: status, reason, and what the confirmation said of it.
fn after(desk: &mut Desk, method: &str, said: &str) -> (String, Value, u16) {
    let consent = desk.consent(SERVICE, method, &[]);
    let (opened, ticket) = desk.open(SERVICE, &consent, method);
    let code = desk.provider(&ticket, "lin", said);
    let confirmed = desk.confirm(&opened, &code).status;
    let now = desk.get(&format!("/identity-sessions/{}", opened["id"].as_str().expect("id")));
    (now["status"].as_str().expect("status").to_owned(), now["reason"].clone(), confirmed)
}

/// Guards against a provider that works only because the code knows it.
#[test]
fn another_provider_is_a_few_lines_of_data() {
    let another = json!({
        "id": "seaside", "name": "海滨核验", "kind": "redirect", "address": "https://check.example/h5?t={ticket}&from={+page}", "life_s": 90,
        "returns": {"seaside_token": "{ticket}"}, "statuses": {"IN_PROGRESS": "opened", "STOPPED": "cancelled"}, "codes": {"E-7": "no_photo"},
    });
    let method = |all: &Value| {
        let mut method = all["methods"][0].clone();
        method["id"] = json!("seaside_face");
        method["provider"] = json!("seaside");
        method
    };
    let mut desk = with(|all| {
        let method = method(all);
        all["providers"].as_array_mut().expect("providers").push(another.clone());
        all["methods"].as_array_mut().expect("methods").push(method);
    })
    .unwrap_or_else(|e| panic!("{e}"));
    let terms = desk.get(&format!("/services/{SERVICE}/consent-terms"));
    assert!(terms["methods"].as_array().expect("methods").iter().any(|m| m["id"] == "seaside_face" && m["kind"] == "face"));
    let granted: Vec<&Value> = terms["sources"].as_array().expect("sources").iter().map(|s| &s["id"]).collect();
    let agreed = |face: bool| json!({"service_id": SERVICE, "terms_version": terms["version"], "granted": granted, "refused": [], "method": "seaside_face", "face": face});
    assert_eq!(case(&desk.post("/consents", &agreed(false))), "face-consent-needed", "a face needs its own consent, whoever looks at it");
    let open = |desk: &mut Desk| {
        let consent = desk.posted("/consents", &agreed(true));
        let body = json!({"service_id": SERVICE, "consent_id": consent["id"], "method": "seaside_face", "return_url": "http://localhost:8080/handoff?a=1", "state": "state-0123456789abcdef"});
        let session = desk.posted("/identity-sessions", &body);
        let url = session["url"].as_str().expect("url").to_owned();
        assert_eq!(session["provider"], "海滨核验");
        let (ticket, from) = url.strip_prefix("https://check.example/h5?t=").and_then(|rest| rest.split_once('&')).expect("its own address");
        assert_eq!(from, "from=http://localhost:8080/demo/provider/");
        (session.clone(), ticket.to_owned())
    };
    for (said, status, reason) in [("E-7", "failed", json!("no_photo")), ("E-8", "failed", json!("other")), ("STOPPED", "cancelled", Value::Null)] {
        let (session, ticket) = open(&mut desk);
        let back = desk.posted(&format!("/demo/provider/{ticket}/outcome"), &json!({"person": "lin", "outcome": said}));
        let address = back["return_url"].as_str().expect("address").to_owned();
        assert!(address.contains("?a=1&session=") && address.contains(&format!("&seaside_token={ticket}&code=")), "{address}");
        let now = desk.get(&format!("/identity-sessions/{}", session["id"].as_str().expect("id")));
        assert_eq!((now["status"].as_str(), &now["reason"]), (Some(status), &reason), "{said}");
    }
    let back = |desk: &mut Desk, ticket: &str, said: &str| {
        let back = desk.posted(&format!("/demo/provider/{ticket}/outcome"), &json!({"person": "lin", "outcome": said}));
        back["return_url"].as_str().and_then(|url| url.split_once("&code=")).expect("a code").1.to_owned()
    };
    let (session, ticket) = open(&mut desk);
    let code = back(&mut desk, &ticket, "IN_PROGRESS");
    assert_eq!(json_of(&desk.confirm(&session, &code))["status"], "opened", "not yet done is no failure");
    desk.wait(90_000);
    assert_eq!(case(&desk.confirm(&session, &code)), "identity-expired", "its own time");
    let (session, ticket) = open(&mut desk);
    let code = back(&mut desk, &ticket, "success");
    assert_eq!(json_of(&desk.confirm(&session, &code))["status"], "done");
    assert_eq!(desk.get("/session")["level"], "strong");
}

/// Guards against a code that is told as a failure nobody can explain, or a status as another one: for every provider of the shipped data.
#[test]
fn every_code_and_status_of_every_shipped_provider_is_told() {
    let shipped = shipped();
    let redirects: Vec<&Value> = shipped["providers"].as_array().expect("providers").iter().filter(|p| p["kind"] == "redirect").collect();
    assert!(redirects.len() >= 4);
    for provider in redirects {
        let mut desk = with(|all| all["methods"][0]["provider"] = provider["id"].clone()).unwrap_or_else(|e| panic!("{e}"));
        for (code, reason) in provider["codes"].as_object().into_iter().flatten() {
            assert_eq!(after(&mut desk, "face", code), ("failed".to_owned(), reason.clone(), 200), "{} {code}", provider["id"]);
            desk.wait(10_000);
        }
        for (said, status) in provider["statuses"].as_object().into_iter().flatten() {
            let told = status.as_str().expect("a status");
            let now = after(&mut desk, "face", said);
            assert_eq!(now.0, told, "{} {said}", provider["id"]);
            assert_eq!(now.2, if told == "expired" { 410 } else { 200 }, "{} {said}", provider["id"]);
        }
    }
}

/// Guards against the page of the demo's provider that offers what another provider says.
#[test]
fn the_provider_page_learns_the_codes_of_the_provider_that_it_stands_for() {
    let mut desk = with(|all| all["methods"][0]["provider"] = json!("aliyun_cloudauth")).unwrap_or_else(|e| panic!("{e}"));
    let consent = desk.consent(SERVICE, "face", &[]);
    let (_, ticket) = desk.open(SERVICE, &consent, "face");
    let task = desk.get(&format!("/demo/provider/{ticket}"));
    assert!(task["codes"].as_array().expect("codes").contains(&json!({"code": "203", "reason": "no_photo"})));
    assert!(!task["codes"].as_array().expect("codes").iter().any(|c| c["code"] == "3003"));
    let strange = desk.call(Method::Post, &format!("/demo/provider/{ticket}/outcome"), Some(&json!({"person": "lin", "outcome": "a b"})), None).response;
    assert_eq!(case(&strange), "invalid");
}

/// Guards against a slip in the data that shows only when somebody is at a provider: file and place are named.
#[test]
fn what_is_wrong_with_a_provider_is_told_by_file_and_pointer() {
    let wrong: [(&str, Value, &str); 15] = [
        ("/providers/0/kind", json!("saml"), "/providers/0/kind"),
        ("/providers/0/address", json!("{+page}?ticket={nobody}"), "/providers/0/address"),
        ("/providers/0/address", json!("{+page}?ticket={ticket"), "/providers/0/address"),
        ("/providers/0/address", json!("javascript:{ticket}"), "/providers/0/address"),
        ("/providers/0/life_s", json!(0), "/providers/0/life_s"),
        ("/providers/0/returns", json!({"state": "{ticket}"}), "/providers/0/returns/state"),
        ("/providers/0/statuses", json!({"finished": "finished"}), "/providers/0/statuses/finished"),
        ("/providers/0/codes", json!({"3003": "tired"}), "/providers/0/codes/3003"),
        ("/providers/0/codes", json!({"17": "interrupted"}), "/providers/0/codes/17"),
        ("/providers/1/id", json!("tencent_eid"), "/providers/1/id"),
        ("/providers/4/subjects", json!({"account-x": "nobody"}), "/providers/4/subjects/account-x"),
        ("/providers/4/scope", json!("profile"), "/providers/4/scope"),
        ("/methods/0/provider", json!("account"), "/methods/0/provider"),
        ("/methods/1/kind", json!("telepathy"), "/methods/1/kind"),
        ("/methods/0/separate_consent", Value::Null, "/methods/0/separate_consent"),
    ];
    for (place, value, pointer) in wrong {
        let problem = Desk::changed(FILE, place, value).err().unwrap_or_else(|| panic!("{place} was accepted"));
        assert_eq!((problem.file.as_str(), problem.pointer.as_str()), (FILE, pointer), "{problem}");
    }
    // 人脸识别技术应用安全管理办法: never the only way.
    let only = with(|all| all["methods"].as_array_mut().expect("methods").truncate(1)).err().expect("a face alone was accepted");
    assert_eq!(only.pointer, "/methods");
}

/// What providers are known to say (session over, not yet done, interrupted, no camera, no recording, not live, mismatch, another face, too many
/// tries, source away, no photo), and what it means here.
const KNOWN: [(&str, &str, &str); 29] = [
    ("tencent_faceid", "15", "expired"),
    ("tencent_faceid", "3002", "expired"),
    ("tencent_faceid", "17", "opened"),
    ("aliyun_cloudauth", "424", "opened"),
    ("alipay_certify", "F", "opened"),
    ("alipay_certify", "T", "done"),
    ("tencent_eid", "init", "waiting"),
    ("tencent_eid", "doing", "opened"),
    ("tencent_eid", "finished", "done"),
    ("tencent_eid", "timeout", "expired"),
    ("tencent_faceid", "3003", "interrupted"),
    ("tencent_faceid", "3004", "no_camera"),
    ("tencent_faceid", "3001", "no_recording"),
    ("tencent_faceid", "3005", "no_recording"),
    ("tencent_faceid", "1002", "not_live"),
    ("aliyun_cloudauth", "205", "not_live"),
    ("tencent_faceid", "2006", "mismatch"),
    ("aliyun_cloudauth", "201", "mismatch"),
    ("tencent_faceid", "2016", "not_same_person"),
    ("aliyun_cloudauth", "204", "not_same_person"),
    ("tencent_faceid", "16", "too_many_tries"),
    ("tencent_faceid", "2018", "too_many_tries"),
    ("aliyun_cloudauth", "418", "too_many_tries"),
    ("aliyun_cloudauth", "417", "source_down"),
    ("aliyun_cloudauth", "203", "no_photo"),
    ("account", "access_denied", "cancelled"),
    ("account", "temporarily_unavailable", "source_down"),
    ("account", "server_error", "source_down"),
    ("tencent_eid", "3003", "interrupted"),
];

/// Guards against a line of the data that is lost or means something else: the test above takes the data at its word.
#[test]
fn what_providers_are_known_to_say_means_what_it_means() {
    let shipped = shipped();
    for (provider, said, meaning) in KNOWN {
        let provider = shipped["providers"].as_array().expect("providers").iter().find(|p| p["id"] == provider).expect("a provider");
        let means = [&provider["codes"][said], &provider["statuses"][said]].into_iter().find(|m| m.is_string());
        assert_eq!(means, Some(&json!(meaning)), "{} {said}", provider["id"]);
    }
}
