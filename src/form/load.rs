//! Reads a form definition: nested objects become a flat list of fields, each at its pointer.

use super::expression::Expression;
use super::field::{DefinitionProblem, Field, Form, Kind, Limits, Material};
use super::kind;
use super::node::{Node, Reader};
use super::plan::plan;
use super::pointer::Pointer;
use super::schema::Schema;
use super::sections;
use crate::model::order::map_of;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most fields of a form, those inside repeats included.
const MAX_FIELDS: usize = 20_000;

impl Form {
    /// Reads a JSON Schema with the contract's `x-` keywords. Keywords it does not know are left alone.
    ///
    /// # Errors
    /// The first [`DefinitionProblem`], with the place in the schema. Never panics, whatever the definition.
    pub fn load(version: &str, schema: &Value) -> Result<Form, DefinitionProblem> {
        let mut loader = Loader { reader: Reader::new(schema), count: 0 };
        let root = loader.reader.node(schema, &Pointer::root(), 0)?;
        if !kind::is_object(&root)? {
            return Err(root.problem("type", "a form is a schema of type object with properties"));
        }
        let mut fields = Vec::new();
        loader.object(&root, &Group::default(), 0, &mut fields)?;
        let (sections, mut fields) = sections::arrange(&root, fields)?;
        plan(&mut fields)?;
        let by_pointer = map_of(fields.iter().map(|f| (f.pointer.as_str().to_owned(), f.index)));
        let whole = Arc::new(Schema::compile(schema)?);
        Ok(Form { version: version.to_owned(), title: root.text("title")?, sections, fields, by_pointer, schema: whole })
    }
}

/// What an object hands down to its members.
#[derive(Default)]
struct Group {
    pointer: Pointer,
    within: Option<Pointer>,
    visible_when: Option<Expression>,
    read_only: bool,
    source: Option<String>,
}

pub(super) struct Loader<'a> {
    pub(super) reader: Reader<'a>,
    count: usize,
}

impl<'a> Loader<'a> {
    fn object(&mut self, node: &Node<'a>, group: &Group, depth: usize, fields: &mut Vec<Field>) -> Result<(), DefinitionProblem> {
        let required: BTreeMap<&str, ()> = map_of(node.required()?.into_iter().map(|name| (name, ())));
        let mut members: BTreeMap<&'a str, Vec<(Pointer, &'a Value)>> = BTreeMap::new();
        for (place, properties) in node.each("properties") {
            let map = properties.as_object().ok_or_else(|| DefinitionProblem::new(&place, "must be an object of schemas"))?;
            for (key, schema) in map {
                members.entry(key).or_default().push((place.child(key), schema));
            }
        }
        for (key, places) in members {
            let Some((first, _)) = places.first() else { continue };
            let mut member = Node::empty(first);
            for (place, schema) in &places {
                self.reader.collect(schema, place, depth + 1, &mut member)?;
            }
            kind::alternatives(&mut self.reader, &mut member, depth + 1)?;
            let pointer = group.pointer.child(key);
            if kind::is_object(&member)? {
                let inner = Group {
                    within: if required.contains_key(key) { group.within.clone() } else { Some(pointer.clone()) },
                    visible_when: condition(&member, group.visible_when.as_ref())?,
                    read_only: group.read_only || member.flag("readOnly")?,
                    source: member.text("x-source")?.or_else(|| group.source.clone()),
                    pointer,
                };
                self.object(&member, &inner, depth + 1, fields)?;
            } else {
                let field = self.field(&member, group, pointer, key, required.contains_key(key), depth + 1)?;
                fields.push(Field { index: fields.len(), ..field });
            }
        }
        Ok(())
    }

    fn field(&mut self, node: &Node<'a>, group: &Group, pointer: Pointer, key: &str, required: bool, depth: usize) -> Result<Field, DefinitionProblem> {
        self.count += 1;
        if self.count > MAX_FIELDS {
            return Err(DefinitionProblem::new(&node.place, "the form has more than 20,000 fields"));
        }
        let label = node.text("title")?.unwrap_or_else(|| key.to_owned());
        let kind = kind::of(self, node, &label, depth)?;
        let default = node.get("default").filter(|d| !d.is_null()).cloned();
        if let Some(value) = &default {
            kind::accept_default(node, &kind, value)?;
        }
        let computed = node.text("x-computed")?.map(|text| expression(node, "x-computed", &text)).transpose()?;
        let is_computed = computed.is_some();
        Ok(Field {
            pointer,
            label,
            hint: node.text("description")?,
            required,
            within: group.within.clone(),
            source: node.text("x-source")?.or_else(|| group.source.clone()),
            visible_when: condition(node, group.visible_when.as_ref())?,
            computed,
            turn: 0,
            place: node.place.clone(),
            limits: limits(node)?,
            messages: messages(node)?,
            autocomplete: node.text("x-autocomplete")?,
            placeholder: node.text("x-placeholder")?,
            read_only: group.read_only || node.flag("readOnly")? || is_computed || matches!(kind, Kind::ReadOnly),
            default,
            material: material(node)?,
            kind,
            index: 0,
        })
    }

    /// The fields of a repeat's items, with pointers that start at the item.
    pub(super) fn item_fields(&mut self, items: &Node<'a>, depth: usize) -> Result<Vec<Field>, DefinitionProblem> {
        let mut fields = Vec::new();
        self.object(items, &Group::default(), depth, &mut fields)?;
        if fields.is_empty() {
            return Err(items.problem("properties", "a list's items need at least one property"));
        }
        plan(&mut fields)?;
        Ok(fields)
    }
}

