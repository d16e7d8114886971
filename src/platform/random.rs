//! Randomness that nobody can guess.

use super::document::window;

/// 128 bits as 32 hexadecimal digits; `None` where the browser has no `crypto`, so that nothing guessable is used instead.
pub fn token() -> Option<String> {
    let mut bytes = [0u8; 16];
    window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

/// Somewhere in 0..1, for spreading things; not for secrets.
pub fn fraction() -> f64 {
    js_sys::Math::random()
}
