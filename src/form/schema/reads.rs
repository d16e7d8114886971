//! What of a value a node looks at: the places on which its verdict rests.

use super::keyword::Keyword;
use super::Schema;
use crate::form::pointer::Pointer;
use serde_json::Value;

/// Deepest that is followed; what is deeper counts as resting on the whole of what is there.
const MAX_DEPTH: usize = 16;

/// The places, seen from the root of the data, that the verdict of a node on what is at `at` rests on. May hold one place twice.
pub(super) fn reads(schema: &Schema, node: usize, at: &Pointer, depth: usize, found: &mut Vec<Pointer>) {
    let Some(node) = schema.nodes.get(node).filter(|_| depth < MAX_DEPTH) else { return found.push(at.clone()) };
    for keyword in &node.keywords {
        match keyword {
            Keyword::False => {}
            // Of a group, only whether it is one: nothing that is answered in it changes that.
            Keyword::Type(types) if types.fits(&Value::Object(Default::default())) => {}
            Keyword::Required(names) => found.extend(names.iter().map(|name| at.child(name))),
            Keyword::DependentRequired(groups) => {
                found.extend(groups.iter().flat_map(|(because, names)| names.iter().chain([because])).map(|name| at.child(name)));
            }
            Keyword::DependentSchemas(schemas) => {
                for (because, inner) in schemas {
                    found.push(at.child(because));
                    reads(schema, *inner, at, depth + 1, found);
                }
            }
            Keyword::Members { properties, patterns, additional } => {
                for (name, inner) in properties {
                    reads(schema, *inner, &at.child(name), depth + 1, found);
                }
                if !patterns.is_empty() || additional.is_some() {
                    found.push(at.clone());
                }
            }
            Keyword::AllOf(list) | Keyword::AnyOf(list) | Keyword::OneOf(list) => list.iter().for_each(|inner| reads(schema, *inner, at, depth + 1, found)),
            Keyword::Not(inner) => reads(schema, *inner, at, depth + 1, found),
            Keyword::If { condition, then, otherwise } => {
                for inner in [Some(condition), then.as_ref(), otherwise.as_ref()].into_iter().flatten() {
                    reads(schema, *inner, at, depth + 1, found);
                }
            }
            Keyword::Ref(target) => {
                let node = schema.targets.get(*target).filter(|t| t.dynamic.is_empty()).map_or(usize::MAX, |t| t.node);
                reads(schema, node, at, depth + 1, found);
            }
            _ => found.push(at.clone()),
        }
    }
}
