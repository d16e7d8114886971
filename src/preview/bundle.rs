//! Bundles of the demo data as a backend answers with them, so that examples and tests of the guide and the plan need nothing else of one.

use crate::backend::transport::{header, Call, Method, Reply, TransportError};
use serde_json::{json, Value};

macro_rules! files {
    ($folder:literal $($name:literal)+) => {
        &[$(($name, include_str!(concat!("../../public/demo/", $folder, "/", $name, ".json")))),+]
    };
}

const BUNDLES: &[(&str, &str)] = files!("bundles" "home-transfer" "newborn");

/// What they are made of.
const SERVICES: &[(&str, &str)] = files!(
    "services"
    "property-transfer" "water-transfer" "power-transfer" "gas-transfer"
    "birth-certificate" "birth-registration" "newborn-insurance" "newborn-social-card" "childbirth-registration" "vaccination" "newborn-premium"
    "maternity-expenses" "parenting-registration"
);

/// What a call comes back with.
pub type Answered = Option<Result<Reply, TransportError>>;

/// Answers for a bundle of which these answers are known; `None` for calls about anything else.
pub fn answer(call: &Call, bundle: &str, known: &[(&str, Value)]) -> Answered {
    answer_with(call, bundle, known, |_| {})
}

/// [`answer`], with something done to the definition.
pub fn answer_with(call: &Call, bundle: &str, known: &[(&str, Value)], change: impl FnOnce(&mut Value)) -> Answered {
    if call.method != Method::Get {
        return None;
    }
    let lang = header(&call.headers, "Accept-Language").unwrap_or("zh-CN").split([',', ';']).next().unwrap_or_default();
    let path = call.path.split('?').next().unwrap_or_default();
    if path == format!("/bundles/{bundle}/known") {
        let source = in_language(&json!({"zh-CN": "居民身份证", "zh-Hant": "居民身份證", "en": "ID card"}), lang);
        let answers: Vec<Value> = known.iter().map(|(question, value)| json!({"question": question, "value": value, "source": source})).collect();
        return reply(&json!({"answers": answers}));
    }
    if path != format!("/bundles/{bundle}") {
        return None;
    }
    let mut defined = definition(bundle, lang)?;
    change(&mut defined);
    reply(&defined)
}

/// The definition of a bundle as the contract has it.
fn definition(bundle: &str, lang: &str) -> Option<Value> {
    let mut defined = in_language(&file(BUNDLES, bundle)?, lang);
    let guide = defined.as_object_mut()?.remove("guide")?;
    for (name, value) in guide.as_object()? {
        // Examples show no windows of a bundle.
        if name != "windows" {
            defined[name] = value.clone();
        }
    }
    for member in defined.get_mut("services")?.as_array_mut()? {
        let id = member.as_object_mut()?.remove("id")?;
        let service = in_language(&file(SERVICES, id.as_str()?)?, lang);
        member["service"] = json!({"id": id, "name": service["guide"]["name"], "agency": service["guide"]["agency"], "icon": service["icon"]});
    }
    Some(defined)
}

fn file(files: &[(&str, &str)], name: &str) -> Option<Value> {
    let (_, text) = files.iter().find(|(file, _)| *file == name)?;
    serde_json::from_str(text).ok()
}

/// The same with every text in one language.
fn in_language(value: &Value, lang: &str) -> Value {
    match value {
        Value::Object(members) => match members.get(lang).filter(|_| members.contains_key("zh-CN")) {
            Some(text) => text.clone(),
            None => members.iter().map(|(name, value)| (name.clone(), in_language(value, lang))).collect(),
        },
        Value::Array(items) => items.iter().map(|item| in_language(item, lang)).collect(),
        other => other.clone(),
    }
}

/// A good answer.
pub fn reply(body: &Value) -> Answered {
    let headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
    Some(Ok(Reply { status: 200, headers, body: body.to_string().into_bytes() }))
}
