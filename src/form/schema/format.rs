//! The formats of JSON Schema (validation § 7.3) that can be told by the text alone.

use super::web::{is_address, is_ipv4, is_ipv6, Web};
use crate::form::pointer::Pointer;
use crate::form::text_rules::is_domain;
use crate::model::date::Date;

/// Whether a text is of a format; always so for formats that are not known. `regex` is the host's to tell.
pub(super) fn is_format(format: &str, text: &str) -> bool {
    match format {
        "date" => Date::parse(text).is_some(),
        "time" => is_time(text),
        "date-time" => is_date_time(text),
        "duration" => is_duration(text),
        "email" => is_mail(text),
        "idn-email" => is_mail(&latin(text)),
        "hostname" => is_host(text),
        "ipv4" => is_ipv4(text),
        "ipv6" => is_ipv6(text),
        "uri" => is_address(text, Web::Absolute),
        "uri-reference" => is_address(text, Web::Reference),
        "iri" => is_address(&latin(text), Web::Absolute),
        "iri-reference" => is_address(&latin(text), Web::Reference),
        "uuid" => is_uuid(text),
        "json-pointer" => Pointer::parse(text).is_ok(),
        _ => true,
    }
}

/// RFC 3339 full-time. A leap second is the last one of a day in UTC.
pub(in crate::form) fn is_time(text: &str) -> bool {
    let Some((clock, rest)) = text.get(..8).zip(text.get(8..)) else { return false };
    let Some(([h, m, s], [])) = numbers::<3>(clock) else { return false };
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let after = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if after.len() == fraction.len() {
                return false;
            }
            after
        }
        None => rest,
    };
    let offset = match (rest.get(..1), rest.get(1..)) {
        (Some("Z" | "z"), Some("")) => 0,
        (Some(sign @ ("+" | "-")), Some(offset)) => match numbers::<2>(offset) {
            Some(([h, m], [])) if h < 24 && m < 60 => (h * 60 + m) * if sign == "+" { 1 } else { -1 },
            _ => return false,
        },
        _ => return false,
    };
    h < 24 && m < 60 && (s < 60 || s == 60 && (h * 60 + m - offset).rem_euclid(24 * 60) == 24 * 60 - 1)
}

/// N numbers of two digits with colons between, and what follows.
fn numbers<const N: usize>(text: &str) -> Option<([i32; N], &[u8])> {
    let mut rest = text.as_bytes();
    let mut found = [0; N];
    for (at, place) in found.iter_mut().enumerate() {
        if at > 0 {
            rest = rest.strip_prefix(b":")?;
        }
        let [a @ b'0'..=b'9', b @ b'0'..=b'9', after @ ..] = rest else { return None };
        *place = i32::from(a - b'0') * 10 + i32::from(b - b'0');
        rest = after;
    }
    Some((found, rest))
}

pub(in crate::form) fn is_date_time(text: &str) -> bool {
    let Some((date, rest)) = text.get(..10).zip(text.get(10..)) else { return false };
    Date::parse(date).is_some() && rest.strip_prefix(['T', 't']).is_some_and(is_time)
}

/// RFC 3339 appendix A: weeks alone, or date and time with no unit left out between the first and the last.
fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    let weeks = time.is_none() && has_units(date, "W");
    weeks || (has_units(date, "YMD") || date.is_empty() && time.is_some()) && time.is_none_or(|time| has_units(time, "HMS"))
}

/// At least one number with a unit, the units in this order and next to one another in it.
fn has_units(text: &str, units: &str) -> bool {
    let mut left: Option<&str> = None;
    let mut rest = text;
    while !rest.is_empty() {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let Some(unit) = after.chars().next().filter(|_| after.len() < rest.len()) else { return false };
        let at = match left {
            None => units.find(unit),
            Some(next) => next.starts_with(unit).then_some(units.len() - next.len()),
        };
        let Some(at) = at else { return false };
        (left, rest) = (units.get(at + 1..), after.get(1..).unwrap_or_default());
    }
    left.is_some()
}

/// RFC 5321 Mailbox: stricter rules of what people are asked for are the form's, see [`crate::form::text_rules`].
fn is_mail(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let atom = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&b);
    let dotted = || local.split('.').all(|part| !part.is_empty() && part.bytes().all(atom));
    let quoted = || local.len() > 1 && local.strip_prefix('"').and_then(|l| l.strip_suffix('"')).is_some_and(is_quotable);
    local.len() <= 64 && (dotted() || quoted()) && (is_host(domain) || domain.strip_prefix('[').and_then(|d| d.strip_suffix(']')).is_some_and(is_literal))
}

/// Printable, with quotes and backslashes escaped.
fn is_quotable(text: &str) -> bool {
    let mut escaped = false;
    for c in text.chars() {
        match c {
            ' '..='~' if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return false,
            ' '..='~' => {}
            _ => return false,
        }
    }
    !escaped
}

fn is_literal(text: &str) -> bool {
    text.strip_prefix("IPv6:").map_or_else(|| is_ipv4(text), is_ipv6)
}

fn is_host(text: &str) -> bool {
    text.len() <= 253 && is_domain(text)
}

fn is_uuid(text: &str) -> bool {
    let fits = |(at, b): (usize, u8)| if matches!(at, 8 | 13 | 18 | 23) { b == b'-' } else { b.is_ascii_hexdigit() };
    text.len() == 36 && text.bytes().enumerate().all(fits)
}

/// The text with a plain letter for every one beyond ASCII: internationalised formats are the plain ones with more letters.
fn latin(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii() || c.is_whitespace() || c.is_control() { c } else { 'a' }).collect()
}
