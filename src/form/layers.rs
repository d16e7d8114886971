//! A group as layers: what it always asks, and what `if`, `dependentSchemas` and alternatives add while something holds.

use super::condition::{Condition, Holding, Part};
use super::field::DefinitionProblem;
use super::kind;
use super::load::Loader;
use super::node::Node;
use super::pointer::Pointer;
use serde_json::{Map, Value};
use std::sync::Arc;

/// A part of a group, asked while its condition holds.
pub(super) struct Layer<'a> {
    pub(super) when: Option<Condition>,
    pub(super) node: Node<'a>,
    /// Members that `dependentRequired` makes required here.
    pub(super) needs: Vec<&'a str>,
}

/// A group of which one alternative applies.
pub(super) struct Choosing<'a> {
    pub(super) when: Option<Condition>,
    pub(super) node: Node<'a>,
    /// The member whose constant tells the alternatives apart; none where the question has to be put beside the data.
    pub(super) member: Option<String>,
    pub(super) branches: Vec<Branch<'a>>,
}

#[derive(Clone)]
pub(super) struct Branch<'a> {
    pub(super) node: Node<'a>,
    /// The member's constant.
    pub(super) value: Option<&'a Value>,
    pub(super) part: Option<usize>,
}

/// What a group comes to.
#[derive(Default)]
pub(super) struct Layers<'a> {
    pub(super) all: Vec<Layer<'a>>,
    pub(super) choosing: Vec<Choosing<'a>>,
}

/// The key of the question which alternative applies, where no member of the group tells: no schema writes a property so.
pub(super) const CHOICE: &str = "(oneOf)";

/// Where a layer is read: the group that it adds to, what it rests on, and how deep the schema is by then.
pub(super) struct Spot<'g> {
    pub(super) group: &'g Pointer,
    pub(super) when: Option<Condition>,
    pub(super) depth: usize,
}

impl Spot<'_> {
    /// That this holds, and what everything here rests on.
    fn and(&self, own: Condition) -> Condition {
        own.and(self.when.as_ref())
    }

    /// A layer within this one, that rests on one thing more.
    fn within(&self, own: Condition) -> Self {
        Self { group: self.group, when: Some(self.and(own)), depth: self.depth + 1 }
    }
}

