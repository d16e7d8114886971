//! From a document to an arena: every schema in it is read first, so that identifiers are known, then references are resolved.

use super::address::{decoded, resolve, split};
use super::keyword::{Keyword, Node, Target};
use super::{cycle, Schema};
use crate::form::field::DefinitionProblem;
use crate::form::pointer::push_token;
use serde_json::Value;
use std::collections::BTreeMap;

/// Deepest nesting of schemas in one another, references not counted.
const MAX_NESTING: usize = 100;
/// Most schemas in all documents.
const MAX_NODES: usize = 60_000;

/// A schema with an identifier, and the root of every document.
struct Resource<'a> {
    uri: String,
    place: String,
    value: &'a Value,
    node: usize,
}

/// A reference that was read; its place in this list is its place among the targets.
pub(super) struct Pending {
    pub(super) place: String,
    pub(super) resource: usize,
    pub(super) reference: String,
    pub(super) dynamic: bool,
}

/// Where a schema was found.
#[derive(Clone, Copy)]
pub(super) struct At<'p> {
    pub(super) place: &'p str,
    pub(super) resource: usize,
    pub(super) nesting: usize,
}

impl At<'_> {
    /// A keyword of this schema is not what it must be.
    pub(super) fn wrong(self, keyword: &str, reason: &str) -> DefinitionProblem {
        problem(&below(self.place, keyword), reason)
    }
}

#[derive(Default)]
pub(super) struct Compiler<'a> {
    nodes: Vec<Node>,
    resources: Vec<Resource<'a>>,
    /// Node by place, resource by URI, node by URI `#` anchor.
    places: BTreeMap<String, usize>,
    uris: BTreeMap<String, usize>,
    anchors: BTreeMap<String, usize>,
    /// Name, resource and node of every `$dynamicAnchor`.
    dynamic: Vec<(String, usize, usize)>,
    pub(super) pending: Vec<Pending>,
}

pub(super) fn problem(place: &str, reason: &str) -> DefinitionProblem {
    DefinitionProblem { pointer: place.to_owned(), reason: reason.to_owned() }
}

/// The place of a member or keyword.
pub(super) fn below(place: &str, token: &str) -> String {
    let mut text = place.to_owned();
    push_token(&mut text, token);
    text
}

