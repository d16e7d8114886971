//! Number plates (GA 36).

use super::{IdentifierFault, Known};

const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// What the last character of an ordinary plate may be beside a letter or a digit: trailer, driving school, police, Hong Kong, Macao.
const SPECIAL: &str = "挂学警港澳";
/// Letters that mark new-energy vehicles.
const ENERGY: &str = "DABCEFGHJK";

/// Plates are written in simplified characters; who writes traditional ones means the same plate.
const TRADITIONAL: &str = "滬雲遼魯蘇贛晉陝閩貴粵寧瓊學掛";
const SIMPLIFIED: &str = "沪云辽鲁苏赣晋陕闽贵粤宁琼学挂";

/// Traditional characters as the simplified ones on the plate.
pub(super) fn simplified(text: &str) -> String {
    let one = |c: char| TRADITIONAL.chars().zip(SIMPLIFIED.chars()).find(|(t, _)| *t == c).map_or(c, |(_, s)| s);
    text.chars().map(one).collect()
}

/// Seven characters, or eight for new-energy vehicles.
///
/// # Errors
/// Length, characters (I and O do not occur), or characters in a place where they do not occur.
pub fn check(text: &str) -> Result<Known, IdentifierFault> {
    let plate: Vec<char> = text.chars().collect();
    if !(7..=8).contains(&plate.len()) {
        return Err(IdentifierFault::Length);
    }
    if !plate.iter().all(|c| is_letter(*c) || c.is_ascii_digit() || PROVINCES.contains(*c) || SPECIAL.contains(*c)) {
        return Err(IdentifierFault::Characters);
    }
    let fits = match plate.as_slice() {
        [province, letter, serial @ ..] => PROVINCES.contains(*province) && is_letter(*letter) && (is_ordinary(serial) || is_energy(serial)),
        _ => false,
    };
    if fits {
        Ok(Known::default())
    } else {
        Err(IdentifierFault::Shape)
    }
}

fn is_letter(c: char) -> bool {
    c.is_ascii_uppercase() && !matches!(c, 'I' | 'O')
}

fn is_serial(c: char) -> bool {
    is_letter(c) || c.is_ascii_digit()
}

fn is_ordinary(serial: &[char]) -> bool {
    matches!(serial, [body @ .., last] if body.len() == 4 && body.iter().all(|c| is_serial(*c)) && (is_serial(*last) || SPECIAL.contains(*last)))
}

/// Small vehicles: letter, letter or digit, four digits. Large ones: five digits, letter.
fn is_energy(serial: &[char]) -> bool {
    if serial.len() != 6 {
        return false;
    }
    let digits = |part: &[char]| part.iter().all(char::is_ascii_digit);
    match serial {
        [first, second, rest @ ..] if ENERGY.contains(*first) => is_serial(*second) && digits(rest),
        [body @ .., last] => digits(body) && ENERGY.contains(*last),
        [] => false,
    }
}
