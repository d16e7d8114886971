//! Reads a form definition: nested objects become a flat list of fields, each at its pointer.

use super::condition::{Condition, Matcher};
use super::expression::Expression;
use super::field::{DefinitionProblem, Field, Form, Kind, Limits, Material, RemoteCheck};
use super::items::{Again, Definition, Items};
use super::kind;
use super::layers::Layer;
use super::migrate;
use super::node::{Node, Reader};
use super::pages;
use super::plan::plan;
use super::pointer::Pointer;
use super::schema::Schema;
use super::sections;
use super::sharing;
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
        let whole = Arc::new(Schema::compile(schema)?);
        let mut loader = Loader::new(schema, &whole, Matcher::default());
        let root = loader.reader.node(schema, &Pointer::root(), 0)?;
        if !kind::is_group(&root) {
            return Err(root.problem("type", "a form is a schema of type object with properties"));
        }
        let fields = loader.fields(&root, 0)?;
        let (sections, mut fields) = sections::arrange(&root, fields)?;
        sharing::share(&mut fields)?;
        plan(&mut fields)?;
        let by_pointer = map_of(fields.iter().map(|f| (f.pointer.as_str().to_owned(), f.index)));
        let (title, patterns) = (root.text("title")?, loader.patterns.clone());
        let (migrations, is_paged) = (migrate::read(&root, version)?, pages::is_paged(&root, &sections, &fields)?);
        Ok(Form { version: version.to_owned(), title, is_paged, sections, fields, by_pointer, migrations, schema: whole, patterns })
    }
}

/// The fields of the group at a place of a definition that has been read before.
pub(super) fn items_at(definition: &Definition, place: &Pointer) -> Result<Vec<Field>, DefinitionProblem> {
    let none = || DefinitionProblem::new(place, "there is nothing");
    let schema = place.get(&definition.document).ok_or_else(none)?;
    let mut loader = Loader::new(&definition.document, &definition.schema, definition.patterns.clone());
    let node = loader.reader.node(schema, place, 0)?;
    loader.definition = Some(definition.clone());
    loader.item_fields(&node, 0)
}

/// What an object hands down to its members.
#[derive(Default)]
pub(super) struct Group {
    pub(super) pointer: Pointer,
    pub(super) within: Option<Pointer>,
    pub(super) visible_when: Option<Condition>,
    pub(super) read_only: bool,
    pub(super) source: Option<String>,
    /// What expressions in it take for the whole of the data (`x-root`).
    pub(super) root: Pointer,
}

pub(super) struct Loader<'a> {
    pub(super) reader: Reader<'a>,
    document: &'a Value,
    pub(super) whole: &'a Arc<Schema>,
    /// Parts of the whole schema by their places.
    pub(super) parts: BTreeMap<&'a str, usize>,
    pub(super) patterns: Matcher,
    /// The places of the groups that are being read, outermost first.
    pub(super) open: Vec<Pointer>,
    /// Made for the first group that nests in itself.
    definition: Option<Definition>,
    count: usize,
}

impl<'a> Loader<'a> {
    fn new(document: &'a Value, whole: &'a Arc<Schema>, patterns: Matcher) -> Self {
        Self { reader: Reader::new(document), document, whole, parts: whole.parts(), patterns, open: Vec::new(), definition: None, count: 0 }
    }

    fn fields(&mut self, node: &Node<'a>, depth: usize) -> Result<Vec<Field>, DefinitionProblem> {
        let mut fields = Vec::new();
        let layer = Layer { when: None, node: node.clone(), needs: Vec::new() };
        self.object(vec![layer], &Group::default(), depth, &mut fields)?;
        Ok(fields)
    }

    /// A field of whatever kind its node says.
    pub(super) fn field(
        &mut self,
        node: &Node<'a>,
        group: &Group,
        pointer: Pointer,
        key: &str,
        required: bool,
        depth: usize,
    ) -> Result<Field, DefinitionProblem> {
        let mut field = self.leaf(node, group, pointer, key, required)?;
        field.kind = kind::of(self, node, &field.label, depth)?;
        field.read_only |= matches!(field.kind, Kind::ReadOnly);
        field.example = kind::example(node, &field.kind);
        if let Some(value) = &field.default {
            kind::accept_default(node, &field.kind, value)?;
        }
        Ok(field)
    }

