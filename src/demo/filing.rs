//! What happens to an application once it is received: checked by the same form engine as in the page, compared with the sources, decided.

use super::acting::Party;
use super::checks;
use super::context::{count_this_year, down, Facts, Hidden};
use super::decide::decide;
use super::disputes;
use super::exchange::Exchange;
use super::methods;
use super::people::Person;
use super::prefill;
use super::records;
use super::reply::Refusal;
use super::service::Service;
use super::submitted;
use super::words::Say;
use crate::form::{is_at_or_in, sentence_for, Checker};
use crate::model::application::Dispute;
use crate::model::session::Level;
use crate::words::{fill, Lang, Words};
use serde_json::{json, Map, Value};

const COUNTERS: &str = "counter";

/// What was submitted, before anything of it is believed.
pub(super) struct Filing<'a> {
    pub service: &'a Service,
    pub party: Party<'a>,
    pub consent_id: Option<String>,
    /// Sources that the person allowed to be read.
    pub granted: Vec<String>,
    pub data: Value,
    /// JSON Pointer → the source that is said to have given the value.
    pub provenance: Map<String, Value>,
    /// Values of sources that the person says are wrong.
    pub disputes: Vec<Dispute>,
    /// How surely whoever submits is known.
    pub level: Level,
    /// What the verification code is made of: at least 12 characters.
    pub secret: String,
}

/// Checks and decides it as of now; answers the document to be kept.
///
/// # Errors
/// 422 `invalid` and `locked-value`, with a pointer for each place; 403 `step-up-needed`.
pub(super) fn file(x: &mut Exchange<'_>, filing: Filing<'_>) -> Result<Value, Refusal> {
    let Filing { service, party, consent_id, granted, mut data, provenance, disputes, level, secret } = filing;
    let person = party.applicant();
    let wrong = wrong(x, service, &party.signed_in.id, &data, &[])?;
    if !wrong.is_empty() {
        return Err(Refusal::invalid(wrong));
    }
    let differing = differing(x, service, person, &granted, &mut data, &provenance);
    if !differing.is_empty() {
        return Err(locked(differing));
    }
    // Last: nobody is asked to prove themselves for what would be refused anyway.
    methods::hold(x, &party.signed_in.id, level, service.level_to_submit)?;
    let (agent, relation) = (party.agent().map(|agent| agent.id.clone()), party.bond.map(|bond| bond.relation));
    let hidden = hidden(x, service, person, &granted);
    Ok(rule(x, Accepted { service, person, agent, relation, consent_id, granted, hidden, data, provenance, disputes, secret }))
}

/// An application of which everything is right.
pub(super) struct Accepted<'a> {
    pub service: &'a Service,
    pub person: &'a Person,
    pub agent: Option<String>,
    pub relation: Option<&'static str>,
    pub consent_id: Option<String>,
    pub granted: Vec<String>,
    /// Sources that no rule may look at.
    pub hidden: Hidden,
    pub data: Value,
    pub provenance: Map<String, Value>,
    pub disputes: Vec<Dispute>,
    pub secret: String,
}

/// Decides it by the rules; answers the document to be kept.
pub(super) fn rule(x: &mut Exchange<'_>, accepted: Accepted<'_>) -> Value {
    let Accepted { service, person, agent, relation, consent_id, granted, hidden, data, provenance, disputes, secret } = accepted;
    let facts = Facts { service, person, hidden: &hidden, application: &data, count_this_year: count_this_year(x, person, service), today: x.today() };
    let ruling = disputes::weigh(decide(service, &facts, x.lang), service, &disputes);
    let count = facts.count_this_year;
    // What the rules looked at.
    if let Some(consent) = &consent_id {
        for source in granted.iter().filter(|source| person.records.contains_key(*source) && !hidden.contains_key(*source)) {
            records::note(x, consent, source, "check", &[]);
        }
    }
    let plan = match ruling.outcome {
        "approved" => service.outcomes.approved.document.as_ref(),
        "rejected" => service.outcomes.rejected.document.as_ref(),
        _ => None,
    };
    let number = plan.map(|plan| next_number(x, &plan.prefix));
    let secret = secret.to_uppercase();
    let verify: Vec<&str> = [0..4, 4..8, 8..12].into_iter().filter_map(|part| secret.get(part)).collect();
    json!({
        "person": person.id, "agent": agent, "relation": relation, "service": service.id, "at": x.now.0, "consent_id": consent_id,
        "form_version": service.form_version, "data": data, "provenance": provenance, "hidden": hidden, "count": count,
        "findings": ruling.findings, "outcome": ruling.outcome, "number": number, "verify_code": verify.join("-"), "ratings": [], "disputes": disputes,
    })
}

/// The sources that this application cannot be decided by: refused by the person, or down.
pub(super) fn hidden(x: &Exchange<'_>, service: &Service, person: &Person, granted: &[String]) -> Hidden {
    let mut hidden = down(x);
    for source in service.terms.sources_for(Some(person), x.today()) {
        if !granted.contains(&source.id) {
            hidden.insert(source.id.clone(), "refused".to_owned());
        }
    }
    hidden
}

