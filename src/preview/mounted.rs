//! Mounting something that will go again, which the app itself never does.

use crate::state::locale::Locale;
use crate::words::Lang;
use leptos::prelude::*;
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::HtmlElement;

/// Something mounted; it goes when this is dropped, with everything that it listens to.
pub struct Mounted {
    pub locale: Locale,
    owner: Option<Owner>,
    handle: Option<Box<dyn Any>>,
}

impl Mounted {
    /// Mounts a view under an owner that provides the `Locale` which `locale` makes.
    pub fn new(place: HtmlElement, locale: impl FnOnce() -> Locale + 'static, draw: impl FnOnce() -> AnyView + 'static) -> Self {
        let made = Rc::new(Cell::new(None));
        let making = made.clone();
        let handle = leptos::mount::mount_to(place, move || {
            let locale = locale();
            making.set(Some((locale, Owner::current())));
            provide_context(locale);
            draw()
        });
        let (locale, owner) = made.take().unwrap_or_else(|| (Locale::new(Lang::Hans), None));
        Self { locale, owner, handle: Some(Box::new(handle)) }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.handle = None;
        // What the app keeps for all its pages keeps its owner too, so that dropping the handle alone would leave it listening.
        if let Some(owner) = &self.owner {
            owner.cleanup();
        }
    }
}
