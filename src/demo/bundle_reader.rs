//! Reads the definition of a bundle (`bundles/*.json`) strictly: what it names is there, what it computes compiles, and in every language it is
//! what [`Definition::check`] asks of a bundle.

use super::bundle_service::Head;
use super::bundle_terms::{read_known, read_next, Delivery, Flow, MemberTerms, Parties};
use super::bundles::Bundle;
use super::catalogue::{Source, Theme};
use super::localize::localize;
use super::reader::{CatalogueProblem, Node, Read};
use super::service::{known_service, Service};
use crate::bundle::Definition;
use crate::form::Pointer;
use crate::model::bundle::{self, service_id};
use crate::model::read::Read as _;
use crate::words::Lang;
use serde_json::{json, Map, Value};
use std::collections::BTreeMap;

/// What a bundle may name.
pub(super) struct Known<'a> {
    pub services: &'a [Service],
    pub sources: &'a BTreeMap<String, Source>,
    pub windows: &'a BTreeMap<String, Value>,
    pub themes: &'a [Theme],
}

impl Bundle {
    /// # Errors
    /// The first thing that is wrong, by file and JSON Pointer.
    pub fn read(node: &Node<'_>, known: &Known<'_>) -> Read<Self> {
        let id = node.at("id")?;
        let text = id.text()?;
        if text.is_empty() || !text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(id.wrong("has to be letters, digits and hyphens: it is part of addresses"));
        }
        let audience = one_of(&node.at("audience")?, &["person", "company"])?;
        let guide = node.at("guide")?;
        hold_guide(&guide, known)?;
        for theme in node.list("themes")? {
            let named = theme.text()?;
            if known.themes.iter().all(|t| t.id != named) {
                return Err(theme.wrong("names a theme that themes.json does not have"));
            }
        }
        node.list("questions")?.iter().try_for_each(hold_question)?;
        let members = node.at("services")?.items()?;
        let services = members.iter().map(|m| known_service(&m.at("id")?, known.services)).collect::<Read<Vec<_>>>()?;
        members.iter().zip(&services).try_for_each(|(node, service)| hold_member(node, service))?;
        hold_rest(node, known)?;
        let views = Lang::ALL.into_iter().map(|lang| checked(node, known, lang)).collect::<Read<Vec<_>>>()?;
        let consent = node.at("consent")?;
        let icon = node.maybe("icon").map_or_else(|| Ok(String::new()), |n| n.text())?;
        let head = Head {
            id: service_id(&text),
            icon: icon.clone(),
            name: guide.at("name")?.words()?,
            version: node.at("version")?.text()?,
            terms_version: consent.at("version")?.text()?,
            purpose: consent.at("purpose")?.words()?,
        };
        Ok(Self {
            id: text,
            icon,
            audience,
            event: node.at("event")?.words()?,
            popularity: node.maybe("popularity").map_or(Ok(0), |n| n.number())?,
            search: node.word_list("search")?,
            views,
            members: members.iter().map(|m| MemberTerms::read(m)).collect::<Read<_>>()?,
            known: read_known(node, known.sources)?,
            parties: node.maybe("parties").map(|n| Parties::read(&n, &services)).transpose()?,
            delivery: node.maybe("delivery").map_or_else(|| Ok(Delivery::default()), |n| Delivery::read(&n, &services))?,
            next: read_next(node)?,
            service: head.joined(&services),
            head,
        })
    }
}

fn one_of(node: &Node<'_>, words: &[&str]) -> Read<String> {
    let said = node.text()?;
    if words.contains(&said.as_str()) {
        Ok(said)
    } else {
        Err(node.wrong(format!("has to be one of: {}", words.join(", "))))
    }
}

fn hold_guide(guide: &Node<'_>, known: &Known<'_>) -> Read<()> {
    for key in ["name", "summary", "cost", "promise"] {
        guide.at(key)?.words()?;
    }
    for key in ["who", "results", "basis"] {
        guide.word_list(key)?;
    }
    for window in guide.list("windows")? {
        if !known.windows.contains_key(&window.text()?) {
            return Err(window.wrong("names a window that windows.json does not have"));
        }
    }
    Ok(())
}

fn hold_question(question: &Node<'_>) -> Read<()> {
    question.at("text")?.words()?;
    one_of(&question.at("kind")?, &["yes_no", "choice"])?;
    maybe_words(question, "hint")?;
    for option in question.list("options")? {
        option.at("title")?.words()?;
        maybe_words(&option, "hint")?;
    }
    Ok(())
}

