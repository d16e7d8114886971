//! What the browser keeps. Nothing personal may be put here: no name, no number, no answer, no credential.

use super::document::window;
#[cfg(feature = "preview")]
use super::stage::{self, Shelf};

/// Kept on the device: how the person wants to read.
pub fn keep(key: &str, value: &str) {
    #[cfg(feature = "preview")]
    if stage::keep(Shelf::Device, key, value).is_some() {
        return;
    }
    if let Ok(Some(storage)) = window().map_or(Ok(None), |w| w.local_storage()) {
        let _ = storage.set_item(key, value);
    }
}

/// `None` where nothing is kept or the browser keeps nothing.
pub fn kept(key: &str) -> Option<String> {
    #[cfg(feature = "preview")]
    if let Some(kept) = stage::kept(Shelf::Device, key) {
        return kept;
    }
    window()?.local_storage().ok()??.get_item(key).ok()?
}

pub fn forget(key: &str) {
    #[cfg(feature = "preview")]
    if stage::forget(Shelf::Device, key).is_some() {
        return;
    }
    if let Ok(Some(storage)) = window().map_or(Ok(None), |w| w.local_storage()) {
        let _ = storage.remove_item(key);
    }
}

/// Everything that is kept under keys with a prefix.
#[cfg(feature = "demo")]
pub fn kept_under(prefix: &str) -> Vec<(String, String)> {
    let Some(Ok(Some(storage))) = window().map(|w| w.local_storage()) else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or_default()).filter_map(|i| storage.key(i).ok().flatten());
    let keys: Vec<String> = keys.filter(|k| k.starts_with(prefix)).collect();
    keys.into_iter().filter_map(|k| storage.get_item(&k).ok().flatten().map(|v| (k, v))).collect()
}

/// Kept for this tab until it is closed: opaque ids that must survive leaving the page.
pub fn keep_in_tab(key: &str, value: &str) {
    #[cfg(feature = "preview")]
    if stage::keep(Shelf::Tab, key, value).is_some() {
        return;
    }
    if let Ok(Some(storage)) = window().map_or(Ok(None), |w| w.session_storage()) {
        let _ = storage.set_item(key, value);
    }
}

pub fn kept_in_tab(key: &str) -> Option<String> {
    #[cfg(feature = "preview")]
    if let Some(kept) = stage::kept(Shelf::Tab, key) {
        return kept;
    }
    window()?.session_storage().ok()??.get_item(key).ok()?
}

pub fn forget_in_tab(key: &str) {
    #[cfg(feature = "preview")]
    if stage::forget(Shelf::Tab, key).is_some() {
        return;
    }
    if let Ok(Some(storage)) = window().map_or(Ok(None), |w| w.session_storage()) {
        let _ = storage.remove_item(key);
    }
}
