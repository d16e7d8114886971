//! The index of bundles: narrowed by whom they are for, the event they belong to and the department that takes part.

use crate::model::bundle::{Audience, BundleSummary};

/// What the index is narrowed to; everything where nothing is chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    pub audience: Option<Audience>,
    pub event: Option<String>,
    pub agency: Option<String>,
}

impl Narrowed {
    /// Whether a bundle is left.
    pub fn leaves(&self, bundle: &BundleSummary) -> bool {
        self.audience.is_none_or(|a| a == bundle.audience)
            && self.event.as_ref().is_none_or(|e| *e == bundle.event)
            && self.agency.as_ref().is_none_or(|a| bundle.agencies.contains(a))
    }
}

/// The events, each once, as they come.
pub fn events(all: &[BundleSummary]) -> Vec<String> {
    once(all.iter().map(|b| &b.event))
}

/// The departments, each once, as they come.
pub fn agencies(all: &[BundleSummary]) -> Vec<String> {
    once(all.iter().flat_map(|b| &b.agencies))
}

fn once<'a>(all: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    all.filter(|one| !one.is_empty() && seen.insert(*one)).cloned().collect()
}
