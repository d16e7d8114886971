//! One form of several services' forms.
//!
//! The data of the one form is an object with a member for each service, which is that service's own data, and one for the facts that several
//! services ask: what is valid as a whole is valid for each service by itself. A fact is asked at its own place, and stands at the services' places
//! as `x-same-as` says. Nothing of a service's form is rewritten but references and the names of checks; its conditions see its own data alone (`x-root`).

use super::checking::FACTS;
use super::definition::{BundleProblem, Definition};
use super::plan::Plan;
use super::sections::Sections;
use super::stricter::{stricter, Contradiction};
use crate::form::Pointer;
use crate::model::bundle::{Fact, Member, MemberForm};
use serde_json::{json, Map, Value};
use std::collections::BTreeMap;

/// The form of a plan, as a service's form comes: for [`Form::load`](crate::form::Form::load).
#[derive(Debug, Clone, PartialEq)]
pub struct MergedForm {
    /// Changes with the plan, the definition and each service's form.
    pub version: String,
    pub schema: Value,
}

/// A service of the plan and the form that it is asked by.
pub(super) struct Part<'a> {
    pub member: &'a Member,
    pub place: usize,
    pub schema: Value,
    /// Fields that another service of the plan fills.
    pub filled: Vec<&'a str>,
}

/// Makes one form for the services of a plan. `forms` may hold more than those.
///
/// # Errors
/// A form that is missing; a fact, or a flow, whose place the service's form does not have; a fact whose places contradict one another, with both named.
pub fn merge(definition: &Definition, plan: &Plan, forms: &[MemberForm]) -> Result<MergedForm, BundleProblem> {
    let bundle = definition.bundle();
    let mut version = bundle.version.clone();
    let mut parts = Vec::new();
    for planned in &plan.services {
        let Some(member) = definition.member(planned.at) else { continue };
        let id = &member.service.id;
        let form = forms.iter().find(|f| f.service_id == *id);
        let form = form.ok_or_else(|| BundleProblem::new(format!("/services/{}", planned.at), format!("the form of “{id}” is not there")))?;
        version.push_str(&format!(" {id}@{}", form.version));
        let given = member.flows.iter().filter(|flow| definition.place_of(&flow.from).is_some_and(|from| plan.has(from)));
        let filled: Vec<&str> = given.filter_map(|flow| flow.to.as_deref()).collect();
        let mut part = Part { member, place: planned.at, schema: form.schema.clone(), filled };
        part.prepare()?;
        parts.push(part);
    }
    let facts = facts(definition, &mut parts)?;
    let mut sections = Sections::new(bundle);
    bundle.facts.iter().filter(|fact| facts.contains_key(fact.id.as_str())).for_each(|fact| sections.fact(fact));
    parts.iter().for_each(|part| sections.part(part, &bundle.facts, &facts));
    let mut properties = Map::new();
    if !facts.is_empty() {
        let facts: Map<String, Value> = bundle.facts.iter().filter_map(|f| Some((f.id.clone(), facts.get(f.id.as_str())?.clone()))).collect();
        properties.insert(FACTS.to_owned(), json!({"type": "object", "properties": facts}));
    }
    let shared = (!facts.is_empty()).then_some(FACTS);
    let required: Vec<&str> = shared.into_iter().chain(parts.iter().map(|part| part.member.service.id.as_str())).collect();
    let required = json!(required);
    for part in parts {
        properties.insert(part.member.service.id.clone(), part.schema);
    }
    let schema = json!({"type": "object", "title": bundle.name, "x-sections": sections.finish(), "properties": properties, "required": required});
    Ok(MergedForm { version: short(&bundle.version, &version), schema })
}

/// A version that drafts and submissions can carry, whose length is bounded: the definition's, and a digest of all (FNV-1a).
fn short(definition: &str, all: &str) -> String {
    let digest = all.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let begins: String = definition.chars().take(40).collect();
    format!("{begins}-{digest:016x}")
}

impl Part<'_> {
    /// The pointer into the one form's data of what the service's own form has at `pointer`.
    pub fn at(&self, pointer: &str) -> String {
        format!("{}{pointer}", Pointer::root().child(&self.member.service.id))
    }

    fn key(pointer: &str) -> Option<String> {
        Pointer::parse(pointer).ok()?.tokens().into_iter().next()
    }

    fn property(&mut self, pointer: &str) -> Option<&mut Value> {
        let key = Self::key(pointer)?;
        self.schema.get_mut("properties")?.get_mut(&key)
    }

    /// Makes it a group of a larger form.
    fn prepare(&mut self) -> Result<(), BundleProblem> {
        let base = format!("#/properties{}", Pointer::root().child(&self.member.service.id));
        let (name, at) = (self.member.service.id.clone(), self.at(""));
        rebase(&mut self.schema, &base, &mut |check| {
            let own = check.get("name").and_then(Value::as_str).unwrap_or_default();
            let named = json!(format!("{name}.{own}"));
            check.insert("name".to_owned(), named);
            check.insert("at".to_owned(), json!(at));
        });
        for to in std::mem::take(&mut self.filled) {
            let flow = self.member.flows.iter().position(|f| f.to.as_deref() == Some(to)).unwrap_or_default();
            let key = Self::key(to).unwrap_or_default();
            let properties = self.schema.get_mut("properties").and_then(Value::as_object_mut);
            if properties.and_then(|p| p.shift_remove(&key)).is_none() {
                let here = format!("/services/{}/flows/{flow}/to", self.place);
                return Err(BundleProblem::new(here, format!("the form of “{}” has no “{to}”", self.member.service.id)));
            }
            if let Some(required) = self.schema.get_mut("required").and_then(Value::as_array_mut) {
                required.retain(|name| *name != key.as_str());
            }
            self.filled.push(to);
        }
        if let Some(root) = self.schema.as_object_mut() {
            for keyword in ["$schema", "$id", "x-pages", "x-migrations"] {
                root.shift_remove(keyword);
            }
            root.insert("x-root".to_owned(), json!(true));
        }
        Ok(())
    }
}

