//! Keywords that apply other schemas to the value itself.

use super::evaluate::{Here, Run, Seen};
use super::keyword::{Keyword, Node};
use super::outcome::Broken;

impl<'a> Run<'a> {
    pub(super) fn branch(&mut self, node: &'a Node, keyword: &'a Keyword, here: &Here, seen: &mut Seen) -> bool {
        match keyword {
            Keyword::AllOf(list) => {
                let mut valid = true;
                for inner in list {
                    valid &= self.in_place(*inner, here, seen);
                    if !valid && !here.tell {
                        break;
                    }
                }
                valid
            }
            Keyword::AnyOf(list) => match self.alternatives(list, false, here, seen) {
                (0, told) => !told && self.broken(node, here, Broken::AnyOf),
                _ => true,
            },
            Keyword::OneOf(list) => match self.alternatives(list, true, here, seen) {
                (1, _) => true,
                (fit, told) => !told && self.broken(node, here, Broken::OneOf(fit)),
            },
            Keyword::Not(inner) => match self.evaluate(*inner, &Here { tell: false, track: false, ..*here }) {
                Some(_) => self.broken(node, here, Broken::Not),
                None => true,
            },
            Keyword::If { condition, then, otherwise } => {
                let holds = self.in_place(*condition, &Here { tell: false, ..*here }, seen);
                match if holds { then } else { otherwise } {
                    Some(inner) => self.in_place(*inner, here, seen),
                    None => true,
                }
            }
            Keyword::Ref(at) => match self.target(*at) {
                Some(inner) => self.in_place(inner, here, seen),
                None => true,
            },
            _ => true,
        }
    }

    /// Applies a schema to the value itself, and takes over what it has evaluated where it holds.
    pub(super) fn in_place(&mut self, schema: usize, here: &Here, seen: &mut Seen) -> bool {
        let Some(inner) = self.evaluate(schema, here) else { return false };
        for (seen, inner) in seen.iter_mut().zip(inner) {
            *seen |= inner;
        }
        true
    }

    /// How many alternatives fit, and whether it was told already why none does: that is so where just one of them was meant for
    /// a value of this kind. Stops when more would change nothing.
    fn alternatives(&mut self, list: &'a [usize], one: bool, here: &Here, seen: &mut Seen) -> (usize, bool) {
        let start = self.violations.len();
        let mut fit = 0;
        let mut meant = 0;
        for inner in list {
            let from = self.violations.len();
            if self.in_place(*inner, here, seen) {
                fit += 1;
                self.violations.truncate(start);
                if !one && !here.track || one && fit > 1 {
                    break;
                }
            } else if here.tell {
                let place = self.pointer(here);
                let own = self.violations.get(from..).unwrap_or_default();
                let another = |broken: &Broken| matches!(broken, Broken::Type(_) | Broken::Enum | Broken::Const | Broken::NotAllowed(_));
                if fit > 0 || own.iter().any(|v| v.instance == place && another(&v.broken)) {
                    self.violations.truncate(from);
                } else {
                    meant += 1;
                }
            }
        }
        let told = fit == 0 && meant == 1;
        if !told {
            self.violations.truncate(start);
        }
        (fit, told)
    }
}
