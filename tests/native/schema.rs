use crate::forms::Ecma;
use miaoban::form::schema::{Bound, Broken, Schema, Size, Violation};
use serde_json::{json, Value};

fn violations(schema: &Value, value: &Value) -> Vec<Violation> {
    let outcome = Schema::compile(schema).unwrap_or_else(|e| panic!("{schema}: {e}")).validate(value, &Ecma, true);
    assert_eq!(outcome.limit, None);
    outcome.violations
}

/// The one violation of a value: where it is, where the schema says so, and what it breaks.
fn only(schema: Value, value: Value) -> (String, String, Broken) {
    let mut all = violations(&schema, &value);
    assert_eq!(all.len(), 1, "{all:?}");
    let Violation { instance, schema, broken } = all.remove(0);
    (instance, schema, broken)
}

#[test]
fn a_violation_names_the_place_in_the_value_and_in_the_schema() {
    let schema = json!({"properties": {"a/b": {"type": "array", "items": {"$ref": "#/$defs/short"}}}, "$defs": {"short": {"maxLength": 2}}});
    let broken = Broken::Size(Size::MaxLength, 2);
    assert_eq!(only(schema, json!({"a/b": ["x", "汉字字"]})), ("/a~1b/1".to_owned(), "/$defs/short/maxLength".to_owned(), broken));
}

#[test]
fn a_missing_member_is_put_right_at_the_member() {
    let schema = json!({"properties": {"a": {"required": ["b/c", "d"]}}, "dependentRequired": {"a": ["e"]}});
    let mut fields: Vec<String> = violations(&schema, &json!({"a": {}})).iter().map(Violation::field).collect();
    fields.sort();
    assert_eq!(fields, ["/a/b~1c", "/a/d", "/e"]);
}

#[test]
fn each_keyword_tells_what_a_sentence_about_it_needs() {
    let needs = |name: &str, because: &str| Broken::DependentRequired { name: name.into(), because: because.into() };
    for (schema, value, broken, keyword) in [
        (json!({"type": ["string", "null"]}), json!(1), None, "type"),
        (json!({"enum": [1, "a"]}), json!("b"), Some(Broken::Enum), "enum"),
        (json!({"const": true}), json!(false), Some(Broken::Const), "const"),
        (json!({"minimum": 2}), json!(1.5), Some(Broken::Bound(Bound::Minimum, 2.into())), "minimum"),
        (json!({"exclusiveMaximum": 2}), json!(2.0), Some(Broken::Bound(Bound::ExclusiveMaximum, 2.into())), "exclusiveMaximum"),
        (json!({"multipleOf": 3}), json!(4), Some(Broken::MultipleOf(3.into())), "multipleOf"),
        (json!({"minLength": 2}), json!("𠮷"), Some(Broken::Size(Size::MinLength, 2)), "minLength"),
        (json!({"maxItems": 1.0}), json!([1, 2]), Some(Broken::Size(Size::MaxItems, 1)), "maxItems"),
        (json!({"maxProperties": 0}), json!({"a": 1}), Some(Broken::Size(Size::MaxProperties, 0)), "maxProperties"),
        (json!({"pattern": "^a"}), json!("b"), Some(Broken::Pattern("^a".into())), "pattern"),
        (json!({"format": "uuid"}), json!("b"), Some(Broken::Format("uuid".into())), "format"),
        (json!({"format": "regex"}), json!("("), Some(Broken::Format("regex".into())), "format"),
        (json!({"uniqueItems": true}), json!([3, {"a": [1, 0]}, {"a": [1.0, -0.0]}, 3]), Some(Broken::UniqueItems(0, 3)), "uniqueItems"),
        (json!({"required": ["a"]}), json!({}), Some(Broken::Required("a".into())), "required"),
        (json!({"dependentRequired": {"a": ["b"]}}), json!({"a": 1}), Some(needs("b", "a")), "dependentRequired"),
        (json!({"propertyNames": {"maxLength": 1}}), json!({"ab": 1}), Some(Broken::PropertyName), "propertyNames"),
        (json!({"contains": {"const": 1}}), json!([2]), Some(Broken::Contains), "contains"),
        (json!({"contains": {"const": 1}, "minContains": 2}), json!([1]), Some(Broken::MinContains(2)), "minContains"),
        (json!({"contains": {"const": 1}, "maxContains": 1}), json!([1, 1]), Some(Broken::MaxContains(1)), "maxContains"),
        (json!({"anyOf": [{"const": 1}, {"const": 2}]}), json!(3), Some(Broken::AnyOf), "anyOf"),
        (json!({"oneOf": [{"const": 1}, {"const": 2}]}), json!(3), Some(Broken::OneOf(0)), "oneOf"),
        (json!({"oneOf": [{"type": "integer"}, {"minimum": 2}]}), json!(3), Some(Broken::OneOf(2)), "oneOf"),
        (json!({"not": {}}), json!(3), Some(Broken::Not), "not"),
        (json!({"additionalProperties": false}), json!({"a": 1}), Some(Broken::NotAllowed("additionalProperties")), "additionalProperties"),
        (json!({"unevaluatedProperties": false}), json!({"a": 1}), Some(Broken::NotAllowed("unevaluatedProperties")), "unevaluatedProperties"),
        (json!({"prefixItems": [{}], "items": false}), json!([1, 2]), Some(Broken::NotAllowed("items")), "items"),
        (json!(false), json!(1), Some(Broken::NotAllowed("false")), "false"),
    ] {
        let (_, _, found) = only(schema.clone(), value);
        assert_eq!(found.keyword(), keyword, "{schema}");
        if let Some(broken) = broken {
            assert_eq!(found, broken, "{schema}");
        }
    }
    let (_, _, Broken::Type(types)) = only(json!({"type": ["integer", "null"]}), json!(1.5)) else { panic!("another keyword") };
    assert_eq!(types.names().collect::<Vec<_>>(), ["null", "integer"]);
}

