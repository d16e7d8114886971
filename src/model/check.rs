//! Checks of one answer that only the backend can make: whether a company's name is free.

use super::read::reads;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What is asked: one answer, and of the others only those that the form names.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckRequest {
    pub value: Value,
    /// JSON Pointer → value.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub data: BTreeMap<String, Value>,
}

/// What the backend says to it.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckResult {
    pub ok: bool,
    /// For the person, in their language: what to do, or what was found.
    pub message: Option<String>,
    /// Answers that would pass.
    pub suggestions: Vec<Value>,
}

reads!(CheckResult: ok; message, suggestions);
