//! The demo backend behind an example: in memory, with a clock that stands still until it is moved, a browser's one cookie and
//! numbers that are the same each time. What has to have happened before the page opens is done here, through the contract.

use super::{data, mistakes};
use crate::backend::client::encode;
use crate::backend::transport::{header, Call, Method, Reply, TransportError};
use crate::demo::{Answer, Backend, Claims, CodeExchange, Conditions, Exchanged, Faults, MemoryStore, Oidc};
use crate::form::{Answers, Form};
use crate::model::date::Moment;
use crate::model::draft::Draft;
use crate::model::prefill::SourcePrefill;
use crate::model::session::Carrying;
use crate::platform::{address, stage};
use crate::state::handoff::PendingHandoff;
use crate::words::Lang;
use serde_json::{json, Value};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// 2026-11-23 14:02 in China, a Monday.
pub const NOW: Moment = Moment(1_795_413_720_000);
/// The state that every identity session of an example is opened with.
const STATE: &str = "state-0123456789abcdef";
/// The provider of OpenID Connect that examples have.
const ISSUER: &str = "https://id.example";

/// Answers a call before the backend sees it: how a network fails.
pub type Intercept = fn(&Call) -> Option<Result<Reply, TransportError>>;

/// Picks calls.
pub type Which = fn(&Call) -> bool;

/// A desk for one example.
pub struct Desk {
    backend: Option<Rc<Backend>>,
    store: RefCell<MemoryStore>,
    now: Cell<Moment>,
    lang: Lang,
    cookie: RefCell<Option<String>>,
    /// How calls say whose they are; those that prepare an example, by the cookie.
    session: RefCell<Carrying>,
    numbers: Cell<u64>,
    keys: Cell<u32>,
    intercept: Cell<Option<Intercept>>,
    held: Cell<Option<Which>>,
    /// Every call of the app, in order.
    calls: RefCell<Vec<Call>>,
}

impl Desk {
    /// A desk whose people speak `lang`; its stage is open at `/`.
    pub fn new(lang: Lang) -> Rc<Self> {
        stage::open("/", NOW);
        let backend = data::backend().map_err(mistakes::note).ok();
        Rc::new(Self {
            backend,
            store: RefCell::default(),
            now: Cell::new(NOW),
            lang,
            cookie: RefCell::default(),
            session: RefCell::default(),
            numbers: Cell::new(7),
            keys: Cell::new(0),
            intercept: Cell::new(None),
            held: Cell::new(None),
            calls: RefCell::default(),
        })
    }

    /// Lets time pass.
    pub fn wait(&self, ms: i64) {
        self.now.set(self.now.get().plus_ms(ms));
        stage::set_clock(self.now.get());
    }

    /// From now on calls say whose they are in this way; the app begins anew with it.
    pub fn carry(&self, carrying: Carrying) {
        *self.session.borrow_mut() = carrying;
    }

    pub(super) fn carrying(&self) -> Carrying {
        self.session.borrow().clone()
    }

    /// From now on, what `intercept` answers never reaches the backend.
    pub fn break_wire(&self, intercept: Option<Intercept>) {
        self.intercept.set(intercept);
    }

    /// Keeps such calls on their way until [`Self::release`]: the backend hears of them then.
    pub fn hold(&self, which: Which) {
        self.held.set(Some(which));
    }

    pub fn release(&self) {
        self.held.set(None);
    }

    pub(super) fn is_held(&self, call: &Call) -> bool {
        self.held.get().is_some_and(|held| held(call))
    }

    /// What the app has asked so far.
    pub fn calls(&self) -> Vec<Call> {
        self.calls.borrow().clone()
    }

    /// How often the app has asked this; `path` is without the query.
    pub fn count(&self, method: Method, path: &str) -> usize {
        self.calls.borrow().iter().filter(|c| c.method == method && c.path.split('?').next() == Some(path)).count()
    }

    /// A call has left the app.
    pub(super) fn hear(&self, call: &Call) {
        self.calls.borrow_mut().push(call.clone());
    }

    /// A call of the app has arrived.
    pub(super) fn answer_app(&self, call: Call) -> Result<Answer, TransportError> {
        match self.intercept.get().and_then(|intercept| intercept(&call)) {
            Some(reply) => reply.map(|response| Answer { response, delay_ms: 0, dropped: false, exchange: None }),
            None => self.answer(call).ok_or(TransportError::Unreachable),
        }
    }

