//! What a person does to a page: steps of an example and of tests. Events are those that a browser sends.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The first element that a selector names.
pub fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten().and_then(|e| e.dyn_into().ok())
}

/// Presses it; returns whether it is there.
pub fn click(root: &Element, selector: &str) -> bool {
    find(root, selector).map(|e| e.click()).is_some()
}

/// Types into it in place of what stands there, or chooses the option with this value, without leaving it; returns whether it is there.
pub fn input(root: &Element, selector: &str, text: &str) -> bool {
    let Some(element) = find(root, selector) else { return false };
    // Focusing fails in a window that has no focus itself, and nothing here depends on it.
    let _ = element.focus();
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
    } else if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        select.set_value(text);
        return send(&element, "change");
    } else {
        return false;
    }
    send(&element, "input")
}

/// Leaves it, as Tab does after typing.
pub fn leave(root: &Element, selector: &str) -> bool {
    let Some(element) = find(root, selector) else { return false };
    let sent = send(&element, "change");
    let _ = element.blur();
    // A window without focus sends no blur of its own.
    sent && send(&element, "blur")
}

fn send(element: &HtmlElement, name: &str) -> bool {
    let Ok(event) = Event::new(name) else { return false };
    event.init_event_with_bubbles(name, true);
    element.dispatch_event(&event).is_ok()
}
