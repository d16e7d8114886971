//! A QR code as the path of a drawing.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Light modules around a code, without which cameras do not find it (ISO/IEC 18004).
const QUIET: i32 = 4;

/// A square drawing of one unit a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Units of a side, the light edge included.
    pub size: i32,
    /// The dark modules: SVG path data.
    pub path: String,
}

/// Draws a text; `None` where it is too long for a code.
pub fn draw(text: &str) -> Option<Drawing> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count() as i32;
            if run > 0 {
                // Writing to a text cannot fail.
                let _ = write!(path, "M{},{}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(Drawing { size: code.size() + 2 * QUIET, path })
}
