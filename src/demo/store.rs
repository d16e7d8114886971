//! What the demo backend remembers, as documents of a kind under an id. Hosts bring the store: memory in a page, SQLite behind axum.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A small document store. A host that can fail keeps the failure to itself, undoes the request's writes and answers 500.
pub trait Store {
    /// The document, if there is one.
    fn get(&self, kind: &str, id: &str) -> Option<Value>;
    /// Creates or replaces.
    fn put(&mut self, kind: &str, id: &str, value: &Value);
    /// Does nothing where there is none.
    fn delete(&mut self, kind: &str, id: &str);
    /// All documents of a kind, by id.
    fn list(&self, kind: &str) -> Vec<(String, Value)>;
}

/// A store in memory, which serialises to JSON so that a page can keep it across reloads.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemoryStore {
    kinds: BTreeMap<String, BTreeMap<String, Value>>,
    #[serde(skip)]
    is_changed: bool,
}

impl MemoryStore {
    /// Whether anything was written since this was last asked: also a question may leave a trace.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.is_changed)
    }
}

impl Store for MemoryStore {
    fn get(&self, kind: &str, id: &str) -> Option<Value> {
        self.kinds.get(kind)?.get(id).cloned()
    }

    fn put(&mut self, kind: &str, id: &str, value: &Value) {
        self.is_changed = true;
        self.kinds.entry(kind.to_owned()).or_default().insert(id.to_owned(), value.clone());
    }

    fn delete(&mut self, kind: &str, id: &str) {
        if let Some(documents) = self.kinds.get_mut(kind) {
            self.is_changed |= documents.remove(id).is_some();
        }
    }

    fn list(&self, kind: &str) -> Vec<(String, Value)> {
        self.kinds.get(kind).map(|documents| documents.iter().map(|(id, value)| (id.clone(), value.clone())).collect()).unwrap_or_default()
    }
}
