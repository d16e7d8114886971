//! Another device: a desktop shows a code, a phone opens it, carries the check out and hands the result back.

use super::date::Moment;
use super::identity::IdentityStatus;
use super::read::{reads, Misread, Read};
use serde::Serialize;
use serde_json::Value;

/// Characters of a code: no two of them look alike.
const ALPHABET: &str = "34679ACDEFGHJKMNPQRTUWXY";
const LENGTH: usize = 8;

/// A code that can be one: whoever has it may see who asks for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceCode(String);

impl DeviceCode {
    /// Takes a code as people type and paste it: in small letters, in full width, with hyphens and blanks.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.chars().map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            _ => c,
        });
        let code: String = plain.filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect();
        (code.len() == LENGTH && code.chars().all(|c| ALPHABET.contains(c))).then_some(Self(code))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For reading: XXXX-XXXX.
    pub fn grouped(&self) -> String {
        let (one, other) = self.0.split_at(LENGTH / 2);
        format!("{one}-{other}")
    }
}

impl Read for DeviceCode {
    fn read(value: &mut Value) -> Result<Self, Misread> {
        Self::parse(&String::read(value)?).ok_or_else(|| Misread::new("eight characters of a code are expected"))
    }
}

/// Asks for a code: only who knows the session's state gets one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkRequest {
    pub state: String,
}

/// What another device needs.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkCode {
    pub code: DeviceCode,
    /// The page that takes the code.
    pub url: String,
    /// RFC 3339.
    pub expires_at: Option<String>,
}

reads!(LinkCode: code, url; expires_at);

impl LinkCode {
    /// How long a code works where the backend does not say, in milliseconds.
    pub const LIFE_MS: i64 = 10 * 60_000;

    /// How long it still works, in milliseconds; negative once it does not.
    pub fn left_ms(&self, now: Moment) -> i64 {
        self.expires_at.as_deref().and_then(Moment::parse).map_or(Self::LIFE_MS, |until| until.0 - now.0)
    }

    /// What the QR code says: the code is in the fragment, which no browser sends to a server.
    pub fn address(&self) -> String {
        format!("{}#{}", self.url, self.code.as_str())
    }
}

/// Who asks for what, for whoever was given the code.
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceLink {
    pub status: IdentityStatus,
    pub service_name: Option<String>,
    /// The device that asks, in words.
    pub requested_by: Option<String>,
    /// RFC 3339.
    pub requested_at: Option<String>,
    /// RFC 3339.
    pub expires_at: Option<String>,
    /// By the face: the camera can be tried before.
    pub face: Option<bool>,
}

reads!(DeviceLink: status; service_name, requested_by, requested_at, expires_at, face);

/// Carries a check out on this device.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DeviceOpening {
    /// Same-origin and exact; the backend refuses any other.
    pub return_url: String,
    /// Unguessable, made by this device; what returns must carry it.
    pub state: String,
}

/// What came back to this device: a hint, never a proof.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DeviceReturn {
    pub state: String,
    pub code: String,
}
