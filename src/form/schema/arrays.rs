//! Keywords about the items of an array.

use super::evaluate::{Here, Place, Run, Seen, Token};
use super::keyword::Node;
use super::outcome::Broken;
use serde_json::Value;

impl<'a> Run<'a> {
    pub(super) fn items(&mut self, prefix: &'a [usize], rest: Option<usize>, here: &Here, seen: &mut Seen) -> bool {
        let Value::Array(list) = here.value else { return true };
        let mut valid = true;
        for (at, value) in list.iter().enumerate() {
            let (schema, via) = match prefix.get(at) {
                Some(schema) => (Some(*schema), "prefixItems"),
                None => (rest, "items"),
            };
            let Some(schema) = schema else { break };
            valid &= self.item(schema, at, &Here { value, via, ..*here });
            if let Some(seen) = seen.get_mut(at) {
                *seen = true;
            }
            if !self.step(1) || !valid && !here.tell {
                return false;
            }
        }
        valid
    }

    /// `contains` with the bounds on how many items fit; those that do count as evaluated.
    pub(super) fn contains(&mut self, node: &Node, (schema, least, most): (usize, usize, Option<usize>), here: &Here, seen: &mut Seen) -> bool {
        let Value::Array(list) = here.value else { return true };
        let mut found = 0;
        for (at, value) in list.iter().enumerate() {
            if self.item(schema, at, &Here { value, via: "contains", tell: false, ..*here }) {
                found += 1;
                if let Some(seen) = seen.get_mut(at) {
                    *seen = true;
                }
            }
        }
        let mut valid = true;
        if found < least {
            valid = self.broken(node, here, if least == 1 { Broken::Contains } else { Broken::MinContains(least) });
        }
        if let Some(most) = most.filter(|most| found > *most) {
            valid = self.broken(node, here, Broken::MaxContains(most));
        }
        valid
    }

    pub(super) fn unevaluated_items(&mut self, schema: usize, here: &Here, seen: &mut Seen) -> bool {
        let Value::Array(list) = here.value else { return true };
        let mut valid = true;
        for ((at, value), seen) in list.iter().enumerate().zip(seen).filter(|(_, seen)| !**seen) {
            valid &= self.item(schema, at, &Here { value, via: "unevaluatedItems", ..*here });
            *seen = true;
        }
        valid
    }

    pub(super) fn unique(&mut self, node: &Node, here: &Here) -> bool {
        let Value::Array(list) = here.value else { return true };
        match self.twins(list) {
            Some((a, b)) => self.broken(node, here, Broken::UniqueItems(a, b)),
            None => true,
        }
    }

    /// `here` with the list's place and the item's value.
    fn item(&mut self, schema: usize, at: usize, here: &Here) -> bool {
        let place = Place { above: Some(here.place), token: Token::Index(at) };
        self.evaluate(schema, &Here { place: &place, track: false, ..*here }).is_some()
    }
}
