//! Bank cards (Luhn, ISO/IEC 7812).

use super::text::digits;
use super::{IdentifierFault, Known};

/// 16 to 19 digits, the last of them the check.
///
/// # Errors
/// Characters, length or check digit.
pub fn check(text: &str) -> Result<Known, IdentifierFault> {
    let digits = digits(text).ok_or(IdentifierFault::Characters)?;
    if !(16..=19).contains(&digits.len()) {
        return Err(IdentifierFault::Length);
    }
    let sum: u32 = digits.iter().rev().enumerate().map(|(i, d)| if i % 2 == 0 { *d } else { d * 2 / 10 + d * 2 % 10 }).sum();
    if sum.is_multiple_of(10) {
        Ok(Known::default())
    } else {
        Err(IdentifierFault::CheckDigit)
    }
}
