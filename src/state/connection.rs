//! The way to the backend, and whether there is a network at all.

use crate::backend::Client;
use crate::platform::network;
use leptos::prelude::*;

/// Provided once by the app.
#[derive(Clone, Copy)]
pub struct Connection {
    client: StoredValue<Client, LocalStorage>,
    pub online: RwSignal<bool>,
}

impl Connection {
    pub fn new(client: Client) -> Self {
        let online = RwSignal::new(network::is_online());
        let listening = StoredValue::new_local(network::on_change(move |is| {
            let _ = online.try_set(is);
        }));
        on_cleanup(move || listening.dispose());
        Self { client: StoredValue::new_local(client), online }
    }

    pub fn client(&self) -> Client {
        self.client.get_value()
    }
}

/// The app's [`Connection`].
///
/// # Panics
/// Where none was provided, which is a mistake of the program and not of any data.
pub fn use_connection() -> Connection {
    expect_context::<Connection>()
}
