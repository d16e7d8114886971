//! What every operation promises: keys, tags, pages, languages, problems.

use crate::demo_desk::{case, json_of, text, Desk, APP};
use miaoban::backend::transport::{header, Call, Method};
use miaoban::model::consent::{Consent, ConsentTerms, MethodKind};
use miaoban::model::draft::Draft;
use miaoban::model::page::Page;
use miaoban::model::service::{Eligibility, EligibilityOutcome, Guide, ServiceSummary, Theme};
use serde_json::{json, Value};

const SERVICE: &str = "no-criminal-record";

#[test]
fn the_catalogue_has_the_shapes_of_the_contract_in_every_language() {
    for lang in ["zh-CN", "zh-Hant", "en"] {
        let mut desk = Desk::new();
        desk.lang = lang;
        let services: Page<ServiceSummary> = serde_json::from_value(desk.get("/services")).expect("services");
        assert!(services.items.len() >= 6);
        assert!(services.items.windows(2).all(|w| w[0].popularity >= w[1].popularity), "not by popularity");
        let themes: Page<Theme> = serde_json::from_value(desk.get("/themes")).expect("themes");
        assert!(!themes.items.is_empty());
        for service in &services.items {
            assert!(service.count.is_some_and(|c| c.total > 0 && c.known <= c.total), "{}", service.id);
            let guide: Guide = serde_json::from_value(desk.get(&format!("/services/{}", service.id))).expect("guide");
            assert_eq!(guide.name, service.name);
            assert!(!guide.windows.is_empty(), "{} names no window for those who would rather go there", guide.id);
            let terms: ConsentTerms = serde_json::from_value(desk.get(&format!("/services/{}/consent-terms", service.id))).expect("terms");
            assert!(terms.methods.iter().any(|m| m.kind != MethodKind::Face), "face recognition is the only way");
            assert!(terms.methods.iter().all(|m| (m.kind == MethodKind::Face) == m.separate_consent.is_some()));
        }
    }
}

#[test]
fn a_known_answer_is_not_sent_again() {
    let mut desk = Desk::new();
    for path in ["/services", "/themes", "/services/no-criminal-record", "/services/no-criminal-record/form", "/services/no-criminal-record/consent-terms"] {
        let first = desk.call(Method::Get, path, None, None).response;
        let tag = header(&first.headers, "ETag").unwrap_or_else(|| panic!("{path} has no ETag")).to_owned();
        for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let call = Call { method: Method::Get, path: path.to_owned(), headers: vec![("if-none-match".to_owned(), known)], body: Vec::new() };
            let second = desk.send(&call).response;
            assert_eq!((second.status, second.body.len()), (304, 0), "{path}");
        }
        desk.lang = "en";
        assert_ne!(header(&desk.call(Method::Get, path, None, None).response.headers, "ETag"), Some(tag.as_str()), "{path}: two languages share a tag");
        desk.lang = "zh-CN";
    }
}

