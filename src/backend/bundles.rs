//! Finding a bundle, being guided through it, and reading the forms of its services.

use super::client::{encode, Client};
use super::error::ApiError;
use crate::model::bundle::{service_id, Bundle, BundleSummary, Known, MemberForm};
use crate::model::consent::ConsentTerms;
use crate::model::page::Page;

impl Client {
    /// All of them. Empty at a backend that knows no bundles.
    pub async fn bundles(&self) -> Result<Vec<BundleSummary>, ApiError> {
        match self.pages("/bundles").await {
            Err(ApiError::NotFound) => Ok(Vec::new()),
            answer => answer,
        }
    }

    pub async fn bundle(&self, id: &str) -> Result<Bundle, ApiError> {
        self.get(format!("/bundles/{}", encode(id))).await
    }

    /// What is known of the guide's answers already.
    pub async fn known(&self, bundle: &str) -> Result<Known, ApiError> {
        self.get(format!("/bundles/{}/known", encode(bundle))).await
    }

    /// The forms of these services of it.
    pub async fn bundle_forms(&self, bundle: &str, services: &[&str]) -> Result<Vec<MemberForm>, ApiError> {
        let page: Page<MemberForm> = self.get(format!("/bundles/{}/forms?services={}", encode(bundle), encode(&services.join(",")))).await?;
        Ok(page.items)
    }

    /// What has to be agreed to for these services of it. The consent is given under [`service_id`] of the bundle and names them again.
    pub async fn bundle_terms(&self, bundle: &str, services: &[&str]) -> Result<ConsentTerms, ApiError> {
        self.get(format!("/services/{}/consent-terms?services={}", encode(&service_id(bundle)), encode(&services.join(",")))).await
    }
}
