//! Whatever is handed over as a schema and as a value: an answer or a clear error, in bounded time, on a page's stack.

use crate::forms::Ecma;
use miaoban::form::schema::{Limit, Outcome, Schema, MAX_TEXT};
use miaoban::form::{DefinitionProblem, Patterns};
use proptest::prelude::*;
use serde_json::{json, Map, Value};
use std::time::{Duration, Instant};

/// Long for any of this, even unoptimised on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Compiles and validates on a stack of a page's size: wasm gets one megabyte, where frames are smaller than unoptimised ones are here.
fn judged(schema: &Value, value: &Value) -> Result<Outcome, DefinitionProblem> {
    let from = Instant::now();
    let result = std::thread::scope(|scope| {
        let work = || Schema::compile(schema).map(|s| s.validate(value, &Ecma, true));
        std::thread::Builder::new().stack_size(1 << 20).spawn_scoped(scope, work).expect("a thread").join().expect("no panic")
    });
    assert!(from.elapsed() < PATIENCE, "took {:?}", from.elapsed());
    result
}

fn refused(schema: &Value) -> String {
    judged(schema, &Value::Null).expect_err("a problem with the definition").reason
}

fn limit(schema: &Value, value: &Value) -> Option<Limit> {
    judged(schema, value).unwrap_or_else(|e| panic!("{e}")).limit
}

/// `schema` below so many of `keyword`.
fn nested(keyword: &str, levels: usize) -> Value {
    // `json!` would copy each level, and take stack for all of them.
    (0..levels).fold(json!({}), |inner, _| Value::Object(Map::from_iter([(keyword.to_owned(), inner)])))
}

/// Drops a value level by level: doing it at once takes stack for every level.
fn taken_apart(mut value: Value) {
    while let Some(inner) = match &mut value {
        Value::Object(map) => map.values_mut().next().map(Value::take),
        Value::Array(list) => list.pop(),
        _ => None,
    } {
        value = inner;
    }
}

#[test]
fn schemas_and_values_nested_ten_thousand_deep_overflow_no_stack() {
    for keyword in ["items", "not", "additionalProperties", "contains", "x-unknown"] {
        let schema = nested(keyword, 10_000);
        let known = keyword != "x-unknown";
        assert_eq!(judged(&schema, &Value::Null).is_err(), known, "{keyword}");
        taken_apart(schema);
    }
    let deep = nested("a", 10_000);
    for through in [
        json!({"additionalProperties": {"$ref": "#"}}),
        json!({"anyOf": [{"oneOf": [{"patternProperties": {"^a$": {"$ref": "#"}}}]}], "unevaluatedProperties": false}),
        json!({"if": true, "then": {"dependentSchemas": {"a": {"unevaluatedProperties": {"$ref": "#"}}}}}),
    ] {
        assert_eq!(limit(&through, &deep), Some(Limit::Depth), "{through}");
    }
    // Comparing goes as deep as both values do.
    let mut twice = Value::Array(vec![deep, nested("a", 10_000)]);
    assert_eq!(limit(&json!({"uniqueItems": true}), &twice), Some(Limit::Depth));
    let mut schema = json!({});
    schema["const"] = twice[0].take();
    assert_eq!(refused(&schema), "a value nested more than 100 levels deep");
    taken_apart(schema["const"].take());
    taken_apart(twice[1].take());
}

#[test]
fn towers_of_references_come_to_an_end() {
    let tower = |levels: usize, floor: &dyn Fn(String) -> Value| {
        let floors = (0..levels).map(|n| (format!("d{n}"), floor(format!("#/$defs/d{}", n + 1))));
        let defs: Map<String, Value> = floors.chain([(format!("d{levels}"), json!({}))]).collect();
        json!({"$ref": "#/$defs/d0", "$defs": defs})
    };
    // Each floor doubles the work.
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let schema = tower(40, &|next| json!({ keyword: [{"$ref": next}, {"$ref": next}, {"minimum": 1}], "unevaluatedItems": false }));
        assert_eq!(limit(&schema, &json!([])), Some(Limit::Steps), "{keyword}");
    }
    assert!(refused(&tower(10_000, &|next| json!({"$ref": next}))).contains("more than 100 schemas"));
    let doubled = tower(60, &|next| json!({"properties": {"a": {"$ref": next}, "b": {"$ref": next}}}));
    assert_eq!(limit(&doubled, &json!({"a": {"b": {"a": 1}}})), None);
}

#[test]
fn a_dynamic_reference_that_goes_nowhere_is_no_endless_loop() {
    let schema = json!({"$dynamicAnchor": "x", "allOf": [{"$dynamicRef": "#x"}]});
    assert_eq!(limit(&schema, &json!(1)), Some(Limit::Depth));
}