/// Generators print an optional value as `anyOf` with null: "no alternative fits" would help nobody.
#[test]
fn of_an_optional_value_the_own_problem_is_told() {
    let schema = json!({"properties": {"a": {"anyOf": [{"type": "string", "minLength": 3}, {"type": "null"}]}}});
    assert_eq!(only(schema, json!({"a": "x"})), ("/a".to_owned(), "/properties/a/anyOf/0/minLength".to_owned(), Broken::Size(Size::MinLength, 3)));
}

/// A member whose own value is wrong is a known member all the same.
#[test]
fn a_wrong_value_is_not_told_as_a_member_too_many() {
    let schema = json!({"allOf": [{"properties": {"a": {"type": "string"}}}], "unevaluatedProperties": false});
    assert_eq!(only(schema, json!({"a": 1})).2.keyword(), "type");
}

#[test]
fn numbers_are_compared_by_their_value_and_not_by_their_doubles() {
    for (schema, good, bad) in [
        (json!({"multipleOf": 0.01}), vec![json!(19.99), json!(0.07), json!(1e300), json!(-4.35)], vec![json!(19.999), json!(1e-300)]),
        (json!({"multipleOf": 1e-8}), vec![json!(12391239123u64), json!(0)], vec![json!(1.5e-9)]),
        (json!({"multipleOf": 3}), vec![json!(18_446_744_073_709_551_615u64), json!(3e20)], vec![json!(18_446_744_073_709_551_614u64), json!(1e20)]),
        (json!({"maximum": 9_007_199_254_740_992u64}), vec![json!(9_007_199_254_740_992u64)], vec![json!(9_007_199_254_740_993u64), json!(1e40)]),
        (json!({"const": 9_007_199_254_740_993u64}), vec![json!(9_007_199_254_740_993u64)], vec![json!(9_007_199_254_740_992.0)]),
        (json!({"enum": [0, [1]]}), vec![json!(-0.0), json!([1.0])], vec![json!(false), json!([true])]),
    ] {
        for value in good {
            assert_eq!(violations(&schema, &value), [], "{value} in {schema}");
        }
        for value in bad {
            assert_eq!(violations(&schema, &value).len(), 1, "{value} in {schema}");
        }
    }
}

