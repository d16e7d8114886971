//! Applies a node to a value: violations where they are wanted, annotations where `unevaluated…` needs them.

use super::format::is_format;
use super::keyword::{Bound, Keyword, Node};
use super::number::{compare, is_multiple};
use super::outcome::{Broken, Limit, Outcome, Violation};
use super::Schema;
use crate::form::check::Patterns;
use crate::form::pointer::push_token;
use serde_json::{Number, Value};

/// Most steps of one validation: a step is a keyword, a member or a comparison. A form of 1,000 fields takes some 10,000.
pub const MAX_STEPS: usize = 2_000_000;
/// Longest text that is matched against a pattern, in bytes. How long that takes is up to the host's engine.
pub const MAX_TEXT: usize = 100_000;
/// Deepest nesting of value and references together: one megabyte of stack, which a page has, is enough even unoptimised.
const MAX_DEPTH: usize = 300;
/// Most violations that are told.
const MAX_VIOLATIONS: usize = 1_000;

/// Which members or items have been evaluated, in the order they have; empty where nobody asks.
pub(super) type Seen = Vec<bool>;

/// A place in the value, from the root down.
pub(super) struct Place<'p> {
    pub(super) above: Option<&'p Place<'p>>,
    pub(super) token: Token<'p>,
}

#[derive(Clone, Copy)]
pub(super) enum Token<'p> {
    Key(&'p str),
    Index(usize),
}

impl Place<'_> {
    fn write(&self, text: &mut String) {
        let Some(above) = self.above else { return };
        above.write(text);
        match self.token {
            Token::Key(key) => push_token(text, key),
            Token::Index(at) => push_token(text, &at.to_string()),
        }
    }
}

/// What is applied to what.
#[derive(Clone, Copy)]
pub(super) struct Here<'h> {
    pub(super) value: &'h Value,
    pub(super) place: &'h Place<'h>,
    /// The keyword that led here.
    pub(super) via: &'static str,
    /// Whether violations are wanted; where they are not, the first ends the matter.
    pub(super) tell: bool,
    /// Whether annotations are.
    pub(super) track: bool,
}

/// One validation.
pub(super) struct Run<'a> {
    pub(super) schema: &'a Schema,
    pub(super) violations: Vec<Violation>,
    patterns: &'a dyn Patterns,
    formats: bool,
    steps: usize,
    depth: usize,
    limit: Option<Limit>,
    /// The resources that evaluation has gone through, outermost first.
    scope: Vec<usize>,
}

pub(super) fn run(schema: &Schema, value: &Value, patterns: &dyn Patterns, formats: bool) -> Outcome {
    let mut run = Run::new(schema, patterns, formats);
    run.start(schema.root, value, true);
    Outcome { violations: run.violations, limit: run.limit }
}

/// Whether one node holds, formats asserted.
pub(super) fn holds(schema: &Schema, node: usize, value: &Value, patterns: &dyn Patterns) -> bool {
    let mut run = Run::new(schema, patterns, true);
    run.start(node, value, false) && run.limit.is_none()
}

impl<'a> Run<'a> {
    fn new(schema: &'a Schema, patterns: &'a dyn Patterns, formats: bool) -> Self {
        Self { schema, violations: Vec::new(), patterns, formats, steps: 0, depth: 0, limit: None, scope: Vec::new() }
    }

    fn start(&mut self, node: usize, value: &Value, tell: bool) -> bool {
        let place = Place { above: None, token: Token::Index(0) };
        self.evaluate(node, &Here { value, place: &place, via: "false", tell, track: false }).is_some()
    }

    /// Counts steps; false where validation has come to a limit.
    pub(super) fn step(&mut self, steps: usize) -> bool {
        self.steps += steps;
        if self.steps > MAX_STEPS {
            self.stop(Limit::Steps);
        }
        self.limit.is_none()
    }

    pub(super) fn stop(&mut self, limit: Limit) {
        self.limit = self.limit.or(Some(limit));
    }

    /// What the node has evaluated of the value, or `None` where the value breaks it (or a limit was reached).
    pub(super) fn evaluate(&mut self, node: usize, here: &Here) -> Option<Seen> {
        let schema: &'a Schema = self.schema;
        let node = schema.nodes.get(node)?;
        if self.depth >= MAX_DEPTH {
            self.stop(Limit::Depth);
        }
        if !self.step(1) {
            return None;
        }
        self.depth += 1;
        let enters = self.scope.last() != Some(&node.resource);
        if enters {
            self.scope.push(node.resource);
        }
        let seen = self.keywords(node, here);
        if enters {
            self.scope.pop();
        }
        self.depth -= 1;
        seen
    }

