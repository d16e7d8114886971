//! A line of "my applications" for a submitted bundle.

use super::icon::{Icon, IconName};
use super::notice::Tone;
use super::say_of;
use super::tag::Tag;
use crate::model::matter::{MatterStatus, MatterSummary};
use crate::state::locale::use_locale;
use crate::words::board::Board;
use crate::words::format;
use leptos::prelude::*;

/// A matter as a link to its board.
#[component]
pub fn MatterRow(matter: MatterSummary, #[prop(into)] href: String) -> AnyView {
    let locale = use_locale();
    let MatterSummary { bundle, submitted_at, status, text, done, total, .. } = matter;
    let (icon, word, words, tone) = match status {
        MatterStatus::Running => (IconName::Clock, "checking", Board::InWork, Tone::Info),
        MatterStatus::NeedsYou => (IconName::Person, "manual", Board::PartNeedsYou, Tone::Wait),
        MatterStatus::Partly => (IconName::Warning, "manual", Board::RowPartly, Tone::Wait),
        MatterStatus::Done => (IconName::CheckCircle, "approved", Board::PartDone, Tone::Good),
    };
    let counts = [("done", done.to_string()), ("total", total.to_string())];
    let count = move || locale.say_with(Board::Progress, &counts.each_ref().map(|(key, value)| (*key, value.as_str())));
    let line = (!text.is_empty()).then(|| view! { <span class="mb-row__meta">{text}</span> }.into_any());
    view! {
        <a class=format!("mb-row mb-row--{word}") href=href>
            <span class="mb-row__icon"><Icon name=icon/></span>
            <span class="mb-row__words">
                <span class="mb-row__name">{bundle.name}</span>
                {line}
                <span class="mb-row__meta">{move || count()}</span>
                <span class="mb-row__meta">{move || format::moment(&submitted_at, locale.lang.get())}</span>
            </span>
            <span class="mb-row__tags"><Tag label=say_of(words) tone/></span>
        </a>
    }
    .into_any()
}
