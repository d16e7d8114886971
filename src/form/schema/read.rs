//! The keywords of one schema object, with what JSON Schema wants each to be.

use super::backtracking;
use super::compile::{below, problem, At, Compiler, Pending};
use super::keyword::{Bound, Keyword, Size, Types};
use crate::form::field::DefinitionProblem;
use serde_json::{Map, Number, Value};
use std::collections::BTreeMap;

type Read<T> = Result<T, DefinitionProblem>;
type Object = Map<String, Value>;
/// A keyword's name, and how it is made of what it holds.
type Made<T> = (&'static str, fn(T) -> Keyword);

/// Longest pattern, in bytes: engines take time and memory to compile one.
const MAX_PATTERN: usize = 10_000;
/// Deepest nesting of what `const` and `enum` allow.
const MAX_VALUE_NESTING: usize = 100;

impl<'a> Compiler<'a> {
    pub(super) fn keywords(&mut self, map: &'a Object, at: At) -> Read<Vec<Keyword>> {
        let mut all = Vec::new();
        values(map, at, &mut all)?;
        self.members(map, at, &mut all)?;
        self.items(map, at, &mut all)?;
        self.branches(map, at, &mut all)?;
        for (keyword, dynamic) in [("$ref", false), ("$dynamicRef", true)] {
            if let Some(reference) = text(map, at, keyword)? {
                all.push(Keyword::Ref(self.pending.len()));
                self.pending.push(Pending { place: below(at.place, keyword), resource: at.resource, reference, dynamic });
            }
        }
        // Nothing is applied here, but what is in them can be referred to.
        self.table(map, at, "$defs")?;
        self.table(map, at, "definitions")?;
        self.one(map, at, "contentSchema")?;
        // Last, since they look at what the others have evaluated.
        self.singles(map, at, &[("unevaluatedItems", Keyword::UnevaluatedItems), ("unevaluatedProperties", Keyword::UnevaluatedProperties)], &mut all)?;
        Ok(all)
    }

    fn members(&mut self, map: &'a Object, at: At, all: &mut Vec<Keyword>) -> Read<()> {
        let properties = self.table(map, at, "properties")?;
        let patterns = self.table(map, at, "patternProperties")?;
        for pattern in patterns.iter().flat_map(BTreeMap::keys) {
            check_pattern(&below(&below(at.place, "patternProperties"), pattern), pattern)?;
        }
        let additional = self.one(map, at, "additionalProperties")?;
        if properties.is_some() || patterns.is_some() || additional.is_some() {
            let (properties, patterns) = (properties.unwrap_or_default(), patterns.unwrap_or_default());
            all.push(Keyword::Members { properties, patterns, additional });
        }
        if let Some(schemas) = self.table(map, at, "dependentSchemas")? {
            all.push(Keyword::DependentSchemas(schemas));
        }
        Ok(())
    }

    fn items(&mut self, map: &'a Object, at: At, all: &mut Vec<Keyword>) -> Read<()> {
        let (prefix, rest) = (self.list(map, at, "prefixItems")?, self.one(map, at, "items")?);
        if prefix.is_some() || rest.is_some() {
            all.push(Keyword::Items { prefix: prefix.unwrap_or_default(), rest });
        }
        let (least, most) = (size(map, at, "minContains")?, size(map, at, "maxContains")?);
        if let Some(schema) = self.one(map, at, "contains")? {
            all.push(Keyword::Contains { schema, least: least.unwrap_or(1), most });
        }
        Ok(())
    }

    fn branches(&mut self, map: &'a Object, at: At, all: &mut Vec<Keyword>) -> Read<()> {
        let several: [Made<Vec<usize>>; 3] = [("allOf", Keyword::AllOf), ("anyOf", Keyword::AnyOf), ("oneOf", Keyword::OneOf)];
        for (keyword, make) in several {
            if let Some(list) = self.list(map, at, keyword)? {
                all.push(make(list));
            }
        }
        self.singles(map, at, &[("not", Keyword::Not), ("propertyNames", Keyword::PropertyNames)], all)?;
        let (then, otherwise) = (self.one(map, at, "then")?, self.one(map, at, "else")?);
        if let Some(condition) = self.one(map, at, "if")? {
            all.push(Keyword::If { condition, then, otherwise });
        }
        Ok(())
    }

    fn singles(&mut self, map: &'a Object, at: At, keywords: &[Made<usize>], all: &mut Vec<Keyword>) -> Read<()> {
        for (keyword, make) in keywords {
            if let Some(node) = self.one(map, at, keyword)? {
                all.push(make(node));
            }
        }
        Ok(())
    }

    fn one(&mut self, map: &'a Object, at: At, keyword: &str) -> Read<Option<usize>> {
        let Some(value) = map.get(keyword) else { return Ok(None) };
        self.inner(value, &below(at.place, keyword), at).map(Some)
    }

    fn list(&mut self, map: &'a Object, at: At, keyword: &str) -> Read<Option<Vec<usize>>> {
        let Some(value) = map.get(keyword) else { return Ok(None) };
        let place = below(at.place, keyword);
        let list = value.as_array().filter(|list| !list.is_empty()).ok_or_else(|| problem(&place, "must be an array of schemas, not empty"))?;
        let mut nodes = Vec::new();
        for (index, value) in list.iter().enumerate() {
            nodes.push(self.inner(value, &below(&place, &index.to_string()), at)?);
        }
        Ok(Some(nodes))
    }

    fn table(&mut self, map: &'a Object, at: At, keyword: &str) -> Read<Option<BTreeMap<String, usize>>> {
        let Some(value) = map.get(keyword) else { return Ok(None) };
        let place = below(at.place, keyword);
        let members = value.as_object().ok_or_else(|| problem(&place, "must be an object of schemas"))?;
        let mut nodes = BTreeMap::new();
        for (name, value) in members {
            nodes.insert(name.clone(), self.inner(value, &below(&place, name), at)?);
        }
        Ok(Some(nodes))
    }

    fn inner(&mut self, value: &'a Value, place: &str, at: At) -> Read<usize> {
        self.read(value, At { place, resource: at.resource, nesting: at.nesting + 1 })
    }
}

/// Keywords that hold no schemas.
fn values(map: &Object, at: At, all: &mut Vec<Keyword>) -> Read<()> {
    if let Some(value) = map.get("type") {
        all.push(Keyword::Type(types(value).ok_or_else(|| at.wrong("type", "must be one or several of JSON's types"))?));
    }
    if let Some(value) = map.get("enum") {
        let list = value.as_array().ok_or_else(|| at.wrong("enum", "must be an array"))?;
        shallow(value, at, "enum")?;
        all.push(Keyword::Enum(list.clone()));
    }
    if let Some(value) = map.get("const") {
        shallow(value, at, "const")?;
        all.push(Keyword::Const(value.clone()));
    }
    for bound in Bound::ALL {
        if let Some(limit) = number(map, at, bound.keyword())? {
            all.push(Keyword::Bound(bound, limit));
        }
    }
    if let Some(of) = number(map, at, "multipleOf")? {
        if of.as_f64().is_none_or(|of| of <= 0.0) {
            return Err(at.wrong("multipleOf", "must be larger than 0"));
        }
        all.push(Keyword::MultipleOf(of));
    }
    for counted in Size::ALL {
        if let Some(limit) = size(map, at, counted.keyword())? {
            all.push(Keyword::Size(counted, limit));
        }
    }
    if let Some(pattern) = text(map, at, "pattern")? {
        check_pattern(&below(at.place, "pattern"), &pattern)?;
        all.push(Keyword::Pattern(pattern));
    }
    if let Some(format) = text(map, at, "format")? {
        all.push(Keyword::Format(format));
    }
    match map.get("uniqueItems") {
        None | Some(Value::Bool(false)) => {}
        Some(Value::Bool(true)) => all.push(Keyword::UniqueItems),
        Some(_) => return Err(at.wrong("uniqueItems", "must be true or false")),
    }
    if let Some(value) = map.get("required") {
        all.push(Keyword::Required(names(value, &below(at.place, "required"))?));
    }
    if let Some(value) = map.get("dependentRequired") {
        let place = below(at.place, "dependentRequired");
        let members = value.as_object().ok_or_else(|| problem(&place, "must be an object of arrays of property names"))?;
        let mut all_names = Vec::new();
        for (because, value) in members {
            all_names.push((because.clone(), names(value, &below(&place, because))?));
        }
        all.push(Keyword::DependentRequired(all_names));
    }
    Ok(())
}

/// Copying and dropping a value takes stack for every level of it.
fn shallow(value: &Value, at: At, keyword: &str) -> Read<()> {
    fn is(value: &Value, levels: usize) -> bool {
        levels > 0
            && match value {
                Value::Array(list) => list.iter().all(|v| is(v, levels - 1)),
                Value::Object(map) => map.values().all(|v| is(v, levels - 1)),
                _ => true,
            }
    }
    if is(value, MAX_VALUE_NESTING) {
        Ok(())
    } else {
        Err(at.wrong(keyword, "a value nested more than 100 levels deep"))
    }
}

fn types(value: &Value) -> Option<Types> {
    match value {
        Value::String(name) => Types::NONE.with(name),
        Value::Array(list) if !list.is_empty() => list.iter().try_fold(Types::NONE, |types, name| types.with(name.as_str()?)),
        _ => None,
    }
}

fn text(map: &Object, at: At, keyword: &str) -> Read<Option<String>> {
    match map.get(keyword) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(at.wrong(keyword, "must be a string")),
    }
}

