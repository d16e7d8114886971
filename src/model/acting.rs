//! Acting for somebody else (代办): whom, and by which record.

use super::read::{reads, says};
use serde::Serialize;

/// Somebody whom the signed-in person may act for: the backend knows it from its registers.
#[derive(Debug, Clone, PartialEq)]
pub struct Represented {
    /// Opaque, and the same at every visit.
    pub id: String,
    /// Masked by the backend (张*); a company's is whole.
    pub name: String,
    pub relation: Relation,
    /// Which record says so, in words.
    pub basis: String,
}

reads!(Represented: id, name, relation, basis;);

/// What whoever is acted for is to whoever acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    Child,
    Parent,
    Spouse,
    /// A company, of which the agent is an officer.
    CompanyOfficer,
    Other,
}

says!(Relation: "child" = Child, "parent" = Parent, "spouse" = Spouse, "company_officer" = CompanyOfficer; "other" = Other);

/// For whom the person of this session acts now.
#[derive(Debug, Clone, PartialEq)]
pub struct ActingFor {
    pub id: String,
    pub name: String,
    pub relation: Relation,
}

reads!(ActingFor: id, name, relation;);

/// The choice of somebody to act for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActingChoice {
    pub id: String,
}

/// Who applied and who saw to it, where that is not one person. Names are masked.
#[derive(Debug, Clone, PartialEq)]
pub struct Acting {
    /// 申请人.
    pub applicant: String,
    /// 代办人.
    pub agent: String,
    pub relation: Relation,
}

reads!(Acting: applicant, agent, relation;);
