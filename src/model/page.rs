//! One page of a list.

use super::read::reads;

/// A page of items and the way to the next one (cursor paging).
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Opaque; absent on the last page.
    pub next_cursor: Option<String>,
}

reads!(Page<T>: items; next_cursor);
