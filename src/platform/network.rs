//! Whether the device has a network.

use super::document::{on_window, window, Listening};

/// What the browser believes; `true` where it does not say.
pub fn is_online() -> bool {
    window().is_none_or(|w| w.navigator().on_line())
}

/// Tells of every change for as long as the returned values live.
pub fn on_change(heard: impl Fn(bool) + Clone + 'static) -> Vec<Listening> {
    let gone = heard.clone();
    [on_window("online", move |_| heard(true)), on_window("offline", move |_| gone(false))].into_iter().flatten().collect()
}
