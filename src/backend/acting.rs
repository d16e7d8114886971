//! Acting for somebody else (代办).

use super::client::{encode, Client};
use super::error::ApiError;
use crate::model::acting::{ActingChoice, Represented};
use crate::model::page::Page;

impl Client {
    /// Whom this person may act for in a service.
    pub async fn represented(&self, service: &str) -> Result<Vec<Represented>, ApiError> {
        let page: Page<Represented> = self.get(format!("/represented?service_id={}", encode(service))).await?;
        Ok(page.items)
    }

    /// From now on for somebody else, by their opaque id.
    pub async fn act_for(&self, id: String) -> Result<(), ApiError> {
        self.put("/session/acting".to_owned(), &ActingChoice { id }).await
    }

    /// For oneself again.
    pub async fn stop_acting(&self) -> Result<(), ApiError> {
        self.delete("/session/acting".to_owned()).await
    }
}
