//! A shared terminal that nobody touches: whoever is signed in is asked whether they are still there, and everything of theirs ends if not.

use super::say;
use crate::backend::Client;
use crate::model::idling::{Idling, Kiosk};
use crate::model::session::Level;
use crate::platform::tabs::Channel;
use crate::platform::{clock, document, storage};
use crate::route::Route;
use crate::state::connection::{use_connection, Connection};
use crate::state::effect::{effect, memo};
use crate::state::handoff::{PendingHandoff, PendingLink};
use crate::state::journeys::{use_journeys, Journeys};
use crate::state::leaving;
use crate::state::locale::{use_locale, Locale};
use crate::state::navigation::{use_navigation, Navigation};
use crate::state::session::{use_session, SessionState};
use crate::state::setup::{use_setup, Setup};
use crate::ui::{live, Overlay};
use crate::words::ending::EndingWords;
use crate::words::kiosk::KioskWords;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Between two looks at the clock, in milliseconds.
const LOOK_MS: u32 = 1_000;
/// Until the backend is told once more that a session is over, in milliseconds.
const AGAIN_MS: u32 = 2_000;
/// What a person does to a device. A pointer that only moves, a call and an upload are no touch.
const TOUCHES: [&str; 4] = ["pointerdown", "keydown", "wheel", "touchmove"];
/// What tabs of a terminal call their channel, and what they say on it.
const CHANNEL: &str = "miaoban.kiosk";
const TOUCHED: &str = "touched";
/// There for as long as the backend has not been told that the last person has gone: whoever loads the page anew must not be them.
const LEAVING: &str = "miaoban.kiosk.leaving";

/// Watches while it is drawn; beside every page of a shared terminal.
#[component]
pub fn KioskWatch() -> AnyView {
    let (watch, locale) = (Watch::new(), use_locale());
    watch.listen();
    watch.read_anew_after_sign_out();
    if let Some(kiosk) = use_setup().kiosk {
        spawn_local(watch.look_on(kiosk));
    }
    let stay = Callback::new(move |()| watch.touch());
    let leave = Callback::new(move |()| spawn_local(watch.end()));
    let retry = Callback::new(move |()| {
        let client = watch.connection.client();
        spawn_local(async move {
            watch.tell(client).await;
        });
    });
    let shown = memo(move || (watch.asked.with(Option::is_some), watch.stuck.get()));
    live(move || match shown.get() {
        (_, true) => view! { <Overlay title=say(KioskWords::StuckTitle) text=say(KioskWords::StuckText) action=say(KioskWords::StuckRetry) on_action=retry /> }
            .into_any(),
        (true, _) => {
            let text = Signal::derive(move || locale.say_with(KioskWords::Text, &[("n", &watch.asked.get().unwrap_or(1).to_string())]));
            view! { <Overlay title=say(EndingWords::Title) text action=say(EndingWords::Stay) on_action=stay other=say(EndingWords::Leave) on_other=leave /> }
                .into_any()
        }
        _ => ().into_any(),
    })
}

/// One terminal. A handle: copies share everything.
#[derive(Clone, Copy)]
struct Watch {
    connection: Connection,
    session: SessionState,
    journeys: Journeys,
    navigation: Navigation,
    locale: Locale,
    setup: StoredValue<Setup>,
    /// When it was last touched, in milliseconds of this device's clock.
    touched: StoredValue<i64>,
    /// Whether other tabs have heard of it.
    told: StoredValue<bool>,
    tabs: StoredValue<Option<Channel>, LocalStorage>,
    /// Seconds left, while the person is asked.
    asked: RwSignal<Option<u32>>,
    /// Nothing is left here, and the backend has not been reached to say so.
    stuck: RwSignal<bool>,
}

impl Watch {
    fn new() -> Self {
        Self {
            connection: use_connection(),
            session: use_session(),
            journeys: use_journeys(),
            navigation: use_navigation(),
            locale: use_locale(),
            setup: StoredValue::new(use_setup()),
            touched: StoredValue::new(clock::now().0),
            told: StoredValue::new(true),
            tabs: StoredValue::new_local(None),
            asked: RwSignal::new(None),
            stuck: RwSignal::new(false),
        }
    }

