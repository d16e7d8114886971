//! The catalogue, fetched once a language and searched in the page.

use super::connection::Connection;
use super::load::Loading;
use super::locale::Locale;
use crate::model::bundle::BundleSummary;
use crate::model::service::{ServiceSummary, Theme};
use crate::state::effect::on_language;
use leptos::prelude::*;
use std::sync::Arc;

/// All services and themes in the current language, and what a person looks at of them: coming back finds it as it was left.
#[derive(Clone, Copy)]
pub struct Catalogue {
    pub services: Loading<Arc<Vec<ServiceSummary>>>,
    pub themes: Loading<Arc<Vec<Theme>>>,
    /// What is done as one thing (一件事); nothing where a backend has none.
    pub bundles: Loading<Arc<Vec<BundleSummary>>>,
    /// What is typed into the search box.
    pub query: RwSignal<String>,
    /// Whether all services are listed rather than the most used.
    pub all: RwSignal<bool>,
}

impl Catalogue {
    fn load(connection: Connection, locale: Locale) -> Self {
        let services = Loading::start(move || {
            let client = connection.client();
            async move { client.services().await.map(Arc::new) }
        });
        let themes = Loading::start(move || {
            let client = connection.client();
            async move { client.themes().await.map(Arc::new) }
        });
        let bundles = Loading::start(move || {
            let client = connection.client();
            async move { client.bundles().await.map(Arc::new) }
        });
        on_language(locale, move || {
            services.refresh();
            themes.refresh();
            bundles.refresh();
        });
        Self { services, themes, bundles, query: RwSignal::default(), all: RwSignal::new(false) }
    }
}

/// Loads the catalogue when a page first needs it, and keeps it from then on. Provided once by the app.
#[derive(Clone, Copy)]
pub struct Catalogues {
    connection: Connection,
    locale: Locale,
    root: StoredValue<Owner>,
    loaded: StoredValue<Option<Catalogue>>,
}

impl Catalogues {
    /// Call it under the app's owner.
    pub fn new(connection: Connection, locale: Locale) -> Self {
        let root = Owner::current().unwrap_or_default();
        Self { connection, locale, root: StoredValue::new(root), loaded: StoredValue::new(None) }
    }

    fn get(&self) -> Catalogue {
        if let Some(catalogue) = self.loaded.get_value() {
            return catalogue;
        }
        let catalogue = self.root.with_value(|owner| owner.with(|| Catalogue::load(self.connection, self.locale)));
        self.loaded.set_value(Some(catalogue));
        catalogue
    }
}

/// The app's [`Catalogue`].
///
/// # Panics
/// Where none was provided, which is a mistake of the program and not of any data.
pub fn use_catalogue() -> Catalogue {
    expect_context::<Catalogues>().get()
}
