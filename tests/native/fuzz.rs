//! Definitions, answers and prefills that nobody would write: those of the corpus, and what becomes of them when parts are swapped, lost,
//! renamed and nested. A definition that broke something once belongs into the corpus.

use crate::forms::{checker, today};
use miaoban::form::{count, Answers, Current, Field, Form, Kind};
use miaoban::model::identifier::IdentifierKind;
use miaoban::model::prefill::SourcePrefill;
use proptest::prelude::*;
use serde_json::{json, Value};
use std::path::Path;
use std::sync::OnceLock;

/// The corpus, and the forms of the demo in one language.
fn corpus() -> &'static [Value] {
    static CORPUS: OnceLock<Vec<Value>> = OnceLock::new();
    CORPUS.get_or_init(read_corpus)
}

fn in_one_language(value: &mut Value) {
    match value {
        Value::Object(map) if map.contains_key("en") => *value = map["en"].clone(),
        Value::Object(map) => map.values_mut().for_each(in_one_language),
        Value::Array(list) => list.iter_mut().for_each(in_one_language),
        _ => {}
    }
}

fn read_corpus() -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &Path| -> Value { serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON") };
    let files = |folder: &str| {
        let mut files: Vec<_> = std::fs::read_dir(root.join(folder)).expect("a folder").map(|f| f.expect("a file").path()).collect();
        files.sort();
        files
    };
    let own = files("tests/native/corpus").into_iter().map(|f| read(&f));
    let mut all: Vec<Value> = own.chain(files("public/demo/services").into_iter().map(|f| read(&f)["form"]["schema"].take())).collect();
    all.iter_mut().for_each(in_one_language);
    all
}

/// One change: where, what and with what, as numbers that are brought into range by what there is.
type Change = (usize, usize, usize);

fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(map) => map.iter().for_each(|(key, inner)| places(inner, &format!("{here}/{}", key.replace('~', "~0").replace('/', "~1")), found)),
        Value::Array(list) => list.iter().enumerate().for_each(|(at, inner)| places(inner, &format!("{here}/{at}"), found)),
        _ => {}
    }
}

fn pick(of: &[String], at: usize) -> &str {
    of.get(at % of.len().max(1)).map_or("", String::as_str)
}

fn changed(document: &mut Value, donor: &Value, (place, what, with): Change) {
    let (mut own, mut other) = (Vec::new(), Vec::new());
    places(document, "", &mut own);
    places(donor, "", &mut other);
    let given = donor.pointer(pick(&other, with)).cloned().unwrap_or_default();
    let refer = json!({"$ref": format!("#{}", pick(&own, with))});
    let Some(here) = document.pointer_mut(pick(&own, place)) else { return };
    let scalars = [
        json!(null),
        json!(-1),
        json!(1e308),
        json!("__proto__"),
        json!(""),
        json!([]),
        json!({}),
        json!(true),
        json!("^(a|aa)+$"),
        json!(9007199254740993u64),
    ];
    match what % 7 {
        0 => *here = given,
        1 => *here = scalars[with % scalars.len()].clone(),
        2 => *here = refer,
        3 => *here = json!({"type": "array", "items": here.take()}),
        4 => *here = json!({["oneOf", "anyOf", "allOf"][with % 3]: [here.take(), given]}),
        5 => {
            if let Value::Object(map) = here {
                let key = map.keys().nth(with % map.len().max(1)).cloned().unwrap_or_default();
                map.remove(&key);
            }
        }
        _ => {
            if let Value::Object(map) = here {
                let keywords =
                    ["if", "then", "else", "properties", "items", "prefixItems", "x-computed", "x-visible-when", "dependentSchemas", "required", "$defs"];
                map.insert(keywords[with % keywords.len()].to_owned(), given);
            }
        }
    }
}

fn prefill(pointers: &[String], at: usize, value: &Value, locked: bool) -> SourcePrefill {
    let pointer = if at.is_multiple_of(5) { "/__proto__/polluted" } else { pick(pointers, at) };
    let fields = if pointer.is_empty() {
        json!([])
    } else {
        json!([{"pointer": pointer, "value": value, "level": "A", "edit": if locked { "locked" } else { "allowed" }}])
    };
    serde_json::from_value(json!({"source": format!("s{}", at % 3), "name": "S", "status": "filled", "fields": fields})).expect("a prefill")
}

fn values(of: usize, donor: &Value) -> Value {
    let some = [
        json!("x"),
        json!(" 12 "),
        json!(3),
        json!(true),
        json!(null),
        json!(["a", null]),
        json!([{}, {"a": true, "b": 2}]),
        json!({"name": "n", "children": [{}]}),
        json!("2026-01-05"),
    ];
    if of.is_multiple_of(4) {
        donor.clone()
    } else {
        some[of % some.len()].clone()
    }
}

