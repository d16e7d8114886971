//! Files on their way to the backend. What has arrived is an answer of the form; what has not is kept here, to be tried again.

use super::journey::Journey;
use crate::backend::{ApiError, Key};
use crate::form::{Field, Kind};
use crate::platform::photo::{self, Photo};
use crate::platform::{files, random};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{json, Value};
use std::collections::HashMap;

/// A file that is not an answer yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Upload {
    /// Unique on this page.
    pub id: String,
    pub pointer: String,
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// `None` while it is under way.
    pub failed: Option<ApiError>,
}

/// A file that has arrived, as its answer tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    pub id: String,
    pub name: String,
    /// Bytes.
    pub size: u64,
}

/// The uploads of one journey.
#[derive(Clone, Copy)]
pub struct Uploads {
    pub running: RwSignal<Vec<Upload>>,
    files: StoredValue<HashMap<String, web_sys::File>, LocalStorage>,
}

impl Uploads {
    pub fn new() -> Self {
        Self { running: RwSignal::new(Vec::new()), files: StoredValue::new_local(HashMap::new()) }
    }

    /// Starts uploading a picked file.
    pub fn start(&self, journey: Journey, pointer: String, file: web_sys::File) {
        let Some(id) = random::token() else { return };
        let upload = Upload { id: id.clone(), pointer, name: file.name(), size: file.size() as u64, failed: None };
        let _ = self.files.try_update_value(|f| f.insert(id.clone(), file));
        self.running.update(|list| list.push(upload));
        self.send(journey, id);
    }

    /// Tries a failed upload again, with the same key.
    pub fn retry(&self, journey: Journey, id: &str) {
        self.mark(id, None);
        self.send(journey, id.to_owned());
    }

    /// Gives an upload up.
    pub fn drop_upload(&self, id: &str) {
        let _ = self.running.try_update(|list| list.retain(|u| u.id != id));
        let _ = self.files.try_update_value(|f| f.remove(id));
    }

    fn send(&self, journey: Journey, id: String) {
        let uploads = *self;
        spawn_local(async move {
            let Some(file) = uploads.files.try_with_value(|f| f.get(&id).cloned()).flatten() else { return };
            let most = uploads.running.try_with_untracked(|list| list.iter().find(|u| u.id == id).and_then(|u| photo_limit(journey, &u.pointer)));
            let photo = match most.flatten() {
                Some(most) => photo::shrunk(&file, most).await,
                None => None,
            };
            let (name, kind, bytes) = match photo {
                Some(photo) => (photo.name, Photo::TYPE.to_owned(), Some(photo.bytes)),
                None => (file.name(), file.type_(), files::bytes(&file).await),
            };
            let Some(bytes) = bytes else {
                uploads.mark(&id, Some(ApiError::Unreadable { detail: "the device could not read the file".to_owned() }));
                return;
            };
            let answer = journey.client().attach(&name, &kind, bytes, &Key::new(id.clone())).await;
            let Some(upload) = uploads.running.try_with_untracked(|list| list.iter().find(|u| u.id == id).cloned()).flatten() else { return };
            match answer {
                Ok(attachment) => {
                    let arrived = json!({ "id": attachment.id, "name": attachment.name, "size": attachment.size });
                    uploads.drop_upload(&id);
                    journey.add_file(&upload.pointer, arrived);
                }
                Err(error) => uploads.mark(&id, Some(error)),
            }
        });
    }

    fn mark(&self, id: &str, failed: Option<ApiError>) {
        let _ = self.running.try_update(|list| {
            if let Some(upload) = list.iter_mut().find(|u| u.id == id) {
                upload.failed = failed;
            }
        });
    }
}

/// How large a photo may be in bytes, where its field takes what photos are shrunk to.
fn photo_limit(journey: Journey, pointer: &str) -> Option<u64> {
    journey.form.try_with_untracked(|form| match &form.as_ref()?.field(pointer)?.kind {
        Kind::File { accept, max_bytes, .. } if photo::is_wanted(accept) => Some(*max_bytes),
        _ => None,
    })?
}

impl Default for Uploads {
    fn default() -> Self {
        Self::new()
    }
}

/// The files of an answer.
pub fn arrived(value: &Value) -> Vec<Arrived> {
    let one = |v: &Value| {
        let text = |name: &str| v.get(name).and_then(Value::as_str).map(str::to_owned);
        match v {
            Value::String(id) => Some(Arrived { id: id.clone(), name: id.clone(), size: 0 }),
            _ => Some(Arrived { id: text("id")?, name: text("name")?, size: v.get("size").and_then(Value::as_u64).unwrap_or_default() }),
        }
    };
    match value {
        Value::Array(list) => list.iter().filter_map(one).collect(),
        other => one(other).into_iter().collect(),
    }
}

/// The answer with one file more: in place of the old one where a field takes only one.
pub(super) fn with_file(field: &Field, now: Option<&Value>, file: Value) -> Value {
    let many = matches!(field.kind, Kind::File { many: true, .. });
    match now {
        Some(Value::Array(list)) if many => Value::Array(list.iter().cloned().chain([file]).collect()),
        _ if many => Value::Array(vec![file]),
        _ => file,
    }
}

/// The answer without one file.
pub(super) fn without_file(now: &Value, id: &str) -> Value {
    let is_it = |v: &Value| v.as_str() == Some(id) || v.get("id").and_then(Value::as_str) == Some(id);
    match now {
        Value::Array(list) => Value::Array(list.iter().filter(|v| !is_it(v)).cloned().collect()),
        one if is_it(one) => Value::Null,
        other => other.clone(),
    }
}
