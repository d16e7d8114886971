//! Bundles of the data: what is refused with its place, what everybody may ask, and how one counts as a service in the making.

use crate::demo_bundle_desk::{changed, definition, desk, sign_in, with, FILE, SERVICE};
use crate::demo_desk::{case, json_of, Desk};
use miaoban::backend::transport::{header, Call, Method};
use miaoban::demo::Catalogue;
use serde_json::{json, Value};

/// Guards against a definition that is wrong and is found out by a citizen: each mistake is told by file and place, as the file has it.
#[test]
fn what_is_wrong_with_a_definition_is_told_by_file_and_place() {
    for (pointer, value, at, reason) in [
        ("/id", json!("a/b"), "/id", "letters"),
        ("/audience", json!("dogs"), "/audience", "person, company"),
        ("/themes", json!(["nothing"]), "/themes/0", "theme"),
        ("/guide/windows", json!(["nowhere"]), "/guide/windows/0", "window"),
        ("/guide/name", json!(3), "/guide/name", "string"),
        ("/questions/0/kind", json!("maybe"), "/questions/0/kind", "yes_no, choice"),
        ("/questions/0/text", json!({"en": "x"}), "/questions/0/text", "zh-CN"),
        ("/questions/1/id", json!("licensed"), "/questions/1/id", "second time"),
        ("/questions/2/when", json!("nobody"), "/questions/2/when", "nobody"),
        ("/questions/2/known/source", json!("nothing"), "/questions/2/known/source", "source"),
        ("/questions/2/known/from", json!("["), "/questions/2/known/from", "JMESPath"),
        ("/services/0/id", json!("nothing"), "/services/0/id", "service"),
        ("/services/3/id", json!("seals"), "/services/3/id", "second time"),
        ("/services/1/sections", json!({"none": "you"}), "/services/1/sections/none", "section"),
        ("/services/1/sections", json!({"all": "none"}), "/services/1/sections/all", "subject"),
        ("/services/1/flows/0/to", json!("/nothing"), "/services/1/flows/0/to", "question"),
        ("/services/1/flows/0/value", json!("["), "/services/1/flows/0/value", "JMESPath"),
        ("/services/1/flows/0/from", json!("account"), "/services/1/flows/0/from", "not done before"),
        ("/services/1/after/0/satisfied", json!("unasked"), "/services/1/after/0/satisfied", "unasked"),
        ("/services/1/minutes", json!("long"), "/services/1/minutes", "whole number"),
        ("/facts/0/places/0/pointer", json!("/nothing"), "/facts/0/places/0/pointer", "question"),
        ("/facts/0/places/0/service", json!("nothing"), "/facts/0/places/0/service", "service"),
        ("/materials/0/how", json!("somehow"), "/materials/0/how", "shared"),
        ("/parties/each", json!("["), "/parties/each", "JMESPath"),
        ("/parties/service", json!("nothing"), "/parties/service", "service"),
        ("/delivery/electronic", json!(["nothing"]), "/delivery/electronic/0", "service"),
        ("/next/1/when", json!("["), "/next/1/when", "JMESPath"),
        ("/next/0/text", json!("{{ [ }}"), "/next/0/text", "slot"),
    ] {
        let problem = Desk::with(&with(&changed(pointer, value))).err().unwrap_or_else(|| panic!("{pointer} is taken"));
        assert_eq!((problem.file.as_str(), problem.pointer.as_str()), (FILE, at), "{}", problem.reason);
        assert!(problem.reason.contains(reason), "{pointer}: {}", problem.reason);
    }
    let mut circle = definition();
    circle["services"][0]["after"] = json!([{"service": "seals"}]);
    let problem = Desk::with(&with(&circle)).err().expect("a circle");
    assert!(problem.reason.contains("circle"), "{problem}");
}

