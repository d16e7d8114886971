//! Conditions and computations: JMESPath with the functions of [`functions`]. The only room that touches the jmespath crate.

mod functions;
mod reads;

use super::pointer::Pointer;
use crate::model::date::Date;
use crate::model::order::map_of;
use functions::{RUNTIME, TODAY};
use jmespath::ast::Ast;
use jmespath::{interpret, Context, JmespathError, Rcvar, Variable};
use serde_json::{Number, Value};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// Longest expression, in bytes.
const MAX_BYTES: usize = 4_096;
/// Most operators and, among them, brackets and wildcards. The parser and the interpreter recurse on them, a bracket taking
/// up to 10 KiB in a debug build, and the stack of a page is 1 MiB.
const MAX_OPERATORS: usize = 200;
const MAX_BRACKETS: usize = 60;
/// Most outcomes that an expression remembers, and the longest inputs, as JSON text, that it remembers one for.
const REMEMBERED: usize = 4_096;
const MAX_INPUTS: usize = 1_024;
/// Most values in an outcome: `[@, @]` thirty times over is thirty lists while it is shared, and a thousand million when it is written out.
const MAX_VALUES: usize = 100_000;

/// A compiled expression; cheap to clone.
#[derive(Clone)]
pub struct Expression {
    text: Arc<str>,
    ast: Arc<Ast>,
    /// The group that it takes for the whole of the data.
    root: Arc<Pointer>,
    /// As seen from there.
    own_reads: Arc<[Pointer]>,
    reads: Arc<[Pointer]>,
    there: Arc<[Pointer]>,
    memory: Arc<Memory>,
}

/// What an expression came to for the inputs that it has met.
#[derive(Default)]
struct Memory {
    outcomes: Mutex<BTreeMap<String, Value>>,
    evaluations: AtomicUsize,
}

/// Why an expression does not compile or could not be evaluated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpressionError {
    /// English, for the maintainer.
    pub message: String,
    /// In characters from the start of the expression.
    pub offset: usize,
}

impl fmt::Display for ExpressionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at character {})", self.message, self.offset)
    }
}

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    /// Where it is no JMESPath, is longer than 4,096 bytes or has more than 200 operators or 60 brackets and wildcards.
    pub fn compile(text: &str) -> Result<Self, ExpressionError> {
        let refuse = |message: &str| Err(ExpressionError { message: message.to_owned(), offset: 0 });
        if text.len() > MAX_BYTES {
            return refuse("the expression is longer than 4096 bytes");
        }
        if count(text, b".*[({!&|=<>:") > MAX_OPERATORS || count(text, b"*[({") > MAX_BRACKETS {
            return refuse("the expression has more than 200 operators or 60 brackets and wildcards");
        }
        if has_long_step(text) {
            return refuse("a slice steps over a million items or more");
        }
        let ast = jmespath::parse(text).map_err(problem)?;
        let (reads, there) = reads::reads(&ast);
        let reads: Arc<[Pointer]> = reads.into();
        let (text, ast, root) = (Arc::from(text), Arc::new(ast), Arc::default());
        Ok(Self { text, ast, root, own_reads: reads.clone(), reads, there: there.into(), memory: Arc::default() })
    }

    /// The same of a group: it sees nothing but what is in there, and takes that for the whole.
    pub(super) fn within(self, root: &Pointer) -> Self {
        let below = |places: &[Pointer]| places.iter().map(|place| place.under(root)).collect();
        Self { reads: below(&self.reads), there: below(&self.there), root: Arc::new(root.clone()), memory: Arc::default(), ..self }
    }

    /// What it takes for the whole of the data; null where there is nothing yet.
    fn seen<'a>(&self, data: &'a Value) -> &'a Value {
        self.root.get(data).unwrap_or(&Value::Null)
    }

    /// The places of the data that it rests on; with a list on the way, without the items' indices.
    pub fn reads(&self) -> &[Pointer] {
        &self.reads
    }

    /// The places of which it matters whether they are there at all: the group that `a.[b, c]` is made of.
    pub(super) fn rests_on_presence_of(&self) -> &[Pointer] {
        &self.there
    }

    /// Evaluates it over data.
    ///
    /// # Errors
    /// Where a function is unknown or gets an argument of a wrong type.
    pub fn eval(&self, data: &Value, today: Date) -> Result<Value, ExpressionError> {
        self.value(self.seen(data), today)
    }

    fn value(&self, seen: &Value, today: Date) -> Result<Value, ExpressionError> {
        let outcome = self.run(seen, today).map_err(problem)?;
        plain(&outcome, &mut { MAX_VALUES }).ok_or_else(|| ExpressionError { message: "the outcome has more than 100,000 values".to_owned(), offset: 0 })
    }

    /// What it comes to, and null where it cannot be evaluated: `contains(tags, 'x')` without tags is no fault of the person's.
    /// Evaluated only for inputs that it has not met before.
    pub fn outcome(&self, data: &Value, today: Date) -> Value {
        let inputs = self.inputs(self.seen(data));
        let key = format!("{today} {inputs}");
        if key.len() > MAX_INPUTS {
            return self.told(&inputs, today);
        }
        // A poisoned lock would mean a panic while holding it, and nothing in here panics; forgetting is safe all the same.
        if let Some(known) = self.memory.outcomes.lock().ok().and_then(|known| known.get(&key).cloned()) {
            return known;
        }
        let outcome = self.told(&inputs, today);
        if let Ok(mut known) = self.memory.outcomes.lock() {
            if known.len() >= REMEMBERED {
                known.clear();
            }
            known.insert(key, outcome.clone());
        }
        outcome
    }

    /// Whether it holds, in JMESPath's sense: null, false and empty strings, lists and objects do not; see [`Self::outcome`].
    pub fn truthy(&self, data: &Value, today: Date) -> bool {
        match self.outcome(data, today) {
            Value::Null => false,
            Value::Bool(b) => b,
            Value::Number(_) => true,
            Value::String(s) => !s.is_empty(),
            Value::Array(list) => !list.is_empty(),
            Value::Object(map) => !map.is_empty(),
        }
    }

    /// How often it, with its clones, was really evaluated: a measure, for tests.
    pub fn evaluations(&self) -> usize {
        self.memory.evaluations.load(Ordering::Relaxed)
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The part of the data that it reads: what a keystroke elsewhere does not change.
    fn inputs(&self, data: &Value) -> Value {
        let mut inputs = Value::Object(Default::default());
        for place in self.own_reads.iter() {
            if place.as_str().is_empty() {
                return data.clone();
            }
            copy(place, data, &mut inputs);
        }
        inputs
    }

    /// Over what it reads alone, which [`Self::inputs`] took from where it looks.
    fn told(&self, inputs: &Value, today: Date) -> Value {
        self.value(inputs, today).unwrap_or_default()
    }

    fn run(&self, data: &Value, today: Date) -> Result<Rcvar, JmespathError> {
        self.memory.evaluations.fetch_add(1, Ordering::Relaxed);
        let before = TODAY.replace(Some(today));
        let result = interpret(&variable(data), &self.ast, &mut Context::new(&self.text, &RUNTIME));
        TODAY.set(before);
        result
    }
}

