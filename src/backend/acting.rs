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

    /// From now on for somebody else, by their opaque id, or for oneself again.
    pub async fn act_for(&self, who: Option<&str>) -> Result<(), ApiError> {
        let path = "/session/acting".to_owned();
        match who {
            Some(id) => self.put(path, &ActingChoice { id: id.to_owned() }).await,
            None => self.delete(path).await,
        }
    }
}