/// Guards against data of before there were bundles that no longer loads, and bundles that a host does not read.
#[test]
fn the_index_names_bundles_and_need_not() {
    let files = with(&definition());
    let named = Catalogue::files(&files["index.json"]).expect("an index");
    assert!(named.contains(&FILE.to_owned()));
    let mut index: Value = serde_json::from_str(&files["index.json"]).expect("JSON");
    index.as_object_mut().expect("an object").remove("bundles");
    assert!(Catalogue::files(&index.to_string()).is_ok_and(|named| !named.contains(&FILE.to_owned())));
    let mut older = files.clone();
    older.insert("index.json".to_owned(), index.to_string());
    let mut desk = Desk::with(&older).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(desk.get("/bundles")["items"], json!([]));
}

/// Guards against a bundle that shows what only the backend should know, or stands among the services.
#[test]
fn a_bundle_is_listed_and_told_without_what_is_the_backends() {
    let mut desk = desk();
    let line = desk.get("/bundles")["items"][0].clone();
    assert_eq!((line["id"].as_str(), line["services"].as_u64(), line["agencies"].as_array().map(Vec::len)), (Some("start"), Some(4), Some(4)));
    let bundle = desk.get("/bundles/start");
    let text = bundle.to_string();
    for hidden in ["\"known\"", "\"value\":\"document", "demo_ms", "parties", "id_number"] {
        assert!(!text.contains(hidden), "{hidden} is told");
    }
    assert_eq!(bundle["services"][1]["flows"], json!([{"from": "licence", "name": "the number", "to": "/number"}]));
    let services = desk.get("/services?limit=100").to_string();
    assert!(!services.contains("bundle:"), "a bundle is listed as a service");
    for path in ["/services/bundle:start", "/services/bundle:start/form", "/services/bundle:start/eligibility", "/bundles/none", "/bundles/none/known"] {
        assert_eq!(desk.call(Method::Get, path, None, None).response.status, 404, "{path}");
    }
    let first = desk.call(Method::Get, "/bundles/start", None, None).response;
    let tag = header(&first.headers, "ETag").expect("an ETag").to_owned();
    let call = Call { method: Method::Get, path: "/bundles/start".to_owned(), headers: vec![("If-None-Match".to_owned(), tag)], body: Vec::new() };
    assert_eq!(desk.send(&call).response.status, 304);
}

/// Guards against forms of services that nobody asked for, and against a service that the bundle does not have.
#[test]
fn the_forms_of_the_named_services_are_told() {
    let mut desk = desk();
    let ids = |forms: &Value| -> Vec<String> {
        forms["items"].as_array().into_iter().flatten().filter_map(|f| f["service_id"].as_str().map(str::to_owned)).collect()
    };
    assert_eq!(ids(&desk.get("/bundles/start/forms")), ["licence", "seals", "cover", "account"]);
    assert_eq!(ids(&desk.get("/bundles/start/forms?services=account,seals")), ["seals", "account"]);
    assert_eq!(case(&desk.call(Method::Get, "/bundles/start/forms?services=account,none", None, None).response), "invalid-query");
}

/// Guards against answers that are told to strangers, read from a source that is down, or that the question does not take.
#[test]
fn what_is_known_is_told_to_whom_it_is_about() {
    let mut desk = desk();
    assert_eq!(desk.get("/bundles/start/known"), json!({"answers": []}));
    sign_in(&mut desk, "lin", &["licence"]);
    let known = desk.get("/bundles/start/known");
    assert_eq!(known["answers"][0]["question"], "name");
    assert_eq!((known["answers"][0]["value"].as_str(), known["answers"].as_array().map(Vec::len)), (Some("林知予"), Some(1)));
    desk.faults = "source-down:identity".to_owned();
    assert_eq!(desk.get("/bundles/start/known"), json!({"answers": []}));
    desk.faults = String::new();
    sign_in(&mut desk, "tang", &["licence"]);
    assert_eq!(desk.get("/bundles/start/known"), json!({"answers": []}), "an answer that the question does not take");
}

