//! The document: its title, the attributes of its root, and events that concern the whole page.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::JsCast;

pub(super) fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<web_sys::Document> {
    window()?.document()
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of `<html>` (`lang`, `data-theme`, `data-size`).
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// The element that the app is mounted into.
pub fn mount_point() -> Option<web_sys::HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Tells the shell something (`miaoban:ready`, `miaoban:panic`).
pub fn announce(event: &str) {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new(event)) {
        let _ = window.dispatch_event(&event);
    }
}

/// An element that is in no document.
#[cfg(feature = "embed")]
pub fn detached() -> Option<web_sys::HtmlElement> {
    document()?.create_element("div").ok()?.dyn_into().ok()
}

/// Has panics told in the console, with their place.
#[cfg(feature = "embed")]
pub fn report_panics() {
    console_error_panic_hook::set_once();
}

/// A listener on the window or the document; it stops listening when dropped.
pub struct Listening {
    target: web_sys::EventTarget,
    event: &'static str,
    closure: Closure<dyn Fn(web_sys::Event)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
    }
}

/// Listens on the window for as long as the returned value lives.
pub fn on_window(event: &'static str, heard: impl Fn(web_sys::Event) + 'static) -> Option<Listening> {
    listen(window()?.into(), event, heard)
}

/// Listens on the document for as long as the returned value lives.
pub fn on_document(event: &'static str, heard: impl Fn(web_sys::Event) + 'static) -> Option<Listening> {
    listen(document()?.into(), event, heard)
}

fn listen(target: web_sys::EventTarget, event: &'static str, heard: impl Fn(web_sys::Event) + 'static) -> Option<Listening> {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(heard);
    target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()).ok()?;
    Some(Listening { target, event, closure })
}

/// Whether the page is hidden (another tab, another app, a locked phone).
pub fn is_hidden() -> bool {
    document().is_some_and(|d| d.hidden())
}

/// The browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// The address that a click on a link of this app leads to: same origin, no modifier key, no new tab, no download.
pub fn link_of_click(event: &web_sys::Event) -> Option<String> {
    let mouse = event.dyn_ref::<web_sys::MouseEvent>()?;
    if event.default_prevented() || mouse.button() != 0 || mouse.meta_key() || mouse.ctrl_key() || mouse.shift_key() || mouse.alt_key() {
        return None;
    }
    let anchor = event.target()?.dyn_into::<web_sys::Element>().ok()?.closest("a[href]").ok()??;
    if anchor.has_attribute("target") || anchor.has_attribute("download") {
        return None;
    }
    let href = anchor.get_attribute("href")?;
    if !href.starts_with('/') || href.starts_with("//") {
        return None;
    }
    if is_again(mouse) {
        event.prevent_default();
        return None;
    }
    Some(href)
}

/// Whether a click is the second of a double tap: the first may have drawn another page, and the second was not meant for what stands
/// there now. Keys count as no taps.
pub fn is_again(click: &web_sys::MouseEvent) -> bool {
    click.detail() > 1
}

/// The field that an event happened in, by JSON Pointer.
pub fn field_of(event: &web_sys::Event) -> Option<String> {
    event.target()?.dyn_into::<web_sys::Element>().ok()?.closest("[data-field]").ok()??.get_attribute("data-field")
}

/// Where the page is scrolled to, in CSS pixels.
pub fn scroll_y() -> f64 {
    window().and_then(|w| w.scroll_y().ok()).unwrap_or_default()
}

pub fn scroll_to(y: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, y);
    }
}
