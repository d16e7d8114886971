//! Saving what a person types, as it is typed: at the backend, or where that keeps nothing, on this device if the person agrees.

use super::connection::Connection;
use super::here;
use super::setup::use_setup;
use crate::backend::ApiError;
use crate::model::application::ServiceRef;
use crate::model::bundle::bundle_of;
use crate::model::draft::Draft;
use crate::model::service::Guide;
use crate::platform::clock;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::sync::Arc;

/// Typing must rest this long before it is saved.
const REST_MS: u32 = 600;
/// A save that failed is tried again after this.
const RETRY_MS: u32 = 4_000;

/// Where the typed answers stand.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// Nothing typed since the page was opened.
    Idle,
    /// Typed, not yet at the backend.
    Pending,
    /// At the backend.
    Saved,
    /// The backend could not be reached; it is tried again by itself.
    Waiting,
    /// The session has ended: saving goes on after the person has proved who they are.
    SignedOut,
    /// On this device, as the person wished.
    Here,
    /// Nowhere: the backend keeps no drafts, and the person has not been asked yet.
    Asks,
    /// Nowhere: the person does not want it on this device, or the device cannot.
    Unkept,
}

impl Saved {
    /// Whether leaving now would lose something typed.
    pub fn is_unsaved(&self) -> bool {
        matches!(self, Self::Pending | Self::Waiting | Self::SignedOut | Self::Asks | Self::Unkept)
    }
}

/// What is known of where a draft may be kept.
#[derive(Debug, Clone, Default)]
struct Keeping {
    person: String,
    service: Option<ServiceRef>,
    /// The backend has said that it keeps none.
    no_backend: bool,
    /// Whether the person wants it on this device; `None` until asked.
    on_device: Option<bool>,
}

/// Saves one service's draft, one save at a time, the newest always last.
#[derive(Clone, Copy)]
pub struct Saver {
    connection: Connection,
    service: StoredValue<String>,
    keeping: StoredValue<Keeping>,
    snapshot: StoredValue<Arc<dyn Fn() -> Option<Draft> + Send + Sync>>,
    pub state: RwSignal<Saved>,
    /// Counts changes; a save that finds a newer number goes again.
    changes: RwSignal<u32>,
    running: RwSignal<bool>,
}

impl Saver {
    /// `snapshot` gives what is to be saved now.
    pub fn new(connection: Connection, service: String, snapshot: impl Fn() -> Option<Draft> + Send + Sync + 'static) -> Self {
        Self {
            connection,
            service: StoredValue::new(service),
            // On a device that others use next, nothing is kept, and nobody is asked.
            keeping: StoredValue::new(Keeping { on_device: use_setup().is_shared().then_some(false), ..Keeping::default() }),
            snapshot: StoredValue::new(Arc::new(snapshot)),
            state: RwSignal::new(Saved::Idle),
            changes: RwSignal::new(0),
            running: RwSignal::new(false),
        }
    }

    /// Something was typed: save once typing rests.
    pub fn touch(&self) {
        let saver = *self;
        saver.changes.update(|n| *n += 1);
        // Until a save has come through, the session is still over: saying so anew after every pause would read it out again.
        if saver.state.get_untracked() != Saved::SignedOut {
            saver.state.set(Saved::Pending);
        }
        let seen = saver.changes.get_untracked();
        spawn_local(async move {
            clock::sleep(REST_MS).await;
            if saver.changes.try_get_untracked() == Some(seen) {
                saver.flush().await;
            }
        });
    }

    /// Saves now whatever is not saved yet.
    pub async fn flush(&self) {
        if !matches!(self.state.try_get_untracked(), Some(Saved::Pending | Saved::Waiting | Saved::SignedOut)) || self.running.get_untracked() {
            return;
        }
        let _ = self.running.try_set(true);
        while let Some(seen) = self.changes.try_get_untracked() {
            let answer = self.save().await;
            let fresh = self.changes.try_get_untracked() == Some(seen);
            let state = match answer {
                Ok(saved) if fresh => saved,
                Ok(_) => continue,
                Err(ApiError::SignedOut) => Saved::SignedOut,
                Err(_) => Saved::Waiting,
            };
            if state == Saved::Waiting {
                self.later();
            }
            let _ = self.state.try_set(state);
            break;
        }
        let _ = self.running.try_set(false);
    }

