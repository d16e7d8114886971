//! A bundle that holds together.

use crate::form::Expression;
use crate::model::bundle::{After, Bundle, Member};
use crate::model::date::Date;
use serde_json::Value;
use std::fmt;

/// What is wrong with a bundle, and where. For the maintainer, in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleProblem {
    /// JSON Pointer into the bundle as the contract has it.
    pub pointer: String,
    pub reason: String,
}

impl BundleProblem {
    pub(super) fn new(pointer: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), reason: reason.into() }
    }
}

impl fmt::Display for BundleProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at \"{}\")", self.reason, self.pointer)
    }
}

/// A [`Bundle`] of which it is known that its expressions compile, that everything that it names is there and that nothing in it waits for
/// itself. Made by [`Definition::check`] only.
#[derive(Debug, Clone)]
pub struct Definition {
    pub(super) bundle: Bundle,
    /// By question.
    pub(super) asked_when: Vec<Option<Expression>>,
    /// By member.
    pub(super) members: Vec<Ties>,
    /// Places of the members, each after all that it may come after.
    pub(super) order: Vec<usize>,
}

/// What a member has to do with answers and other members.
#[derive(Debug, Clone)]
pub(super) struct Ties {
    pub(super) when: Option<Expression>,
    pub(super) after: Vec<Tie>,
}

/// Another member that comes first.
#[derive(Debug, Clone)]
pub(super) struct Tie {
    /// Its place among the members.
    pub(super) at: usize,
    pub(super) satisfied: Option<Expression>,
}

impl Definition {
    /// As the contract has it.
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// The member at a place of a plan.
    pub fn member(&self, at: usize) -> Option<&Member> {
        self.bundle.services.get(at)
    }

    /// The place of a member by the id of its service.
    pub fn place_of(&self, service: &str) -> Option<usize> {
        self.bundle.services.iter().position(|m| m.service.id == service)
    }

    pub(super) fn after(&self, member: usize) -> impl Iterator<Item = (&After, &Tie)> {
        let ties = self.members.get(member).map(|m| m.after.as_slice()).unwrap_or_default();
        self.bundle.services.get(member).map(|m| m.after.as_slice()).unwrap_or_default().iter().zip(ties)
    }
}

/// Whether a condition holds over the guide's answers; one that is not there does.
pub(super) fn holds(condition: Option<&Expression>, answers: &Value, today: Date) -> bool {
    condition.is_none_or(|when| when.truthy(answers, today))
}
