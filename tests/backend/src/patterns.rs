//! The `pattern`s of forms, matched as a browser matches them.

use miaoban::form::Patterns;

/// ECMA-262 regular expressions with the `u` flag, as JSON Schema asks for.
pub struct Ecma;

impl Patterns for Ecma {
    fn matches(&self, pattern: &str, text: &str) -> Option<bool> {
        let pattern = regress::Regex::with_flags(pattern, "u").ok()?;
        Some(pattern.find(text).is_some())
    }
}
