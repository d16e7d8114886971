//! One request on its way through the backend: what it asks, who asks, and what there is to answer with.

use super::carried::Carried;
use super::catalogue::Catalogue;
use super::faults::Here;
use super::oidc::{CodeExchange, Oidc};
use super::reply::Refusal;
use super::service::Service;
use super::sessions::Visitor;
use super::store::Store;
use super::words::Say;
use crate::backend::transport::{header, Call};
use crate::form::Patterns;
use crate::model::date::{Date, Moment};
use crate::words::{fill, Lang, Words};
use serde_json::{Map, Value};

/// Everything an operation may use.
pub(super) struct Exchange<'a> {
    pub catalogue: &'a Catalogue,
    pub patterns: &'a dyn Patterns,
    pub store: &'a mut dyn Store,
    pub call: &'a Call,
    pub now: Moment,
    pub random: &'a mut dyn FnMut() -> u64,
    pub lang: Lang,
    pub faults: Here<'a>,
    pub visitor: Visitor,
    /// What the call was believed by, and how an answer gives a new one.
    pub carried: Carried<'a>,
    pub provider_base: &'a str,
    pub allowed_origins: &'a [String],
    pub caller: Option<&'a str>,
    pub oidc: Option<&'a Oidc>,
    /// Set by an operation that cannot go on before the host has exchanged this.
    pub exchange: Option<CodeExchange>,
    /// Set by an operation that wants to keep the person waiting, in milliseconds.
    pub delay_ms: u32,
}

impl<'a> Exchange<'a> {
    pub fn today(&self) -> Date {
        self.now.date_in_china()
    }

    /// An identifier that cannot be guessed: 128 bits in hexadecimal.
    pub fn secret(&mut self) -> String {
        format!("{:016x}{:016x}", (self.random)(), (self.random)())
    }

    /// A sentence of the backend's own, filled.
    pub fn say(&self, say: Say, values: &[(&str, &str)]) -> String {
        fill(say.text(self.lang), values)
    }

    pub fn header(&self, name: &str) -> Option<&'a str> {
        header(&self.call.headers, name)
    }

    pub fn service(&self, id: &str) -> Result<&'a Service, Refusal> {
        self.catalogue.service(id).ok_or_else(Refusal::not_found)
    }

    /// One that is applied for by itself, and no bundle.
    pub fn single(&self, id: &str) -> Result<&'a Service, Refusal> {
        self.catalogue.single(id).ok_or_else(Refusal::not_found)
    }

    /// A parameter of the query, percent-decoded; the first where there are several.
    pub fn query(&self, name: &str) -> Option<String> {
        let (_, query) = self.call.path.split_once('?')?;
        query.split('&').find_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key)? == name).then(|| decode(&value.replace('+', " "))).flatten()
        })
    }

    /// The body as a JSON object.
    pub fn body(&self) -> Result<Map<String, Value>, Refusal> {
        let json = self.header("Content-Type").is_none_or(|kind| {
            let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
            kind == "application/json" || kind.ends_with("+json")
        });
        if !json {
            return Err(Refusal::new(415, "unsupported-media-type", Say::MalformedTitle, Say::JsonOnlyDetail));
        }
        match serde_json::from_slice(&self.call.body) {
            Ok(Value::Object(members)) => Ok(members),
            _ => Err(Refusal::new(400, "malformed", Say::MalformedTitle, Say::MalformedDetail)),
        }
    }

    /// A required string member of a body, at most `most` characters.
    pub fn text(&self, body: &Map<String, Value>, key: &str, most: usize) -> Result<String, Refusal> {
        match body.get(key).and_then(Value::as_str) {
            Some(text) if !text.is_empty() && text.chars().count() <= most => Ok(text.to_owned()),
            _ => Err(Refusal::wrong(&format!("/{key}"), Say::WrongShape, self.lang)),
        }
    }

    /// A required list of strings of a body, at most 200 of at most 200 characters.
    pub fn texts(&self, body: &Map<String, Value>, key: &str) -> Result<Vec<String>, Refusal> {
        let wrong = || Refusal::wrong(&format!("/{key}"), Say::WrongShape, self.lang);
        let items = body.get(key).and_then(Value::as_array).filter(|items| items.len() <= 200).ok_or_else(wrong)?;
        items.iter().map(|v| v.as_str().filter(|s| s.chars().count() <= 200).map(str::to_owned).ok_or_else(wrong)).collect()
    }
}

/// Percent-decoding (RFC 3986); `None` where it is broken or no UTF-8.
pub(super) fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => hex(bytes.next()?)? * 16 + hex(bytes.next()?)?,
            plain => plain,
        });
    }
    String::from_utf8(out).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|d| u8::try_from(d).ok())
}
