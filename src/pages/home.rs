//! Home: what people do most, what I want to do, a search that answers while typing, and what is running.

use super::{say, waiting};
use crate::model::application::ApplicationSummary;
use crate::model::bundle::BundleSummary;
use crate::model::page::Page as ListPage;
use crate::model::search::{closeness, search};
use crate::model::service::{ServiceSummary, Theme};
use crate::model::session::Level;
use crate::route::Route;
use crate::state::catalogue::{use_catalogue, Catalogue};
use crate::state::connection::use_connection;
use crate::state::effect::{memo, on_language};
use crate::state::load::Loading;
use crate::state::locale::{use_locale, Locale};
use crate::state::session::use_session;
use crate::ui::long_list::LongList;
use crate::ui::{live, Action, BundleRow, Card, Empty, IconName, LinkAction, Look, Notice, Page, SearchBox, ServiceRow, ThemeGrid};
use crate::words::bundles::Bundles;
use crate::words::drafts::DraftWords;
use crate::words::frame::Frame;
use crate::words::home::Home;
use leptos::prelude::*;
use std::sync::Arc;

/// Services listed before one asks for all.
const POPULAR: usize = 4;
/// Running applications shown before one asks for all.
const RUNNING: usize = 3;
/// Bundles shown before one asks for all.
const FEW: usize = 2;

#[component]
pub fn HomePage() -> impl IntoView {
    let locale = use_locale();
    let session = use_session();
    let catalogue = use_catalogue();
    let title = Signal::derive(move || match session.get().and_then(|s| s.person) {
        Some(person) => locale.say_with(Home::GreetingNamed, &[("name", &person.name)]),
        None => locale.say(Home::Greeting).to_owned(),
    });
    let query = catalogue.query;
    // A memo, so that what was found is not drawn anew with every key.
    let searching = memo(move || query.with(|q| !q.trim().is_empty()));
    let hero = move || {
        view! {
            <SearchBox label=say(Home::SearchHint) value=query on_input=Callback::new(move |text| query.set(text)) />
        }
        .into_any()
    };
    view! {
        <Page name="home" title hero=hero hero_line=say(if cfg!(feature = "demo") { Frame::DemoName } else { Frame::AppName })>
            {move || {
                if searching.get() { results(catalogue, locale) } else { browse(catalogue) }
            }}
            {cfg!(feature = "demo").then(|| view! { <Notice text=say(Frame::DemoMark) /> }.into_any())}
        </Page>
    }
}

/// A bundle as a list item.
pub fn bundle_row(bundle: &BundleSummary) -> AnyView {
    let href = Route::Bundle { id: bundle.id.clone() }.path();
    view! { <li><BundleRow bundle=bundle.clone() href /></li> }.into_any()
}

/// What one sees before typing.
fn browse(catalogue: Catalogue) -> AnyView {
    let session = use_session();
    let known = move || session.level() >= Level::Account;
    let proved = move || session.level() >= Level::Verified;
    view! {
        {waiting::until_loaded(catalogue.themes, theme_grid)}
        {waiting::until_loaded(catalogue.bundles, things)}
        {move || proved().then(unfinished)}
        {move || known().then(running)}
        {waiting::until_loaded(catalogue.services, move |services| {
            view! { {move || shelf(catalogue, &services)} }.into_any()
        })}
    }
    .into_any()
}

fn theme_grid(themes: Arc<Vec<Theme>>) -> AnyView {
    let href = Callback::new(|id: String| Route::Theme { id }.path());
    view! { <Card title=say(Home::Themes)><ThemeGrid themes=Signal::stored(themes.to_vec()) href label=say(Home::Themes) /></Card> }.into_any()
}

/// The most used bundles, and the way to all of them.
fn things(bundles: Arc<Vec<BundleSummary>>) -> AnyView {
    if bundles.is_empty() {
        return ().into_any();
    }
    let rows: Vec<AnyView> = search(&bundles, "").into_iter().take(FEW).map(bundle_row).collect();
    view! {
        <Card title=say(Bundles::Title)>
            <ul class="mb-list" role="list">{rows}</ul>
            <LinkAction label=say(Bundles::More) href=Signal::stored(Route::Bundles.path()) look=Look::Quiet hook="bundles" />
        </Card>
    }
    .into_any()
}

