//! A bundle that was submitted (联办件): one matter, handled by several departments at the same time.

use super::application::{Dispute, Document, RatingState, ServiceRef};
use super::read::{reads, says};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What is submitted for a bundle: one part a service, all at once.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatterSubmission {
    pub bundle_id: String,
    /// The version of the definition that the plan was made from.
    pub bundle_version: String,
    /// The guide's answers, by question.
    pub answers: BTreeMap<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_id: Option<String>,
    pub parts: Vec<MatterPart>,
}

/// One service's part of it. Pointers are those of the service's own form.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatterPart {
    pub service_id: String,
    pub form_version: String,
    pub data: Value,
    /// JSON Pointer → source id.
    pub provenance: BTreeMap<String, String>,
    /// Values of sources that the person says are wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<Dispute>,
}

/// A matter as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Matter {
    pub id: String,
    pub bundle: BundleRef,
    /// RFC 3339.
    pub submitted_at: String,
    /// When all of it is done at the latest, RFC 3339.
    pub promised_by: String,
    /// When the last part was done, RFC 3339.
    pub done_at: Option<String>,
    pub status: MatterStatus,
    /// In an order in which no part comes before what it waits for.
    pub parts: Vec<Part>,
    /// Those who have to confirm their share.
    pub parties: Vec<Party>,
    pub package: Option<Package>,
    pub next: Vec<NextStep>,
    pub rating: RatingState,
    /// Counts up with every change, so that an answer that was overtaken is known.
    pub revision: u64,
}

reads!(Matter: id, bundle, submitted_at, promised_by, status, parts; done_at, parties, package, next, rating, revision);

#[derive(Debug, Clone, PartialEq)]
pub struct BundleRef {
    pub id: String,
    pub name: String,
    pub icon: String,
}

reads!(BundleRef: id, name; icon);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatterStatus {
    Running,
    /// The person, or somebody of theirs, has to do something.
    NeedsYou,
    /// Everything that could be done is done, and something failed.
    Partly,
    Done,
}

says!(MatterStatus: "running" = Running, "needs_you" = NeedsYou, "partly" = Partly, "done" = Done);

impl MatterStatus {
    /// Whether nothing more happens by itself.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Partly | Self::Done)
    }
}

/// One department's part of a matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub service: ServiceRef,
    pub status: PartStatus,
    /// Where it stands, in words.
    pub text: String,
    /// The services that it comes after, by id.
    pub after: Vec<String>,
    /// Those of them that it still waits for, by id.
    pub waits_for: Vec<String>,
    /// What it got from other parts.
    pub received: Vec<Received>,
    /// The application that it became, once it has begun.
    pub application_id: Option<String>,
    /// RFC 3339.
    pub began_at: Option<String>,
    /// RFC 3339.
    pub ended_at: Option<String>,
    /// When it is done at the latest, in minutes from its beginning.
    pub minutes: u32,
}

reads!(Part: service, status, text; after, waits_for, received, application_id, began_at, ended_at, minutes);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartStatus {
    /// Another part, or somebody, comes first.
    Waiting,
    Running,
    Done,
    /// The person has to do something.
    NeedsYou,
    /// Refused by the department.
    Failed,
    /// Could not be handed to the department: it can be sent again.
    NotSent,
    /// What it rests on failed.
    Blocked,
}

says!(PartStatus: "waiting" = Waiting, "running" = Running, "done" = Done, "needs_you" = NeedsYou, "failed" = Failed, "not_sent" = NotSent, "blocked" = Blocked);

/// A result that one part gave to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// The service that gave it, by id.
    pub from: String,
    pub name: String,
    pub value: String,
}

reads!(Received: from, name; value);

/// Somebody who has to confirm their share of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    /// Masked.
    pub name: String,
    /// What they confirm, in words.
    pub what: String,
    pub status: PartyStatus,
    /// What the person hands on, so that the other can confirm: shown to the applicant alone, and only while it is waited for.
    pub code: Option<String>,
}

reads!(Party: name, what, status; code);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyStatus {
    Waiting,
    Confirmed,
    Refused,
}

says!(PartyStatus: "waiting" = Waiting, "confirmed" = Confirmed, "refused" = Refused);

/// What somebody is shown who has to confirm their share, and nothing else of the matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    pub bundle: BundleRef,
    /// Who asks, masked.
    pub asks: String,
    /// What is to be confirmed; empty for whoever has not proved who they are.
    pub what: String,
    /// What they confirm, line by line.
    pub lines: Vec<ShareLine>,
    pub status: PartyStatus,
}

reads!(Share: bundle, asks, what, status; lines);

#[derive(Debug, Clone, PartialEq)]
pub struct ShareLine {
    pub label: String,
    pub value: String,
}

reads!(ShareLine: label, value;);

/// Everything that the person gets, in one delivery.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    pub documents: Vec<PackageDocument>,
    /// How things of paper and stone reach the person.
    pub ways: Vec<DeliveryWay>,
    /// The way that the person chose, by id.
    pub way: Option<String>,
    /// When the person said that they have everything, RFC 3339.
    pub confirmed_at: Option<String>,
}

reads!(Package: documents; ways, way, confirmed_at);

#[derive(Debug, Clone, PartialEq)]
pub struct PackageDocument {
    /// The service that issued it, by id.
    pub service: String,
    pub document: Document,
    /// It lies in the wallet; otherwise it is sent or collected.
    pub electronic: bool,
}

reads!(PackageDocument: service, document; electronic);

#[derive(Debug, Clone, PartialEq)]
pub struct DeliveryWay {
    pub id: String,
    pub name: String,
    pub text: String,
}

reads!(DeliveryWay: id, name; text);

/// What comes after: a date to keep, or something that the person qualifies for.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStep {
    pub title: String,
    pub text: String,
    /// ISO 8601 date by which it is due.
    pub due: Option<String>,
    /// The rule that matched, in words; present where it is a policy that the person qualifies for by their own data.
    pub because: Option<String>,
    /// The rule's name and number.
    pub basis: Option<String>,
}

reads!(NextStep: title, text; due, because, basis);

/// A line of "my matters".
#[derive(Debug, Clone, PartialEq)]
pub struct MatterSummary {
    pub id: String,
    pub bundle: BundleRef,
    pub submitted_at: String,
    pub status: MatterStatus,
    pub text: String,
    /// How many parts are done, of how many.
    pub done: u32,
    pub total: u32,
}

reads!(MatterSummary: id, bundle, submitted_at, status; text, done, total);