#[test]
fn ten_megabytes_are_read_or_refused_in_time() {
    let many = Value::Object((0..200_000).map(|n| (format!("property-{n}"), json!({"type": "string", "title": "A field"}))).collect());
    assert!(refused(&json!({ "properties": many })).contains("60,000"));
    let text = "字".repeat(4_000_000);
    assert_eq!(limit(&json!({"title": text, "const": text, "maxLength": 1}), &json!(text)), None);
    assert_eq!(refused(&json!({"pattern": text})), "a pattern of more than 10,000 bytes");
    let choices: Vec<Value> = (0..1_000_000).map(Value::from).collect();
    let picked = Value::Array((0..1_000).map(|n| json!(1_000_000 - n)).collect());
    assert_eq!(limit(&json!({"items": {"enum": choices}}), &picked), Some(Limit::Steps));
    assert_eq!(limit(&json!({"uniqueItems": true}), &Value::Array(choices)), None);
    assert_eq!(limit(&json!({"required": vec!["a"; 1_000_000]}), &json!({})), None);
}

#[test]
fn no_pattern_and_no_text_keeps_the_page_busy_for_ever() {
    assert!(refused(&json!({"pattern": "(a+)+$"})).contains("without end"));
    assert_eq!(limit(&json!({"pattern": "(".repeat(9_000)}), &json!(1)), None);
}

/// A host that must not be asked.
struct Silent;

impl Patterns for Silent {
    fn matches(&self, _: &str, text: &str) -> Option<bool> {
        panic!("asked about {} bytes", text.len())
    }
}

#[test]
fn texts_beyond_the_bound_are_not_handed_to_the_host() {
    let schema = Schema::compile(&json!({"pattern": "a"})).expect("a schema");
    let outcome = schema.validate(&json!("b".repeat(MAX_TEXT + 1)), &Silent, false);
    assert_eq!(outcome.limit, Some(Limit::Text));
    assert!(!outcome.is_valid());
}

#[test]
fn there_are_never_more_than_a_thousand_violations() {
    let outcome = judged(&json!({"items": {"type": "string"}}), &Value::Array(vec![json!(1); 5_000])).expect("a schema");
    assert_eq!((outcome.violations.len(), outcome.limit), (1_000, None));
}

#[test]
fn keys_that_mean_something_elsewhere_are_keys() {
    let keys = ["__proto__", "constructor", "toString", "", "$ref", "a/b~c", "0"];
    let properties: Map<String, Value> = keys.iter().map(|key| ((*key).to_owned(), json!({"type": "string"}))).collect();
    let schema = json!({"properties": properties, "required": keys, "additionalProperties": false});
    assert_eq!(judged(&schema, &json!({})).expect("a schema").violations.len(), keys.len());
    let all: Map<String, Value> = keys.iter().map(|key| ((*key).to_owned(), json!("x"))).collect();
    assert!(judged(&schema, &Value::Object(all)).expect("a schema").is_valid());
}

/// JSON that often looks like a schema, and often is none.
fn anything() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "type",
        "enum",
        "const",
        "minimum",
        "multipleOf",
        "maxLength",
        "minItems",
        "pattern",
        "format",
        "uniqueItems",
        "required",
        "dependentRequired",
        "dependentSchemas",
        "properties",
        "patternProperties",
        "additionalProperties",
        "propertyNames",
        "prefixItems",
        "items",
        "contains",
        "minContains",
        "maxContains",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "then",
        "else",
        "unevaluatedItems",
        "unevaluatedProperties",
        "$ref",
        "$dynamicRef",
        "$id",
        "$anchor",
        "$dynamicAnchor",
        "$defs",
        "__proto__",
        "a",
        "",
    ]);
    let text = prop_oneof![
        prop::sample::select(vec![
            "#",
            "#/",
            "#/$defs/a",
            "#/properties/a",
            "a",
            "#a",
            "http://x/y",
            "../z?q#f",
            "string",
            "object",
            "array",
            "number",
            "(a+)+$",
            "^a",
            "(",
            "[^",
            "date-time",
            "email",
            "uri",
            "regex",
            "urn:a:b",
            "%",
            "#%2f",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0..4).prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            3 => prop::collection::btree_map(word.clone().prop_map(str::to_owned), inner, 0..6).prop_map(|m| Value::Object(m.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_a_schema_or_says_why_not(schema in anything(), value in anything()) {
        if let Ok(outcome) = judged(&schema, &value) {
            // A valid value is so a second time, and told from an invalid one by its violations or its limit alone.
            prop_assert_eq!(judged(&schema, &value).map(|o| o.is_valid()), Ok(outcome.is_valid()));
        }
    }

    #[test]
    fn no_text_makes_formats_panic(text in "\\PC{0,40}|[0-9TZ:+.PDHMSY\\-]{0,32}|[a-z0-9:/?#@\\[\\]%.\"\\\\]{0,32}") {
        for format in [
            "date", "time", "date-time", "duration", "email", "idn-email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid",
            "json-pointer",
        ] {
            let schema = Schema::compile(&json!({ "format": format })).expect("a schema");
            let _ = schema.validate(&Value::from(text.as_str()), &Ecma, true);
        }
    }
}
