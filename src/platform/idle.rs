//! When there is time for what nobody waits for, and what a person is about to see.

use super::clock;
use super::document::{is_hidden, window};
use super::reflect::member;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Waits until what was drawn last can be seen; no longer than a frame where nobody looks.
pub async fn seen() {
    if !is_hidden() {
        let mut asked = false;
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            asked = window().is_some_and(|w| w.request_animation_frame(&resolve).is_ok());
        });
        if asked {
            // It cannot fail: nothing rejects it.
            let _ = JsFuture::from(frame).await;
        }
    }
    // A frame is told of before it is drawn.
    rest().await;
}

/// Lets keys, fingers and frames that wait go first.
pub async fn rest() {
    clock::sleep(0).await;
}

/// Milliseconds since the page was opened; 0 where nobody counts.
pub fn elapsed() -> f64 {
    window().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}

/// Whether a key or a finger waits for this program to rest; `None` where the browser does not tell (Is Input Pending API).
pub fn is_awaited() -> Option<bool> {
    thread_local! {
        static ASK: Option<(JsValue, js_sys::Function)> = asker();
    }
    ASK.with(|ask| ask.as_ref()?.1.call0(&ask.as_ref()?.0).ok()?.as_bool())
}

fn asker() -> Option<(JsValue, js_sys::Function)> {
    let scheduling = member(&window()?.navigator(), "scheduling")?;
    let ask = member(&scheduling, "isInputPending")?.dyn_into().ok()?;
    Some((scheduling, ask))
}

/// Watches elements come near the screen; stops when dropped.
pub struct Watch {
    observer: IntersectionObserver,
    _near: Closure<dyn Fn(js_sys::Array)>,
}

impl Watch {
    /// `near` is told of each element that is within a screen's height of what is seen. `None` where the browser cannot tell.
    pub fn new(near: impl Fn(web_sys::Element) + 'static) -> Option<Self> {
        let near = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            for entry in entries.iter().filter_map(|e| e.dyn_into::<IntersectionObserverEntry>().ok()).filter(|e| e.is_intersecting()) {
                near(entry.target());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("100%");
        let observer = IntersectionObserver::new_with_options(near.as_ref().unchecked_ref(), &options).ok()?;
        Some(Self { observer, _near: near })
    }

    pub fn add(&self, element: &web_sys::Element) {
        self.observer.observe(element);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
