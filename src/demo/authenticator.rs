//! A device that makes passkeys, in software: what examples and tests answer with, honestly or not. No backend needs it.

use super::webauthn::ES256;
use crate::model::base64url;
use crate::model::passkey::{NewPasskey, PasskeyAsk, PasskeyOptions, PasskeyProof};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::json;
use sha2::{Digest, Sha256};

/// What SPKI writes before the point of a P-256 key.
const SPKI: &[u8] = &[
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

/// One device with one key. What a forger would change is open.
#[derive(Debug, Clone)]
pub struct Authenticator {
    key: SigningKey,
    pub id: Vec<u8>,
    /// Where the browser says that the page is from.
    pub origin: String,
    /// The site that it signs for; `None`: the one it is asked for.
    pub site: Option<String>,
    /// Somebody is there, and the owner.
    pub flags: u8,
    /// How often it has signed; grows by itself unless it is 0.
    pub counter: u32,
    /// Whose key it is, once it was made.
    pub user: Option<String>,
}

impl Authenticator {
    /// The device with this number: the same key each time. `None` for 0, which makes no key.
    pub fn new(number: u8, origin: &str) -> Option<Self> {
        let key = SigningKey::from_slice(&[number; 32]).ok()?;
        Some(Self { key, id: vec![number; 16], origin: origin.to_owned(), site: None, flags: 0x05, counter: 1, user: None })
    }

    /// Makes the key.
    pub fn create(&mut self, options: &PasskeyOptions) -> NewPasskey {
        self.user = Some(options.user_id.clone());
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes().get(1..).unwrap_or_default().split_at(32);
        let length = u16::try_from(self.id.len()).unwrap_or_default().to_be_bytes();
        let cose = [&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20], x, &[0x22, 0x58, 0x20], y].concat();
        let data = [self.head(&options.rp_id, 0x40).as_slice(), &[0; 16], &length, &self.id, &cose].concat();
        NewPasskey {
            id: base64url::encode(&self.id),
            client_data: self.client("webauthn.create", &options.challenge),
            authenticator_data: base64url::encode(&data),
            public_key: base64url::encode(&[SPKI, point.as_bytes()].concat()),
            algorithm: ES256,
            label: None,
        }
    }

    /// Proves that its owner is there.
    pub fn prove(&mut self, ask: &PasskeyAsk) -> PasskeyProof {
        if self.counter > 0 {
            self.counter += 1;
        }
        let data = self.head(&ask.rp_id, 0);
        let client_data = self.client("webauthn.get", &ask.challenge);
        let read = base64url::decode(&client_data).unwrap_or_default();
        let signature: Signature = self.key.sign(&[data.as_slice(), Sha256::digest(&read).as_slice()].concat());
        PasskeyProof {
            id: base64url::encode(&self.id),
            client_data,
            authenticator_data: base64url::encode(&data),
            signature: base64url::encode(signature.to_der().as_bytes()),
            user_handle: self.user.clone(),
        }
    }

    fn client(&self, kind: &str, challenge: &str) -> String {
        base64url::encode(json!({"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false}).to_string().as_bytes())
    }

    fn head(&self, rp_id: &str, more: u8) -> Vec<u8> {
        let site = Sha256::digest(self.site.as_deref().unwrap_or(rp_id).as_bytes());
        [site.as_slice(), &[self.flags | more], &self.counter.to_be_bytes()].concat()
    }
}
