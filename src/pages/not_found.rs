//! An address that leads nowhere.

use super::say;
use crate::route::Route;
use crate::ui::{Back, Empty, LinkAction, Page};
use crate::words::frame::Frame;
use leptos::prelude::*;

#[component]
pub fn NotFoundPage() -> impl IntoView {
    let footer = || view! { <LinkAction label=say(Frame::ToHome) href=Signal::stored(Route::Home.path()) /> }.into_any();
    view! {
        <Page name="not-found" title=say(Frame::NotFoundTitle) back=Back::to(Route::Home.path()) footer=footer>
            <Empty title=say(Frame::NotFoundTitle) text=say(Frame::NotFoundText) />
        </Page>
    }
}
