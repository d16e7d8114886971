//! A guardian's consent: the child's device, then the guardian's.

use super::client::{encode, Client, Key};
use super::error::ApiError;
use crate::model::device_link::{DeviceCode, LinkCode, LinkRequest};
use crate::model::guardian::{GuardianAgreement, GuardianAsk};

impl Client {
    /// A code for the guardian; the same one as long as it is good.
    pub async fn ask_guardian(&self, session: &str, request: &LinkRequest, key: &Key) -> Result<LinkCode, ApiError> {
        self.create(format!("/identity-sessions/{}/guardian", encode(session)), request, key).await
    }

    pub async fn guardian_ask(&self, code: &DeviceCode) -> Result<GuardianAsk, ApiError> {
        self.get(path(code, "")).await
    }

    pub async fn agree_as_guardian(&self, code: &DeviceCode) -> Result<GuardianAsk, ApiError> {
        self.tell(path(code, "/agree"), &GuardianAgreement { face: true }).await
    }

    pub async fn refuse_as_guardian(&self, code: &DeviceCode) -> Result<GuardianAsk, ApiError> {
        self.tell(path(code, "/refuse"), &serde_json::Map::new()).await
    }
}

fn path(code: &DeviceCode, step: &str) -> String {
    format!("/guardian-asks/{}{step}", encode(code.as_str()))
}
