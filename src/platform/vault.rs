//! Encrypted texts on this device, for what a person agreed to keep there (OWASP ASVS 5.0, 14.3).
//!
//! AES-GCM with a key that no script can read out: the browser keeps both the key and the ciphertext in IndexedDB. Every text has a
//! key of its own and an end. Where the browser has neither, nothing is kept and the caller is told.
//!
//! A text is kept under `shelf/name`; of the name only a digest is written down, since it may tell what somebody applies for.

use super::clock;
use super::document::window;
#[cfg(feature = "preview")]
use super::stage::{self, Shelf};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, CryptoKey, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode, SubtleCrypto};

const DATABASE: &str = "miaoban";
const STORE: &str = "vault";

/// Keeps a text in place of an earlier one, until `life_ms` from now. Returns whether it is kept.
pub async fn keep(slot: &str, text: &str, life_ms: i64) -> bool {
    #[cfg(feature = "preview")]
    if stage::keep(Shelf::Vault, slot, text).is_some() {
        return true;
    }
    seal(slot, text, clock::now().plus_ms(life_ms).0 as f64).await.is_ok()
}

/// Takes a kept text out; `None` where there is none, or it has expired. It is gone afterwards either way.
pub async fn take(slot: &str) -> Option<String> {
    #[cfg(feature = "preview")]
    if let Some(kept) = stage::kept(Shelf::Vault, slot) {
        forget(slot).await;
        return kept;
    }
    let place = place(slot).await.ok()?;
    let store = open().await.ok()?;
    let found = done(&store.get(&place).ok()?).await.ok()?;
    let read = unseal(&found).await.ok();
    forget(slot).await;
    read
}

/// Everything that is kept on a shelf and has not expired. What has is deleted.
pub async fn kept_on(shelf: &str) -> Vec<String> {
    #[cfg(feature = "preview")]
    if let Some(kept) = stage::kept_on(Shelf::Vault, shelf) {
        return kept;
    }
    all_on(shelf).await.unwrap_or_default()
}

/// Deletes one text.
pub async fn forget(slot: &str) {
    #[cfg(feature = "preview")]
    if stage::forget(Shelf::Vault, slot).is_some() {
        return;
    }
    if let Ok(place) = place(slot).await {
        delete(&place).await;
    }
}

/// Deletes everything, whoever it belongs to.
pub async fn wipe() {
    #[cfg(feature = "preview")]
    if stage::clear(Shelf::Vault).is_some() {
        return;
    }
    if let Ok(store) = open().await {
        if let Ok(request) = store.clear() {
            let _ = done(&request).await;
        }
    }
}

async fn all_on(shelf: &str) -> Result<Vec<String>, JsValue> {
    let store = open().await?;
    // Both asked for at once: a transaction ends by itself when other work is awaited.
    let (places, entries) = (store.get_all_keys()?, store.get_all()?);
    let (places, entries) = (Array::from(&done(&places).await?), Array::from(&done(&entries).await?));
    let mut texts = Vec::new();
    for (place, entry) in places.iter().zip(entries.iter()) {
        let is_here = place.as_string().is_some_and(|p| p.split('/').next() == Some(shelf));
        if !is_here {
            continue;
        }
        match unseal(&entry).await {
            Ok(text) => texts.push(text),
            // Expired, or sealed in a way that this version does not know.
            Err(_) => delete(&place).await,
        }
    }
    Ok(texts)
}

async fn delete(place: &JsValue) {
    if let Ok(store) = open().await {
        if let Ok(request) = store.delete(place) {
            let _ = done(&request).await;
        }
    }
}

/// Where a slot is in the database: the shelf as it is, the name as a digest.
async fn place(slot: &str) -> Result<JsValue, JsValue> {
    let Some((shelf, name)) = slot.split_once('/') else { return Ok(slot.into()) };
    let digest = JsFuture::from(subtle()?.digest_with_str_and_u8_array("SHA-256", name.as_bytes())?).await?;
    let digest: String = Uint8Array::new(&digest).to_vec().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{shelf}/{digest}").into())
}

async fn seal(slot: &str, text: &str, expires: f64) -> Result<(), JsValue> {
    let subtle = subtle()?;
    let algorithm = Object::new();
    Reflect::set(&algorithm, &"name".into(), &"AES-GCM".into())?;
    Reflect::set(&algorithm, &"length".into(), &256.into())?;
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let key: CryptoKey = JsFuture::from(subtle.generate_key_with_object(&algorithm, false, &uses)?).await?.dyn_into()?;
    let mut iv = [0u8; 12];
    window().ok_or(JsValue::NULL)?.crypto()?.get_random_values_with_u8_array(&mut iv)?;
    let iv = Uint8Array::from(iv.as_slice());
    let sealed = JsFuture::from(subtle.encrypt_with_object_and_u8_array(&parameters(&iv), &key, text.as_bytes())?).await?;
    let entry = Object::new();
    for (name, value) in [("key", key.into()), ("iv", iv.into()), ("sealed", sealed), ("expires", JsValue::from_f64(expires))] {
        Reflect::set(&entry, &name.into(), &value)?;
    }
    let place = place(slot).await?;
    // Opened last: a transaction ends by itself when other work is awaited.
    let store = open().await?;
    done(&store.put_with_key(&entry, &place)?).await.map(drop)
}

async fn unseal(entry: &JsValue) -> Result<String, JsValue> {
    let member = |name: &str| Reflect::get(entry, &name.into());
    if member("expires")?.as_f64().is_none_or(|t| t < clock::now().0 as f64) {
        return Err(JsValue::NULL);
    }
    let key: CryptoKey = member("key")?.dyn_into()?;
    let iv: Uint8Array = member("iv")?.dyn_into()?;
    let sealed: Object = member("sealed")?.dyn_into()?;
    let open = JsFuture::from(subtle()?.decrypt_with_object_and_buffer_source(&parameters(&iv), &key, &sealed)?).await?;
    String::from_utf8(Uint8Array::new(&open).to_vec()).map_err(|_| JsValue::NULL)
}

fn parameters(iv: &Uint8Array) -> AesGcmParams {
    AesGcmParams::new("AES-GCM", iv)
}

fn subtle() -> Result<SubtleCrypto, JsValue> {
    let crypto = window().ok_or(JsValue::NULL)?.crypto()?;
    // Absent outside secure contexts, whatever the bindings promise.
    Reflect::get(&crypto, &"subtle".into())?.dyn_into()
}

async fn open() -> Result<IdbObjectStore, JsValue> {
    let factory = window().ok_or(JsValue::NULL)?.indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(DATABASE, 1)?;
    let opening = request.clone();
    let make_store = Closure::<dyn Fn()>::new(move || {
        if let Some(database) = opening.result().ok().and_then(|r| r.dyn_into::<IdbDatabase>().ok()) {
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(make_store.as_ref().unchecked_ref()));
    let database: IdbDatabase = done(&request).await?.dyn_into()?;
    database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?.object_store(STORE)
}

async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(settled).await?;
    request.result()
}
