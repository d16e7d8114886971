//! The embedded demo backend's host in the page: it keeps the store and the cookies that a server and a browser would keep,
//! and carries word between the app and the demo's provider page, which is another page with no server between them.

use super::document::window;
use super::{address, clock, fetch, storage};
use crate::backend::transport::{header, Call, Method, Reply, Sending, Transport, TransportError};
use crate::demo::{Answer, Backend, Catalogue, Conditions, Faults, MemoryStore};
use crate::model::session::Carrying;
use crate::platform::regexp::BrowserPatterns;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

const DATA: &str = "/demo/";
const PROVIDER: &str = "/demo/provider/";
const STORE: &str = "miaoban.demo.store";
const COOKIE: &str = "miaoban.demo.cookie";
/// What the provider page is told, and what it tells; a ticket follows.
const TICKET: &str = "miaoban.demo.ticket.";
const OUTCOME: &str = "miaoban.demo.outcome.";

/// Answers calls in the page. Its people and certificates are invented, so their data may stand in the browser's storage.
pub struct EmbeddedTransport {
    backend: Backend,
    store: RefCell<MemoryStore>,
    session: Carrying,
}

impl EmbeddedTransport {
    /// Reads the demo data that stands beside the app, and what earlier visits left in the store.
    ///
    /// # Errors
    /// Which file is missing or wrong, and where; for whoever edits the demo data.
    pub async fn load(session: Carrying) -> Result<Self, String> {
        let read = |name: String| async move { fetch::file(&format!("{DATA}{name}")).await.ok_or_else(|| format!("{DATA}{name} could not be read")) };
        let index = read("index.json".to_owned()).await?;
        let mut files = BTreeMap::new();
        for name in Catalogue::files(&index).map_err(|e| e.to_string())? {
            let text = read(name.clone()).await?;
            files.insert(name, text);
        }
        files.insert("index.json".to_owned(), index);
        let catalogue = Catalogue::parse(&files).map_err(|e| e.to_string())?;
        let store = storage::kept(STORE).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        Ok(Self { backend: Backend::new(catalogue).with_patterns(std::sync::Arc::new(BrowserPatterns)), store: RefCell::new(store), session })
    }

    fn process(&self, mut call: Call) -> Answer {
        self.hear_provider();
        if let Some(cookie) = storage::kept(COOKIE) {
            call.headers.push(("Cookie".to_owned(), cookie));
        }
        let answer = self.ask(&call);
        if let Some(set) = header(&answer.response.headers, "Set-Cookie") {
            // The demo has one cookie, so the jar is its name and value.
            storage::keep(COOKIE, set.split(';').next().unwrap_or_default());
        }
        if call.method == Method::Post && call.path == "/identity-sessions" {
            self.tell_provider(&answer.response);
        }
        self.remember();
        answer
    }

    fn ask(&self, call: &Call) -> Answer {
        let mut conditions = Conditions {
            now: clock::now(),
            random: &mut random,
            faults: Faults::default(),
            provider_base: format!("{}{PROVIDER}", address::origin()),
            allowed_origins: vec![address::origin()],
            session: self.session.clone(),
            caller: None,
            oidc: None,
        };
        self.backend.answer(&mut *self.store.borrow_mut(), call, &mut conditions)
    }

    /// Keeps what was written, over a reload.
    fn remember(&self) {
        if !self.store.borrow_mut().take_changed() {
            return;
        }
        if let Ok(text) = serde_json::to_string(&*self.store.borrow()) {
            storage::keep(STORE, &text);
        }
    }

    /// Leaves for the provider page what a provider's server would have been told.
    fn tell_provider(&self, reply: &Reply) {
        let opened: serde_json::Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        let Some(ticket) = opened.get("url").and_then(|u| u.as_str()).and_then(|u| u.split_once("ticket=")).map(|(_, t)| t.to_owned()) else { return };
        if let Some(handoff) = self.backend.handoff(&mut *self.store.borrow_mut(), &ticket, clock::now()) {
            storage::keep(&format!("{TICKET}{ticket}"), &handoff.to_string());
        }
    }

    /// Takes what the provider page has left, as a provider's server would report it.
    fn hear_provider(&self) {
        for (key, outcome) in storage::kept_under(OUTCOME) {
            storage::forget(&key);
            let Some(ticket) = key.strip_prefix(OUTCOME) else { continue };
            storage::forget(&format!("{TICKET}{ticket}"));
            let headers = [("Content-Type", "application/json"), ("X-Requested-With", "miaoban")];
            let _ = self.ask(&Call {
                method: Method::Post,
                path: format!("/demo/provider/{ticket}/outcome"),
                headers: headers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
                body: outcome.into_bytes(),
            });
            self.remember();
        }
    }
}

impl Transport for EmbeddedTransport {
    fn send(&self, call: Call) -> Sending<'_> {
        Box::pin(async move {
            // A demo on a device without network behaves like any backend would.
            if !super::network::is_online() {
                return Err(TransportError::Unreachable);
            }
            let answer = self.process(call);
            clock::sleep(answer.delay_ms).await;
            if answer.dropped {
                Err(TransportError::Unreachable)
            } else {
                Ok(answer.response)
            }
        })
    }

    fn pause(&self, ms: u32) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        Box::pin(clock::sleep(ms))
    }
}

/// 64 bits from the browser's generator.
fn random() -> u64 {
    let mut bytes = [0u8; 8];
    // Without a generator the demo still answers; nothing real depends on its secrets.
    if let Some(crypto) = window().and_then(|w| w.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    u64::from_le_bytes(bytes)
}
