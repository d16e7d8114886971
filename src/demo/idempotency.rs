//! Idempotency-Key: a POST that creates is done once, however often it is sent (draft-ietf-httpapi-idempotency-key-header).

use super::exchange::Exchange;
use super::fingerprint;
use super::reply::Refusal;
use super::words::Say;
use crate::backend::transport::Reply;
use serde_json::{json, Value};

pub(super) const KIND: &str = "idempotency";
/// 24 hours.
const LIFE_MS: i64 = 24 * 3_600_000;

/// A creating request that was told apart from others.
pub(super) struct Once {
    id: String,
    print: String,
    pub key: String,
}

/// The request's key and what it is a key to. `None` where none was sent and none is `needed`.
pub(super) fn key(x: &Exchange<'_>, path: &str, needed: bool) -> Result<Option<Once>, Refusal> {
    let key = x.header("Idempotency-Key").map(str::trim).filter(|key| (1..=255).contains(&key.chars().count()));
    match key {
        Some(key) => {
            // Keys of different people, of different ones they act for, and operations never meet.
            let who = [x.visitor.person().unwrap_or_default(), x.visitor.acting().unwrap_or_default()].join(">");
            Ok(Some(Once { id: format!("{who} {path} {key}"), print: fingerprint::of(&x.call.body), key: key.to_owned() }))
        }
        None if needed => Err(Refusal::new(400, "idempotency-key-missing", Say::KeyMissingTitle, Say::KeyMissingDetail)),
        None => Ok(None),
    }
}

impl Once {
    /// The first answer, if there was one.
    ///
    /// # Errors
    /// 422 where the key was used for another body.
    pub fn replay(&self, x: &Exchange<'_>) -> Result<Option<Reply>, Refusal> {
        let Some(record) = x.store.get(KIND, &self.id).filter(|r| r["expires"].as_i64().is_some_and(|e| e > x.now.0)) else { return Ok(None) };
        if record["print"] != self.print.as_str() {
            return Err(Refusal::new(422, "idempotency-key-reused", Say::KeyReusedTitle, Say::KeyReusedDetail));
        }
        let Some(status) = record["status"].as_u64().and_then(|s| u16::try_from(s).ok()) else { return Ok(None) };
        let pairs = record["headers"].as_array().cloned().unwrap_or_default();
        let mut headers: Vec<(String, String)> = pairs.iter().filter_map(|p| Some((p.get(0)?.as_str()?.to_owned(), p.get(1)?.as_str()?.to_owned()))).collect();
        headers.push(("Idempotency-Replayed".to_owned(), "true".to_owned()));
        Ok(Some(Reply { status, headers, body: record["body"].as_str().unwrap_or_default().as_bytes().to_vec() }))
    }

    /// Keeps a success. A refusal is not kept: what was wrong may be corrected under the same key.
    pub fn record(&self, x: &mut Exchange<'_>, reply: &Reply) {
        if !(200..300).contains(&reply.status) {
            return;
        }
        let headers: Vec<Value> = reply.headers.iter().map(|(n, v)| json!([n, v])).collect();
        let body = String::from_utf8_lossy(&reply.body);
        let record = json!({"print": self.print, "status": reply.status, "headers": headers, "body": body, "expires": x.now.plus_ms(LIFE_MS).0});
        x.store.put(KIND, &self.id, &record);
    }
}
