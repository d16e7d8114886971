//! Administrative divisions, fetched level by level as somebody picks an address, and kept while the app is open.

use super::connection::Connection;
use crate::model::division::Divisions;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// What has been fetched, by the parent's code; the widest level has none.
#[derive(Clone, Copy)]
pub struct DivisionBook {
    connection: Connection,
    known: RwSignal<BTreeMap<String, Divisions>>,
    asked: StoredValue<Vec<String>>,
}

impl DivisionBook {
    pub fn new(connection: Connection) -> Self {
        Self { connection, known: RwSignal::default(), asked: StoredValue::default() }
    }

    /// Once more, after a failure.
    pub fn retry(&self, parent: String) {
        let _ = self.asked.try_update_value(|asked| asked.retain(|a| *a != parent));
        self.ask(parent);
    }

    /// The divisions below one; tracks them, and asks for them where nobody has.
    pub fn below(&self, parent: &str) -> Divisions {
        self.ask(parent.to_owned());
        self.known.with(|known| known.get(parent).cloned().unwrap_or(Divisions::Loading))
    }

    /// Asks once; again only after [`Self::retry`].
    fn ask(&self, parent: String) {
        let book = *self;
        let is_new = book.asked.try_update_value(|asked| {
            !asked.contains(&parent) && {
                asked.push(parent.clone());
                true
            }
        });
        if is_new != Some(true) {
            return;
        }
        // In a task of its own: this is called while something is drawn, which must not change what it reads.
        spawn_local(async move {
            let _ = book.known.try_update(|known| known.remove(&parent));
            let answer = match book.connection.client().divisions(&parent).await {
                Ok(list) => Divisions::Ready(list),
                Err(_) => Divisions::Failed,
            };
            let _ = book.known.try_update(|known| known.insert(parent, answer));
        });
    }
}
