//! Reads the demo data strictly: whatever is wrong is told by file and JSON Pointer, so that a designer finds the line.

use super::localize::translation;
use crate::form::Expression;
use crate::model::date::Date;
use crate::words::Lang;
use serde_json::Value;
use std::fmt;

/// What is wrong with the demo data, for the one who maintains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueProblem {
    /// Relative to the data directory.
    pub file: String,
    /// JSON Pointer into the file; empty for the file as a whole.
    pub pointer: String,
    pub reason: String,
}

impl fmt::Display for CatalogueProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}: {}", self.file, self.pointer, self.reason)
    }
}

impl std::error::Error for CatalogueProblem {}

/// A place in a data file.
#[derive(Clone)]
pub(super) struct Node<'a> {
    file: &'a str,
    pointer: String,
    pub value: &'a Value,
}

pub(super) type Read<T> = Result<T, CatalogueProblem>;

impl<'a> Node<'a> {
    pub fn root(file: &'a str, value: &'a Value) -> Self {
        Self { file, pointer: String::new(), value }
    }

    /// A problem at this place.
    pub fn wrong(&self, reason: impl Into<String>) -> CatalogueProblem {
        CatalogueProblem { file: self.file.to_owned(), pointer: self.pointer.clone(), reason: reason.into() }
    }

    /// A problem below this place; `below` is a JSON Pointer.
    pub fn wrong_at(&self, below: &str, reason: impl Into<String>) -> CatalogueProblem {
        CatalogueProblem { file: self.file.to_owned(), pointer: format!("{}{below}", self.pointer), reason: reason.into() }
    }

    /// A member; absent and null are the same.
    pub fn maybe(&self, key: &str) -> Option<Node<'a>> {
        let value = self.value.get(key).filter(|v| !v.is_null())?;
        Some(self.step(key, value))
    }

    /// A member that has to be there.
    pub fn at(&self, key: &str) -> Read<Node<'a>> {
        self.maybe(key).ok_or_else(|| self.wrong(format!("has no “{key}”")))
    }

    pub fn items(&self) -> Read<Vec<Node<'a>>> {
        let items = self.value.as_array().ok_or_else(|| self.wrong("has to be an array"))?;
        Ok(items.iter().enumerate().map(|(i, value)| self.step(&i.to_string(), value)).collect())
    }

    pub fn members(&self) -> Read<Vec<(&'a str, Node<'a>)>> {
        let members = self.value.as_object().ok_or_else(|| self.wrong("has to be an object"))?;
        Ok(members.iter().map(|(key, value)| (key.as_str(), self.step(key, value))).collect())
    }

    /// The items of a member, none where it is absent.
    pub fn list(&self, key: &str) -> Read<Vec<Node<'a>>> {
        self.maybe(key).map_or(Ok(Vec::new()), |node| node.items())
    }

    pub fn text(&self) -> Read<String> {
        self.value.as_str().map(str::to_owned).ok_or_else(|| self.wrong("has to be a string"))
    }

    pub fn number(&self) -> Read<u64> {
        self.value.as_u64().ok_or_else(|| self.wrong("has to be a whole number, not negative"))
    }

    pub fn date(&self) -> Read<Date> {
        Date::parse(&self.text()?).ok_or_else(|| self.wrong("has to be a date as YYYY-MM-DD"))
    }

    pub fn expression(&self) -> Read<Expression> {
        let text = self.text()?;
        Expression::compile(&text).map_err(|e| self.wrong(format!("is not a JMESPath expression: {} (at {})", e.message, e.offset)))
    }

    /// What people read: one string for all languages, or one for each.
    pub fn words(&self) -> Read<Value> {
        match self.value {
            Value::String(_) => Ok(self.value.clone()),
            Value::Object(members) if translation(members) => Ok(self.value.clone()),
            _ => Err(self.wrong("has to be a string, or an object with a text for each language")),
        }
    }

    /// A list of [`Self::words`], none where the member is absent.
    pub fn word_list(&self, key: &str) -> Read<Vec<Value>> {
        self.list(key)?.iter().map(Node::words).collect()
    }

    /// Every text here and below that has one language has them all.
    pub fn check_languages(&self) -> Read<()> {
        if let Value::Object(members) = self.value {
            let spoken = Lang::ALL.iter().filter(|lang| members.contains_key(lang.tag())).count();
            if spoken > 0 && (spoken < Lang::ALL.len() || members.len() > spoken) {
                return Err(self.wrong("has to have zh-CN, zh-Hant and en, and nothing else"));
            }
        }
        match self.value {
            Value::Object(_) => self.members()?.iter().try_for_each(|(_, node)| node.check_languages()),
            Value::Array(_) => self.items()?.iter().try_for_each(Node::check_languages),
            _ => Ok(()),
        }
    }

    fn step(&self, key: &str, value: &'a Value) -> Node<'a> {
        Node { file: self.file, pointer: format!("{}/{}", self.pointer, key.replace('~', "~0").replace('/', "~1")), value }
    }
}
