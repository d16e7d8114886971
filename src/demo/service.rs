//! One service of the demo data, parsed: guide, consent, conditions, form, prefill and decision rules.

use super::catalogue::Source;
use super::checks::Check;
use super::decision_rules::{Outcomes, Rule};
use super::localize::localize;
use super::methods;
use super::people::Person;
use super::reader::{Node, Read};
use super::template;
use crate::form::Expression;
use crate::form::Form;
use crate::form::Pointer;
use crate::model::date::Date;
use crate::model::session::Level;
use crate::words::Lang;
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// A service (事项).
pub(super) struct Service {
    pub id: String,
    pub icon: String,
    pub popularity: u64,
    pub minutes: Option<u64>,
    pub modes: Value,
    pub search: Vec<Value>,
    pub themes: Vec<String>,
    pub name: Value,
    pub agency: Value,
    pub guide: Value,
    pub windows: Vec<String>,
    pub terms: Terms,
    /// How surely a person has to be known when they submit.
    pub level_to_submit: Level,
    pub conditions: Vec<Condition>,
    /// For whom somebody else may act here (代办): `relative`, `company`; nobody where empty.
    pub represent: Vec<String>,
    pub instead: Value,
    pub form_version: String,
    pub schema: Value,
    pub(super) forms: Vec<(Lang, Form)>,
    pub prefill: BTreeMap<String, Vec<Filling>>,
    /// By source: which of several certificates it is about is for the person to say.
    pub choose: BTreeMap<String, Choosing>,
    pub checks: Vec<Check>,
    pub rules: Vec<Rule>,
    pub outcomes: Outcomes,
}

/// What consent is asked for.
pub(super) struct Terms {
    pub version: String,
    pub purpose: Value,
    pub sources: Vec<TermsSource>,
}

#[derive(Clone)]
pub(super) struct TermsSource {
    pub id: String,
    pub purpose: Value,
    pub refusal: Value,
    pub fields: Vec<Value>,
    /// Asked only of people of whom this holds (`person` in context); of everybody where absent.
    pub when: Option<Expression>,
}

/// Who may use the service, one condition each.
pub(super) struct Condition {
    pub text: Value,
    pub when: Expression,
    pub explain: Value,
}

/// How one field is filled from one source.
#[derive(Clone)]
pub(super) struct Filling {
    pub pointer: Pointer,
    pub from: Expression,
    pub mask: String,
    pub locked: bool,
    pub note: Value,
}

/// Which answer tells the certificates of one source apart.
#[derive(Clone)]
pub(super) struct Choosing {
    /// The field that is filled with what tells them apart, such as a certificate's number.
    pub pointer: Pointer,
    /// A line on what a certificate is about, over `{record, certificate}`.
    pub summary: Expression,
}

impl Service {
    pub fn read(node: &Node<'_>, sources: &BTreeMap<String, Source>, windows: &BTreeMap<String, Value>) -> Read<Self> {
        let guide = node.at("guide")?;
        for key in ["summary", "duration", "cost"] {
            guide.at(key)?.words()?;
        }
        let mut window_ids = Vec::new();
        for window in guide.list("windows")? {
            let id = window.text()?;
            if !windows.contains_key(&id) {
                return Err(window.wrong("names a window that windows.json does not have"));
            }
            window_ids.push(id);
        }
        let form = node.at("form")?;
        let (form_version, schema) = (form.at("version")?.text()?, form.at("schema")?);
        let mut forms = Vec::new();
        for lang in Lang::ALL {
            let loaded = Form::load(&form_version, &localize(schema.value, lang));
            forms.push((lang, loaded.map_err(|e| schema.wrong_at(&e.pointer, e.reason))?));
        }
        let checks = match node.maybe("checks") {
            Some(all) => all.members()?.iter().map(|(name, node)| Check::read(name, node)).collect::<Read<Vec<_>>>()?,
            None => Vec::new(),
        };
        let named = forms.iter().flat_map(|(_, form)| &form.fields).filter_map(|f| f.check.as_ref());
        if let Some(unknown) = named.map(|c| &c.name).find(|name| checks.iter().all(|c| c.name != **name)) {
            return Err(schema.wrong(format!("names the check “{unknown}”, which “checks” does not have")));
        }
        let prefill = read_prefill(node, sources, &forms)?;
        let mut choose = BTreeMap::new();
        if let Some(all) = node.maybe("choose") {
            for (source, choosing) in all.members()? {
                choose.insert(source.to_owned(), Choosing::read(&choosing, prefill.get(source))?);
            }
        }
        let mut represent = Vec::new();
        for kind in node.list("represent")? {
            let word = kind.text()?;
            if !matches!(word.as_str(), "relative" | "company") {
                return Err(kind.wrong("has to be relative or company"));
            }
            represent.push(word);
        }
        Ok(Self {
            id: node.at("id")?.text()?,
            icon: node.maybe("icon").map_or_else(|| Ok(String::new()), |n| n.text())?,
            popularity: node.maybe("popularity").map_or(Ok(0), |n| n.number())?,
            minutes: node.maybe("minutes").map(|n| n.number()).transpose()?,
            modes: node.maybe("modes").map_or_else(|| Value::Array(Vec::new()), |n| n.value.clone()),
            search: node.word_list("search")?,
            themes: node.list("themes")?.iter().map(Node::text).collect::<Read<_>>()?,
            name: guide.at("name")?.words()?,
            agency: guide.at("agency")?.words()?,
            guide: guide.value.clone(),
            windows: window_ids,
            terms: Terms::read(&node.at("consent")?, sources)?,
            level_to_submit: node.maybe("level_to_submit").map_or(Ok(Level::Verified), |n| methods::level(&n))?,
            conditions: node.list("eligibility")?.iter().map(Condition::read).collect::<Read<_>>()?,
            represent,
            instead: node.maybe("instead").map_or_else(|| Value::Array(Vec::new()), |n| n.value.clone()),
            form_version,
            schema: schema.value.clone(),
            forms,
            prefill,
            choose,
            checks,
            rules: node.list("rules")?.iter().map(|rule| Rule::read(rule, sources)).collect::<Read<_>>()?,
            outcomes: Outcomes::read(&node.at("outcomes")?)?,
        })
    }

