//! Enrolling this device, and what it remembers of having been asked.

use super::connection::Connection;
use crate::backend::{ApiError, Key};
use crate::platform::passkey::{self, PasskeyFault};
use crate::platform::{random, storage};

/// That the person was asked on this device, and nothing about them.
const KEY: &str = "miaoban.passkey";

/// Why this device is not enrolled.
#[derive(Debug, Clone, PartialEq)]
pub enum NotEnrolled {
    /// By the device or its owner.
    Here(PasskeyFault),
    /// By the backend, or on the way there.
    There(ApiError),
}

/// Whether whoever uses this device has said yes or no: nobody is asked twice.
pub fn was_asked() -> bool {
    storage::kept(KEY).is_some()
}

/// The person would rather not.
pub fn decline() {
    storage::keep(KEY, "no");
}

/// Has this device make a passkey, and the backend keep its public half. Call it from a press.
///
/// # Errors
/// [`NotEnrolled`]; nothing was kept then.
pub async fn enrol(connection: Connection) -> Result<(), NotEnrolled> {
    let client = connection.client();
    let options = client.passkey_options().await.map_err(NotEnrolled::There)?;
    let made = passkey::create(&options).await.map_err(NotEnrolled::Here)?;
    let key = random::token().map(Key::new).ok_or(NotEnrolled::Here(PasskeyFault::Unsupported))?;
    client.enrol_passkey(&made, &key).await.map_err(NotEnrolled::There)?;
    storage::keep(KEY, "yes");
    Ok(())
}
