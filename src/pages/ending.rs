//! Before a session ends by itself: the person is asked whether they are still there.

use super::say;
use crate::model::ending::Ending;
use crate::platform::clock;
use crate::state::connection::use_connection;
use crate::state::journeys::use_journeys;
use crate::state::leaving;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::state::session::use_session;
use crate::ui::{live, Overlay};
use crate::words::ending::EndingWords;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Between two looks at the clock, in milliseconds.
const LOOK_MS: u32 = 1_000;

/// Asks while it is drawn; beside the pages of an application.
#[component]
pub fn SessionEnding() -> impl IntoView {
    let (connection, session, journeys, navigation, locale) = (use_connection(), use_session(), use_journeys(), use_navigation(), use_locale());
    // Minutes left, once it is time to ask.
    let near = RwSignal::new(None::<u32>);
    spawn_local(async move {
        let mut was_over = false;
        loop {
            clock::sleep(LOOK_MS).await;
            let ending = session.ending();
            let minutes = match ending {
                Some(Ending::Near { minutes }) => Some(minutes),
                _ => None,
            };
            match near.try_get_untracked() {
                None => return,
                Some(shown) if shown != minutes => drop(near.try_set(minutes)),
                Some(_) => {}
            }
            // Once: an answer begins it anew, and without one the page says what it needs when it needs it.
            let is_over = ending == Some(Ending::Over);
            if is_over && !was_over {
                let _ = session.refresh().await;
            }
            was_over = is_over;
        }
    });
    let stay = Callback::new(move |()| {
        spawn_local(async move {
            // Where it fails the question stays, and can be answered again.
            if session.refresh().await.is_ok() {
                let _ = near.try_set(None);
            }
        });
    });
    let leave = Callback::new(move |()| spawn_local(leaving::sign_out(connection, session, journeys, navigation)));
    let is_asked = Memo::new(move |_| near.with(Option::is_some));
    live(move || match is_asked.get() {
        false => ().into_any(),
        true => {
            let text = Signal::derive(move || locale.say_with(EndingWords::Text, &[("n", &near.get().unwrap_or(1).to_string())]));
            view! { <Overlay title=say(EndingWords::Title) text action=say(EndingWords::Stay) on_action=stay other=say(EndingWords::Leave) on_other=leave /> }
                .into_any()
        }
    })
}
