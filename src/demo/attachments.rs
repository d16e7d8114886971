//! Uploads. Only what a file is called and looks like is kept: no operation of the contract reads one back, and a demo that keeps
//! people's papers would be a risk without a use.

use super::exchange::{decode, Exchange};
use super::fingerprint;
use super::reply::{Outcome, Refusal, Success};
use super::words::Say;
use serde_json::json;

pub(super) const KIND: &str = "attachment";
/// 5 MiB.
pub(super) const MOST_BYTES: usize = 5 * 1024 * 1024;
/// Files that one person can have at a time.
const MOST_FILES: usize = 100;

/// `POST /attachments`
pub(super) fn upload(x: &mut Exchange<'_>) -> Outcome {
    let person = x.applicant()?;
    let bytes = &x.call.body;
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::new(413, "too-large", Say::TooLargeTitle, Say::TooLargeDetail).value("limit", MOST_BYTES / (1024 * 1024)));
    }
    let kind = x.header("Content-Type").and_then(|t| t.split(';').next()).unwrap_or_default().trim().to_ascii_lowercase();
    let magic: &[u8] = match kind.as_str() {
        "image/jpeg" => &[0xff, 0xd8, 0xff],
        "image/png" => b"\x89PNG",
        "application/pdf" => b"%PDF",
        _ => return Err(unsupported()),
    };
    if bytes.is_empty() {
        return Err(Refusal::new(422, "empty-file", Say::InvalidTitle, Say::EmptyFileDetail));
    }
    // What a file is, its first bytes say, not its name.
    if !bytes.starts_with(magic) {
        return Err(unsupported());
    }
    if x.store.list(KIND).iter().filter(|(_, a)| a["person"] == person.as_str()).count() >= MOST_FILES {
        return Err(Refusal::new(422, "too-many-files", Say::TooManyFilesTitle, Say::TooManyFilesDetail).value("limit", MOST_FILES));
    }
    let name = file_name(x.header("X-File-Name").unwrap_or_default());
    let (size, print) = (bytes.len(), fingerprint::of(bytes));
    let id = x.secret();
    let view = json!({"id": id, "name": name, "size": size, "type": kind});
    x.store.put(KIND, &id, &json!({"person": person, "name": name, "size": size, "type": kind, "print": print, "at": x.now.0}));
    Ok(Success::created(view, None))
}

/// The last part of what the browser called it, without control characters, at most 120 characters.
fn file_name(header: &str) -> String {
    let whole = decode(header).unwrap_or_default();
    let last = whole.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    let name = name.trim();
    if name.is_empty() {
        "attachment".to_owned()
    } else {
        name.to_owned()
    }
}

fn unsupported() -> Refusal {
    Refusal::new(415, "unsupported-media-type", Say::MediaTypeTitle, Say::MediaTypeDetail)
}
