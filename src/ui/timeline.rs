//! What happened to an application, latest first.

use super::say;
use crate::model::application::TimelineEntry;
use crate::state::locale::use_locale;
use crate::words::format;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// Moments and what happened at each. The backend sends them in order; the latest stands on top.
#[component]
pub fn Timeline(#[prop(into)] entries: Signal<Vec<TimelineEntry>>) -> AnyView {
    let locale = use_locale();
    let rows = move || {
        let lang = locale.lang.get();
        entries
            .get()
            .into_iter()
            .rev()
            .map(|entry| {
                view! {
                    <li class="mb-timeline__item">
                        <span class="mb-timeline__text">{entry.text}</span>
                        <time class="mb-timeline__at" datetime=entry.at.clone()>{format::moment(&entry.at, lang)}</time>
                    </li>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
    };
    view! { <ol class="mb-timeline" role="list" aria-label=say(Ui::TimelineName)>{move || rows()}</ol> }.into_any()
}
