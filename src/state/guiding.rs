//! The guide's answers of the bundle that somebody is being guided through, until they are in a consent or a draft.

use crate::model::bundle::GuideAnswers;
use leptos::prelude::*;
use std::any::Any;
use std::sync::Arc;

/// Something and what it is of.
type Of<T> = Option<(String, T)>;

/// One bundle's answers at a time; in memory alone.
#[derive(Clone, Copy, Default)]
pub struct Guides {
    answers: RwSignal<Of<GuideAnswers>>,
    /// Those of the plan that the person has seen last.
    seen: StoredValue<Of<GuideAnswers>>,
    /// What the pages of the guide have fetched (see `state::guided`), so that no question waits for it again.
    fetched: StoredValue<Of<Arc<dyn Any + Send + Sync>>>,
}

impl Guides {
    /// What was answered for a bundle; tracks it.
    pub fn of(&self, bundle: &str) -> Option<GuideAnswers> {
        self.answers.with(|answers| about(answers, bundle))
    }

    /// Keeps what was answered for a bundle, in place of another one's.
    pub fn keep(&self, bundle: &str, answers: GuideAnswers) {
        let _ = self.answers.try_set(Some((bundle.to_owned(), answers)));
    }

    /// The answers of the plan that was seen last.
    pub fn seen(&self, bundle: &str) -> Option<GuideAnswers> {
        self.seen.try_with_value(|seen| about(seen, bundle)).flatten()
    }

    /// The plan of these answers is shown.
    pub fn show(&self, bundle: &str, answers: GuideAnswers) {
        let _ = self.seen.try_set_value(Some((bundle.to_owned(), answers)));
    }

    pub(super) fn fetched(&self, key: &str) -> Option<Arc<dyn Any + Send + Sync>> {
        self.fetched.try_with_value(|fetched| about(fetched, key)).flatten()
    }

    pub(super) fn keep_fetched(&self, key: String, fetched: Arc<dyn Any + Send + Sync>) {
        let _ = self.fetched.try_set_value(Some((key, fetched)));
    }

    /// Forgets it: it was submitted, or the person has left.
    pub fn forget(&self) {
        let _ = self.answers.try_set(None);
        let _ = self.seen.try_set_value(None);
        let _ = self.fetched.try_set_value(None);
    }
}

fn about<T: Clone>(kept: &Of<T>, key: &str) -> Option<T> {
    kept.as_ref().filter(|(of, _)| of == key).map(|(_, value)| value.clone())
}