fn number(map: &Object, at: At, keyword: &str) -> Read<Option<Number>> {
    match map.get(keyword) {
        None => Ok(None),
        Some(Value::Number(number)) => Ok(Some(number.clone())),
        Some(_) => Err(at.wrong(keyword, "must be a number")),
    }
}

fn size(map: &Object, at: At, keyword: &str) -> Read<Option<usize>> {
    let Some(value) = map.get(keyword) else { return Ok(None) };
    let size = value.as_f64().filter(|n| *n >= 0.0 && n.fract() == 0.0);
    // What is larger than any value can be saturates, which comes to the same.
    size.map(|n| Some(n as usize)).ok_or_else(|| at.wrong(keyword, "must be a whole number, 0 or more"))
}

fn names(value: &Value, place: &str) -> Read<Vec<String>> {
    let list = value.as_array().ok_or_else(|| problem(place, "must be an array of property names"))?;
    let mut names = Vec::new();
    for (at, name) in list.iter().enumerate() {
        let name = name.as_str().ok_or_else(|| problem(&below(place, &at.to_string()), "must be a property name"))?;
        names.push(name.to_owned());
    }
    Ok(names)
}

fn check_pattern(place: &str, pattern: &str) -> Read<()> {
    if pattern.len() > MAX_PATTERN {
        return Err(problem(place, "a pattern of more than 10,000 bytes"));
    }
    if backtracking::is_exponential(pattern) {
        return Err(problem(place, "what repeats without end holds little but what repeats without end, as in (a+)+: matching could take for ever"));
    }
    Ok(())
}
