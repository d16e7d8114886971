//! Uploads in parts. As with [`super::attachments`] no bytes are kept: only how many came, the first few, a running fingerprint, and the
//! fingerprints of the last parts, by which a repeated one is known.

use super::attachments::{self, fits, has_room, is_something, unsupported};
use super::exchange::Exchange;
use super::fingerprint::{self, Running};
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use super::{applications, store::Store};
use crate::model::date::Moment;
use serde_json::{json, Map, Value};

pub(super) const KIND: &str = "upload";
/// 256 KiB.
const PART: usize = 256 * 1024;
/// 24 hours after the last part.
const LIFE_MS: i64 = 24 * 3_600_000;
/// As many bytes as any type is known by.
const FIRST: usize = 4;
/// How many parts are known again: all of a file in whole parts. A file in crumbs must not make the store grow.
const KNOWN_PARTS: usize = 32;

/// `POST /uploads`
pub(super) fn open(x: &mut Exchange<'_>) -> Outcome {
    let person = keeper(x)?;
    let body = x.body()?;
    let name = attachments::file_name(&x.text(&body, "name", 255)?);
    let kind = attachments::media_type(&x.text(&body, "type", 100)?);
    let size = whole(x, &body, "size")?;
    fits(size)?;
    attachments::first_bytes(&kind)?;
    is_something(size)?;
    let coming = x.store.list(KIND).iter().filter(|(_, u)| u["person"] == person.as_str() && u["attachment"].is_null() && is_live(u, x.now)).count();
    has_room(x, &person, coming)?;
    let id = x.secret();
    let upload = json!({
        "person": person, "name": name, "type": kind, "size": size, "received": 0, "first": [], "print": Running::new(size as u64).print(), "parts": [],
        "attachment": null, "expires": x.now.plus_ms(LIFE_MS).0,
    });
    x.store.put(KIND, &id, &upload);
    Ok(Success::created(view(&id, &upload), None))
}

/// `GET /uploads/{id}`
pub(super) fn get(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let (_, upload) = own(x, id)?;
    Ok(Success::ok(view(id, &upload)))
}

/// `DELETE /uploads/{id}`: of one that is done the attachment goes too, unless it was submitted.
pub(super) fn cancel(x: &mut Exchange<'_>, id: &str) -> Outcome {
    let (person, upload) = own(x, id)?;
    if let Some(file) = upload["attachment"]["id"].as_str().filter(|file| !is_submitted(x.store, &person, file)) {
        x.store.delete(attachments::KIND, file);
    }
    x.store.delete(KIND, id);
    Ok(Success::nothing())
}

