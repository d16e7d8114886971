//! Reference resolution (RFC 3986 § 5.2) and percent-decoding, as far as `$id` and `$ref` need them.

/// A URI reference without its fragment, cut where RFC 3986 appendix B cuts it.
pub(super) struct Parts<'a> {
    pub(super) scheme: Option<&'a str>,
    pub(super) authority: Option<&'a str>,
    pub(super) path: &'a str,
    pub(super) query: Option<&'a str>,
}

/// Cuts off the fragment; `None` where there is no `#`.
pub(super) fn split(reference: &str) -> (&str, Option<&str>) {
    match reference.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment)),
        None => (reference, None),
    }
}

pub(super) fn parts(reference: &str) -> Parts<'_> {
    let (rest, query) = match reference.split_once('?') {
        Some((rest, query)) => (rest, Some(query)),
        None => (reference, None),
    };
    let (scheme, rest) = match rest.split_once(':') {
        Some((scheme, after)) if !scheme.is_empty() && !scheme.contains('/') => (Some(scheme), after),
        _ => (None, rest),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(after) => {
            let (authority, path) = after.split_at(after.find('/').unwrap_or(after.len()));
            (Some(authority), path)
        }
        None => (None, rest),
    };
    Parts { scheme, authority, path, query }
}

/// What a reference without fragment means where `base` holds.
pub(super) fn resolve(base: &str, reference: &str) -> String {
    if reference.is_empty() {
        return base.to_owned();
    }
    let (from, to) = (parts(base), parts(reference));
    let own = to.scheme.is_some() || to.authority.is_some();
    let path = if own || to.path.starts_with('/') {
        without_dots(to.path)
    } else if to.path.is_empty() {
        from.path.to_owned()
    } else {
        match from.path.rfind('/') {
            Some(at) => without_dots(&format!("{}{}", from.path.get(..=at).unwrap_or_default(), to.path)),
            None if from.authority.is_some() => without_dots(&format!("/{}", to.path)),
            None => to.path.to_owned(),
        }
    };
    let query = if own || !to.path.is_empty() || to.query.is_some() { to.query } else { from.query };
    let mut text = String::new();
    if let Some(scheme) = to.scheme.or(from.scheme) {
        text.push_str(scheme);
        text.push(':');
    }
    if let Some(authority) = if own { to.authority } else { from.authority } {
        text.push_str("//");
        text.push_str(authority);
    }
    text.push_str(&path);
    if let Some(query) = query {
        text.push('?');
        text.push_str(query);
    }
    text
}

/// RFC 3986 § 5.2.4; a path that does not begin with `/` stays as it is.
fn without_dots(path: &str) -> String {
    let Some(rest) = path.strip_prefix('/') else { return path.to_owned() };
    let mut kept: Vec<&str> = Vec::new();
    let mut open = false;
    for segment in rest.split('/') {
        open = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            _ => kept.push(segment),
        }
    }
    // What ends in a dot segment names a directory.
    if open {
        kept.push("");
    }
    format!("/{}", kept.join("/"))
}

/// A fragment as it was meant; `None` where an escape is broken or the bytes are no UTF-8.
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(b) = rest.next() {
        bytes.push(match b {
            b'%' => {
                let digit = |b: Option<u8>| char::from(b?).to_digit(16);
                (digit(rest.next())? * 16 + digit(rest.next())?) as u8
            }
            _ => b,
        });
    }
    String::from_utf8(bytes).ok()
}
