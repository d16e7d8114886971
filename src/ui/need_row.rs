//! One thing that a service needs, and who brings it.

use super::icon::{Icon, IconName};
use super::notice::Tone;
use super::say;
use super::tag::Tag;
use crate::model::service::{Need, NeedHow};
use crate::words::ui::Ui;
use leptos::prelude::*;

/// A list item: what it is, where it comes from, whether there is anything to do. Stands in a `<ul class="mb-needs">`.
#[component]
pub fn NeedRow(need: Need) -> AnyView {
    let (icon, how, class) = match need.how {
        NeedHow::Shared => (IconName::CheckCircle, Some((Ui::HowShared, Tone::Good)), "mb-need mb-need--shared"),
        NeedHow::Asked => (IconName::Edit, Some((Ui::HowAsked, Tone::Info)), "mb-need"),
        NeedHow::Upload => (IconName::Upload, Some((Ui::HowUpload, Tone::Wait)), "mb-need"),
        NeedHow::Other => (IconName::Document, None, "mb-need"),
    };
    let text = (!need.text.is_empty()).then(|| view! { <span class="mb-need__text">{need.text}</span> }.into_any());
    view! {
        <li class=class>
            <Icon name=icon/>
            <span class="mb-need__words"><span class="mb-need__name">{need.name}</span>{text}</span>
            {how.map(|(words, tone)| view! { <Tag label=say(words) tone/> }.into_any())}
        </li>
    }
    .into_any()
}
