//! One file under way: made ready, sent, and sent again.

use super::journey::Journey;
use super::task::Task;
use super::uploads::{Upload, Uploads};
use crate::backend::uploads::{Parcel, Way};
use crate::backend::ApiError;
use crate::form::Kind;
use crate::model::upload::{Attachment, NewUpload};
use crate::platform::clock;
use crate::platform::files::{self, OnDevice};
use crate::platform::photo::{self, Photo};
use leptos::prelude::*;
use serde_json::json;
use std::rc::Rc;
use web_sys::File;

/// Without a network it is tried again after this, since not every one that comes back is announced; each pause is twice the last.
const FIRST_PAUSE_MS: u32 = 4_000;
const LONGEST_PAUSE_MS: u32 = 60_000;

/// What an upload needs to be sent, and how far it is.
pub(super) struct Work {
    picked: File,
    ready: Option<Rc<Ready>>,
    pub way: Way,
    pub task: Option<Task>,
}

/// A file as it is sent: a photo may be smaller than the one that was picked.
struct Ready {
    file: NewUpload,
    bytes: OnDevice,
}

impl Work {
    pub fn new(picked: File, way: Way) -> Self {
        Self { picked, ready: None, way, task: None }
    }
}

impl Uploads {
    /// Sends it, as often as that may help.
    pub(super) async fn carry(self, journey: Journey, id: &str) {
        let mut pause = FIRST_PAUSE_MS;
        while let Some(before) = self.way(id) {
            let error = match self.try_to_send(journey, id, before.clone()).await {
                Ok(attachment) => return self.arrive(journey, id, &attachment),
                Err(error) => error,
            };
            let Some(way) = self.way(id) else { return };
            let waits = match error {
                ApiError::Unreachable => true,
                // A whole file that is too much for the network is not sent in vain again and again.
                ApiError::TimedOut => !way.is_whole,
                _ => false,
            };
            self.change(id, |upload| (upload.failed, upload.waits) = (Some(error), waits));
            if !waits {
                return;
            }
            pause = if way.received > before.received { FIRST_PAUSE_MS } else { pause };
            clock::sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE_MS);
        }
    }

    async fn try_to_send(&self, journey: Journey, id: &str, way: Way) -> Result<Attachment, ApiError> {
        let ready = self.ready(journey, id).await.ok_or_else(|| ApiError::Unreadable { detail: "the file is not there any more".to_owned() })?;
        let tell = |way: &Way| self.told(id, way);
        journey.client().send_file(&Parcel { file: &ready.file, bytes: &ready.bytes, key: id, tell: &tell }, way).await
    }

    /// The file as it is sent, made ready once.
    async fn ready(&self, journey: Journey, id: &str) -> Option<Rc<Ready>> {
        let (picked, ready) = self.works.try_with_value(|all| all.get(id).map(|work| (work.picked.clone(), work.ready.clone())))??;
        if ready.is_some() {
            return ready;
        }
        let most = self.running.try_with_untracked(|list| list.iter().find(|u| u.id == id).and_then(|u| photo_limit(journey, &u.pointer)))?;
        let photo = match most {
            Some(most) => photo::shrunk(&picked, most).await,
            None => None,
        };
        let (name, kind, blob) = match photo {
            Some(photo) => (photo.name, Photo::TYPE.to_owned(), photo.blob),
            None => (picked.name(), files::media_type(&picked), picked.into()),
        };
        let size = blob.size() as u64;
        let ready = Rc::new(Ready { file: NewUpload { name, kind, size }, bytes: OnDevice(blob) });
        self.change(id, |upload| upload.size = size);
        let _ = self.works.try_update_value(|all| all.get_mut(id).map(|work| work.ready = Some(ready.clone())));
        Some(ready)
    }

    fn arrive(&self, journey: Journey, id: &str, file: &Attachment) {
        let upload = self.running.try_with_untracked(|list| list.iter().find(|u| u.id == id).cloned()).flatten();
        drop(self.forget(id));
        if let Some(Upload { pointer, .. }) = upload {
            journey.add_file(&pointer, json!({ "id": file.id, "name": file.name, "size": file.size }));
        }
    }
}

/// Whether a field takes several files.
pub(super) fn takes_many(journey: Journey, pointer: &str) -> bool {
    let many = journey.form.try_with_untracked(|form| Some(matches!(form.as_ref()?.field(pointer)?.kind, Kind::File { many: true, .. })));
    many.flatten().unwrap_or_default()
}

/// How large a photo may be in bytes, where its field takes what photos are shrunk to.
fn photo_limit(journey: Journey, pointer: &str) -> Option<u64> {
    journey.form.try_with_untracked(|form| match &form.as_ref()?.field(pointer)?.kind {
        Kind::File { accept, max_bytes, .. } if photo::is_wanted(accept) => Some(*max_bytes),
        _ => None,
    })?
}
