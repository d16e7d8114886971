//! JSON Pointer (RFC 6901): how a field, an answer and a problem name the same place.

use serde_json::{Map, Value};
use std::fmt;

/// A syntactically valid JSON Pointer. Keys are plain strings: `__proto__` and the empty key mean nothing special.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

/// The text is no JSON Pointer: it neither is empty nor begins with `/`, or holds a `~` that escapes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointerError;

impl fmt::Display for PointerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a JSON Pointer (RFC 6901)")
    }
}

impl Pointer {
    /// The whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads a pointer as written; never changes it.
    ///
    /// # Errors
    /// [`PointerError`] where RFC 6901 § 3 does not allow it.
    pub fn parse(text: &str) -> Result<Self, PointerError> {
        if !text.is_empty() && !text.starts_with('/') {
            return Err(PointerError);
        }
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            if c == '~' && !matches!(rest.next(), Some('0' | '1')) {
                return Err(PointerError);
            }
        }
        Ok(Self(text.to_owned()))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The pointer to a member of what this one points to; escapes the key.
    pub fn child(&self, key: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + key.len() + 1);
        text.push_str(&self.0);
        push_token(&mut text, key);
        Self(text)
    }

    /// This pointer seen from the root of what `base` points to.
    pub(crate) fn under(&self, base: &Pointer) -> Self {
        Self(format!("{}{}", base.0, self.0))
    }

    /// Whether it points to `base` or to something within it.
    pub fn is_within(&self, base: &Pointer) -> bool {
        is_at_or_in(&self.0, &base.0)
    }

    /// The keys from the root down, unescaped.
    pub fn tokens(&self) -> Vec<String> {
        let is_plain = !self.0.contains('~');
        self.0.split('/').skip(1).map(|t| if is_plain { t.to_owned() } else { t.replace("~1", "/").replace("~0", "~") }).collect()
    }

    /// The last key; empty at the root.
    pub fn last(&self) -> String {
        self.tokens().pop().unwrap_or_default()
    }

    /// The value it points to.
    pub fn get<'a>(&self, root: &'a Value) -> Option<&'a Value> {
        // Looking for what is escaped costs more than all the rest, and hardly any key has it.
        if self.0.contains('~') {
            return root.pointer(&self.0);
        }
        self.0.split('/').skip(1).try_fold(root, |here, token| match here {
            Value::Object(map) => map.get(token),
            Value::Array(list) => list.get(index(token, list.len()).filter(|_| token != "-")?),
            _ => None,
        })
    }

    /// Puts a value there, making objects on the way where nothing (or null) is. In an array only an existing place or the
    /// one after the last can be set. Answers whether there was a place: a string or number on the way is never replaced.
    pub fn set(&self, root: &mut Value, value: Value) -> bool {
        let mut here = root;
        for token in self.tokens() {
            if here.is_null() {
                *here = Value::Object(Map::new());
            }
            here = match here {
                Value::Object(map) => map.entry(token).or_insert(Value::Null),
                Value::Array(list) => {
                    let Some(at) = index(&token, list.len()) else { return false };
                    if at == list.len() {
                        list.push(Value::Null);
                    }
                    match list.get_mut(at) {
                        Some(place) => place,
                        None => return false,
                    }
                }
                _ => return false,
            };
        }
        *here = value;
        true
    }

    /// Takes the value out of its object; objects that become empty stay.
    pub(crate) fn remove(&self, root: &mut Value) -> Option<Value> {
        let (parent, _) = self.0.rsplit_once('/')?;
        match root.pointer_mut(parent)? {
            Value::Object(map) => map.remove(&self.last()),
            _ => None,
        }
    }
}

/// Adds a key to a pointer that is being written; escapes it.
pub(super) fn push_token(text: &mut String, key: &str) {
    text.push('/');
    if !key.contains(['~', '/']) {
        return text.push_str(key);
    }
    for c in key.chars() {
        match c {
            '~' => text.push_str("~0"),
            '/' => text.push_str("~1"),
            _ => text.push(c),
        }
    }
}

/// An array index without leading zeros, at most `len`; `-` is the place after the last.
fn index(token: &str, len: usize) -> Option<usize> {
    if token == "-" {
        return Some(len);
    }
    let plain = token.bytes().all(|b| b.is_ascii_digit()) && (token == "0" || !token.starts_with('0'));
    token.parse().ok().filter(|at| plain && *at <= len)
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a pointer, as text, names the same place as another or one inside it.
pub fn is_at_or_in(pointer: &str, outer: &str) -> bool {
    pointer.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
