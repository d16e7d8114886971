//! Reading wire types out of JSON, without serde's visitors.
//!
//! serde instantiates a reader for every pair of type and format, two kilobytes for each list: a tenth of the whole wasm. Here the
//! text becomes a [`Value`] once, and types take what they need out of it by name. [`serde::Deserialize`] is implemented on top,
//! so that tests and the demo, which use it, exercise this very reader; the citizen's build contains none of it.

use serde::de::{self, Deserialize, EnumAccess, MapAccess, VariantAccess, Visitor};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// What could not be read: the member at fault, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    /// JSON Pointer, seen from what was read.
    pub pointer: String,
    pub reason: &'static str,
}

impl Misread {
    /// A fault of the value itself.
    #[cold]
    #[inline(never)]
    pub fn new(reason: &'static str) -> Self {
        Self { pointer: String::new(), reason }
    }

    /// The same, seen from what has this member.
    #[cold]
    #[inline(never)]
    pub fn at(mut self, name: &str) -> Self {
        self.pointer.insert_str(0, name);
        self.pointer.insert(0, '/');
        self
    }

    #[cold]
    #[inline(never)]
    fn at_place(self, place: usize) -> Self {
        self.at(&place.to_string())
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.pointer)?;
        f.write_str(": ")?;
        f.write_str(self.reason)
    }
}

/// A type that can be read out of JSON. Unknown members are passed over.
pub trait Read: Sized {
    /// Takes what it needs out of `value`, which is not worth anything afterwards.
    ///
    /// # Errors
    /// The first [`Misread`].
    fn read(value: &mut Value) -> Result<Self, Misread>;
}

/// Reads a whole JSON text.
///
/// # Errors
/// In words, for the maintainer.
pub fn text<T: Read>(json: &[u8]) -> Result<T, String> {
    T::read(&mut parse(json)?).map_err(|e| e.to_string())
}

#[inline(never)]
fn parse(json: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(json).map_err(|e| e.to_string())
}

/// Answers an error where the value is no object.
///
/// # Errors
/// [`Misread`]
#[inline(never)]
pub fn object(value: &Value) -> Result<(), Misread> {
    if value.is_object() {
        Ok(())
    } else {
        Err(Misread::new("an object is expected"))
    }
}

/// Answers an error where an object has other members than these: one that is misspelt must not be passed over.
///
/// # Errors
/// [`Misread`]
#[inline(never)]
pub fn only(value: &Value, names: &[&str]) -> Result<(), Misread> {
    object(value)?;
    match value.as_object().and_then(|o| o.keys().find(|k| !names.contains(&k.as_str()))) {
        Some(other) => Err(Misread::new("is not known here").at(other)),
        None => Ok(()),
    }
}

/// A text member; empty where there is none.
#[inline(never)]
pub fn said<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A member that must be there.
///
/// # Errors
/// [`Misread`]
#[inline(never)]
pub fn need<T: Read>(value: &mut Value, name: &'static str) -> Result<T, Misread> {
    match value.get_mut(name) {
        Some(member) => T::read(member),
        None => Err(Misread::new("is missing")),
    }
    .map_err(|e| e.at(name))
}

/// A member that may be left out.
///
/// # Errors
/// [`Misread`]
#[inline(never)]
pub fn may<T: Read + Default>(value: &mut Value, name: &'static str) -> Result<T, Misread> {
    match value.get_mut(name) {
        Some(member) => T::read(member).map_err(|e| e.at(name)),
        None => Ok(T::default()),
    }
}

/// Which of these words the value is; `words.len()` for any other one.
///
/// # Errors
/// [`Misread`] where it is no text.
#[inline(never)]
pub fn word(value: &Value, words: &[&str]) -> Result<usize, Misread> {
    let said = value.as_str().ok_or_else(|| Misread::new("a word is expected"))?;
    Ok(words.iter().position(|w| *w == said).unwrap_or(words.len()))
}

#[inline(never)]
fn items(value: &mut Value) -> Result<&mut [Value], Misread> {
    match value {
        Value::Array(items) => Ok(items),
        _ => Err(Misread::new("a list is expected")),
    }
}

impl Read for String {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        match value {
            Value::String(text) => Ok(std::mem::take(text)),
            _ => Err(Misread::new("a text is expected")),
        }
    }
}

