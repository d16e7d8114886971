use crate::forms::{field, form, load};
use miaoban::form::{Condition, Field, Form, Kind, Material, Pointer};
use miaoban::model::identifier::IdentifierKind;
use proptest::prelude::*;
use serde_json::{json, Map, Value};

fn kind_of(schema: Value) -> String {
    let form = form(json!({"x": schema}));
    let name = format!("{:?}", field(&form, "/x").kind);
    name.split([' ', '{']).next().unwrap_or_default().to_owned()
}

#[test]
fn every_widget_and_format_of_the_contract_has_its_kind() {
    for (schema, kind) in [
        (json!({"type": "string"}), "Text"),
        (json!(true), "Text"),
        (json!({}), "Text"),
        (json!({"type": "string", "x-widget": "hologram", "format": "hostname"}), "Text"),
        (json!({"type": "string", "x-widget": "textarea"}), "LongText"),
        (json!({"type": "string", "format": "email"}), "Email"),
        (json!({"type": "string", "format": "uri"}), "Uri"),
        (json!({"type": "string", "format": "date"}), "Date"),
        (json!({"type": "number"}), "Number"),
        (json!({"type": "integer"}), "Number"),
        (json!({"type": "number", "x-widget": "money"}), "Money"),
        (json!({"type": "boolean"}), "YesNo"),
        (json!({"type": "boolean", "x-widget": "yesno"}), "YesNo"),
        (json!({"type": "boolean", "const": true}), "Declaration"),
        (json!({"const": true}), "Declaration"),
        (json!({"type": "boolean", "x-widget": "declaration"}), "Declaration"),
        (json!({"enum": ["a", "b"]}), "Choice"),
        (json!({"oneOf": [{"const": "a", "title": "A"}]}), "Choice"),
        (json!({"anyOf": [{"const": 1, "title": "One"}, {"const": 2}]}), "Choice"),
        (json!({"type": "array", "items": {"enum": ["a"]}}), "MultiChoice"),
        (json!({"type": "array", "items": {"oneOf": [{"const": "a", "title": "A"}]}, "x-widget": "checkboxes"}), "MultiChoice"),
        (json!({"type": "array", "items": {"type": "object", "properties": {"a": {}}}}), "Repeat"),
        (json!({"type": "string", "format": "attachment"}), "File"),
        (json!({"type": "array", "items": {"type": "string", "format": "attachment"}}), "File"),
        (json!({"type": "array", "format": "attachment", "items": {"type": "string"}}), "File"),
        (json!({"type": "string", "x-widget": "readonly"}), "ReadOnly"),
        (json!({"anyOf": [{"type": "integer"}, {"type": "null"}]}), "Number"),
        (json!({"type": ["string", "null"], "format": "date"}), "Date"),
        (json!({"type": "string", "format": "cn-resident-id"}), "Identifier(ResidentId)"),
        (json!({"type": "string", "format": "cn-any-id"}), "Identifier(AnyId)"),
        (json!({"type": "string", "format": "cn-uscc"}), "Identifier(Uscc)"),
        (json!({"type": "string", "format": "cn-mobile"}), "Identifier(Mobile)"),
        (json!({"type": "string", "format": "cn-plate"}), "Identifier(Plate)"),
        (json!({"type": "string", "format": "cn-bank-card"}), "Identifier(BankCard)"),
        (json!({"type": "string", "format": "cn-travel-permit"}), "Identifier(TravelPermit)"),
    ] {
        assert_eq!(kind_of(schema.clone()), kind, "{schema}");
    }
}

