//! Passkeys: a key that stays in the person's device, which uses it only for their face, fingerprint or screen lock (WebAuthn).
//! All bytes travel as [`super::base64url`].

use super::read::reads;
use serde::Serialize;

/// What a device is asked to prove.
#[derive(Debug, Clone, PartialEq)]
pub struct PasskeyAsk {
    /// Random, for one answer.
    pub challenge: String,
    /// The site that the key belongs to: a host name.
    pub rp_id: String,
    pub timeout_ms: Option<u64>,
    /// Ids of the keys that count. None: any key that the device has for this site.
    pub credentials: Vec<String>,
}

reads!(PasskeyAsk: challenge, rp_id; timeout_ms, credentials);

/// What the device answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PasskeyProof {
    pub id: String,
    /// As the browser wrote it: kind, challenge and origin.
    pub client_data: String,
    /// As the device wrote it: site, how the person was checked, and how often it has signed.
    pub authenticator_data: String,
    /// Of both.
    pub signature: String,
    /// Whose key it is, where the device knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_handle: Option<String>,
}

/// What a device is asked to make.
#[derive(Debug, Clone, PartialEq)]
pub struct PasskeyOptions {
    /// Random, for one answer.
    pub challenge: String,
    pub rp_id: String,
    /// The site, by the name people know.
    pub rp_name: String,
    /// Random, the same for all keys of a person: nothing about them can be read from it.
    pub user_id: String,
    /// Tells people apart where the device lists its keys; masked by the backend.
    pub user_name: String,
    /// COSE numbers of the algorithms that the backend can verify, the best first.
    pub algorithms: Vec<i64>,
    /// Ids of keys that are there already: a device that has one makes no other.
    pub exclude: Vec<String>,
    pub timeout_ms: Option<u64>,
}

reads!(PasskeyOptions: challenge, rp_id, rp_name, user_id, user_name, algorithms; exclude, timeout_ms);

/// A key that a device has made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewPasskey {
    pub id: String,
    pub client_data: String,
    pub authenticator_data: String,
    /// The public half, as SPKI in DER.
    pub public_key: String,
    /// COSE number.
    pub algorithm: i64,
    /// What kind of device it is, for the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// A device that was enrolled.
#[derive(Debug, Clone, PartialEq)]
pub struct Passkey {
    pub id: String,
    /// What kind of device it is.
    pub label: Option<String>,
    /// RFC 3339.
    pub created_at: String,
    /// RFC 3339; never, where nothing stands.
    pub last_used_at: Option<String>,
}

reads!(Passkey: id, created_at; label, last_used_at);