impl Read for bool {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        value.as_bool().ok_or_else(|| Misread::new("true or false is expected"))
    }
}

impl Read for u64 {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        value.as_u64().ok_or_else(|| Misread::new("a whole number is expected"))
    }
}

impl Read for i64 {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        value.as_i64().ok_or_else(|| Misread::new("a whole number is expected"))
    }
}

impl Read for u32 {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        u64::read(value)?.try_into().map_err(|_| Misread::new("is too large"))
    }
}

impl Read for Value {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        Ok(value.take())
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        match value.take() {
            Value::Object(members) => {
                let mut all = Self::new();
                for (name, mut member) in members {
                    let member = T::read(&mut member).map_err(|e| e.at(&name))?;
                    all.insert(name, member);
                }
                Ok(all)
            }
            _ => Err(Misread::new("an object is expected")),
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        if value.is_null() {
            Ok(None)
        } else {
            T::read(value).map(Some)
        }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        T::read(value).map(Self::new)
    }
}

impl<T: Read> Read for Vec<T> {
    #[inline(never)]
    fn read(value: &mut Value) -> Result<Self, Misread> {
        let items = items(value)?;
        let mut all = Self::with_capacity(items.len());
        for (place, item) in items.iter_mut().enumerate() {
            all.push(T::read(item).map_err(|e| e.at_place(place))?);
        }
        Ok(all)
    }
}

/// Implements [`Read`] for a struct: `reads!(Type: members that must be there; members that default)`.
macro_rules! reads {
    ($type:ident $(<$of:ident>)?: $($need:ident),*; $($may:ident),*) => {
        impl $(<$of: $crate::model::read::Read>)? $crate::model::read::Read for $type $(<$of>)? {
            fn read(value: &mut ::serde_json::Value) -> Result<Self, $crate::model::read::Misread> {
                $crate::model::read::object(value)?;
                Ok(Self {
                    $($need: $crate::model::read::need(value, stringify!($need))?,)*
                    $($may: $crate::model::read::may(value, stringify!($may))?,)*
                })
            }
        }
        impl<'de $(, $of: $crate::model::read::Read)?> ::serde::Deserialize<'de> for $type $(<$of>)? {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let members = &[$(stringify!($need),)* $(stringify!($may),)*];
                $crate::model::read::read_from(from.deserialize_struct(stringify!($type), members, $crate::model::read::Members)?)
            }
        }
    };
}
pub(crate) use reads;

/// Implements [`Read`] for an enum: `says!(Type: "word" = Variant, …)`, then `; "word" = Variant` for words of later versions too.
macro_rules! says {
    ($type:ident: $($word:literal = $variant:ident),* $(; $otherwise:literal = $other:ident)?) => {
        impl $crate::model::read::Read for $type {
            fn read(value: &mut ::serde_json::Value) -> Result<Self, $crate::model::read::Misread> {
                const MEANT: &[$type] = &[$($type::$variant,)* $($type::$other)?];
                let place = $crate::model::read::word(value, &[$($word,)* $($otherwise)?])?;
                MEANT.get(place).copied()$(.or(Some($type::$other)))?.ok_or_else(|| $crate::model::read::Misread::new("is none of the contract's words"))
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::model::read::read_from(from.deserialize_enum(stringify!($type), &[$($word,)* $($otherwise)?], $crate::model::read::Word)?)
            }
        }
    };
}
pub(crate) use says;

/// The last step of `Deserialize` for what is read here.
///
/// # Errors
/// The [`Misread`], in words.
pub fn read_from<T: Read, E: de::Error>(mut value: Value) -> Result<T, E> {
    T::read(&mut value).map_err(E::custom)
}

/// Takes a struct's members from serde as they come.
#[derive(Debug)]
pub struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Value, A::Error> {
        Value::deserialize(de::value::MapAccessDeserializer::new(members))
    }
}

/// Takes an enum's word from serde.
#[derive(Debug)]
pub struct Word;

impl<'de> Visitor<'de> for Word {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, said: A) -> Result<Value, A::Error> {
        let (word, rest) = said.variant::<String>()?;
        rest.unit_variant()?;
        Ok(Value::String(word))
    }
}
