//! The shipped demo data: every file loads, and every expression in it runs for every person.

use crate::demo_desk::{files, Desk};
use crate::forms::Ecma;
use miaoban::demo::localize::localize;
use miaoban::demo::Catalogue;
use miaoban::form::schema::{Broken, Schema};
use miaoban::form::{Answers, Expression, Form};
use miaoban::model::date::Date;
use miaoban::model::prefill::SourcePrefill;
use miaoban::words::Lang;
use serde_json::{json, Map, Value};
use std::collections::BTreeMap;

fn today() -> Date {
    Date::parse("2026-11-23").expect("a date")
}

struct Data {
    people: Vec<Value>,
    services: Vec<Value>,
}

fn data() -> Data {
    let files = files();
    let of = |prefix: &str| files.iter().filter(|(n, _)| n.starts_with(prefix)).map(|(_, t)| serde_json::from_str(t).expect("JSON")).collect();
    Data { people: of("people/"), services: of("services/") }
}

/// The context that rules see, as CONTRACT names it.
fn context(person: &Value, application: Value, lang: Lang) -> Value {
    let none = Map::new();
    let records: Map<String, Value> =
        person["records"].as_object().unwrap_or(&none).iter().filter(|(_, r)| !r.is_null()).map(|(source, r)| (source.clone(), r["data"].clone())).collect();
    localize(&json!({"person": person, "records": records, "application": application, "history": {"count_this_year": 0}, "today": "2026-11-23"}), lang)
}

fn run(what: &str, text: &Value, context: &Value) -> Value {
    let text = text.as_str().unwrap_or_else(|| panic!("{what} is no expression"));
    let compiled = Expression::compile(text).unwrap_or_else(|e| panic!("{what}: {} in {text}", e.message));
    compiled.eval(context, today()).unwrap_or_else(|e| panic!("{what}: {} in {text}", e.message))
}

fn decides(what: &str, result: &Value) {
    assert!(result.is_boolean() || result.is_null(), "{what} is neither true nor false nor null: {result}");
}

#[test]
fn the_shipped_data_loads_with_six_services_and_six_people() {
    let files = files();
    Catalogue::parse(&files).unwrap_or_else(|e| panic!("{e}"));
    let data = data();
    assert!(data.people.len() >= 6 && data.services.len() >= 6, "{} people, {} services", data.people.len(), data.services.len());
}

#[test]
fn every_expression_runs_for_every_person_and_service() {
    let data = data();
    for service in &data.services {
        for person in &data.people {
            let pair = format!("{} for {}", service["id"], person["id"]);
            for lang in Lang::ALL {
                let before = context(person, Value::Null, lang);
                for condition in service["eligibility"].as_array().into_iter().flatten() {
                    let what = format!("{pair}: condition {}", condition["id"]);
                    decides(&what, &run(&what, &condition["when"], &before));
                }
                let application = filled(service, person, lang);
                let after = context(person, application, lang);
                for rule in service["rules"].as_array().into_iter().flatten() {
                    let what = format!("{pair}: rule {}", rule["id"]);
                    decides(&what, &run(&what, &rule["check"], &after));
                }
                // Whatever the person leaves out, a rule must not break.
                let empty = context(person, json!({}), lang);
                for rule in service["rules"].as_array().into_iter().flatten() {
                    run(&format!("{pair}: rule {} of an empty application", rule["id"]), &rule["check"], &empty);
                }
                slots(&pair, &service["outcomes"], &after, lang);
            }
        }
    }
}

