//! Files on their way to the backend. What has arrived is an answer of the form; what has not is kept here with how far it came, and goes
//! on from there: when the person wants it, and by itself when the network is back.

use super::journey::Journey;
use super::task::Task;
use super::uploading::{takes_many, Work};
use crate::backend::uploads::Way;
use crate::backend::ApiError;
use crate::platform::random;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;
use web_sys::File;

/// A file that is not an answer yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Upload {
    /// Unique on this page.
    pub id: String,
    pub pointer: String,
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// Bytes that have arrived; `None` where it goes in one call, of which nothing is known on the way.
    pub arrived: Option<u64>,
    /// `None` while it is under way.
    pub failed: Option<ApiError>,
    /// It goes on by itself once there is a network.
    pub waits: bool,
}

impl Upload {
    /// How much has arrived, in percent, where it is known.
    pub fn share(&self) -> Option<u8> {
        let share = self.arrived?.saturating_mul(100).checked_div(self.size)?;
        Some(u8::try_from(share).unwrap_or(100).min(100))
    }

    fn moves(&mut self) {
        self.failed = None;
        self.waits = false;
    }
}

/// The uploads of one journey; they end with it.
#[derive(Clone, Copy)]
pub struct Uploads {
    pub running: RwSignal<Vec<Upload>>,
    pub(super) works: StoredValue<HashMap<String, Work>, LocalStorage>,
    /// The backend has said that it takes files only whole: it is not asked again.
    is_whole: StoredValue<bool>,
}

impl Uploads {
    pub fn new() -> Self {
        Self { running: RwSignal::new(Vec::new()), works: StoredValue::new_local(HashMap::new()), is_whole: StoredValue::new(false) }
    }

    /// Starts uploading a picked file: in place of one under way, where the field takes only one.
    pub fn start(&self, journey: Journey, pointer: String, picked: File) {
        let Some(id) = random::token() else { return };
        if !takes_many(journey, &pointer) {
            let before = self.ids(|upload| upload.pointer == pointer);
            before.iter().for_each(|id| self.cancel(journey, id));
        }
        let upload = Upload { id: id.clone(), pointer, name: picked.name(), size: picked.size() as u64, arrived: None, failed: None, waits: false };
        let way = Way::new(self.is_whole.try_get_value().unwrap_or_default());
        let _ = self.works.try_update_value(|all| all.insert(id.clone(), Work::new(picked, way)));
        let _ = self.running.try_update(|list| list.push(upload));
        self.send(journey, &id);
    }

    /// Goes on with a failed upload.
    pub fn retry(&self, journey: Journey, id: &str) {
        self.change(id, Upload::moves);
        self.send(journey, id);
    }

    /// Goes on with everything that waits for a network.
    pub(super) fn go_on(&self, journey: Journey) {
        self.ids(|upload| upload.waits).iter().for_each(|id| self.send(journey, id));
    }

    /// Gives an upload up: nothing of it is sent any more, and what has arrived the backend may throw away.
    pub fn cancel(&self, journey: Journey, id: &str) {
        let Some(Work { way, task, .. }) = self.forget(id) else { return };
        drop(task);
        if let Some(upload) = way.upload {
            let client = journey.client();
            spawn_local(async move {
                // One that is not heard of expires.
                let _ = client.cancel_upload(&upload).await;
            });
        }
    }

    fn ids(&self, which: impl Fn(&Upload) -> bool) -> Vec<String> {
        self.running.try_with_untracked(|list| list.iter().filter(|u| which(u)).map(|u| u.id.clone()).collect()).unwrap_or_default()
    }

    fn send(&self, journey: Journey, id: &str) {
        let (uploads, whose) = (*self, id.to_owned());
        let task = Task::spawn(async move { uploads.carry(journey, &whose).await });
        // The one before ends here.
        drop(self.works.try_update_value(|all| all.get_mut(id).and_then(|work| work.task.replace(task))));
    }

    pub(super) fn way(&self, id: &str) -> Option<Way> {
        self.works.try_with_value(|all| all.get(id).map(|work| work.way.clone())).flatten()
    }

    pub(super) fn told(&self, id: &str, way: &Way) {
        if way.is_whole {
            let _ = self.is_whole.try_set_value(true);
        }
        let _ = self.works.try_update_value(|all| all.get_mut(id).map(|work| work.way = way.clone()));
        let arrived = way.upload.as_ref().map(|_| way.received);
        self.change(id, |upload| {
            if arrived > upload.arrived {
                upload.moves();
            }
            upload.arrived = arrived;
        });
    }

    pub(super) fn forget(&self, id: &str) -> Option<Work> {
        let _ = self.running.try_update(|list| list.retain(|u| u.id != id));
        self.works.try_update_value(|all| all.remove(id)).flatten()
    }

    pub(super) fn change(&self, id: &str, how: impl FnOnce(&mut Upload)) {
        let _ = self.running.try_update(|list| list.iter_mut().find(|u| u.id == id).map(how));
    }
}

impl Default for Uploads {
    fn default() -> Self {
        Self::new()
    }
}
