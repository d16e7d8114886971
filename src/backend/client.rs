//! One client for every operation: headers, retries of what is safe, and errors sorted.

use super::credential::Credential;
use super::error::ApiError;
use super::transport::{header, Call, Method, Reply, Transport, TransportError};
use crate::model::page::Page;
use crate::model::read::{self, Misread, Read};
use crate::model::session::Carrying;
use crate::words::Lang;
use serde::Serialize;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// How often a safe call is made in all before its failure is told.
const TRIES: u32 = 3;
/// The first pause between two tries; it triples each time.
const FIRST_PAUSE_MS: u32 = 300;
/// A `Retry-After` longer than this is told rather than waited for.
const LONGEST_WAIT_S: u32 = 5;

/// More pages than this are not followed, whatever a backend says.
const MOST_PAGES: usize = 100;

/// An Idempotency-Key: made once for one intention, sent with every try of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// From random text of at least 16 characters, made by the caller or kept from before.
    pub fn new(random: String) -> Self {
        Self(random)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A call under way.
type Calling<'a> = Pin<Box<dyn Future<Output = Result<Reply, ApiError>> + 'a>>;

/// Calls the backend. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    transport: Rc<dyn Transport>,
    lang: Rc<Cell<Lang>>,
    extra: Rc<RefCell<Vec<(String, String)>>>,
    /// Good answers so far.
    answers: Rc<Cell<u32>>,
    credential: Rc<Credential>,
}

impl Client {
    pub fn new(transport: Rc<dyn Transport>, lang: Lang, carrying: Carrying) -> Self {
        Self { transport, lang: Rc::new(Cell::new(lang)), extra: Rc::default(), answers: Rc::default(), credential: Rc::new(Credential::new(carrying)) }
    }

    /// Whether the session is this page's own, and no other tab's.
    pub fn is_bearer(&self) -> bool {
        self.credential.is_bearer()
    }

    /// Forgets what calls were believed by.
    pub(super) fn forget_credential(&self) {
        self.credential.forget();
    }

    /// How many good answers have come so far: whoever looks again and finds more knows that the session was used.
    pub fn answers(&self) -> u32 {
        self.answers.get()
    }

    /// The language of every answer from now on.
    pub fn speak(&self, lang: Lang) {
        self.lang.set(lang);
    }

    /// A header that goes with every call (a scenario's faults, in builds with the demo).
    pub fn always_send(&self, name: &str, value: String) {
        let mut extra = self.extra.borrow_mut();
        extra.retain(|(n, _)| n != name);
        if !value.is_empty() {
            extra.push((name.to_owned(), value));
        }
    }

    /// Everything of a list, page after page.
    pub(super) async fn pages<T: Read>(&self, path: &str) -> Result<Vec<T>, ApiError> {
        let mut all = Vec::new();
        let mut from = String::new();
        for _ in 0..MOST_PAGES {
            let page: Page<T> = self.get(format!("{path}?limit=100{from}")).await?;
            all.extend(page.items);
            match page.next_cursor {
                Some(next) => from = format!("&cursor={}", encode(&next)),
                None => break,
            }
        }
        Ok(all)
    }

    pub(super) async fn get<T: Read>(&self, path: String) -> Result<T, ApiError> {
        read(self.call(Method::Get, path, Vec::new(), Vec::new()).await)
    }

    /// A POST that creates: safe to repeat because of its key.
    pub(super) async fn create<T: Read>(&self, path: String, body: &impl Serialize, key: &Key) -> Result<T, ApiError> {
        let headers = vec![json_type(), ("Idempotency-Key".to_owned(), key.as_str().to_owned())];
        read(self.call(Method::Post, path, headers, write(body)?).await)
    }

    /// A POST that the backend accepts once whatever its answer; never repeated by itself.
    pub(super) async fn tell<T: Read>(&self, path: String, body: &impl Serialize) -> Result<T, ApiError> {
        read(self.once(Method::Post, path, vec![json_type()], write(body)?).await)
    }

    /// A PUT that answers what it made of what was there.
    pub(super) async fn set<T: Read>(&self, path: String, body: &impl Serialize) -> Result<T, ApiError> {
        read(self.call(Method::Put, path, vec![json_type()], write(body)?).await)
    }

    pub(super) async fn put(&self, path: String, body: &impl Serialize) -> Result<(), ApiError> {
        self.call(Method::Put, path, vec![json_type()], write(body)?).await.map(drop)
    }

    /// Puts bytes in a place of their own: the same ones again change nothing.
    pub(super) async fn put_bytes<T: Read>(&self, path: String, body: Vec<u8>) -> Result<T, ApiError> {
        read(self.call(Method::Put, path, vec![("Content-Type".to_owned(), "application/octet-stream".to_owned())], body).await)
    }

    pub(super) async fn delete(&self, path: String) -> Result<(), ApiError> {
        self.call(Method::Delete, path, Vec::new(), Vec::new()).await.map(drop)
    }

