//! The preview for developers and designers: a binary of its own, of which citizens download no byte.

#[cfg(target_arch = "wasm32")]
fn main() {
    miaoban::preview::gallery::start();
}

/// The preview runs in a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
