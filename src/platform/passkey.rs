//! The passkeys of this device (WebAuthn): the browser asks for a face, a fingerprint or the screen lock, and signs. By reflection, since few
//! pages need it and the bindings are large.

use super::document::window;
use super::reflect::{self, is_there, member};
#[cfg(feature = "preview")]
use super::stage;
use crate::model::base64url;
use crate::model::passkey::{NewPasskey, PasskeyAsk, PasskeyOptions, PasskeyProof};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why there is no answer of the device, as far as browsers tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasskeyFault {
    /// Refused, given up, too late, or there is no passkey here: browsers do not say which.
    NotDone,
    /// This device has one already.
    Exists,
    /// This browser cannot, or not at this address.
    Unsupported,
}

/// Whether this device can check a face, a fingerprint or its screen lock.
pub async fn available() -> bool {
    #[cfg(feature = "preview")]
    if let Some(there) = stage::has_device() {
        return there;
    }
    let Some(asked) = asked_for_device() else { return false };
    JsFuture::from(asked).await.is_ok_and(|there| there.is_truthy())
}

fn asked_for_device() -> Option<Promise> {
    let class = member(&window()?.into(), "PublicKeyCredential")?;
    call(&class, "isUserVerifyingPlatformAuthenticatorAvailable", &JsValue::UNDEFINED)?.dyn_into().ok()
}

/// Has the device make a passkey. Call it from a press: browsers show nothing otherwise.
///
/// # Errors
/// [`PasskeyFault`]
pub async fn create(options: &PasskeyOptions) -> Result<NewPasskey, PasskeyFault> {
    #[cfg(feature = "preview")]
    if let Some(made) = stage::with_device(|device| device.create(options)) {
        return made.unwrap_or(Err(PasskeyFault::Unsupported));
    }
    let made = ask("create", creation(options)).await?;
    read_new(&made).ok_or(PasskeyFault::Unsupported)
}

/// Has the device prove that its owner is there. Call it from a press.
///
/// # Errors
/// [`PasskeyFault`]
pub async fn prove(asked: &PasskeyAsk) -> Result<PasskeyProof, PasskeyFault> {
    #[cfg(feature = "preview")]
    if let Some(proof) = stage::with_device(|device| device.prove(asked)) {
        return proof.unwrap_or(Err(PasskeyFault::Unsupported));
    }
    let proof = ask("get", request(asked)).await?;
    read_proof(&proof).ok_or(PasskeyFault::Unsupported)
}

/// What kind of device this is, for the list of those that are enrolled; nothing that tells one from another.
pub fn device_name() -> Option<String> {
    let agent = window()?.navigator().user_agent().ok()?;
    ["iPhone", "iPad", "Android", "Windows", "Mac", "Linux"].into_iter().find(|name| agent.contains(name)).map(str::to_owned)
}

async fn ask(what: &str, public_key: Option<JsValue>) -> Result<JsValue, PasskeyFault> {
    let options = public_key.and_then(|key| object(&[("publicKey", key)]));
    let credentials = window().and_then(|w| member(&w.navigator().into(), "credentials"));
    let promise = credentials.zip(options).and_then(|(credentials, options)| call(&credentials, what, &options));
    let promise: Promise = promise.and_then(|p| p.dyn_into().ok()).ok_or(PasskeyFault::Unsupported)?;
    JsFuture::from(promise).await.map_err(|error| match member(&error, "name").and_then(|name| name.as_string()).as_deref() {
        Some("NotAllowedError" | "AbortError" | "TimeoutError") => PasskeyFault::NotDone,
        Some("InvalidStateError") => PasskeyFault::Exists,
        _ => PasskeyFault::Unsupported,
    })
}

fn creation(options: &PasskeyOptions) -> Option<JsValue> {
    let kinds = Array::new();
    for algorithm in &options.algorithms {
        kinds.push(&object(&[("type", "public-key".into()), ("alg", (*algorithm as f64).into())])?);
    }
    let name = JsValue::from(&options.user_name);
    let site = object(&[("id", (&options.rp_id).into()), ("name", (&options.rp_name).into())])?;
    let user = object(&[("id", bytes(&options.user_id)?), ("name", name.clone()), ("displayName", name)])?;
    let selection = object(&[
        ("authenticatorAttachment", "platform".into()),
        ("residentKey", "required".into()),
        ("requireResidentKey", true.into()),
        ("userVerification", "required".into()),
    ])?;
    object(&[
        ("challenge", bytes(&options.challenge)?),
        ("rp", site),
        ("user", user),
        ("pubKeyCredParams", kinds.into()),
        ("excludeCredentials", keys(&options.exclude)?),
        ("authenticatorSelection", selection),
        ("attestation", "none".into()),
        ("timeout", timeout(options.timeout_ms)),
    ])
}

fn request(asked: &PasskeyAsk) -> Option<JsValue> {
    object(&[
        ("challenge", bytes(&asked.challenge)?),
        ("rpId", (&asked.rp_id).into()),
        ("allowCredentials", keys(&asked.credentials)?),
        ("userVerification", "required".into()),
        ("hints", Array::of1(&"client-device".into()).into()),
        ("timeout", timeout(asked.timeout_ms)),
    ])
}

fn read_new(made: &JsValue) -> Option<NewPasskey> {
    let response = member(made, "response")?;
    let got = |method: &str| call(&response, method, &JsValue::UNDEFINED);
    Some(NewPasskey {
        id: text(&member(made, "rawId")?),
        client_data: text(&member(&response, "clientDataJSON")?),
        authenticator_data: text(&got("getAuthenticatorData")?),
        public_key: text(&got("getPublicKey")?),
        algorithm: got("getPublicKeyAlgorithm")?.as_f64()? as i64,
        label: device_name(),
    })
}

fn read_proof(proof: &JsValue) -> Option<PasskeyProof> {
    let response = member(proof, "response")?;
    let read = |name: &str| member(&response, name).map(|value| text(&value));
    Some(PasskeyProof {
        id: text(&member(proof, "rawId")?),
        client_data: read("clientDataJSON")?,
        authenticator_data: read("authenticatorData")?,
        signature: read("signature")?,
        user_handle: read("userHandle"),
    })
}

fn keys(ids: &[String]) -> Option<JsValue> {
    let keys = Array::new();
    for id in ids {
        keys.push(&object(&[("type", "public-key".into()), ("id", bytes(id)?)])?);
    }
    Some(keys.into())
}

fn timeout(ms: Option<u64>) -> JsValue {
    ms.map_or(JsValue::UNDEFINED, |ms| (ms as f64).into())
}

fn bytes(base64url: &str) -> Option<JsValue> {
    Some(Uint8Array::from(base64url::decode(base64url)?.as_slice()).into())
}

fn text(buffer: &JsValue) -> String {
    base64url::encode(&Uint8Array::new(buffer).to_vec())
}

fn call(of: &JsValue, method: &str, with: &JsValue) -> Option<JsValue> {
    reflect::call(of, method, &Array::of1(with)).filter(is_there)
}

fn object(members: &[(&str, JsValue)]) -> Option<JsValue> {
    let object = Object::new();
    for (name, value) in members {
        // Left out rather than undefined: a browser that reads a number would read NaN.
        if !value.is_undefined() {
            Reflect::set(&object, &(*name).into(), value).ok()?;
        }
    }
    Some(object.into())
}
