//! The members of a group, gathered from its layers: what is asked always, what only while something holds, and in which shape.

use super::choosing::{Alternative, Alternatives};
use super::condition::{Condition, Part};
use super::field::{Choice, DefinitionProblem, Field, Kind};
use super::kind;
use super::layers::{Choosing, Layer, Layers, Spot, CHOICE};
use super::load::{condition, Group, Loader};
use super::node::Node;
use super::pointer::Pointer;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A member as one layer defines it.
struct Entry<'a> {
    when: Option<Condition>,
    place: Pointer,
    schema: &'a Value,
    required: bool,
}

/// The members by name, in the order in which they are asked.
#[derive(Default)]
struct Members<'a> {
    order: Vec<(String, Vec<Entry<'a>>)>,
    places: BTreeMap<String, usize>,
}

impl<'a> Members<'a> {
    fn add(&mut self, name: &str, entry: Option<Entry<'a>>) {
        let at = *self.places.entry(name.to_owned()).or_insert_with(|| {
            self.order.push((name.to_owned(), Vec::new()));
            self.order.len() - 1
        });
        if let Some((_, entries)) = self.order.get_mut(at) {
            entries.extend(entry);
        }
    }

    fn gather(&mut self, layer: &Layer<'a>, choosing: &[Choosing<'a>]) -> Result<(), DefinitionProblem> {
        let required: BTreeSet<&str> = layer.node.required()?.into_iter().collect();
        for (place, properties) in layer.node.each("properties") {
            let map = properties.as_object().ok_or_else(|| DefinitionProblem::new(&place, "must be an object of schemas"))?;
            for (name, schema) in map {
                // The constant by which an alternative is known is asked as the choice that it is.
                let is_told = layer.when.is_some() && choosing.iter().any(|c| c.member.as_deref() == Some(name.as_str()));
                let required = required.contains(name.as_str());
                let entry = Entry { when: layer.when.clone(), place: place.child(name), schema, required };
                self.add(name, (!is_told).then_some(entry));
            }
        }
        Ok(())
    }
}

/// A member while it is read: the group that it is in, where its answer goes, and how deep the schema is by then.
struct Seat<'g> {
    name: &'g str,
    group: &'g Group,
    pointer: Pointer,
    depth: usize,
}

impl<'a> Loader<'a> {
    /// Reads a group's members into fields.
    pub(super) fn object(&mut self, given: Vec<Layer<'a>>, group: &Group, depth: usize, fields: &mut Vec<Field>) -> Result<(), DefinitionProblem> {
        let mut layers = Layers::default();
        for layer in given {
            self.layers(layer.node, &Spot { group: &group.pointer, when: layer.when, depth }, &mut layers)?;
        }
        let opened = self.open.len();
        self.open.extend(layers.all.iter().flat_map(|l| l.node.parts().map(|(place, _)| place.clone())));
        let mut members = Members::default();
        for layer in layers.all.iter().filter(|l| l.when.is_none()) {
            members.gather(layer, &layers.choosing)?;
        }
        for choosing in &layers.choosing {
            members.add(choosing.member.as_deref().unwrap_or(CHOICE), None);
        }
        for layer in layers.all.iter().filter(|l| l.when.is_some()) {
            members.gather(layer, &layers.choosing)?;
        }
        // Looked up for each member: a list would make a form of thousands of questions quadratic.
        let mut needed = Vec::with_capacity(layers.all.len());
        for layer in &layers.all {
            let names: BTreeSet<&str> = layer.needs.iter().copied().chain(layer.node.required()?).collect();
            needed.push((layer.when.as_ref(), names));
        }
        for (name, entries) in members.order {
            let choosing = layers.choosing.iter().find(|c| c.member.as_deref().unwrap_or(CHOICE) == name);
            let seat = Seat { name: &name, group, pointer: group.pointer.child(&name), depth };
            self.member(seat, entries, &needed, choosing, fields)?;
        }
        self.open.truncate(opened);
        Ok(())
    }

