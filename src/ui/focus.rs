//! Moving the reader to a place of the page.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolls what names `id` into view (its frame with the label, where it has one), then focuses the element. In this order:
/// focus alone would put the input, not its label, at the edge of the screen.
pub fn reveal(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let place = element.closest("[data-field], fieldset, .mb-check").ok().flatten().unwrap_or_else(|| element.clone());
    let how = ScrollIntoViewOptions::new();
    how.set_block(ScrollLogicalPosition::Start);
    place.scroll_into_view_with_scroll_into_view_options(&how);
    focus(&element);
}

/// Focuses the element `id` names; nothing happens where there is none.
pub fn focus_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus(&element);
    }
}

fn focus(element: &leptos::web_sys::Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    // Focusing cannot fail in a way that a person could be told about.
    let _ = element.focus();
}
