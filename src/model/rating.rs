//! 好差评 (国办发〔2019〕51号, GB/T 39735-2020): levels, tags as versioned data, and the answer to a bad rating.

use super::read::{read_from, reads, says, Misread, Read};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// The longest free text, in characters.
pub const TEXT_LIMIT: usize = 150;

/// The scale and what was said on it so far, for one matter.
#[derive(Debug, Clone, PartialEq)]
pub struct RatingSheet {
    /// What a new rating would count as; `closed` when none is possible.
    pub can: super::application::RatingState,
    pub service: super::application::ServiceRef,
    /// Version of the tag set, sent back with a rating.
    pub version: String,
    pub levels: Vec<RatingLevel>,
    pub ratings: Vec<Rating>,
}

reads!(RatingSheet: can, service, version, levels; ratings);

#[derive(Debug, Clone, PartialEq)]
pub struct RatingLevel {
    /// 5 very satisfied … 1 very dissatisfied.
    pub level: Stars,
    pub name: String,
    /// A bad rating (差评): asked what to mend, and answered by a deadline.
    pub bad: bool,
    pub tags: Vec<RatingTag>,
    /// What will happen after such a rating, with the dates it would have today.
    pub follow_up: Vec<FollowUpStep>,
}

reads!(RatingLevel: level, name; bad, tags, follow_up);

#[derive(Debug, Clone, PartialEq)]
pub struct RatingTag {
    pub code: String,
    pub text: String,
}

reads!(RatingTag: code, text;);

#[derive(Debug, Clone, PartialEq)]
pub struct FollowUpStep {
    pub text: String,
    /// ISO 8601 date.
    pub by: Option<String>,
    pub done: bool,
}

reads!(FollowUpStep: text; by, done);

/// One to five; nothing else can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "u8")]
pub struct Stars(u8);

impl Stars {
    /// `None` outside 1..=5.
    pub fn new(n: u8) -> Option<Self> {
        (1..=5).contains(&n).then_some(Self(n))
    }

    /// 1..=5.
    pub fn get(self) -> u8 {
        self.0
    }

    /// All levels, lowest first.
    pub fn all() -> [Stars; 5] {
        [Stars(1), Stars(2), Stars(3), Stars(4), Stars(5)]
    }
}

impl Read for Stars {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        let n = value.as_u64().and_then(|n| u8::try_from(n).ok());
        n.and_then(Stars::new).ok_or_else(|| Misread::new("a rating level is 1 to 5"))
    }
}

impl<'de> Deserialize<'de> for Stars {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read_from(Value::deserialize(from)?)
    }
}

impl TryFrom<u8> for Stars {
    type Error = &'static str;
    fn try_from(n: u8) -> Result<Self, Self::Error> {
        Stars::new(n).ok_or("a rating level is 1 to 5")
    }
}

impl From<Stars> for u8 {
    fn from(s: Stars) -> u8 {
        s.0
    }
}

/// `EVALUATETYPE` of GB/T 39735.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RatingKind {
    First,
    Additional,
}

says!(RatingKind: "first" = First, "additional" = Additional);

/// A rating to send.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewRating {
    pub kind: RatingKind,
    pub version: String,
    pub level: Stars,
    pub tags: Vec<String>,
    /// At most [`TEXT_LIMIT`] characters.
    pub text: String,
    /// Whether the agency sees who rated; named bad ratings are always called back.
    pub named: bool,
}

/// A rating that was given.
#[derive(Debug, Clone, PartialEq)]
pub struct Rating {
    pub kind: RatingKind,
    pub level: Stars,
    pub tags: Vec<RatingTag>,
    pub text: String,
    pub named: bool,
    /// RFC 3339.
    pub at: String,
    pub follow_up: Vec<FollowUpStep>,
}

reads!(Rating: kind, level, at; tags, text, named, follow_up);
