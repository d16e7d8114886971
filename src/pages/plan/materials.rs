//! What the departments want to see, once for all of them, and how each reaches them.

use super::Shown;
use crate::bundle::NeededMaterial;
use crate::model::bundle::MaterialHow;
use crate::pages::say;
use crate::state::locale::Locale;
use crate::ui::{Card, Icon, IconName, Tag, Tone};
use crate::words::bundle::PlanWords as Words;
use crate::words::ui::Ui;
use leptos::prelude::*;

pub fn draw(locale: Locale, shown: &Shown) -> AnyView {
    let how = |needed: &NeededMaterial| shown.definition().bundle().materials.get(needed.at).map(|m| m.how);
    // What the person has to bring comes first.
    let (mine, others): (Vec<_>, Vec<_>) = shown.plan.materials.iter().partition(|needed| how(needed) == Some(MaterialHow::Upload));
    let rows: Vec<AnyView> = mine.into_iter().chain(others).filter_map(|needed| row(locale, shown, needed)).collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! { <Card title=say(Words::Materials)><ul class="mb-needs" role="list">{rows}</ul></Card> }.into_any()
}

fn row(locale: Locale, shown: &Shown, needed: &NeededMaterial) -> Option<AnyView> {
    let material = shown.definition().bundle().materials.get(needed.at)?;
    let (icon, class, tag) = match material.how {
        MaterialHow::Shared => (IconName::CheckCircle, "mb-need mb-need--shared", Some((say(Ui::HowShared), Tone::Good))),
        MaterialHow::Certificate => (IconName::Card, "mb-need mb-need--shared", Some((say(Words::ByCertificate), Tone::Good))),
        MaterialHow::Result => (IconName::CheckCircle, "mb-need mb-need--shared", Some((say(Words::ByResult), Tone::Good))),
        MaterialHow::Upload => (IconName::Upload, "mb-need", Some((say(Ui::HowUpload), Tone::Wait))),
        MaterialHow::Other => (IconName::Document, "mb-need", None),
    };
    let text = (!material.text.is_empty()).then(|| view! { <span class="mb-need__text">{material.text.clone()}</span> }.into_any());
    let users = locale.say_with(Words::MaterialFor, &[("names", &shown.names(locale, &needed.services))]);
    let row = view! {
        <li class=class>
            <Icon name=icon />
            <span class="mb-need__words">
                <span class="mb-need__name">{material.name.clone()}</span>
                {text}
                <span class="mb-need__text">{users}</span>
            </span>
            {tag.map(|(label, tone)| view! { <Tag label tone /> }.into_any())}
        </li>
    };
    Some(row.into_any())
}
