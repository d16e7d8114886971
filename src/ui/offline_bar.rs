//! The network is gone: said once, calmly, on top of whatever page is open.

use super::icon::{Icon, IconName};
use super::say;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// A bar that is there while `offline`; its region always is, so that it is read out when it fills.
#[component]
pub fn OfflineBar(#[prop(into)] offline: Signal<bool>) -> AnyView {
    view! {
        <div class="mb-offline" role="status">
            {move || offline.get().then(|| view! { <p class="mb-offline__bar"><Icon name=IconName::Offline/><span>{say(Ui::OfflineNow)}</span></p> }.into_any())}
        </div>
    }
    .into_any()
}
