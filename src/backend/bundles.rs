//! Bundles: what somebody wants done, and the services that it takes.

use super::client::{encode, Client};
use super::error::ApiError;
use crate::model::bundle::{Bundle, BundleSummary, Known, MemberForm};
use crate::model::consent::ConsentTerms;
use crate::model::page::Page;

impl Client {
    /// All bundles, page after page; none where a backend has none.
    pub async fn bundles(&self) -> Result<Vec<BundleSummary>, ApiError> {
        match self.pages("/bundles").await {
            Err(e) if e.is_unsupported() => Ok(Vec::new()),
            found => found,
        }
    }

    pub async fn bundle(&self, id: &str) -> Result<Bundle, ApiError> {
        self.get(format!("/bundles/{}", encode(id))).await
    }

    /// What is known of the guide's answers: of nobody who has not signed in.
    pub async fn bundle_known(&self, id: &str) -> Result<Known, ApiError> {
        match self.get(format!("/bundles/{}/known", encode(id))).await {
            Err(e) if e.is_unsupported() => Ok(Known::default()),
            known => known,
        }
    }

    /// The forms of these services of a bundle.
    pub async fn bundle_forms(&self, id: &str, services: &[String]) -> Result<Vec<MemberForm>, ApiError> {
        self.get::<Page<MemberForm>>(format!("/bundles/{}/forms{}", encode(id), only(services))).await.map(|p| p.items)
    }

    /// What consent is asked for these services of a bundle, under its [`service_id`](crate::model::bundle::service_id).
    pub async fn bundle_terms(&self, service_id: &str, services: &[String]) -> Result<ConsentTerms, ApiError> {
        self.get(format!("/services/{}/consent-terms{}", encode(service_id), only(services))).await
    }
}

fn only(services: &[String]) -> String {
    let named: Vec<String> = services.iter().map(|id| encode(id)).collect();
    format!("?services={}", named.join(","))
}
