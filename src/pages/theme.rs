//! One theme (我要…): the services that get it done.

use super::home::service_row;
use super::{say, waiting};
use crate::route::Route;
use crate::state::catalogue::use_catalogue;
use crate::state::effect::memo;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::ui::{live, Back, Card, Empty, Page};
use crate::words::home::Home;
use leptos::prelude::*;

#[component]
pub fn ThemePage(id: String) -> impl IntoView {
    let (locale, navigation, catalogue) = (use_locale(), use_navigation(), use_catalogue());
    let theme = memo(move || catalogue.themes.ready().and_then(|all| all.iter().find(|t| t.id == id).cloned()));
    let title = Signal::derive(move || theme.get().map_or_else(|| locale.say(Home::Themes).to_owned(), |t| t.name));
    let back = Back::with(Route::Home.path(), Callback::new(move |()| navigation.back_or(Route::Home)));
    view! {
        <Page name="theme" title back>
            {waiting::until_loaded(catalogue.themes, move |_| waiting::until_loaded(catalogue.services, move |services| {
                live(move || {
                    let ids = theme.get().map(|t| t.services).unwrap_or_default();
                    let rows: Vec<AnyView> = ids.iter().filter_map(|id| services.iter().find(|s| s.id == *id)).map(service_row).collect();
                    if rows.is_empty() {
                        view! { <Empty title=say(Home::ThemeEmpty) text=say(Home::NoneFoundText) /> }.into_any()
                    } else {
                        view! { <Card><ul class="mb-list" role="list">{rows}</ul></Card> }.into_any()
                    }
                })
            }))}
        </Page>
    }
}
