//! JSON Schema draft 2020-12: whether a value is what a schema describes, and what it breaks where.
//!
//! | step | module |
//! |---|---|
//! | a document becomes an arena of nodes, its references resolved | `compile`, `read`, `address`, `cycle` |
//! | a node is evaluated on a value, with the annotations that `unevaluated…` needs | `evaluate`, `arrays`, `objects`, `choices` |
//! | which places of the data a verdict rests on | `reads` |
//! | what numbers, values and texts are to one another | `number`, `same`, `format`, `web` |
//! | patterns that would keep a backtracking engine busy for ever are refused | `backtracking` |
//!
//! Every assertion and applicator of the core, applicator, unevaluated and validation vocabularies is applied, `$dynamicRef` included;
//! `format` is asserted where the caller asks for it. `$schema` and `$vocabulary` are not read: every document counts as 2020-12.
//! Nothing is fetched: a reference goes to the document itself or to one that was handed over. Memory, stack and time are bounded
//! whatever the schema and the value are, except for what a host's regular expressions take (see [`MAX_TEXT`]).

mod address;
mod arrays;
mod backtracking;
mod choices;
mod compile;
mod cycle;
mod evaluate;
mod format;
mod keyword;
mod number;
mod objects;
mod outcome;
mod read;
mod reads;
mod same;
mod web;

pub(super) use format::{is_date_time, is_time};

pub use evaluate::{MAX_STEPS, MAX_TEXT};
pub use keyword::{Bound, Size, Types};
pub use outcome::{Broken, Limit, Outcome, Violation};

use super::check::Patterns;
use super::field::DefinitionProblem;
use super::pointer::Pointer;
use crate::model::order::map_of;
use keyword::{Node, Target};
use serde_json::Value;
use std::collections::BTreeMap;

/// A schema whose references are resolved. Nodes name one another by their place in the arena, so recursion needs no pointers.
#[derive(Debug, Clone)]
pub struct Schema {
    nodes: Vec<Node>,
    targets: Vec<Target>,
    root: usize,
}

impl Schema {
    /// Reads a document that refers to nothing outside itself.
    ///
    /// # Errors
    /// The first [`DefinitionProblem`]: a keyword of the wrong type, a reference to nothing, references that go in a circle without
    /// going into the value, a pattern that takes exponential time, or a document beyond the bounds. Never panics.
    pub fn compile(document: &Value) -> Result<Schema, DefinitionProblem> {
        Self::compile_with(document, &[])
    }

    /// The same with further documents, each with the absolute URI that it is referred to by; they are read only when they are.
    ///
    /// # Errors
    /// As [`Self::compile`]; a problem in another document has its URI before the pointer.
    pub fn compile_with(document: &Value, others: &[(&str, &Value)]) -> Result<Schema, DefinitionProblem> {
        compile::compile(document, others)
    }

    /// What of a value breaks the schema. `formats` asks for `format` to be asserted; formats nobody knows always pass, and so does
    /// a pattern that the host cannot read.
    pub fn validate(&self, value: &Value, patterns: &dyn Patterns, formats: bool) -> Outcome {
        evaluate::run(self, value, patterns, formats)
    }

    /// The parts of the schema, for [`Self::holds`], by their JSON Pointers into the document.
    pub(super) fn parts(&self) -> BTreeMap<&str, usize> {
        map_of(self.nodes.iter().enumerate().map(|(part, node)| (node.place.as_str(), part)))
    }

    /// Whether a value is what a part of the schema describes, formats included. A value that cannot be looked at whole is not.
    pub(super) fn holds(&self, part: usize, value: &Value, patterns: &dyn Patterns) -> bool {
        evaluate::holds(self, part, value, patterns)
    }

    /// What the verdict of a part on what is at `at` rests on.
    pub(super) fn reads(&self, part: usize, at: &Pointer) -> Vec<Pointer> {
        let mut found = Vec::new();
        reads::reads(self, part, at, 0, &mut found);
        found
    }
}
