//! Addresses with variables, as the data writes them: RFC 6570, `{name}` of level 1, and `{+name}` of level 2 for a whole address.

use super::reader::{Node, Read};
use crate::backend::client::encode;

enum Part<'a> {
    Text(&'a str),
    Encoded(&'a str),
    AsIs(&'a str),
}

/// The text of a node, where every variable in it is one of these.
pub(super) fn read(node: &Node<'_>, known: &[&str]) -> Read<String> {
    let text = node.text()?;
    let parts = parts(&text).ok_or_else(|| node.wrong("has a { or } that belongs to no variable"))?;
    for part in &parts {
        if let Part::Encoded(name) | Part::AsIs(name) = part {
            if !known.contains(name) {
                return Err(node.wrong(format!("has the variable “{name}”; there are {}", known.join(", "))));
            }
        }
    }
    drop(parts);
    Ok(text)
}

/// Every variable replaced by its value; one that has none by nothing.
pub(super) fn expand(template: &str, values: &[(&str, &str)]) -> String {
    let value = |name: &str| values.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| *value);
    let parts = parts(template).unwrap_or_default();
    let texts = parts.into_iter().map(|part| match part {
        Part::Text(text) => text.to_owned(),
        Part::Encoded(name) => encode(value(name)),
        Part::AsIs(name) => value(name).to_owned(),
    });
    texts.collect()
}

/// `None` where a brace has no partner.
fn parts(template: &str) -> Option<Vec<Part<'_>>> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}')?;
        parts.push(Part::Text(before));
        parts.push(name.strip_prefix('+').map_or(Part::Encoded(name), Part::AsIs));
        rest = behind;
    }
    parts.push(Part::Text(rest));
    let stray = |part: &Part<'_>| matches!(part, Part::Text(text) | Part::Encoded(text) | Part::AsIs(text) if text.contains(['{', '}']));
    (!parts.iter().any(stray)).then_some(parts)
}
