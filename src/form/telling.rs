//! An answer in words, as people read it rather than as it is sent.

use super::address::LEVELS;
use super::field::{Choice, Field, Kind, Part};
use super::when::shown_time;
use crate::words::ui::Ui;
use crate::words::{fill, format, Lang, Words};
use serde_json::Value;

/// The words of a value, as the field means it: an option's title, yes or no, a date in the reader's language.
pub fn in_words(field: &Field, value: &Value, lang: Lang) -> String {
    match (&field.kind, value) {
        (_, Value::Null) => String::new(),
        (Kind::Choice { options, .. } | Kind::MultiChoice { options }, Value::Array(many)) => listed(many.iter().map(|v| title(options, v)), lang),
        (Kind::Choice { options, .. } | Kind::MultiChoice { options }, one) => title(options, one),
        (_, Value::Bool(b)) => if *b { Ui::Yes } else { Ui::No }.text(lang).to_string(),
        (Kind::Money, Value::Number(n)) => n.as_f64().map_or_else(|| n.to_string(), |yuan| format::money(yuan, lang)),
        (Kind::Date, Value::String(iso)) => format::date(iso, lang),
        (Kind::Time { .. }, Value::String(text)) => shown_time(text),
        (Kind::DateTime, Value::String(text)) => format::moment(text, lang),
        (Kind::DateRange([from, to]), Value::Object(ends)) => {
            let end = |part: &Part| ends.get(&part.key).and_then(Value::as_str).map(|iso| format::date(iso, lang)).unwrap_or_default();
            fill(Ui::RangeWords.text(lang), &[("from", &end(from)), ("to", &end(to))]).trim().to_owned()
        }
        // As it is written on an envelope, in every language.
        (Kind::Address(_), Value::Object(parts)) => LEVELS.iter().filter_map(|level| parts.get(*level)?.as_str()).collect(),
        (Kind::Identifier(kind), Value::String(text)) => crate::model::identifier::group(*kind, text),
        (_, Value::String(text)) => text.clone(),
        (Kind::Repeat { fields, .. }, Value::Array(rows)) => rows.iter().map(|row| row_in_words(fields, row, lang)).collect::<Vec<_>>().join("\n"),
        (Kind::Group { fields, .. }, group) => row_in_words(fields, group, lang),
        (_, Value::Array(many)) => listed(many.iter().map(|v| in_words(field, v, lang)), lang),
        // A file may be answered with everything that is known about it.
        (_, Value::Object(file)) => file.get("name").and_then(Value::as_str).unwrap_or_default().to_string(),
        (_, Value::Number(n)) => n.to_string(),
    }
}

fn row_in_words(fields: &[Field], row: &Value, lang: Lang) -> String {
    listed(fields.iter().filter_map(|f| f.pointer.get(row).map(|v| in_words(f, v, lang))), lang)
}

fn title(options: &[Choice], value: &Value) -> String {
    options.iter().find(|o| o.value == *value).map_or_else(|| value.as_str().unwrap_or_default().to_string(), |o| o.title.clone())
}

/// Several things in a row; empty ones are passed over.
fn listed(parts: impl Iterator<Item = String>, lang: Lang) -> String {
    let parts: Vec<String> = parts.filter(|p| !p.is_empty()).collect();
    parts.join(if lang == Lang::En { ", " } else { "、" })
}