    /// The form as it reads in a language.
    pub fn form(&self, lang: Lang) -> Option<&Form> {
        self.forms.iter().find(|(l, _)| *l == lang).map(|(_, form)| form)
    }

    /// The form in every language.
    pub(super) fn every_form(&self) -> impl Iterator<Item = &Form> {
        self.forms.iter().map(|(_, form)| form)
    }

    /// Whether some source can fill this field.
    pub fn fillable(&self, pointer: &str) -> bool {
        self.prefill.values().flatten().any(|f| f.pointer.as_str() == pointer)
    }
}

impl Terms {
    fn read(node: &Node<'_>, sources: &BTreeMap<String, Source>) -> Read<Self> {
        let mut asked = Vec::new();
        for source in node.at("sources")?.items()? {
            let id = known_source(&source.at("id")?, sources)?;
            asked.push(TermsSource {
                id,
                purpose: source.at("purpose")?.words()?,
                refusal: source.at("refusal")?.words()?,
                fields: source.word_list("fields")?,
                when: source.maybe("when").map(|n| n.expression()).transpose()?,
            });
        }
        Ok(Self { version: node.at("version")?.text()?, purpose: node.at("purpose")?.words()?, sources: asked })
    }

    /// Whether the terms ask for this source, of whomever.
    pub fn ask_for(&self, source: &str) -> bool {
        self.sources.iter().any(|s| s.id == source)
    }

    /// The sources that this person is asked for; all of them while nobody is known.
    pub fn sources_for(&self, person: Option<&Person>, today: Date) -> Vec<&TermsSource> {
        let context = person.map(|p| json!({"person": p.value}));
        let asked = |s: &&TermsSource| match (&context, &s.when) {
            (Some(context), Some(when)) => when.truthy(context, today),
            _ => true,
        };
        self.sources.iter().filter(asked).collect()
    }
}

impl Condition {
    fn read(node: &Node<'_>) -> Read<Self> {
        let when = node.at("when")?;
        let explain = node.maybe("explain");
        if let Some(explain) = &explain {
            explain.words()?;
            template::check(explain)?;
        }
        Ok(Self { text: node.at("text")?.words()?, when: when.expression()?, explain: explain.map_or(Value::Null, |n| n.value.clone()) })
    }
}

/// A source that `sources.json` has.
pub(super) fn known_source(node: &Node<'_>, sources: &BTreeMap<String, Source>) -> Read<String> {
    let id = node.text()?;
    if !sources.contains_key(&id) {
        return Err(node.wrong("names a source that sources.json does not have"));
    }
    Ok(id)
}

/// A service that the index lists.
pub(super) fn known_service<'s>(node: &Node<'_>, services: &'s [Service]) -> Read<&'s Service> {
    let id = node.text()?;
    services.iter().find(|s| s.id == id).ok_or_else(|| node.wrong("names a service that the index does not list"))
}

fn read_prefill(node: &Node<'_>, sources: &BTreeMap<String, Source>, forms: &[(Lang, Form)]) -> Read<BTreeMap<String, Vec<Filling>>> {
    let mut prefill = BTreeMap::new();
    let Some(all) = node.maybe("prefill") else { return Ok(prefill) };
    for (source, list) in all.members()? {
        if !sources.contains_key(source) {
            return Err(list.wrong("names a source that sources.json does not have"));
        }
        prefill.insert(source.to_owned(), list.items()?.iter().map(|n| Filling::read(n, forms)).collect::<Read<Vec<_>>>()?);
    }
    Ok(prefill)
}

impl Choosing {
    fn read(node: &Node<'_>, fillings: Option<&Vec<Filling>>) -> Read<Self> {
        let at = node.at("pointer")?;
        let text = at.text()?;
        let filling = fillings.and_then(|all| all.iter().find(|f| f.pointer.as_str() == text));
        let filling = filling.ok_or_else(|| at.wrong("names a field that “prefill” does not fill from this source"))?;
        Ok(Self { pointer: filling.pointer.clone(), summary: node.at("summary")?.expression()? })
    }
}

impl Filling {
    fn read(node: &Node<'_>, forms: &[(Lang, Form)]) -> Read<Self> {
        let at = node.at("pointer")?;
        let text = at.text()?;
        let pointer = Pointer::parse(&text).map_err(|_| at.wrong("is not a JSON Pointer"))?;
        if forms.iter().any(|(_, form)| form.field(&text).is_none()) {
            return Err(at.wrong("names a field that the form does not have"));
        }
        let mask = node.maybe("mask").map_or_else(|| Ok("none".to_owned()), |n| n.text())?;
        if !matches!(mask.as_str(), "none" | "name" | "id" | "phone" | "address" | "card") {
            return Err(node.wrong_at("/mask", "has to be none, name, id, phone, address or card"));
        }
        let edit = node.maybe("edit").map_or_else(|| Ok("allowed".to_owned()), |n| n.text())?;
        if !matches!(edit.as_str(), "locked" | "allowed") {
            return Err(node.wrong_at("/edit", "has to be locked or allowed"));
        }
        let note = node.maybe("note").map(|n| n.words()).transpose()?.unwrap_or(Value::Null);
        Ok(Self { pointer, from: node.at("from")?.expression()?, mask, locked: edit == "locked", note })
    }
}
