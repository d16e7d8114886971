//! Submitting, following and rating an application.

use super::client::{encode, Client, Key};
use super::error::ApiError;
use crate::model::application::{Application, ApplicationSummary, FullDocument, Submission};
use crate::model::page::Page;
use crate::model::rating::{NewRating, Rating, RatingSheet};

impl Client {
    pub async fn submit(&self, submission: &Submission, key: &Key) -> Result<Application, ApiError> {
        self.create("/applications".to_owned(), submission, key).await
    }

    pub async fn application(&self, id: &str) -> Result<Application, ApiError> {
        self.get(format!("/applications/{}", encode(id))).await
    }

    /// What was issued, with nothing masked: for whoever is known as surely as can be.
    pub async fn full_document(&self, application: &str) -> Result<FullDocument, ApiError> {
        self.get(format!("/applications/{}/document", encode(application))).await
    }

    /// Newest first.
    pub async fn applications(&self) -> Result<Page<ApplicationSummary>, ApiError> {
        self.get("/applications?limit=50".to_owned()).await
    }

    pub async fn rating_sheet(&self, application: &str) -> Result<RatingSheet, ApiError> {
        self.get(format!("/applications/{}/rating", encode(application))).await
    }

    pub async fn rate(&self, application: &str, rating: &NewRating, key: &Key) -> Result<Rating, ApiError> {
        self.create(format!("/applications/{}/ratings", encode(application)), rating, key).await
    }
}
