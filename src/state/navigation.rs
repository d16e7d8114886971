//! Walking from page to page: the route, its history, and where each page was scrolled to.

use crate::platform::address;
use crate::platform::document::{self, Listening};
use crate::route::Route;
use leptos::prelude::*;
use std::collections::HashMap;

/// The current route and the means to change it. Provided once by the app.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: RwSignal<Route>,
    scrolls: StoredValue<HashMap<String, f64>>,
    /// How far the page that opens now should be scrolled, in CSS pixels.
    arrive_at: StoredValue<f64>,
}

impl Navigation {
    /// Reads the address, and follows Back, Forward and clicks on links of the app from then on.
    pub fn new() -> Self {
        let navigation =
            Self { route: RwSignal::new(Route::parse(&address::path())), scrolls: StoredValue::new(HashMap::new()), arrive_at: StoredValue::new(0.0) };
        let listening: Vec<Listening> = [
            document::on_window("popstate", move |_| navigation.follow()),
            document::on_document("click", move |event| {
                if let Some(href) = document::link_of_click(&event) {
                    event.prevent_default();
                    navigation.go(Route::parse(&href));
                }
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        let listening = StoredValue::new_local(listening);
        on_cleanup(move || listening.dispose());
        navigation
    }

    /// Tracks it.
    pub fn route(&self) -> Route {
        self.route.get()
    }

    pub fn signal(&self) -> RwSignal<Route> {
        self.route
    }

    /// Goes to a page, leaving the current one in the history.
    pub fn go(&self, to: Route) {
        self.remember_scroll();
        address::push(&to.path(), address::depth() + 1);
        self.open(to, 0.0);
    }

    /// Goes to a page in place of the current one, which Back will not find again.
    pub fn swap(&self, to: Route) {
        address::replace(&to.path());
        self.open(to, 0.0);
    }

    /// One page back, or to `otherwise` where this page was opened directly.
    pub fn back_or(&self, otherwise: Route) {
        if address::depth() > 0 {
            address::back();
        } else {
            self.swap(otherwise);
        }
    }

    /// Where the page that has just been opened should be scrolled to; asked once by the app.
    pub fn arrival(&self) -> f64 {
        self.arrive_at.try_get_value().unwrap_or_default()
    }

    fn follow(&self) {
        let to = Route::parse(&address::path());
        if self.route.with_untracked(|now| *now == to) {
            // Only the fragment has changed.
            return;
        }
        self.remember_scroll();
        let y = self.scrolls.with_value(|s| s.get(&to.path()).copied()).unwrap_or_default();
        self.open(to, y);
    }

    fn remember_scroll(&self) {
        let Some(path) = self.route.try_with_untracked(Route::path) else { return };
        let y = document::scroll_y();
        let _ = self.scrolls.try_update_value(|s| {
            s.insert(path, y);
        });
    }

    fn open(&self, to: Route, y: f64) {
        let _ = self.arrive_at.try_set_value(y);
        let _ = self.route.try_set(to);
    }
}

impl Default for Navigation {
    fn default() -> Self {
        Self::new()
    }
}

/// The app's [`Navigation`].
///
/// # Panics
/// Where none was provided, which is a mistake of the program and not of any data.
pub fn use_navigation() -> Navigation {
    expect_context::<Navigation>()
}
