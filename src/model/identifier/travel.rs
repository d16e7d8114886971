//! Mainland travel permits (来往内地通行证, 来往大陆通行证): no check digit, so only the shape can be told.

use super::{IdentifierFault, Known};

/// Hong Kong and Macao: `H` or `M`, then eight or ten digits, or `A` and seven digits. Taiwan: eight digits.
///
/// # Errors
/// Characters, length, or another first letter.
pub fn check(text: &str) -> Result<Known, IdentifierFault> {
    if !text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) {
        return Err(IdentifierFault::Characters);
    }
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if let Some(rest) = text.strip_prefix(['H', 'M']) {
        let (digits, lengths): (&str, &[usize]) = match rest.strip_prefix('A') {
            Some(digits) => (digits, &[7]),
            None => (rest, &[8, 10]),
        };
        if !all_digits(digits) {
            return Err(IdentifierFault::Characters);
        }
        return if lengths.contains(&digits.len()) { Ok(Known::default()) } else { Err(IdentifierFault::Length) };
    }
    match (all_digits(text), text.len()) {
        (true, 8) => Ok(Known::default()),
        (true, _) => Err(IdentifierFault::Length),
        _ => Err(IdentifierFault::Shape),
    }
}
