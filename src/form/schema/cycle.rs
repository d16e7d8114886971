//! Refuses references that come back to where they began without going into the value: nothing would ever be decided.

use super::compile::problem;
use super::keyword::Keyword;
use super::Schema;
use crate::form::field::DefinitionProblem;

/// Longest chain of schemas applied to one and the same value.
const MAX_CHAIN: usize = 100;

/// Looks at every node once, keeping its own stack: a chain may be longer than the machine's is deep.
pub(super) fn refuse(schema: &Schema) -> Result<(), DefinitionProblem> {
    const NEW: usize = 0;
    const OPEN: usize = usize::MAX;
    // The length of the longest chain from each node, once it is known.
    let mut chain = vec![NEW; schema.nodes.len()];
    for start in 0..schema.nodes.len() {
        let mut stack = vec![(start, in_place(schema, start), 0)];
        while let Some((node, next, longest)) = stack.last_mut() {
            let (node, longest_so_far) = (*node, *longest);
            let wrong = |reason| schema.nodes.get(node).map_or(Ok(()), |n| Err(problem(&n.place, reason)));
            match (chain.get(node).copied(), next.pop()) {
                (Some(NEW), inner) => {
                    set(&mut chain, node, OPEN);
                    next.extend(inner);
                }
                (Some(OPEN), Some(inner)) => match chain.get(inner).copied() {
                    Some(NEW) => stack.push((inner, in_place(schema, inner), 0)),
                    Some(OPEN) => wrong("refers to itself without going into the value: nothing could ever be decided")?,
                    Some(known) => *longest = longest_so_far.max(known),
                    None => {}
                },
                (_, _) => {
                    if chain.get(node) == Some(&OPEN) {
                        set(&mut chain, node, longest_so_far + 1);
                        if longest_so_far >= MAX_CHAIN {
                            wrong("refers on and on: more than 100 schemas for one value")?;
                        }
                    }
                    let known = chain.get(node).copied().unwrap_or(NEW);
                    stack.pop();
                    if let Some((_, _, longest)) = stack.last_mut() {
                        *longest = known.max(*longest);
                    }
                }
            }
        }
    }
    Ok(())
}

fn set(chain: &mut [usize], node: usize, to: usize) {
    if let Some(place) = chain.get_mut(node) {
        *place = to;
    }
}

/// The nodes that a node applies to the value itself.
fn in_place(schema: &Schema, node: usize) -> Vec<usize> {
    let mut nodes = Vec::new();
    for keyword in schema.nodes.get(node).iter().flat_map(|n| &n.keywords) {
        match keyword {
            Keyword::AllOf(list) | Keyword::AnyOf(list) | Keyword::OneOf(list) => nodes.extend(list),
            Keyword::Not(node) => nodes.push(*node),
            Keyword::If { condition, then, otherwise } => nodes.extend([Some(*condition), *then, *otherwise].into_iter().flatten()),
            Keyword::DependentSchemas(map) => nodes.extend(map.values()),
            // Where a dynamic reference leads is known on the way only; there the bound of depth holds.
            Keyword::Ref(at) => nodes.extend(schema.targets.get(*at).filter(|t| t.dynamic.is_empty()).map(|t| t.node)),
            _ => {}
        }
    }
    nodes
}