#[test]
fn a_malformed_schema_says_where_it_is_wrong() {
    for (schema, pointer) in [
        (json!(1), ""),
        (json!({"properties": {"a": {"type": "text"}}}), "/properties/a/type"),
        (json!({"type": []}), "/type"),
        (json!({"enum": "a"}), "/enum"),
        (json!({"minimum": "1"}), "/minimum"),
        (json!({"multipleOf": 0}), "/multipleOf"),
        (json!({"minLength": -1}), "/minLength"),
        (json!({"maxItems": 1.5}), "/maxItems"),
        (json!({"pattern": 1}), "/pattern"),
        (json!({"format": 1}), "/format"),
        (json!({"uniqueItems": 1}), "/uniqueItems"),
        (json!({"required": ["a", 1]}), "/required/1"),
        (json!({"dependentRequired": {"a": "b"}}), "/dependentRequired/a"),
        (json!({"properties": [1]}), "/properties"),
        (json!({"properties": {"a/b": 1}}), "/properties/a~1b"),
        (json!({"items": [{}]}), "/items"),
        (json!({"allOf": []}), "/allOf"),
        (json!({"anyOf": [{}, 1]}), "/anyOf/1"),
        (json!({"$id": "a#b"}), "/$id"),
        (json!({"$anchor": "#a"}), "/$anchor"),
        (json!({"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}}), "/$defs/b/$anchor"),
        (json!({"$defs": {"a": {"$id": "http://x/"}, "b": {"$id": "http://x/"}}}), "/$defs/b/$id"),
        (json!({"$ref": 1}), "/$ref"),
        (json!({"allOf": [{"$ref": "#/$defs/none"}]}), "/allOf/0/$ref"),
        (json!({"$ref": "#none"}), "/$ref"),
        (json!({"$ref": "#%zz"}), "/$ref"),
        (json!({"$ref": "https://example.org/other"}), "/$ref"),
        (json!({"$ref": "#/title", "title": "no schema"}), "/title"),
        (json!({"patternProperties": {"(x*)*": {}}}), "/patternProperties/(x*)*"),
    ] {
        let problem = Schema::compile(&schema).expect_err(&schema.to_string());
        assert_eq!(problem.pointer, pointer, "{schema}: {problem}");
    }
}

#[test]
fn a_reference_that_comes_back_without_going_into_the_value_is_refused() {
    for schema in [
        json!({"$ref": "#"}),
        json!({"allOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"anyOf": [true, {"not": {"$ref": "#/$defs/b"}}]}, "b": {"if": {"$ref": "#/$defs/a"}}}}),
        json!({"dependentSchemas": {"a": {"$ref": "#"}}}),
    ] {
        let problem = Schema::compile(&schema).expect_err(&schema.to_string());
        assert!(problem.reason.contains("refers to itself"), "{schema}: {problem}");
    }
    let tree = json!({"properties": {"leaf": {"type": "string"}, "inner": {"$ref": "#"}}, "additionalProperties": false});
    let bad = json!({"inner": {"inner": {"leaf": 1}}});
    assert_eq!(only(tree, bad).0, "/inner/inner/leaf");
}

#[test]
fn patterns_that_never_end_are_refused_and_everyday_ones_are_not() {
    for pattern in [r"(a+)+$", r"^(\w+\s?)*$", r"([a-z]*)*x", r"^((\d+))*!", r"(?:a|b+)*$", r"(?<name>x+){2,}y", r"(.*)*", r"^(([^a])+.)?(a*){20}", "([(]+)+$"]
    {
        let problem = Schema::compile(&json!({"pattern": pattern})).expect_err(pattern);
        assert_eq!(problem.pointer, "/pattern");
    }
    for pattern in [
        r"^\w+([-+.]\w+)*@\w+([-.]\w+)*\.\w+([-.]\w+)*$",
        r"^(\d{3}-)+\d+$",
        r"^([A-Z][a-z]+ )*$",
        "^[(a+)+]*$",
        r"\(a+\)+",
        r"^(\d+,)*\d+$",
        r"(a+)?(b+){2}",
        r"^(?=.*\d)(?=.*[a-z]).{8,}$",
        r"^[1-9]\d{5}(18|19|20)\d{2}((0[1-9])|(1[0-2]))(([0-2][1-9])|10|20|30|31)\d{3}[0-9Xx]$",
        r"^(https?://)?([\w-]+\.)+[a-z]{2,}(/\S*)?$",
        r"^\p{L}+( \p{L}+)*$",
        "(",
        ")",
        "a{",
        "[",
        "\\",
        "",
    ] {
        assert!(Schema::compile(&json!({"pattern": pattern})).is_ok(), "{pattern}");
    }
}

/// What cannot be matched is never held against the person.
#[test]
fn an_invalid_pattern_and_an_unknown_format_let_everything_pass() {
    let schema = json!({"pattern": "(", "format": "cn-mobile", "patternProperties": {"(": false}, "additionalProperties": {}});
    assert_eq!(violations(&schema, &json!("x")), []);
    assert_eq!(violations(&schema, &json!({"(": 1})), []);
}

#[test]
fn documents_that_were_handed_over_can_be_referred_to() {
    let other = json!({"$defs": {"name": {"$anchor": "name", "type": "string"}}});
    let schema = json!({"$id": "https://example.org/forms/a", "properties": {"x": {"$ref": "../parts/b#name"}}});
    let compiled = Schema::compile_with(&schema, &[("https://example.org/parts/b", &other)]).expect("a schema");
    let outcome = compiled.validate(&json!({"x": 1}), &Ecma, false);
    assert_eq!(outcome.violations.first().map(|v| v.schema.as_str()), Some("https://example.org/parts/b#/$defs/name/type"));
}

#[test]
fn the_shipped_configuration_is_what_its_schema_says() {
    let schema: Value = serde_json::from_str(include_str!("../../public/config.schema.json")).expect("JSON");
    let mut config: Value = serde_json::from_str(include_str!("../../public/config.json")).expect("JSON");
    assert_eq!(violations(&schema, &config), []);
    config["backend"] = json!("ftp://example.org");
    assert_eq!(violations(&schema, &config).first().map(Violation::field).as_deref(), Some("/backend"));
}
