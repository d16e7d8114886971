//! What only the backend knows of a bundle: what it knows of the guide's answers already, what one service hands to another, who else has to
//! confirm, how things reach the person, and what comes after.

use super::catalogue::Source;
use super::reader::{Node, Read};
use super::service::{known_source, Service};
use super::template;
use crate::form::Expression;
use serde_json::Value;
use std::collections::BTreeMap;

/// A question that a source may answer.
pub(super) struct KnownBy {
    pub question: String,
    pub source: String,
    /// Over `{person, records}`; null where it is not known.
    pub from: Expression,
}

/// How a service takes part.
pub(super) struct MemberTerms {
    pub service: String,
    /// In the order of the definition's.
    pub flows: Vec<Flow>,
    /// How long it takes in the demo beside its rules.
    pub demo_ms: i64,
}

/// What a result is, over `{document, application}` of the service that gives it.
pub(super) struct Flow {
    pub value: Expression,
}

/// Who has to confirm their share before a service begins.
pub(super) struct Parties {
    pub service: String,
    /// A list of them, over the service's data; the others are over one of it.
    pub each: Expression,
    pub id_number: Expression,
    pub name: Expression,
    pub what: Value,
    pub lines: Vec<PartyLine>,
}

pub(super) struct PartyLine {
    pub label: Value,
    pub value: Expression,
}

/// How results reach the person.
#[derive(Default)]
pub(super) struct Delivery {
    pub ways: Vec<Way>,
    /// Services whose document lies in the wallet.
    pub electronic: Vec<String>,
}

pub(super) struct Way {
    pub id: String,
    pub name: Value,
    pub text: Value,
}

/// What comes after it is done.
pub(super) struct Next {
    pub title: Value,
    pub text: Value,
    pub after_days: Option<u64>,
    /// A policy: over `{answers, parts, records, person}`, told only where it holds.
    pub when: Option<Expression>,
    pub because: Value,
    pub basis: Value,
}

pub(super) fn read_known(node: &Node<'_>, sources: &BTreeMap<String, Source>) -> Read<Vec<KnownBy>> {
    let mut all = Vec::new();
    for question in node.list("questions")? {
        if let Some(known) = question.maybe("known") {
            let source = known_source(&known.at("source")?, sources)?;
            all.push(KnownBy { question: question.at("id")?.text()?, source, from: known.at("from")?.expression()? });
        }
    }
    Ok(all)
}

pub(super) fn read_next(node: &Node<'_>) -> Read<Vec<Next>> {
    node.list("next")?.iter().map(Next::read).collect()
}

impl Flow {
    pub fn read(node: &Node<'_>) -> Read<Self> {
        Ok(Self { value: node.at("value")?.expression()? })
    }
}

impl Parties {
    pub fn read(node: &Node<'_>, members: &[&Service]) -> Read<Self> {
        let line = |node: &Node<'_>| Ok(PartyLine { label: node.at("label")?.words()?, value: node.at("value")?.expression()? });
        Ok(Self {
            service: member(&node.at("service")?, members)?,
            each: node.at("each")?.expression()?,
            id_number: node.at("id_number")?.expression()?,
            name: node.at("name")?.expression()?,
            what: told(node, "what")?.ok_or_else(|| node.wrong("has no “what”"))?,
            lines: node.list("lines")?.iter().map(line).collect::<Read<_>>()?,
        })
    }
}

impl Delivery {
    pub fn read(node: &Node<'_>, members: &[&Service]) -> Read<Self> {
        let way = |node: &Node<'_>| Ok(Way { id: node.at("id")?.text()?, name: node.at("name")?.words()?, text: node.at("text")?.words()? });
        Ok(Self {
            ways: node.list("ways")?.iter().map(way).collect::<Read<_>>()?,
            electronic: node.list("electronic")?.iter().map(|n| member(n, members)).collect::<Read<_>>()?,
        })
    }
}

impl Next {
    fn read(node: &Node<'_>) -> Read<Self> {
        Ok(Self {
            title: told(node, "title")?.ok_or_else(|| node.wrong("has no “title”"))?,
            text: told(node, "text")?.ok_or_else(|| node.wrong("has no “text”"))?,
            after_days: node.maybe("due").map(|due| due.at("after_days")?.number()).transpose()?,
            when: node.maybe("when").map(|n| n.expression()).transpose()?,
            because: told(node, "because")?.unwrap_or(Value::Null),
            basis: told(node, "basis")?.unwrap_or(Value::Null),
        })
    }
}

fn member(node: &Node<'_>, members: &[&Service]) -> Read<String> {
    let id = node.text()?;
    if members.iter().all(|s| s.id != id) {
        return Err(node.wrong("names a service that the bundle does not have"));
    }
    Ok(id)
}

/// A text with slots, if the member is there.
fn told(node: &Node<'_>, key: &str) -> Read<Option<Value>> {
    let Some(member) = node.maybe(key) else { return Ok(None) };
    template::check(&member)?;
    member.words().map(Some)
}
