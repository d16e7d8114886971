//! A desk for tests of the demo backend: the shipped data, a store, a clock that stands still until it is moved, and a browser's cookies.

use miaoban::backend::transport::{header, Call, Method, Reply};
use miaoban::demo::{Answer, Backend, Catalogue, CatalogueProblem, Conditions, Faults, MemoryStore, Oidc};
use miaoban::form::{count, visible, Answers, Form, Kind};
use miaoban::model::date::{Date, Moment};
use miaoban::model::identifier::IdentifierKind;
use miaoban::model::prefill::SourcePrefill;
use miaoban::model::session::Carrying;
use serde_json::{json, Value};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

pub const APP: &str = "http://localhost:8080";
/// 2026-11-23 10:00 in China, a Monday.
pub const NOW: Moment = Moment(1_795_399_200_000);

pub struct Desk {
    pub backend: Backend,
    pub store: MemoryStore,
    pub now: Moment,
    pub lang: &'static str,
    pub faults: String,
    /// As the host sees it.
    pub caller: Option<String>,
    /// The provider of OpenID Connect that the host is configured with, and what it has to report.
    pub oidc: Option<Oidc>,
    pub session: Carrying,
    cookie: Option<String>,
    numbers: u64,
    keys: u64,
}

/// The shipped data files by name.
pub fn files() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/demo");
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    let index = read("index.json");
    let mut files: BTreeMap<String, String> = Catalogue::files(&index).unwrap_or_else(|e| panic!("{e}")).into_iter().map(|f| (f.clone(), read(&f))).collect();
    files.insert("index.json".to_owned(), index);
    files
}

/// The mobile number of a demo person.
pub fn phone_of(person: &str) -> String {
    let person: Value = serde_json::from_str(&files()[&format!("people/{person}.json")]).expect("JSON");
    person["phone"].as_str().expect("a phone").to_owned()
}

impl Desk {
    pub fn new() -> Self {
        // Read once: it is the same for every test, and the longest part of most.
        static SHIPPED: OnceLock<Arc<Catalogue>> = OnceLock::new();
        Self::over(SHIPPED.get_or_init(|| Arc::new(Catalogue::parse(&files()).unwrap_or_else(|e| panic!("{e}")))).clone())
    }

    pub fn with(files: &BTreeMap<String, String>) -> Result<Self, CatalogueProblem> {
        Catalogue::parse(files).map(|catalogue| Self::over(Arc::new(catalogue)))
    }

    fn over(catalogue: Arc<Catalogue>) -> Self {
        Self {
            backend: Backend::new(catalogue),
            store: MemoryStore::default(),
            now: NOW,
            lang: "zh-CN",
            faults: String::new(),
            caller: Some("192.0.2.1".to_owned()),
            oidc: None,
            session: Carrying::default(),
            cookie: None,
            numbers: 7,
            keys: 0,
        }
    }

    /// The shipped data with one place changed.
    pub fn changed(file: &str, pointer: &str, value: Value) -> Result<Self, CatalogueProblem> {
        let mut files = files();
        let mut json: Value = serde_json::from_str(&files[file]).expect("shipped files are JSON");
        *json.pointer_mut(pointer).unwrap_or_else(|| panic!("{file} has no {pointer}")) = value;
        files.insert(file.to_owned(), json.to_string());
        Self::with(&files)
    }

    pub fn today(&self) -> Date {
        self.now.date_in_china()
    }

    pub fn wait(&mut self, ms: i64) {
        self.now = self.now.plus_ms(ms);
    }

    /// Sends exactly this; whatever is answered is in the contract.
    pub fn send(&mut self, call: &Call) -> Answer {
        let numbers = &mut self.numbers;
        let mut random = || {
            *numbers = numbers.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *numbers ^ (*numbers >> 29)
        };
        let mut conditions = Conditions {
            now: self.now,
            random: &mut random,
            faults: Faults::default(),
            provider_base: format!("{APP}/demo/provider/"),
            allowed_origins: vec![APP.to_owned()],
            session: self.session.clone(),
            caller: self.caller.clone(),
            oidc: self.oidc.clone(),
        };
        let answer = self.backend.answer(&mut self.store, call, &mut conditions);
        crate::contract::hold(call, &answer.response);
        answer
    }

