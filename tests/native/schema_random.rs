//! Another validator, written by other people, has the same opinion about random schemas and values.

use crate::forms::Ecma;
use miaoban::form::schema::Schema;
use proptest::prelude::*;
use serde_json::{json, Map, Value};

fn key() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b", "c", "ab", "__proto__", "x/y"]).prop_map(str::to_owned)
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3i64..6).prop_map(Value::from),
        prop::sample::select(vec![0.0, 1.0, 1.5, 2.0, -0.5]).prop_map(Value::from),
        prop::sample::select(vec!["", "a", "ab", "b", "汉字", "𠮷"]).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key(), inner, 0..4).prop_map(|m| Value::Object(m.into_iter().collect())),
        ]
    })
}

fn types() -> impl Strategy<Value = Value> {
    let name = || prop::sample::select(vec!["null", "boolean", "object", "array", "string", "number", "integer"]);
    prop_oneof![name().prop_map(Value::from), prop::collection::btree_set(name(), 1..4).prop_map(|set| json!(set))]
}

fn names() -> impl Strategy<Value = Value> {
    prop::collection::btree_set(key(), 0..3).prop_map(|set| json!(set))
}

/// A keyword that holds no schemas.
fn assertion() -> impl Strategy<Value = (&'static str, Value)> {
    let size = prop::sample::select(vec!["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains"]);
    let bound = prop::sample::select(vec!["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]);
    prop_oneof![
        types().prop_map(|v| ("type", v)),
        prop::collection::vec(value(), 1..4).prop_map(|v| ("enum", Value::Array(v))),
        value().prop_map(|v| ("const", v)),
        (bound, -2i64..4).prop_map(|(keyword, n)| (keyword, n.into())),
        prop::sample::select(vec![json!(2), json!(0.5), json!(3)]).prop_map(|v| ("multipleOf", v)),
        (size, 0usize..4).prop_map(|(keyword, n)| (keyword, n.into())),
        prop::sample::select(vec!["^a", "b$", "^.$", "汉"]).prop_map(|v| ("pattern", v.into())),
        any::<bool>().prop_map(|v| ("uniqueItems", v.into())),
        names().prop_map(|v| ("required", v)),
        prop::collection::btree_map(key(), names(), 0..3).prop_map(|v| ("dependentRequired", json!(v))),
        prop::sample::select(vec!["#", "#/$defs/d0", "#/$defs/d1", "#anchored", "https://example.org/d2"]).prop_map(|v| ("$ref", v.into())),
    ]
}

fn schema() -> impl Strategy<Value = Value> {
    let assertions = || prop::collection::vec(assertion(), 0..3);
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Value::Bool),
        6 => assertions().prop_map(|list| list.into_iter().map(|(k, v)| (k.to_owned(), v)).collect::<Map<_, _>>().into()),
    ];
    leaf.prop_recursive(4, 32, 4, move |inner| {
        let one = prop::sample::select(vec![
            "items",
            "contains",
            "additionalProperties",
            "propertyNames",
            "not",
            "if",
            "then",
            "else",
            "unevaluatedItems",
            "unevaluatedProperties",
            "unevaluatedItems",
            "unevaluatedProperties",
        ]);
        let list = prop::sample::select(vec!["allOf", "anyOf", "oneOf", "prefixItems"]);
        let table = prop::sample::select(vec!["properties", "dependentSchemas"]);
        let pattern = prop::sample::select(vec!["^a", "b$"]).prop_map(str::to_owned);
        let applicator = prop_oneof![
            (one, inner.clone()).prop_map(|(keyword, v)| (keyword, v)),
            (list, prop::collection::vec(inner.clone(), 1..4)).prop_map(|(keyword, v)| (keyword, Value::Array(v))),
            (table, prop::collection::btree_map(key(), inner.clone(), 0..4)).prop_map(|(keyword, v)| (keyword, json!(v))),
            prop::collection::btree_map(pattern, inner, 0..3).prop_map(|v| ("patternProperties", json!(v))),
        ];
        (assertions(), prop::collection::vec(applicator, 1..5))
            .prop_map(|(a, b)| a.into_iter().chain(b).map(|(k, v)| (k.to_owned(), v)).collect::<Map<_, _>>().into())
    })
}

/// A whole document: what the references of [`assertion`] lead to is in it. Schemas with an identifier of their own hold no references,
/// which would mean something else there.
fn document() -> impl Strategy<Value = Value> {
    (schema(), [schema(), schema(), schema()], types()).prop_map(|(root, [d0, d1, d3], type_of_a)| {
        let d2 = json!({"$id": "https://example.org/d2", "properties": {"a": {"type": type_of_a}}});
        let defs = json!({"d0": d0, "d1": d1, "d2": d2, "d3": {"$anchor": "anchored", "allOf": [d3]}});
        match root {
            Value::Object(mut map) => {
                map.insert("$defs".to_owned(), defs);
                Value::Object(map)
            }
            other => other,
        }
    })
}

fn another_opinion(schema: &Value, values: &[Value]) -> Result<Vec<bool>, String> {
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.set_default_draft(boon::Draft::V2020_12);
    compiler.add_resource("https://example.org/form", schema.clone()).map_err(|e| e.to_string())?;
    let index = compiler.compile("https://example.org/form", &mut schemas).map_err(|e| format!("{e:#}"))?;
    Ok(values.iter().map(|value| schemas.validate(value, index).is_ok()).collect())
}

/// Whether both say the same about every value.
fn agree(schema: &Value, values: &[Value]) -> Result<(), TestCaseError> {
    let compiled = match Schema::compile(schema) {
        Ok(compiled) => compiled,
        // The other one finds out only when it gets there.
        Err(problem) if problem.reason.contains("refers to itself") => return Ok(()),
        Err(problem) => return Err(TestCaseError::fail(format!("{problem} in {schema}"))),
    };
    let ours: Vec<bool> = values.iter().map(|value| compiled.validate(value, &Ecma, false).is_valid()).collect();
    let theirs = another_opinion(schema, values).map_err(|e| TestCaseError::fail(format!("{e} in {schema}")))?;
    prop_assert_eq!(ours, theirs, "{} for {}", schema, json!(values));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn two_validators_agree_on_whole_documents(schema in document(), values in prop::collection::vec(value(), 8)) {
        agree(&schema, &values)?;
    }

    /// Few keywords on many values: what large documents break somewhere else already.
    #[test]
    fn two_validators_agree_on_each_keyword(keywords in prop::collection::vec(assertion(), 30), values in prop::collection::vec(value(), 24)) {
        for pair in keywords.chunks(2) {
            let schema: Map<String, Value> = pair.iter().filter(|(keyword, _)| *keyword != "$ref").map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
            agree(&Value::Object(schema), &values)?;
        }
    }
}