    fn member(
        &mut self,
        seat: Seat,
        entries: Vec<Entry<'a>>,
        needed: &[(Option<&Condition>, BTreeSet<&str>)],
        choosing: Option<&Choosing<'a>>,
        fields: &mut Vec<Field>,
    ) -> Result<(), DefinitionProblem> {
        let Seat { name, group, depth, .. } = seat;
        let mut always = false;
        let mut due = Vec::new();
        for (when, _) in needed.iter().filter(|(_, names)| names.contains(name)) {
            match when {
                None => always = true,
                Some(condition) => due.push(Some((*condition).clone())),
            }
        }
        let (base, others) = self.shapes(entries, depth)?;
        if let Some(choosing) = choosing {
            let mut field = self.choice(choosing, base, seat)?;
            field.index = fields.len();
            fields.push(field);
            return Ok(());
        }
        let all = base.iter().chain(others.iter().map(|(_, node, _)| node));
        let mut is_apart = false;
        for node in all.clone() {
            is_apart |= kind::is_drawn_apart(&mut self.reader, node, depth + 1)?;
        }
        if is_apart {
            let open = &self.open;
            let again = all.clone().flat_map(|node| node.parts()).find(|(place, _)| open.contains(place)).map(|(place, _)| place.clone());
            let base = base.into_iter().map(|node| Layer { when: None, node, needs: Vec::new() });
            let layers = base.chain(others.into_iter().map(|(when, node, _)| Layer { when: Some(when), node, needs: Vec::new() })).collect();
            return self.group(layers, again, seat, always, fields);
        }
        let mut variants = Vec::new();
        for (when, node, required) in others {
            let rests_on_itself = when.rests_on(&seat.pointer);
            // How an answer limits itself is for the whole schema to say.
            if base.is_some() && rests_on_itself {
                continue;
            }
            let node = match &base {
                Some(base) => node.with(base),
                None => node,
            };
            let required = required || base.is_some() && always;
            let mut field = self.field(&node, group, seat.pointer.clone(), name, required, depth + 1)?;
            field.visible_when = Some(match field.visible_when.take() {
                Some(own) => when.and(Some(&own)),
                None => when,
            });
            variants.push(field);
        }
        let mut field = match (&base, variants.first()) {
            (Some(base), _) => self.field(base, group, seat.pointer, name, always, depth + 1)?,
            (None, Some(first)) => Field { visible_when: Condition::any(variants.iter().map(|v| v.visible_when.clone()).collect()), ..first.clone() },
            (None, None) => return Ok(()),
        };
        if base.is_none() && variants.len() == 1 {
            variants.clear();
        }
        field.required_when = if field.required || due.is_empty() { None } else { Condition::any(due) };
        field.variants = variants;
        field.index = fields.len();
        fields.push(field);
        Ok(())
    }

