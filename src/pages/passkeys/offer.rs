//! "Next time by face or fingerprint": offered once, quietly, when all is done.

use super::super::say;
use super::Enrolling;
use crate::model::session::Level;
use crate::platform::{focus, passkey};
use crate::route::Route;
use crate::state::passkeys;
use crate::state::session::use_session;
use crate::state::setup::use_setup;
use crate::ui::{live, Action, Card, LinkAction, Look, Notice, Tone};
use crate::words::passkey::PasskeyWords as Words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the focus goes when the buttons of the offer are gone.
const PLACE: &str = "passkey-offer";

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// Nothing to offer.
    Silent,
    Offered,
    Enrolled,
    Declined,
}

/// A card for a verified person on a device of their own that can, and that was not asked before; nothing for anybody else.
pub fn offer() -> AnyView {
    if use_setup().is_shared() {
        return ().into_any();
    }
    let (session, enrolling, stage) = (use_session(), Enrolling::new(), RwSignal::new(Stage::Silent));
    let client = enrolling.connection.client();
    spawn_local(async move {
        if passkeys::was_asked() || session.level_now() < Level::Verified || !passkey::available().await {
            return;
        }
        // A backend that keeps none has nothing to offer.
        if client.passkeys().await.is_ok() {
            let _ = stage.try_set(Stage::Offered);
        }
    });
    let end = move |how: Stage| {
        stage.set(how);
        request_animation_frame(|| focus::quietly(PLACE));
    };
    let yes = Callback::new(move |()| enrolling.start(Callback::new(move |()| end(Stage::Enrolled))));
    let no = Callback::new(move |()| {
        passkeys::decline();
        end(Stage::Declined);
    });
    live(move || match stage.get() {
        Stage::Silent => ().into_any(),
        Stage::Offered => view! {
            <Card title=say(Words::OfferTitle)>
                <p>{say(Words::OfferText)}</p>
                <p class="mb-quiet">{say(Words::OfferShared)}</p>
                {enrolling.notice()}
                <Action label=say(Words::Enrol) on_press=yes busy=enrolling.busy look=Look::Quiet hook="enrol" />
                <Action label=say(Words::OfferNo) on_press=no look=Look::Quiet hook="enrol-not" />
            </Card>
        }
        .into_any(),
        Stage::Enrolled => view! {
            <div id=PLACE tabindex="-1">
                <Notice tone=Tone::Good title=say(Words::Enrolled)>
                    <LinkAction label=say(Words::Devices) href=Signal::stored(Route::Passkeys.path()) look=Look::Quiet hook="passkeys" />
                </Notice>
            </div>
        }
        .into_any(),
        Stage::Declined => view! { <p id=PLACE tabindex="-1" class="mb-quiet">{say(Words::Declined)}</p> }.into_any(),
    })
}
