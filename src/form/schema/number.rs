//! Numbers as JSON means them: by their value, whatever they were written as.

use serde_json::Number;
use std::cmp::Ordering;

/// Orders two numbers exactly, be one an integer beyond what a double holds.
pub(super) fn compare(a: &Number, b: &Number) -> Ordering {
    if let Some((a, b)) = whole(a).zip(whole(b)) {
        return a.cmp(&b);
    }
    // A double with a fraction is far from every integer that a double rounds.
    a.as_f64().zip(b.as_f64()).and_then(|(a, b)| a.partial_cmp(&b)).unwrap_or(Ordering::Equal)
}

fn whole(number: &Number) -> Option<i128> {
    if let Some(n) = number.as_i64() {
        return Some(n.into());
    }
    if let Some(n) = number.as_u64() {
        return Some(n.into());
    }
    number.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 1e36).map(|n| n as i128)
}

/// Whether a number is a whole multiple of another, counted in decimal: 0.0075 is a multiple of 0.0001 though their doubles are not.
pub(super) fn is_multiple(number: &Number, of: &Number) -> bool {
    let ((a, a_zeros), (b, b_zeros)) = (decimal(number), decimal(of));
    if b == 0 {
        return false;
    }
    let zeros = a_zeros - b_zeros;
    if zeros < 0 {
        let Some(b) = 10u128.checked_pow(zeros.unsigned_abs()).and_then(|ten| b.checked_mul(ten)) else { return a == 0 };
        return a % b == 0;
    }
    // Both factors stay below b, which has 20 digits at most.
    let (mut rest, mut power, mut left) = (a % b, 10 % b, zeros);
    while left > 0 {
        if left % 2 == 1 {
            rest = rest * power % b;
        }
        power = power * power % b;
        left /= 2;
    }
    rest == 0
}

/// The digits of a number without its sign, and how many zeros follow them (negative: how many are decimals). They are those
/// of the shortest text that reads as the same double, which are the ones that people wrote.
fn decimal(number: &Number) -> (u128, i32) {
    let text = number.to_string();
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
    let (mut value, mut decimals, mut after) = (0u128, 0, false);
    for b in digits.bytes() {
        match b {
            b'.' => after = true,
            b'0'..=b'9' => {
                value = value.saturating_mul(10).saturating_add((b - b'0').into());
                decimals += i32::from(after);
            }
            _ => {}
        }
    }
    (value, exponent.parse::<i32>().unwrap_or(0) - decimals)
}
