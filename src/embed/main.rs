//! The embeddable form: nothing is seen before somebody mounts one.

#[cfg(target_arch = "wasm32")]
fn main() {
    miaoban::embed::start();
}

/// It runs in a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
