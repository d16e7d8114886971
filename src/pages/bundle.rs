//! What a bundle is: who, how long, how much, which departments, and the way into its guide.

use super::{broken, say, waiting};
use crate::bundle::{BundleProblem, Definition};
use crate::model::bundle::Bundle;
use crate::route::Route;
use crate::state::connection::use_connection;
use crate::state::effect::{memo, on_language};
use crate::state::load::Loading;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::ui::{live, Back, Card, Icon, IconName, LinkAction, Page, Tag, WayOut};
use crate::words::bundles::Bundles as Words;
use crate::words::frame::Frame;
use crate::words::service::Service;
use leptos::prelude::*;

#[component]
pub fn BundlePage(id: String) -> impl IntoView {
    let (connection, locale, navigation) = (use_connection(), use_locale(), use_navigation());
    let id = StoredValue::new(id);
    let bundle: Loading<Bundle> = Loading::start(move || {
        let (client, id) = (connection.client(), id.get_value());
        async move { client.bundle(&id).await }
    });
    on_language(locale, move || bundle.refresh());
    let problem = memo(move || bundle.ready().and_then(|bundle| Definition::check(bundle).err()));
    let is_there = memo(move || bundle.ready().is_some());
    let title = Signal::derive(move || bundle.ready().map_or_else(|| locale.say(Words::Title).to_owned(), |b| b.name));
    let footer = move || {
        live(move || match (is_there.get(), problem.with(Option::is_some)) {
            (false, _) => ().into_any(),
            (true, true) => view! { <LinkAction label=say(Frame::ToHome) href=Signal::stored(Route::Home.path()) /> }.into_any(),
            (true, false) => {
                let href = Signal::stored(Route::Guide { bundle: id.get_value(), question: None }.path());
                view! {
                    <LinkAction label=say(Words::Start) href />
                    <p class="mb-foot__next">{say(Words::StartNext)}</p>
                }
                .into_any()
            }
        })
    };
    let back = Back::with(Route::Bundles.path(), Callback::new(move |()| navigation.back_or(Route::Bundles)));
    view! {
        <Page name="bundle" title back footer=footer>
            {waiting::until_loaded(bundle, move |bundle| match problem.get_untracked() {
                Some(BundleProblem { pointer, reason }) => broken::draw(pointer, reason),
                None => draw(bundle),
            })}
        </Page>
    }
}

fn draw(bundle: Bundle) -> AnyView {
    let members: Vec<AnyView> = bundle
        .services
        .into_iter()
        .map(|member| {
            let depends = member.when.is_some().then(|| view! { <Tag label=say(Words::Depends) /> }.into_any());
            view! {
                <li class="mb-need">
                    <Icon name=IconName::parse(&member.service.icon)/>
                    <span class="mb-need__words"><span class="mb-need__name">{member.service.name}</span><span class="mb-need__text">{member.service.agency}</span></span>
                    {depends}
                </li>
            }
            .into_any()
        })
        .collect();
    let hotline = bundle.hotline;
    view! {
        <Card><p class="mb-lead">{bundle.summary}</p></Card>
        {lines(Service::Who, bundle.who)}
        <Card>
            <dl class="mb-facts">
                <div><dt>{say(Service::HowLong)}</dt><dd>{bundle.promise}</dd></div>
                <div><dt>{say(Service::Cost)}</dt><dd>{bundle.cost}</dd></div>
            </dl>
        </Card>
        <Card title=say(Words::Takes)>
            <p class="mb-quiet">{say(Words::TakesText)}</p>
            <ul class="mb-needs" role="list">{members}</ul>
        </Card>
        {lines(Service::Results, bundle.results)}
        {lines(Service::Basis, bundle.basis)}
        <WayOut title=say(Service::OtherWays) hotline=Signal::stored(hotline) windows=Signal::stored(bundle.windows) />
    }
    .into_any()
}

fn lines(title: Service, items: Vec<String>) -> AnyView {
    if items.is_empty() {
        return ().into_any();
    }
    let lines: Vec<AnyView> = items.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    view! { <Card title=say(title)><ul class="mb-lines">{lines}</ul></Card> }.into_any()
}
