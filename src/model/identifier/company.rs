//! 统一社会信用代码 (GB 32100).

use super::{IdentifierFault, Known};

/// Digits and letters without I, O, S, V and Z; a character's place is its value.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// 18 characters, the last of them the check: (31 − Σ value × 3^i mod 31) mod 31.
///
/// # Errors
/// Length, characters or check digit. Codes of some real companies fail the check digit: warn there, never block.
pub fn check(text: &str) -> Result<Known, IdentifierFault> {
    if text.chars().count() != 18 {
        return Err(IdentifierFault::Length);
    }
    let values: Option<Vec<usize>> = text.chars().map(|c| ALPHABET.find(c)).collect();
    let values = values.ok_or(IdentifierFault::Characters)?;
    let mut weight = 1;
    let mut sum = 0;
    for value in values.iter().take(17) {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    if values.last() == Some(&((31 - sum % 31) % 31)) {
        Ok(Known::default())
    } else {
        Err(IdentifierFault::CheckDigit)
    }
}
