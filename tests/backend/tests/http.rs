//! The reference backend over real HTTP: a journey that outlives a restart, cross-origin rules, limits, and answers that never come.

mod client;
mod issuer;

use client::{Browser, Server};
use miaoban::form::{count, visible, Answers, Form, Kind};
use miaoban::model::application::{Application, Status};
use miaoban::model::date::Date;
use miaoban::model::prefill::SourcePrefill;
use serde_json::{json, Value};

const APP: &str = "http://localhost:8080";
const SERVICE: &str = "no-criminal-record";

/// From consent to a verified session; answers the consent's id.
fn verify(browser: &mut Browser, person: &str) -> String {
    let terms = browser.get(&format!("/api/services/{SERVICE}/consent-terms"));
    let granted: Vec<&str> = terms["sources"].as_array().expect("sources").iter().filter_map(|s| s["id"].as_str()).collect();
    let consent = json!({"service_id": SERVICE, "terms_version": terms["version"], "granted": granted, "refused": [], "method": "face", "face": true});
    let consent = browser.post("/api/consents", "consent-1", &consent).json();
    let open =
        json!({"service_id": SERVICE, "consent_id": consent["id"], "method": "face", "return_url": format!("{APP}/handoff"), "state": "0123456789abcdef"});
    let session = browser.post("/api/identity-sessions", "identity-1", &open).json();
    let url = session["url"].as_str().expect("url").to_owned();
    let page = format!("http://localhost:{}/provider/?ticket=", browser.port());
    let ticket = url.strip_prefix(&page).unwrap_or_else(|| panic!("the provider's page is elsewhere: {url}"));
    assert_eq!(browser.get(&format!("/api/demo/provider/{ticket}"))["status"], "opened");
    let back = browser.post(&format!("/api/demo/provider/{ticket}/outcome"), "", &json!({"person": person, "outcome": "success"})).json();
    let code = back["return_url"].as_str().and_then(|u| u.split_once("code=")).expect("code").1.to_owned();
    let confirm = format!("/api/identity-sessions/{}/confirm", session["id"].as_str().expect("id"));
    let done = browser.post(&confirm, "", &json!({"state": "0123456789abcdef", "code": code}));
    assert_eq!(done.json()["status"], "done");
    assert!(done.header("set-cookie").is_some_and(|c| c.contains("HttpOnly")));
    consent["id"].as_str().expect("id").to_owned()
}

/// What the app would submit for this person.
fn submission(browser: &mut Browser, consent: &str) -> Value {
    let today = Date::from_days(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| (d.as_secs() as i64 + 8 * 3600) / 86_400));
    let form = browser.get(&format!("/api/services/{SERVICE}/form"));
    let form = Form::load(form["version"].as_str().expect("version"), &form["schema"]).expect("form");
    let mut answers = Answers::new(&form);
    let terms = browser.get(&format!("/api/services/{SERVICE}/consent-terms"));
    for source in terms["sources"].as_array().expect("sources").iter().filter_map(|s| s["id"].as_str()) {
        let said = browser.get(&format!("/api/services/{SERVICE}/prefill/{source}?consent_id={consent}"));
        answers.merge(&serde_json::from_value::<SourcePrefill>(said).expect("SourcePrefill"));
    }
    for _ in 0..10 {
        let (shown, data) = (visible(&form, &answers, today), answers.data(&form, today));
        for (field, _) in form.fields.iter().zip(shown).filter(|(_, shown)| *shown) {
            if field.is_required_in(&data, today) && !answers.is_answered(field) {
                let value = match &field.kind {
                    Kind::Choice { options, .. } => options[0].value.clone(),
                    Kind::YesNo | Kind::Declaration => json!(true),
                    other => panic!("{} is open: {other:?}", field.pointer),
                };
                answers.type_in(field, value).expect("not locked");
            }
        }
    }
    assert_eq!(count(&form, &answers, today).open, 0);
    json!({"service_id": SERVICE, "form_version": form.version, "consent_id": consent, "data": answers.data(&form, today), "provenance": answers.provenance(&form, today)})
}