    /// Sends as the app does: cookie, language, header against forgery.
    pub fn call(&mut self, method: Method, path: &str, body: Option<&Value>, key: Option<&str>) -> Answer {
        let mut headers = vec![("Accept-Language".to_owned(), self.lang.to_owned())];
        if method != Method::Get {
            headers.push(("X-Requested-With".to_owned(), "miaoban".to_owned()));
        }
        if let Some(cookie) = &self.cookie {
            headers.push(match self.session {
                Carrying::Cookie { .. } => ("Cookie".to_owned(), format!("other=1; miaoban_session={cookie}")),
                Carrying::Bearer => ("Authorization".to_owned(), format!("Bearer {cookie}")),
            });
        }
        if let Some(key) = key {
            headers.push(("Idempotency-Key".to_owned(), key.to_owned()));
        }
        if !self.faults.is_empty() {
            headers.push(("X-Demo-Fault".to_owned(), self.faults.clone()));
        }
        if body.is_some() {
            headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        }
        let call = Call { method, path: path.to_owned(), headers, body: body.map(|b| b.to_string().into_bytes()).unwrap_or_default() };
        let answer = self.send(&call);
        if let Some(token) = header(&answer.response.headers, "Session-Token") {
            self.cookie = Some(token.to_owned());
        }
        if let Some(set) = header(&answer.response.headers, "Set-Cookie") {
            assert!(
                set.contains("HttpOnly") && set.contains("SameSite=Lax") && set.contains("Path=/"),
                "a session cookie that scripts or other sites could use: {set}"
            );
            let value = set.split(';').next().and_then(|pair| pair.split_once('=')).map_or("", |(_, v)| v);
            self.cookie = (!value.is_empty()).then(|| value.to_owned());
        }
        answer
    }

    /// Sends what a client made, with this browser's cookie.
    pub fn carry(&mut self, mut call: Call) -> Answer {
        call.headers.extend(self.cookie.iter().map(|c| ("Cookie".to_owned(), format!("miaoban_session={c}"))));
        self.send(&call)
    }

    /// Sends a part of a file.
    pub fn part(&mut self, upload: &str, offset: &str, body: &[u8]) -> Reply {
        let headers = [("X-Requested-With", "miaoban"), ("Content-Type", "application/octet-stream"), ("Accept-Language", self.lang)];
        let headers = headers.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec();
        self.carry(Call { method: Method::Put, path: format!("/uploads/{upload}/parts/{offset}"), headers, body: body.to_vec() }).response
    }

    pub fn get(&mut self, path: &str) -> Value {
        let reply = self.call(Method::Get, path, None, None).response;
        assert_eq!(reply.status, 200, "GET {path}: {}", text(&reply));
        json_of(&reply)
    }

    /// A POST with a key of its own.
    pub fn post(&mut self, path: &str, body: &Value) -> Reply {
        self.keys += 1;
        let key = format!("key-{}", self.keys);
        self.call(Method::Post, path, Some(body), Some(&key)).response
    }

    pub fn posted(&mut self, path: &str, body: &Value) -> Value {
        let reply = self.post(path, body);
        assert!((200..300).contains(&reply.status), "POST {path}: {} {}", reply.status, text(&reply));
        json_of(&reply)
    }

    pub fn forget_cookie(&mut self) {
        self.cookie = None;
    }

    /// Another device with its own cookies: call it again to be back.
    pub fn change_device(&mut self, jar: &mut Option<String>) {
        std::mem::swap(&mut self.cookie, jar);
    }

    /// Consents to every source but some; answers the consent's id.
    pub fn consent(&mut self, service: &str, method: &str, refuse: &[&str]) -> String {
        let terms = self.get(&format!("/services/{service}/consent-terms"));
        let all: Vec<&str> = terms["sources"].as_array().expect("sources").iter().filter_map(|s| s["id"].as_str()).collect();
        let granted: Vec<&&str> = all.iter().filter(|s| !refuse.contains(s)).collect();
        let refused: Vec<&&str> = all.iter().filter(|s| refuse.contains(s)).collect();
        let body = json!({"service_id": service, "terms_version": terms["version"], "granted": granted, "refused": refused, "method": method, "face": method == "face"});
        self.posted("/consents", &body)["id"].as_str().expect("id").to_owned()
    }

    /// Opens an identity session; answers the session and the provider's ticket.
    pub fn open(&mut self, service: &str, consent: &str, method: &str) -> (Value, String) {
        let body =
            json!({"service_id": service, "consent_id": consent, "method": method, "return_url": format!("{APP}/handoff"), "state": "state-0123456789abcdef"});
        let session = self.posted("/identity-sessions", &body);
        let ticket = session["url"].as_str().and_then(|u| u.split_once("ticket=")).expect("ticket").1.to_owned();
        (session, ticket)
    }

    /// Opens a session that is answered in the app, by SMS.
    pub fn open_here(&mut self, service: &str, consent: &str) -> Value {
        let body =
            json!({"service_id": service, "consent_id": consent, "method": "sms", "return_url": format!("{APP}/handoff"), "state": "state-0123456789abcdef"});
        self.posted("/identity-sessions", &body)
    }

