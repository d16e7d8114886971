//! What the deployer decided that pages ask for.

use crate::model::host::Host;
use crate::model::idling::Kiosk;
use crate::state::locale::{Locale, TextSize, Theme};
use crate::words::Lang;
use leptos::prelude::*;

/// Provided once by the app.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Setup {
    /// A shared terminal: nothing is kept on it, and it is wiped when nobody touches it.
    pub kiosk: Option<Kiosk>,
    /// An app that this one is wrapped in.
    pub host: Option<Host>,
    /// The language that people are met with who have said nothing.
    pub lang: Option<Lang>,
}

impl Setup {
    /// Whether other people use this device after this one.
    pub fn is_shared(&self) -> bool {
        self.kiosk.is_some()
    }

    /// Whoever comes to a shared terminal next finds it as it was set up: language, text size and theme were the last person's.
    pub fn read_anew(&self, locale: Locale) {
        if !self.is_shared() {
            return;
        }
        // Only where it is another one: pages ask for everything anew in the language that they are told.
        if let Some(lang) = self.lang.filter(|lang| locale.lang.try_get_untracked().is_some_and(|now| now != *lang)) {
            let _ = locale.lang.try_set(lang);
        }
        let _ = (locale.size.try_set(TextSize::Standard), locale.theme.try_set(Theme::Auto));
    }
}

/// The app's [`Setup`]; where none was provided, nothing special is.
pub fn use_setup() -> Setup {
    use_context().unwrap_or_default()
}