impl<'a> Loader<'a> {
    /// Adds a group's layers, those within layers too.
    pub(super) fn layers(&mut self, node: Node<'a>, spot: &Spot, found: &mut Layers<'a>) -> Result<(), DefinitionProblem> {
        let parts: Vec<(Pointer, &'a Map<String, Value>)> = node.parts().cloned().collect();
        found.all.push(Layer { when: spot.when.clone(), node: node.clone(), needs: Vec::new() });
        for (place, map) in &parts {
            self.conditional(place, map, spot, found)?;
            self.dependent(place, map, spot, found)?;
            for keyword in ["oneOf", "anyOf"] {
                let Some(list) = map.get(keyword).and_then(Value::as_array) else { continue };
                let branches = self.branches(list, &place.child(keyword), spot.depth + 1)?;
                if !branches.is_empty() {
                    let member = discriminator(map, &branches);
                    self.choose(Choosing { when: spot.when.clone(), node: node.clone(), member, branches }, spot, found)?;
                }
            }
        }
        Ok(())
    }

    fn conditional(&mut self, place: &Pointer, map: &'a Map<String, Value>, spot: &Spot, found: &mut Layers<'a>) -> Result<(), DefinitionProblem> {
        if !map.contains_key("if") {
            return Ok(());
        }
        let Some(holds) = self.holding(&place.child("if"), spot.group) else { return Ok(()) };
        for keyword in ["then", "else"] {
            let Some(schema) = map.get(keyword) else { continue };
            let inner = self.reader.node(schema, &place.child(keyword), spot.depth + 1)?;
            let own = if keyword == "then" { holds.clone() } else { holds.clone().not() };
            self.layers(inner, &spot.within(own), found)?;
        }
        Ok(())
    }

    fn dependent(&mut self, place: &Pointer, map: &'a Map<String, Value>, spot: &Spot, found: &mut Layers<'a>) -> Result<(), DefinitionProblem> {
        let answered = |name: &str| Condition::Answered(spot.group.child(name));
        for (because, schema) in map.get("dependentSchemas").and_then(Value::as_object).into_iter().flatten() {
            let inner = self.reader.node(schema, &place.child("dependentSchemas").child(because), spot.depth + 1)?;
            self.layers(inner, &spot.within(answered(because)), found)?;
        }
        for (because, names) in map.get("dependentRequired").and_then(Value::as_object).into_iter().flatten() {
            let needs = names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            found.all.push(Layer { when: Some(spot.and(answered(because))), node: Node::empty(place), needs });
        }
        Ok(())
    }

    /// The alternatives, where each is a group of members; empty where they only limit what is asked anyway.
    fn branches(&mut self, list: &'a [Value], place: &Pointer, depth: usize) -> Result<Vec<Branch<'a>>, DefinitionProblem> {
        let is_null = |s: &Value| s.get("type").and_then(Value::as_str) == Some("null");
        if list.iter().filter(|s| !is_null(s)).count() < 2 {
            return Ok(Vec::new());
        }
        let mut branches = Vec::new();
        for (at, schema) in list.iter().enumerate().filter(|(_, s)| !is_null(s)) {
            let place = place.child(&at.to_string());
            let node = self.reader.node(schema, &place, depth)?;
            if !kind::has_members(&node) {
                return Ok(Vec::new());
            }
            branches.push(Branch { node, value: None, part: self.parts.get(place.as_str()).copied() });
        }
        Ok(branches)
    }

    fn choose(&mut self, mut choosing: Choosing<'a>, spot: &Spot, found: &mut Layers<'a>) -> Result<(), DefinitionProblem> {
        let member = choosing.member.as_deref();
        for branch in &mut choosing.branches {
            branch.value = member.and_then(|name| constant(&branch.node, name));
        }
        let asked = spot.group.child(member.unwrap_or(CHOICE));
        let branches = choosing.branches.clone();
        // Before what it contains, so that its question comes first.
        found.choosing.push(choosing);
        for (at, branch) in branches.into_iter().enumerate() {
            let value = branch.value.cloned().unwrap_or_else(|| Value::from(at));
            self.layers(branch.node, &spot.within(Condition::Is(asked.clone(), value)), found)?;
        }
        Ok(())
    }

    /// That what is in the group is as the schema at a place says.
    fn holding(&self, place: &Pointer, group: &Pointer) -> Option<Condition> {
        let node = *self.parts.get(place.as_str())?;
        let part = Part { schema: self.whole.clone(), node, patterns: self.patterns.clone() };
        let reads = self.whole.reads(node, group);
        Some(Condition::Holds(Arc::new(Holding { at: group.clone(), part, reads })))
    }
}

/// The member that has another constant in every alternative; the one that `discriminator` names, as OpenAPI writes it, comes first.
fn discriminator(map: &Map<String, Value>, branches: &[Branch]) -> Option<String> {
    let named = map.get("discriminator").and_then(|d| d.get("propertyName")).and_then(Value::as_str);
    let first = branches.first()?;
    let members: Vec<&str> = first.node.each("properties").filter_map(|(_, v)| v.as_object()).flatten().map(|(name, _)| name.as_str()).collect();
    let tells = |name: &&str| {
        let values: Option<Vec<&Value>> = branches.iter().map(|b| constant(&b.node, name)).collect();
        values.is_some_and(|values| values.iter().enumerate().all(|(at, v)| !values.iter().take(at).any(|other| other == v)))
    };
    named.into_iter().chain(members).find(tells).map(str::to_owned)
}

/// The only value that an alternative allows a member.
fn constant<'a>(node: &Node<'a>, name: &str) -> Option<&'a Value> {
    node.each("properties").filter_map(|(_, v)| v.get(name)).find_map(|schema| {
        let only = schema.get("enum").and_then(Value::as_array).filter(|list| list.len() == 1).and_then(|list| list.first());
        schema.get("const").or(only).filter(|v| v.is_string() || v.is_number() || v.is_boolean())
    })
}
