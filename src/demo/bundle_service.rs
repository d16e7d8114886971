//! A bundle in the making counts as a service (`bundle:ID`): one consent, one prefill, one draft for all of its services. Pointers into its data
//! begin with the id of the service that they belong to.

use super::decision_rules::Outcomes;
use super::localize::text;
use super::service::{Choosing, Filling, Service, Terms, TermsSource};
use crate::form::{Expression, Pointer};
use crate::model::session::Level;
use crate::words::Lang;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What such a service is called and asks consent for.
pub(super) struct Head {
    pub id: String,
    pub icon: String,
    pub name: Value,
    pub version: String,
    pub terms_version: String,
    pub purpose: Value,
}

impl Head {
    /// The service that stands for these.
    pub fn joined(&self, members: &[&Service]) -> Service {
        let mut prefill: BTreeMap<String, Vec<Filling>> = BTreeMap::new();
        let mut choose: BTreeMap<String, Choosing> = BTreeMap::new();
        for member in members {
            let base = Pointer::root().child(&member.id);
            for (source, fillings) in &member.prefill {
                prefill.entry(source.clone()).or_default().extend(fillings.iter().map(|f| Filling { pointer: f.pointer.under(&base), ..f.clone() }));
            }
            // A source is asked once which certificate it is about.
            for (source, choosing) in &member.choose {
                choose.entry(source.clone()).or_insert_with(|| Choosing { pointer: choosing.pointer.under(&base), ..choosing.clone() });
            }
        }
        Service {
            id: self.id.clone(),
            icon: self.icon.clone(),
            name: self.name.clone(),
            agency: agencies(members),
            level_to_submit: members.iter().map(|m| m.level_to_submit).max().unwrap_or(Level::Verified),
            form_version: self.version.clone(),
            terms: Terms { version: self.terms_version.clone(), purpose: self.purpose.clone(), sources: sources(members) },
            prefill,
            choose,
            ..Service::empty()
        }
    }
}

/// The departments, each once.
pub(super) fn agencies_in(members: &[&Service], lang: Lang) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in members.iter().map(|m| text(&m.agency, lang)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn agencies(members: &[&Service]) -> Value {
    let between = |lang: Lang| if lang == Lang::En { ", " } else { "、" };
    let one = |lang: Lang| (lang.tag().to_owned(), Value::String(agencies_in(members, lang).join(between(lang))));
    Value::Object(Lang::ALL.into_iter().map(one).collect::<Map<_, _>>())
}

/// Each source once: for the first purpose that it is asked for, with all that any of them reads, and asked of everybody whom one of them asks.
fn sources(members: &[&Service]) -> Vec<TermsSource> {
    let mut all: Vec<TermsSource> = Vec::new();
    for asked in members.iter().flat_map(|m| &m.terms.sources) {
        let Some(known) = all.iter_mut().find(|s| s.id == asked.id) else {
            all.push(asked.clone());
            continue;
        };
        for field in &asked.fields {
            if !known.fields.contains(field) {
                known.fields.push(field.clone());
            }
        }
        known.when = match (known.when.take(), &asked.when) {
            (Some(one), Some(other)) if one.as_str() == other.as_str() => Some(one),
            (Some(one), Some(other)) => Expression::compile(&format!("({}) || ({})", one.as_str(), other.as_str())).ok(),
            _ => None,
        };
    }
    all
}

impl Service {
    /// One of which nothing is known: a bundle has no form and is decided by no rule of its own.
    fn empty() -> Self {
        Self {
            id: String::new(),
            icon: String::new(),
            popularity: 0,
            minutes: None,
            modes: Value::Array(Vec::new()),
            search: Vec::new(),
            themes: Vec::new(),
            name: Value::Null,
            agency: Value::Null,
            guide: Value::Null,
            windows: Vec::new(),
            terms: Terms { version: String::new(), purpose: Value::Null, sources: Vec::new() },
            level_to_submit: Level::Verified,
            conditions: Vec::new(),
            represent: Vec::new(),
            instead: Value::Array(Vec::new()),
            form_version: String::new(),
            schema: Value::Null,
            forms: Vec::new(),
            prefill: BTreeMap::new(),
            choose: BTreeMap::new(),
            checks: Vec::new(),
            rules: Vec::new(),
            outcomes: Outcomes::default(),
        }
    }
}
