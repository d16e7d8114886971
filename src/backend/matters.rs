//! Submitting a bundle, following and rating it, and confirming a share of somebody else's.

use super::client::{encode, Client, Key};
use super::error::ApiError;
use crate::model::matter::{Matter, MatterSubmission, MatterSummary, Share};
use crate::model::page::Page;
use crate::model::rating::{NewRating, Rating, RatingSheet};
use serde_json::json;

impl Client {
    pub async fn submit_matter(&self, submission: &MatterSubmission, key: &Key) -> Result<Matter, ApiError> {
        self.create("/matters".to_owned(), submission, key).await
    }

    /// Newest first; none where a backend has no bundles.
    pub async fn matters(&self) -> Result<Vec<MatterSummary>, ApiError> {
        match self.get::<Page<MatterSummary>>("/matters?limit=50".to_owned()).await {
            Ok(page) => Ok(page.items),
            Err(e) if e.is_unsupported() => Ok(Vec::new()),
            Err(e) => Err(e),
        }
    }

    pub async fn matter(&self, id: &str) -> Result<Matter, ApiError> {
        self.get(format!("/matters/{}", encode(id))).await
    }

    /// Sends a part again that could not be handed to its department. It is sent once, however often this is called.
    pub async fn send_part_again(&self, matter: &str, service: &str) -> Result<Matter, ApiError> {
        self.tell(format!("/matters/{}/parts/{}/retry", encode(matter), encode(service)), &json!({})).await
    }

    /// Chooses how what is not electronic reaches the person.
    pub async fn choose_delivery(&self, matter: &str, way: &str) -> Result<Matter, ApiError> {
        self.set(format!("/matters/{}/delivery", encode(matter)), &json!({"way": way})).await
    }

    /// Says that everything has reached the person.
    pub async fn confirm_delivery(&self, matter: &str) -> Result<Matter, ApiError> {
        self.set(format!("/matters/{}/delivery", encode(matter)), &json!({"confirmed": true})).await
    }

    pub async fn matter_rating_sheet(&self, matter: &str) -> Result<RatingSheet, ApiError> {
        self.get(format!("/matters/{}/rating", encode(matter))).await
    }

    pub async fn rate_matter(&self, matter: &str, rating: &NewRating, key: &Key) -> Result<Rating, ApiError> {
        self.create(format!("/matters/{}/ratings", encode(matter)), rating, key).await
    }

    /// What the verified person is asked to confirm.
    pub async fn share(&self, code: &str) -> Result<Share, ApiError> {
        self.get(format!("/shares/{}", encode(code))).await
    }

    pub async fn confirm_share(&self, code: &str) -> Result<Share, ApiError> {
        self.tell(format!("/shares/{}/confirm", encode(code)), &json!({})).await
    }

    pub async fn refuse_share(&self, code: &str) -> Result<Share, ApiError> {
        self.tell(format!("/shares/{}/refuse", encode(code)), &json!({})).await
    }
}
