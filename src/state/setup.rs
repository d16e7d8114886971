//! What the deployer decided that pages ask for.

use crate::model::host::Host;
use crate::model::idling::Kiosk;
use leptos::prelude::use_context;

/// Provided once by the app.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Setup {
    /// A shared terminal: nothing is kept on it, and it is wiped when nobody touches it.
    pub kiosk: Option<Kiosk>,
    /// An app that this one is wrapped in.
    pub host: Option<Host>,
}

impl Setup {
    /// Whether other people use this device after this one.
    pub fn is_shared(&self) -> bool {
        self.kiosk.is_some()
    }
}

/// The app's [`Setup`]; where none was provided, nothing special is.
pub fn use_setup() -> Setup {
    use_context().unwrap_or_default()
}
