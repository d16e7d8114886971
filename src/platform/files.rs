//! Files that a person picks.

use crate::backend::uploads::{Bytes, Reading};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// The media type of a picked file; some browsers tell none, and its name has to.
pub fn media_type(file: &File) -> String {
    let (kind, name) = (file.type_(), file.name().to_ascii_lowercase());
    match name.rsplit('.').next() {
        _ if !kind.is_empty() => kind,
        Some("pdf") => "application/pdf".to_owned(),
        Some("jpg" | "jpeg") => "image/jpeg".to_owned(),
        Some("png") => "image/png".to_owned(),
        _ => "application/octet-stream".to_owned(),
    }
}

/// A file on the device, read piece by piece: what is not being sent is not in memory.
pub struct OnDevice(pub Blob);

impl Bytes for OnDevice {
    fn read(&self, from: u64, to: u64) -> Reading<'_> {
        Box::pin(async move {
            let piece = self.0.slice_with_f64_and_f64(from as f64, to as f64).ok()?;
            let buffer = JsFuture::from(piece.array_buffer()).await.ok()?;
            Some(js_sys::Uint8Array::new(&buffer).to_vec())
        })
    }
}
