//! What an example is.

use leptos::prelude::AnyView;

/// A named state of a component or page. Drawn inside an owner that provides a `Locale`.
///
/// Names are addresses: `ui/source-card/expired`. DOM, axe and screenshot tests loop over all of them in every language,
/// size and theme, so an example holds no clock, no randomness and no network.
#[derive(Clone, Copy)]
pub struct Example {
    pub name: &'static str,
    pub draw: fn() -> AnyView,
}

impl Example {
    pub const fn new(name: &'static str, draw: fn() -> AnyView) -> Self {
        Self { name, draw }
    }

    /// Whether it is a whole page with the app's frame around it.
    pub fn is_page(&self) -> bool {
        self.name.starts_with("page/")
    }

    /// Whether it brings its own `main` and `h1`.
    pub fn has_frame(&self) -> bool {
        self.is_page() || self.subject() == "page"
    }

    /// The component or page: `source-card` of `ui/source-card/expired`.
    pub fn subject(&self) -> &'static str {
        self.name.split('/').nth(1).unwrap_or(self.name)
    }
}
