//! A number, typed: no spinner, no wheel that changes it by accident.

use super::control::{line, Codec, Keys};
use super::frame::Wiring;
use super::Answering;
use crate::form::Field;
use leptos::prelude::*;
use serde_json::{Number, Value};

/// Numbers as people type them: full-width digits and separators are understood, what is no number stays text.
pub const NUMBER: Codec = Codec { show, read };

fn show(value: &Value) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Number(n) => n.as_f64().filter(|f| f.fract() == 0.0 && f.abs() < 1e15).map_or_else(|| n.to_string(), |f| format!("{f:.0}")),
        _ => String::new(),
    }
}

fn read(text: &str) -> Value {
    let tidy = tidy(text);
    if tidy.is_empty() {
        return Value::Null;
    }
    let plain = tidy.replace(',', "");
    // JSON has no notation for "inf" and "NaN", which Rust would read.
    let digits = plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    if let (true, Ok(whole)) = (digits, plain.parse::<i64>()) {
        return Value::from(whole);
    }
    digits.then(|| plain.parse::<f64>().ok()).flatten().and_then(Number::from_f64).map_or(Value::String(tidy), Value::Number)
}

/// Blanks away, full-width forms narrowed.
fn tidy(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3002}' => '.',
            _ => c,
        })
        .collect()
}

/// A number.
pub fn number(wiring: Wiring, field: &Field, integer: bool, answering: Answering) -> AnyView {
    let mode = if field.limits.minimum.is_some_and(|m| m >= 0.0) {
        Some(if integer { "numeric" } else { "decimal" })
    } else {
        // Phones' number pads have no minus sign.
        None
    };
    line(wiring, Keys { mode, class: "mb-input--short", capitalize: Some("off"), ..Keys::of(field) }, NUMBER, None, answering)
}
