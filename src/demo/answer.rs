//! From a request to an answer: what every operation goes through, in order.

use super::carried::Carried;
use super::catalogue::Catalogue;
use super::exchange::Exchange;
use super::faults::Faults;
use super::idempotency;
use super::oidc::{CodeExchange, Oidc};
use super::provider;
use super::reply::{into_reply, Refusal};
use super::router::{route, run, Op};
use super::service::Service;
use super::sessions::Visitor;
use super::store::Store;
use super::words::Say;
use crate::backend::transport::{header, Call, Method, Reply};
use crate::form::Patterns;
use crate::model::date::Moment;
use crate::model::session::Carrying;
use crate::words::Lang;
use serde_json::{json, Value};
use std::sync::Arc;

/// What a fault remembers, so that it happens once.
const FAULTS: &str = "fault";
/// How long the fault `slow` takes, in milliseconds.
const SLOW_MS: u32 = 3_000;

/// The demo backend.
pub struct Backend {
    catalogue: Arc<Catalogue>,
    patterns: Arc<dyn Patterns + Send + Sync>,
}

/// What the host knows and the core must not ask for itself.
pub struct Conditions<'a> {
    pub now: Moment,
    /// Each call another 64 bits; nobody must be able to guess them.
    pub random: &'a mut dyn FnMut() -> u64,
    /// Faults that the host asks for, beside those of the request's `X-Demo-Fault`.
    pub faults: Faults,
    /// Address of the provider's page, without a query; a ticket is added.
    pub provider_base: String,
    /// Origins that a person may be sent back to (`http://localhost:8080`).
    pub allowed_origins: Vec<String>,
    /// How calls say whose they are. Tokens against forged requests are asked for where this names a header for them.
    pub session: Carrying,
    /// Who calls, as far as the host can tell (a network address), so that guessing can be limited. `None` for a host in the page, which no
    /// other device can reach: it offers none to continue on.
    pub caller: Option<String>,
    /// The provider of OpenID Connect that the host speaks to; without one no such method is offered.
    pub oidc: Option<Oidc>,
}

/// What the host does with it: wait, then answer, or close the connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub response: Reply,
    /// In milliseconds; 0 without faults.
    pub delay_ms: u32,
    /// The request was processed, and nobody hears of it.
    pub dropped: bool,
    /// To be exchanged by the host, which then asks the same again with what came of it ([`Oidc::exchanged`]); only that answer counts.
    pub exchange: Option<CodeExchange>,
}

impl Backend {
    /// A backend that takes every `pattern` of a form as matched, for want of a matcher.
    pub fn new(catalogue: impl Into<Arc<Catalogue>>) -> Self {
        Self { catalogue: catalogue.into(), patterns: Arc::new(AnyText) }
    }

    /// Checks the `pattern`s of forms by the host's ECMA-262 expressions.
    #[must_use]
    pub fn with_patterns(mut self, patterns: Arc<dyn Patterns + Send + Sync>) -> Self {
        for form in self.catalogue.services.iter().flat_map(Service::every_form) {
            form.match_with(patterns.clone());
        }
        self.patterns = patterns;
        self
    }

    /// The data it answers from.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// For a host in the page: what its provider page needs to work alone while the app is away, `return_url` and one-time `code`
    /// included. `None` where the ticket is unknown.
    pub fn handoff(&self, store: &mut dyn Store, ticket: &str, now: Moment) -> Option<Value> {
        provider::handoff(&self.catalogue, store, ticket, now)
    }

    /// Answers one request. Never panics, whatever is asked; what is wrong is told as a problem of RFC 9457.
    pub fn answer(&self, store: &mut dyn Store, call: &Call, conditions: &mut Conditions<'_>) -> Answer {
        let asked = header(&call.headers, "X-Demo-Fault").map(Faults::parse).unwrap_or_default();
        let faults = conditions.faults.and(asked);
        let path = call.path.split(['?', '#']).next().unwrap_or_default();
        let carried = Carried::new(&conditions.session, call);
        let visitor = Visitor::of(carried.token(), store, conditions.now);
        let mut x = Exchange {
            catalogue: &self.catalogue,
            patterns: self.patterns.as_ref(),
            store,
            call,
            now: conditions.now,
            random: &mut *conditions.random,
            lang: language(call),
            faults: faults.here(call.method, path),
            visitor,
            carried,
            provider_base: &conditions.provider_base,
            allowed_origins: &conditions.allowed_origins,
            caller: conditions.caller.as_deref(),
            oidc: conditions.oidc.as_ref(),
            exchange: None,
            delay_ms: 0,
        };
        let op = match route(call.method, path) {
            Ok(op) => op,
            Err(refusal) => return Answer { response: refusal.into_reply(x.lang), delay_ms: 0, dropped: false, exchange: None },
        };
        let mut response = process(&op, path, &mut x).unwrap_or_else(|refusal| refusal.into_reply(x.lang));
        x.carried.mark(&mut response);
        spoil(&op, path, x, response)
    }
}

