//! A line of the bundles.

use super::icon::{Icon, IconName};
use super::notice::Tone;
use super::tag::Tag;
use crate::model::bundle::BundleSummary;
use crate::state::locale::use_locale;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// A bundle as a link: what gets done, and how many services and departments that takes.
#[component]
pub fn BundleRow(bundle: BundleSummary, #[prop(into)] href: String) -> AnyView {
    let locale = use_locale();
    let BundleSummary { id, name, icon, services, agencies, .. } = bundle;
    let counts = [("services", services.to_string()), ("agencies", agencies.len().to_string())];
    let meta = move || locale.say_with(Ui::BundleOf, &counts.each_ref().map(|(key, value)| (*key, value.as_str())));
    view! {
        <a class="mb-row" href=href data-bundle=id>
            <span class="mb-row__icon"><Icon name=IconName::parse(&icon)/></span>
            <span class="mb-row__words">
                <span class="mb-row__name">{name}</span>
                <span class="mb-row__meta">{move || meta()}</span>
            </span>
            <Tag label=super::say(Ui::Bundle) tone=Tone::Good/>
        </a>
    }
    .into_any()
}