    /// Hears of touches, here and in other tabs: who uses one of them uses the terminal.
    fn listen(self) {
        let touched = move |_| {
            // While the question stands, only its buttons answer it: whoever walks by and leans on the screen does not.
            if self.asked.try_with_untracked(Option::is_none) == Some(true) {
                self.touch();
            }
        };
        let listening: Vec<_> = TOUCHES.into_iter().filter_map(|event| document::on_document(event, touched)).collect();
        let listening = StoredValue::new_local(listening);
        let tabs = Channel::open(CHANNEL, move |word| {
            if word == TOUCHED {
                let _ = self.touched.try_set_value(clock::now().0);
            }
        });
        self.tabs.set_value(tabs);
        on_cleanup(move || {
            listening.dispose();
            drop(self.tabs.try_set_value(None));
        });
    }

    fn touch(self) {
        let _ = self.touched.try_set_value(clock::now().0);
        let _ = self.told.try_set_value(false);
        let _ = self.asked.try_set(None);
    }

    async fn look_on(self, kiosk: Kiosk) {
        if storage::kept(LEAVING).is_some() {
            let _ = self.stuck.try_set(true);
            self.end().await;
        }
        loop {
            clock::sleep(LOOK_MS).await;
            let Some(mut touched) = self.touched.try_get_value() else { return };
            if self.told.try_get_value() == Some(false) {
                self.told.set_value(true);
                let _ = self.tabs.try_with_value(|tabs| tabs.iter().for_each(|tabs| tabs.tell(TOUCHED)));
            }
            let now = clock::now().0;
            let idling = Idling::of(kiosk, now - touched);
            let nobody = !self.is_somebody();
            if nobody && idling == Idling::Over {
                // Nobody is asked, and nothing is anybody's but how they read.
                self.read_anew();
            }
            // A clock that was set back would give the last person as much more time.
            if (nobody && idling == Idling::Over) || now < touched {
                touched = now;
                let _ = self.touched.try_set_value(now);
            }
            let asked = match Idling::of(kiosk, now - touched) {
                Idling::Used => None,
                Idling::Asked { .. } if nobody => None,
                Idling::Asked { seconds } => Some(seconds),
                Idling::Over => {
                    self.end().await;
                    continue;
                }
            };
            if self.asked.try_get_untracked().is_some_and(|before| before != asked) {
                let _ = self.asked.try_set(asked);
            }
        }
    }

    /// Whether anything here is of a person: known, filling in a form, or on the way to prove who they are.
    fn is_somebody(self) -> bool {
        let is_at_it = self
            .navigation
            .signal()
            .try_with_untracked(|r| r.is_personal() || matches!(r, Route::Consent { .. } | Route::Camera | Route::Handoff | Route::Continue | Route::Guardian));
        is_at_it == Some(true)
            || self.session.level_now() > Level::None
            || self.journeys.is_running()
            || PendingHandoff::kept().is_some()
            || PendingLink::kept().is_some()
    }

    /// Whoever signs out has gone; one whose session has ended is still where they were.
    fn read_anew_after_sign_out(self) {
        let mut was_known = false;
        effect(move || {
            let is_known = self.session.level() > Level::None;
            let is_home = self.navigation.route() == Route::Home;
            if std::mem::replace(&mut was_known, is_known) && !is_known && is_home {
                self.read_anew();
            }
        });
    }

    fn read_anew(self) {
        let _ = self.setup.try_with_value(|setup| setup.read_anew(self.locale));
    }

    /// Everything of the person goes: what can be seen first, then what is kept, then the session.
    async fn end(self) {
        let client = self.connection.client();
        let _ = self.asked.try_set(None);
        self.read_anew();
        storage::keep(LEAVING, "1");
        leaving::clear(self.session, self.journeys, self.navigation).await;
        while !self.tell(client.clone()).await {
            if self.stuck.try_set(true).is_some() {
                return;
            }
            clock::sleep(AGAIN_MS).await;
        }
    }

    /// Tells the backend; whether it has heard.
    async fn tell(self, client: Client) -> bool {
        // What it refuses for good is no reason to ask for ever: there is no such session.
        let heard = client.sign_out().await.err().is_none_or(|error| !error.is_passing());
        if heard {
            storage::forget(LEAVING);
            let _ = self.stuck.try_set(false);
        }
        heard
    }
}