    fn answer(&self, mut call: Call) -> Option<Answer> {
        if let Some(cookie) = self.cookie.borrow().clone() {
            call.headers.push(("Cookie".to_owned(), cookie));
        }
        let mut random = || {
            let mixed = self.numbers.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            self.numbers.set(mixed ^ (mixed >> 29));
            self.numbers.get()
        };
        let mut conditions = Conditions {
            now: self.now.get(),
            random: &mut random,
            faults: Faults::default(),
            provider_base: format!("{}/demo/provider/", address::origin()),
            allowed_origins: vec![address::origin()],
            session: self.session.borrow().clone(),
            caller: Some("preview".to_owned()),
            oidc: Some(Oidc {
                issuer: ISSUER.to_owned(),
                client_id: "miaoban".to_owned(),
                authorization_endpoint: Some(format!("{ISSUER}/auth")),
                names_issuer: true,
                exchanged: None,
            }),
        };
        let backend = self.backend.as_ref()?;
        let mut answer = backend.answer(&mut *self.store.borrow_mut(), &call, &mut conditions);
        if let (Some(CodeExchange { session, code, nonce, .. }), Some(oidc)) = (answer.exchange.take(), &mut conditions.oidc) {
            // As a provider whose every code is the account that it stands for.
            let claims = Claims { issuer: ISSUER.to_owned(), subject: code.clone(), nonce };
            oidc.exchanged = Some(Exchanged { session, code, result: Ok(claims) });
            answer = backend.answer(&mut *self.store.borrow_mut(), &call, &mut conditions);
        }
        if let Some(set) = header(&answer.response.headers, "Set-Cookie") {
            *self.cookie.borrow_mut() = set.split(';').next().map(str::to_owned);
        }
        Some(answer)
    }

    /// A call that prepares an example. What is refused is a mistake of the example.
    pub fn ask(&self, method: Method, path: &str, body: &Value) -> Value {
        self.keys.set(self.keys.get() + 1);
        let headers = [
            ("Accept-Language", self.lang.tag().to_owned()),
            ("X-Requested-With", "miaoban".to_owned()),
            ("Content-Type", "application/json".to_owned()),
            ("Idempotency-Key", format!("example-{:08}", self.keys.get())),
        ];
        let headers = headers.into_iter().filter(|(n, _)| *n != "Idempotency-Key" || method == Method::Post);
        let call = Call {
            method,
            path: path.to_owned(),
            headers: headers.map(|(n, v)| (n.to_owned(), v)).collect(),
            body: if method == Method::Get { Vec::new() } else { body.to_string().into_bytes() },
        };
        let Some(answer) = self.answer(call) else { return Value::Null };
        let said = String::from_utf8_lossy(&answer.response.body).into_owned();
        if !(200..300).contains(&answer.response.status) {
            mistakes::note(format!("{} {path}: {} {said}", method.as_str(), answer.response.status));
        }
        serde_json::from_str(&said).unwrap_or_default()
    }

    /// Signs a person in at the account level.
    pub fn sign_in(&self, person: &str) {
        self.ask(Method::Post, "/demo/session", &json!({"person": person}));
    }

    /// Consents to every source but some; the consent's id.
    pub fn consent(&self, service: &str, method: &str, refuse: &[&str]) -> String {
        let terms = self.ask(Method::Get, &format!("/services/{service}/consent-terms"), &Value::Null);
        let all: Vec<&str> = terms["sources"].as_array().into_iter().flatten().filter_map(|s| s["id"].as_str()).collect();
        let (refused, granted): (Vec<&str>, Vec<&str>) = all.into_iter().partition(|id| refuse.contains(id));
        let body = json!({
            "service_id": service, "terms_version": terms["version"], "granted": granted, "refused": refused, "method": method, "face": method == "face",
        });
        self.ask(Method::Post, "/consents", &body)["id"].as_str().unwrap_or_default().to_owned()
    }

    /// Opens an identity session as the app does before it leaves for the provider.
    pub fn hand_off(&self, service: &str, method: &str, refuse: &[&str]) -> Ticket {
        let consent = self.consent(service, method, refuse);
        let body = json!({
            "service_id": service, "consent_id": consent, "method": method, "return_url": format!("{}/handoff", address::origin()), "state": STATE,
        });
        let session = self.ask(Method::Post, "/identity-sessions", &body);
        let ticket = session["url"].as_str().and_then(|u| u.split_once("ticket=")).map(|(_, t)| t.to_owned()).unwrap_or_default();
        let id = session["id"].as_str().unwrap_or_default().to_owned();
        let camera = method == "face";
        let service = service.to_owned();
        let pending = PendingHandoff { session: id.clone(), state: STATE.to_owned(), service, camera, for_other: false, guardian: None, back: None };
        pending.keep();
        Ticket { session: id, ticket, consent }
    }

