//! A line of the catalogue.

use super::icon::{Icon, IconName};
use super::notice::Tone;
use super::tag::Tag;
use crate::model::service::{Mode, ServiceSummary};
use crate::state::locale::{use_locale, Locale};
use crate::words::ui::Ui;
use leptos::prelude::*;

/// A service as a link: icon, name, what is known already, how it is handled.
#[component]
pub fn ServiceRow(service: ServiceSummary, #[prop(into)] href: String) -> AnyView {
    let locale = use_locale();
    let ServiceSummary { name, agency, icon, modes, minutes, count, .. } = service;
    let meta = move || {
        let known = count.map(|c| locale.say_with(Ui::KnownOf, &[("total", &c.total.to_string()), ("known", &c.known.to_string())]));
        let nothing = count.is_some_and(|c| c.known >= c.total);
        let time = if nothing {
            Some(locale.say(Ui::NothingToFill).to_string())
        } else {
            minutes.map(|n| locale.say_with(Ui::AboutMinutes, &[("n", &n.to_string())]))
        };
        let words: Vec<String> = known.into_iter().chain(time).collect();
        if words.is_empty() {
            agency.clone()
        } else {
            words.join(" · ")
        }
    };
    view! {
        <a class="mb-row" href=href>
            <span class="mb-row__icon"><Icon name=IconName::parse(&icon)/></span>
            <span class="mb-row__words">
                <span class="mb-row__name">{name}</span>
                <span class="mb-row__meta">{move || meta()}</span>
            </span>
            {mode_tag(&modes, locale)}
        </a>
    }
    .into_any()
}

/// One tag for all modes of a service: 秒报 and 秒批 together are one word to people. Unknown modes draw nothing.
pub fn mode_tag(modes: &[Mode], locale: Locale) -> Option<AnyView> {
    let has = |mode| modes.contains(&mode);
    let (words, tone) = if has(Mode::AutoFill) && has(Mode::Instant) {
        (Ui::ModeBoth, Tone::Good)
    } else if has(Mode::Instant) {
        (Ui::ModeInstant, Tone::Info)
    } else if has(Mode::AutoFill) {
        (Ui::ModeAutoFill, Tone::Info)
    } else if has(Mode::Proactive) {
        (Ui::ModeProactive, Tone::Good)
    } else if has(Mode::Manual) {
        (Ui::ModeManual, Tone::Info)
    } else {
        return None;
    };
    Some(view! { <Tag label=move || locale.say(words) tone/> }.into_any())
}
