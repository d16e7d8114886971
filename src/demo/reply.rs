//! Answers: what succeeded, and what was refused as a problem of RFC 9457.

use super::fingerprint;
use super::words::Say;
use crate::backend::transport::Reply;
use crate::words::{fill, Lang, Words};
use serde_json::{json, Value};

/// Where the cases of the contract are named.
const PROBLEMS: &str = "https://miaoban.example/problems/";

/// What an operation answers with.
#[derive(Debug, Default)]
pub(super) struct Success {
    pub status: u16,
    pub body: Option<Value>,
    pub headers: Vec<(String, String)>,
    /// The same for everybody, so that it may be kept and asked for with `If-None-Match`.
    pub shared: bool,
    /// The ETag of what only one person sees: kept by nobody but who asks with `If-None-Match`.
    pub tag: Option<String>,
}

impl Success {
    pub fn ok(body: Value) -> Self {
        Self { status: 200, body: Some(body), ..Self::default() }
    }

    /// 200, the same for everybody: carries an ETag.
    pub fn shared(body: Value) -> Self {
        Self { status: 200, body: Some(body), shared: true, ..Self::default() }
    }

    pub fn created(body: Value, location: Option<String>) -> Self {
        let headers = location.into_iter().map(|to| ("Location".to_owned(), to)).collect();
        Self { status: 201, body: Some(body), headers, ..Self::default() }
    }

    pub fn nothing() -> Self {
        Self { status: 204, ..Self::default() }
    }

    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }
}

/// Why an operation was refused.
#[derive(Debug)]
pub(super) struct Refusal {
    pub status: u16,
    pub case: &'static str,
    title: Say,
    detail: Say,
    values: Vec<(&'static str, String)>,
    /// JSON Pointer into the request's body, and what is wrong there.
    pub errors: Vec<(String, String)>,
    /// Members of the problem beside those of every one.
    members: Vec<(&'static str, Value)>,
    headers: Vec<(String, String)>,
}

pub(super) type Outcome = Result<Success, Refusal>;

impl Refusal {
    pub fn new(status: u16, case: &'static str, title: Say, detail: Say) -> Self {
        Self { status, case, title, detail, values: Vec::new(), errors: Vec::new(), members: Vec::new(), headers: Vec::new() }
    }

    /// Fills a placeholder of the detail.
    pub fn value(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    pub fn error(mut self, pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        self.errors.push((pointer.into(), detail.into()));
        self
    }

    /// The same of a part of the request: its errors are seen from the whole.
    pub fn within(mut self, part: &str) -> Self {
        for (pointer, _) in &mut self.errors {
            *pointer = format!("/{part}{pointer}");
        }
        self
    }

    /// A member of the problem that this case alone has.
    pub fn member(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.members.push((name, value.into()));
        self
    }

    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    pub fn not_found() -> Self {
        Self::new(404, "not-found", Say::NotFoundTitle, Say::NotFoundDetail)
    }

    pub fn consent_needed() -> Self {
        Self::new(403, "consent-needed", Say::ConsentNeededTitle, Say::ConsentNeededDetail)
    }

    pub fn internal() -> Self {
        Self::new(500, "internal", Say::InternalTitle, Say::InternalDetail)
    }

    /// 422 for values that are wrong, one error each.
    pub fn invalid(errors: Vec<(String, String)>) -> Self {
        let mut refusal = Self::new(422, "invalid", Say::InvalidTitle, Say::InvalidDetail).value("n", errors.len());
        refusal.errors = errors;
        refusal
    }

    /// 422 for one wrong value.
    pub fn wrong(pointer: &str, say: Say, lang: Lang) -> Self {
        Self::invalid(vec![(pointer.to_owned(), say.text(lang).to_owned())])
    }

    /// The problem document.
    pub fn into_reply(self, lang: Lang) -> Reply {
        let values: Vec<(&str, &str)> = self.values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let mut problem = json!({
            "type": format!("{PROBLEMS}{}", self.case),
            "title": self.title.text(lang),
            "status": self.status,
            "detail": fill(self.detail.text(lang), &values),
        });
        if !self.errors.is_empty() {
            let errors: Vec<Value> = self.errors.iter().map(|(pointer, detail)| json!({"pointer": pointer, "detail": detail})).collect();
            problem["errors"] = Value::Array(errors);
        }
        for (name, value) in self.members {
            problem[name] = value;
        }
        let mut headers = vec![
            ("Content-Type".to_owned(), "application/problem+json".to_owned()),
            ("Content-Language".to_owned(), lang.tag().to_owned()),
            ("Cache-Control".to_owned(), "no-store".to_owned()),
        ];
        headers.extend(self.headers);
        Reply { status: self.status, headers, body: problem.to_string().into_bytes() }
    }
}

/// The reply of a success; 304 where the client has it already.
pub(super) fn into_reply(success: Success, lang: Lang, known: Option<&str>) -> Reply {
    let mut headers = success.headers;
    let body = success.body.map(|b| b.to_string().into_bytes());
    headers.push(("Vary".to_owned(), "Accept-Language".to_owned()));
    headers.push(("Cache-Control".to_owned(), if success.shared { "no-cache" } else { "no-store" }.to_owned()));
    let printed = || body.as_ref().filter(|_| success.shared).map(|body| format!("\"{}\"", fingerprint::of(body)));
    if let Some(tag) = success.tag.or_else(printed) {
        headers.push(("ETag".to_owned(), tag.clone()));
        if known.is_some_and(|list| matches(list, &tag)) {
            headers.push(("Content-Language".to_owned(), lang.tag().to_owned()));
            return Reply { status: 304, headers, body: Vec::new() };
        }
    }
    if body.is_some() {
        headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        headers.push(("Content-Language".to_owned(), lang.tag().to_owned()));
    }
    Reply { status: success.status, headers, body: body.unwrap_or_default() }
}

/// `If-None-Match` (RFC 9110 § 13.1.2): weak comparison, a list, or `*`.
fn matches(list: &str, tag: &str) -> bool {
    list.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}
