//! The guide's answers of the bundle that somebody is being guided through, until they are in a consent or a draft.

use crate::model::bundle::GuideAnswers;
use leptos::prelude::*;

/// One bundle's answers at a time; in memory alone.
#[derive(Clone, Copy, Default)]
pub struct Guides(RwSignal<Option<(String, GuideAnswers)>>);

impl Guides {
    /// What was answered for a bundle; tracks it.
    pub fn of(&self, bundle: &str) -> Option<GuideAnswers> {
        self.0.with(|guided| guided.as_ref().filter(|(id, _)| id == bundle).map(|(_, answers)| answers.clone()))
    }

    /// Keeps what was answered for a bundle, in place of another one's.
    pub fn keep(&self, bundle: &str, answers: GuideAnswers) {
        let _ = self.0.try_set(Some((bundle.to_owned(), answers)));
    }

    /// Forgets it: it was submitted, or the person has left.
    pub fn forget(&self) {
        let _ = self.0.try_set(None);
    }
}
