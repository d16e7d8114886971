//! Equality of JSON values: 1 is 1.0, false is not 0, members have no order.

use super::evaluate::Run;
use super::number::compare;
use super::outcome::Limit;
use crate::model::order::sorted;
use serde_json::Value;
use std::cmp::Ordering;

/// Deepest nesting of values that are compared.
const MAX_DEPTH: usize = 200;

impl Run<'_> {
    pub(super) fn same(&mut self, a: &Value, b: &Value) -> bool {
        self.same_within(a, b, MAX_DEPTH)
    }

    fn same_within(&mut self, a: &Value, b: &Value, depth: usize) -> bool {
        if !self.go_on(depth) {
            return false;
        }
        match (a, b) {
            (Value::Number(a), Value::Number(b)) => compare(a, b) == Ordering::Equal,
            (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.same_within(a, b, depth - 1)),
            (Value::Object(a), Value::Object(b)) => {
                a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| self.same_within(a, b, depth - 1)))
            }
            (Value::Array(_) | Value::Object(_), _) | (_, Value::Array(_) | Value::Object(_)) => false,
            _ => a == b,
        }
    }

    /// The first two items that are equal; looks only at those with the same digest.
    pub(super) fn twins(&mut self, items: &[Value]) -> Option<(usize, usize)> {
        let mut digests = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            digests.push((self.digest(item, MAX_DEPTH), at));
        }
        let digests = sorted(digests, |(digest, _)| *digest);
        let mut twins: Option<(usize, usize)> = None;
        for (from, (digest, b)) in digests.iter().enumerate() {
            for (_, a) in digests.iter().take(from).rev().take_while(|(d, _)| d == digest) {
                let equal = items.get(*a).zip(items.get(*b)).is_some_and(|(a, b)| self.same(a, b));
                if equal && twins.is_none_or(|found| (*a, *b) < found) {
                    twins = Some((*a, *b));
                }
                if equal || !self.go_on(1) {
                    break;
                }
            }
        }
        twins
    }

    /// A number that equal values share (FNV-1a, members added up).
    fn digest(&mut self, value: &Value, depth: usize) -> u64 {
        if !self.go_on(depth) {
            return 0;
        }
        match value {
            Value::Null => 1,
            Value::Bool(b) => 2 + u64::from(*b),
            // Adding zero makes one of the two zeros.
            Value::Number(n) => mixed(4, &(n.as_f64().unwrap_or_default() + 0.0).to_bits().to_le_bytes()),
            Value::String(text) => mixed(5, text.as_bytes()),
            Value::Array(list) => list.iter().fold(6, |sum, item| mixed(sum, &self.digest(item, depth - 1).to_le_bytes())),
            Value::Object(map) => map.iter().fold(7, |sum, (key, item)| sum.wrapping_add(mixed(self.digest(item, depth - 1), key.as_bytes()))),
        }
    }

    /// Takes a step; false where a limit has been reached, depth (counted down) included.
    fn go_on(&mut self, depth: usize) -> bool {
        if depth == 0 {
            self.stop(Limit::Depth);
        }
        self.step(1)
    }
}

fn mixed(seed: u64, bytes: &[u8]) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bytes.iter().fold(start, |sum, b| (sum ^ u64::from(*b)).wrapping_mul(0x0000_0100_0000_01b3))
}
