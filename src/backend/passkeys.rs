//! Passkeys: devices that prove who is back.

use super::client::{encode, Client, Key};
use super::error::ApiError;
use crate::model::passkey::{NewPasskey, Passkey, PasskeyOptions};
use serde_json::Map;

impl Client {
    /// What the device is to make.
    pub async fn passkey_options(&self) -> Result<PasskeyOptions, ApiError> {
        self.tell("/passkeys/challenge".to_owned(), &Map::new()).await
    }

    pub async fn enrol_passkey(&self, made: &NewPasskey, key: &Key) -> Result<Passkey, ApiError> {
        self.create("/passkeys".to_owned(), made, key).await
    }

    /// This person's devices, newest first.
    pub async fn passkeys(&self) -> Result<Vec<Passkey>, ApiError> {
        self.pages("/passkeys").await
    }

    pub async fn remove_passkey(&self, id: &str) -> Result<(), ApiError> {
        self.delete(format!("/passkeys/{}", encode(id))).await
    }
}
