//! Acting for somebody else (代办), and stopping: what is open is saved first for whom it was typed.

use super::connection::Connection;
use super::effect::effect;
use super::journeys::Journeys;
use super::session::{News, SessionState};
use crate::backend::ApiError;

/// From now on for somebody else, by their opaque id.
///
/// # Errors
/// Those of the calls; what was open stays open then.
pub async fn begin(connection: Connection, session: SessionState, journeys: Journeys, id: String) -> Result<(), ApiError> {
    journeys.saved().await;
    connection.client().act_for(id).await?;
    changed(session, journeys).await
}

/// For oneself again. Apart from the beginning, which the first load does not need.
///
/// # Errors
/// Those of the calls; what was open stays open then.
pub async fn stop(connection: Connection, session: SessionState, journeys: Journeys) -> Result<(), ApiError> {
    journeys.saved().await;
    connection.client().stop_acting().await?;
    changed(session, journeys).await
}

async fn changed(session: SessionState, journeys: Journeys) -> Result<(), ApiError> {
    session.refresh().await?;
    journeys.end();
    // What another tab shows is for somebody else: it lets go of it.
    session.tell_tabs(News::Verified);
    Ok(())
}

/// Runs `run` whenever the person acts for somebody else than before, but not for whom it is now.
pub fn on_acting(session: SessionState, run: impl Fn() + 'static) {
    let mut before = session.acting_now();
    effect(move || {
        let now = session.acting().map(|who| who.id);
        if now != before {
            before = now;
            run();
        }
    });
}