pub(super) fn compile<'a>(document: &'a Value, others: &[(&str, &'a Value)]) -> Result<Schema, DefinitionProblem> {
    let mut compiler = Compiler::default();
    let root = compiler.document("", "", document)?;
    let mut found = Vec::new();
    while let Some(pending) = compiler.pending.get(found.len()) {
        let place = pending.place.clone();
        let none = || problem(&place, "the reference points to nothing");
        let (address, fragment) = split(&pending.reference);
        let fragment = decoded(fragment.unwrap_or_default()).ok_or_else(none)?;
        let (dynamic, address) = (pending.dynamic, resolve(compiler.uri(pending.resource), address));
        if !compiler.uris.contains_key(&address) {
            let (_, other) = others.iter().find(|(uri, _)| *uri == address).ok_or_else(none)?;
            compiler.document(&address, &format!("{address}#"), other)?;
        }
        found.push((compiler.node_at(&address, &fragment)?.ok_or_else(none)?, if dynamic { fragment } else { String::new() }));
    }
    let targets = found.into_iter().map(|(node, name)| compiler.target(node, &name)).collect();
    let schema = Schema { nodes: compiler.nodes, targets, root };
    cycle::refuse(&schema)?;
    Ok(schema)
}

impl<'a> Compiler<'a> {
    fn document(&mut self, uri: &str, place: &str, value: &'a Value) -> Result<usize, DefinitionProblem> {
        let resource = self.resource(uri.to_owned(), place, value)?;
        self.read(value, At { place, resource, nesting: 0 })
    }

    /// Adds a resource that the next node to be read is the root of.
    fn resource(&mut self, uri: String, place: &str, value: &'a Value) -> Result<usize, DefinitionProblem> {
        let new = self.resources.len();
        if self.uris.insert(uri.clone(), new).and_then(|old| self.resources.get(old)).is_some_and(|old| !std::ptr::eq(old.value, value)) {
            return Err(problem(&below(place, "$id"), "another schema has the same $id"));
        }
        self.resources.push(Resource { uri, place: place.to_owned(), value, node: self.nodes.len() });
        Ok(new)
    }

    fn uri(&self, resource: usize) -> &str {
        self.resources.get(resource).map_or("", |r| &r.uri)
    }

    /// The node of a schema; reads it where that has not been done.
    pub(super) fn read(&mut self, value: &'a Value, at: At) -> Result<usize, DefinitionProblem> {
        if let Some(node) = self.places.get(at.place) {
            return Ok(*node);
        }
        if at.nesting > MAX_NESTING {
            return Err(problem(at.place, "schemas nested more than 100 levels deep"));
        }
        let node = self.nodes.len();
        if node >= MAX_NODES {
            return Err(problem(at.place, "the definition is too large: more than 60,000 schemas"));
        }
        let resource = match value.get("$id") {
            None => at.resource,
            Some(id) => {
                let wrong = || at.wrong("$id", "must be a URI reference without fragment");
                let id = id.as_str().ok_or_else(wrong)?;
                let (address, fragment) = split(id);
                if !fragment.unwrap_or_default().is_empty() {
                    return Err(wrong());
                }
                let uri = resolve(self.uri(at.resource), address);
                self.resource(uri, at.place, value)?
            }
        };
        self.nodes.push(Node { place: at.place.to_owned(), resource, keywords: Vec::new(), unevaluated: false });
        self.places.insert(at.place.to_owned(), node);
        let at = At { resource, ..at };
        let keywords = match value {
            Value::Bool(true) => Vec::new(),
            Value::Bool(false) => vec![Keyword::False],
            Value::Object(map) => {
                self.anchors(value, at, node)?;
                self.keywords(map, at)?
            }
            _ => return Err(problem(at.place, "a schema must be an object, true or false")),
        };
        if let Some(node) = self.nodes.get_mut(node) {
            node.unevaluated = keywords.iter().any(|k| matches!(k, Keyword::UnevaluatedItems(_) | Keyword::UnevaluatedProperties(_)));
            node.keywords = keywords;
        }
        Ok(node)
    }

    fn anchors(&mut self, value: &'a Value, at: At, node: usize) -> Result<(), DefinitionProblem> {
        for keyword in ["$anchor", "$dynamicAnchor"] {
            let Some(name) = value.get(keyword) else { continue };
            let plain = |name: &&str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b));
            let wrong = || at.wrong(keyword, "must be a name of letters, digits, - _ and .");
            let name = name.as_str().filter(plain).ok_or_else(wrong)?;
            let address = format!("{}#{name}", self.uri(at.resource));
            if self.anchors.insert(address, node).is_some_and(|old| old != node) {
                return Err(at.wrong(keyword, "another schema has the same anchor"));
            }
            if keyword == "$dynamicAnchor" {
                self.dynamic.push((name.to_owned(), at.resource, node));
            }
        }
        Ok(())
    }

    /// What an address and a fragment lead to, if anything.
    fn node_at(&mut self, address: &str, fragment: &str) -> Result<Option<usize>, DefinitionProblem> {
        let Some((at, found)) = self.uris.get(address).and_then(|at| Some((*at, self.resources.get(*at)?))) else { return Ok(None) };
        if fragment.is_empty() {
            return Ok(Some(found.node));
        }
        if fragment.starts_with('/') {
            let Some(value) = found.value.pointer(fragment) else { return Ok(None) };
            let place = format!("{}{fragment}", found.place);
            return self.read(value, At { place: &place, resource: at, nesting: 0 }).map(Some);
        }
        // The root's own $id may be another than the address it was handed over with.
        let own = self.nodes.get(found.node).map_or("", |node| self.uri(node.resource));
        Ok(self.anchors.get(&format!("{own}#{fragment}")).copied())
    }

    /// `name` is that of a dynamic anchor, or empty.
    fn target(&self, node: usize, name: &str) -> Target {
        let same: Vec<(usize, usize)> = self.dynamic.iter().filter(|(n, ..)| n == name).map(|(_, resource, node)| (*resource, *node)).collect();
        let dynamic = if same.iter().any(|(_, n)| *n == node) { same } else { Vec::new() };
        Target { node, dynamic }
    }
}
