//! Files on their way to the backend, and what they become there.

use super::read::reads;
use serde::Serialize;

/// A file that the backend keeps; its `id` is the field's value.
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    pub id: String,
    pub name: String,
    /// Bytes.
    pub size: u64,
}

reads!(Attachment: id, name, size;);

/// A file that is going to be sent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewUpload {
    pub name: String,
    /// Media type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Bytes.
    pub size: u64,
}

/// How far a file that is sent in parts has come.
#[derive(Debug, Clone, PartialEq)]
pub struct Upload {
    pub id: String,
    /// Bytes that have arrived, from the beginning.
    pub received: u64,
    /// The most bytes of one part.
    pub part_bytes: Option<u64>,
    /// What the file has become, once all of it has arrived.
    pub attachment: Option<Attachment>,
}

reads!(Upload: id, received; part_bytes, attachment);
