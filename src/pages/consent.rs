//! Consent before anything is read, and the choice of how to prove who one is.

mod whom;

use super::ways::{self, Ways};
use super::{say, trouble, waiting};
use crate::backend::{ApiError, Client, Key};
use crate::model::consent::{ConsentGiven, ConsentSource, ConsentTerms, IdentityMethod, MethodKind};
use crate::model::service::Guide;
use crate::model::session::Level;
use crate::route::Route;
use crate::state::acting::on_acting;
use crate::state::checking::{self, Going, Next};
use crate::state::connection::use_connection;
use crate::state::effect::{memo, on_language};
use crate::state::handoff::PendingGuardian;
use crate::state::journeys::use_journeys;
use crate::state::load::Loading;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::state::session::use_session;
use crate::state::setup::use_setup;
use crate::ui::{live, Action, Back, Card, ConsentSourceCard, LinkAction, Page, WayOut};
use crate::words::acting::ActingWords;
use crate::words::consent::Consent;
use crate::words::host::HostWords;
use crate::words::passkey::PasskeyWords;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use whom::Whom;

/// The method under which a consent is given where the person has proved who they are already.
const BY_SESSION: &str = "session";

/// What the person has chosen on the page so far; it survives a switch of language.
#[derive(Clone, Copy)]
struct Choices {
    refused: RwSignal<BTreeSet<String>>,
    ways: Ways,
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
    /// Not verified yet, and going to act for somebody else.
    other: RwSignal<bool>,
}

#[component]
pub fn ConsentPage(service: String) -> impl IntoView {
    let (connection, locale, session, navigation, journeys) = (use_connection(), use_locale(), use_session(), use_navigation(), use_journeys());
    let service = StoredValue::new(service);
    let terms: Loading<ConsentTerms> = Loading::start(move || {
        let (client, id) = (connection.client(), service.get_value());
        async move { client.consent_terms(&id).await }
    });
    let guide: Loading<Guide> = Loading::start(move || {
        let (client, id) = (connection.client(), service.get_value());
        async move { client.guide(&id).await }
    });
    on_language(locale, move || {
        terms.refresh();
        guide.refresh();
    });
    let choices = Choices {
        refused: RwSignal::default(),
        ways: Ways::new(),
        busy: RwSignal::new(false),
        error: RwSignal::new(None),
        other: RwSignal::new(session.has_acted()),
    };
    // Somebody else is asked about other sources, and the person decides anew.
    on_acting(session, move || {
        choices.refused.set(BTreeSet::new());
        terms.refresh();
    });
    let is_hosted = use_setup().host.is_some();
    let verified = memo(move || session.level() >= Level::Verified);
    let guardian = StoredValue::new(PendingGuardian::take().map(|pending| pending.code));
    let whom = Whom::new(service, terms, verified, choices, guardian.with_value(Option::is_some));
    let method = move || choices.ways.chosen(&terms.ready()?.methods);
    let at_window = memo(move || !verified.get() && method().is_some_and(|m| m.kind == MethodKind::Window));

    let agree = Callback::new(move |()| {
        let loading = terms;
        let Some(terms) = loading.ready() else { return };
        let chosen = method();
        let complete = verified.get_untracked() || choices.ways.hold(chosen.as_ref());
        if !complete || choices.busy.get_untracked() {
            return;
        }
        choices.busy.set(true);
        choices.error.set(None);
        let (client, id) = (connection.client(), service.get_value());
        let chosen = if verified.get_untracked() { None } else { chosen.as_ref() };
        let given = given(&id, &terms, choices, chosen, ConsentFor { acting: session.acting_now(), other: whom.is_other() });
        spawn_local(async move {
            let going = Going { face: given.face, hosted: is_hosted, for_other: given.for_other, guardian: guardian.get_value(), back: None };
            let outcome = go(&client, given, &id, verified.get_untracked(), going).await;
            match outcome {
                Ok(None) => {
                    journeys.end();
                    navigation.go(Route::form(id));
                }
                Ok(Some(Next::Here)) => navigation.go(Route::Handoff),
                Ok(Some(Next::Camera)) => navigation.go(Route::Camera),
                // The browser is leaving: the button stays busy until it has.
                Ok(Some(Next::Provider)) => {}
                Err(error) => {
                    if error == ApiError::SignedOut {
                        session.ended();
                    }
                    if error.case() == "terms-changed" {
                        loading.refresh();
                    }
                    let _ = choices.error.try_set(Some(error));
                    let _ = choices.busy.try_set(false);
                }
            }
        });
    });

    let footer = move || {
        live(move || match (terms.ready().is_some(), at_window.get()) {
            (false, _) => ().into_any(),
            (true, true) => view! { <LinkAction label=say(Consent::ToWindow) href=Signal::stored(Route::Home.path()) /> }.into_any(),
            (true, false) => {
                let label = Signal::derive(move || locale.say(if verified.get() { Consent::AgreeVerified } else { Consent::AgreeAndGo }).to_owned());
                let next = move || {
                    if let Some(who) = session.acting().filter(|_| verified.get()) {
                        return locale.say_with(ActingWords::NextOther, &[("name", &who.name)]);
                    }
                    let words = locale.say(match method().map(|m| m.kind) {
                        _ if verified.get() => Consent::NextForm,
                        Some(MethodKind::Device) => return locale.say(PasskeyWords::ConsentNext).to_owned(),
                        Some(MethodKind::Sms) => Consent::NextHere,
                        Some(MethodKind::Password) => Consent::NextPassword,
                        _ if is_hosted => return locale.say(HostWords::Next).to_owned(),
                        Some(MethodKind::Face) => Consent::NextCamera,
                        _ => Consent::NextProvider,
                    });
                    words.to_owned()
                };
                view! {
                    <Action label on_press=agree busy=choices.busy />
                    <p class="mb-foot__next">{move || next()}</p>
                }
                .into_any()
            }
        })
    };
    let to_service = Route::Service { id: service.get_value() };
    let back = Back::with(to_service.path(), Callback::new(move |()| navigation.back_or(Route::Service { id: service.get_value() })));
    view! {
        <Page name="consent" title=say(Consent::Title) back steps=super::steps(1) footer=footer>
            {move || choices.error.get().map(|e| trouble::draw(e, agree))}
            {whom::draw(whom)}
            {waiting::until_loaded(terms, move |terms| draw(terms, choices, verified, at_window, guide, whom))}
        </Page>
    }
}

