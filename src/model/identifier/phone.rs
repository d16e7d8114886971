//! Mobile numbers of mainland China.

use super::{IdentifierFault, Known};

/// `^1[3-9]\d{9}$`.
///
/// # Errors
/// Characters, length, or a second digit that no operator uses.
pub fn check(text: &str) -> Result<Known, IdentifierFault> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IdentifierFault::Characters);
    }
    if text.len() != 11 {
        return Err(IdentifierFault::Length);
    }
    let mut bytes = text.bytes();
    if bytes.next() == Some(b'1') && matches!(bytes.next(), Some(b'3'..=b'9')) {
        Ok(Known::default())
    } else {
        Err(IdentifierFault::Shape)
    }
}

/// Without `+86`, `0086` or `86` before eleven digits that begin with 1: contacts are copied with it.
pub(super) fn without_country(text: &str) -> &str {
    ["+86", "0086", "86"].iter().filter_map(|code| text.strip_prefix(code)).find(|rest| rest.len() == 11 && rest.starts_with('1')).unwrap_or(text)
}
