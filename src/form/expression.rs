//! Conditions (JMESPath with four date functions). The only module that touches the jmespath crate.
//!
//! Added functions, each of a date `YYYY-MM-DD` (or a date-time, whose date is taken); null where it is none:
//! `age(d)` whole years from `d` to today · `days_until(d)` · `months_since(d)` · `months_until(d)` whole months.

use crate::model::date::Date;
use crate::model::order::map_of;
use jmespath::ast::Ast;
use jmespath::{interpret, Context, ErrorReason, JmespathError, Rcvar, Runtime, RuntimeError, Variable};
use serde_json::{Number, Value};
use std::cell::Cell;
use std::fmt;
use std::sync::{Arc, LazyLock};

/// Longest expression, in bytes.
const MAX_BYTES: usize = 4_096;
/// Most operators and, among them, brackets and wildcards. The parser and the interpreter recurse on them, a bracket taking
/// up to 10 KiB in a debug build, and the stack of a page is 1 MiB.
const MAX_OPERATORS: usize = 200;
const MAX_BRACKETS: usize = 60;

/// A compiled expression; cheap to clone.
#[derive(Clone)]
pub struct Expression {
    text: Arc<str>,
    ast: Arc<Ast>,
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

/// Data made ready for several evaluations on one day.
pub(crate) struct Scope {
    data: Rcvar,
    today: Date,
}

impl Scope {
    pub(crate) fn new(data: &Value, today: Date) -> Self {
        Self { data: variable(data), today }
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
        Ok(Self { text: Arc::from(text), ast: Arc::new(ast) })
    }

    /// Evaluates it over data.
    ///
    /// # Errors
    /// Where a function is unknown or gets an argument of a wrong type.
    pub fn eval(&self, data: &Value, today: Date) -> Result<Value, ExpressionError> {
        self.run(&Scope::new(data, today)).map(|v| plain(&v)).map_err(problem)
    }

    /// Whether it holds, in JMESPath's sense: null, false and empty strings, lists and objects do not. A condition that
    /// cannot be evaluated does not hold either: `contains(tags, 'x')` without tags is no fault of the person's.
    pub fn truthy(&self, data: &Value, today: Date) -> bool {
        self.holds(&Scope::new(data, today))
    }

    pub(crate) fn holds(&self, scope: &Scope) -> bool {
        self.run(scope).is_ok_and(|v| v.is_truthy())
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn run(&self, scope: &Scope) -> Result<Rcvar, JmespathError> {
        let before = TODAY.replace(Some(scope.today));
        let result = interpret(&scope.data, &self.ast, &mut Context::new(&self.text, &RUNTIME));
        TODAY.set(before);
        result
    }
}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.text)
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

thread_local! {
    /// The day an evaluation happens on: jmespath hands nothing but arguments to a function.
    static TODAY: Cell<Option<Date>> = const { Cell::new(None) };
}

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut runtime = Runtime::new();
    runtime.register_builtin_functions();
    let functions: [(&str, DateFunction); 4] = [
        ("age", |date, today| if date > today { 0 } else { i64::from(date.age_on(today)) }),
        ("days_until", |date, today| date.to_days() - today.to_days()),
        ("months_since", |date, today| months(date, today)),
        ("months_until", |date, today| months(today, date)),
    ];
    for (name, function) in functions {
        runtime.register_function(name, Box::new(move |args: &[Rcvar], ctx: &mut Context<'_>| of_date(args, ctx, function)));
    }
    runtime
});

type DateFunction = fn(Date, Date) -> i64;

fn of_date(args: &[Rcvar], ctx: &Context<'_>, function: DateFunction) -> Result<Rcvar, JmespathError> {
    let [argument] = args else {
        let (expected, actual) = (1, args.len());
        let reason = if actual == 0 { RuntimeError::NotEnoughArguments { expected, actual } } else { RuntimeError::TooManyArguments { expected, actual } };
        return Err(JmespathError::from_ctx(ctx, ErrorReason::Runtime(reason)));
    };
    let date = argument.as_string().and_then(|s| Date::parse(s.get(..10)?).filter(|_| s.len() == 10 || s.as_bytes().get(10) == Some(&b'T')));
    Ok(Rcvar::new(match (date, TODAY.get()) {
        (Some(date), Some(today)) => Variable::Number(Number::from(function(date, today))),
        _ => Variable::Null,
    }))
}

/// Whole months from one day to another; negative when the other is earlier.
fn months(from: Date, to: Date) -> i64 {
    if to < from {
        return -months(to, from);
    }
    let ordinal = |d: Date| i32::from(d.year()) * 12 + i32::from(d.month());
    let count = ordinal(to) - ordinal(from);
    i64::from(if from.plus_months(count) > to { count - 1 } else { count })
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

fn plain(value: &Variable) -> Value {
    match value {
        Variable::Null | Variable::Expref(_) => Value::Null,
        Variable::Bool(b) => Value::Bool(*b),
        Variable::Number(n) => Value::Number(n.clone()),
        Variable::String(s) => Value::String(s.clone()),
        Variable::Array(list) => Value::Array(list.iter().map(|v| plain(v)).collect()),
        Variable::Object(map) => {
            let mut object = serde_json::Map::new();
            for (k, v) in map {
                object.insert(k.clone(), plain(v));
            }
            Value::Object(object)
        }
    }
}
