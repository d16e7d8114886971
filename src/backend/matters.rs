//! Submitting a bundle, following all of it, and what others confirm of it.

use super::client::{encode, Client, Key};
use super::error::ApiError;
use crate::model::device_link::DeviceCode;
use crate::model::matter::{DeliveryChoice, Matter, MatterSubmission, MatterSummary, Share};
use crate::model::page::Page;
use crate::model::rating::{NewRating, Rating, RatingSheet};

impl Client {
    pub async fn submit_matter(&self, submission: &MatterSubmission, key: &Key) -> Result<Matter, ApiError> {
        self.create("/matters".to_owned(), submission, key).await
    }

    pub async fn matter(&self, id: &str) -> Result<Matter, ApiError> {
        self.get(path(id, "")).await
    }

    /// Newest first. None at a backend that knows no bundles.
    pub async fn matters(&self) -> Result<Page<MatterSummary>, ApiError> {
        match self.get("/matters?limit=50".to_owned()).await {
            Err(ApiError::NotFound) => Ok(Page { items: Vec::new(), next_cursor: None }),
            answer => answer,
        }
    }

    /// Sends a part again that could not be handed over; nothing happens to any other.
    pub async fn retry_part(&self, matter: &str, service: &str) -> Result<Matter, ApiError> {
        self.tell(path(matter, &format!("/parts/{}/retry", encode(service))), &serde_json::Map::new()).await
    }

    pub async fn choose_delivery(&self, matter: &str, choice: &DeliveryChoice) -> Result<Matter, ApiError> {
        self.put_and_read(path(matter, "/delivery"), choice).await
    }

    pub async fn matter_rating_sheet(&self, matter: &str) -> Result<RatingSheet, ApiError> {
        self.get(path(matter, "/rating")).await
    }

    pub async fn rate_matter(&self, matter: &str, rating: &NewRating, key: &Key) -> Result<Rating, ApiError> {
        self.create(path(matter, "/ratings"), rating, key).await
    }

    /// What somebody is asked to confirm.
    pub async fn share(&self, code: &DeviceCode) -> Result<Share, ApiError> {
        self.get(share(code, "")).await
    }

    pub async fn confirm_share(&self, code: &DeviceCode) -> Result<Share, ApiError> {
        self.tell(share(code, "/confirm"), &serde_json::Map::new()).await
    }

    pub async fn refuse_share(&self, code: &DeviceCode) -> Result<Share, ApiError> {
        self.tell(share(code, "/refuse"), &serde_json::Map::new()).await
    }
}

fn path(matter: &str, step: &str) -> String {
    format!("/matters/{}{step}", encode(matter))
}

fn share(code: &DeviceCode, step: &str) -> String {
    format!("/shares/{}{step}", encode(code.as_str()))
}
