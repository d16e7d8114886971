//! One source that would be read: what, what for, how long; agreed to or refused on its own.

use super::icon::{Icon, IconName};
use super::switch::Switch;
use super::{say, say_with};
use crate::model::consent::ConsentSource;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// The card of a source with its switch. What refusing means is said when it is off.
#[component]
pub fn ConsentSourceCard(source: ConsentSource, #[prop(into)] on: Signal<bool>, #[prop(into)] on_change: Callback<bool>) -> AnyView {
    let ConsentSource { id, name, agency, fields, purpose, retention, refusal } = source;
    let label = Signal::stored(name.clone());
    let agree = say_with(Ui::ConsentAgree, vec![("name", label)]);
    let chips: Vec<AnyView> = fields.into_iter().map(|f| view! { <li class="mb-consent__field">{f}</li> }.into_any()).collect();
    let refused = move || {
        let refusal = refusal.clone();
        (!on.get()).then(|| {
            view! {
                <p class="mb-consent__refusal"><Icon name=IconName::Info/><span><b>{say(Ui::ConsentRefused)}</b>{refusal}</span></p>
            }
            .into_any()
        })
    };
    view! {
        <section class="mb-card mb-consent" class:mb-consent--off=move || !on.get() data-consent=id>
            <Switch label=label hint=Signal::stored(agency) name=agree on=on on_change=on_change/>
            <dl class="mb-consent__list">
                <dt>{say(Ui::ConsentReads)}</dt>
                <dd><ul class="mb-consent__fields" role="list">{chips}</ul></dd>
                <dt>{say(Ui::ConsentFor)}</dt>
                <dd>{purpose}</dd>
                <dt>{say(Ui::ConsentKept)}</dt>
                <dd>{retention}</dd>
            </dl>
            <div aria-live="polite">{move || refused()}</div>
        </section>
    }
    .into_any()
}