/// Guards against state in memory: session, consent, recorded answer and application have to be there after a crash.
#[test]
fn a_journey_goes_on_after_the_server_was_killed() {
    let mut server = Server::start("restart");
    let mut browser = Browser::of(&server);
    let consent = verify(&mut browser, "lin");
    server.kill_and_start();
    browser.moved_to(&server);
    let body = submission(&mut browser, &consent);

    browser.fault = "lost-response".to_owned();
    assert!(browser.try_post("/api/applications", "submit-1", &body).is_none(), "an answer came where none should");
    server.kill_and_start();
    browser.moved_to(&server);
    let again = browser.post("/api/applications", "submit-1", &body);
    assert_eq!((again.status, again.header("idempotency-replayed")), (201, Some("true")), "a repeated submission was processed again");
    let id = again.json()["id"].as_str().expect("id").to_owned();

    browser.fault.clear();
    let list = browser.get("/api/applications");
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1), "submitted twice");
    let mut application: Application = serde_json::from_value(browser.get(&format!("/api/applications/{id}"))).expect("Application");
    for _ in 0..100 {
        if application.status.is_settled() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
        application = serde_json::from_value(browser.get(&format!("/api/applications/{id}"))).expect("Application");
    }
    assert_eq!(application.status, Status::Approved, "{:#?}", application.rules);
    let sheet = browser.get(&format!("/api/applications/{id}/rating"));
    let rating = json!({"kind": "first", "version": sheet["version"], "level": 5, "tags": [], "text": "", "named": false});
    assert_eq!(browser.post(&format!("/api/applications/{id}/ratings"), "rate-1", &rating).status, 201);
    assert_eq!(browser.post(&format!("/api/applications/{id}/ratings"), "rate-2", &rating).status, 409);
}

/// Guards against an upload that begins anew, or a file that arrives twice, because the server was restarted or an answer was lost.
#[test]
fn an_upload_goes_on_after_the_server_was_killed() {
    let mut server = Server::start("upload");
    let mut browser = Browser::of(&server);
    verify(&mut browser, "lin");
    let (part, rest) = (256 * 1024, 100);
    let file: Vec<u8> = b"%PDF-1.7".iter().copied().chain((8..part + rest).map(|i| (i / 7) as u8)).collect();
    let new = json!({"name": "x.pdf", "type": "application/pdf", "size": file.len()});
    let id = browser.post("/api/uploads", "upload-1", &new).json()["id"].as_str().expect("id").to_owned();
    let put = |browser: &mut Browser, offset: usize, bytes: &[u8]| {
        let headers = [("X-Requested-With", "miaoban"), ("Content-Type", "application/octet-stream"), ("Origin", APP)];
        browser.send("PUT", &format!("/api/uploads/{id}/parts/{offset}"), &headers, bytes)
    };
    assert_eq!(put(&mut browser, 0, &file[..part]).expect("an answer").json()["received"], part);
    server.kill_and_start();
    browser.moved_to(&server);
    assert_eq!(put(&mut browser, part + 1, &file[part + 1..]).expect("an answer").json()["received"], part, "where to go on");
    browser.fault = "lost-response@PUT /uploads".to_owned();
    assert!(put(&mut browser, part, &file[part..]).is_none(), "an answer came where none should");
    let done = put(&mut browser, part, &file[part..]).expect("an answer");
    assert_eq!((done.status, &done.json()["attachment"]["size"]), (200, &json!(file.len())));
    assert_eq!(browser.get(&format!("/api/uploads/{id}"))["attachment"], done.json()["attachment"], "two files of one upload");
    assert_eq!(put(&mut browser, 0, &vec![0; part + 1]).expect("an answer").status, 413);
}

