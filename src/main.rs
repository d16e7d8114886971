//! The citizen's app: panic hook and mount, nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    miaoban::app::start();
}

/// The app runs in a browser; natively only its pure rooms are built, for tests.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