#[test]
fn nothing_that_the_definition_says_about_a_field_is_lost() {
    let form = load(json!({
        "title": "Form", "type": "object", "required": ["id"],
        "properties": {"id": {
            "type": "string", "title": "Number", "description": "On the card", "format": "cn-resident-id", "minLength": 18, "maxLength": 18, "pattern": "^\\d{18}$",
            "x-source": "identity", "x-visible-when": "a == 'b'", "x-messages": {"format": "Look again"}, "x-autocomplete": "off", "x-placeholder": "4403…", "examples": ["44030519851215019X", "x"],
            "x-material": "main", "readOnly": true, "default": "1"
        }}
    }));
    let id = field(&form, "/id");
    assert_eq!((form.title.as_deref(), form.version.as_str()), (Some("Form"), "1"));
    assert_eq!((id.label.as_str(), id.hint.as_deref()), ("Number", Some("On the card")));
    assert!(matches!(id.kind, Kind::Identifier(IdentifierKind::ResidentId)));
    assert!(id.required && id.read_only);
    assert_eq!((id.limits.min_length, id.limits.max_length, id.limits.pattern.as_deref()), (Some(18), Some(18), Some("^\\d{18}$")));
    assert_eq!((id.source.as_deref(), id.autocomplete.as_deref(), id.placeholder.as_deref()), (Some("identity"), Some("off"), Some("4403…")));
    assert_eq!(written(id), Some("a == 'b'"));
    assert_eq!(id.example.as_deref(), Some("44030519851215019X"));
    let picked = load(
        json!({"type": "object", "properties": {"day": {"format": "date", "examples": ["2026-01-05"]}, "n": {"type": "integer", "examples": [3]}, "t": {"x-widget": "time", "examples": ["9:30"]}, "z": {"format": "time", "examples": ["09:30:00+08:00"]}}}),
    );
    let shown = ["/day", "/n", "/t", "/z"].map(|pointer| field(&picked, pointer).example.as_deref());
    assert_eq!(shown, [None, Some("3"), Some("9:30"), None], "only what is written, as it is written");
    assert_eq!(id.messages.get("format").map(String::as_str), Some("Look again"));
    assert_eq!((id.material, id.default.clone()), (Some(Material::Main), Some(json!("1"))));
}

/// `x-visible-when`, as it stands in the schema.
fn written(field: &Field) -> Option<&str> {
    match &field.visible_when {
        Some(Condition::Expression(expression)) => Some(expression.as_str()),
        _ => None,
    }
}

#[test]
fn nested_objects_references_and_all_of_become_flat_fields() {
    let form = load(json!({
        "$defs": {
            "address": {"type": "object", "required": ["city"], "properties": {"city": {"type": "string", "title": "City", "maxLength": 9}, "street": {"$ref": "#/$defs/line"}}},
            "line": {"type": "string", "title": "Line", "maxLength": 50}
        },
        "type": "object", "required": ["home"],
        "properties": {
            "home": {"$ref": "#/$defs/address"},
            "work": {"$ref": "#/$defs/address", "x-visible-when": "home.city"},
            "note": {"allOf": [{"$ref": "#/$defs/line"}, {"maxLength": 20}], "title": "Note"}
        },
        "allOf": [{"properties": {"extra": {"type": "integer"}}, "required": ["extra"]}]
    }));
    let pointers: Vec<&str> = form.fields.iter().map(|f| f.pointer.as_str()).collect();
    assert_eq!(pointers, ["/home/city", "/home/street", "/work/city", "/work/street", "/note", "/extra"]);
    assert!(field(&form, "/extra").required && field(&form, "/home/city").required);
    assert_eq!(field(&form, "/home/city").within, None);
    assert_eq!(field(&form, "/work/city").within.as_ref().map(Pointer::as_str), Some("/work"));
    assert_eq!(written(field(&form, "/work/street")), Some("home.city"));
    assert_eq!((field(&form, "/note").label.as_str(), field(&form, "/note").limits.max_length), ("Note", Some(20)));
}

#[test]
fn fields_follow_their_sections_and_no_field_is_left_out() {
    let form = load(json!({
        "type": "object",
        "properties": {"a": {}, "b": {}, "c": {}, "g": {"type": "object", "properties": {"x": {}, "y": {}}}},
        "x-sections": [{"id": "2", "title": "Second", "hint": "h", "fields": ["/g"]}, {"id": "1", "title": "First", "fields": ["/c", "/a"]}]
    }));
    let pointers: Vec<&str> = form.fields.iter().map(|f| f.pointer.as_str()).collect();
    assert_eq!(pointers, ["/g/x", "/g/y", "/c", "/a", "/b"]);
    let sections: Vec<(&str, &[usize])> = form.sections.iter().map(|s| (s.title.as_str(), s.fields.as_slice())).collect();
    assert_eq!(sections, [("Second", &[0, 1][..]), ("First", &[2, 3][..]), ("", &[4][..])]);
    assert!(form.fields.iter().enumerate().all(|(i, f)| f.index == i && form.index_of(f.pointer.as_str()) == Some(i)));
}

#[test]
fn fields_in_repeats_are_found_by_a_problems_pointer() {
    let form = form(json!({"p": {"type": "array", "x-item-title": "Holder", "items": {"type": "object", "properties": {"name": {"title": "Name"}}}}}));
    assert_eq!(form.field_at("/p/12/name").map(|f| f.label.as_str()), Some("Name"));
    for wrong in ["/p/x/name", "/p/0", "/p/0/other", "/px/0/name", ""] {
        assert!(form.field_at(wrong).is_none(), "{wrong}");
    }
    assert!(matches!(&field(&form, "/p").kind, Kind::Repeat { item_title, .. } if item_title == "Holder"));
}