/// An answer such as a person would give, as far as that is easily said.
fn fitting(field: &Field, depth: usize) -> Value {
    match &field.kind {
        Kind::Choice { options, .. } => options.first().map(|o| o.value.clone()).unwrap_or_default(),
        Kind::MultiChoice { options } => options.iter().take(1).map(|o| o.value.clone()).collect(),
        Kind::Number { .. } | Kind::Money => json!(field.limits.minimum.unwrap_or(1.0).ceil() as i64),
        Kind::YesNo | Kind::Declaration => json!(true),
        Kind::Date => json!("2026-01-05"),
        Kind::Email => json!("a@b.cn"),
        Kind::Uri => json!("https://b.cn"),
        Kind::Identifier(IdentifierKind::Mobile) => json!("13800138000"),
        Kind::Identifier(IdentifierKind::Uscc) => json!("91350100M000100Y43"),
        Kind::Identifier(_) => json!("110101202311012176"),
        Kind::File { many, .. } => {
            if *many {
                json!(["f"])
            } else {
                json!("f")
            }
        }
        Kind::Repeat { .. } if depth > 3 => Value::Null,
        Kind::Repeat { fields, .. } if fields.is_plain() => fields.iter().map(|f| fitting(f, depth + 1)).collect(),
        Kind::Repeat { fields, .. } => {
            let mut item = json!({});
            fields.iter().filter(|f| f.required).for_each(|f| assert!(f.pointer.set(&mut item, fitting(f, depth + 1))));
            json!([item])
        }
        _ => json!("text"),
    }
}

/// Everything that a page and a backend do with a form.
fn used(schema: &Value, donor: &Value, edits: &[(usize, usize, bool)]) -> Result<(), TestCaseError> {
    let Ok(form) = Form::load("1", schema) else { return Ok(()) };
    let mut answers = Answers::new(&form);
    let mut current = Current::new(&form, &answers, today());
    let pointers: Vec<String> = form.fields.iter().map(|f| f.pointer.as_str().to_owned()).collect();
    for (at, what, typed) in edits {
        let value = values(*what, donor);
        if *typed {
            let Some(field) = form.field(pick(&pointers, *at)) else { continue };
            let value = if what % 3 == 0 { value } else { fitting(field, 0) };
            if answers.type_in(field, value).is_ok() {
                current.change(&form, &answers, field.index, today());
            }
        } else {
            answers.merge(&prefill(&pointers, *at, &value, what % 2 == 0));
            current = Current::new(&form, &answers, today());
        }
    }
    if edits.len().is_multiple_of(2) {
        // Once through the form, as a person goes.
        for field in &form.fields {
            if current.shown().get(field.index) == Some(&true)
                && !answers.is_answered(field)
                && answers.type_in(field, fitting(current.shape(field), 0)).is_ok()
            {
                current.change(&form, &answers, field.index, today());
            }
        }
    }
    let data = answers.data(&form, today());
    prop_assert_eq!(&current.submitted(&form), &data);
    prop_assert_eq!(current.count(), count(&form, &answers, today()));
    if let Ok(valid) = checker().all(&form, &answers) {
        prop_assert_eq!(valid.data(), &data);
        let judged = checker().data(&form, valid.data());
        prop_assert!(judged.is_ok(), "the page says it may be submitted: {data}; the backend says {judged:?}");
    }
    let mut restored = Answers::new(&form);
    let lost = restored.restore(&form, &answers.typed());
    prop_assert!(lost.iter().all(|p| form.field(p).is_none_or(|f| f.read_only) || answers.typed().contains_key(p)));
    let _ = checker().data(&form, donor);
    Ok(())
}

/// Guards against a corpus that no longer reaches what it was kept for.
#[test]
fn the_corpus_is_used_as_it_is() {
    for schema in corpus() {
        let edits: Vec<_> = (0..40).map(|n| (n * 7, n * 3 + 1, n % 3 != 0)).collect();
        used(schema, &json!({"a": "b"}), &edits).unwrap_or_else(|e| panic!("{e} in {schema}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_definition_no_answer_and_no_prefill_breaks_the_engine(
        (from, other) in (0usize..100, 0usize..100),
        changes in prop::collection::vec((0usize..4_000, 0usize..7, 0usize..4_000), 0..16),
        edits in prop::collection::vec((0usize..200, 0usize..40, any::<bool>()), 0..24),
    ) {
        let all = corpus();
        let (mut schema, donor) = (all[from % all.len()].clone(), &all[other % all.len()]);
        for change in changes {
            let mut next = schema.clone();
            changed(&mut next, donor, change);
            // Most changes are refused, as they should be; those that are not add up.
            if Form::load("1", &next).is_ok() {
                schema = next;
            }
        }
        used(&schema, donor, &edits)?;
    }
}
