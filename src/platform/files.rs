//! Files that a person picks.

use wasm_bindgen_futures::JsFuture;

/// The bytes of a picked file; `None` where the device could not read it.
pub async fn bytes(file: &web_sys::File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