    /// Answers what a session asks.
    pub fn answer(&mut self, session: &Value, answer: &Value) -> Reply {
        let mut body = answer.clone();
        body["state"] = json!("state-0123456789abcdef");
        let path = format!("/identity-sessions/{}/confirm", session["id"].as_str().unwrap_or_default());
        self.call(Method::Post, &path, Some(&body), None).response
    }

    /// The code that the demo says it has sent.
    pub fn sms_code(&mut self, session: &Value) -> String {
        let session = self.get(&format!("/identity-sessions/{}", session["id"].as_str().unwrap_or_default()));
        session["ask"]["hint"].as_str().expect("a hint").chars().filter(char::is_ascii_digit).collect()
    }

    /// Goes to the provider and comes back with a code.
    pub fn provider(&mut self, ticket: &str, person: &str, outcome: &str) -> String {
        let task = self.get(&format!("/demo/provider/{ticket}"));
        assert_eq!(task["status"], "opened");
        let back = self.posted(&format!("/demo/provider/{ticket}/outcome"), &json!({"person": person, "outcome": outcome}));
        let url = back["return_url"].as_str().expect("return_url");
        assert!(url.starts_with(&format!("{APP}/handoff?session=")), "{url}");
        url.split_once("code=").expect("code").1.to_owned()
    }

    pub fn confirm(&mut self, session: &Value, code: &str) -> Reply {
        let path = format!("/identity-sessions/{}/confirm", session["id"].as_str().unwrap_or_default());
        self.call(Method::Post, &path, Some(&json!({"state": "state-0123456789abcdef", "code": code})), None).response
    }

    /// From consent to a verified session; answers the consent's id.
    pub fn verify(&mut self, service: &str, person: &str, refuse: &[&str]) -> String {
        let method = if person == "xiaoyu" { "sms" } else { "face" };
        let consent = self.consent(service, method, refuse);
        let reply = if method == "sms" {
            let session = self.open_here(service, &consent);
            self.answer(&session, &json!({"phone": phone_of(person)}));
            let code = self.sms_code(&session);
            self.answer(&session, &json!({"code": code}))
        } else {
            let (session, ticket) = self.open(service, &consent, method);
            let code = self.provider(&ticket, person, "success");
            self.confirm(&session, &code)
        };
        assert_eq!(reply.status, 200, "{}", text(&reply));
        assert_eq!(json_of(&reply)["status"], "done");
        consent
    }

    pub fn form(&mut self, service: &str) -> Form {
        let form = self.get(&format!("/services/{service}/form"));
        Form::load(form["version"].as_str().unwrap_or_default(), &form["schema"]).unwrap_or_else(|e| panic!("{service}: {e}"))
    }

    /// Everything the sources say, merged as the app merges it.
    pub fn filled(&mut self, service: &str, consent: &str, form: &Form) -> Answers {
        let mut answers = Answers::new(form);
        let terms = self.get(&format!("/services/{service}/consent-terms"));
        for source in terms["sources"].as_array().expect("sources") {
            let id = source["id"].as_str().unwrap_or_default();
            let said = self.get(&format!("/services/{service}/prefill/{id}?consent_id={consent}"));
            let said: SourcePrefill = serde_json::from_value(said).expect("SourcePrefill");
            let merged = answers.merge(&said);
            assert!(merged.unknown.is_empty(), "{service}/{id} fills what the form does not ask: {:?}", merged.unknown);
        }
        answers
    }

    /// Answers what is still open, with anything that the form accepts.
    pub fn complete(&mut self, form: &Form, answers: &mut Answers) {
        for _ in 0..20 {
            let today = self.today();
            if count(form, answers, today).open == 0 {
                return;
            }
            let shown = visible(form, answers, today);
            let data = answers.data(form, today);
            for (field, _) in form.fields.iter().zip(shown).filter(|(_, shown)| *shown) {
                if field.is_required_in(&data, today) && !answers.is_answered(field) {
                    let value = self.anything(&field.kind, &field.limits);
                    let _ = answers.type_in(field, value);
                }
            }
        }
        panic!("the form cannot be completed: {:?}", answers.data(form, self.today()));
    }