/// What is wrong with submitted data by the form, by the service's checks and by the files that it names: JSON Pointer and why. What is `given` by
/// another service is not the person's to answer.
pub(super) fn wrong(x: &Exchange<'_>, service: &Service, owner: &str, data: &Value, given: &[&str]) -> Result<Vec<(String, String)>, Refusal> {
    let form = service.form(x.lang).ok_or_else(Refusal::internal)?;
    let is_given = |pointer: &str| given.iter().any(|to| is_at_or_in(pointer, to));
    let checker = Checker { today: x.today(), patterns: x.patterns };
    let errors = checker.data(form, data).err().unwrap_or_default();
    let mut errors: Vec<(String, String)> =
        errors.iter().filter(|p| !is_given(&p.pointer)).map(|p| (p.pointer.clone(), sentence_for(p, form, x.lang))).collect();
    if errors.is_empty() {
        errors = checks::refused(x, service, form, data);
    }
    if errors.is_empty() {
        errors = submitted::lost_files(x, form, owner, data);
    }
    Ok(errors)
}

/// 422 for values that differ from their sources.
pub(super) fn locked(errors: Vec<(String, String)>) -> Refusal {
    let mut refusal = Refusal::new(422, "locked-value", Say::LockedTitle, Say::LockedDetail);
    refusal.errors = errors;
    refusal
}

/// Locked values, and those that claim to come from a source, are what the source says; in any language, and kept in this one.
pub(super) fn differing(
    x: &Exchange<'_>,
    service: &Service,
    person: &Person,
    granted: &[String],
    data: &mut Value,
    provenance: &Map<String, Value>,
) -> Vec<(String, String)> {
    let unreachable = down(x);
    let mut errors = Vec::new();
    for (pointer, claimed) in provenance {
        let claimed = claimed.as_str().unwrap_or_default();
        let fills = service.prefill.get(claimed).is_some_and(|all| all.iter().any(|f| f.pointer.as_str() == pointer));
        let speaks = unreachable.contains_key(claimed) || prefill::meant(service, person, claimed, data, x.today()).is_some();
        if !granted.iter().any(|g| g == claimed) || !fills || !speaks {
            errors.push((pointer.clone(), locked_words(x, claimed)));
        }
    }
    for (pointer, said) in said(x, service, person, granted, &unreachable, data) {
        let Some(place) = data.pointer_mut(&pointer) else { continue };
        let claims = provenance.get(&pointer).and_then(Value::as_str);
        let bound = said.iter().any(|s| s.locked) || claims.is_some_and(|source| said.iter().any(|s| s.source == source));
        match said.iter().find(|s| s.values.iter().any(|value| submitted::same(value, place))) {
            // The same thing in another language is the same: rules compare in one.
            Some(fits) => {
                if let Some(value) = fits.values.first() {
                    *place = value.clone();
                }
            }
            None if bound => errors.push((pointer.clone(), locked_words(x, said.first().map_or("", |s| s.source)))),
            None => {}
        }
    }
    errors
}

/// What one source says about one field: in this language first, then in the others.
struct Said<'a> {
    source: &'a str,
    locked: bool,
    values: Vec<Value>,
}

fn said<'a>(x: &Exchange<'_>, service: &Service, person: &Person, granted: &'a [String], unreachable: &Hidden, data: &Value) -> Vec<(String, Vec<Said<'a>>)> {
    let mut all: Vec<(String, Vec<Said<'a>>)> = Vec::new();
    for source in granted.iter().filter(|source| !unreachable.contains_key(*source)) {
        let Some(held) = prefill::meant(service, person, source, data, x.today()) else { continue };
        let expired = prefill::is_expired(x, held, source);
        let others = Lang::ALL.into_iter().filter(|lang| *lang != x.lang);
        for lang in std::iter::once(x.lang).chain(others) {
            for (filling, value) in prefill::values_of(service, person, source, held, lang, x.today()) {
                let pointer = filling.pointer.as_str();
                let at = all.iter().position(|(p, _)| p == pointer).unwrap_or_else(|| {
                    all.push((pointer.to_owned(), Vec::new()));
                    all.len() - 1
                });
                let Some((_, list)) = all.get_mut(at) else { continue };
                match list.iter_mut().find(|s| s.source == source.as_str()) {
                    Some(known) => known.values.push(value),
                    None => list.push(Said { source, locked: filling.locked && !expired, values: vec![value] }),
                }
            }
        }
    }
    all
}

fn locked_words(x: &Exchange<'_>, source: &str) -> String {
    fill(Say::LockedValue.text(x.lang), &[("source", &x.catalogue.source_name(source, x.lang))])
}

/// `SZ2026112300042`: prefix, day, and a number that counts up within the day.
fn next_number(x: &mut Exchange<'_>, prefix: &str) -> String {
    let day = x.today().to_string().replace('-', "");
    let id = format!("{prefix}{day}");
    let serial = x.store.get(COUNTERS, &id).and_then(|v| v.as_u64()).unwrap_or(0) + 1;
    x.store.put(COUNTERS, &id, &json!(serial));
    format!("{id}{serial:05}")
}
