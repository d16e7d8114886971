//! What expressions of the data see: `{person, records, application, history, today}`, and no source that must not be read.

use super::exchange::Exchange;
use super::localize::localize;
use super::people::Person;
use super::prefill;
use super::service::Service;
use crate::model::date::Date;
use crate::words::Lang;
use serde_json::{json, Map, Value};
use std::collections::BTreeMap;

/// Sources that cannot be read for this application, and why: `refused` by the person, or `down`.
pub(super) type Hidden = BTreeMap<String, String>;

/// The context of rules, conditions and texts.
pub(super) struct Facts<'a> {
    pub service: &'a Service,
    pub person: &'a Person,
    pub hidden: &'a Hidden,
    pub application: &'a Value,
    /// Earlier applications of this year for the service.
    pub count_this_year: u64,
    pub today: Date,
}

impl Facts<'_> {
    /// The context in a language: records and application are compared in the words of the same one.
    pub fn context(&self, lang: Lang) -> Value {
        let readable = self.person.records.iter().filter(|(source, _)| !self.hidden.contains_key(*source));
        // Of several certificates the one that the application is about.
        let meant = |source: &str| prefill::meant(self.service, self.person, source, self.application, self.today);
        let records: Map<String, Value> =
            readable.map(|(source, record)| (source.clone(), localize(&meant(source).unwrap_or(&record.first).data, lang))).collect();
        json!({
            "person": localize(&self.person.value, lang),
            "records": records,
            "application": self.application,
            "history": {"count_this_year": self.count_this_year},
            "today": self.today.to_string(),
        })
    }
}

/// The first hidden source whose record an expression reads.
pub(super) fn hidden_source<'a>(expression: &str, hidden: &'a Hidden) -> Option<&'a str> {
    hidden.keys().map(String::as_str).find(|source| {
        let plain = format!("records.{source}");
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        expression.match_indices(&plain).any(|(at, _)| expression.get(at + plain.len()..).is_some_and(ends))
            || expression.contains(&format!("records.\"{source}\""))
    })
}

/// The sources that a fault keeps from answering.
pub(super) fn down(x: &Exchange<'_>) -> Hidden {
    let all = x.catalogue.sources.keys().filter(|source| x.faults.concerns("source-down", source));
    all.map(|source| (source.clone(), "down".to_owned())).collect()
}

/// How often this person applied for the service this year: before the demo, and in it with success.
pub(super) fn count_this_year(x: &Exchange<'_>, person: &Person, service: &Service) -> u64 {
    let year = x.today().year();
    let mine = x.store.list(super::applications::KIND);
    let approved = mine.iter().filter(|(_, a)| {
        let at = a["at"].as_i64().map(crate::model::date::Moment);
        a["person"] == person.id.as_str()
            && a["service"] == service.id.as_str()
            && a["outcome"] == "approved"
            && at.is_some_and(|at| at <= x.now && at.date_in_china().year() == year)
    });
    person.history.get(&service.id).copied().unwrap_or(0) + approved.count() as u64
}
