//! The demo data under `public/demo/`: people, services and what they rest on, parsed and checked once.

use super::bundle_reader::Known;
use super::bundles::Bundle;
use super::localize;
use super::people::Person;
use super::providers::Providers;
use super::rating_rules::RatingRules;
use super::reader::{CatalogueProblem, Node, Read};
use super::service::{known_service, Service};
use super::workdays::Workdays;
use crate::model::bundle;
use crate::words::Lang;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Everything the demo backend knows before anybody asks.
pub struct Catalogue {
    pub(super) people: Vec<Person>,
    pub(super) services: Vec<Service>,
    pub(super) bundles: Vec<Bundle>,
    pub(super) sources: BTreeMap<String, Source>,
    pub(super) themes: Vec<Theme>,
    pub(super) providers: Providers,
    pub(super) rating: RatingRules,
    pub(super) workdays: Workdays,
    pub(super) windows: BTreeMap<String, Value>,
    /// How long a draft is kept after its last change.
    pub(super) draft_days: i64,
    /// In the order in which they are offered.
    pub(super) divisions: Vec<Division>,
}

/// A register or certificate that can be read.
pub(super) struct Source {
    pub name: Value,
    pub agency: Value,
    pub retention: Value,
    /// `A` to `D`, 国办函〔2016〕108号.
    pub level: String,
    /// Where a wrong record is corrected; null where the data does not say.
    pub correct_at: Value,
}

/// An administrative division.
pub(super) struct Division {
    pub code: String,
    pub name: String,
    /// Code of the one around it; empty for the widest.
    pub parent: String,
}

/// A 我要… theme.
pub(super) struct Theme {
    pub id: String,
    pub name: Value,
    pub icon: String,
    pub services: Vec<String>,
}

const INDEX: &str = "index.json";

impl Catalogue {
    /// The files that an index names, relative to the data directory, so that a host knows what to read.
    pub fn files(index: &str) -> Result<Vec<String>, CatalogueProblem> {
        let index = json(INDEX, index)?;
        let root = Node::root(INDEX, &index);
        let mut files = Vec::new();
        for list in ["people", "services"] {
            for file in root.at(list)?.items()? {
                files.push(file.text()?);
            }
        }
        // Data of before there were bundles has none.
        for file in root.list("bundles")? {
            files.push(file.text()?);
        }
        for one in ["sources", "providers", "themes", "rating", "holidays", "windows", "divisions"] {
            files.push(root.at(one)?.text()?);
        }
        Ok(files)
    }

    /// Parses all files (name → text; `index.json` among them).
    ///
    /// # Errors
    /// The first thing that is wrong, by file and JSON Pointer.
    pub fn parse(files: &BTreeMap<String, String>) -> Result<Self, CatalogueProblem> {
        let mut values = BTreeMap::new();
        for (name, text) in files {
            let value = json(name, text)?;
            Node::root(name, &value).check_languages()?;
            values.insert(name.as_str(), value);
        }
        let index = open(&values, INDEX)?;
        let file = |key: &str| index.at(key)?.text();

        let sources_file = file("sources")?;
        let sources = open(&values, &sources_file)?.members()?.into_iter().map(|(id, node)| Ok((id.to_owned(), Source::read(&node)?)));
        let sources = sources.collect::<Read<BTreeMap<_, _>>>()?;
        let windows_file = file("windows")?;
        let windows = read_windows(&open(&values, &windows_file)?)?;

        let mut services = Vec::new();
        for name in index.at("services")?.items()? {
            let name = name.text()?;
            services.push(Service::read(&open(&values, &name)?, &sources, &windows)?);
        }
        let mut people: Vec<Person> = Vec::new();
        let mut seeds = BTreeSet::new();
        for name in index.at("people")?.items()? {
            let name = name.text()?;
            let node = open(&values, &name)?;
            let person = Person::read(&node, &sources, &services)?;
            for seed in &person.applications {
                if !seeds.insert(seed.id.clone()) {
                    return Err(node.wrong_at("/applications", format!("has “{}” a second time", seed.id)));
                }
            }
            people.push(person);
        }
        let themes_file = file("themes")?;
        let themes = read_themes(&open(&values, &themes_file)?, &services)?;
        let mut bundles: Vec<Bundle> = Vec::new();
        for name in index.list("bundles")? {
            let name = name.text()?;
            let node = open(&values, &name)?;
            let bundle = Bundle::read(&node, &Known { services: &services, sources: &sources, windows: &windows, themes: &themes })?;
            if bundles.iter().any(|b| b.id == bundle.id) {
                return Err(node.wrong_at("/id", "is that of another bundle"));
            }
            bundles.push(bundle);
        }
        let providers_file = file("providers")?;
        let providers = Providers::read(&open(&values, &providers_file)?, &people)?;
        let rating_file = file("rating")?;
        let rating = RatingRules::read(&open(&values, &rating_file)?)?;
        let holidays_file = file("holidays")?;
        let workdays = Workdays::read(&open(&values, &holidays_file)?)?;
        let draft_days = index.at("draft_days")?;
        let draft_days = draft_days.number().ok().filter(|days| (1..=3_650).contains(days)).ok_or_else(|| draft_days.wrong("has to be 1 to 3650 days"))?;
        let divisions_file = file("divisions")?;
        let divisions = read_divisions(&open(&values, &divisions_file)?)?;
        Ok(Self { people, services, bundles, sources, themes, providers, rating, workdays, windows, divisions, draft_days: draft_days as i64 })
    }

