//! Uploads in one call, and the checks of every file. Only what a file is called and looks like is kept: no operation of the contract
//! reads one back, and a demo that keeps people's papers would be a risk without a use.

use super::exchange::{decode, Exchange};
use super::fingerprint;
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use serde_json::{json, Value};

pub(super) const KIND: &str = "attachment";
/// 5 MiB.
pub(super) const MOST_BYTES: usize = 5 * 1024 * 1024;
/// Files that one person can have at a time.
const MOST_FILES: usize = 100;

/// `POST /attachments`
pub(super) fn upload(x: &mut Exchange<'_>) -> Outcome {
    let person = x.applicant()?;
    let bytes = &x.call.body;
    fits(bytes.len())?;
    let kind = media_type(x.header("Content-Type").unwrap_or_default());
    let first = first_bytes(&kind)?;
    is_something(bytes.len())?;
    // What a file is, its first bytes say, not its name.
    if !bytes.starts_with(first) {
        return Err(unsupported());
    }
    has_room(x, &person, 0)?;
    let name = file_name(&decode(x.header("X-File-Name").unwrap_or_default()).unwrap_or_default());
    let file = json!({"name": name, "size": bytes.len(), "type": kind});
    let print = fingerprint::of(bytes);
    Ok(Success::created(keep(x, &person, &file, &print), None))
}

/// Keeps a file that passed every check; answers it as the contract shows it.
pub(super) fn keep(x: &mut Exchange<'_>, person: &str, file: &Value, print: &str) -> Value {
    let id = x.secret();
    let (name, size, kind) = (&file["name"], &file["size"], &file["type"]);
    x.store.put(KIND, &id, &json!({"person": person, "name": name, "size": size, "type": kind, "print": print, "at": x.now.0}));
    json!({"id": id, "name": name, "size": size, "type": kind})
}

/// 413 for a file that is too large.
pub(super) fn fits(bytes: usize) -> Result<(), Refusal> {
    if bytes > MOST_BYTES {
        return Err(Refusal::new(413, "too-large", Say::TooLargeTitle, Say::TooLargeDetail).value("limit", MOST_BYTES / (1024 * 1024)));
    }
    Ok(())
}

/// 422 for a file without bytes.
pub(super) fn is_something(bytes: usize) -> Result<(), Refusal> {
    if bytes == 0 {
        return Err(Refusal::new(422, "empty-file", Say::InvalidTitle, Say::EmptyFileDetail));
    }
    Ok(())
}

/// What a file of this type begins with; 415 for a type that is not taken.
pub(super) fn first_bytes(kind: &str) -> Result<&'static [u8], Refusal> {
    Ok(match kind {
        "image/jpeg" => &[0xff, 0xd8, 0xff],
        "image/png" => b"\x89PNG",
        "application/pdf" => b"%PDF",
        _ => return Err(unsupported()),
    })
}

/// 422 where the person has as many files as they may have; `coming` are on their way.
pub(super) fn has_room(x: &Exchange<'_>, person: &str, coming: usize) -> Result<(), Refusal> {
    if x.store.list(KIND).iter().filter(|(_, a)| a["person"] == person).count() + coming >= MOST_FILES {
        return Err(Refusal::new(422, "too-many-files", Say::TooManyFilesTitle, Say::TooManyFilesDetail).value("limit", MOST_FILES));
    }
    Ok(())
}

/// A media type without its parameters.
pub(super) fn media_type(header: &str) -> String {
    header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The last part of what the browser called it, without control characters, at most 120 characters.
pub(super) fn file_name(whole: &str) -> String {
    let last = whole.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    let name = name.trim();
    if name.is_empty() {
        "attachment".to_owned()
    } else {
        name.to_owned()
    }
}

pub(super) fn unsupported() -> Refusal {
    Refusal::new(415, "unsupported-media-type", Say::MediaTypeTitle, Say::MediaTypeDetail)
}
