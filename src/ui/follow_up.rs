//! What happens after a bad rating, and by when.

use super::say;
use crate::model::rating::FollowUpStep;
use crate::state::locale::use_locale;
use crate::words::format;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// The steps with their dates; those that are done say so.
#[component]
pub fn FollowUp(#[prop(into)] steps: Signal<Vec<FollowUpStep>>) -> AnyView {
    let locale = use_locale();
    let rows = move || {
        let lang = locale.lang.get();
        steps
            .get()
            .into_iter()
            .map(|FollowUpStep { text, by, done }| {
                let when = if done {
                    Some(locale.say(Ui::Done).to_string())
                } else {
                    by.map(|by| locale.say_with(Ui::FollowUpBy, &[("date", &format::date(&by, lang))]))
                };
                let class = if done { "mb-followup__step mb-followup__step--done" } else { "mb-followup__step" };
                view! { <li class=class><span>{text}</span>{when.map(|when| view! { <b class="mb-followup__by">{when}</b> }.into_any())}</li> }.into_any()
            })
            .collect::<Vec<_>>()
    };
    view! {
        <section class="mb-card mb-followup">
            <h2 class="mb-followup__title">{say(Ui::FollowUpTitle)}</h2>
            <ol class="mb-followup__list" role="list">{move || rows()}</ol>
        </section>
    }
    .into_any()
}
