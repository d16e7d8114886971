//! Whether a camera will do for a face check, as far as it can be told before leaving for the provider.

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CameraFault {
    /// The person, their system or the page's host does not allow it.
    Refused,
    /// The device has none.
    Missing,
    /// Another program uses it, or it gives no picture.
    Busy,
    /// This browser, or this address, cannot.
    Unsupported,
}

impl CameraFault {
    /// By the name of what `getUserMedia` was refused with (Media Capture and Streams, 10.2).
    pub fn named(name: &str) -> Self {
        match name {
            "NotAllowedError" | "SecurityError" => Self::Refused,
            "NotFoundError" | "OverconstrainedError" => Self::Missing,
            "NotReadableError" | "AbortError" => Self::Busy,
            _ => Self::Unsupported,
        }
    }
}

/// How bright a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    Dark,
    Fine,
    Glaring,
}

/// Mean luma, of 255, below which a face is hard to see.
const DARK: u64 = 40;
/// Luma from which a pixel has no drawing left.
const WHITE: u64 = 250;

impl Light {
    /// Of a picture's bytes, four a pixel: red, green, blue and alpha, as a canvas gives them. `None` without a whole pixel. Luma by
    /// ITU-R BT.601; more than half of it white is glare.
    pub fn of(rgba: &[u8]) -> Option<Self> {
        let (mut sum, mut white, mut pixels) = (0, 0, 0_u64);
        for pixel in rgba.chunks_exact(4) {
            let [red, green, blue, _] = pixel else { continue };
            let luma = (299 * u64::from(*red) + 587 * u64::from(*green) + 114 * u64::from(*blue)) / 1_000;
            sum += luma;
            white += u64::from(luma >= WHITE);
            pixels += 1;
        }
        let mean = sum.checked_div(pixels)?;
        Some(if mean < DARK {
            Self::Dark
        } else if white * 2 > pixels {
            Self::Glaring
        } else {
            Self::Fine
        })
    }
}
