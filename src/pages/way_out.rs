//! The ways that are not this app, of a service: its windows and its hotline, read when they are shown.

use crate::model::service::Guide;
use crate::state::connection::use_connection;
use crate::state::load::Loading;
use crate::ui::WayOut;
use leptos::prelude::*;

/// Nothing where the guide cannot be read: other ways stand beside it.
pub fn draw(service: String) -> AnyView {
    let connection = use_connection();
    let guide: Loading<Guide> = Loading::start(move || {
        let (client, id) = (connection.client(), service.clone());
        async move { client.guide(&id).await }
    });
    let hotline = Signal::derive(move || guide.ready().and_then(|guide| guide.hotline));
    let windows = Signal::derive(move || guide.ready().map(|guide| guide.windows).unwrap_or_default());
    view! { <WayOut hotline windows /> }.into_any()
}