/// The most used services, or all of them.
fn shelf(catalogue: Catalogue, services: &Arc<Vec<ServiceSummary>>) -> AnyView {
    let all = catalogue.all.get();
    let more = !all && services.len() > POPULAR;
    let rows: Vec<AnyView> = search(services, "").into_iter().take(if all { usize::MAX } else { POPULAR }).map(service_row).collect();
    view! {
        <Card title=say(Home::Popular)>
            <ul class="mb-list" role="list">{rows}</ul>
            {more.then(|| {
                let show = Callback::new(move |()| catalogue.all.set(true));
                view! { <Action label=say(Home::AllServices) on_press=show look=Look::Quiet hook="all-services" /> }.into_any()
            })}
        </Card>
    }
    .into_any()
}

/// What matches, answered on every key press.
fn results(catalogue: Catalogue, locale: Locale) -> AnyView {
    waiting::until_loaded(catalogue.services, move |services| {
        let (all, ranked) = (catalogue.bundles, services.clone());
        let found = memo(move || catalogue.query.with(|q| search(&services, q).into_iter().cloned().collect::<Vec<_>>()));
        let things = memo(move || {
            let all = all.ready().unwrap_or_default();
            // A service that fits better is not hidden below them.
            let fit = |q: &String| closeness(&ranked, q).is_none_or(|service| closeness(&all, q).is_some_and(|thing| thing <= service));
            catalogue.query.with(|q| if fit(q) { search(&all, q).into_iter().take(FEW).cloned().collect::<Vec<_>>() } else { Vec::new() })
        });
        let count = memo(move || things.with(Vec::len) + found.with(Vec::len));
        let told = move || {
            let query = catalogue.query.get();
            match count.get() {
                0 => locale.say_with(Home::NoneFound, &[("query", query.trim())]),
                n => locale.say_with(Home::Found, &[("n", &n.to_string())]),
            }
        };
        let row = Callback::new(move |at: usize| found.with(|all| all.get(at).map(service_row)).unwrap_or_else(|| ().into_any()));
        let rows = Signal::derive(move || found.with(Vec::len));
        view! {
            <Card>
                <p class="mb-found" role="status">{move || told()}</p>
                <ul class="mb-list" role="list">{move || things.get().iter().map(bundle_row).collect::<Vec<_>>()}</ul>
                <LongList count=rows row about=catalogue.query />
                {move || (count.get() == 0).then(|| view! { <Empty title=Signal::derive(told) text=say(Home::NoneFoundText) /> }.into_any())}
            </Card>
        }
        .into_any()
    })
}

/// The way back into what was not finished: shown only where there is anything, and as quiet about a failure. Of a backend that keeps no
/// drafts the way is shown to whoever has proved who they are: what is on this device is read on the page itself.
fn unfinished() -> AnyView {
    let (connection, session, locale) = (use_connection(), use_session(), use_locale());
    let count: Loading<Option<usize>> = Loading::start(move || async move {
        if session.level_now() < Level::Verified {
            return Ok(Some(0));
        }
        match connection.client().drafts().await {
            Ok(drafts) => Ok(Some(drafts.len())),
            Err(e) if e.is_unsupported() => Ok(None),
            Err(e) => Err(e),
        }
    });
    live(move || match count.ready() {
        None | Some(Some(0)) => ().into_any(),
        Some(n) => {
            let words = move |n: usize| locale.say_with(DraftWords::GoOn, &[("n", &n.to_string())]);
            let label = Signal::derive(move || n.map_or_else(|| locale.say(DraftWords::Title).to_owned(), words));
            view! { <Card><LinkAction label href=Signal::stored(Route::Drafts.path()) look=Look::Quiet icon=IconName::Edit hook="drafts" /></Card> }.into_any()
        }
    })
}

/// My running applications: shown only where there are any, and quiet about a failure, since the page is about something else.
fn running() -> AnyView {
    let (connection, locale) = (use_connection(), use_locale());
    let list: Loading<ListPage<ApplicationSummary>> = Loading::start(move || {
        let client = connection.client();
        async move { client.applications().await }
    });
    on_language(locale, move || list.refresh());
    live(move || match list.ready() {
        Some(page) if !page.items.is_empty() => {
            let rows: Vec<AnyView> = page.items.into_iter().take(RUNNING).map(super::applications::row).collect();
            view! {
                <Card title=say(Home::Running)>
                    <ul class="mb-list" role="list">{rows}</ul>
                    <LinkAction label=say(Home::AllApplications) href=Signal::stored(Route::Applications.path()) look=Look::Quiet hook="applications" />
                </Card>
            }
            .into_any()
        }
        _ => ().into_any(),
    })
}

/// A service as a list item.
pub fn service_row(service: &ServiceSummary) -> AnyView {
    let href = Route::Service { id: service.id.clone() }.path();
    view! { <li><ServiceRow service=service.clone() href /></li> }.into_any()
}
