//! Prefill (秒报): what one source says about the person, with where it comes from and what may be done with it.

use super::consents;
use super::exchange::Exchange;
use super::localize::{localize, text};
use super::mask::masked;
use super::people::{Held, Person, Record};
use super::records;
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
    let party = x.party()?;
    let person = party.applicant();
    let consent = x.query("consent_id");
    let granted = consents::granted(x, consent.as_deref(), id, &party)?;
    // Of a bundle only the services that the consent was asked for.
    let narrowed = x.narrowed(service, consents::named(x, consent.as_deref()).as_deref());
    let service = narrowed.as_ref().unwrap_or(service);
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
    let view = said(x, service, person, source);
    let fills = |fields: &Value| -> Vec<String> { fields.as_array().into_iter().flatten().filter_map(|f| f["pointer"].as_str().map(str::to_owned)).collect() };
    let mut read = fills(&view["fields"]);
    read.extend(view["choice"]["held"].as_array().and_then(|held| held.first()).map(|held| fills(&held["fields"])).unwrap_or_default());
    // A source that has nothing on the person, or did not answer, told nothing.
    if let Some(consent) = consent.filter(|_| !read.is_empty()) {
        records::note(x, &consent, source, "fill", &read);
    }
    Ok(Success::ok(view))
}

/// What a source says of a person who allowed it: `SourcePrefill`.
pub(super) fn said(x: &Exchange<'_>, service: &Service, person: &Person, source: &str) -> Value {
    let name = x.catalogue.source_name(source, x.lang);
    let answer = |status: &str, say: Say| nothing(x, source, &name, status, say);
    if x.faults.concerns("source-down", source) {
        return answer("unavailable", Say::SourceDown);
    }
    let Some(record) = person.records.get(source) else { return answer("empty", Say::SourceEmpty) };
    let Some(held) = undoubted(service, record, source) else { return offered(x, service, person, source, &name) };
    let mut certificate = certificate(x, held, &name);
    let mut over = held.over(x.today());
    if over.is_none() && x.faults.concerns("source-expired", source) {
        let yesterday = x.today().plus_days(-1);
        over = Some(yesterday);
        if certificate.is_null() {
            certificate = json!({"name": name, "issuer": x.catalogue.sources.get(source).map(|s| text(&s.agency, x.lang))});
        }
        certificate["expires_on"] = json!(yesterday.to_string());
    }
    let fields = fields(x, service, person, source, held, over.is_some());
    let mut view = json!({"source": source, "name": name, "status": "filled", "fields": fields});
    if !certificate.is_null() {
        view["certificate"] = certificate;
    }
    say_who_corrects(x, source, &mut view);
    if let Some(day) = over {
        view["status"] = json!("expired");
        view["message"] = json!(x.say(Say::SourceExpired, &[("name", &name), ("date", &day.to_string())]));
    } else if fields.is_empty() {
        view["status"] = json!("empty");
        view["message"] = json!(x.say(Say::SourceEmpty, &[("name", &name)]));
    }
    view
}

/// Several certificates: each with what it would fill, for the person to pick from. One that is past its date is shown and cannot be picked.
fn offered(x: &Exchange<'_>, service: &Service, person: &Person, source: &str, name: &str) -> Value {
    let Some((choosing, record)) = service.choose.get(source).zip(person.records.get(source)) else { return Value::Null };
    let summary = |held: &Held| {
        let context = localize(&json!({"record": held.data, "certificate": held.certificate}), x.lang);
        choosing.summary.eval(&context, x.today()).ok().filter(Value::is_string)
    };
    let held: Vec<Value> = record
        .all()
        .map(|held| {
            let certificate = certificate(x, held, name);
            let mut view = json!({"certificate": certificate, "fields": fields(x, service, person, source, held, false)});
            if let Some(summary) = summary(held) {
                view["summary"] = summary;
            }
            if let Some(day) = held.over(x.today()) {
                view["unusable"] = json!(x.say(Say::CertificateOver, &[("date", &day.to_string())]));
            }
            view
        })
        .collect();
    let message = x.say(Say::SourceChoose, &[("name", name), ("count", &held.len().to_string())]);
    let mut view = json!({
        "source": source, "name": name, "status": "filled", "fields": [], "message": message,
        "choice": {"pointer": choosing.pointer.as_str(), "held": held},
    });
    say_who_corrects(x, source, &mut view);
    view
}

