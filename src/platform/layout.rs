//! Where elements stand, for what is drawn between them.

use super::document::{document, window};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, ResizeObserver};

/// An SVG path from the right side of one element to the left side of another, seen from a third, in pixels. `None` where one of them is not there, or
/// they do not stand side by side.
pub fn curve(seen_from: &str, from: &str, to: &str) -> Option<String> {
    let rect = |id: &str| -> Option<DomRect> { Some(document()?.get_element_by_id(id)?.get_bounding_client_rect()) };
    let (frame, from, to) = (rect(seen_from)?, rect(from)?, rect(to)?);
    let (x1, y1) = (from.right() - frame.left(), from.top() + from.height() / 2.0 - frame.top());
    let (x2, y2) = (to.left() - frame.left(), to.top() + to.height() / 2.0 - frame.top());
    let middle = (x1 + x2) / 2.0;
    (x2 > x1).then(|| format!("M{x1:.0} {y1:.0}C{middle:.0} {y1:.0} {middle:.0} {y2:.0} {x2:.0} {y2:.0}"))
}

/// Watches the size of an element's parent; it stops when dropped.
pub struct Watching {
    observer: ResizeObserver,
    /// Nobody is to begin watching once it is dropped.
    over: Rc<Cell<bool>>,
    _closure: Closure<dyn Fn()>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.over.set(true);
        self.observer.disconnect();
    }
}

/// Calls `then` whenever the element around the one with this id changes its size, and once when it is first seen.
pub fn on_resize(id: &'static str, then: impl Fn() + 'static) -> Option<Watching> {
    let closure = Closure::<dyn Fn()>::new(then);
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    let over = Rc::new(Cell::new(false));
    let (seen, is_over) = (observer.clone(), over.clone());
    // It is not in the document before it is drawn.
    let watch = Closure::once_into_js(move || {
        if is_over.get() {
            return;
        }
        if let Some(parent) = document().and_then(|d| d.get_element_by_id(id)).and_then(|e| e.parent_element()) {
            seen.observe(&parent);
        }
    });
    window()?.request_animation_frame(watch.unchecked_ref()).ok()?;
    Some(Watching { observer, over, _closure: closure })
}
