//! Photos in fewer bytes: what a phone takes is larger than anybody needs to read a document, and slow to send on a weak network.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap};

/// The longer side of what is sent, in pixels: an A4 page at 170 dots per inch.
const LONG_SIDE: f64 = 2_000.0;
/// Smaller files are sent as they are, in bytes.
const SMALL: f64 = 1_048_576.0;
/// Larger ones no phone can be expected to decode, in bytes.
pub const LARGEST: f64 = 41_943_040.0;
/// JPEG qualities, the best that is small enough counts.
const QUALITIES: [f64; 3] = [0.85, 0.7, 0.5];

/// A photo as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Ends in `.jpg`.
    pub name: String,
    pub blob: Blob,
}

impl Photo {
    /// Its media type.
    pub const TYPE: &'static str = "image/jpeg";

    /// As a file, as if it had been picked.
    #[cfg(feature = "embed")]
    pub fn into_file(self) -> Option<File> {
        let kind = web_sys::FilePropertyBag::new();
        kind.set_type(Self::TYPE);
        File::new_with_blob_sequence_and_options(&js_sys::Array::of1(&self.blob), &self.name, &kind).ok()
    }
}

/// Whether a file of this type can be made smaller, where JPEG is accepted.
pub fn is_photo(kind: &str) -> bool {
    matches!(kind, "image/jpeg" | "image/png" | "image/webp")
}

/// Whether a field that accepts these types takes what photos become; no types are any type.
pub fn is_wanted(accept: &[String]) -> bool {
    accept.is_empty() || accept.iter().any(|kind| matches!(kind.to_ascii_lowercase().as_str(), "image/jpeg" | "image/*" | ".jpg" | ".jpeg"))
}

/// The photo in fewer bytes, turned upright; nothing where it is small already, where the device cannot decode it, or where it would not
/// get smaller. `most` is what it should have at the most, in bytes.
pub async fn shrunk(file: &File, most: u64) -> Option<Photo> {
    let size = file.size();
    if !is_photo(&file.type_()) || size > LARGEST || (size <= SMALL && size <= most as f64) {
        return None;
    }
    let canvas = drawn(file).await.ok()?;
    let mut best: Option<Blob> = None;
    for quality in QUALITIES {
        let blob = encoded(&canvas, quality).await.ok()?;
        let is_enough = blob.size() <= most as f64;
        best = Some(blob);
        if is_enough {
            break;
        }
    }
    let blob = best.filter(|blob| blob.size() < size)?;
    let name = file.name();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    Some(Photo { name: format!("{stem}.jpg"), blob })
}

/// The photo on a canvas of the size that is sent. Browsers turn it as its EXIF orientation says.
async fn drawn(file: &File) -> Result<HtmlCanvasElement, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let bitmap: ImageBitmap = JsFuture::from(window.create_image_bitmap_with_blob(file)?).await?.dyn_into()?;
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (LONG_SIDE / width.max(height).max(1.0)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas: HtmlCanvasElement = window.document().ok_or(JsValue::NULL)?.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    // JPEG has no transparency: what is clear would come out black.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width, height)?;
    bitmap.close();
    Ok(canvas)
}

async fn encoded(canvas: &HtmlCanvasElement, quality: f64) -> Result<Blob, JsValue> {
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(e) = canvas.to_blob_with_type_and_encoder_options(&resolve, Photo::TYPE, &quality.into()) {
            let _ = reject.call1(&JsValue::NULL, &e);
        }
    });
    JsFuture::from(made).await?.dyn_into()
}
