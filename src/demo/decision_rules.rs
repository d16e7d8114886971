//! The rules a service is decided by, and what each outcome says, as read from the data.

use super::catalogue::Source;
use super::reader::{Node, Read};
use super::service::known_source;
use super::template;
use crate::form::Expression;
use serde_json::Value;
use std::collections::BTreeMap;

/// One rule: an expression over the application and the person's records that is true, false, or null where it cannot tell.
pub(super) struct Rule {
    pub id: String,
    pub text: Value,
    pub source: Option<String>,
    pub check: Expression,
    pub failed: Value,
    pub unsure: Value,
    /// How long the comparison takes, in milliseconds.
    pub ms: i64,
}

/// What is said and issued for each decision.
#[derive(Default)]
pub(super) struct Outcomes {
    pub approved: Outcome,
    pub rejected: Outcome,
    pub manual: Outcome,
}

#[derive(Default)]
pub(super) struct Outcome {
    pub title: Value,
    pub text: Value,
    pub next: Vec<Value>,
    pub document: Option<DocumentPlan>,
    /// Who looks at it (manual).
    pub by: Value,
    /// How long they have, in working days (manual).
    pub working_days: u64,
}

/// A certificate or notice to be issued.
pub(super) struct DocumentPlan {
    /// `certificate` or `notice`.
    pub kind: String,
    pub title: Value,
    pub issuer: Value,
    pub valid_months: Option<u64>,
    pub body: Vec<Value>,
    pub fields: Vec<PlannedField>,
    pub prefix: String,
}

/// A line of a document.
pub(super) struct PlannedField {
    pub label: Value,
    pub value: Value,
    /// How it is masked until the person asks for the whole of it.
    pub mask: Option<String>,
}

impl Rule {
    pub fn read(node: &Node<'_>, sources: &BTreeMap<String, Source>) -> Read<Self> {
        Ok(Self {
            id: node.at("id")?.text()?,
            text: spoken(node, "text")?.ok_or_else(|| node.wrong("has no “text”"))?,
            source: node.maybe("source").map(|n| known_source(&n, sources)).transpose()?,
            check: node.at("check")?.expression()?,
            failed: spoken(node, "failed")?.unwrap_or(Value::Null),
            unsure: spoken(node, "unsure")?.unwrap_or(Value::Null),
            ms: node.maybe("ms").map_or(Ok(350), |n| n.number())?.min(600_000) as i64,
        })
    }
}

impl Outcomes {
    pub fn read(node: &Node<'_>) -> Read<Self> {
        Ok(Self {
            approved: Outcome::read(&node.at("approved")?)?,
            rejected: Outcome::read(&node.at("rejected")?)?,
            manual: Outcome::read(&node.at("manual")?)?,
        })
    }
}

impl Outcome {
    fn read(node: &Node<'_>) -> Read<Self> {
        template::check(node)?;
        Ok(Self {
            title: node.at("title")?.words()?,
            text: node.at("text")?.words()?,
            next: node.word_list("next")?,
            document: node.maybe("document").map(|n| DocumentPlan::read(&n)).transpose()?,
            by: node.maybe("by").map(|n| n.words()).transpose()?.unwrap_or(Value::Null),
            working_days: node.maybe("working_days").map_or(Ok(3), |n| n.number())?,
        })
    }
}

impl DocumentPlan {
    fn read(node: &Node<'_>) -> Read<Self> {
        let kind = node.at("kind")?.text()?;
        if !matches!(kind.as_str(), "certificate" | "notice") {
            return Err(node.wrong_at("/kind", "has to be certificate or notice"));
        }
        let fields = node.list("fields")?.iter().map(PlannedField::read).collect::<Read<_>>()?;
        Ok(Self {
            kind,
            title: node.at("title")?.words()?,
            issuer: node.at("issuer")?.words()?,
            valid_months: node.maybe("valid_months").map(|n| n.number()).transpose()?,
            body: node.word_list("body")?,
            fields,
            prefix: node.maybe("number_prefix").map_or_else(|| Ok("SZ".to_owned()), |n| n.text())?,
        })
    }
}

impl PlannedField {
    fn read(node: &Node<'_>) -> Read<Self> {
        let mask = node.maybe("mask").map(|n| n.text()).transpose()?;
        if mask.as_deref().is_some_and(|mask| !matches!(mask, "name" | "id" | "phone" | "address" | "card")) {
            return Err(node.wrong_at("/mask", "has to be name, id, phone, address or card"));
        }
        Ok(Self { label: node.at("label")?.words()?, value: node.at("value")?.words()?, mask })
    }
}

/// A text with slots, if the member is there.
fn spoken(node: &Node<'_>, key: &str) -> Read<Option<Value>> {
    let Some(member) = node.maybe(key) else { return Ok(None) };
    template::check(&member)?;
    member.words().map(Some)
}
