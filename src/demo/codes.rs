//! Short codes that one device shows and another types: no two characters that look alike, and not to be guessed.

use super::exchange::Exchange;
use super::fingerprint;
use super::reply::Refusal;
use super::words::Say;
use serde_json::{json, Value};

/// Codes that nobody has, by who tried them.
pub(super) const GUESSES: &str = "device_link_guesses";
/// No two of these are taken for each other, in whatever type: 24⁸ codes.
const ALPHABET: &[u8] = b"34679ACDEFGHJKMNPQRTUWXY";
const LENGTH: usize = 8;
/// Wrong codes of one caller, after which none is looked up for a while.
const MOST_WRONG: usize = 10;
const WHILE_MS: i64 = 10 * 60_000;

/// A code that no document of this kind has yet.
pub(super) fn unused(x: &mut Exchange<'_>, kind: &str) -> String {
    loop {
        let number = (x.random)();
        let places = (0..LENGTH as u32).map(|n| (number >> (n * 8)) as usize % ALPHABET.len());
        let code: String = places.filter_map(|at| ALPHABET.get(at)).map(|b| char::from(*b)).collect();
        if x.store.get(kind, &code).is_none() {
            return code;
        }
    }
}

/// What a code stands for, with the code as it is kept; `None` counts as a guess, and too many of them are refused unseen.
pub(super) fn look_up(x: &mut Exchange<'_>, kind: &str, typed: &str) -> Result<Option<(String, Value)>, Refusal> {
    let code: String = typed.chars().filter(|c| *c != '-').map(|c| c.to_ascii_uppercase()).collect();
    let id = format!("caller {}", fingerprint::of(x.caller.unwrap_or_default().as_bytes()));
    let since = x.now.plus_ms(-WHILE_MS).0;
    let kept = x.store.get(GUESSES, &id).unwrap_or_default();
    let mut wrong: Vec<i64> = kept["at"].as_array().into_iter().flatten().filter_map(Value::as_i64).filter(|at| *at > since).collect();
    if let Some(first) = wrong.first().filter(|_| wrong.len() >= MOST_WRONG) {
        let seconds = (first + WHILE_MS - x.now.0).max(1_000) / 1_000;
        let refusal = Refusal::new(429, "rate-limited", Say::RateLimitedTitle, Say::RateLimitedDetail);
        return Err(refusal.value("seconds", seconds).header("Retry-After", seconds.to_string()));
    }
    if let Some(found) = x.store.get(kind, &code) {
        return Ok(Some((code, found)));
    }
    wrong.push(x.now.0);
    x.store.put(GUESSES, &id, &json!({"at": wrong, "expires": x.now.plus_ms(WHILE_MS).0}));
    Ok(None)
}
