//! A check that another device carries out: the desktop's side, then the phone's.

use super::client::{encode, Client, Key};
use super::error::ApiError;
use crate::model::device_link::{DeviceCode, DeviceLink, DeviceOpening, DeviceReturn, LinkCode, LinkRequest};
use crate::model::identity::IdentitySession;

impl Client {
    /// A code to carry a session's check out elsewhere; the same one however often it is asked for.
    pub async fn link_device(&self, session: &str, request: &LinkRequest, key: &Key) -> Result<LinkCode, ApiError> {
        self.create(format!("/identity-sessions/{}/link", encode(session)), request, key).await
    }

    pub async fn device_link(&self, code: &DeviceCode) -> Result<DeviceLink, ApiError> {
        self.get(path(code.as_str(), "")).await
    }

    /// A session of this device's own. Once: with its key, though, as often as answers are lost.
    pub async fn open_device_link(&self, code: &DeviceCode, opening: &DeviceOpening, key: &Key) -> Result<IdentitySession, ApiError> {
        self.create(path(code.as_str(), "/open"), opening, key).await
    }

    /// Hands what came back to the device that asked.
    pub async fn finish_device_link(&self, code: &str, returned: &DeviceReturn) -> Result<IdentitySession, ApiError> {
        self.tell(path(code, "/finish"), returned).await
    }

    /// Somebody else started it.
    pub async fn refuse_device_link(&self, code: &DeviceCode) -> Result<DeviceLink, ApiError> {
        self.tell(path(code.as_str(), "/refuse"), &serde_json::Map::new()).await
    }
}

fn path(code: &str, step: &str) -> String {
    format!("/device-links/{}{step}", encode(code))
}
