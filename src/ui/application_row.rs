//! A line of "my applications".

use super::icon::{Icon, IconName};
use super::notice::Tone;
use super::say;
use super::tag::Tag;
use crate::model::application::{ApplicationSummary, RatingState, Status};
use crate::state::locale::use_locale;
use crate::words::acting::ActingBarWords;
use crate::words::format;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// An application as a link to where it stands.
#[component]
pub fn ApplicationRow(application: ApplicationSummary, #[prop(into)] href: String) -> AnyView {
    let locale = use_locale();
    let ApplicationSummary { service, submitted_at, status, text, rating, acting, .. } = application;
    let (icon, word, words, tone) = match status {
        Status::Checking => (IconName::Clock, "checking", Ui::StatusChecking, Tone::Info),
        Status::Approved => (IconName::CheckCircle, "approved", Ui::StatusApproved, Tone::Good),
        Status::Rejected => (IconName::CrossCircle, "rejected", Ui::StatusRejected, Tone::Bad),
        Status::Manual => (IconName::Clock, "manual", Ui::StatusManual, Tone::Wait),
    };
    let to_rate = (rating == RatingState::First).then(|| view! { <Tag label=say(Ui::CanRate) tone=Tone::Wait/> }.into_any());
    let acting = acting.map(|who| {
        let words = move || locale.say_with(ActingBarWords::Both, &[("applicant", &who.applicant), ("agent", &who.agent)]);
        view! { <span class="mb-row__meta">{move || words()}</span> }.into_any()
    });
    view! {
        <a class=format!("mb-row mb-row--{word}") href=href>
            <span class="mb-row__icon"><Icon name=icon/></span>
            <span class="mb-row__words">
                <span class="mb-row__name">{service.name}</span>
                <span class="mb-row__meta">{text}</span>
                {acting}
                <span class="mb-row__meta">{move || format::moment(&submitted_at, locale.lang.get())}</span>
            </span>
            <span class="mb-row__tags"><Tag label=say(words) tone/>{to_rate}</span>
        </a>
    }
    .into_any()
}
