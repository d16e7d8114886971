//! The address bar and the history.

use super::document::window;
use wasm_bindgen::JsValue;

/// Scheme, host and port of this page.
pub fn origin() -> String {
    window().and_then(|w| w.location().origin().ok()).unwrap_or_default()
}

/// The path of this page, without query and fragment.
pub fn path() -> String {
    #[cfg(feature = "preview")]
    if let Some(address) = super::stage::address() {
        return address.split(['?', '#']).next().unwrap_or_default().to_owned();
    }
    window().and_then(|w| w.location().pathname().ok()).unwrap_or_default()
}

/// One value of this page's query, decoded.
pub fn query(name: &str) -> Option<String> {
    web_sys::UrlSearchParams::new_with_str(&search()?).ok()?.get(name)
}

fn search() -> Option<String> {
    #[cfg(feature = "preview")]
    if let Some(address) = super::stage::address() {
        let address = address.split('#').next().unwrap_or_default();
        return Some(address.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default());
    }
    window()?.location().search().ok()
}

/// The fragment of this page's address, without the `#`; `None` where there is nothing in it.
pub fn fragment() -> Option<String> {
    #[cfg(feature = "preview")]
    if let Some(address) = super::stage::address() {
        return address.split_once('#').map(|(_, fragment)| fragment.to_owned());
    }
    let hash = window()?.location().hash().ok()?;
    hash.strip_prefix('#').filter(|rest| !rest.is_empty()).map(str::to_owned)
}

/// Adds an entry to the history without loading anything. `depth` counts the pages of this app behind it.
pub fn push(path: &str, depth: u32) {
    #[cfg(feature = "preview")]
    if super::stage::push(path).is_some() {
        return;
    }
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::from(depth), "", Some(path));
    }
}

/// Replaces the current entry: what stood in the address is gone from the history too.
pub fn replace(path: &str) {
    #[cfg(feature = "preview")]
    if super::stage::replace(path).is_some() {
        return;
    }
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::from(depth()), "", Some(path));
    }
}

/// How many pages of this app are behind the current entry of the history; reloads do not change it.
pub fn depth() -> u32 {
    #[cfg(feature = "preview")]
    if let Some(depth) = super::stage::depth() {
        return depth;
    }
    window().and_then(|w| w.history().ok()).and_then(|h| h.state().ok()).and_then(|s| s.as_f64()).map_or(0, |n| n as u32)
}

/// Steps back in the history.
pub fn back() {
    #[cfg(feature = "preview")]
    if super::stage::back().is_some() {
        return;
    }
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.back();
    }
}

/// Leaves the app for another page. Only http(s) is followed; returns whether it was.
pub fn leave_for(url: &str) -> bool {
    let Some(window) = window() else { return false };
    let Ok(target) = web_sys::Url::new_with_base(url, &origin()) else { return false };
    let safe = matches!(target.protocol().as_str(), "https:" | "http:");
    #[cfg(feature = "preview")]
    if super::stage::leave_for(&target.href()).is_some() {
        return safe;
    }
    safe && window.location().assign(&target.href()).is_ok()
}

/// Loads this page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}
