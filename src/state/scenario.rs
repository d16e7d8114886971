//! The scenario address of builds with the demo: `?person=…&acting=…&fault=…&lang=…&size=elder&theme=dark` puts any page into that state.
//! It holds for the tab, so that it survives leaving for the identity provider.

use super::connection::Connection;
use crate::backend::identity::DemoLevel;
use crate::platform::{address, storage};
use crate::route::Route;

const PERSON: &str = "miaoban.scenario.person";
const FAULT: &str = "miaoban.scenario.fault";
/// The header that carries faults to a demo backend.
const FAULT_HEADER: &str = "X-Demo-Fault";

/// Reads the address and puts the backend into its state: faults at once, and the person signed in as far as the page needs.
/// A person or fault of `none` ends what an earlier address began.
pub async fn apply(connection: Connection, route: &Route) {
    for (name, key) in [("person", PERSON), ("fault", FAULT)] {
        match address::query(name).as_deref() {
            Some("" | "none") => storage::forget_in_tab(key),
            Some(value) => storage::keep_in_tab(key, value),
            None => {}
        }
    }
    let client = connection.client();
    if let (Some(person), Some(_)) = (storage::kept_in_tab(PERSON), address::query("person")) {
        let level = match route {
            Route::Form { service, .. } | Route::Review { service } => DemoLevel::Applying(service),
            Route::Applications
            | Route::Board { .. }
            | Route::BoardRating { .. }
            | Route::Share
            | Route::Drafts
            | Route::Records
            | Route::Passkeys
            | Route::Decision { .. }
            | Route::Rating { .. } => DemoLevel::Verified,
            _ => DemoLevel::Account,
        };
        // A person that the backend does not know leaves the visitor signed out, which the pages say in words.
        let acting_for = address::query("acting").filter(|_| level != DemoLevel::Account);
        let _ = client.demo_sign_in(&person, level, acting_for.as_deref()).await;
    }
    client.always_send(FAULT_HEADER, storage::kept_in_tab(FAULT).unwrap_or_default());
}