#[test]
fn hostile_keys_are_just_strings() {
    let form = form(json!({"__proto__": {}, "": {}, "a/b": {}, "c~d": {}, "constructor": {"type": "object", "properties": {"": {}}}}));
    let pointers: Vec<&str> = form.fields.iter().map(|f| f.pointer.as_str()).collect();
    assert_eq!(pointers, ["/__proto__", "/", "/a~1b", "/c~0d", "/constructor/"]);
}

#[test]
fn a_wrong_definition_is_told_by_its_place() {
    let property = |schema: Value| json!({"type": "object", "properties": {"x": schema}});
    for (schema, pointer) in [
        (json!([]), ""),
        (json!(null), ""),
        (json!({"type": "string"}), "/type"),
        (json!({"type": "object", "properties": []}), "/properties"),
        (json!({"type": "object", "required": "x"}), "/required"),
        (json!({"type": "object", "required": [1]}), "/required/0"),
        (property(json!(false)), "/properties/x"),
        (property(json!("text")), "/properties/x"),
        (property(json!({"type": "text"})), "/properties/x/type"),
        (property(json!({"type": "null"})), "/properties/x/type"),
        (property(json!({"title": 1})), "/properties/x/title"),
        (property(json!({"enum": []})), "/properties/x/enum"),
        (property(json!({"enum": ["a", "a"]})), "/properties/x/enum/1"),
        (property(json!({"enum": [{}]})), "/properties/x/enum/0"),
        (property(json!({"oneOf": [{"const": "a", "title": 1}]})), "/properties/x/oneOf/0/title"),
        (property(json!({"type": "array", "items": {"type": "object"}})), "/properties/x/items/properties"),
        (property(json!({"minLength": -1})), "/properties/x/minLength"),
        (property(json!({"minLength": 2, "maxLength": 1})), "/properties/x/minLength"),
        (property(json!({"type": "number", "minimum": "1"})), "/properties/x/minimum"),
        (property(json!({"pattern": 1})), "/properties/x/pattern"),
        (property(json!({"x-visible-when": "a =="})), "/properties/x/x-visible-when"),
        (property(json!({"x-visible-when": true})), "/properties/x/x-visible-when"),
        (property(json!({"type": "array", "items": {"type": "object", "properties": {"doc": {"format": "attachment"}}}})), "/properties/x/items/properties"),
        (property(json!({"x-messages": {"a~b": 1}})), "/properties/x/x-messages/a~0b"),
        (property(json!({"x-material": "wood"})), "/properties/x/x-material"),
        (property(json!({"x-accept": 1, "format": "attachment"})), "/properties/x/x-accept"),
        (property(json!({"enum": ["a"], "default": "b"})), "/properties/x/default"),
        (property(json!({"const": true, "default": true})), "/properties/x/default"),
        (property(json!({"$ref": "https://example.com/schema"})), "/properties/x/$ref"),
        (property(json!({"$ref": "#/$defs/none"})), "/properties/x/$ref"),
        (property(json!({"allOf": {}})), "/properties/x/allOf"),
        (json!({"type": "object", "properties": {}, "x-sections": {}}), "/x-sections"),
        (json!({"type": "object", "properties": {}, "x-sections": [{"title": "t", "fields": []}]}), "/x-sections/0/id"),
        (json!({"type": "object", "properties": {"a": {}}, "x-sections": [{"id": "i", "title": "t", "fields": ["/b"]}]}), "/x-sections/0/fields/0"),
        (json!({"type": "object", "properties": {"a": {}}, "x-sections": [{"id": "i", "title": "t", "fields": ["/a", "/a"]}]}), "/x-sections/0/fields/1"),
        (json!({"type": "object", "properties": {"a": {}}, "x-sections": [{"id": "i", "title": "t", "fields": ["a"]}]}), "/x-sections/0/fields/0"),
    ] {
        match Form::load("1", &schema) {
            Ok(_) => panic!("accepted {schema}"),
            Err(problem) => assert_eq!(problem.pointer, pointer, "{problem} in {schema}"),
        }
    }
}

