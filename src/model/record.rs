//! What a person agreed to, and what was read about them on it (个人信息保护法 §44, §45: to know, and to be given a copy).

use super::acting::Acting;
use super::application::ServiceRef;
use super::read::{reads, says};

/// One consent with what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsentRecord {
    pub id: String,
    pub service: ServiceRef,
    /// RFC 3339.
    pub given_at: String,
    pub state: ConsentState,
    /// Since when it is no longer in force, or when it will not be; RFC 3339.
    pub until: Option<String>,
    pub purpose: String,
    /// How the person proved who they were, by the name people know.
    pub method: String,
    /// Agreed to face recognition separately.
    pub face: bool,
    /// Sources that may be, or could be, read, by the names people know.
    pub granted: Vec<String>,
    pub refused: Vec<String>,
    /// Newest first.
    pub readings: Vec<Reading>,
    /// Whose data it is about and who agreed for them, where somebody acted (代办).
    pub acting: Option<Acting>,
}

reads!(ConsentRecord: id, service, given_at, state; until, purpose, method, face, granted, refused, readings, acting);

/// Whether a consent is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentState {
    Active,
    Withdrawn,
    Expired,
}

says!(ConsentState: "active" = Active, "withdrawn" = Withdrawn, "expired" = Expired);

/// One look into a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// By the name people know.
    pub source: String,
    /// RFC 3339.
    pub at: String,
    pub why: ReadingWhy,
    /// What was read, by the questions it answered.
    pub fields: Vec<String>,
}

reads!(Reading: source, at, why; fields);

/// What a source was read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadingWhy {
    /// To fill the form.
    Fill,
    /// To check the application.
    Check,
    Other,
}

says!(ReadingWhy: "fill" = Fill, "check" = Check; "other" = Other);
