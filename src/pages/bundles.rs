//! Everything that can be done as one thing (一件事), every theme (我要…), and a search across them and all services.

use super::home::{bundle_row, service_row};
use super::{say, waiting};
use crate::bundle::{agencies, events, Narrowed};
use crate::model::bundle::{Audience, BundleSummary};
use crate::model::search::search;
use crate::model::service::{ServiceSummary, Theme};
use crate::route::Route;
use crate::state::catalogue::use_catalogue;
use crate::state::effect::memo;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::ui::filter::Filter;
use crate::ui::long_list::LongList;
use crate::ui::{live, Back, Card, Empty, Icon, IconName, LinkAction, Look, Page, SearchBox};
use crate::words::board::ShareWords;
use crate::words::bundles::Bundles as Words;
use leptos::prelude::*;
use std::sync::Arc;

/// What the person looks for. A handle: copies share everything.
#[derive(Clone, Copy)]
struct Looking {
    query: RwSignal<String>,
    narrowed: RwSignal<Narrowed>,
}

impl Looking {
    /// What the lists answer; they begin anew when it changes.
    fn about(self) -> Signal<String> {
        Signal::derive(move || format!("{} {:?}", self.query.get(), self.narrowed.get()))
    }
}

#[component]
pub fn BundlesPage() -> impl IntoView {
    let (navigation, catalogue) = (use_navigation(), use_catalogue());
    let looking = Looking { query: RwSignal::default(), narrowed: RwSignal::default() };
    let back = Back::with(Route::Home.path(), Callback::new(move |()| navigation.back_or(Route::Home)));
    view! {
        <Page name="bundles" title=say(Words::Title) back>
            <p class="mb-lead">{say(Words::Lead)}</p>
            <SearchBox label=say(Words::SearchHint) value=looking.query on_input=Callback::new(move |text| looking.query.set(text)) />
            {waiting::until_loaded(catalogue.bundles, move |bundles| things(looking, bundles))}
            {waiting::until_loaded(catalogue.themes, move |themes| draw_themes(looking, themes))}
            {waiting::until_loaded(catalogue.services, move |services| draw_services(looking, services))}
            <LinkAction label=say(ShareWords::Title) href=Signal::stored(Route::Share.path()) look=Look::Quiet hook="share" />
        </Page>
    }
}

/// The bundles that are left, by popularity or by how well they match.
fn things(looking: Looking, bundles: Arc<Vec<BundleSummary>>) -> AnyView {
    let locale = use_locale();
    let all = StoredValue::new(bundles);
    let found = memo(move || {
        let narrowed = looking.narrowed.get();
        let hits = |all: &Arc<Vec<BundleSummary>>| {
            looking.query.with(|q| search(all, q).into_iter().filter(|b| narrowed.leaves(b)).cloned().collect::<Vec<BundleSummary>>())
        };
        all.with_value(hits)
    });
    let count = Signal::derive(move || found.with(Vec::len));
    let row = Callback::new(move |at: usize| found.with(|all| all.get(at).map(bundle_row)).unwrap_or_else(|| ().into_any()));
    let told = move || locale.say_with(Words::Found, &[("n", &count.get().to_string())]);
    let none = memo(move || count.get() == 0);
    view! {
        {narrowing(looking, all)}
        <Card title=say(Words::Things)>
            <p class="mb-found" role="status">{move || told()}</p>
            {live(move || if none.get() {
                view! { <Empty title=say(Words::None) text=say(Words::NoneText) /> }.into_any()
            } else {
                view! { <LongList count row about=looking.about() /> }.into_any()
            })}
        </Card>
    }
    .into_any()
}

/// By whom it is for, what it is about, and who takes part.
fn narrowing(looking: Looking, all: StoredValue<Arc<Vec<BundleSummary>>>) -> AnyView {
    let locale = use_locale();
    let audience = Signal::derive(move || {
        let named = |value: &str, words: Words| (value.to_owned(), locale.say(words).to_owned());
        vec![named("person", Words::Person), named("company", Words::Company)]
    });
    let same = |list: Vec<String>| Signal::stored(list.into_iter().map(|one| (one.clone(), one)).collect::<Vec<_>>());
    let (events, agencies) = (same(all.with_value(|all| events(all))), same(all.with_value(|all| agencies(all))));
    let narrow = looking.narrowed;
    let by_audience = Callback::new(move |value: Option<String>| {
        narrow.update(|n| {
            n.audience = value.map(|v| if v == "company" { Audience::Company } else { Audience::Person });
        });
    });
    view! {
        <fieldset class="mb-filters">
            <legend class="mb-hidden">{say(Words::Narrow)}</legend>
            <Filter name="audience" label=say(Words::Audience) all=say(Words::All) options=audience on_change=by_audience />
            <Filter name="event" label=say(Words::Event) all=say(Words::All) options=events on_change=Callback::new(move |v| narrow.update(|n| n.event = v)) />
            <Filter name="agency" label=say(Words::Agency) all=say(Words::All) options=agencies on_change=Callback::new(move |v| narrow.update(|n| n.agency = v)) />
        </fieldset>
    }
    .into_any()
}

/// Every theme, or those that match.
fn draw_themes(looking: Looking, themes: Arc<Vec<Theme>>) -> AnyView {
    let found = memo(move || looking.query.with(|q| search(&themes, q).into_iter().cloned().collect::<Vec<Theme>>()));
    let row = Callback::new(move |at: usize| found.with(|all| all.get(at).map(theme_row)).unwrap_or_else(|| ().into_any()));
    section(Words::Themes, Signal::derive(move || found.with(Vec::len)), row, looking)
}

/// Single services, only while something is looked for: home lists the rest.
fn draw_services(looking: Looking, services: Arc<Vec<ServiceSummary>>) -> AnyView {
    let found = memo(move || {
        let all = looking.query.with(|q| if q.trim().is_empty() { Vec::new() } else { search(&services, q) });
        all.into_iter().cloned().collect::<Vec<ServiceSummary>>()
    });
    let row = Callback::new(move |at: usize| found.with(|all| all.get(at).map(service_row)).unwrap_or_else(|| ().into_any()));
    section(Words::Services, Signal::derive(move || found.with(Vec::len)), row, looking)
}

fn section(title: Words, count: Signal<usize>, row: Callback<usize, AnyView>, looking: Looking) -> AnyView {
    let is_there = memo(move || count.get() > 0);
    live(move || if is_there.get() { view! { <Card title=say(title)><LongList count row about=looking.about() /></Card> }.into_any() } else { ().into_any() })
}

fn theme_row(theme: &Theme) -> AnyView {
    let href = Route::Theme { id: theme.id.clone() }.path();
    view! {
        <li>
            <a class="mb-row" href=href>
                <span class="mb-row__icon"><Icon name=IconName::parse(&theme.icon)/></span>
                <span class="mb-row__words"><span class="mb-row__name">{theme.name.clone()}</span></span>
            </a>
        </li>
    }
    .into_any()
}
