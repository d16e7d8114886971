//! Finding a service and reading what it is about.

use super::client::{encode, Client};
use super::error::ApiError;
use crate::model::consent::ConsentTerms;
use crate::model::division::Division;
use crate::model::page::Page;
use crate::model::read::reads;
use crate::model::service::{Eligibility, Guide, ServiceSummary, Theme};
use serde_json::Value;

/// A service's form as the backend defines it; `form::Form::load` reads the schema.
#[derive(Debug, Clone, PartialEq)]
pub struct FormDefinition {
    pub service_id: String,
    pub version: String,
    pub schema: Value,
}

reads!(FormDefinition: service_id, version, schema;);

impl Client {
    /// The whole catalogue, page after page.
    pub async fn services(&self) -> Result<Vec<ServiceSummary>, ApiError> {
        self.pages("/services").await
    }

    pub async fn themes(&self) -> Result<Vec<Theme>, ApiError> {
        self.get::<Page<Theme>>("/themes".to_owned()).await.map(|p| p.items)
    }

    /// The divisions below one, the widest where `parent` is empty. Empty where there are none, and where a backend knows none at all.
    pub async fn divisions(&self, parent: &str) -> Result<Vec<Division>, ApiError> {
        let query = if parent.is_empty() { String::new() } else { format!("?parent={}", encode(parent)) };
        match self.get::<Page<Division>>(format!("/divisions{query}")).await {
            Ok(page) => Ok(page.items),
            Err(ApiError::NotFound) => Ok(Vec::new()),
            Err(e) => Err(e),
        }
    }

    pub async fn guide(&self, service: &str) -> Result<Guide, ApiError> {
        self.get(format!("/services/{}", encode(service))).await
    }

    pub async fn eligibility(&self, service: &str) -> Result<Eligibility, ApiError> {
        self.get(format!("/services/{}/eligibility", encode(service))).await
    }

    pub async fn consent_terms(&self, service: &str) -> Result<ConsentTerms, ApiError> {
        self.get(format!("/services/{}/consent-terms", encode(service))).await
    }

    pub async fn form(&self, service: &str) -> Result<FormDefinition, ApiError> {
        self.get(format!("/services/{}/form", encode(service))).await
    }
}
