//! What two schemas ask of one answer, and whether there is any.

use serde_json::{json, Map, Value};

/// Two schemas that no answer satisfies both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contradiction {
    pub keyword: String,
    pub reason: String,
}

fn contradiction<T>(keyword: &str, reason: impl Into<String>) -> Result<T, Contradiction> {
    Err(Contradiction { keyword: keyword.to_owned(), reason: reason.into() })
}

/// Keywords of which the larger value is the stricter, and of which the smaller is.
const LEAST: [&str; 5] = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
const MOST: [&str; 6] = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "x-max-bytes"];
/// Pairs that leave nothing where the first is above the second, and what that means.
const SPANS: [(&str, &str); 3] = [("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems")];
/// Keywords that cannot be made one: both are to hold.
const BOTH: [&str; 11] = ["$ref", "allOf", "anyOf", "not", "if", "pattern", "multipleOf", "contains", "dependentRequired", "dependentSchemas", "propertyNames"];

/// The schema of an answer that both take, worded as the first.
///
/// # Errors
/// [`Contradiction`], where it is plain that there is none.
pub(super) fn stricter(one: &Value, other: &Value) -> Result<Value, Contradiction> {
    let (Value::Object(first), Value::Object(second)) = (one, other) else { return Ok(one.clone()) };
    let mut both = first.clone();
    types(first, second, &mut both)?;
    formats(first, second, &mut both)?;
    choices(first, second, &mut both)?;
    bounds(second, &mut both)?;
    for keyword in ["items", "properties"] {
        inner(keyword, first, second, &mut both)?;
    }
    names("required", first, second, &mut both);
    if let (Some(ours), Some(theirs)) = (list(first, "x-accept"), list(second, "x-accept")) {
        let kept: Vec<&Value> = ours.iter().filter(|kind| theirs.contains(kind)).collect();
        if kept.is_empty() {
            return contradiction("x-accept", "no kind of file is accepted by both");
        }
        both.insert("x-accept".to_owned(), json!(kept));
    }
    if second.get("uniqueItems") == Some(&Value::Bool(true)) {
        both.insert("uniqueItems".to_owned(), json!(true));
    }
    let mut also: Vec<Value> = list(first, "allOf").cloned().unwrap_or_default();
    for keyword in BOTH.into_iter().filter(|k| first.get(*k) != second.get(*k)) {
        match (first.get(keyword), second.get(keyword)) {
            (_, None) => {}
            (_, Some(Value::Array(all))) if keyword == "allOf" => also.extend(all.iter().cloned()),
            (None, Some(value)) if keyword != "if" => {
                both.insert(keyword.to_owned(), value.clone());
            }
            (_, Some(value)) if keyword == "if" => {
                let mut apart = json!({"if": value});
                for branch in ["then", "else"] {
                    if let Some(schema) = second.get(branch) {
                        apart[branch] = schema.clone();
                    }
                }
                also.push(apart);
            }
            (_, Some(value)) => also.push(json!({keyword: value})),
        }
    }
    if !also.is_empty() {
        both.insert("allOf".to_owned(), Value::Array(also));
    }
    Ok(Value::Object(both))
}

fn list<'a>(schema: &'a Map<String, Value>, keyword: &str) -> Option<&'a Vec<Value>> {
    schema.get(keyword).and_then(Value::as_array)
}

