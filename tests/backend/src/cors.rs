//! Cross-origin rules (Fetch standard): the app's origins, exactly, with the session's cookie where there is one; nobody else.

use axum::http::{header, HeaderMap, HeaderName, HeaderValue};
use miaoban::model::session::Carrying;

const METHODS: &str = "GET, POST, PUT, DELETE";
const ALLOWED: &str = "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match, X-CSRF-Token, X-Demo-Fault, X-File-Name, X-Requested-With";
const EXPOSED: &str = "Content-Language, ETag, Idempotency-Replayed, Location, Retry-After, Session-Token, X-CSRF-Token";
/// Ten minutes, in seconds: a changed rule is not remembered for a day.
const MAX_AGE: &str = "600";

/// What an answer to this request carries; without the origin's name where it is not one of the app's.
pub fn headers(request: &HeaderMap, origins: &[String], session: &Carrying, preflight: bool) -> Vec<(HeaderName, HeaderValue)> {
    let mut out = vec![(header::VARY, HeaderValue::from_static("Origin"))];
    let Some(origin) = request.get(header::ORIGIN) else { return out };
    if !origin.to_str().is_ok_and(|origin| origins.iter().any(|allowed| allowed == origin)) {
        return out;
    }
    out.push((header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone()));
    if *session != Carrying::Bearer {
        out.push((header::ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true")));
    }
    if preflight {
        out.push((header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static(METHODS)));
        out.push((header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static(ALLOWED)));
        out.push((header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static(MAX_AGE)));
    } else {
        out.push((header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(EXPOSED)));
    }
    out
}
