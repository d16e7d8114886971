//! Signing out, and what happens when somebody else turns out to be using the app.

use super::connection::Connection;
use super::effect::effect;
use super::handoff::{PendingAsk, PendingHandoff, PendingLink};
use super::journeys::Journeys;
use super::navigation::Navigation;
use super::place::Place;
use super::session::{News, SessionState};
use crate::platform::vault;
use crate::route::Route;
use leptos::prelude::*;

/// Ends the session and forgets what this device holds of the person, here and in the other tabs.
pub async fn sign_out(connection: Connection, session: SessionState, journeys: Journeys, navigation: Navigation) {
    forget(journeys);
    vault::wipe().await;
    // Without an answer the session ends by itself at the backend; here it has ended either way.
    let _ = connection.client().sign_out().await;
    // Again, for what was being kept while the backend was told.
    clear(session, journeys, navigation).await;
}

/// What this device shows and keeps of a person goes at once, here and in the other tabs; whether the backend has been told is another matter.
pub async fn clear(session: SessionState, journeys: Journeys, navigation: Navigation) {
    forget(journeys);
    session.ended();
    session.tell_tabs(News::SignedOut);
    navigation.go(Route::Home);
    vault::wipe().await;
}

/// What the person was in the middle of, as far as this tab remembers it: the next one is not to go on with it.
fn forget(journeys: Journeys) {
    journeys.end();
    journeys.guides.forget();
    PendingHandoff::forget();
    PendingLink::forget();
    PendingAsk::forget();
    Place::forget();
}

/// Another tab signed the person out, or somebody else in: nothing of theirs stays on this screen, and nothing goes on in another's name.
pub fn part_with_the_last_person(session: SessionState, journeys: Journeys, navigation: Navigation) {
    effect(move || {
        if session.parted() == 0 {
            return;
        }
        journeys.end();
        journeys.guides.forget();
        if navigation.signal().with_untracked(Route::is_personal) {
            navigation.go(Route::Home);
        }
    });
}