/// The application as the sources alone fill it; every prefill expression runs on the way.
fn filled(service: &Value, person: &Value, lang: Lang) -> Value {
    let schema = localize(&service["form"]["schema"], lang);
    let form = Form::load("test", &schema).unwrap_or_else(|e| panic!("{}: {e}", service["id"]));
    let mut answers = Answers::new(&form);
    for (source, fillings) in service["prefill"].as_object().into_iter().flatten() {
        let record = &person["records"][source];
        if record.is_null() {
            continue;
        }
        let context = localize(&json!({"person": person, "record": record["data"], "certificate": record["certificate"]}), lang);
        let mut fields = Vec::new();
        for filling in fillings.as_array().into_iter().flatten() {
            let what = format!("{} for {}: {source} {}", service["id"], person["id"], filling["pointer"]);
            let value = run(&what, &filling["from"], &context);
            if !value.is_null() {
                fields.push(json!({"pointer": filling["pointer"], "value": value, "level": "A", "edit": "locked"}));
            }
        }
        let prefill: SourcePrefill = serde_json::from_value(json!({"source": source, "name": "", "status": "filled", "fields": fields})).expect("prefill");
        answers.merge(&prefill);
    }
    let data = answers.data(&form, today());
    holds(&format!("{} for {}", service["id"], person["id"]), &schema, &data);
    data
}

/// What sources say breaks nothing in the schema as a whole: what is missing is all that may be wrong.
fn holds(what: &str, schema: &Value, data: &Value) {
    let schema = Schema::compile(schema).unwrap_or_else(|e| panic!("{what}: {e}"));
    let outcome = schema.validate(data, &Ecma, true);
    assert_eq!(outcome.limit, None, "{what}");
    let missing = |broken: &Broken| matches!(broken, Broken::Required(_) | Broken::DependentRequired { .. });
    let wrong: Vec<_> = outcome.violations.iter().filter(|v| !missing(&v.broken)).collect();
    assert!(wrong.is_empty(), "{what}: {wrong:?} in {data}");
}

fn slots(what: &str, value: &Value, context: &Value, lang: Lang) {
    match value {
        Value::Object(all) if all.contains_key("zh-CN") => slots(what, &localize(value, lang), context, lang),
        Value::Object(all) => all.values().for_each(|v| slots(what, v, context, lang)),
        Value::Array(all) => all.iter().for_each(|v| slots(what, v, context, lang)),
        Value::String(text) => {
            for slot in text.split("{{").skip(1) {
                let (source, _) = slot.split_once("}}").unwrap_or_else(|| panic!("{what}: a slot without an end in {text}"));
                let said = run(what, &json!(source.trim()), context);
                assert!(!said.is_object(), "{what}: {source} says {said}");
            }
        }
        _ => {}
    }
}

/// Guards against a designer's slip that shows as a blank page: file and place are named.
#[test]
fn what_is_wrong_is_told_by_file_and_pointer() {
    let wrong = [
        ("services/no-criminal-record.json", "/rules/0/check", json!("records.["), "/rules/0/check"),
        ("services/no-criminal-record.json", "/eligibility/0/when", json!("no_such(("), "/eligibility/0/when"),
        ("services/no-criminal-record.json", "/prefill/identity/0/pointer", json!("/nothing"), "/prefill/identity/0/pointer"),
        ("services/no-criminal-record.json", "/guide/name", json!({"zh-CN": "只有一种"}), "/guide/name"),
        ("services/no-criminal-record.json", "/consent/sources/0/id", json!("nobody"), "/consent/sources/0/id"),
        ("services/no-criminal-record.json", "/outcomes/approved/text", json!("{{ ( }}"), "/outcomes/approved/text"),
        ("services/no-criminal-record.json", "/form/schema/properties/name/type", json!("wormhole"), "/form/schema/properties/name/type"),
        ("people/lin.json", "/born", json!("1990-02-30"), "/born"),
        ("rating.json", "/levels", json!([]), "/levels"),
    ];
    for (file, place, value, pointer) in wrong {
        let problem = Desk::changed(file, place, value).err().unwrap_or_else(|| panic!("{file}{place} was accepted"));
        assert_eq!((problem.file.as_str(), problem.pointer.as_str()), (file, pointer), "{problem}");
    }
    let mut broken = files();
    broken.insert("themes.json".to_owned(), "[{".to_owned());
    assert_eq!(Catalogue::parse(&broken).err().map(|p| p.file), Some("themes.json".to_owned()));
    let mut missing = files();
    missing.remove("people/lin.json");
    assert_eq!(Catalogue::parse(&missing).err().map(|p| p.file), Some("people/lin.json".to_owned()));
    assert!(Catalogue::parse(&BTreeMap::new()).is_err());
}