    /// Opens a step-up by a face as the app does, for whoever is verified.
    pub fn step_up(&self, service: &str, back: &str) -> Ticket {
        let body = json!({
            "service_id": service, "method": "face", "face": true, "level": "strong", "return_url": format!("{}/handoff", address::origin()), "state": STATE,
        });
        let session = self.ask(Method::Post, "/identity-sessions", &body);
        let ticket = session["url"].as_str().and_then(|u| u.split_once("ticket=")).map(|(_, t)| t.to_owned()).unwrap_or_default();
        let id = session["id"].as_str().unwrap_or_default().to_owned();
        let (service, back) = (service.to_owned(), Some(back.to_owned()));
        let pending = PendingHandoff { session: id.clone(), state: STATE.to_owned(), service, camera: true, for_other: false, guardian: None, back };
        pending.keep();
        Ticket { session: id, ticket, consent: String::new() }
    }

    /// Makes a person as sure as can be, without a check.
    pub fn sign_in_surely(&self, person: &str) {
        self.ask(Method::Post, "/demo/session", &json!({"person": person, "level": "strong"}));
    }

    /// The provider reports how it ended; the address (path and query) that it sends the person back to.
    pub fn report(&self, ticket: &Ticket, person: &str, outcome: &str) -> String {
        let back = self.ask(Method::Post, &format!("/demo/provider/{}/outcome", ticket.ticket), &json!({"person": person, "outcome": outcome}));
        let url = back["return_url"].as_str().unwrap_or_default();
        url.strip_prefix(&address::origin()).unwrap_or(url).to_owned()
    }

    /// The address that a provider of OpenID Connect sends the person back to; a code stands for the account that it is given for.
    pub fn back_from_account(&self, said: &str) -> String {
        format!("/handoff?{said}&state={STATE}&iss={}", encode(ISSUER))
    }

    /// The code that lets another device carry the check out.
    pub fn link(&self, ticket: &Ticket) -> String {
        let link = self.ask(Method::Post, &format!("/identity-sessions/{}/link", ticket.session), &json!({"state": STATE}));
        link["code"].as_str().unwrap_or_default().to_owned()
    }

    /// A phone opens a code, and keeps what it must remember while it is away.
    pub fn open_link(&self, code: &str) -> Ticket {
        let body = json!({"return_url": format!("{}/continue", address::origin()), "state": STATE});
        let session = self.ask(Method::Post, &format!("/device-links/{code}/open"), &body);
        let ticket = session["url"].as_str().and_then(|u| u.split_once("ticket=")).map(|(_, t)| t.to_owned()).unwrap_or_default();
        let id = session["id"].as_str().unwrap_or_default().to_owned();
        crate::state::handoff::PendingLink { link: code.to_owned(), session: id.clone(), state: STATE.to_owned() }.keep();
        Ticket { session: id, ticket, consent: String::new() }
    }

    /// A phone tells the backend what it came back with.
    pub fn finish_link(&self, code: &str, returned: &str) {
        let back = returned.split_once("code=").map(|(_, code)| code).unwrap_or_default();
        self.ask(Method::Post, &format!("/device-links/{code}/finish"), &json!({"state": STATE, "code": back}));
    }

    /// Asks the backend to believe what came back, as the app does; once it has, the person is verified.
    pub fn confirm(&self, ticket: &Ticket, returned: &str) {
        let code = returned.split_once("code=").map(|(_, code)| code).unwrap_or_default();
        self.ask(Method::Post, &format!("/identity-sessions/{}/confirm", ticket.session), &json!({"state": STATE, "code": code}));
    }

    /// Answers a check by SMS as whoever is signed in to the account: the number and then the code, both of which the demo tells.
    pub fn answer_sms(&self, ticket: &Ticket) {
        self.ask_for_code(ticket);
        let code = self.hinted(ticket);
        self.ask(Method::Post, &format!("/identity-sessions/{}/confirm", ticket.session), &json!({"state": STATE, "code": code}));
    }

    /// Has the code sent.
    pub fn ask_for_code(&self, ticket: &Ticket) {
        let phone = self.hinted(ticket);
        self.ask(Method::Post, &format!("/identity-sessions/{}/confirm", ticket.session), &json!({"state": STATE, "phone": phone}));
    }

    /// The digits of what the demo says about the question that is open.
    pub fn hinted(&self, ticket: &Ticket) -> String {
        let session = self.ask(Method::Get, &format!("/identity-sessions/{}", ticket.session), &Value::Null);
        session["ask"]["hint"].as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect()
    }

    /// From nobody to a verified person who consented to every source but some; the consent's id.
    pub fn verify(&self, person: &str, service: &str, refuse: &[&str]) -> String {
        self.sign_in(person);
        let ticket = self.hand_off(service, "sms", refuse);
        self.answer_sms(&ticket);
        crate::state::handoff::PendingHandoff::forget();
        ticket.consent
    }