/// Guards against sources that are asked for twice, or for services that are not in the plan.
#[test]
fn consent_is_asked_once_for_the_named_services() {
    let mut desk = desk();
    let sources =
        |terms: &Value| -> Vec<String> { terms["sources"].as_array().into_iter().flatten().filter_map(|s| s["id"].as_str().map(str::to_owned)).collect() };
    let all = desk.get(&format!("/services/{SERVICE}/consent-terms"));
    assert_eq!((sources(&all), all["version"].as_str()), (vec!["identity".to_owned(), "household".to_owned()], Some("7")));
    assert_eq!(all["sources"][0]["purpose"], "for licence");
    assert_eq!(all["sources"][0]["fields"], json!(["name", "number"]));
    let some = desk.get(&format!("/services/{SERVICE}/consent-terms?services=seals"));
    assert_eq!((sources(&some), some["sources"][0]["purpose"].as_str()), (vec!["identity".to_owned()], Some("for seals")));
    let body = json!({"service_id": SERVICE, "terms_version": "7", "granted": ["identity", "household"], "refused": [], "method": "face", "face": true, "services": ["seals"]});
    let refused = desk.post("/consents", &body);
    assert_eq!(json_of(&refused)["errors"][0]["pointer"], "/granted/1");
    let unknown = json!({"service_id": SERVICE, "terms_version": "7", "granted": [], "refused": [], "method": "face", "face": true, "services": ["none"]});
    assert_eq!(json_of(&desk.post("/consents", &unknown))["errors"][0]["pointer"], "/services/0");
}

/// Guards against data that is filled in for services that the person was not asked about, and a consent that forgets the plan.
#[test]
fn a_consent_limits_what_is_filled_in_to_its_services() {
    let mut desk = desk();
    let consent = sign_in(&mut desk, "lin", &["seals", "account"]);
    let kept = desk.get("/consents")["items"][0].clone();
    assert_eq!((kept["services"].clone(), kept["answers"].clone()), (json!(["seals", "account"]), json!({"staff": true})));
    let said = desk.get(&format!("/services/{SERVICE}/prefill/identity?consent_id={consent}"));
    let pointers: Vec<&str> = said["fields"].as_array().into_iter().flatten().filter_map(|f| f["pointer"].as_str()).collect();
    assert_eq!(pointers, ["/seals/name", "/account/name"]);
    let household = desk.call(Method::Get, &format!("/services/{SERVICE}/prefill/household?consent_id={consent}"), None, None).response;
    assert_eq!(household.status, 404, "a source of a service that is not in the plan");
    let record = desk.get("/records")["items"][0].clone();
    assert_eq!(record["service"]["id"], SERVICE);
    assert_eq!(record["readings"][0]["fields"], json!(["x"]), "questions are told by name, each once");
}

/// Guards against checks and drafts that a bundle cannot have, and a draft that forgets the guide.
#[test]
fn checks_and_drafts_are_kept_under_the_bundle() {
    let mut desk = desk();
    sign_in(&mut desk, "lin", &["licence"]);
    let ask = |desk: &mut Desk, name: &str| {
        desk.call(Method::Post, &format!("/services/{SERVICE}/checks/{name}"), Some(&json!({"value": "spoken for"})), None).response
    };
    assert_eq!(json_of(&ask(&mut desk, "licence.free"))["ok"], false);
    for name in ["free", "seals.free", "none.free"] {
        assert_eq!(ask(&mut desk, name).status, 404, "{name}");
    }
    let path = format!("/drafts/{SERVICE}");
    let draft = json!({"form_version": "1", "values": {"/facts/you": "x"}, "answers": {"staff": true}});
    assert_eq!(desk.call(Method::Put, &path, Some(&draft), None).response.status, 200);
    assert_eq!(desk.get(&path)["answers"], json!({"staff": true}));
    let line = desk.get("/drafts")["items"][0]["service"].clone();
    assert_eq!((line["id"].as_str(), line["name"].as_str()), (Some(SERVICE), Some("A start")));
    assert_eq!(case(&desk.post("/applications", &json!({"service_id": SERVICE, "form_version": "1", "data": {}}))), "invalid");
}