    /// What a member is always, and what while something holds; the same shape under several conditions is one.
    #[allow(clippy::type_complexity)]
    fn shapes(&mut self, entries: Vec<Entry<'a>>, depth: usize) -> Result<(Option<Node<'a>>, Vec<(Condition, Node<'a>, bool)>), DefinitionProblem> {
        let mut base: Option<Node<'a>> = None;
        let mut others: Vec<(Vec<Option<Condition>>, &'a Value, Node<'a>, bool)> = Vec::new();
        for entry in entries {
            let mut node = self.reader.node(entry.schema, &entry.place, depth + 1)?;
            kind::alternatives(&mut self.reader, &mut node, depth + 1)?;
            match entry.when {
                None => base = Some(base.map_or_else(|| node.clone(), |before| before.with(&node))),
                Some(when) => match others.iter_mut().find(|(_, schema, ..)| *schema == entry.schema) {
                    Some((conditions, .., required)) => {
                        conditions.push(Some(when));
                        *required &= entry.required;
                    }
                    None => others.push((vec![Some(when)], entry.schema, node, entry.required)),
                },
            }
        }
        Ok((base, others.into_iter().filter_map(|(when, _, node, required)| Some((Condition::any(when)?, node, required))).collect()))
    }

    fn group(
        &mut self,
        mut layers: Vec<Layer<'a>>,
        again: Option<Pointer>,
        seat: Seat,
        required: bool,
        fields: &mut Vec<Field>,
    ) -> Result<(), DefinitionProblem> {
        let Seat { name, group, pointer, depth } = seat;
        let Some(node) = layers.first().map(|layer| layer.node.clone()) else { return Ok(()) };
        if let Some(place) = again {
            if required {
                return Err(node.problem("$ref", "needs itself: it could never be filled in"));
            }
            let mut field = self.leaf(&node, group, pointer, name, false)?;
            field.kind = Kind::Group { fields: self.again(place), listed: false };
            field.index = fields.len();
            fields.push(field);
            return Ok(());
        }
        let mut own = condition(&node, group)?;
        if let [only] = layers.as_mut_slice() {
            own = only.when.take().map(|when| when.and(own.as_ref())).or(own);
        }
        let inner = Group {
            within: if required { group.within.clone() } else { Some(pointer.clone()) },
            visible_when: own,
            read_only: group.read_only || node.flag("readOnly")?,
            source: node.text("x-source")?.or_else(|| group.source.clone()),
            root: if node.flag("x-root")? { pointer.clone() } else { group.root.clone() },
            pointer,
        };
        self.object(layers, &inner, depth + 1, fields)
    }

    /// The question which alternative applies.
    fn choice(&mut self, choosing: &Choosing<'a>, base: Option<Node<'a>>, seat: Seat) -> Result<Field, DefinitionProblem> {
        let Seat { name, group, pointer, depth } = seat;
        let mut options = Vec::new();
        for (at, branch) in choosing.branches.iter().enumerate() {
            let value = branch.value.cloned().unwrap_or_else(|| Value::from(at));
            let told = choosing.member.as_deref().and_then(|name| branch.node.each("properties").find_map(|(_, v)| v.get(name)?.get("title")?.as_str()));
            let title = match (told, branch.node.text("title")?) {
                (Some(title), _) => title.to_owned(),
                (None, Some(title)) => title,
                (None, None) => branch.value.map_or_else(|| (at + 1).to_string(), |v| v.as_str().map_or_else(|| v.to_string(), str::to_owned)),
            };
            options.push(Choice { value, title });
        }
        let node = base.clone().unwrap_or_else(|| Node::empty(&choosing.node.place));
        let mut field = match &base {
            Some(base) => self.field(base, group, pointer, name, true, depth + 1)?,
            None => self.leaf(&node, group, pointer, name, true)?,
        };
        if base.is_none() {
            let told = choosing.node.text("x-choice-title")?;
            field.label = told.unwrap_or_else(|| options.iter().map(|o| o.title.as_str()).collect::<Vec<_>>().join(" / "));
        }
        if !matches!(field.kind, Kind::Choice { .. }) {
            field.kind = Kind::Choice { long: options.len() >= kind::LONG, options };
        }
        if let Some(when) = &choosing.when {
            field.visible_when = Some(when.clone().and(field.visible_when.as_ref()));
        }
        if choosing.member.is_none() {
            let part = |node: usize| Part { schema: self.whole.clone(), node, patterns: self.patterns.clone() };
            let members = |node: &Node| node.each("properties").filter_map(|(_, v)| v.as_object()).flatten().map(|(name, _)| name.clone()).collect();
            let all = choosing.branches.iter().map(|b| Alternative { part: b.part.map(part), members: members(&b.node) }).collect();
            field.choosing = Some(Arc::new(Alternatives { at: group.pointer.clone(), all }));
        }
        Ok(field)
    }
}
