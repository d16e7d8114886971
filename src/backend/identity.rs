//! Consent, the identity handoff and the session.

use super::client::{encode, Client, Key};
use super::error::ApiError;
use crate::model::consent::{Consent, ConsentGiven};
use crate::model::identity::{IdentityRequest, IdentityReturn, IdentitySession};
use crate::model::page::Page;
use crate::model::record::ConsentRecord;
use crate::model::session::Session;

impl Client {
    pub async fn session(&self) -> Result<Session, ApiError> {
        self.get("/session".to_owned()).await
    }

    pub async fn sign_out(&self) -> Result<(), ApiError> {
        let answer = self.delete("/session".to_owned()).await;
        // A token that is forgotten is over for this page, whatever came of the call.
        if self.is_bearer() {
            self.forget_credential();
        }
        answer
    }

    pub async fn give_consent(&self, given: &ConsentGiven, key: &Key) -> Result<Consent, ApiError> {
        self.create("/consents".to_owned(), given, key).await
    }

    /// The newest consent in force for a service, if there is one.
    pub async fn consent_for(&self, service: &str) -> Result<Option<Consent>, ApiError> {
        let page: Page<Consent> = self.get(format!("/consents?service_id={}", encode(service))).await?;
        Ok(page.items.into_iter().next())
    }

    /// Every consent of this person with what was read on it, newest first.
    pub async fn records(&self) -> Result<Vec<ConsentRecord>, ApiError> {
        self.pages("/records").await
    }

    pub async fn withdraw_consent(&self, id: &str) -> Result<(), ApiError> {
        self.delete(format!("/consents/{}", encode(id))).await
    }

    pub async fn open_identity_session(&self, request: &IdentityRequest, key: &Key) -> Result<IdentitySession, ApiError> {
        self.create("/identity-sessions".to_owned(), request, key).await
    }

    pub async fn identity_session(&self, id: &str) -> Result<IdentitySession, ApiError> {
        self.get(format!("/identity-sessions/{}", encode(id))).await
    }

    /// Asks the backend what really happened. Accepted once: a second try is a replay.
    pub async fn confirm_identity(&self, id: &str, returned: &IdentityReturn) -> Result<IdentitySession, ApiError> {
        self.tell(format!("/identity-sessions/{}/confirm", encode(id)), returned).await
    }
}

/// How far a scenario signs its person in.
#[cfg(feature = "demo")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoLevel<'a> {
    Account,
    /// As if an identity check had passed.
    Verified,
    /// Verified, with a consent to all sources of this service.
    Applying(&'a str),
}

/// Operations that only backends with demo people have.
#[cfg(feature = "demo")]
impl Client {
    /// Signs a demo person in as far as a scenario needs it.
    pub async fn demo_sign_in(&self, person: &str, level: DemoLevel<'_>, acting_for: Option<&str>) -> Result<Session, ApiError> {
        let mut body = match level {
            DemoLevel::Account => serde_json::json!({ "person": person }),
            DemoLevel::Verified => serde_json::json!({ "person": person, "level": "verified" }),
            DemoLevel::Applying(service) => serde_json::json!({ "person": person, "level": "verified", "consent_for": service }),
        };
        if let Some(whom) = acting_for {
            body["acting_for"] = whom.into();
        }
        self.tell("/demo/session".to_owned(), &body).await
    }
}
