//! Validation without a form: the engine's own validator, for hosts that check what they were sent, and for the official test suite.

use crate::form::schema::{Limit, Schema};
use crate::platform::regexp::BrowserPatterns;
use crate::platform::script::{self, Thrown};
use serde_json::{json, Value};
use wasm_bindgen::prelude::*;

/// Holds a value to a schema (JSON Schema 2020-12) and answers `{valid, violations: [{instance, schema, keyword}], limit?}`. Options:
/// `schemas`, other documents by the URI that references name; `formats`, whether `format` is held too (true where nothing is said).
///
/// # Errors
/// An `Error` in plain English; of a schema that cannot be compiled with `.pointer`, the JSON Pointer at fault.
#[wasm_bindgen(js_name = validateData, skip_typescript)]
pub fn validate_data(schema: JsValue, data: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let (schema, data) = (script::value_of(&schema, "schema")?, script::value_of(&data, "data")?);
    let (others, formats) = read(&options)?;
    let others: Vec<(&str, &Value)> = others.iter().map(|(uri, schema)| (uri.as_str(), schema)).collect();
    let compiled = Schema::compile_with(&schema, &others).map_err(|problem| Thrown::at(&problem.pointer, &format!("the schema cannot be used: {problem}")))?;
    let outcome = compiled.validate(&data, &BrowserPatterns, formats);
    let violations: Vec<Value> =
        outcome.violations.iter().map(|v| json!({"instance": v.instance, "schema": v.schema, "keyword": v.broken.keyword()})).collect();
    let mut told = json!({"valid": outcome.is_valid(), "violations": violations});
    if let Some(limit) = outcome.limit {
        told["limit"] = json!(match limit {
            Limit::Steps => "steps",
            Limit::Depth => "depth",
            Limit::Text => "text",
        });
    }
    Ok(script::script_of(&told))
}

fn read(options: &JsValue) -> Result<(Vec<(String, Value)>, bool), Thrown> {
    if options.is_undefined() || options.is_null() {
        return Ok((Vec::new(), true));
    }
    let others = match script::json(options, "schemas")? {
        None => Vec::new(),
        Some(Value::Object(others)) => others.into_iter().collect(),
        Some(_) => return Err(Thrown::new("options.schemas must be an object of schemas by URI")),
    };
    let formats = match script::json(options, "formats")? {
        None => true,
        Some(Value::Bool(formats)) => formats,
        Some(_) => return Err(Thrown::new("options.formats must be true or false")),
    };
    Ok((others, formats))
}
