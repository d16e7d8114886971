//! For whom the person acts (代办), on top of every page while they do, with the way to stop.

use super::{live, say_of, Action, Look};
use crate::route::Route;
use crate::state::acting;
use crate::state::connection::use_connection;
use crate::state::effect::memo;
use crate::state::journeys::use_journeys;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::state::session::use_session;
use crate::words::acting::ActingBarWords as Words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What describes the main part of every page while somebody acts: read out on arrival.
pub const WHOM: &str = "acting";

/// The bar. Its words stand in a region that is always there, so that they are read out when they change.
#[component]
pub fn ActingBar() -> AnyView {
    let (connection, session, journeys, navigation, locale) = (use_connection(), use_session(), use_journeys(), use_navigation(), use_locale());
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(false));
    let stop = Callback::new(move |()| {
        busy.set(true);
        spawn_local(async move {
            let done = acting::stop(connection, session, journeys).await.is_ok();
            let _ = (busy.try_set(false), failed.try_set(!done));
            let here = navigation.signal().get_untracked();
            if let (true, Route::Form { service, .. } | Route::Review { service }) = (done, here) {
                navigation.go(Route::about(&service));
            }
        });
    });
    let words = Signal::derive(move || match session.acting() {
        Some(_) if failed.get() => locale.say(Words::StopFailed).to_owned(),
        Some(who) => locale.say_with(Words::ActingFor, &[("name", &who.name)]),
        None => String::new(),
    });
    let acts = memo(move || session.acting().is_some());
    let hook: Signal<Option<&'static str>> = Signal::derive(move || acts.get().then_some(""));
    view! {
        <div class="mb-acting" data-acting=hook>
            <p class="mb-acting__words" id=WHOM role="status">{words}</p>
            {live(move || match acts.get() {
                true => view! { <Action label=say_of(Words::Stop) on_press=stop busy look=Look::Quiet hook="stop-acting" /> }.into_any(),
                false => ().into_any(),
            })}
        </div>
    }
    .into_any()
}
