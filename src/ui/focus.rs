//! Moving the reader to a place of the page.

use leptos::prelude::{document, Callable, Callback};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{CustomEvent, CustomEventInit, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

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

/// The event by which a list is asked to draw a row, with the place inside it as the detail: `/3/name`.
pub const AIM: &str = "mbaim";

/// Moves to a field inside a row of the list around `target`, which draws the row first where it is not in the document.
pub fn reveal_row(target: &str, pointer: &str) {
    let list = document().get_element_by_id(target).and_then(|e| e.closest("[data-field]").ok().flatten());
    let outer = list.as_ref().and_then(|l| l.get_attribute("data-field")).unwrap_or_default();
    let rows = list.and_then(|l| l.query_selector(".mb-repeat").ok().flatten());
    let (Some(rows), Some(inside)) = (rows, pointer.strip_prefix(outer.as_str())) else { return reveal(target) };
    let how = CustomEventInit::new();
    how.set_detail(&inside.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(AIM, &how) {
        let _ = rows.dispatch_event(&event);
    }
}

/// Moves to the field at a pointer, or to what is around it: its first control that can be used.
pub fn reveal_field(pointer: &str) {
    let mut pointer = pointer;
    let frame = loop {
        let text: String = pointer.chars().filter(|c| !c.is_control()).flat_map(|c| matches!(c, '"' | '\\').then_some('\\').into_iter().chain([c])).collect();
        match document().query_selector(&format!("[data-field=\"{text}\"]")).ok().flatten() {
            Some(frame) => break frame,
            None => match pointer.rsplit_once('/') {
                Some((outer, _)) => pointer = outer,
                None => return,
            },
        }
    };
    let how = ScrollIntoViewOptions::new();
    how.set_block(ScrollLogicalPosition::Start);
    frame.scroll_into_view_with_scroll_into_view_options(&how);
    if let Some(control) = frame.query_selector("input:not([tabindex='-1']), select, textarea, button").ok().flatten() {
        focus(&control);
    }
}

/// Focuses the element `id` names; nothing happens where there is none.
pub fn focus_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus(&element);
    }
}

/// Focuses the first element that a selector names.
pub fn focus_first(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        focus(&element);
    }
}

/// Moves the focus from a control that is about to go to another one inside `around` it, so that a keyboard does not start from the top.
pub fn hand_over(from: &leptos::ev::MouseEvent, around: &str, to: &str) {
    let gone = from.target().and_then(|t| t.dyn_into::<leptos::web_sys::Element>().ok());
    let place = gone.and_then(|e| e.closest(around).ok().flatten());
    if let Some(element) = place.and_then(|p| p.query_selector(to).ok().flatten()) {
        focus(&element);
    }
}

/// Scrolls the list around an option, not the page, until the option is in sight.
pub fn show_option(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let how = ScrollIntoViewOptions::new();
    how.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&how);
}

fn focus(element: &leptos::web_sys::Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    // Focusing cannot fail in a way that a person could be told about.
    let _ = element.focus();
}

/// Tells that a field was left. One that is taken away while it has the focus is left too, when whoever would hear of it may be gone.
pub fn left(on_leave: Callback<()>) {
    let _ = on_leave.try_run(());
}
