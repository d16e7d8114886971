//! What a signature is drawn with: strokes on a canvas, always black on white, and the PNG that comes of it.

use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{window, CanvasRenderingContext2d, File, FilePropertyBag, HtmlCanvasElement};

/// Pixels of the picture, whatever size it is shown at: a turned phone or a larger text loses nothing of it.
pub const WIDTH: u32 = 1000;
pub const HEIGHT: u32 = 400;
/// The pen, in those pixels.
const PEN: f64 = 8.0;

/// A line without lifting the pen, in pixels of the picture.
pub type Stroke = Vec<(f64, f64)>;

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// A white sheet with the strokes on it.
pub fn draw(canvas: &HtmlCanvasElement, strokes: &[Stroke]) {
    let Some(pen) = context(canvas) else { return };
    pen.set_fill_style_str("#fff");
    pen.fill_rect(0.0, 0.0, f64::from(WIDTH), f64::from(HEIGHT));
    pen.set_stroke_style_str("#000");
    pen.set_fill_style_str("#000");
    pen.set_line_width(PEN);
    pen.set_line_cap("round");
    pen.set_line_join("round");
    for stroke in strokes {
        let Some((first, rest)) = stroke.split_first() else { continue };
        pen.begin_path();
        if rest.is_empty() {
            // A dot: of no length a line would leave nothing.
            let _ = pen.arc(first.0, first.1, PEN / 2.0, 0.0, std::f64::consts::TAU);
            pen.fill();
            continue;
        }
        pen.move_to(first.0, first.1);
        rest.iter().for_each(|(x, y)| pen.line_to(*x, *y));
        pen.stroke();
    }
}

/// A white sheet with a name in the middle, as large as fits.
pub fn write(canvas: &HtmlCanvasElement, name: &str) {
    draw(canvas, &[]);
    let Some(pen) = context(canvas) else { return };
    let (wide, high) = (f64::from(WIDTH), f64::from(HEIGHT));
    pen.set_fill_style_str("#000");
    pen.set_text_align("center");
    pen.set_text_baseline("middle");
    let font = |size: f64| format!("{size}px \"Kaiti SC\", STKaiti, KaiTi, \"Songti SC\", \"Noto Serif CJK SC\", serif");
    pen.set_font(&font(180.0));
    let size = pen.measure_text(name).map_or(180.0, |m| 180.0 * (wide * 0.9 / m.width().max(1.0)).min(1.0));
    pen.set_font(&font(size));
    let _ = pen.fill_text(name, wide / 2.0, high / 2.0);
}

/// The picture as a file, and as an address that an `img` shows; `None` where the browser makes none.
pub fn png(canvas: &HtmlCanvasElement, name: &str) -> Option<(File, String)> {
    let address = canvas.to_data_url_with_type("image/png").ok()?;
    let binary = window()?.atob(address.split_once("base64,")?.1).ok()?;
    // `atob` answers one character a byte.
    let bytes: Vec<u8> = binary.chars().map(|c| c as u8).collect();
    let parts = js_sys::Array::of1(&JsValue::from(js_sys::Uint8Array::from(bytes.as_slice())));
    let kind = FilePropertyBag::new();
    kind.set_type("image/png");
    Some((File::new_with_u8_array_sequence_and_options(&parts, name, &kind).ok()?, address))
}