/// `PUT /uploads/{id}/parts/{offset}`
pub(super) fn part(x: &mut Exchange<'_>, id: &str, offset: &str) -> Outcome {
    let (person, mut upload) = own(x, id)?;
    if offset.is_empty() || !offset.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Refusal::not_found());
    }
    if attachments::media_type(x.header("Content-Type").unwrap_or("application/octet-stream")) != "application/octet-stream" {
        return Err(Refusal::new(415, "unsupported-media-type", Say::MalformedTitle, Say::BytesOnlyDetail));
    }
    let bytes = x.call.body.as_slice();
    let (received, size) = (number(&upload, "received"), number(&upload, "size"));
    // A number that is larger than any is past everything.
    let Some(offset) = offset.parse::<usize>().ok().filter(|offset| *offset <= received) else { return Err(gap(received)) };
    if bytes.is_empty() {
        return Err(Refusal::wrong("", Say::WrongShape, x.lang));
    }
    let end = offset.saturating_add(bytes.len());
    if bytes.len() > PART || end > size {
        return Err(Refusal::new(413, "too-large", Say::PartTooLargeTitle, Say::PartTooLargeDetail).value("limit", PART / 1024));
    }
    let this = json!([offset, bytes.len(), fingerprint::of(bytes)]);
    if offset < received {
        return match upload["parts"].as_array().into_iter().flatten().find(|known| known[0] == this[0] && known[1] == this[1]) {
            Some(known) if known[2] == this[2] => Ok(Success::ok(view(id, &upload))),
            Some(_) => Err(Refusal::new(409, "part-differs", Say::PartDiffersTitle, Say::PartDiffersDetail)),
            None => Err(gap(received)),
        };
    }
    let first = first_bytes(&upload, bytes);
    let wanted = attachments::first_bytes(upload["type"].as_str().unwrap_or_default())?;
    let is_like = if first.len() < wanted.len() { wanted.starts_with(&first) && end < size } else { first.starts_with(wanted) };
    if !is_like {
        return Err(unsupported());
    }
    let print = upload["print"].as_str().and_then(Running::resume).ok_or_else(Refusal::internal)?.and(bytes).print();
    if end == size {
        has_room(x, &person, 0)?;
        upload["attachment"] = attachments::keep(x, &person, &upload, &print);
    }
    upload["received"] = json!(end);
    upload["first"] = json!(first);
    upload["print"] = json!(print);
    upload["expires"] = json!(x.now.plus_ms(LIFE_MS).0);
    if let Some(parts) = upload["parts"].as_array_mut() {
        parts.push(this);
        parts.drain(..parts.len().saturating_sub(KNOWN_PARTS));
    }
    x.store.put(KIND, id, &upload);
    Ok(Success::ok(view(id, &upload)))
}

/// The person, at a backend that takes parts: with the fault `no-uploads` it is one that does not.
fn keeper(x: &Exchange<'_>) -> Result<String, Refusal> {
    if x.faults.has("no-uploads") {
        return Err(Refusal::new(501, "not-supported", Say::NoUploadsTitle, Say::NoUploadsDetail));
    }
    x.applicant()
}

/// An upload of this person that is not over.
fn own(x: &Exchange<'_>, id: &str) -> Result<(String, Value), Refusal> {
    let person = keeper(x)?;
    let upload = x.store.get(KIND, id).filter(|u| u["person"] == person.as_str() && is_live(u, x.now)).ok_or_else(Refusal::not_found)?;
    Ok((person, upload))
}

fn is_live(upload: &Value, now: Moment) -> bool {
    upload["expires"].as_i64().is_some_and(|expires| expires > now.0)
}

fn is_submitted(store: &dyn Store, person: &str, file: &str) -> bool {
    // Nobody can guess an id: where it stands in what was submitted, it was submitted.
    store.list(applications::KIND).iter().any(|(_, a)| (a["person"] == person || a["agent"] == person) && a["data"].to_string().contains(file))
}

fn view(id: &str, upload: &Value) -> Value {
    let mut view = json!({"id": id, "received": upload["received"], "part_bytes": PART});
    if !upload["attachment"].is_null() {
        view["attachment"] = upload["attachment"].clone();
    }
    view
}

fn gap(received: usize) -> Refusal {
    Refusal::new(409, "upload-gap", Say::PartGapTitle, Say::PartGapDetail).value("received", received).member("received", received)
}

/// The first bytes of the file, as far as they are known with these.
fn first_bytes(upload: &Value, bytes: &[u8]) -> Vec<u8> {
    let known = upload["first"].as_array().into_iter().flatten().filter_map(|b| b.as_u64().and_then(|b| u8::try_from(b).ok()));
    known.chain(bytes.iter().copied()).take(FIRST).collect()
}

fn number(upload: &Value, member: &str) -> usize {
    upload[member].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_default()
}

/// A whole number of the body that is not negative.
fn whole(x: &Exchange<'_>, body: &Map<String, Value>, member: &str) -> Result<usize, Refusal> {
    let number = body.get(member).and_then(Value::as_u64).ok_or_else(|| Refusal::wrong(&format!("/{member}"), Say::WrongShape, x.lang))?;
    // Where it does not fit into the machine, it does not fit at all.
    Ok(usize::try_from(number).unwrap_or(usize::MAX))
}