/// A group's condition holds for everything in it.
fn condition(node: &Node, outer: Option<&Expression>) -> Result<Option<Expression>, DefinitionProblem> {
    let Some(text) = node.text("x-visible-when")? else { return Ok(outer.cloned()) };
    // Compiled by itself first: `a) || (b` must not pass for being put into brackets.
    let own = expression(node, "x-visible-when", &text)?;
    match outer {
        None => Ok(Some(own)),
        Some(outer) => expression(node, "x-visible-when", &format!("({}) && ({text})", outer.as_str())).map(Some),
    }
}

fn expression(node: &Node, keyword: &str, text: &str) -> Result<Expression, DefinitionProblem> {
    Expression::compile(text).map_err(|e| node.problem(keyword, &format!("not a JMESPath expression: {e}")))
}

fn limits(node: &Node) -> Result<Limits, DefinitionProblem> {
    let limits = Limits {
        min_length: node.size("minLength", usize::max)?,
        max_length: node.size("maxLength", usize::min)?,
        minimum: node.bound("minimum", f64::max)?,
        maximum: node.bound("maximum", f64::min)?,
        pattern: node.text("pattern")?,
        min_items: node.size("minItems", usize::max)?,
        max_items: node.size("maxItems", usize::min)?,
    };
    let crossed = |least: Option<usize>, most: Option<usize>| least.zip(most).is_some_and(|(l, m)| l > m);
    if crossed(limits.min_length, limits.max_length) {
        return Err(node.problem("minLength", "is larger than maxLength: no answer would do"));
    }
    if crossed(limits.min_items, limits.max_items) {
        return Err(node.problem("minItems", "is larger than maxItems: no answer would do"));
    }
    if limits.minimum.zip(limits.maximum).is_some_and(|(l, m)| l > m) {
        return Err(node.problem("minimum", "is larger than maximum: no answer would do"));
    }
    Ok(limits)
}

fn messages(node: &Node) -> Result<BTreeMap<String, String>, DefinitionProblem> {
    let Some(value) = node.get("x-messages") else { return Ok(BTreeMap::new()) };
    let map = value.as_object().ok_or_else(|| node.problem("x-messages", "must be an object of sentences by keyword"))?;
    let mut messages = BTreeMap::new();
    for (keyword, text) in map {
        let text = text.as_str().ok_or_else(|| DefinitionProblem::new(&node.at("x-messages").child(keyword), "must be a string"))?;
        messages.insert(keyword.clone(), text.to_owned());
    }
    Ok(messages)
}

fn material(node: &Node) -> Result<Option<Material>, DefinitionProblem> {
    Ok(match node.text("x-material")?.as_deref() {
        None => None,
        Some("main") => Some(Material::Main),
        Some("secondary") => Some(Material::Secondary),
        Some(_) => return Err(node.problem("x-material", "must be \"main\" or \"secondary\"")),
    })
}
