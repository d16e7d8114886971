//! 18-character personal numbers: GB 11643, and the permanent residence cards of foreigners.

use super::{IdentifierFault, Known, Sex};
use crate::model::date::Date;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK: [u8; 11] = *b"10X98765432";

/// First two digits that GB/T 2260 gives to provinces; 81 to 83 are residence permits of Hong Kong, Macao and Taiwan residents.
const PROVINCES: [u32; 35] =
    [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83];

/// 公民身份号码 of a resident, or on the residence permit of a Hong Kong (810000), Macao (820000) or Taiwan (830000) resident.
///
/// # Errors
/// The first fault found: length, characters, place, birth date, check digit.
pub fn check(text: &str) -> Result<Known, IdentifierFault> {
    let values = values(text)?;
    let place = values.iter().take(6).fold(0, |n, d| n * 10 + d);
    if !PROVINCES.contains(&(place / 10_000)) || (place >= 810_000 && place % 10_000 != 0) {
        return Err(IdentifierFault::Shape);
    }
    known(text, &values)
}

/// 外国人永久居留身份证, layout of 2023: 9, place, nationality, birth date, serial, the same check digit.
///
/// # Errors
/// As [`check`].
pub fn check_foreign_card(text: &str) -> Result<Known, IdentifierFault> {
    let values = values(text)?;
    if values.first() != Some(&9) {
        return Err(IdentifierFault::Shape);
    }
    known(text, &values)
}

/// The layout before 2023, still valid: three letters and twelve digits.
///
/// # Errors
/// Length, characters, or letters and digits in another order.
pub fn check_old_foreign_card(text: &str) -> Result<Known, IdentifierFault> {
    if text.chars().count() != 15 {
        return Err(IdentifierFault::Length);
    }
    if !text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
        return Err(IdentifierFault::Characters);
    }
    let fits = text.bytes().enumerate().all(|(i, b)| if i < 3 { b.is_ascii_uppercase() } else { b.is_ascii_digit() });
    if fits {
        Ok(Known::default())
    } else {
        Err(IdentifierFault::Shape)
    }
}

/// The 17 digits before the check character.
fn values(text: &str) -> Result<Vec<u32>, IdentifierFault> {
    if text.chars().count() != 18 {
        return Err(IdentifierFault::Length);
    }
    if !text.bytes().enumerate().all(|(i, b)| b.is_ascii_digit() || (i == 17 && b == b'X')) {
        return Err(IdentifierFault::Characters);
    }
    Ok(text.chars().take(17).filter_map(|c| c.to_digit(10)).collect())
}

fn known(text: &str, values: &[u32]) -> Result<Known, IdentifierFault> {
    let number = |from: usize, len: usize| values.iter().skip(from).take(len).fold(0, |n, d| n * 10 + d);
    // Nobody alive was born before 1850; a smaller year is a slip of the finger.
    let birth = Date::new(number(6, 4) as u16, number(10, 2) as u8, number(12, 2) as u8).filter(|d| d.year() >= 1850).ok_or(IdentifierFault::Date)?;
    let sum: u32 = values.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
    if text.bytes().last() != CHECK.get((sum % 11) as usize).copied() {
        return Err(IdentifierFault::CheckDigit);
    }
    let sex = if number(16, 1) % 2 == 1 { Sex::Male } else { Sex::Female };
    Ok(Known { birth: Some(birth), sex: Some(sex) })
}
