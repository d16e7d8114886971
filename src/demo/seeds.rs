//! Applications of the data (`people/*.json`, `applications`): what a person applied for before anybody looked, so that every decision and
//! every state of a rating has an address that shows it. They are made when the person signs in to the demo, by the same way as any other:
//! what the sources say and what was typed, checked by the form engine, decided by the rules, rated by the rules of ratings.
//!
//! ```json
//! {"id": "demo-lin-rated", "service": "car-quota-extension", "typed": {"/declaration": true}, "minutes_ago": 4320,
//!  "refused": ["contact"], "settle": 2, "ratings": [{"level": 5, "tags": ["513"], "text": "", "named": false, "minutes_ago": 4300}]}
//! ```
//!
//! `refused` (sources not consented to), `settle` (only so many rules ever settle: half-way, to be looked at) and `ratings` may be absent.

use super::acting::Party;
use super::applications::KIND;
use super::exchange::Exchange;
use super::filing::{file, Filing};
use super::fingerprint;
use super::people::Person;
use super::prefill;
use super::ratings;
use super::reader::{Node, Read};
use super::reply::Refusal;
use super::service::{known_service, Service};
use crate::form::Answers;
use crate::model::date::Moment;
use crate::model::rating::Stars;
use crate::model::session::Level;
use crate::words::Lang;
use serde_json::{json, Map, Value};

/// One application of the data.
pub(super) struct Seed {
    /// In addresses: the same in every store.
    pub id: String,
    service: String,
    typed: Vec<(String, Value)>,
    refused: Vec<String>,
    minutes_ago: i64,
    settle: Option<u64>,
    /// The first one, then the additional one.
    ratings: Vec<SeedRating>,
}

struct SeedRating {
    /// level, tags, text and named of a `NewRating`.
    body: Map<String, Value>,
    minutes_ago: i64,
}

impl Seed {
    pub fn read(node: &Node<'_>, services: &[Service]) -> Read<Self> {
        let id = node.at("id")?;
        let text = id.text()?;
        if text.is_empty() || !text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(id.wrong("has to be letters, digits and hyphens: it is part of addresses"));
        }
        let service = known_service(&node.at("service")?, services)?;
        let form = service.form(Lang::Hans);
        let mut typed = Vec::new();
        for (pointer, value) in node.maybe("typed").map_or(Ok(Vec::new()), |n| n.members())? {
            if form.is_some_and(|form| form.field(pointer).is_none()) {
                return Err(value.wrong("names a field that the form does not have"));
            }
            typed.push((pointer.to_owned(), value.value.clone()));
        }
        let mut refused = Vec::new();
        for source in node.list("refused")? {
            let id = source.text()?;
            if !service.terms.ask_for(&id) {
                return Err(source.wrong("names a source that the service does not ask for"));
            }
            refused.push(id);
        }
        Ok(Self {
            id: text,
            service: service.id.clone(),
            typed,
            refused,
            minutes_ago: minutes(node)?,
            settle: node.maybe("settle").map(|n| n.number()).transpose()?,
            ratings: node.list("ratings")?.iter().map(SeedRating::read).collect::<Read<_>>()?,
        })
    }
}

impl SeedRating {
    fn read(node: &Node<'_>) -> Read<Self> {
        let level = node.at("level")?;
        let stars = u8::try_from(level.number()?).ok().and_then(Stars::new).ok_or_else(|| level.wrong("has to be 1 to 5"))?;
        let tags = node.list("tags")?.iter().map(Node::text).collect::<Read<Vec<_>>>()?;
        let text = node.maybe("text").map_or_else(|| Ok(String::new()), |n| n.text())?;
        let named = node.maybe("named").is_some_and(|n| n.value == &Value::Bool(true));
        let body = [("level", json!(stars.get())), ("tags", json!(tags)), ("text", json!(text)), ("named", json!(named))];
        Ok(Self { body: body.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(), minutes_ago: minutes(node)? })
    }
}

/// At most a hundred years.
fn minutes(node: &Node<'_>) -> Read<i64> {
    let at = node.at("minutes_ago")?;
    i64::try_from(at.number()?).ok().filter(|n| *n <= 100 * 366 * 1_440).ok_or_else(|| at.wrong("is too long ago"))
}

/// Makes the person's applications that the store does not have yet. One that the form refuses is left out: a person who cannot sign in
/// would be worse, and a test names it.
pub(super) fn plant<'a>(x: &mut Exchange<'a>, person: &'a Person) {
    let (now, lang) = (x.now, x.lang);
    // The same whoever looks first, in whichever language and with whichever fault.
    let faults = std::mem::take(&mut x.faults);
    x.lang = Lang::Hans;
    for seed in &person.applications {
        if x.store.get(KIND, &seed.id).is_some() {
            continue;
        }
        if let Ok(application) = grow(x, person, seed, now) {
            x.store.put(KIND, &seed.id, &application);
        }
    }
    (x.now, x.lang, x.faults) = (now, lang, faults);
}

fn grow<'a>(x: &mut Exchange<'a>, person: &'a Person, seed: &'a Seed, now: Moment) -> Result<Value, Refusal> {
    x.now = now.plus_ms(-seed.minutes_ago * 60_000);
    let service = x.service(&seed.service)?;
    let form = service.form(x.lang).ok_or_else(Refusal::internal)?;
    let asked = service.terms.sources_for(Some(person), x.today());
    let granted: Vec<String> = asked.into_iter().map(|s| s.id.clone()).filter(|id| !seed.refused.contains(id)).collect();
    let mut answers = Answers::new(form);
    for source in &granted {
        let said = prefill::said(x, service, person, source);
        answers.merge(&serde_json::from_value(said).map_err(|_| Refusal::internal())?);
    }
    for (pointer, value) in &seed.typed {
        if let Some(field) = form.field(pointer) {
            answers.type_in(field, value.clone()).map_err(|_| Refusal::internal())?;
        }
    }
    let data = answers.data(form, x.today());
    let provenance = answers.provenance(form, x.today()).into_iter().map(|(pointer, source)| (pointer, json!(source))).collect();
    let secret = fingerprint::of(seed.id.as_bytes());
    let party = Party { signed_in: person, bond: None };
    let mut application = file(x, Filing { service, party, consent_id: None, granted, data, provenance, disputes: Vec::new(), level: Level::Strong, secret })?;
    for (rating, kind) in seed.ratings.iter().zip(["first", "additional"]) {
        x.now = now.plus_ms(-rating.minutes_ago * 60_000);
        let mut body = rating.body.clone();
        body.insert("kind".to_owned(), json!(kind));
        body.insert("version".to_owned(), json!(x.catalogue.rating.version));
        ratings::add(x, &mut application, &body)?;
    }
    if let Some(settle) = seed.settle {
        application["settle"] = json!(settle);
    }
    Ok(application)
}