/// The facts that the plan asks, by id; their places become copies of them.
fn facts<'a>(definition: &'a Definition, parts: &mut [Part<'a>]) -> Result<BTreeMap<&'a str, Value>, BundleProblem> {
    let mut facts = BTreeMap::new();
    for (at, fact) in definition.bundle().facts.iter().enumerate() {
        if let Some(schema) = share(at, fact, parts)? {
            facts.insert(fact.id.as_str(), schema);
        }
    }
    Ok(facts)
}

/// What a fact is asked as, the stricter of what its places say; `None` where no service of the plan asks it.
fn share(at: usize, fact: &Fact, parts: &mut [Part<'_>]) -> Result<Option<Value>, BundleProblem> {
    let mut shared: Option<(Value, String)> = None;
    let mut users: Vec<String> = Vec::new();
    for (n, place) in fact.places.iter().enumerate() {
        let Some(part) = parts.iter_mut().find(|part| part.member.service.id == place.service) else { continue };
        if part.filled.contains(&place.pointer.as_str()) {
            continue;
        }
        let here = format!("{}#/properties{}", place.service, place.pointer);
        let agency = part.member.service.agency.clone();
        let missing = || BundleProblem::new(format!("/facts/{at}/places/{n}/pointer"), format!("the form of “{}” has no “{}”", place.service, place.pointer));
        let Some(Value::Object(own)) = part.property(&place.pointer) else { return Err(missing()) };
        if own.contains_key("x-computed") {
            return Err(BundleProblem::new(format!("/facts/{at}/places/{n}"), format!("{here} is computed, and not asked")));
        }
        let asked = Value::Object(own.clone());
        for keyword in ["x-check", "default"] {
            own.shift_remove(keyword);
        }
        own.insert("x-same-as".to_owned(), json!(format!("/{FACTS}{}", Pointer::root().child(&fact.id))));
        if !agency.is_empty() && !users.contains(&agency) {
            users.push(agency);
        }
        shared = Some(match shared.take() {
            None => (asked, here),
            Some((before, first)) => match stricter(&before, &asked) {
                Ok(both) => (both, first),
                Err(Contradiction { keyword, reason }) => {
                    let pointer = format!("/facts/{at}/places/{n}");
                    return Err(BundleProblem::new(pointer, format!("{here} contradicts {first}: {reason} (“{keyword}”)")));
                }
            },
        });
    }
    let Some((mut schema, _)) = shared else { return Ok(None) };
    if let Some(schema) = schema.as_object_mut() {
        // Whether it is asked at all is for its places to say.
        schema.shift_remove("x-visible-when");
        for (keyword, text) in [("title", &fact.title), ("description", &fact.hint)] {
            if let Some(text) = text {
                schema.insert(keyword.to_owned(), json!(text));
            }
        }
        if users.len() > 1 {
            schema.insert("x-used-by".to_owned(), json!(users));
        }
    }
    Ok(Some(schema))
}

/// Lets references of a schema that has become a part of another one point to where they pointed before, and hands over its checks.
fn rebase(schema: &mut Value, base: &str, check: &mut impl FnMut(&mut Map<String, Value>)) {
    match schema {
        Value::Object(map) => {
            for (keyword, value) in map {
                match (keyword.as_str(), value) {
                    ("$ref", Value::String(target)) => {
                        if let Some(rest) = target.strip_prefix('#') {
                            *target = format!("{base}{rest}");
                        }
                    }
                    ("x-check", Value::Object(asked)) => check(asked),
                    // By name: a property may be called as a keyword is.
                    ("properties" | "patternProperties" | "$defs" | "dependentSchemas", Value::Object(schemas)) => {
                        schemas.values_mut().for_each(|schema| rebase(schema, base, check));
                    }
                    // Data, and no schemas.
                    ("const" | "enum" | "default" | "examples" | "x-messages" | "x-sections" | "x-migrations", _) => {}
                    (_, value) => rebase(value, base, check),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| rebase(value, base, check)),
        _ => {}
    }
}
