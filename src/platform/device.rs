//! What kind of device this is, as far as it matters to what a person can do with it.

use super::document::window;

/// A computer: pointed at with a mouse, on a wide screen. A phone does better by itself what a computer would hand to it.
const COMPUTER: &str = "(pointer: fine) and (min-width: 768px)";

pub fn is_computer() -> bool {
    #[cfg(feature = "preview")]
    if let Some(is) = super::stage::is_computer() {
        return is;
    }
    window().and_then(|w| w.match_media(COMPUTER).ok().flatten()).is_some_and(|found| found.matches())
}
