//! Keywords about the members of an object.

use super::evaluate::{Here, Place, Run, Seen, Token};
use super::keyword::{Keyword, Node};
use super::outcome::Broken;
use serde_json::Value;
use std::collections::BTreeMap;

impl<'a> Run<'a> {
    pub(super) fn object(&mut self, node: &'a Node, keyword: &'a Keyword, here: &Here, seen: &mut Seen) -> bool {
        let Value::Object(map) = here.value else { return true };
        let mut valid = true;
        match keyword {
            Keyword::Required(names) => {
                for name in names.iter().filter(|name| !map.contains_key(*name)) {
                    valid = self.broken(node, here, Broken::Required(name.clone()));
                }
                valid &= self.step(names.len());
            }
            Keyword::DependentRequired(groups) => {
                for (because, names) in groups.iter().filter(|(because, _)| map.contains_key(because)) {
                    for name in names.iter().filter(|name| !map.contains_key(*name)) {
                        valid = self.broken(node, here, Broken::DependentRequired { name: name.clone(), because: because.clone() });
                    }
                    valid &= self.step(names.len());
                }
            }
            Keyword::DependentSchemas(schemas) => {
                for (_, inner) in schemas.iter().filter(|(because, _)| map.contains_key(*because)) {
                    valid &= self.in_place(*inner, here, seen);
                }
            }
            Keyword::PropertyNames(inner) => {
                for key in map.keys() {
                    let place = Place { above: Some(here.place), token: Token::Key(key) };
                    let name = Value::String(key.clone());
                    let at = &Here { place: &place, track: false, ..*here };
                    if self.evaluate(*inner, &Here { value: &name, tell: false, ..*at }).is_none() {
                        valid = self.broken(node, at, Broken::PropertyName);
                    }
                }
            }
            _ => {}
        }
        valid
    }

    /// `properties`, `patternProperties` and `additionalProperties`, which depend on one another.
    pub(super) fn members(
        &mut self,
        properties: &'a BTreeMap<String, usize>,
        patterns: &'a BTreeMap<String, usize>,
        additional: Option<usize>,
        here: &Here,
        seen: &mut Seen,
    ) -> bool {
        let Value::Object(map) = here.value else { return true };
        let mut valid = true;
        for (at, (key, value)) in map.iter().enumerate() {
            let place = Place { above: Some(here.place), token: Token::Key(key) };
            let inner = |via| Here { value, place: &place, via, track: false, ..*here };
            let mut named = false;
            if let Some(schema) = properties.get(key) {
                named = true;
                valid &= self.evaluate(*schema, &inner("properties")).is_some();
            }
            for (pattern, schema) in patterns {
                if self.matches(pattern, key) == Some(true) {
                    named = true;
                    valid &= self.evaluate(*schema, &inner("patternProperties")).is_some();
                }
            }
            if let Some(schema) = additional.filter(|_| !named) {
                named = true;
                valid &= self.evaluate(schema, &inner("additionalProperties")).is_some();
            }
            if let Some(seen) = seen.get_mut(at) {
                *seen |= named;
            }
            if !self.step(1) || !valid && !here.tell {
                return false;
            }
        }
        valid
    }

    pub(super) fn unevaluated_properties(&mut self, schema: usize, here: &Here, seen: &mut Seen) -> bool {
        let Value::Object(map) = here.value else { return true };
        let mut valid = true;
        for ((key, value), seen) in map.iter().zip(seen).filter(|(_, seen)| !**seen) {
            let place = Place { above: Some(here.place), token: Token::Key(key) };
            let inner = &Here { value, place: &place, via: "unevaluatedProperties", track: false, ..*here };
            valid &= self.evaluate(schema, inner).is_some();
            *seen = true;
        }
        valid
    }
}
