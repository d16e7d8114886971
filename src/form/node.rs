//! A schema node seen through `$ref` and `allOf`, without copying anything.

use super::field::DefinitionProblem;
use super::pointer::Pointer;
use serde_json::{Map, Value};

/// Deepest nesting of objects, references and `allOf` in a form definition.
pub(super) const MAX_DEPTH: usize = 32;
/// Most nodes looked at while a form is read, so that references that double one another come to an end.
const MAX_NODES: usize = 60_000;

/// Reads nodes of one schema and counts them.
pub(super) struct Reader<'a> {
    root: &'a Value,
    nodes: usize,
}

/// One node: its own keywords first, then those it refers to. The first to say something about a title wins; what limits
/// answers adds up.
#[derive(Clone)]
pub(super) struct Node<'a> {
    pub(super) place: Pointer,
    parts: Vec<(Pointer, &'a Map<String, Value>)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(root: &'a Value) -> Self {
        Self { root, nodes: 0 }
    }

    /// The node at a place of the schema.
    pub(super) fn node(&mut self, schema: &'a Value, place: &Pointer, depth: usize) -> Result<Node<'a>, DefinitionProblem> {
        let mut node = Node::empty(place);
        self.collect(schema, place, depth, &mut node)?;
        Ok(node)
    }

    /// Adds another place's keywords to a node.
    pub(super) fn collect(&mut self, schema: &'a Value, place: &Pointer, depth: usize, node: &mut Node<'a>) -> Result<(), DefinitionProblem> {
        self.nodes += 1;
        if depth > MAX_DEPTH {
            return Err(DefinitionProblem::new(place, "nested or referred to more than 32 levels deep"));
        }
        if self.nodes > MAX_NODES {
            return Err(DefinitionProblem::new(place, "the definition is too large: more than 60,000 schema nodes"));
        }
        let map = match schema {
            Value::Object(map) => map,
            Value::Bool(true) => return Ok(()),
            _ => return Err(DefinitionProblem::new(place, "a schema must be an object")),
        };
        node.parts.push((place.clone(), map));
        if let Some(target) = map.get("$ref") {
            let here = place.child("$ref");
            let local = target.as_str().and_then(|t| t.strip_prefix('#')).and_then(|t| Pointer::parse(t).ok());
            let local = local.ok_or_else(|| DefinitionProblem::new(&here, "only references within the schema are supported: \"#/$defs/…\""))?;
            let schema = local.get(self.root).ok_or_else(|| DefinitionProblem::new(&here, "the reference points to nothing"))?;
            self.collect(schema, &local, depth + 1, node)?;
        }
        if let Some(all) = map.get("allOf") {
            let here = place.child("allOf");
            let list = all.as_array().ok_or_else(|| DefinitionProblem::new(&here, "must be an array of schemas"))?;
            for (at, schema) in list.iter().enumerate() {
                self.collect(schema, &here.child(&at.to_string()), depth + 1, node)?;
            }
        }
        Ok(())
    }
}

impl<'a> Node<'a> {
    /// A node that says nothing yet.
    pub(super) fn empty(place: &Pointer) -> Self {
        Self { place: place.clone(), parts: Vec::new() }
    }

    /// Every part, with its place in the schema.
    pub(super) fn parts(&self) -> impl Iterator<Item = &(Pointer, &'a Map<String, Value>)> {
        self.parts.iter()
    }

    /// The same with another node's parts after its own.
    pub(super) fn with(mut self, other: &Node<'a>) -> Self {
        self.parts.extend(other.parts.iter().cloned());
        self
    }

    /// The first part that has a keyword.
    pub(super) fn get(&self, keyword: &str) -> Option<&'a Value> {
        self.parts.iter().find_map(|(_, map)| map.get(keyword))
    }

    /// What every part says about a keyword.
    pub(super) fn each<'n>(&'n self, keyword: &'n str) -> impl Iterator<Item = (Pointer, &'a Value)> + 'n {
        self.parts.iter().filter_map(move |(place, map)| Some((place.child(keyword), map.get(keyword)?)))
    }

    /// Where a keyword is, for a problem with it.
    pub(super) fn at(&self, keyword: &str) -> Pointer {
        self.each(keyword).next().map_or_else(|| self.place.child(keyword), |(place, _)| place)
    }

    pub(super) fn problem(&self, keyword: &str, reason: &str) -> DefinitionProblem {
        DefinitionProblem::new(&self.at(keyword), reason)
    }

    pub(super) fn text(&self, keyword: &str) -> Result<Option<String>, DefinitionProblem> {
        match self.get(keyword) {
            None => Ok(None),
            Some(Value::String(s)) => Ok(Some(s.clone())),
            Some(_) => Err(self.problem(keyword, "must be a string")),
        }
    }

    pub(super) fn flag(&self, keyword: &str) -> Result<bool, DefinitionProblem> {
        match self.get(keyword) {
            None => Ok(false),
            Some(Value::Bool(b)) => Ok(*b),
            Some(_) => Err(self.problem(keyword, "must be true or false")),
        }
    }

    /// A size: the strictest of what all parts say.
    pub(super) fn size(&self, keyword: &str, strictest: fn(usize, usize) -> usize) -> Result<Option<usize>, DefinitionProblem> {
        let mut found = None;
        for (place, value) in self.each(keyword) {
            // JSON Schema counts 3.0 as an integer.
            let size = value.as_f64().filter(|n| *n >= 0.0 && n.fract() == 0.0 && *n <= 9e15);
            let size = size.ok_or_else(|| DefinitionProblem::new(&place, "must be a whole number, 0 or more"))? as usize;
            found = Some(found.map_or(size, |f| strictest(f, size)));
        }
        Ok(found)
    }

    /// A bound: the strictest of what all parts say.
    pub(super) fn bound(&self, keyword: &str, strictest: fn(f64, f64) -> f64) -> Result<Option<f64>, DefinitionProblem> {
        let mut found = None;
        for (place, value) in self.each(keyword) {
            let bound = value.as_f64().ok_or_else(|| DefinitionProblem::new(&place, "must be a number"))?;
            found = Some(found.map_or(bound, |f| strictest(f, bound)));
        }
        Ok(found)
    }

    /// The names in all `required` lists.
    pub(super) fn required(&self) -> Result<Vec<&'a str>, DefinitionProblem> {
        let mut names = Vec::new();
        for (place, value) in self.each("required") {
            let list = value.as_array().ok_or_else(|| DefinitionProblem::new(&place, "must be an array of property names"))?;
            for (at, name) in list.iter().enumerate() {
                let wrong = || DefinitionProblem::new(&place.child(&at.to_string()), "must be a property name");
                names.push(name.as_str().ok_or_else(wrong)?);
            }
        }
        Ok(names)
    }

    /// `type`: the first that is not null, so that what generators print for an optional value is understood.
    pub(super) fn schema_type(&self) -> Result<Option<&'a str>, DefinitionProblem> {
        let known = |t: &str| matches!(t, "object" | "array" | "string" | "number" | "integer" | "boolean");
        match self.get("type") {
            None => Ok(None),
            Some(Value::String(t)) if known(t) => Ok(Some(t)),
            Some(Value::Array(list)) => match list.iter().filter_map(Value::as_str).find(|t| known(t)) {
                Some(t) => Ok(Some(t)),
                None => Err(self.problem("type", "names no type that can be answered")),
            },
            Some(_) => Err(self.problem("type", "must be object, array, string, number, integer or boolean")),
        }
    }
}