#[test]
fn the_provider_page_is_served_and_nothing_beside_it() {
    let server = Server::start("provider");
    let mut browser = Browser::of(&server);
    assert_eq!(browser.send("GET", "/health", &[], b"").expect("answer").status, 200);
    for path in ["/provider/..%2findex.json", "/provider/%2e%2e%2findex.json", "/provider/index.json", "/index.json", "/provider/.hidden.js"] {
        assert_eq!(browser.send("GET", path, &[], b"").expect("answer").status, 404, "{path}");
    }
    let page = browser.send("GET", "/provider/", &[], b"").expect("answer");
    // The page itself is made by others; where it is there it has to come with its policy.
    if page.status == 200 {
        assert!(page.header("content-security-policy").is_some_and(|p| p.contains("script-src 'self'")));
    }
}

#[test]
fn only_the_apps_origin_is_let_in() {
    let server = Server::start("cors");
    let mut browser = Browser::of(&server);
    let ask = |browser: &mut Browser, origin: &str| {
        browser.send("OPTIONS", "/api/applications", &[("Origin", origin), ("Access-Control-Request-Method", "POST")], b"").expect("answer")
    };
    let preflight = ask(&mut browser, APP);
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (204, Some(APP)));
    assert_eq!(preflight.header("access-control-allow-credentials"), Some("true"));
    let allowed = preflight.header("access-control-allow-headers").unwrap_or_default().to_ascii_lowercase();
    for name in ["idempotency-key", "x-requested-with", "x-demo-fault", "if-none-match", "x-file-name", "accept-language", "content-type"] {
        assert!(allowed.contains(name), "{name} is not allowed");
    }
    for origin in ["http://localhost:8080.evil.example", "http://evil.example", "null"] {
        assert_eq!(ask(&mut browser, origin).header("access-control-allow-origin"), None, "{origin}");
    }
    let answer = browser.send("GET", "/api/services", &[("Origin", APP)], b"").expect("answer");
    assert!(answer.header("access-control-expose-headers").is_some_and(|h| h.contains("Idempotency-Replayed") && h.contains("ETag")));
    let tag = answer.header("etag").expect("etag").to_owned();
    assert_eq!(browser.send("GET", "/api/services", &[("If-None-Match", &tag)], b"").expect("answer").status, 304);
}

/// What a browser sends with a change from the app's page.
const CHANGE: [(&str, &str); 3] = [("X-Requested-With", "miaoban"), ("Content-Type", "application/json"), ("Origin", APP)];
const PERSON: &[u8] = br#"{"person":"lin","level":"verified"}"#;

/// Guards against `--csrf` that is accepted and not enforced, and against a header that the app's origin may not send or read.
#[test]
fn with_csrf_a_change_without_its_header_is_refused() {
    let server = Server::start_with("csrf", &["--csrf"]);
    let mut browser = Browser::of(&server);
    let sign_in = |browser: &mut Browser, token: &str| {
        let headers: Vec<(&str, &str)> = CHANGE.into_iter().chain((!token.is_empty()).then_some(("X-CSRF-Token", token))).collect();
        browser.send("POST", "/api/demo/session", &headers, PERSON).expect("an answer")
    };
    let refused = |answer: &client::Answer| answer.status == 403 && answer.json()["type"].as_str().is_some_and(|t| t.ends_with("/csrf-needed"));
    assert!(refused(&sign_in(&mut browser, "")));
    let asked = browser.send("GET", "/api/session", &[("Origin", APP)], b"").expect("an answer");
    assert!(asked.header("set-cookie").is_some_and(|c| c.contains("HttpOnly") && c.contains("SameSite")), "a stranger's requests can be forged");
    assert!(asked.header("access-control-expose-headers").is_some_and(|h| h.contains("X-CSRF-Token")), "the app cannot read its token");
    let token = asked.header("x-csrf-token").expect("a token").to_owned();
    assert!(refused(&sign_in(&mut browser, "guess")));
    assert_eq!(sign_in(&mut browser, &token).status, 200);
    assert!(refused(&sign_in(&mut browser, &token)), "the token of a stranger holds for whoever has signed in");
    let asked = browser.send("GET", "/api/session", &[], b"").expect("an answer");
    assert_eq!(sign_in(&mut browser, asked.header("x-csrf-token").expect("a token")).status, 200);
    let preflight = browser.send("OPTIONS", "/api/drafts/x", &[("Origin", APP), ("Access-Control-Request-Method", "PUT")], b"").expect("an answer");
    assert!(preflight.header("access-control-allow-headers").is_some_and(|h| h.contains("X-CSRF-Token")));
}

