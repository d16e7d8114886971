//! Prefill (秒报): what one source says about the person, with where it comes from and what may be done with it.

use super::consents;
use super::exchange::Exchange;
use super::localize::{localize, text};
use super::mask::masked;
use super::people::Person;
use super::reply::{Outcome, Refusal, Success};
use super::service::{Filling, Service};
use super::template::spoken;
use super::words::Say;
use crate::form::ADDRESS_LEVELS;
use crate::model::date::Date;
use crate::words::{Lang, Words};
use serde_json::{json, Value};

/// How long a slow source takes, in milliseconds.
const SLOW_MS: u32 = 4_000;

/// `GET /services/{id}/prefill/{source}`
pub(super) fn read(x: &mut Exchange<'_>, id: &str, source: &str) -> Outcome {
    let service = x.service(id)?;
    let person_id = x.applicant()?;
    let person = x.catalogue.person(&person_id).ok_or_else(Refusal::not_found)?;
    let granted = consents::granted(x, x.query("consent_id").as_deref(), id, &person_id)?;
    if !service.prefill.contains_key(source) && !service.terms.ask_for(source) {
        return Err(Refusal::not_found());
    }
    let name = x.catalogue.source_name(source, x.lang);
    let asked = service.terms.sources_for(Some(person), x.today()).iter().any(|s| s.id == source);
    if !granted.iter().any(|g| g == source) {
        let (status, say) = if asked { ("refused", Say::SourceRefused) } else { ("empty", Say::SourceEmpty) };
        return Ok(Success::ok(nothing(x, source, &name, status, say)));
    }
    if x.faults.concerns("source-slow", source) {
        x.delay_ms = x.delay_ms.max(SLOW_MS);
    }
    Ok(Success::ok(said(x, service, person, source)))
}

/// What a source says of a person who allowed it: `SourcePrefill`.
pub(super) fn said(x: &Exchange<'_>, service: &Service, person: &Person, source: &str) -> Value {
    let name = x.catalogue.source_name(source, x.lang);
    let answer = |status: &str, say: Say| nothing(x, source, &name, status, say);
    if x.faults.concerns("source-down", source) {
        return answer("unavailable", Say::SourceDown);
    }
    let Some(record) = person.records.get(source) else { return answer("empty", Say::SourceEmpty) };
    let mut certificate = localize(&record.certificate, x.lang);
    if let Some(members) = certificate.as_object_mut() {
        members.entry("name").or_insert_with(|| json!(name));
    }
    let mut over = record.expires_on.filter(|day| *day < x.today());
    if over.is_none() && x.faults.concerns("source-expired", source) {
        let yesterday = x.today().plus_days(-1);
        over = Some(yesterday);
        if certificate.is_null() {
            certificate = json!({"name": name, "issuer": x.catalogue.sources.get(source).map(|s| text(&s.agency, x.lang))});
        }
        certificate["expires_on"] = json!(yesterday.to_string());
    }
    let fields = fields(x, service, person, source, over.is_some());
    let mut view = json!({"source": source, "name": name, "status": "filled", "fields": fields});
    if !certificate.is_null() {
        view["certificate"] = certificate;
    }
    if let Some(office) = x.catalogue.sources.get(source).map(|s| &s.correct_at).filter(|office| !office.is_null()) {
        view["correct_at"] = localize(office, x.lang);
    }
    if let Some(day) = over {
        view["status"] = json!("expired");
        view["message"] = json!(x.say(Say::SourceExpired, &[("name", &name), ("date", &day.to_string())]));
    } else if fields.is_empty() {
        view["status"] = json!("empty");
        view["message"] = json!(x.say(Say::SourceEmpty, &[("name", &name)]));
    }
    view
}

/// A source that fills nothing, and why.
fn nothing(x: &Exchange<'_>, source: &str, name: &str, status: &str, say: Say) -> Value {
    json!({"source": source, "name": name, "status": status, "fields": [], "message": x.say(say, &[("name", name)])})
}

/// What a source fills, each field with level, mask and what may be changed. An expired certificate is relied on no more than a
/// copy that the person uploaded.
fn fields(x: &Exchange<'_>, service: &Service, person: &Person, source: &str, expired: bool) -> Vec<Value> {
    let level = x.catalogue.sources.get(source).map_or("A", |s| s.level.as_str());
    let level = if expired { level.max("C") } else { level };
    let values = values(service, person, source, x.lang, x.today());
    let field = |(filling, value): (&Filling, Value)| {
        let mut field = json!({
            "pointer": filling.pointer.as_str(),
            "level": level,
            "edit": if filling.locked && !expired { "locked" } else { "allowed" },
        });
        let whole = match &value {
            Value::Object(parts) => ADDRESS_LEVELS.iter().filter_map(|level| parts.get(*level)?.as_str()).collect(),
            other => spoken(other),
        };
        if let Some(masked) = masked(&filling.mask, &whole) {
            field["masked"] = json!(masked);
        }
        if expired {
            field["note"] = json!(Say::ExpiredNote.text(x.lang));
        } else if !filling.note.is_null() {
            field["note"] = json!(text(&filling.note, x.lang));
        }
        field["value"] = value;
        field
    };
    values.into_iter().map(field).collect()
}

/// The values that a source has for the form, in a language; what it does not have is left out.
pub(super) fn values<'a>(service: &'a Service, person: &Person, source: &str, lang: Lang, today: Date) -> Vec<(&'a Filling, Value)> {
    let (Some(fillings), Some(record)) = (service.prefill.get(source), person.records.get(source)) else { return Vec::new() };
    let context = localize(&json!({"person": person.value, "record": record.data, "certificate": record.certificate, "today": today.to_string()}), lang);
    fillings.iter().filter_map(|filling| Some((filling, filling.from.eval(&context, today).ok().filter(|v| !v.is_null())?))).collect()
}

/// Whether what this source says is out of date today, by its certificate or by a fault.
pub(super) fn is_expired(x: &Exchange<'_>, person: &Person, source: &str) -> bool {
    let over = person.records.get(source).and_then(|r| r.expires_on).is_some_and(|day| day < x.today());
    over || x.faults.concerns("source-expired", source)
}
