//! The ways that are not this app: the hotline and the windows.

use super::icon::{Icon, IconName};
use super::{say, say_with};
use crate::model::service::Window;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// Hotline and windows of a service, with their hours. Nothing where neither is known.
#[component]
pub fn WayOut(
    #[prop(optional, into)] hotline: Signal<Option<String>>,
    #[prop(optional, into)] windows: Signal<Vec<Window>>,
    /// "Other ways" where nothing is said.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
) -> AnyView {
    let title = title.unwrap_or_else(|| say(Ui::OtherWays));
    let call = move || hotline.get().map(phone);
    let list = move || {
        windows
            .get()
            .into_iter()
            .map(|Window { name, address, hours, phone: number }| {
                view! {
                    <li class="mb-wayout__window">
                        <Icon name=IconName::Window/>
                        <div>
                            <p class="mb-wayout__name">{name}</p>
                            <p class="mb-wayout__text">{say(Ui::AddressName)}": "{address}</p>
                            <p class="mb-wayout__text">{say(Ui::HoursName)}": "{hours}</p>
                            {number.map(phone)}
                        </div>
                    </li>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
    };
    let any = move || hotline.with(Option::is_some) || windows.with(|w| !w.is_empty());
    view! {
        {move || {
            any().then(|| {
                view! {
                    <section class="mb-wayout">
                        <h2 class="mb-wayout__title">{title}</h2>
                        {move || call()}
                        <ul class="mb-wayout__list" role="list">{move || list()}</ul>
                    </section>
                }.into_any()
            })
        }}
    }
    .into_any()
}

/// A number to call. Only digits and a plus reach the address: the number comes from data.
fn phone(number: String) -> AnyView {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let words = say_with(Ui::Hotline, vec![("number", Signal::stored(number))]);
    view! { <a class="mb-btn mb-btn--quiet mb-wayout__call" href=format!("tel:{digits}")><Icon name=IconName::Phone/><span>{words}</span></a> }.into_any()
}
