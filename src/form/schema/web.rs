//! Addresses: URIs (RFC 3986), IPv4 and IPv6.

use super::address::{parts, split};

/// Whether an address may be relative.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Web {
    Absolute,
    Reference,
}

/// RFC 3986 URI, or URI-reference.
pub(super) fn is_address(text: &str, web: Web) -> bool {
    let (rest, fragment) = split(text);
    let address = parts(rest);
    let scheme = match address.scheme {
        Some(scheme) => scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b)),
        None => web == Web::Reference,
    };
    let tail = |text: Option<&str>| text.is_none_or(|text| are_chars(text, b":@/?"));
    let path = are_chars(address.path, b":@/") && (address.authority.is_some() || !address.path.starts_with("//"));
    // Without a scheme the first segment of a path has no colon: it would be one.
    let first = address.scheme.is_some() || address.authority.is_some() || !address.path.split('/').next().is_some_and(|s| s.contains(':'));
    scheme && first && path && address.authority.is_none_or(is_authority) && tail(address.query) && tail(fragment)
}

fn is_authority(text: &str) -> bool {
    let (user, rest) = text.rsplit_once('@').unwrap_or(("", text));
    let digits = |port: &str| port.bytes().all(|b| b.is_ascii_digit());
    let host = match rest.strip_prefix('[') {
        Some(after) => after.split_once(']').is_some_and(|(host, port)| {
            let future = host.strip_prefix('v').and_then(|h| h.split_once('.'));
            let known = future.is_some_and(|(version, address)| {
                !version.is_empty() && version.bytes().all(|b| b.is_ascii_hexdigit()) && !address.is_empty() && are_chars(address, b":")
            });
            (known || is_ipv6(host)) && (port.is_empty() || port.strip_prefix(':').is_some_and(digits))
        }),
        None => {
            let (host, port) = rest.split_once(':').unwrap_or((rest, ""));
            are_chars(host, b"") && digits(port)
        }
    };
    host && are_chars(user, b":")
}

/// Unreserved characters, sub-delimiters, escapes, and these.
fn are_chars(text: &str, more: &[u8]) -> bool {
    let mut rest = text.bytes();
    while let Some(b) = rest.next() {
        let fits = match b {
            b'%' => [rest.next(), rest.next()].iter().all(|b| b.is_some_and(|b| b.is_ascii_hexdigit())),
            _ => b.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&b) || more.contains(&b),
        };
        if !fits {
            return false;
        }
    }
    true
}

/// Four numbers up to 255 without leading zeros.
pub(super) fn is_ipv4(text: &str) -> bool {
    let number = |part: &str| {
        let plain = part.bytes().all(|b| b.is_ascii_digit()) && (part == "0" || !part.starts_with('0'));
        plain && part.parse::<u8>().is_ok()
    };
    text.split('.').count() == 4 && text.split('.').all(number)
}

/// RFC 4291 § 2.2: eight groups, the last two perhaps as IPv4, one run of zero groups perhaps as `::`.
pub(super) fn is_ipv6(text: &str) -> bool {
    match text.split_once("::") {
        Some((before, after)) => {
            let both = groups(before, false).zip(groups(after, true));
            both.is_some_and(|(before, after)| before + after < 8)
        }
        None => groups(text, true) == Some(8),
    }
}

/// How many groups there are; `None` where something is none.
fn groups(text: &str, last: bool) -> Option<usize> {
    if text.is_empty() {
        return Some(0);
    }
    let mut count = 0;
    let mut parts = text.split(':').peekable();
    while let Some(part) = parts.next() {
        let hex = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit());
        count += match hex {
            true => 1,
            false if last && parts.peek().is_none() && is_ipv4(part) => 2,
            false => return None,
        };
    }
    Some(count)
}
