//! Filling the form: sources, drafts and checks.

use super::client::{encode, Client};
use super::error::ApiError;
use crate::model::check::{CheckRequest, CheckResult};
use crate::model::draft::{Draft, DraftSummary};
use crate::model::prefill::SourcePrefill;

impl Client {
    pub async fn read_source(&self, service: &str, source: &str, consent: &str) -> Result<SourcePrefill, ApiError> {
        self.get(format!("/services/{}/prefill/{}?consent_id={}", encode(service), encode(source), encode(consent))).await
    }

    /// `None` where the person has typed nothing yet.
    pub async fn draft(&self, service: &str) -> Result<Option<Draft>, ApiError> {
        match self.get(format!("/drafts/{}", encode(service))).await {
            Ok(draft) => Ok(Some(draft)),
            Err(ApiError::NotFound) => Ok(None),
            Err(e) => Err(e),
        }
    }

    /// All drafts of this person, last changed first.
    pub async fn drafts(&self) -> Result<Vec<DraftSummary>, ApiError> {
        self.pages("/drafts").await
    }

    pub async fn save_draft(&self, service: &str, draft: &Draft) -> Result<(), ApiError> {
        self.put(format!("/drafts/{}", encode(service)), draft).await
    }

    pub async fn delete_draft(&self, service: &str) -> Result<(), ApiError> {
        self.delete(format!("/drafts/{}", encode(service))).await
    }

    /// Asks about one answer. Nothing is created by it, and nothing repeats it by itself: the person is told and may.
    pub async fn check_value(&self, service: &str, name: &str, request: &CheckRequest) -> Result<CheckResult, ApiError> {
        self.tell(format!("/services/{}/checks/{}", encode(service), encode(name)), request).await
    }
}