    /// Sends bytes that create something.
    pub(super) async fn upload<T: Read>(&self, path: String, mut headers: Vec<(String, String)>, body: Vec<u8>, key: &Key) -> Result<T, ApiError> {
        headers.push(("Idempotency-Key".to_owned(), key.as_str().to_owned()));
        read(self.call(Method::Post, path, headers, body).await)
    }

    /// Boxed, so that every operation's future holds a pointer instead of its own copy of the tries.
    fn call(&self, method: Method, path: String, headers: Vec<(String, String)>, body: Vec<u8>) -> Calling<'_> {
        Box::pin(self.tries(method, path, headers, body))
    }

    async fn tries(&self, method: Method, path: String, headers: Vec<(String, String)>, body: Vec<u8>) -> Result<Reply, ApiError> {
        let mut pause = FIRST_PAUSE_MS;
        let mut tries = 1;
        loop {
            let error = match self.once(method, path.clone(), headers.clone(), body.clone()).await {
                Ok(reply) => return Ok(reply),
                Err(e) => e,
            };
            let wait = match &error {
                ApiError::Unreachable | ApiError::Broken { status: 502..=504 } => pause,
                ApiError::TooMany { retry_after_s: Some(s) } if *s <= LONGEST_WAIT_S => s * 1000,
                _ => return Err(error),
            };
            if tries == TRIES {
                return Err(error);
            }
            self.transport.pause(wait).await;
            pause *= 3;
            tries += 1;
        }
    }

    fn once(&self, method: Method, path: String, headers: Vec<(String, String)>, body: Vec<u8>) -> Calling<'_> {
        Box::pin(self.try_once(method, path, headers, body))
    }

    async fn try_once(&self, method: Method, path: String, headers: Vec<(String, String)>, body: Vec<u8>) -> Result<Reply, ApiError> {
        let mut may_renew = method != Method::Get;
        loop {
            let mut headers = headers.clone();
            headers.push(("Accept-Language".to_owned(), self.lang.get().tag().to_owned()));
            if method != Method::Get {
                headers.push(("X-Requested-With".to_owned(), "miaoban".to_owned()));
            }
            let carried = self.credential.header(method);
            headers.extend(carried.clone());
            headers.extend(self.extra.borrow().iter().cloned());
            let reply =
                self.transport.send(Call { method, path: path.clone(), headers, body: body.clone() }).await.map_err(|e: TransportError| ApiError::from(e))?;
            match sort(reply) {
                Ok(reply) => {
                    self.credential.hear(&reply.headers);
                    self.answers.set(self.answers.get().wrapping_add(1));
                    return Ok(reply);
                }
                // Refused before anything was done, so that whatever it is can be asked again, once.
                Err(error) if may_renew && self.credential.is_outdated(error.case()) => may_renew = false,
                Err(error) => {
                    if error == ApiError::SignedOut {
                        self.credential.refuse(method, carried.as_ref());
                    }
                    return Err(error);
                }
            }
            self.once(Method::Get, "/session".to_owned(), Vec::new(), Vec::new()).await?;
        }
    }
}

/// Good answers pass; all others become what the person can do about them.
fn sort(reply: Reply) -> Result<Reply, ApiError> {
    Err(match reply.status {
        200..=299 => return Ok(reply),
        401 => ApiError::SignedOut,
        429 => ApiError::TooMany { retry_after_s: header(&reply.headers, "Retry-After").and_then(|s| s.trim().parse().ok()) },
        500..=599 => ApiError::Broken { status: reply.status },
        404 => ApiError::NotFound,
        status => ApiError::Refused { status, problem: read::text(&reply.body).unwrap_or_default() },
    })
}

fn read<T: Read>(reply: Result<Reply, ApiError>) -> Result<T, ApiError> {
    T::read(&mut json(reply?)?).map_err(misread)
}

/// An answer's JSON. A captive portal or a proxy answers 200 with a page of its own.
#[inline(never)]
fn json(reply: Reply) -> Result<Value, ApiError> {
    let kind = header(&reply.headers, "Content-Type").unwrap_or_default();
    if kind.contains("html") {
        return Err(unreadable(format!("expected JSON, got {kind}")));
    }
    serde_json::from_slice(&reply.body).map_err(|e| unreadable(e.to_string()))
}

fn misread(fault: Misread) -> ApiError {
    unreadable(fault.to_string())
}

fn unreadable(detail: String) -> ApiError {
    ApiError::Unreadable { detail }
}

fn write(body: &impl Serialize) -> Result<Vec<u8>, ApiError> {
    serde_json::to_vec(body).map_err(|e| unreadable(e.to_string()))
}

fn json_type() -> (String, String) {
    ("Content-Type".to_owned(), "application/json".to_owned())
}

/// Percent-encodes one path segment or query value (RFC 3986 unreserved characters stay).
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(byte as char);
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(HEX[usize::from(byte >> 4)] as char);
            out.push(HEX[usize::from(byte & 15)] as char);
        }
    }
    out
}