/// Guards against a bearer backend that sets cookies, believes them, or lets an origin send them.
#[test]
fn with_bearer_sessions_no_cookie_is_set_or_believed() {
    let server = Server::start_with("bearer", &["--session", "bearer"]);
    let mut browser = Browser::of(&server);
    let signed_in = browser.send("POST", "/api/demo/session", &CHANGE, PERSON).expect("an answer");
    assert_eq!((signed_in.status, signed_in.header("set-cookie")), (200, None));
    assert_eq!(signed_in.header("access-control-allow-credentials"), None);
    assert!(signed_in.header("access-control-expose-headers").is_some_and(|h| h.contains("Session-Token")), "the app cannot read its token");
    let token = signed_in.header("session-token").expect("a token").to_owned();
    let drafts = |browser: &mut Browser, name: &str, value: &str| browser.send("GET", "/api/drafts", &[(name, value)], b"").expect("an answer");
    assert_eq!(drafts(&mut browser, "Authorization", &format!("Bearer {token}")).status, 200);
    let refused = drafts(&mut browser, "Cookie", &format!("miaoban_session={token}"));
    assert_eq!((refused.status, refused.header("www-authenticate")), (401, Some("Bearer")));
    let preflight = browser.send("OPTIONS", "/api/drafts", &[("Origin", APP), ("Access-Control-Request-Method", "GET")], b"").expect("an answer");
    assert!(preflight.header("access-control-allow-headers").is_some_and(|h| h.contains("Authorization")));
}

#[test]
fn too_much_and_too_strange_is_refused_in_words() {
    let server = Server::start("limits");
    let mut browser = Browser::of(&server);
    let large = browser.send("POST", "/api/consents", &[("X-Requested-With", "miaoban")], &vec![b' '; 6 * 1024 * 1024 + 1]).expect("answer");
    assert_eq!((large.status, large.header("content-type")), (413, Some("application/problem+json")));
    let patch = browser.send("PATCH", "/api/session", &[], b"").expect("answer");
    assert_eq!((patch.status, patch.header("allow")), (405, Some("GET, DELETE")));
    assert_eq!(browser.send("PATCH", "/api/nothing", &[], b"").expect("answer").status, 404);
    assert_eq!(browser.send("GET", "/api/nowhere", &[], b"").expect("answer").status, 404);
    assert_eq!(browser.send("DELETE", "/api/session", &[], b"").expect("answer").status, 403, "a request without the app's header");
}

#[test]
fn a_broken_command_line_or_data_directory_is_told() {
    for (arguments, word) in [
        (vec!["--nope"], "unknown option"),
        (vec!["--port", "x"], "not a port"),
        (vec!["--data", "/nowhere"], "cannot read"),
        (vec!["--oidc-client-id", "x"], "needs --oidc-issuer"),
        (vec!["--oidc-issuer", "no address"], "not an address"),
        (vec!["--session", "jwt"], "cookie or bearer"),
        (vec!["--session=bearer", "--csrf"], "for cookies"),
    ] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_miaoban-backend")).args(&arguments).output().expect("runs");
        assert!(!output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).contains(word), "{arguments:?}");
    }
}