    /// A service, or what stands for a bundle.
    pub(super) fn service(&self, id: &str) -> Option<&Service> {
        self.bundle_of(id).map(|b| &b.service).or_else(|| self.single(id))
    }

    /// A service that is applied for by itself.
    pub(super) fn single(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|s| s.id == id)
    }

    pub(super) fn bundle(&self, id: &str) -> Option<&Bundle> {
        self.bundles.iter().find(|b| b.id == id)
    }

    /// The bundle that a service id stands for.
    pub(super) fn bundle_of(&self, service: &str) -> Option<&Bundle> {
        self.bundle(bundle::bundle_of(service)?)
    }

    /// What the question at a pointer is called, be it of a service's form or of one of a bundle's.
    pub(super) fn label(&self, service: &Service, pointer: &str, lang: Lang) -> Option<String> {
        let (service, pointer) = match self.bundle_of(&service.id) {
            Some(_) => {
                let at = pointer.get(1..)?.find('/')? + 1;
                (self.single(pointer.get(1..at)?)?, pointer.get(at..)?)
            }
            None => (service, pointer),
        };
        Some(service.form(lang)?.field(pointer)?.label.clone())
    }

    pub(super) fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|p| p.id == id)
    }

    /// The name people know a source by; its id where the data has none.
    pub(super) fn source_name(&self, id: &str, lang: Lang) -> String {
        self.sources.get(id).map_or_else(|| id.to_owned(), |source| localize::text(&source.name, lang))
    }
}

impl Source {
    fn read(node: &Node<'_>) -> Read<Self> {
        let level = node.maybe("level").map_or_else(|| Ok("A".to_owned()), |n| n.text())?;
        if !matches!(level.as_str(), "A" | "B" | "C" | "D") {
            return Err(node.wrong_at("/level", "has to be A, B, C or D"));
        }
        let correct_at = node.maybe("correct_at");
        if let Some(office) = &correct_at {
            office.at("name")?.words()?;
            office.maybe("address").map(|n| n.words()).transpose()?;
            office.maybe("phone").map(|n| n.text()).transpose()?;
            let url = office.maybe("url").map(|n| n.text()).transpose()?;
            if url.is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
                return Err(office.wrong_at("/url", "has to be an http or https address"));
            }
        }
        let correct_at = correct_at.map_or(Value::Null, |n| n.value.clone());
        Ok(Self { name: node.at("name")?.words()?, agency: node.at("agency")?.words()?, retention: node.at("retention")?.words()?, level, correct_at })
    }
}

fn read_divisions(root: &Node<'_>) -> Read<Vec<Division>> {
    let mut all: Vec<Division> = Vec::new();
    for node in root.items()? {
        let parent = node.maybe("parent").map(|n| n.text()).transpose()?.unwrap_or_default();
        let division = Division { code: node.at("code")?.text()?, name: node.at("name")?.text()?, parent };
        if all.iter().any(|d| d.code == division.code) {
            return Err(node.wrong_at("/code", "is there twice"));
        }
        if !division.parent.is_empty() && !all.iter().any(|d| d.code == division.parent) {
            return Err(node.wrong_at("/parent", "names a division that does not come before it"));
        }
        all.push(division);
    }
    Ok(all)
}

fn read_windows(root: &Node<'_>) -> Read<BTreeMap<String, Value>> {
    let nodes: Vec<(String, Node<'_>)> = match root.value {
        Value::Array(_) => root.items()?.into_iter().map(|n| Ok((n.at("id")?.text()?, n))).collect::<Read<_>>()?,
        _ => root.members()?.into_iter().map(|(id, n)| (id.to_owned(), n)).collect(),
    };
    for (_, node) in &nodes {
        for key in ["name", "address", "hours"] {
            node.at(key)?.words()?;
        }
    }
    Ok(nodes.into_iter().map(|(id, node)| (id, node.value.clone())).collect())
}

fn read_themes(root: &Node<'_>, services: &[Service]) -> Read<Vec<Theme>> {
    let list = if root.value.is_array() {
        root.clone()
    } else {
        root.maybe("items").or_else(|| root.maybe("themes")).ok_or_else(|| root.wrong("has to be an array"))?
    };
    list.items()?
        .iter()
        .map(|node| {
            let id = node.at("id")?.text()?;
            let mut listed = Vec::new();
            for service in node.list("services")? {
                listed.push(known_service(&service, services)?.id.clone());
            }
            for service in services.iter().filter(|s| s.themes.contains(&id)) {
                if !listed.contains(&service.id) {
                    listed.push(service.id.clone());
                }
            }
            let icon = node.maybe("icon").map_or_else(|| Ok(String::new()), |n| n.text())?;
            Ok(Theme { id, name: node.at("name")?.words()?, icon, services: listed })
        })
        .collect()
}

fn json(name: &str, text: &str) -> Read<Value> {
    serde_json::from_str(text).map_err(|e| CatalogueProblem { file: name.to_owned(), pointer: String::new(), reason: format!("is not JSON: {e}") })
}

fn open<'a>(values: &'a BTreeMap<&'a str, Value>, name: &str) -> Read<Node<'a>> {
    let (name, value) = values.get_key_value(name).ok_or_else(|| CatalogueProblem {
        file: name.to_owned(),
        pointer: String::new(),
        reason: "is named by the index, and missing".to_owned(),
    })?;
    Ok(Node::root(name, value))
}
