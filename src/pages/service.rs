//! The guide of a service: who, how long, how much, what is needed and how much of it is already known.

use super::{applying, say, waiting};
use crate::model::service::{Count, Eligibility, EligibilityOutcome, Guide};
use crate::model::session::Level;
use crate::route::Route;
use crate::state::acting::on_acting;
use crate::state::connection::use_connection;
use crate::state::effect::{memo, on_language};
use crate::state::load::Loading;
use crate::state::locale::{use_locale, Locale};
use crate::state::navigation::use_navigation;
use crate::state::session::use_session;
use crate::ui::{live, Action, Back, Card, LinkAction, Look, NeedRow, Notice, Page, Tone, WayOut};
use crate::words::service::Service;
use leptos::prelude::*;

#[component]
pub fn ServicePage(id: String) -> impl IntoView {
    let (connection, locale, session, navigation) = (use_connection(), use_locale(), use_session(), use_navigation());
    applying::fetch_ahead();
    let id = StoredValue::new(id);
    let guide: Loading<Guide> = Loading::start(move || {
        let (client, id) = (connection.client(), id.get_value());
        async move { client.guide(&id).await }
    });
    let eligibility: Loading<Eligibility> = Loading::start(move || {
        let (client, id) = (connection.client(), id.get_value());
        async move { client.eligibility(&id).await }
    });
    on_language(locale, move || {
        guide.refresh();
        eligibility.refresh();
    });
    on_acting(session, move || eligibility.refresh());
    let title = Signal::derive(move || guide.ready().map_or_else(|| locale.say(Service::Title).to_owned(), |g| g.name));
    let refused = memo(move || eligibility.ready().is_some_and(|e| e.outcome == EligibilityOutcome::Ineligible));
    let represent = memo(move || eligibility.ready().is_some_and(|e| e.represent));
    let start = Callback::new(move |()| navigation.go(Route::Consent { service: id.get_value() }));
    let footer = move || {
        live(move || match (guide.ready().is_some(), refused.get()) {
            (false, _) => ().into_any(),
            (true, true) if represent.get() => view! { <Action label=say(Service::StartForOther) on_press=start /> }.into_any(),
            (true, true) => view! { <LinkAction label=say(crate::words::frame::Frame::ToHome) href=Signal::stored(Route::Home.path()) /> }.into_any(),
            (true, false) => {
                let next = move || locale.say(if session.level() >= Level::Verified { Service::NextForm } else { Service::NextConsent });
                view! {
                    <Action label=say(Service::Start) on_press=start />
                    <p class="mb-foot__next">{move || next()}</p>
                }
                .into_any()
            }
        })
    };
    let back = Back::with(Route::Home.path(), Callback::new(move |()| navigation.back_or(Route::Home)));
    view! {
        <Page name="service" title back footer=footer>
            {waiting::until_loaded(guide, move |guide| draw(locale, guide, eligibility))}
        </Page>
    }
}

fn draw(locale: Locale, guide: Guide, eligibility: Loading<Eligibility>) -> AnyView {
    let own = guide.count;
    let hotline = guide.hotline;
    let needs: Vec<AnyView> = guide.needs.into_iter().map(|need| view! { <NeedRow need /> }.into_any()).collect();
    let known = move || eligibility.ready().and_then(|e| e.count).or(own).map(|count| known_words(locale, count));
    view! {
        <Card>
            <p class="mb-agency">{guide.agency}</p>
            <p class="mb-lead">{guide.summary}</p>
        </Card>
        {move || eligibility.ready().map(|e| verdict(&e))}
        <Card title=say(Service::Who)>{lines(guide.audience)}</Card>
        <Card>
            <dl class="mb-facts">
                <div><dt>{say(Service::HowLong)}</dt><dd>{guide.duration}</dd></div>
                <div><dt>{say(Service::Cost)}</dt><dd>{guide.cost}</dd></div>
            </dl>
        </Card>
        <Card title=say(Service::Needs)>
            {move || known().map(|words| view! { <Notice tone=Tone::Good text=Signal::stored(words) /> }.into_any())}
            <ul class="mb-needs" role="list">{needs}</ul>
        </Card>
        <Card title=say(Service::Results)>{lines(guide.results)}</Card>
        {(!guide.basis.is_empty()).then(|| view! { <Card title=say(Service::Basis)>{lines(guide.basis)}</Card> }.into_any())}
        <WayOut title=say(Service::OtherWays) hotline=Signal::stored(hotline) windows=Signal::stored(guide.windows) />
    }
    .into_any()
}

fn known_words(locale: Locale, count: Count) -> String {
    let open = count.total.saturating_sub(count.known);
    let words = if open == 0 { Service::KnownAll } else { Service::Known };
    locale.say_with(words, &[("total", &count.total.to_string()), ("known", &count.known.to_string()), ("open", &open.to_string())])
}

fn lines(items: Vec<String>) -> AnyView {
    view! { <ul class="mb-lines">{items.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect::<Vec<_>>()}</ul> }.into_any()
}

/// Whether this person can use it; when not, why, and what instead.
fn verdict(eligibility: &Eligibility) -> AnyView {
    match eligibility.outcome {
        EligibilityOutcome::Unknown => view! { <Notice text=say(Service::UnknownTitle) /> }.into_any(),
        EligibilityOutcome::Eligible => view! { <Notice tone=Tone::Good text=say(Service::EligibleTitle) /> }.into_any(),
        EligibilityOutcome::Ineligible => {
            let reasons: Vec<String> =
                eligibility.checks.iter().filter(|c| c.passed == Some(false)).map(|c| c.explain.clone().unwrap_or_else(|| c.text.clone())).collect();
            let instead: Vec<AnyView> = eligibility
                .instead
                .iter()
                .map(|other| match &other.service_id {
                    Some(id) => {
                        let href = Signal::stored(Route::Service { id: id.clone() }.path());
                        view! { <li><LinkAction label=Signal::stored(other.text.clone()) href look=Look::Quiet hook="instead" /></li> }.into_any()
                    }
                    None => view! { <li>{other.text.clone()}</li> }.into_any(),
                })
                .collect();
            view! {
                <div data-state="ineligible">
                    <Notice tone=Tone::Bad title=say(Service::IneligibleTitle)>{lines(reasons)}</Notice>
                </div>
                {(!instead.is_empty()).then(|| view! { <Card title=say(Service::Instead)><ul class="mb-lines">{instead}</ul></Card> }.into_any())}
            }
            .into_any()
        }
    }
}