    fn anything(&mut self, kind: &Kind, limits: &miaoban::form::Limits) -> Value {
        match kind {
            Kind::Email => json!("someone@example.com"),
            Kind::Uri => json!("https://example.com"),
            Kind::Identifier(IdentifierKind::ResidentId | IdentifierKind::AnyId) => json!("110101202311012176"),
            Kind::Identifier(IdentifierKind::Uscc) => json!("91350100M000100Y43"),
            Kind::Identifier(IdentifierKind::Mobile) => json!("13800138000"),
            Kind::Identifier(IdentifierKind::Plate) => json!("粤B12345"),
            Kind::Identifier(IdentifierKind::BankCard) => json!("6222024000000000014"),
            Kind::Identifier(IdentifierKind::TravelPermit) => json!("H12345678"),
            _ if limits.pattern.as_deref() == Some("^[A-Z][0-9]{9}$") => json!("Y440000001"),
            Kind::Number { .. } | Kind::Money => json!(limits.minimum.unwrap_or(1.0).ceil() as i64),
            Kind::YesNo | Kind::Declaration => json!(true),
            Kind::Date => json!("2026-11-01"),
            Kind::Time { .. } => json!("9:30"),
            Kind::DateTime => json!("2026-11-01 9:30"),
            Kind::Signature => json!(self.upload()),
            Kind::Address(parts) => parts.iter().map(|p| (p.key.clone(), json!("南山区"))).collect::<serde_json::Map<_, _>>().into(),
            Kind::DateRange([from, to]) => json!({ &from.key: "2026-01-01", &to.key: "2026-11-01" }),
            Kind::Choice { options, .. } => options.first().map_or(Value::Null, |o| o.value.clone()),
            Kind::MultiChoice { options } => json!(options.iter().take(1).map(|o| o.value.clone()).collect::<Vec<_>>()),
            Kind::File { many, .. } => {
                let id = self.upload();
                if *many {
                    json!([id])
                } else {
                    json!(id)
                }
            }
            Kind::Repeat { fields, .. } => {
                let mut item = json!({});
                for field in fields.iter().filter(|f| f.required) {
                    let value = self.anything(&field.kind, &field.limits);
                    field.pointer.set(&mut item, value);
                }
                json!(vec![item; limits.min_items.unwrap_or(1).max(1)])
            }
            _ => json!("测".repeat(limits.min_length.unwrap_or(2).max(2).min(limits.max_length.unwrap_or(40)))),
        }
    }

    pub fn upload(&mut self) -> String {
        self.keys += 1;
        let headers = vec![
            ("X-Requested-With".to_owned(), "miaoban".to_owned()),
            ("Content-Type".to_owned(), "application/pdf".to_owned()),
            ("X-File-Name".to_owned(), "%E7%94%A8%E9%80%94.pdf".to_owned()),
            ("Idempotency-Key".to_owned(), format!("file-{}", self.keys)),
        ];
        let reply = self.carry(Call { method: Method::Post, path: "/attachments".to_owned(), headers, body: b"%PDF-1.7 a file".to_vec() }).response;
        assert_eq!(reply.status, 201, "{}", text(&reply));
        let file = json_of(&reply);
        assert_eq!(file["name"], "用途.pdf");
        file["id"].as_str().expect("id").to_owned()
    }

    /// What the app would submit.
    pub fn submission(&mut self, service: &str, consent: &str, form: &Form, answers: &Answers) -> Value {
        let today = self.today();
        json!({
            "service_id": service, "form_version": form.version, "consent_id": consent,
            "data": answers.data(form, today), "provenance": answers.provenance(form, today),
        })
    }

    /// A whole application by a person who agrees to everything; answers it as submitted.
    pub fn apply(&mut self, service: &str, person: &str) -> Value {
        let consent = self.verify(service, person, &[]);
        let form = self.form(service);
        let mut answers = self.filled(service, &consent, &form);
        self.complete(&form, &mut answers);
        let body = self.submission(service, &consent, &form, &answers);
        if person == "xiaoyu" {
            // Too young for a face: at a window.
            self.posted("/demo/session", &json!({"person": person, "level": "strong"}));
        }
        self.posted("/applications", &body)
    }

    /// The application once every rule has been checked.
    pub fn decided(&mut self, application: &Value) -> Value {
        self.wait(60_000);
        self.get(&format!("/applications/{}", application["id"].as_str().unwrap_or_default()))
    }
}

pub fn text(reply: &Reply) -> String {
    String::from_utf8_lossy(&reply.body).into_owned()
}

pub fn json_of(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body).unwrap_or_else(|e| panic!("no JSON ({e}): {}", text(reply)))
}

/// The case that a problem names.
pub fn case(reply: &Reply) -> String {
    assert_eq!(header(&reply.headers, "Content-Type"), Some("application/problem+json"), "{}", text(reply));
    json_of(reply)["type"].as_str().and_then(|t| t.rsplit('/').next()).unwrap_or_default().to_owned()
}
