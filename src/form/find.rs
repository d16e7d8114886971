//! Finding one of many options by what a person types.

use super::field::Choice;
use super::when::narrow;
use serde_json::Value;

/// Options prepared for finding, so that thousands answer within a frame.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    /// Title and value, folded.
    words: Vec<(String, String)>,
}

impl Finder {
    pub fn new(options: &[Choice]) -> Self {
        let value = |v: &Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
        Self { words: options.iter().map(|o| (fold(&o.title), fold(&value(&o.value)))).collect() }
    }

    /// The places of the options whose title or value contains the text; those that begin with it first. All where nothing is typed.
    pub fn matches(&self, text: &str) -> Vec<usize> {
        let text = fold(text);
        let at =
            |pick: &dyn Fn(&(String, String)) -> bool| -> Vec<usize> { self.words.iter().enumerate().filter(|(_, w)| pick(w)).map(|(at, _)| at).collect() };
        let starts = |(title, value): &(String, String)| title.starts_with(&text) || value.starts_with(&text);
        let mut found = at(&starts);
        if !text.is_empty() {
            found.extend(at(&|w| !starts(w) && (w.0.contains(&text) || w.1.contains(&text))));
        }
        found
    }

    /// The option that the text names in full, by title or else by value.
    pub fn named(&self, text: &str) -> Option<usize> {
        let text = fold(text);
        let by = |pick: &dyn Fn(&(String, String)) -> bool| self.words.iter().position(pick);
        by(&|(title, _)| *title == text).or_else(|| by(&|(_, value)| *value == text)).filter(|_| !text.is_empty())
    }
}

/// Lower case, full-width forms narrowed, without blanks.
fn fold(text: &str) -> String {
    narrow(text).chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
