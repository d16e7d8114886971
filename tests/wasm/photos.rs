//! Photos that are made smaller before they are sent.

use js_sys::{Array, Promise};
use miaoban::platform::photo::{is_wanted, shrunk};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, CanvasRenderingContext2d, File, FilePropertyBag, HtmlCanvasElement, ImageBitmap};

fn canvas(width: u32, height: u32) -> HtmlCanvasElement {
    let document = web_sys::window().and_then(|w| w.document()).expect("a document");
    let canvas: HtmlCanvasElement = document.create_element("canvas").expect("a canvas").unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").expect("a context").expect("a context").unchecked_into();
    // Noise does not compress: the file is as large as a photo.
    let mut seed = 7u32;
    for x in (0..width).step_by(3) {
        for y in (0..height).step_by(3) {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            context.set_fill_style_str(&format!("#{:06x}", seed >> 8));
            context.fill_rect(x.into(), y.into(), 3.0, 3.0);
        }
    }
    canvas
}

async fn picture(width: u32, height: u32, kind: &str, name: &str) -> File {
    let canvas = canvas(width, height);
    let made = Promise::new(&mut |resolve, _| canvas.to_blob_with_type_and_encoder_options(&resolve, kind, &1.0.into()).expect("encodes"));
    let blob: Blob = JsFuture::from(made).await.expect("a blob").unchecked_into();
    let bag = FilePropertyBag::new();
    bag.set_type(kind);
    File::new_with_blob_sequence_and_options(&Array::of1(&blob), name, &bag).expect("a file")
}

async fn size(blob: &Blob) -> (u32, u32) {
    let window = web_sys::window().expect("a window");
    let bitmap = JsFuture::from(window.create_image_bitmap_with_blob(blob).expect("decodes")).await.expect("decodes");
    let bitmap: ImageBitmap = bitmap.unchecked_into();
    (bitmap.width(), bitmap.height())
}

/// Guards against a phone's photo that is refused as too large, or takes minutes to send.
#[wasm_bindgen_test]
async fn a_large_photo_is_sent_smaller_and_no_wider_than_is_needed() {
    let file = picture(3_000, 1_500, "image/jpeg", "Scan 1.JPEG").await;
    let most = 1_000_000;
    assert!(file.size() > 1_100_000.0, "the picture is too small to try it on: {}", file.size());
    let photo = shrunk(&file, most).await.expect("shrunk");
    assert_eq!(photo.name, "Scan 1.jpg");
    assert!(photo.blob.size() <= most as f64 && photo.blob.size() < file.size(), "{} of {}", photo.blob.size(), file.size());
    assert_eq!(size(&photo.blob).await, (2_000, 1_000));
}

#[wasm_bindgen_test]
async fn what_is_small_or_no_photo_is_sent_as_it_is() {
    let small = picture(40, 40, "image/jpeg", "a.jpg").await;
    assert_eq!(shrunk(&small, 5_000_000).await, None);
    let bag = FilePropertyBag::new();
    bag.set_type("image/jpeg");
    let broken = File::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(&"x".repeat(2_000_000))), "b.jpg", &bag).expect("a file");
    assert_eq!(shrunk(&broken, 5_000_000).await, None, "the device cannot decode it");
    let bag = FilePropertyBag::new();
    bag.set_type("application/pdf");
    let pdf = File::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(&"x".repeat(2_000_000))), "c.pdf", &bag).expect("a file");
    assert_eq!(shrunk(&pdf, 5_000_000).await, None);
}

#[wasm_bindgen_test]
fn a_field_that_takes_no_jpeg_gets_none() {
    let takes = |all: &[&str]| is_wanted(&all.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
    assert!(takes(&[]) && takes(&["image/jpeg"]) && takes(&["application/pdf", "image/*"]));
    assert!(!takes(&["image/png", "application/pdf"]));
}