fn certificate(x: &Exchange<'_>, held: &Held, name: &str) -> Value {
    let mut certificate = localize(&held.certificate, x.lang);
    if let Some(members) = certificate.as_object_mut() {
        members.entry("name").or_insert_with(|| json!(name));
    }
    certificate
}

fn say_who_corrects(x: &Exchange<'_>, source: &str, view: &mut Value) {
    if let Some(office) = x.catalogue.sources.get(source).map(|s| &s.correct_at).filter(|office| !office.is_null()) {
        view["correct_at"] = localize(office, x.lang);
    }
}

/// A source that fills nothing, and why.
fn nothing(x: &Exchange<'_>, source: &str, name: &str, status: &str, say: Say) -> Value {
    json!({"source": source, "name": name, "status": status, "fields": [], "message": x.say(say, &[("name", name)])})
}

/// What a source fills, each field with level, mask and what may be changed. An expired certificate is relied on no more than a
/// copy that the person uploaded.
fn fields(x: &Exchange<'_>, service: &Service, person: &Person, source: &str, held: &Held, expired: bool) -> Vec<Value> {
    let level = x.catalogue.sources.get(source).map_or("A", |s| s.level.as_str());
    let level = if expired { level.max("C") } else { level };
    let values = values_of(service, person, source, held, x.lang, x.today());
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

/// The certificate that fills without asking which: the only one, or the first where the service does not ask.
fn undoubted<'a>(service: &Service, record: &'a Record, source: &str) -> Option<&'a Held> {
    (record.others.is_empty() || !service.choose.contains_key(source)).then_some(&record.first)
}

/// The certificate that an application is about: the one that was picked, where there was a choice. `None` where none of them was.
pub(super) fn meant<'a>(service: &Service, person: &'a Person, source: &str, data: &Value, today: Date) -> Option<&'a Held> {
    let record = person.records.get(source)?;
    let Some(choosing) = service.choose.get(source).filter(|_| !record.others.is_empty()) else { return Some(&record.first) };
    let filling = service.prefill.get(source)?.iter().find(|f| f.pointer == choosing.pointer)?;
    let said = choosing.pointer.get(data)?;
    record.all().find(|held| {
        let context = json!({"person": person.value, "record": held.data, "certificate": held.certificate});
        filling.from.eval(&context, today).is_ok_and(|value| value == *said)
    })
}

/// The values that a source has for the form without being asked which certificate, in a language; what it does not have is left out.
pub(super) fn values<'a>(service: &'a Service, person: &Person, source: &str, lang: Lang, today: Date) -> Vec<(&'a Filling, Value)> {
    let held = person.records.get(source).and_then(|record| undoubted(service, record, source));
    held.map(|held| values_of(service, person, source, held, lang, today)).unwrap_or_default()
}

/// The values that one certificate has for the form.
pub(super) fn values_of<'a>(service: &'a Service, person: &Person, source: &str, held: &Held, lang: Lang, today: Date) -> Vec<(&'a Filling, Value)> {
    let Some(fillings) = service.prefill.get(source) else { return Vec::new() };
    let context = localize(&json!({"person": person.value, "record": held.data, "certificate": held.certificate, "today": today.to_string()}), lang);
    fillings.iter().filter_map(|filling| Some((filling, filling.from.eval(&context, today).ok().filter(|v| !v.is_null())?))).collect()
}

/// Whether what this certificate says is out of date today, by its own date or by a fault.
pub(super) fn is_expired(x: &Exchange<'_>, held: &Held, source: &str) -> bool {
    held.over(x.today()).is_some() || x.faults.concerns("source-expired", source)
}