fn hold_member(node: &Node<'_>, service: &Service) -> Read<()> {
    node.at("included")?.words()?;
    if node.maybe("when").is_some() {
        node.at("excluded")?.words()?;
    }
    node.at("minutes")?.number()?;
    for prior in node.list("after")? {
        if prior.maybe("satisfied").is_some() {
            prior.at("satisfied_by")?.words()?;
        }
    }
    for flow in node.list("flows")? {
        flow.at("name")?.words()?;
        if let Some(to) = flow.maybe("to") {
            hold_place(&to, service)?;
        }
    }
    let sections: Vec<&str> = service.form(Lang::Hans).map(|form| form.sections.iter().map(|s| s.id.as_str()).collect()).unwrap_or_default();
    for (section, subject) in node.maybe("sections").map_or(Ok(Vec::new()), |n| n.members())? {
        if !sections.contains(&section) {
            return Err(subject.wrong(format!("names the section “{section}”, which the form of “{}” does not have", service.id)));
        }
    }
    Ok(())
}

/// A question of the service's own form; that the pointer is well formed is checked with the definition.
fn hold_place(pointer: &Node<'_>, service: &Service) -> Read<()> {
    let text = pointer.text()?;
    let name = Pointer::parse(&text).ok().and_then(|p| p.tokens().into_iter().next()).unwrap_or_default();
    if service.schema["properties"].get(&name).is_none() {
        return Err(pointer.wrong(format!("names a question that the form of “{}” does not have", service.id)));
    }
    Ok(())
}

fn hold_rest(node: &Node<'_>, known: &Known<'_>) -> Read<()> {
    for fact in node.list("facts")? {
        maybe_words(&fact, "title")?;
        maybe_words(&fact, "hint")?;
        for place in fact.at("places")?.items()? {
            hold_place(&place.at("pointer")?, known_service(&place.at("service")?, known.services)?)?;
        }
    }
    for subject in node.list("subjects")? {
        subject.at("title")?.words()?;
        maybe_words(&subject, "hint")?;
    }
    for material in node.list("materials")? {
        material.at("name")?.words()?;
        material.at("text")?.words()?;
        one_of(&material.at("how")?, &["shared", "certificate", "result", "upload"])?;
    }
    Ok(())
}

fn maybe_words(node: &Node<'_>, key: &str) -> Read<()> {
    node.maybe(key).map(|n| n.words()).transpose().map(drop)
}

/// The contract's `Bundle` in a language, and the same held to what must be true of it.
fn checked(node: &Node<'_>, known: &Known<'_>, lang: Lang) -> Read<(Lang, Value, Definition)> {
    let view = view(&localize(node.value, lang), known, lang);
    let wrong = |pointer: &str, reason: &str| -> CatalogueProblem { node.wrong_at(&in_file(pointer), reason) };
    let bundle = bundle::Bundle::read(&mut view.clone()).map_err(|e| wrong(&e.pointer, e.reason))?;
    let definition = Definition::check(bundle).map_err(|e| wrong(&e.pointer, &e.reason))?;
    Ok((lang, view, definition))
}

fn view(file: &Value, known: &Known<'_>, lang: Lang) -> Value {
    let mut view = picked(&file["guide"], &["name", "summary", "who", "cost", "promise", "results", "basis", "hotline"]);
    let list = |key: &str, members: &[&str]| -> Value { items(&file[key]).map(|item| picked(item, members)).collect() };
    let windows = items(&file["guide"]["windows"]).filter_map(|id| known.windows.get(id.as_str()?)).map(|w| localize(w, lang));
    view["windows"] = windows.collect();
    for key in ["id", "version", "icon"] {
        view[key] = file.get(key).cloned().unwrap_or_else(|| json!(""));
    }
    view["questions"] = list("questions", &["id", "text", "hint", "kind", "options", "when"]);
    for key in ["facts", "subjects", "materials"] {
        view[key] = file.get(key).cloned().unwrap_or_else(|| json!([]));
    }
    view["services"] = items(&file["services"])
        .map(|member| {
            let service = known.services.iter().find(|s| member["id"] == s.id.as_str());
            let mut told = picked(member, &["when", "included", "excluded", "after", "minutes", "sections"]);
            told["service"] = service.map_or(Value::Null, |s| super::guides::reference(s, lang));
            told["flows"] = items(&member["flows"]).map(|flow| picked(flow, &["from", "name", "to"])).collect();
            told
        })
        .collect();
    view
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn picked(from: &Value, members: &[&str]) -> Value {
    let there = members.iter().filter_map(|key| Some(((*key).to_owned(), from.get(*key).filter(|v| !v.is_null())?.clone())));
    Value::Object(there.collect::<Map<_, _>>())
}

/// Where the file has what the contract has at a pointer.
fn in_file(pointer: &str) -> String {
    let first = pointer.split('/').nth(1).unwrap_or_default();
    if matches!(first, "name" | "summary" | "who" | "cost" | "promise" | "results" | "basis" | "hotline" | "windows") {
        return format!("/guide{pointer}");
    }
    pointer.replacen("/service/id", "/id", usize::from(first == "services"))
}

impl MemberTerms {
    fn read(node: &Node<'_>) -> Read<Self> {
        Ok(Self {
            service: node.at("id")?.text()?,
            flows: node.list("flows")?.iter().map(Flow::read).collect::<Read<_>>()?,
            demo_ms: node.maybe("demo_ms").map_or(Ok(0), |n| n.number())?.min(86_400_000) as i64,
        })
    }
}
