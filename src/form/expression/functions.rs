//! Functions beside those of JMESPath.
//!
//! Of a date `YYYY-MM-DD` (or a date-time, whose date is taken); null where it is none: `age(d)` whole years from `d` to today ·
//! `days_until(d)` · `months_since(d)` · `months_until(d)` whole months.
//!
//! Of numbers; null where one is none: `product(list)` · `difference(a, b)` · `quotient(a, b)`, null for a `b` of 0 · `round(n, places)` to
//! 0 to 9 decimal places, halves away from zero. Sums are JMESPath's own.

use crate::model::date::Date;
use jmespath::{Context, ErrorReason, JmespathError, Rcvar, Runtime, RuntimeError, Variable};
use serde_json::Number;
use std::cell::Cell;
use std::sync::LazyLock;

thread_local! {
    /// The day an evaluation happens on: jmespath hands nothing but arguments to a function.
    pub(super) static TODAY: Cell<Option<Date>> = const { Cell::new(None) };
}

pub(super) static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
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
    runtime.register_function(
        "product",
        Box::new(|args: &[Rcvar], ctx: &mut Context<'_>| {
            let [list] = args else { return Err(miscounted(ctx, 1, args.len())) };
            let factors = list.as_array().and_then(|list| list.iter().map(|n| n.as_number()).collect::<Option<Vec<f64>>>());
            Ok(number(factors.map(|factors| factors.iter().product())))
        }),
    );
    let functions: [(&str, NumberFunction); 3] = [
        ("difference", |a, b| Some(a - b)),
        ("quotient", |a, b| (b != 0.0).then(|| a / b)),
        ("round", |n, places| (0.0..=9.0).contains(&places).then(|| rounded(n, places as i32))),
    ];
    for (name, function) in functions {
        runtime.register_function(
            name,
            Box::new(move |args: &[Rcvar], ctx: &mut Context<'_>| {
                let [a, b] = args else { return Err(miscounted(ctx, 2, args.len())) };
                Ok(number(a.as_number().zip(b.as_number()).and_then(|(a, b)| function(a, b))))
            }),
        );
    }
    runtime
});

type DateFunction = fn(Date, Date) -> i64;
type NumberFunction = fn(f64, f64) -> Option<f64>;

fn miscounted(ctx: &Context<'_>, expected: usize, actual: usize) -> JmespathError {
    let reason = if actual < expected { RuntimeError::NotEnoughArguments { expected, actual } } else { RuntimeError::TooManyArguments { expected, actual } };
    JmespathError::from_ctx(ctx, ErrorReason::Runtime(reason))
}

fn number(value: Option<f64>) -> Rcvar {
    Rcvar::new(value.and_then(Number::from_f64).map_or(Variable::Null, Variable::Number))
}

/// Through the shortest decimal text of the number, so that 1.005 becomes 1.01 as it does on paper.
fn rounded(n: f64, places: i32) -> f64 {
    let shifted = format!("{n}e{places}").parse::<f64>().unwrap_or(n);
    format!("{}e-{places}", shifted.round()).parse().unwrap_or(n)
}

fn of_date(args: &[Rcvar], ctx: &Context<'_>, function: DateFunction) -> Result<Rcvar, JmespathError> {
    let [argument] = args else { return Err(miscounted(ctx, 1, args.len())) };
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
