//! Finding a service and reading what it is about.

use super::client::{encode, Client};
use super::error::ApiError;
use crate::model::consent::ConsentTerms;
use crate::model::page::Page;
use crate::model::read::reads;
use crate::model::service::{Eligibility, Guide, ServiceSummary, Theme};
use serde_json::Value;

/// More pages than this are not followed, whatever a backend says.
const MOST_PAGES: usize = 100;

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
        let mut all = Vec::new();
        let mut cursor: Option<String> = None;
        for _ in 0..MOST_PAGES {
            let from = cursor.take().map(|c| format!("&cursor={}", encode(&c))).unwrap_or_default();
            let page: Page<ServiceSummary> = self.get(format!("/services?limit=100{from}")).await?;
            all.extend(page.items);
            match page.next_cursor {
                Some(next) => cursor = Some(next),
                None => break,
            }
        }
        Ok(all)
    }

    pub async fn themes(&self) -> Result<Vec<Theme>, ApiError> {
        self.get::<Page<Theme>>("/themes".to_owned()).await.map(|p| p.items)
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