    fn keywords(&mut self, node: &'a Node, here: &Here) -> Option<Seen> {
        let here = &Here { track: here.track || node.unevaluated, ..*here };
        let members = match here.value {
            Value::Array(list) if here.track => list.len(),
            Value::Object(map) if here.track => map.len(),
            _ => 0,
        };
        let mut seen = vec![false; members];
        let mut valid = self.step(members / 16);
        for keyword in &node.keywords {
            // What a broken schema would have evaluated is unknown, and no violation of its own.
            if !valid && (!here.tell || matches!(keyword, Keyword::UnevaluatedItems(_) | Keyword::UnevaluatedProperties(_))) {
                break;
            }
            valid &= self.step(1) && self.keyword(node, keyword, here, &mut seen) && self.limit.is_none();
        }
        valid.then_some(seen)
    }

    fn keyword(&mut self, node: &'a Node, keyword: &'a Keyword, here: &Here, seen: &mut Seen) -> bool {
        match keyword {
            Keyword::Required(_) | Keyword::DependentRequired(_) | Keyword::DependentSchemas(_) | Keyword::PropertyNames(_) => {
                self.object(node, keyword, here, seen)
            }
            Keyword::Members { properties, patterns, additional } => self.members(properties, patterns, *additional, here, seen),
            Keyword::UnevaluatedProperties(inner) => self.unevaluated_properties(*inner, here, seen),
            Keyword::Items { prefix, rest } => self.items(prefix, *rest, here, seen),
            Keyword::Contains { schema, least, most } => self.contains(node, (*schema, *least, *most), here, seen),
            Keyword::UnevaluatedItems(inner) => self.unevaluated_items(*inner, here, seen),
            Keyword::UniqueItems => self.unique(node, here),
            Keyword::AllOf(_) | Keyword::AnyOf(_) | Keyword::OneOf(_) | Keyword::Not(_) | Keyword::If { .. } | Keyword::Ref(_) => {
                self.branch(node, keyword, here, seen)
            }
            _ => self.value(node, keyword, here),
        }
    }

    /// Keywords about the value as a whole.
    fn value(&mut self, node: &Node, keyword: &Keyword, here: &Here) -> bool {
        let broken = match (keyword, here.value) {
            (Keyword::False, _) => Broken::NotAllowed(here.via),
            (Keyword::Type(types), value) if !types.fits(value) => Broken::Type(*types),
            (Keyword::Enum(list), value) if !list.iter().any(|v| self.same(v, value)) => Broken::Enum,
            (Keyword::Const(only), value) if !self.same(only, value) => Broken::Const,
            (Keyword::Bound(bound, limit), Value::Number(n)) if !within(*bound, n, limit) => Broken::Bound(*bound, limit.clone()),
            (Keyword::MultipleOf(of), Value::Number(n)) if !is_multiple(n, of) => Broken::MultipleOf(of.clone()),
            (Keyword::Size(size, limit), value) if !size.fits(value, *limit) => Broken::Size(*size, *limit),
            (Keyword::Pattern(pattern), Value::String(text)) if !self.matches(pattern, text).unwrap_or(true) => Broken::Pattern(pattern.clone()),
            (Keyword::Format(format), Value::String(text)) if self.formats && !self.is_format(format, text) => Broken::Format(format.clone()),
            _ => return true,
        };
        self.broken(node, here, broken)
    }

    fn is_format(&mut self, format: &str, text: &str) -> bool {
        if format == "regex" {
            self.matches(text, "").is_some()
        } else {
            is_format(format, text)
        }
    }

    /// Whether the pattern is found in the text; `None` where it is no pattern.
    pub(super) fn matches(&mut self, pattern: &str, text: &str) -> Option<bool> {
        if text.len() > MAX_TEXT {
            self.stop(Limit::Text);
        }
        if self.step(1 + text.len() / 16) {
            self.patterns.matches(pattern, text)
        } else {
            None
        }
    }

    /// Tells a violation, where violations are wanted, and answers that the value is not valid.
    pub(super) fn broken(&mut self, node: &Node, here: &Here, broken: Broken) -> bool {
        if here.tell && self.limit.is_none() && self.violations.len() < MAX_VIOLATIONS {
            let mut schema = node.place.clone();
            if !matches!(broken, Broken::NotAllowed(_)) {
                push_token(&mut schema, broken.keyword());
            }
            self.violations.push(Violation { instance: self.pointer(here), schema, broken });
        }
        false
    }

    pub(super) fn pointer(&self, here: &Here) -> String {
        let mut text = String::new();
        here.place.write(&mut text);
        text
    }

    /// The node that `$ref` or `$dynamicRef` means at this point of the evaluation.
    pub(super) fn target(&self, at: usize) -> Option<usize> {
        let target = self.schema.targets.get(at)?;
        let outermost = self.scope.iter().find_map(|scope| target.dynamic.iter().find(|(resource, _)| resource == scope));
        Some(outermost.map_or(target.node, |(_, node)| *node))
    }
}

fn within(bound: Bound, number: &Number, limit: &Number) -> bool {
    let order = compare(number, limit);
    match bound {
        Bound::Minimum => order.is_ge(),
        Bound::Maximum => order.is_le(),
        Bound::ExclusiveMinimum => order.is_gt(),
        Bound::ExclusiveMaximum => order.is_lt(),
    }
}
