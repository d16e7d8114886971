//! "18 items, 16 filled for you, 2 to go": the sentence that people remember.

use super::icon::{Icon, IconName};
use crate::state::locale::use_locale;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// The count of a form, said politely when it changes.
#[component]
pub fn FilledBanner(#[prop(into)] total: Signal<usize>, #[prop(into)] filled: Signal<usize>, #[prop(into)] open: Signal<usize>) -> AnyView {
    let locale = use_locale();
    let title = move || {
        let (total, filled) = (total.get().to_string(), filled.get());
        if filled == 0 {
            locale.say_with(Ui::BannerByHand, &[("total", &total)])
        } else {
            locale.say_with(Ui::BannerFilled, &[("total", &total), ("filled", &filled.to_string())])
        }
    };
    let rest = move || match open.get() {
        0 => locale.say(Ui::BannerDone).to_string(),
        n => locale.say_with(Ui::BannerOpen, &[("open", &n.to_string())]),
    };
    let class = move || if filled.get() == 0 { "mb-banner mb-banner--plain" } else { "mb-banner" };
    let icon = move || {
        if filled.get() == 0 {
            view! { <Icon name=IconName::Edit/> }
        } else {
            view! { <Icon name=IconName::CheckCircle/> }
        }
    };
    view! {
        <div class=class role="status" data-count="form">
            <span class="mb-banner__icon">{move || icon()}</span>
            <p class="mb-banner__words"><b class="mb-banner__title">{move || title()}</b><span class="mb-banner__rest">{move || rest()}</span></p>
        </div>
    }
    .into_any()
}