/// Every check that does not depend on the operation, then the operation.
fn process(op: &Op, path: &str, x: &mut Exchange<'_>) -> Result<Reply, Refusal> {
    break_down(op, path, x)?;
    if x.call.method != Method::Get && x.header("X-Requested-With") != Some("miaoban") {
        return Err(Refusal::new(403, "csrf", Say::CsrfTitle, Say::CsrfDetail));
    }
    // The provider's page belongs to another party, which has no session here.
    let is_ours = !op.is_demo() || *op == Op::DemoSignIn;
    if x.call.method != Method::Get && is_ours && !x.carried.is_genuine(x.call) {
        return Err(Refusal::new(403, "csrf-needed", Say::CsrfTitle, Say::CsrfNeededDetail));
    }
    if op.needs_verification() {
        x.applicant()?;
    }
    // Only a POST can be a repeated one; elsewhere the header says nothing.
    let once = if x.call.method == Method::Post { idempotency::key(x, path, op.creates())? } else { None };
    if let Some(once) = &once {
        if let Some(first) = once.replay(x)? {
            return Ok(first);
        }
        if op.submits() && x.faults.has("rate-limited") && first_time(x, "rate-limited", &once.key) {
            return Err(rate_limited());
        }
    }
    let success = run(op, x)?;
    let reply = into_reply(success, x.lang, x.header("If-None-Match").filter(|_| x.call.method == Method::Get));
    if let Some(once) = once {
        once.record(x, &reply);
    }
    Ok(reply)
}

/// Faults that come before the request is looked at.
fn break_down(op: &Op, path: &str, x: &mut Exchange<'_>) -> Result<(), Refusal> {
    let concerns = |x: &Exchange<'_>, name: &str| x.faults.narrowed(name) || (x.faults.has(name) && op.is_broken_by_default());
    if concerns(x, "server-error") {
        return Err(Refusal::internal());
    }
    if concerns(x, "server-error-once") && first_time(x, "server-error-once", &format!("{} {path}", x.call.method.as_str())) {
        return Err(Refusal::internal());
    }
    if x.faults.narrowed("rate-limited") && !op.submits() {
        return Err(rate_limited());
    }
    Ok(())
}

/// Faults of the answer: late, lost, or not what was promised.
fn spoil(op: &Op, path: &str, mut x: Exchange<'_>, mut response: Reply) -> Answer {
    let reaches = |x: &Exchange<'_>, name: &str| x.faults.narrowed(name) || (x.faults.has(name) && !op.is_demo());
    if reaches(&x, "slow") {
        x.delay_ms = x.delay_ms.max(SLOW_MS);
    }
    if reaches(&x, "malformed") {
        if response.body.is_empty() {
            response.body = b"{\"items\": [".to_vec();
        }
        response.body.truncate(response.body.len().div_ceil(2));
        response.status = 200;
    } else if reaches(&x, "html") {
        let page = "<!doctype html><title>登录</title><p>请先登录。</p>";
        response = Reply { status: 200, headers: vec![("Content-Type".to_owned(), "text/html; charset=utf-8".to_owned())], body: page.as_bytes().to_vec() };
    } else if reaches(&x, "empty-body") {
        response.body.clear();
        response.status = 200;
    }
    if ["malformed", "html", "empty-body"].iter().any(|fault| reaches(&x, fault)) {
        // Under the good answer's ETag a browser would keep the broken body, and be told later that it is still current.
        response.headers.retain(|(name, _)| !name.eq_ignore_ascii_case("ETag") && !name.eq_ignore_ascii_case("Cache-Control"));
        response.headers.push(("Cache-Control".to_owned(), "no-store".to_owned()));
    }
    let mut dropped = false;
    if (x.faults.has("lost-response") && op.submits()) || x.faults.narrowed("lost-response") {
        let key = x.header("Idempotency-Key").map_or_else(|| format!("{} {path}", x.call.method.as_str()), str::to_owned);
        dropped = (200..300).contains(&response.status) && first_time(&mut x, "lost-response", &key);
    }
    Answer { response, delay_ms: x.delay_ms, dropped, exchange: x.exchange }
}

fn rate_limited() -> Refusal {
    Refusal::new(429, "rate-limited", Say::RateLimitedTitle, Say::RateLimitedDetail).value("seconds", 2).header("Retry-After", "2")
}

/// Whether a fault meets this for the first time; from now on it has.
fn first_time(x: &mut Exchange<'_>, fault: &str, what: &str) -> bool {
    let id = format!("{fault} {what}");
    let first = x.store.get(FAULTS, &id).is_none();
    if first {
        x.store.put(FAULTS, &id, &json!(x.now.0));
    }
    first
}

/// The language asked for: the first of the highest quality that is spoken here (RFC 9110 § 12.5.4).
fn language(call: &Call) -> Lang {
    let wanted = header(&call.headers, "Accept-Language").unwrap_or_default();
    let mut best: Option<(f32, Lang)> = None;
    for part in wanted.split(',') {
        let (tag, parameters) = part.split_once(';').unwrap_or((part, ""));
        let quality = parameters.split_once("q=").and_then(|(_, q)| q.trim().parse::<f32>().ok()).unwrap_or(1.0);
        if let Some(lang) = Lang::parse(tag).filter(|_| quality > 0.0) {
            if best.is_none_or(|(q, _)| quality > q) {
                best = Some((quality, lang));
            }
        }
    }
    best.map_or(Lang::Hans, |(_, lang)| lang)
}

struct AnyText;

impl Patterns for AnyText {
    fn matches(&self, _pattern: &str, _text: &str) -> Option<bool> {
        Some(true)
    }
}
