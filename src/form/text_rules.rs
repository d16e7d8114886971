//! Shapes of free text that many forms ask for.

/// One `@`, what HTML allows before it, and a dotted domain name after it (WHATWG HTML, valid e-mail address, with a dot
/// asked for: mail to a bare host name reaches nobody).
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let atom = |b: u8| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b);
    let fits = (1..=64).contains(&local.len()) && local.bytes().all(atom) && text.len() <= 254;
    fits && is_domain(domain) && domain.contains('.')
}

/// An absolute web address: people are asked for nothing else, and nothing else may become a link.
pub(super) fn is_web_address(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let Some(rest) = ["https://", "http://"].iter().find_map(|s| lower.starts_with(s).then(|| text.get(s.len()..)).flatten()) else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.len() <= 5 && port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => authority,
    };
    let plain = !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}'));
    // A name in Chinese characters is as good as its punycode.
    plain && (is_domain(host) || !host.is_ascii() && !host.contains('@'))
}

/// Labels of letters, digits and inner hyphens with dots between (RFC 1123 § 2.1), one label included.
pub(super) fn is_domain(domain: &str) -> bool {
    let label = |l: &str| (1..=63).contains(&l.len()) && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && !l.starts_with('-') && !l.ends_with('-');
    domain.split('.').all(label)
}
