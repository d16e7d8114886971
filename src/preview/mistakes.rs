//! Mistakes of an example itself (a step that finds nothing to press, a call that the backend refuses): noted, and told by the tests.

use std::cell::RefCell;

thread_local! {
    static NOTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

pub fn note(what: String) {
    web_sys::console::warn_1(&what.as_str().into());
    NOTED.with_borrow_mut(|noted| noted.push(what));
}

/// What was noted since the last time.
pub fn take() -> Vec<String> {
    NOTED.with_borrow_mut(std::mem::take)
}
