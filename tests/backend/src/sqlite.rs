//! The store over SQLite: one table of documents, one transaction for each request. Whatever was answered survives a crash.

use miaoban::demo::Store;
use rusqlite::{params, Connection, OptionalExtension};
use serde_json::Value;
use std::cell::RefCell;
use std::path::Path;
use std::time::Duration;

/// Documents in a SQLite file.
pub struct SqliteStore {
    db: Connection,
    /// The first thing that went wrong in this transaction: [`Store`] has no way to say it.
    failure: RefCell<Option<rusqlite::Error>>,
}

impl SqliteStore {
    /// Opens or creates the file.
    pub fn open(path: &Path) -> rusqlite::Result<Self> {
        let db = Connection::open(path)?;
        db.busy_timeout(Duration::from_secs(5))?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        db.pragma_update(None, "synchronous", "FULL")?;
        db.execute_batch(
            "CREATE TABLE IF NOT EXISTS documents (kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID",
        )?;
        Ok(Self { db, failure: RefCell::new(None) })
    }

    pub fn begin(&mut self) -> rusqlite::Result<()> {
        self.failure.replace(None);
        self.db.execute_batch("BEGIN IMMEDIATE")
    }

    pub fn commit(&mut self) -> rusqlite::Result<()> {
        self.db.execute_batch("COMMIT")
    }

    /// Undoes the request's writes.
    pub fn roll_back(&mut self) {
        // Where the transaction is already gone there is nothing to undo.
        let _ = self.db.execute_batch("ROLLBACK");
    }

    /// What went wrong since [`Self::begin`].
    pub fn failure(&self) -> Option<String> {
        self.failure.borrow().as_ref().map(ToString::to_string)
    }

    fn tried<T>(&self, result: rusqlite::Result<T>) -> Option<T> {
        result.map_err(|error| self.failure.borrow_mut().get_or_insert(error).to_string()).ok()
    }
}

impl Store for SqliteStore {
    fn get(&self, kind: &str, id: &str) -> Option<Value> {
        let read = || -> rusqlite::Result<Option<String>> {
            self.db.prepare_cached("SELECT body FROM documents WHERE kind = ?1 AND id = ?2")?.query_row(params![kind, id], |row| row.get(0)).optional()
        };
        serde_json::from_str(&self.tried(read())??).ok()
    }

    fn put(&mut self, kind: &str, id: &str, value: &Value) {
        let write =
            || self.db.prepare_cached("INSERT OR REPLACE INTO documents (kind, id, body) VALUES (?1, ?2, ?3)")?.execute(params![kind, id, value.to_string()]);
        self.tried(write());
    }

    fn delete(&mut self, kind: &str, id: &str) {
        let write = || self.db.prepare_cached("DELETE FROM documents WHERE kind = ?1 AND id = ?2")?.execute(params![kind, id]);
        self.tried(write());
    }

    fn list(&self, kind: &str) -> Vec<(String, Value)> {
        let read = || -> rusqlite::Result<Vec<(String, String)>> {
            self.db
                .prepare_cached("SELECT id, body FROM documents WHERE kind = ?1 ORDER BY id")?
                .query_map(params![kind], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        };
        let rows = self.tried(read()).unwrap_or_default();
        rows.into_iter().filter_map(|(id, body)| Some((id, serde_json::from_str(&body).ok()?))).collect()
    }
}
