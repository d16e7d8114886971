//! RFC 9457 problem details, as every backend of the contract answers an error.

use super::read::{may, read_from, reads, Members, Misread, Read};
use super::session::Level;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// `application/problem+json`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProblemDetails {
    /// Stable and machine-readable: the part after the last `/` names the case (`identity-replayed`, `locked-value`, …).
    pub kind: String,
    pub title: String,
    /// For the person, in their language.
    pub detail: Option<Box<str>>,
    pub errors: Vec<FieldError>,
    /// Of a part of a file that does not fit on: the offset to go on from, in bytes.
    pub received: Option<u64>,
    /// Of what needs a surer check.
    pub step_up: Option<Box<StepUpNeeded>>,
}

/// What a surer check has to reach: `level` and `methods` of the problem.
#[derive(Debug, Clone, PartialEq)]
pub struct StepUpNeeded {
    pub level: Level,
    /// Ids of the methods that reach it.
    pub methods: Vec<String>,
}

// By hand, because of the member's name.
impl Read for ProblemDetails {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        Ok(Self {
            kind: may(value, "type")?,
            title: may(value, "title")?,
            detail: may::<Option<String>>(value, "detail")?.map(String::into_boxed_str),
            errors: may(value, "errors")?,
            received: may(value, "received")?,
            step_up: match may::<Option<Level>>(value, "level")? {
                Some(level) => Some(Box::new(StepUpNeeded { level, methods: may(value, "methods")? })),
                None => None,
            },
        })
    }
}

impl<'de> Deserialize<'de> for ProblemDetails {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read_from(from.deserialize_struct("ProblemDetails", &["type", "title", "detail", "errors", "received", "level", "methods"], Members)?)
    }
}

impl ProblemDetails {
    /// The case that [`Self::kind`] names.
    pub fn case(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }
}

/// What is wrong with one value.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldError {
    /// JSON Pointer into the submitted data.
    pub pointer: String,
    pub detail: String,
}

reads!(FieldError: pointer, detail;);
