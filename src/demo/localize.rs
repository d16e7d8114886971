//! Collapses `{"zh-CN": …, "zh-Hant": …, "en": …}` objects of the demo data into the reader's language.

use crate::words::Lang;
use serde_json::{Map, Value};

/// The value with every translation object replaced by its text in `lang` (by the Simplified Chinese one where it lacks it).
pub fn localize(value: &Value, lang: Lang) -> Value {
    match value {
        Value::Object(members) => match translation(members) {
            true => localize(pick(members, lang), lang),
            false => Value::Object(members.iter().map(|(k, v)| (k.clone(), localize(v, lang))).collect()),
        },
        Value::Array(items) => Value::Array(items.iter().map(|v| localize(v, lang)).collect()),
        other => other.clone(),
    }
}

/// The text of a localised string; empty where it is none.
pub fn text(value: &Value, lang: Lang) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(members) if translation(members) => match pick(members, lang) {
            Value::String(text) => text.clone(),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// Whether an object is one text in several languages: it has the default language and nothing but languages.
pub fn translation(members: &Map<String, Value>) -> bool {
    members.contains_key(Lang::Hans.tag()) && members.keys().all(|key| Lang::ALL.iter().any(|lang| lang.tag() == key))
}

fn pick(members: &Map<String, Value>, lang: Lang) -> &Value {
    members.get(lang.tag()).or_else(|| members.get(Lang::Hans.tag())).unwrap_or(&Value::Null)
}