#[test]
fn pages_go_on_where_they_ended() {
    let mut desk = Desk::new();
    let all: Page<ServiceSummary> = serde_json::from_value(desk.get("/services")).expect("page");
    let (mut seen, mut path) = (Vec::new(), "/services?limit=2".to_owned());
    loop {
        let page: Page<ServiceSummary> = serde_json::from_value(desk.get(&path)).expect("page");
        assert!(page.items.len() <= 2);
        seen.extend(page.items.into_iter().map(|s| s.id));
        match page.next_cursor {
            Some(cursor) => path = format!("/services?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(seen, all.items.into_iter().map(|s| s.id).collect::<Vec<_>>());
    for query in ["limit=0", "limit=101", "limit=x", "cursor=nonsense", "cursor=after.nothing"] {
        assert_eq!(case(&desk.call(Method::Get, &format!("/services?{query}"), None, None).response), "invalid-query", "{query}");
    }
}

#[test]
fn unknown_places_and_methods_are_told_apart() {
    let mut desk = Desk::new();
    for path in ["/", "", "/nothing", "/services/", "/services//form", "/services/nothing", "/services/%ff", "/applications/x/y/z"] {
        assert_eq!(desk.call(Method::Get, path, None, None).response.status, 404, "{path}");
    }
    let wrong = desk.call(Method::Delete, "/services", None, None).response;
    assert_eq!((wrong.status, header(&wrong.headers, "Allow")), (405, Some("GET")));
}

#[test]
fn a_request_from_elsewhere_changes_nothing() {
    let mut desk = Desk::new();
    let call = Call { method: Method::Post, path: "/demo/session".to_owned(), headers: vec![], body: br#"{"person":"lin"}"#.to_vec() };
    let reply = desk.send(&call).response;
    assert_eq!((reply.status, case(&reply).as_str()), (403, "csrf"));
}

#[test]
fn a_key_is_needed_and_stands_for_one_body() {
    let mut desk = Desk::new();
    let terms = desk.get(&format!("/services/{SERVICE}/consent-terms"));
    let body = json!({"service_id": SERVICE, "terms_version": terms["version"], "granted": [], "refused": [], "method": "sms", "face": false});
    assert_eq!(case(&desk.call(Method::Post, "/consents", Some(&body), None).response), "idempotency-key-missing");
    let first = desk.call(Method::Post, "/consents", Some(&body), Some("one")).response;
    let again = desk.call(Method::Post, "/consents", Some(&body), Some("one")).response;
    assert_eq!((again.status, &again.body), (201, &first.body), "done twice");
    assert_eq!(header(&again.headers, "Idempotency-Replayed"), Some("true"));
    let mut other = body.clone();
    other["method"] = json!("window");
    let reused = desk.call(Method::Post, "/consents", Some(&other), Some("one")).response;
    assert_eq!((reused.status, case(&reused).as_str()), (422, "idempotency-key-reused"));
}

/// Guards against a form that can never be sent again once the backend has refused it: the key stays with the draft.
#[test]
fn a_refused_submission_can_be_corrected_under_its_key() {
    let mut desk = Desk::new();
    let consent = desk.verify(SERVICE, "lin", &[]);
    let form = desk.form(SERVICE);
    let mut answers = desk.filled(SERVICE, &consent, &form);
    let early = desk.submission(SERVICE, &consent, &form, &answers);
    let refused = desk.call(Method::Post, "/applications", Some(&early), Some("k")).response;
    assert_eq!((refused.status, case(&refused).as_str()), (422, "invalid"));
    assert!(json_of(&refused)["errors"].as_array().is_some_and(|e| e.iter().all(|e| e["pointer"].as_str().is_some_and(|p| p.starts_with('/')))));
    desk.complete(&form, &mut answers);
    let whole = desk.submission(SERVICE, &consent, &form, &answers);
    let sent = desk.call(Method::Post, "/applications", Some(&whole), Some("k")).response;
    assert_eq!(sent.status, 201, "{}", text(&sent));
    assert_eq!(header(&sent.headers, "Location").map(str::to_owned), json_of(&sent)["id"].as_str().map(|id| format!("/applications/{id}")));
}

#[test]
fn what_a_source_locks_cannot_be_changed_and_no_source_can_be_invented() {
    let mut desk = Desk::new();
    let consent = desk.verify(SERVICE, "lin", &[]);
    let form = desk.form(SERVICE);
    let mut answers = desk.filled(SERVICE, &consent, &form);
    desk.complete(&form, &mut answers);
    let honest = desk.submission(SERVICE, &consent, &form, &answers);
    let mut forged = honest.clone();
    forged["data"]["name"] = json!("别人");
    let reply = desk.post("/applications", &forged);
    assert_eq!((reply.status, case(&reply).as_str()), (422, "locked-value"));
    assert_eq!(json_of(&reply)["errors"][0]["pointer"], "/name");
    let mut invented = honest.clone();
    invented["provenance"]["/purpose"] = json!("identity");
    assert_eq!(case(&desk.post("/applications", &invented)), "locked-value");
    let mut unknown = honest.clone();
    unknown["data"]["extra"] = json!("x");
    assert_eq!(case(&desk.post("/applications", &unknown)), "invalid");
    let mut old = honest.clone();
    old["form_version"] = json!("0");
    assert_eq!(desk.post("/applications", &old).status, 409);
    assert_eq!(desk.get("/applications")["items"], json!([]), "a refused submission was kept");
    // The page may have been filled in another language than it is submitted in.
    desk.lang = "en";
    assert_eq!(desk.post("/applications", &honest).status, 201);
}

#[test]
fn nobody_sees_what_belongs_to_others() {
    let mut desk = Desk::new();
    let application = desk.apply(SERVICE, "lin");
    let path = format!("/applications/{}", application["id"].as_str().expect("id"));
    let consent = desk.get("/consents")["items"][0]["id"].as_str().expect("id").to_owned();
    desk.verify(SERVICE, "tang", &[]);
    for path in [path.clone(), format!("{path}/rating")] {
        assert_eq!(desk.call(Method::Get, &path, None, None).response.status, 404, "{path}");
    }
    assert_eq!(desk.call(Method::Delete, &format!("/consents/{consent}"), None, None).response.status, 404);
    assert_eq!(case(&desk.call(Method::Get, &format!("/services/{SERVICE}/prefill/identity?consent_id={consent}"), None, None).response), "consent-needed");
    desk.forget_cookie();
    for path in [path.as_str(), "/applications", "/consents", "/drafts/no-criminal-record", "/services/no-criminal-record/prefill/identity"] {
        let reply = desk.call(Method::Get, path, None, None).response;
        assert_eq!((reply.status, case(&reply).as_str()), (401, "verification-needed"), "{path}");
    }
}

#[test]
fn a_refused_source_is_not_read_and_sends_the_matter_to_a_person() {
    let mut desk = Desk::new();
    let consent = desk.verify(SERVICE, "lin", &["criminal_record", "contact"]);
    let said = desk.get(&format!("/services/{SERVICE}/prefill/contact?consent_id={consent}"));
    assert_eq!((said["status"].as_str(), said["fields"].as_array().map(Vec::len)), (Some("refused"), Some(0)));
    let form = desk.form(SERVICE);
    let mut answers = desk.filled(SERVICE, &consent, &form);
    desk.complete(&form, &mut answers);
    let body = desk.submission(SERVICE, &consent, &form, &answers);
    let application = desk.posted("/applications", &body);
    let decided = desk.decided(&application);
    assert_eq!(decided["status"], "manual", "{decided:#}");
}

#[test]
fn consents_are_listed_and_withdrawn() {
    let mut desk = Desk::new();
    let id = desk.verify(SERVICE, "lin", &[]);
    let list: Page<Consent> = serde_json::from_value(desk.get(&format!("/consents?service_id={SERVICE}"))).expect("page");
    assert_eq!(list.items.iter().map(|c| c.id.as_str()).collect::<Vec<_>>(), [id.as_str()]);
    assert_eq!(desk.get("/consents?service_id=other")["items"], json!([]));
    assert_eq!(desk.call(Method::Delete, &format!("/consents/{id}"), None, None).response.status, 204);
    assert_eq!(desk.get("/consents")["items"], json!([]));
    let reply = desk.call(Method::Get, &format!("/services/{SERVICE}/prefill/identity?consent_id={id}"), None, None).response;
    assert_eq!((reply.status, case(&reply).as_str()), (403, "consent-needed"));
}

#[test]
fn consent_is_given_to_what_is_asked_and_to_a_face_separately() {
    let mut desk = Desk::new();
    let version = desk.get(&format!("/services/{SERVICE}/consent-terms"))["version"].clone();
    let with = |key: &str, value: Value| {
        let mut body = json!({"service_id": SERVICE, "terms_version": version, "granted": ["identity"], "refused": [], "method": "face", "face": true});
        body[key] = value;
        body
    };
    for (key, value, expected) in [
        ("face", json!(false), "face-consent-needed"),
        ("method", json!("sms"), "face-consent-needed"),
        ("method", json!("magic"), "invalid"),
        ("granted", json!(["social_credit"]), "invalid"),
        ("refused", json!(["identity"]), "invalid"),
        ("terms_version", json!("0"), "terms-changed"),
        ("service_id", json!("nothing"), "invalid"),
        ("granted", json!("identity"), "invalid"),
    ] {
        assert_eq!(case(&desk.post("/consents", &with(key, value))), expected, "{key}");
    }
}

#[test]
fn a_draft_is_kept_for_one_person() {
    let mut desk = Desk::new();
    desk.verify(SERVICE, "lin", &[]);
    let path = format!("/drafts/{SERVICE}");
    assert_eq!(desk.call(Method::Get, &path, None, None).response.status, 404);
    let draft = json!({"form_version": "1", "values": {"/purpose": "study"}, "submission_key": "k"});
    assert_eq!(desk.call(Method::Put, &path, Some(&draft), None).response.status, 200);
    let kept: Draft = serde_json::from_value(desk.get(&path)).expect("Draft");
    assert_eq!(kept.values.get("/purpose"), Some(&json!("study")));
    assert_eq!(case(&desk.call(Method::Put, &path, Some(&json!({"values": 1})), None).response), "invalid");
    assert_eq!(case(&desk.call(Method::Put, &path, Some(&json!({"form_version": "1", "values": []})), None).response), "invalid");
    desk.verify(SERVICE, "tang", &[]);
    assert_eq!(desk.call(Method::Get, &path, None, None).response.status, 404, "tang sees lin's draft");
    desk.verify(SERVICE, "lin", &[]);
    assert_eq!(desk.call(Method::Delete, &path, None, None).response.status, 204);
    assert_eq!(desk.call(Method::Get, &path, None, None).response.status, 404);
}

/// Guards against a dispute that changes nothing, one that rejects or approves at once, and one of a value that no source gave.
#[test]
fn what_is_disputed_goes_to_a_person() {
    let mut desk = Desk::new();
    let consent = desk.verify(SERVICE, "lin", &[]);
    let form = desk.form(SERVICE);
    let mut answers = desk.filled(SERVICE, &consent, &form);
    desk.complete(&form, &mut answers);
    let mut body = desk.submission(SERVICE, &consent, &form, &answers);
    let of = |pointer: &str, source: &str| json!([{"pointer": pointer, "source": source, "note": "\u{642c}\u{5bb6}\u{4e86}"}]);
    for (disputes, place) in [
        (json!(3), "/disputes"),
        (of("/purpose", "household"), "/disputes/0/pointer"),
        (of("/household_address", "contact"), "/disputes/0/pointer"),
        (json!([{"pointer": "/household_address", "source": "household", "note": "x".repeat(201)}]), "/disputes/0/note"),
    ] {
        body["disputes"] = disputes.clone();
        let reply = desk.call(Method::Post, "/applications", Some(&body), Some("dispute-0000000001")).response;
        assert_eq!(json_of(&reply)["errors"][0]["pointer"], place, "{disputes}");
    }
    body["disputes"] = of("/household_address", "household");
    let made = desk.call(Method::Post, "/applications", Some(&body), Some("dispute-0000000002")).response;
    assert_eq!(made.status, 201, "{}", text(&made));
    desk.wait(60_000);
    let id = json_of(&made)["id"].as_str().expect("an id").to_owned();
    let application = desk.get(&format!("/applications/{id}"));
    assert_eq!(application["status"], "manual");
    let rule = application["rules"].as_array().and_then(|rules| rules.last().cloned()).expect("rules");
    assert_eq!(rule["status"], "unsure");
    assert!(rule["explain"].as_str().is_some_and(|why| why.contains("\u{642c}\u{5bb6}\u{4e86}")), "{rule}");
}

/// Guards against drafts that nobody finds again, that one sees of somebody else, and that are kept for good.
#[test]
fn drafts_are_listed_newest_first_and_expire() {
    let mut desk = Desk::new();
    desk.verify(SERVICE, "lin", &[]);
    let draft = json!({"form_version": "1", "values": {"/purpose": "study"}, "labels": {"/purpose": "用途"}});
    for service in [SERVICE, "residence-permit", "company-setup"] {
        assert_eq!(desk.call(Method::Put, &format!("/drafts/{service}"), Some(&draft), None).response.status, 200);
        desk.wait(60_000);
    }
    let ids = |page: &Value| page["items"].as_array().into_iter().flatten().filter_map(|d| d["service"]["id"].as_str().map(str::to_owned)).collect::<Vec<_>>();
    let first = desk.get("/drafts?limit=2");
    assert_eq!(ids(&first), ["company-setup", "residence-permit"]);
    let rest = desk.get(&format!("/drafts?limit=2&cursor={}", first["next_cursor"].as_str().expect("more")));
    assert_eq!((ids(&rest), rest.get("next_cursor")), (vec![SERVICE.to_owned()], None));
    let line = &rest["items"][0];
    assert!(line.get("values").is_none(), "a list tells no answers");
    let at = |member: &str| miaoban::model::date::Moment::parse(line[member].as_str().expect("a moment")).expect("RFC 3339").0;
    assert_eq!(at("expires_at") - at("updated_at"), 30 * 86_400_000, "as index.json says");
    desk.verify(SERVICE, "tang", &[]);
    assert_eq!(ids(&desk.get("/drafts")), Vec::<String>::new(), "tang sees lin's drafts");
    desk.wait(30 * 86_400_000 - 150_000);
    desk.verify(SERVICE, "lin", &[]);
    assert_eq!(ids(&desk.get("/drafts")), ["company-setup", "residence-permit"], "the oldest has expired");
    assert_eq!(desk.call(Method::Get, &format!("/drafts/{SERVICE}"), None, None).response.status, 404);
}

#[test]
fn files_are_what_they_say() {
    let mut desk = Desk::new();
    desk.verify(SERVICE, "lin", &[]);
    desk.upload();
    let mut send = |kind: &str, body: Vec<u8>| {
        let cookie = {
            use miaoban::demo::Store;
            desk.store.list("session").first().map(|(id, _)| id.clone()).expect("a session")
        };
        let headers = [("X-Requested-With", "miaoban"), ("Content-Type", kind), ("Idempotency-Key", "f"), ("X-File-Name", "../../etc/x.png")];
        let mut headers: Vec<(String, String)> = headers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        headers.push(("Cookie".to_owned(), format!("miaoban_session={cookie}")));
        desk.send(&Call { method: Method::Post, path: "/attachments".to_owned(), headers, body }).response
    };
    assert_eq!(send("text/html", b"<script>".to_vec()).status, 415);
    assert_eq!(send("image/png", b"%PDF-1.7".to_vec()).status, 415, "a PDF that calls itself a picture");
    assert_eq!(send("image/png", Vec::new()).status, 422);
    assert_eq!(send("image/png", vec![0; 5 * 1024 * 1024 + 1]).status, 413);
    let kept = send("image/png", b"\x89PNG\r\n\x1a\n....".to_vec());
    assert_eq!((kept.status, json_of(&kept)["name"].as_str()), (201, Some("x.png")));
}

#[test]
fn eligibility_says_why_and_what_instead() {
    let mut desk = Desk::new();
    let unknown: Eligibility = serde_json::from_value(desk.get(&format!("/services/{SERVICE}/eligibility"))).expect("Eligibility");
    assert_eq!(unknown.outcome, EligibilityOutcome::Unknown);
    assert!(unknown.checks.iter().all(|c| c.passed.is_none()));
    assert_eq!(desk.call(Method::Post, "/demo/session", Some(&json!({"person": "lin"})), None).response.status, 200);
    let lin: Eligibility = serde_json::from_value(desk.get(&format!("/services/{SERVICE}/eligibility"))).expect("Eligibility");
    assert_eq!(lin.outcome, EligibilityOutcome::Eligible);
    assert!(lin.count.is_some_and(|c| c.known > 0 && c.known < c.total), "{:?}", lin.count);
    desk.call(Method::Post, "/demo/session", Some(&json!({"person": "xiaoyu"})), None);
    let child: Eligibility = serde_json::from_value(desk.get(&format!("/services/{SERVICE}/eligibility"))).expect("Eligibility");
    assert_eq!(child.outcome, EligibilityOutcome::Ineligible);
    assert!(child.checks.iter().any(|c| c.passed == Some(false) && c.explain.as_deref().is_some_and(|e| !e.is_empty())));
    assert!(!child.instead.is_empty(), "no word on what else can be done");
}

#[test]
fn an_unknown_return_address_is_refused() {
    let mut desk = Desk::new();
    let consent = desk.consent(SERVICE, "face", &[]);
    for url in [
        "https://evil.example/",
        "http://localhost:8080.evil.example/",
        "http://localhost:8080@evil.example/",
        "//evil.example",
        "javascript:alert(1)",
        "http://localhost:8081/",
        "http://localhost:8080\\@evil.example/",
        "/handoff",
        "HTTP://localhost:8080/",
    ] {
        let body = json!({"service_id": SERVICE, "consent_id": consent, "method": "face", "return_url": url, "state": "0123456789abcdef"});
        assert_eq!(case(&desk.post("/identity-sessions", &body)), "return-url-refused", "{url}");
    }
    let body =
        json!({"service_id": SERVICE, "consent_id": consent, "method": "face", "return_url": format!("{APP}/handoff?a=b#c"), "state": "0123456789abcdef"});
    let session = desk.posted("/identity-sessions", &body);
    let ticket = session["url"].as_str().and_then(|u| u.split_once("ticket=")).expect("ticket").1.to_owned();
    let back = desk.posted(&format!("/demo/provider/{ticket}/outcome"), &json!({"person": "lin", "outcome": "success"}));
    let url = back["return_url"].as_str().expect("url");
    assert!(url.starts_with(&format!("{APP}/handoff?a=b&session=")) && url.ends_with("#c"), "{url}");
}
