//! Cursor paging: a page continues after the item its cursor names, so that new items neither repeat nor hide others.

use super::exchange::{decode, Exchange};
use super::reply::Refusal;
use super::words::Say;
use crate::backend::client::encode;
use serde_json::{json, Value};

/// The largest page.
const MOST: usize = 100;

/// One page of `(id, item)` pairs by the request's `limit` (1 to 100, default 50) and `cursor`.
///
/// # Errors
/// 400 `invalid-query` for a limit out of range or a cursor that no page gave.
pub(super) fn page(x: &Exchange<'_>, items: Vec<(String, Value)>) -> Result<Value, Refusal> {
    let invalid = |name: &str| Refusal::new(400, "invalid-query", Say::MalformedTitle, Say::QueryDetail).value("name", name);
    let limit = match x.query("limit") {
        Some(text) => text.parse::<usize>().ok().filter(|n| (1..=MOST).contains(n)).ok_or_else(|| invalid("limit"))?,
        None => 50,
    };
    let start = match x.query("cursor") {
        Some(cursor) => {
            let after = cursor.strip_prefix("after.").and_then(decode).ok_or_else(|| invalid("cursor"))?;
            items.iter().position(|(id, _)| *id == after).map(|at| at + 1).ok_or_else(|| invalid("cursor"))?
        }
        None => 0,
    };
    let more = items.len() > start.saturating_add(limit);
    let shown: Vec<(String, Value)> = items.into_iter().skip(start).take(limit).collect();
    let next = shown.last().filter(|_| more).map(|(id, _)| format!("after.{}", encode(id)));
    let items: Vec<Value> = shown.into_iter().map(|(_, item)| item).collect();
    Ok(match next {
        Some(next) => json!({"items": items, "next_cursor": next}),
        None => json!({"items": items}),
    })
}
