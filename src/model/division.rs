//! Administrative divisions, as the backend serves them.

use super::read::reads;

/// A province, city, district or street (GB/T 2260 and what is below it).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    /// As the backend knows it.
    pub code: String,
    pub name: String,
}

reads!(Division: code, name;);

/// What is known about the divisions below one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Divisions {
    Loading,
    /// Empty where there are none below: the next level is typed.
    Ready(Vec<Division>),
    Failed,
}
