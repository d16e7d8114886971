//! How a call reaches a backend, whichever it is: over the network, or embedded in the page.

use std::future::Future;
use std::pin::Pin;

/// A request, relative to the backend's base address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub method: Method,
    /// Begins with `/`; carries the query.
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Delete,
}

impl Method {
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        }
    }
}

/// An answer, as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// Looks a header up without regard to case.
pub fn header<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
}

/// Why no answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransportError {
    /// The network or the server did not answer.
    Unreachable,
    /// The deadline passed.
    TimedOut,
}

/// What a [`Transport`] answers with.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<Reply, TransportError>> + 'a>>;

/// Carries calls. Implemented over fetch, over the embedded backend, and by scripts in tests.
pub trait Transport {
    /// Sends one call; never retries.
    fn send(&self, call: Call) -> Sending<'_>;

    /// Waits, by the host's clock.
    fn pause(&self, ms: u32) -> Pin<Box<dyn Future<Output = ()> + '_>>;
}