fn draw(terms: ConsentTerms, choices: Choices, verified: Memo<bool>, at_window: Memo<bool>, guide: Loading<Guide>, whom: Whom) -> AnyView {
    let sources = StoredValue::new(terms.sources);
    let methods = Signal::stored(terms.methods);
    view! {
        <p class="mb-lead">{whom.lead()}</p>
        <Card title=say(Consent::Purpose)><p>{terms.purpose}</p></Card>
        {live(move || if whom.other() { ().into_any() } else { draw_sources(sources.get_value(), choices) })}
        {move || (!verified.get()).then(|| view! {
            <Card>
                <p class="mb-quiet">{say(Consent::MethodHint)}</p>
                {ways::draw(say(Consent::Method), methods, choices.ways)}
            </Card>
        }.into_any())}
        {move || at_window.get().then(|| {
            let (hotline, windows) = guide.ready().map(|g| (g.hotline, g.windows)).unwrap_or_default();
            view! {
                <Card>
                    <p>{say(Consent::WindowText)}</p>
                    <WayOut hotline=Signal::stored(hotline) windows=Signal::stored(windows) />
                </Card>
            }.into_any()
        })}
    }
    .into_any()
}

/// What would be read, each source with its switch.
fn draw_sources(sources: Vec<ConsentSource>, choices: Choices) -> AnyView {
    let locale = use_locale();
    let total = sources.len();
    let told = move || {
        let chosen = total.saturating_sub(choices.refused.with(BTreeSet::len));
        locale.say_with(Consent::SourcesChosen, &[("n", &chosen.to_string()), ("total", &total.to_string())])
    };
    let cards: Vec<AnyView> = sources
        .into_iter()
        .map(|source| {
            let (seen, changed) = (source.id.clone(), source.id.clone());
            let on = Signal::derive(move || choices.refused.with(|r| !r.contains(&seen)));
            let on_change = Callback::new(move |on: bool| {
                choices.refused.update(|r| {
                    if on {
                        r.remove(&changed);
                    } else {
                        r.insert(changed.clone());
                    }
                });
            });
            view! { <ConsentSourceCard source on on_change /> }.into_any()
        })
        .collect();
    view! {
        <section class="mb-block">
            <h2 class="mb-block__title">{say(Consent::Sources)}</h2>
            {cards}
            <p class="mb-found" role="status">{move || told()}</p>
            <p class="mb-quiet">{say(Consent::Withdraw)}</p>
        </section>
    }
    .into_any()
}

/// For whom a consent is given.
struct ConsentFor {
    /// Whom the person acts for, by their opaque id.
    acting: Option<String>,
    /// Somebody who is chosen once the person has proved who they are.
    other: bool,
}

fn given(service: &str, terms: &ConsentTerms, choices: Choices, method: Option<&IdentityMethod>, whom: ConsentFor) -> ConsentGiven {
    let refused = choices.refused.get_untracked();
    let (no, yes): (Vec<String>, Vec<String>) = terms.sources.iter().map(|s| s.id.clone()).partition(|id| whom.other || refused.contains(id));
    ConsentGiven {
        service_id: service.to_owned(),
        terms_version: terms.version.clone(),
        granted: yes,
        refused: no,
        method: method.map_or_else(|| BY_SESSION.to_owned(), |m| m.id.clone()),
        face: method.is_some_and(|m| m.kind == MethodKind::Face),
        services: Vec::new(),
        answers: Default::default(),
        acting_for: whom.acting,
        for_other: whom.other,
    }
}

/// Records the consent, and opens an identity session unless the person is verified already; `None` leads into the form.
async fn go(client: &Client, given: ConsentGiven, service: &str, verified: bool, going: Going) -> Result<Option<Next>, ApiError> {
    let consent = client.give_consent(&given, &Key::new(checking::token()?)).await?;
    if verified {
        return Ok(None);
    }
    checking::begin(client, service, consent.id, given.method, going).await.map(Some)
}