    /// A field of text, with all that is not a matter of its kind.
    pub(super) fn leaf(&mut self, node: &Node<'a>, group: &Group, pointer: Pointer, key: &str, required: bool) -> Result<Field, DefinitionProblem> {
        self.count += 1;
        if self.count > MAX_FIELDS {
            return Err(DefinitionProblem::new(&node.place, "the form has more than 20,000 fields"));
        }
        let same_as = sharing::same_as(node)?;
        let computed = match &same_as {
            Some(place) => Some(sharing::copy_of(node, place)?),
            None => node.text("x-computed")?.map(|text| expression(node, "x-computed", &text, &group.root)).transpose()?,
        };
        Ok(Field {
            pointer,
            label: node.text("title")?.unwrap_or_else(|| key.to_owned()),
            hint: node.text("description")?,
            required,
            required_when: None,
            variants: Vec::new(),
            choosing: None,
            within: group.within.clone(),
            source: node.text("x-source")?.or_else(|| group.source.clone()),
            visible_when: condition(node, group)?,
            read_only: group.read_only || node.flag("readOnly")? || computed.is_some(),
            computed,
            same_as,
            used_by: sharing::used_by(node)?,
            turn: 0,
            place: node.place.clone(),
            limits: limits(node)?,
            messages: messages(node)?,
            autocomplete: node.text("x-autocomplete")?,
            placeholder: node.text("x-placeholder")?,
            example: None,
            default: node.get("default").filter(|d| !d.is_null()).cloned(),
            check: remote_check(node)?,
            material: material(node)?,
            kind: Kind::Text,
            index: 0,
        })
    }

    /// The fields of a repeat's items, with pointers that start at the item.
    pub(super) fn item_fields(&mut self, items: &Node<'a>, depth: usize) -> Result<Vec<Field>, DefinitionProblem> {
        let mut fields = self.fields(items, depth)?;
        if fields.is_empty() {
            return Err(items.problem("properties", "a list's items need at least one property"));
        }
        for (keyword, is_there) in [("x-check", fields.iter().find(|f| f.check.is_some())), ("x-same-as", fields.iter().find(|f| f.same_as.is_some()))] {
            if let Some(field) = is_there {
                return Err(DefinitionProblem::new(&field.place.child(keyword), "is not for fields inside a list"));
            }
        }
        plan(&mut fields)?;
        Ok(fields)
    }

    /// The items of a list, which may be like a group that is around it.
    pub(super) fn items(&mut self, items: &Node<'a>, depth: usize) -> Result<Items, DefinitionProblem> {
        match items.parts().find(|(place, _)| self.open.contains(place)) {
            Some((place, _)) => Ok(self.again(place.clone())),
            None => self.item_fields(items, depth).map(Items::of),
        }
    }

    /// The fields of a group around this one, read when there is an answer that goes so deep.
    pub(super) fn again(&mut self, place: Pointer) -> Items {
        let (document, whole, patterns) = (self.document, self.whole, &self.patterns);
        let make = || Definition { document: Arc::new(document.clone()), schema: whole.clone(), patterns: patterns.clone() };
        let definition = self.definition.get_or_insert_with(make).clone();
        Items::again(Again { definition, place })
    }
}

/// A group's condition holds for everything in it.
pub(super) fn condition(node: &Node, group: &Group) -> Result<Option<Condition>, DefinitionProblem> {
    let outer = group.visible_when.as_ref();
    let Some(text) = node.text("x-visible-when")? else { return Ok(outer.cloned()) };
    let own = expression(node, "x-visible-when", &text, &group.root)?;
    Ok(Some(Condition::Expression(own).and(outer)))
}

fn expression(node: &Node, keyword: &str, text: &str, root: &Pointer) -> Result<Expression, DefinitionProblem> {
    let compiled = Expression::compile(text).map_err(|e| node.problem(keyword, &format!("not a JMESPath expression: {e}")))?;
    Ok(if root.as_str().is_empty() { compiled } else { compiled.within(root) })
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

fn remote_check(node: &Node) -> Result<Option<RemoteCheck>, DefinitionProblem> {
    let Some(value) = node.get("x-check") else { return Ok(None) };
    let map = value.as_object().ok_or_else(|| node.problem("x-check", "must be an object with a name"))?;
    let wrong = |key: &str, reason: &str| DefinitionProblem::new(&node.at("x-check").child(key), reason);
    let name = map.get("name").and_then(Value::as_str).filter(|n| !n.is_empty()).ok_or_else(|| wrong("name", "must be a text"))?;
    if map.get("when").is_some_and(|when| when != "leave") {
        return Err(wrong("when", "must be \"leave\""));
    }
    let with = match map.get("with") {
        None => Vec::new(),
        Some(Value::Array(list)) => {
            let pointers = list.iter().map(|p| Pointer::parse(p.as_str()?).ok());
            pointers.collect::<Option<_>>().ok_or_else(|| wrong("with", "must be JSON Pointers into the form's data"))?
        }
        Some(_) => return Err(wrong("with", "must be a list of JSON Pointers")),
    };
    let at = match map.get("at") {
        None => Pointer::root(),
        Some(at) => at.as_str().and_then(|p| Pointer::parse(p).ok()).ok_or_else(|| wrong("at", "must be a JSON Pointer into the form's data"))?,
    };
    Ok(Some(RemoteCheck { name: name.to_owned(), with, at }))
}

fn material(node: &Node) -> Result<Option<Material>, DefinitionProblem> {
    Ok(match node.text("x-material")?.as_deref() {
        None => None,
        Some("main") => Some(Material::Main),
        Some("secondary") => Some(Material::Secondary),
        Some(_) => return Err(node.problem("x-material", "must be \"main\" or \"secondary\"")),
    })
}