#[test]
fn a_condition_cannot_break_out_of_its_group() {
    let schema = json!({"type": "object", "properties": {"g": {"type": "object", "x-visible-when": "a", "properties": {"x": {"x-visible-when": "b) || (c"}}}}});
    assert_eq!(Form::load("1", &schema).map(|_| ()).map_err(|p| p.pointer), Err("/properties/g/properties/x/x-visible-when".to_owned()));
}

#[test]
fn a_form_can_be_held_by_a_signal_and_by_a_server() {
    fn sendable<T: Send + Sync + 'static>() {}
    sendable::<Form>();
    sendable::<miaoban::form::Answers>();
}

#[test]
fn the_largest_form_is_loaded_answered_and_checked_without_quadratic_work() {
    let many: Map<String, Value> = (0..20_000).map(|n| (format!("f{n}"), json!({"title": "x", "maxLength": 3, "default": "abc"}))).collect();
    let form = load(json!({"type": "object", "properties": many}));
    let answers = miaoban::form::Answers::new(&form);
    let valid = crate::forms::checker().all(&form, &answers).expect("valid");
    assert_eq!(crate::forms::checker().data(&form, valid.data()), Ok(()));
}

#[test]
fn definitions_without_end_come_to_an_end() {
    let itself = json!({"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#"}}});
    assert!(Form::load("1", &itself).is_err());
    let knot = json!({"type": "object", "properties": {"a": {"$ref": "#/$defs/a"}}, "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}});
    assert!(Form::load("1", &knot).is_err());
    let mut doubling = Map::new();
    for n in 0..30 {
        let next = json!({"$ref": format!("#/$defs/d{}", n + 1)});
        doubling.insert(format!("d{n}"), json!({"type": "object", "properties": {"x": next, "y": next}}));
    }
    doubling.insert("d30".into(), json!({"type": "object", "properties": {}}));
    assert!(Form::load("1", &json!({"type": "object", "properties": {"a": {"$ref": "#/$defs/d0"}}, "$defs": doubling})).is_err());
    let many: Map<String, Value> = (0..20_001).map(|n| (n.to_string(), json!({}))).collect();
    assert!(Form::load("1", &json!({"type": "object", "properties": many})).is_err());
    let mut deep = json!({});
    for _ in 0..40 {
        deep = json!({"type": "array", "items": {"type": "object", "properties": {"a": deep}}});
    }
    assert!(Form::load("1", &json!({"type": "object", "properties": {"a": deep}})).is_err());
}

/// Any JSON that resembles a form definition.
fn schemaish() -> impl Strategy<Value = Value> {
    let key = prop::sample::select(vec![
        "type",
        "properties",
        "items",
        "enum",
        "oneOf",
        "anyOf",
        "allOf",
        "$ref",
        "$defs",
        "required",
        "const",
        "default",
        "format",
        "x-widget",
        "x-sections",
        "x-visible-when",
        "x-messages",
        "title",
        "minLength",
        "minimum",
        "x-accept",
        "a",
        "",
        "__proto__",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        prop::sample::select(vec!["object", "array", "string", "integer", "null", "#", "#/properties/a", "a", "/a", "", "readonly", "repeat", "attachment"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..6).prop_map(|m| Value::Object(m.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_definition_makes_loading_panic(inner in schemaish(), other in schemaish()) {
        let _ = Form::load("1", &inner);
        let _ = Form::load("1", &json!({"type": "object", "properties": {"a": inner, "b": {"type": "object", "properties": other}}}));
    }

    #[test]
    fn what_a_pointer_sets_it_gets(keys in prop::collection::vec("[a-z~/0-9\\-]{0,4}", 0..6), number in any::<i32>()) {
        let pointer = keys.iter().fold(Pointer::root(), |p, k| p.child(k));
        let mut data = Value::Null;
        prop_assert!(pointer.set(&mut data, json!(number)));
        prop_assert_eq!(pointer.get(&data), Some(&json!(number)));
        prop_assert_eq!(pointer.tokens(), keys);
        prop_assert_eq!(Pointer::parse(pointer.as_str()), Ok(pointer));
    }

    #[test]
    fn no_text_makes_pointers_panic(text in "\\PC{0,20}|[/~01a\\-]{0,12}") {
        if let Ok(pointer) = Pointer::parse(&text) {
            for mut data in [json!(null), json!({}), json!([[1], {"a": 2}]), json!("s")] {
                let _ = pointer.get(&data);
                if pointer.set(&mut data, json!(1)) && !text.contains('-') {
                    prop_assert_eq!(pointer.get(&data), Some(&json!(1)));
                }
            }
        }
    }
}
