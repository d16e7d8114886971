//! Calls over the network.

use crate::backend::transport::{Call, Method, Reply, Sending, Transport, TransportError};
use crate::model::session::Carrying;
use gloo_net::http::{RequestBuilder, Response};
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use web_sys::{AbortController, AbortSignal, RequestCredentials};

/// Longer than any healthy answer on a weak network; after it the person is told.
pub const DEADLINE_MS: u32 = 20_000;

/// Reaches a backend by `fetch`. Where the session is a cookie, that goes along; this program never sees it.
pub struct FetchTransport {
    base: String,
    credentials: RequestCredentials,
}

impl FetchTransport {
    /// `base` is the backend's address without a trailing slash, as `config.json` names it.
    pub fn new(base: &str, carrying: &Carrying) -> Self {
        let credentials = if *carrying == Carrying::Bearer { RequestCredentials::Omit } else { RequestCredentials::Include };
        Self { base: base.trim_end_matches('/').to_owned(), credentials }
    }

    async fn fetch(&self, call: Call) -> Result<Reply, TransportError> {
        let method = match call.method {
            Method::Get => gloo_net::http::Method::GET,
            Method::Post => gloo_net::http::Method::POST,
            Method::Put => gloo_net::http::Method::PUT,
            Method::Delete => gloo_net::http::Method::DELETE,
        };
        let late = Rc::new(Cell::new(false));
        let request_ends = Aborting(AbortController::new().ok());
        let deadline = request_ends.0.clone().map(|c| {
            let late = late.clone();
            Timeout::new(DEADLINE_MS, move || {
                late.set(true);
                c.abort();
            })
        });
        let mut request = RequestBuilder::new(&format!("{}{}", self.base, call.path))
            .method(method)
            .credentials(self.credentials)
            .abort_signal(request_ends.signal().as_ref());
        for (name, value) in &call.headers {
            request = request.header(name, value);
        }
        let lost = |_| if late.get() { TransportError::TimedOut } else { TransportError::Unreachable };
        let response = if call.body.is_empty() {
            request.send().await
        } else {
            let bytes = js_sys::Uint8Array::from(call.body.as_slice());
            request.body(bytes).map_err(|_| TransportError::Unreachable)?.send().await
        }
        .map_err(lost)?;
        let reply = read(response).await.map_err(lost);
        drop(deadline);
        reply
    }
}

/// Ends a request that nobody waits for any more; one that was answered is over anyway.
struct Aborting(Option<AbortController>);

impl Aborting {
    fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

impl Drop for Aborting {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

async fn read(response: Response) -> Result<Reply, gloo_net::Error> {
    let headers = response.headers().entries().collect();
    Ok(Reply { status: response.status(), headers, body: response.binary().await? })
}

impl Transport for FetchTransport {
    fn send(&self, call: Call) -> Sending<'_> {
        Box::pin(self.fetch(call))
    }

    fn pause(&self, ms: u32) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        Box::pin(super::clock::sleep(ms))
    }
}

/// Reads a file of this app (configuration, demo data) as text; `None` where there is none.
pub async fn file(path: &str) -> Option<String> {
    let response = gloo_net::http::Request::get(path).send().await.ok()?;
    let is_page = response.headers().get("content-type").is_some_and(|t| t.contains("html"));
    if !response.ok() || is_page {
        return None;
    }
    response.text().await.ok()
}