/// Copies what is at a place, or the list on the way to it.
fn copy(place: &Pointer, from: &Value, to: &mut Value) {
    let (mut here, mut at) = (from, Pointer::root());
    for token in place.tokens() {
        let Value::Object(map) = here else { break };
        let Some(next) = map.get(&token) else {
            // `a.[b, c]` is made of an `a` that is there, whatever it lacks.
            if at.get(to).is_none() {
                at.set(to, Value::Object(Default::default()));
            }
            return;
        };
        (here, at) = (next, at.child(&token));
    }
    at.set(to, here.clone());
}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.text)
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.root == other.root
    }
}

/// Counts what makes the parser recurse, strings included: a generous bound needs no lexer.
fn count(text: &str, operators: &[u8]) -> usize {
    text.bytes().filter(|b| operators.contains(b)).count()
}

/// jmespath adds a slice's step to an index without looking for overflow, and would then read out of bounds.
fn has_long_step(text: &str) -> bool {
    text.split(':').skip(1).any(|after| after.trim_start().trim_start_matches('-').bytes().take_while(u8::is_ascii_digit).count() > 6)
}

fn problem(error: JmespathError) -> ExpressionError {
    ExpressionError { message: error.reason.to_string(), offset: error.offset }
}

fn variable(value: &Value) -> Rcvar {
    Rcvar::new(match value {
        Value::Null => Variable::Null,
        Value::Bool(b) => Variable::Bool(*b),
        Value::Number(n) => Variable::Number(n.clone()),
        Value::String(s) => Variable::String(s.clone()),
        Value::Array(list) => Variable::Array(list.iter().map(variable).collect()),
        Value::Object(map) => Variable::Object(map_of(map.iter().map(|(k, v)| (k.clone(), variable(v))))),
    })
}

/// `None` where more values than `left` would be written out.
fn plain(value: &Variable, left: &mut usize) -> Option<Value> {
    *left = left.checked_sub(1)?;
    Some(match value {
        Variable::Null | Variable::Expref(_) => Value::Null,
        Variable::Bool(b) => Value::Bool(*b),
        Variable::Number(n) => whole(n).map_or_else(|| Value::Number(n.clone()), Value::from),
        Variable::String(s) => Value::String(s.clone()),
        Variable::Array(list) => Value::Array(list.iter().map(|v| plain(v, left)).collect::<Option<_>>()?),
        Variable::Object(map) => {
            let mut object = serde_json::Map::new();
            for (k, v) in map {
                object.insert(k.clone(), plain(v, left)?);
            }
            Value::Object(object)
        }
    })
}

/// A whole number that jmespath reckoned as a fraction, so that a sum is shown as 6 and not as 6.0.
fn whole(n: &Number) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    n.as_f64().filter(|f| n.is_f64() && f.fract() == 0.0 && f.abs() < EXACT).map(|f| f as i64)
}