    /// Saves now, saved already or not, where it may; answers where it is.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn save(&self) -> Result<Saved, ApiError> {
        let Some(draft) = self.snapshot.try_with_value(|s| s()).flatten() else { return Ok(Saved::Idle) };
        let service = self.service.try_get_value().unwrap_or_default();
        let keeping = self.keeping.try_get_value().unwrap_or_default();
        if !keeping.no_backend {
            match self.connection.client().save_draft(&service, &draft).await {
                Ok(()) => {
                    // What is at the backend again need not be on a device that others may use.
                    if keeping.on_device == Some(true) {
                        here::forget(&keeping.person, &service).await;
                        let _ = self.keeping.try_update_value(|k| k.on_device = None);
                    }
                    return Ok(Saved::Saved);
                }
                Err(e) if e.is_unsupported() => self.backend_keeps_none(),
                Err(e) => return Err(e),
            }
        }
        Ok(match (keeping.on_device, keeping.service) {
            (None, _) => Saved::Asks,
            (Some(true), Some(service)) => match here::keep(&keeping.person, service, draft).await {
                true => Saved::Here,
                false => Saved::Unkept,
            },
            _ => Saved::Unkept,
        })
    }

    /// Whose draft it is.
    pub(super) fn keeps_for(&self, person: &str) {
        let _ = self.keeping.try_update_value(|k| k.person = person.to_owned());
    }

    /// The backend has said that it keeps no drafts: it is not asked again.
    pub(super) fn backend_keeps_none(&self) {
        let _ = self.keeping.try_update_value(|k| k.no_backend = true);
    }

    /// The person agreed to keep it on this device, where it is listed as a draft of this service.
    pub(super) fn has_agreed(&self, service: ServiceRef) {
        let _ = self.keeping.try_update_value(|k| {
            k.on_device = Some(true);
            k.service = Some(service);
        });
    }

    /// The person's answer on whether to keep it on this device. Returns whether it is as they wish.
    pub async fn decide(&self, on_device: bool) -> bool {
        let before = self.keeping.try_get_value().unwrap_or_default();
        let id = self.service.try_get_value().unwrap_or_default();
        if !on_device {
            let _ = self.keeping.try_update_value(|k| k.on_device = Some(false));
            here::forget(&before.person, &id).await;
            let _ = self.state.try_set(Saved::Unkept);
            return true;
        }
        // The list of drafts calls it by its name, which the form does not know.
        let client = self.connection.client();
        let named = match bundle_of(&id) {
            Some(bundle) => client.bundle(bundle).await.map(|b| ServiceRef { id: id.clone(), name: b.name, agency: String::new(), icon: b.icon }),
            None => client.guide(&id).await.map(|Guide { id, name, agency, icon, .. }| ServiceRef { id, name, agency, icon }),
        };
        let service = match named {
            Ok(service) => service,
            Err(_) => ServiceRef { name: id.clone(), id, agency: String::new(), icon: String::new() },
        };
        self.has_agreed(service);
        let _ = self.state.try_set(Saved::Pending);
        self.flush().await;
        self.state.try_get_untracked() != Some(Saved::Unkept)
    }

    /// Deletes the draft wherever it is, once that is awaited: it was submitted. Holds all it needs, since whoever starts another
    /// application meanwhile takes this saver with it.
    pub(super) fn forget(&self) -> impl Future<Output = ()> + 'static {
        let (client, state) = (self.connection.client(), self.state);
        let service = self.service.try_get_value().unwrap_or_default();
        let keeping = self.keeping.try_get_value().unwrap_or_default();
        async move {
            if !keeping.no_backend {
                // One that could not be deleted does no harm: its key answers with the same application.
                let _ = client.delete_draft(&service).await;
            }
            here::forget(&keeping.person, &service).await;
            let _ = state.try_set(Saved::Idle);
        }
    }

    fn later(&self) {
        let saver = *self;
        spawn_local(async move {
            clock::sleep(RETRY_MS).await;
            if saver.state.try_get_untracked() == Some(Saved::Waiting) {
                Box::pin(saver.flush()).await;
            }
        });
    }
}
