//! Providers, page frame, and what happens on every change of route: title, focus and scroll.

use crate::backend::transport::Transport;
use crate::backend::Client;
use crate::model::config::{Config, ConfigProblem};
use crate::pages;
use crate::platform::fetch::{self, FetchTransport};
use crate::platform::{address, document, focus, storage};
use crate::route::Route;
use crate::state::catalogue::Catalogues;
use crate::state::connection::Connection;
use crate::state::effect::effect;
use crate::state::journeys::Journeys;
use crate::state::leaving::part_with_the_last_person;
use crate::state::locale::{Locale, TextSize, Theme};
use crate::state::navigation::Navigation;
use crate::state::session::SessionState;
use crate::state::setup::Setup;
use crate::words::Lang;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Mounts the app in place of the shell.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        document::announce("miaoban:panic");
    }));
    let Some(place) = document::mount_point() else { return };
    // The app lives as long as the page: nothing would ever unmount it.
    std::mem::forget(leptos::mount::mount_to(place, App));
}

/// What the start of the app came to.
#[derive(Clone)]
enum Start {
    Starting,
    Ready(StoredValue<Client, LocalStorage>, Setup),
    Misconfigured(ConfigProblem),
}

#[component]
fn App() -> impl IntoView {
    let locale = Locale::new(Lang::Hans);
    provide_context(locale);
    let start = RwSignal::new(Start::Starting);
    spawn_local(async move {
        start.set(match prepare(locale).await {
            Ok((client, setup)) => Start::Ready(StoredValue::new_local(client), setup),
            Err(problem) => Start::Misconfigured(problem),
        });
    });
    dress_document(locale);
    move || match start.get() {
        Start::Starting => ().into_any(),
        Start::Ready(client, setup) => view! { <Frame client=client.get_value() setup /> }.into_any(),
        Start::Misconfigured(problem) => {
            document::announce("miaoban:ready");
            view! { <pages::misconfigured::Misconfigured problem /> }.into_any()
        }
    }
}

/// Reads the configuration, chooses the backend and, in builds with the demo, enters the scenario of the address.
async fn prepare(locale: Locale) -> Result<(Client, Setup), ConfigProblem> {
    let text = fetch::file("/config.json").await.ok_or(ConfigProblem { pointer: String::new(), reason: "config.json could not be read".to_owned() })?;
    let config = Config::read(&text, cfg!(feature = "demo"))?;
    remember_reading(locale, &config);
    let transport: Rc<dyn Transport> = match &config.backend {
        Some(base) => Rc::new(FetchTransport::new(base, &config.session)),
        None => embedded(&config).await?,
    };
    let client = Client::new(transport, locale.lang.get_untracked(), config.session);
    Ok((client, Setup { kiosk: config.kiosk, host: config.host, lang: config.languages.first().copied() }))
}

#[cfg(feature = "demo")]
async fn embedded(config: &Config) -> Result<Rc<dyn Transport>, ConfigProblem> {
    let transport = crate::platform::embedded::EmbeddedTransport::load(config.session.clone()).await;
    transport.map(|t| Rc::new(t) as Rc<dyn Transport>).map_err(|reason| ConfigProblem { pointer: "/backend".to_owned(), reason })
}

#[cfg(not(feature = "demo"))]
async fn embedded(_: &Config) -> Result<Rc<dyn Transport>, ConfigProblem> {
    Err(ConfigProblem { pointer: "/backend".to_owned(), reason: "this build has no embedded backend".to_owned() })
}

/// Takes over how the person wants to read: the address first, then what they chose before, then the browser's languages.
fn remember_reading(locale: Locale, config: &Config) {
    let chosen = |name: &str| address::query(name).or_else(|| storage::kept(&format!("miaoban.{name}")));
    let offered = |lang: &Lang| config.languages.contains(lang);
    let lang = chosen("lang").and_then(|tag| Lang::parse(&tag)).filter(offered);
    locale.lang.set(lang.or(config.languages.first().copied()).unwrap_or(Lang::Hans));
    locale.size.set(if chosen("size").as_deref() == Some("elder") { TextSize::Elder } else { TextSize::Standard });
    locale.theme.set(match chosen("theme").as_deref() {
        Some("dark") => Theme::Dark,
        Some("light") => Theme::Light,
        _ => Theme::Auto,
    });
}

/// Keeps the root element's attributes as the person wants to read.
fn dress_document(locale: Locale) {
    Effect::new(move |before: Option<()>| {
        let size = if locale.size.get() == TextSize::Elder { "elder" } else { "standard" };
        let theme = match locale.theme.get() {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let lang = locale.lang.get().tag();
        // The first run only repeats the defaults; what was kept is read after it.
        if before.is_some() {
            for (name, attribute, value) in [("lang", "lang", lang), ("size", "data-size", size), ("theme", "data-theme", theme)] {
                document::set_root(attribute, value);
                storage::keep(&format!("miaoban.{name}"), value);
            }
        }
    });
}

/// Everything around the pages, once the backend is known.
#[component]
pub(crate) fn Frame(client: Client, setup: Setup) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let connection = Connection::new(client);
    let session = SessionState::new(connection);
    let navigation = Navigation::new();
    let is_shared = setup.is_shared();
    provide_context(setup);
    provide_context(connection);
    provide_context(session);
    provide_context(navigation);
    provide_context(Catalogues::new(connection, locale));
    let journeys = Journeys::new(connection, session, locale);
    provide_context(journeys);
    part_with_the_last_person(session, journeys, navigation);
    let route = navigation.signal();
    let entered = RwSignal::new(false);
    spawn_local(async move {
        #[cfg(feature = "demo")]
        crate::state::scenario::apply(connection, &route.get_untracked()).await;
        // Without an answer the pages say so themselves when they ask for what they need.
        let _ = session.refresh().await;
        let _ = entered.try_set(true);
    });
    effect(move || connection.client().speak(locale.lang.get()));
    arrive(navigation, entered);
    view! {
        <a class="mb-skip" href="#main">{move || locale.say(crate::words::frame::Frame::SkipToMain)}</a>
        <crate::ui::offline_bar::OfflineBar offline=Signal::derive(move || !connection.online.get()) />
        <crate::ui::ActingBar />
        {move || entered.get().then(|| draw(route.get()))}
        {is_shared.then(pages::applying::beside)}
    }
}

/// On every change of route: focus on the new page, scrolled to where it was left.
fn arrive(navigation: Navigation, entered: RwSignal<bool>) {
    let route = navigation.signal();
    Effect::new(move |before: Option<bool>| {
        let here = entered.get();
        route.track();
        if here {
            request_animation_frame(move || {
                document::scroll_to(navigation.arrival());
                if before == Some(true) {
                    focus::quietly("main");
                } else {
                    document::announce("miaoban:ready");
                }
            });
        }
        here
    });
}

/// One page for each route.
fn draw(route: Route) -> AnyView {
    match route {
        Route::Home => view! { <pages::home::HomePage /> }.into_any(),
        Route::Theme { id } => view! { <pages::theme::ThemePage id /> }.into_any(),
        Route::Service { id } => view! { <pages::service::ServicePage id /> }.into_any(),
        Route::Applications => view! { <pages::applications::ApplicationsPage /> }.into_any(),
        Route::NotFound => view! { <pages::not_found::NotFoundPage /> }.into_any(),
        applying => pages::applying::draw(applying),
    }
}
