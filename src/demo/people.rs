//! The invented people of the demo and what registers know about them.

use super::catalogue::{Catalogue, Source};
use super::localize;
use super::password::Account;
use super::reader::{Node, Read};
use super::seeds::Seed;
use super::service::Service;
use crate::model::date::Date;
use crate::words::Lang;
use serde_json::{json, Map, Value};
use std::collections::BTreeMap;

/// A person of the demo.
pub(super) struct Person {
    pub id: String,
    /// One line for whoever picks a person: who this is.
    pub label: Value,
    pub name: Value,
    pub born: Date,
    /// Absent where the person has no password.
    pub account: Option<Account>,
    /// What expressions see as `person`: the file without its records.
    pub value: Value,
    pub records: BTreeMap<String, Record>,
    /// Applications of this year and before the demo, by service.
    pub history: BTreeMap<String, u64>,
    /// Applications that exist once the person signs in to the demo.
    pub applications: Vec<Seed>,
}

/// What one source has on a person.
pub(super) struct Record {
    /// The certificate that speaks where nobody picks one.
    pub first: Held,
    /// Further ones that the person holds of the same source: a second house, a second car.
    pub others: Vec<Held>,
}

/// A certificate and what it says.
pub(super) struct Held {
    /// name?, issuer, issued_on, expires_on?, identifier?; null for a plain register.
    pub certificate: Value,
    pub expires_on: Option<Date>,
    pub data: Value,
}

impl Person {
    /// A company: applied for by its officers, and nobody who signs in.
    pub fn is_company(&self) -> bool {
        self.value["kind"] == "company"
    }

    pub fn read(node: &Node<'_>, sources: &BTreeMap<String, Source>, services: &[Service]) -> Read<Self> {
        let mut records = BTreeMap::new();
        if let Some(all) = node.maybe("records") {
            for (source, record) in all.members()? {
                if !sources.contains_key(source) {
                    return Err(record.wrong("names a source that sources.json does not have"));
                }
                if !record.value.is_null() {
                    records.insert(source.to_owned(), Record::read(&record)?);
                }
            }
        }
        let mut history = BTreeMap::new();
        if let Some(all) = node.maybe("history") {
            for (service, entry) in all.members()? {
                history.insert(service.to_owned(), entry.at("count_this_year")?.number()?);
            }
        }
        let members = node.value.as_object().cloned().unwrap_or_default();
        let seen: Map<String, Value> =
            members.into_iter().filter(|(key, _)| !matches!(key.as_str(), "records" | "history" | "label" | "applications" | "account")).collect();
        Ok(Self {
            id: node.at("id")?.text()?,
            label: node.at("label")?.words()?,
            name: node.at("name")?.words()?,
            born: node.at("born")?.date()?,
            account: node.maybe("account").map(|n| Account::read(&n)).transpose()?,
            value: Value::Object(seen),
            records,
            history,
            applications: node.list("applications")?.iter().map(|seed| Seed::read(seed, services)).collect::<Read<_>>()?,
        })
    }
}

impl Record {
    fn read(node: &Node<'_>) -> Read<Self> {
        Ok(Self { first: Held::read(node)?, others: node.list("others")?.iter().map(Held::read).collect::<Read<_>>()? })
    }

    /// All of them, the first first.
    pub fn all(&self) -> impl Iterator<Item = &Held> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

impl Held {
    /// The day from which it is out of date, where that day is past.
    pub fn over(&self, today: Date) -> Option<Date> {
        self.expires_on.filter(|day| *day < today)
    }

    fn read(node: &Node<'_>) -> Read<Self> {
        let mut expires_on = None;
        let certificate = match node.maybe("certificate") {
            Some(certificate) => {
                certificate.at("issuer")?.words()?;
                certificate.maybe("issued_on").map(|n| n.date()).transpose()?;
                expires_on = certificate.maybe("expires_on").map(|n| n.date()).transpose()?;
                certificate.value.clone()
            }
            None => Value::Null,
        };
        let data = node.at("data")?;
        data.members()?;
        Ok(Self { certificate, expires_on, data: data.value.clone() })
    }
}

/// The people of the demo, for a provider's page or a menu of scenarios: `[{id, name, label}]`.
pub fn people(catalogue: &Catalogue, lang: Lang) -> Value {
    let people = catalogue.people.iter().filter(|p| !p.is_company());
    people.map(|p| json!({"id": p.id, "name": localize::text(&p.name, lang), "label": localize::text(&p.label, lang)})).collect()
}