fn types(first: &Map<String, Value>, second: &Map<String, Value>, both: &mut Map<String, Value>) -> Result<(), Contradiction> {
    let named = |schema: &Map<String, Value>| -> Option<Vec<String>> {
        match schema.get("type")? {
            Value::String(one) => Some(vec![one.clone()]),
            Value::Array(all) => Some(all.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
            _ => None,
        }
    };
    let kept: Vec<String> = match (named(first), named(second)) {
        (Some(ours), Some(theirs)) => {
            let takes = |all: &[String], one: &str| all.iter().any(|t| t == one || t == "number" && one == "integer");
            let narrow = ours.iter().filter(|t| takes(&theirs, t));
            let wide = theirs.iter().filter(|t| takes(&ours, t) && !ours.contains(t));
            narrow.chain(wide).cloned().collect()
        }
        (None, Some(theirs)) => theirs,
        (_, None) => return Ok(()),
    };
    match kept.as_slice() {
        [] => contradiction("type", "no type of answer is taken by both"),
        [only] => {
            both.insert("type".to_owned(), json!(only));
            Ok(())
        }
        _ => {
            both.insert("type".to_owned(), json!(kept));
            Ok(())
        }
    }
}

fn formats(first: &Map<String, Value>, second: &Map<String, Value>, both: &mut Map<String, Value>) -> Result<(), Contradiction> {
    let text = |schema: &Map<String, Value>| schema.get("format").and_then(Value::as_str).map(str::to_owned);
    // Every resident ID is one of the identifiers that a person may have.
    let is_narrower = |one: &str, other: &str| other == "cn-any-id" && matches!(one, "cn-resident-id" | "cn-travel-permit");
    match (text(first), text(second)) {
        (Some(ours), Some(theirs)) if ours != theirs => {
            if is_narrower(&theirs, &ours) {
                both.insert("format".to_owned(), json!(theirs));
            } else if !is_narrower(&ours, &theirs) {
                return contradiction("format", format!("“{theirs}” is not “{ours}”"));
            }
        }
        (None, Some(theirs)) => {
            both.insert("format".to_owned(), json!(theirs));
        }
        _ => {}
    }
    Ok(())
}

/// What may be chosen: what both offer.
fn choices(first: &Map<String, Value>, second: &Map<String, Value>, both: &mut Map<String, Value>) -> Result<(), Contradiction> {
    let Some(theirs) = offered(second) else { return Ok(()) };
    let Some(ours) = offered(first) else {
        for keyword in ["const", "enum", "oneOf"] {
            if let Some(value) = second.get(keyword) {
                both.insert(keyword.to_owned(), value.clone());
            }
        }
        return Ok(());
    };
    let is_kept = |value: &Value| theirs.contains(&value);
    if !ours.iter().any(|value| is_kept(value)) {
        return contradiction("enum", "nothing can be chosen that both offer");
    }
    if let Some(Value::Array(all)) = both.get_mut("enum") {
        all.retain(is_kept);
    }
    if let Some(Value::Array(all)) = both.get_mut("oneOf") {
        all.retain(|choice| choice.get("const").is_some_and(is_kept));
    }
    Ok(())
}

/// The only values that a schema takes, where it lists them.
fn offered(schema: &Map<String, Value>) -> Option<Vec<&Value>> {
    if let Some(only) = schema.get("const") {
        return Some(vec![only]);
    }
    if let Some(all) = list(schema, "enum") {
        return Some(all.iter().collect());
    }
    list(schema, "oneOf")?.iter().map(|choice| choice.get("const")).collect()
}

fn bounds(second: &Map<String, Value>, both: &mut Map<String, Value>) -> Result<(), Contradiction> {
    let mut take = |keyword: &str, is_stricter: fn(f64, f64) -> bool| {
        let Some(theirs) = second.get(keyword).filter(|v| v.is_number()) else { return };
        let ours = both.get(keyword).and_then(Value::as_f64);
        if ours.is_none_or(|ours| theirs.as_f64().is_some_and(|theirs| is_stricter(theirs, ours))) {
            both.insert(keyword.to_owned(), theirs.clone());
        }
    };
    LEAST.into_iter().for_each(|keyword| take(keyword, |theirs, ours| theirs > ours));
    MOST.into_iter().for_each(|keyword| take(keyword, |theirs, ours| theirs < ours));
    for (least, most) in SPANS {
        let number = |keyword: &str| both.get(keyword).and_then(Value::as_f64);
        if let (Some(least_is), Some(most_is)) = (number(least), number(most)) {
            if least_is > most_is {
                return contradiction(least, format!("at least {least_is}, and at most {most_is}"));
            }
        }
    }
    Ok(())
}

/// Schemas within: those of both, the stricter where both have one.
fn inner(keyword: &str, first: &Map<String, Value>, second: &Map<String, Value>, both: &mut Map<String, Value>) -> Result<(), Contradiction> {
    let within = |e: Contradiction| Contradiction { keyword: format!("{keyword}/{}", e.keyword), reason: e.reason };
    let merged = match (first.get(keyword), second.get(keyword)) {
        (None, Some(theirs)) => theirs.clone(),
        (Some(ours), Some(theirs)) if keyword == "items" => stricter(ours, theirs).map_err(within)?,
        (Some(Value::Object(ours)), Some(Value::Object(theirs))) => {
            let mut all = ours.clone();
            for (name, schema) in theirs {
                let schema = match ours.get(name) {
                    Some(own) => stricter(own, schema).map_err(|e| within(Contradiction { keyword: format!("{name}/{}", e.keyword), reason: e.reason }))?,
                    None => schema.clone(),
                };
                all.insert(name.clone(), schema);
            }
            Value::Object(all)
        }
        _ => return Ok(()),
    };
    both.insert(keyword.to_owned(), merged);
    Ok(())
}

fn names(keyword: &str, first: &Map<String, Value>, second: &Map<String, Value>, both: &mut Map<String, Value>) {
    let Some(theirs) = list(second, keyword) else { return };
    let mut all = list(first, keyword).cloned().unwrap_or_default();
    all.extend(theirs.iter().filter(|name| !all.contains(name)).cloned().collect::<Vec<_>>());
    both.insert(keyword.to_owned(), Value::Array(all));
}