    /// A child's face check ends for want of a guardian, whom the child asks: the code.
    pub fn ask_guardian(&self, child: &str, service: &str) -> String {
        let ticket = self.hand_off(service, "face", &[]);
        self.report(&ticket, child, "success");
        let path = format!("/identity-sessions/{}/guardian", ticket.session);
        let code = self.ask(Method::Post, &path, &json!({"state": STATE}))["code"].as_str().unwrap_or_default().to_owned();
        crate::state::handoff::PendingHandoff::forget();
        code
    }

    /// Whoever it was is gone.
    pub fn sign_out(&self) {
        self.ask(Method::Delete, "/session", &Value::Null);
        *self.cookie.borrow_mut() = None;
    }

    /// Leaves a draft of typed answers (an object by pointer).
    pub fn draft(&self, service: &str, typed: &Value, submission_key: Option<&str>) {
        let form = self.ask(Method::Get, &format!("/services/{service}/form"), &Value::Null);
        let values = typed.as_object().into_iter().flatten().map(|(k, v)| (k.clone(), v.clone())).collect();
        let version = form["version"].as_str().unwrap_or_default().to_owned();
        let draft = Draft {
            form_version: version,
            values,
            labels: BTreeMap::new(),
            disputes: Vec::new(),
            submission_key: submission_key.map(str::to_owned),
            answers: Default::default(),
            acting_for: None,
        };
        self.ask(Method::Put, &format!("/drafts/{service}"), &json!(draft));
    }

    /// A whole application of a person, with what they typed (an object by pointer); its id. Time does not pass.
    pub fn apply(&self, person: &str, service: &str, typed: &Value) -> String {
        let consent = self.verify(person, service, &[]);
        let Some(body) = self.submission(service, &consent, typed) else { return String::new() };
        self.ask(Method::Post, "/applications", &body)["id"].as_str().unwrap_or_default().to_owned()
    }

    /// What the app would submit.
    pub fn submission(&self, service: &str, consent: &str, typed: &Value) -> Option<Value> {
        let form = self.ask(Method::Get, &format!("/services/{service}/form"), &Value::Null);
        let version = form["version"].as_str().unwrap_or_default().to_owned();
        let form = Form::load(&version, &form["schema"]).map_err(|e| mistakes::note(e.to_string())).ok()?;
        let mut answers = Answers::new(&form);
        let terms = self.ask(Method::Get, &format!("/services/{service}/consent-terms"), &Value::Null);
        for source in terms["sources"].as_array().into_iter().flatten().filter_map(|s| s["id"].as_str()) {
            let said = self.ask(Method::Get, &format!("/services/{service}/prefill/{source}?consent_id={consent}"), &Value::Null);
            match serde_json::from_value::<SourcePrefill>(said) {
                Ok(said) => drop(answers.merge(&said)),
                Err(e) => mistakes::note(format!("{service} {source}: {e}")),
            }
        }
        for (pointer, value) in typed.as_object().into_iter().flatten() {
            if form.field(pointer).is_none_or(|field| answers.type_in(field, value.clone()).is_err()) {
                mistakes::note(format!("{service} takes no answer at {pointer}"));
            }
        }
        let today = self.now.get().date_in_china();
        Some(json!({
            "service_id": service, "form_version": version, "consent_id": consent,
            "data": answers.data(&form, today), "provenance": answers.provenance(&form, today),
        }))
    }

    /// Withdraws a person's consents, as another tab might.
    pub fn withdraw(&self, service: &str) {
        let all = self.ask(Method::Get, &format!("/consents?service_id={service}"), &Value::Null);
        for id in all["items"].as_array().into_iter().flatten().filter_map(|c| c["id"].as_str()) {
            self.ask(Method::Delete, &format!("/consents/{id}"), &Value::Null);
        }
    }

    /// Rates an application (一事一评, then 追评).
    pub fn rate(&self, application: &str, kind: &str, stars: u8, text: &str) {
        let sheet = self.ask(Method::Get, &format!("/applications/{application}/rating"), &Value::Null);
        let level = sheet["levels"].as_array().into_iter().flatten().find(|l| l["level"] == stars);
        let tags: Vec<Value> = level.into_iter().filter_map(|l| l["tags"].get(0)?.get("code").cloned()).collect();
        let body = json!({"kind": kind, "version": sheet["version"], "level": stars, "tags": tags, "text": text, "named": false});
        self.ask(Method::Post, &format!("/applications/{application}/ratings"), &body);
    }
}

/// An identity session under way.
pub struct Ticket {
    pub session: String,
    pub ticket: String,
    pub consent: String,
}
