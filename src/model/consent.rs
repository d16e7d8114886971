//! Consent (授权): what will be read, from whom, for what and for how long.

use super::read::{reads, says};
use super::session::Level;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a person is asked to agree to before anything is read.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsentTerms {
    /// Sent back with the answer, so that what was agreed to can be told later.
    pub version: String,
    pub purpose: String,
    pub sources: Vec<ConsentSource>,
    pub methods: Vec<IdentityMethod>,
    /// For whom somebody else may apply here (代办): `relative`, `company`. Nobody where it is absent.
    pub represent: Vec<String>,
    /// How surely the person has to be known when they submit; as surely as to start where nothing is said.
    pub level_to_submit: Option<Level>,
}

reads!(ConsentTerms: version, purpose, sources, methods; represent, level_to_submit);

/// A certificate or registry that would be read.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsentSource {
    pub id: String,
    pub name: String,
    pub agency: String,
    /// The fields that would be read, by the names people know.
    pub fields: Vec<String>,
    pub purpose: String,
    /// How long it is kept, in words.
    pub retention: String,
    /// What happens when it is refused, in words.
    pub refusal: String,
}

reads!(ConsentSource: id, name, agency, fields, purpose, retention, refusal;);

/// A way of proving who one is. Face recognition must never be the only one (人脸识别技术应用安全管理办法).
#[derive(Debug, Clone, PartialEq)]
pub struct IdentityMethod {
    pub id: String,
    pub kind: MethodKind,
    pub name: String,
    pub text: String,
    /// What is asked separately for a face: processing, retention, rights. Present only where separate consent is due.
    pub separate_consent: Option<SeparateConsent>,
    /// How surely a person is known by it.
    pub level: Option<Level>,
}

reads!(IdentityMethod: id, kind, name, text; separate_consent, level);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MethodKind {
    Face,
    Sms,
    /// The password of the account.
    Password,
    /// In person, at a window: the app shows where.
    Window,
    /// A passkey of this very device.
    Device,
    /// An account of another site (统一身份认证), by OpenID Connect.
    Oidc,
    Other,
}

says!(MethodKind: "face" = Face, "sms" = Sms, "password" = Password, "window" = Window, "device" = Device, "oidc" = Oidc; "other" = Other);

#[derive(Debug, Clone, PartialEq)]
pub struct SeparateConsent {
    pub title: String,
    pub points: Vec<String>,
}

reads!(SeparateConsent: title, points;);

/// The person's answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConsentGiven {
    pub service_id: String,
    pub terms_version: String,
    pub granted: Vec<String>,
    pub refused: Vec<String>,
    pub method: String,
    /// Agreed to face recognition separately; false for every other method.
    pub face: bool,
    /// Whom the page said that it is for, by their opaque id; the person themselves where it is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acting_for: Option<String>,
    /// Of a bundle: the services of the plan, whose sources were shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
    /// Of a bundle: the guide's answers, by question, so that the plan is there again after the way to a provider.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, Value>,
    /// The person is going to act for somebody else: only the identity check is agreed to, and nothing of their own is read.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub for_other: bool,
}

/// A consent that the backend has recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Consent {
    pub id: String,
    pub service_id: String,
    pub granted: Vec<String>,
    pub refused: Vec<String>,
    pub method: String,
    /// Of a bundle: the services whose sources may be read.
    pub services: Vec<String>,
    /// Of a bundle: the guide's answers that it was given with.
    pub answers: BTreeMap<String, Value>,
    /// RFC 3339; after it nothing more is read.
    pub expires_at: Option<String>,
}

reads!(Consent: id, service_id, granted, method; refused, services, answers, expires_at);
