//! The sources of an application in the making: asked side by side, each answering for itself.

use super::journey::{Journey, SourceAnswer, Stage};
use crate::backend::ApiError;
use crate::model::prefill::{SourcePrefill, SourceStatus};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Journey {
    /// Another language: every text is fetched again, no answer changes.
    pub(super) fn retell(&self) {
        let journey = *self;
        if journey.stage.get_untracked() != Stage::Ready {
            return;
        }
        spawn_local(async move {
            // A failure here leaves the old language standing, which is better than losing the page.
            let _ = journey.fetch_form().await;
            journey.recheck();
            for row in journey.sources.try_get_untracked().unwrap_or_default() {
                if matches!(row.answer, SourceAnswer::Answered(_)) {
                    journey.put_source(&row.id, journey.read_source(&row.id).await);
                }
            }
        });
    }

    /// Asks one source (again).
    pub fn ask(&self, source: &str) {
        let (journey, source) = (*self, source.to_owned());
        journey.answer_source(&source, SourceAnswer::Asking);
        spawn_local(async move {
            let answer = journey.read_source(&source).await;
            journey.put_source(&source, answer);
        });
    }

    pub(super) async fn read_source(&self, source: &str) -> Result<SourcePrefill, ApiError> {
        let consent = self.consent.try_get_untracked().flatten().map(|c| c.id).unwrap_or_default();
        let read = self.connection.client().read_source(&self.service(), source, &consent).await;
        let form = self.form.try_get_untracked().flatten();
        read.map(|prefill| {
            self.as_picked(match &form {
                Some(form) => form.as_asked(prefill),
                None => prefill,
            })
        })
    }

    pub(super) fn put_source(&self, source: &str, answer: Result<SourcePrefill, ApiError>) {
        let answer = match answer {
            Ok(prefill) => {
                let _ = self.change(|a| {
                    // What a certificate filled that is not picked any more is not said by anybody.
                    if prefill.choice.is_some() {
                        a.forget_source(&prefill.source);
                    }
                    a.merge(&prefill)
                });
                SourceAnswer::Answered(prefill)
            }
            Err(e) => {
                if e == ApiError::SignedOut {
                    self.session.ended();
                }
                SourceAnswer::Failed(e)
            }
        };
        self.answer_source(source, answer);
    }

    pub(super) fn answer_source(&self, source: &str, answer: SourceAnswer) {
        let _ = self.sources.try_update(|rows| {
            if let Some(row) = rows.iter_mut().find(|r| r.id == source) {
                row.answer = answer;
            }
        });
    }

    /// Whether any source has not answered yet; tracks the sources.
    pub fn is_asking(&self) -> bool {
        self.sources.with(|rows| rows.iter().any(|r| r.answer == SourceAnswer::Asking))
    }

    /// Whether this source has not answered yet; tracks the sources.
    pub fn is_asking_source(&self, id: &str) -> bool {
        self.sources.with(|rows| rows.iter().any(|r| r.id == id && r.answer == SourceAnswer::Asking))
    }

    /// Whether this source's certificate is past its date, so that what it says wants a second look; tracks the sources.
    pub fn is_expired_source(&self, id: &str) -> bool {
        let expired = |answer: &SourceAnswer| matches!(answer, SourceAnswer::Answered(p) if p.status == SourceStatus::Expired);
        self.sources.with(|rows| rows.iter().any(|r| r.id == id && expired(&r.answer)))
    }

    /// Withdraws the consent: nothing more is read, and what was read is gone from here. What was typed stays in the draft.
    ///
    /// # Errors
    /// Those of the call; the consent then stands.
    pub async fn withdraw(&self) -> Result<(), ApiError> {
        let Some(consent) = self.consent.try_get_untracked().flatten() else { return Ok(()) };
        self.client().withdraw_consent(&consent.id).await?;
        let _ = self.change(|a| {
            for source in consent.granted.iter().chain(&consent.refused) {
                a.forget_source(source);
            }
        });
        let _ = self.sources.try_set(Vec::new());
        let _ = self.consent.try_set(None);
        Ok(())
    }

    /// A source by the name people know, its id where it has not answered; tracks the sources.
    pub fn source_name(&self, id: &str) -> String {
        self.sources
            .with(|rows| {
                rows.iter().find(|r| r.id == id).and_then(|r| match &r.answer {
                    SourceAnswer::Answered(prefill) => Some(prefill.name.clone()),
                    _ => None,
                })
            })
            .unwrap_or_else(|| id.to_owned())
    }

    /// The person would rather type what this source did not give.
    pub fn by_hand(&self, source: &str) {
        self.answer_source(source, SourceAnswer::ByHand);
    }
}
