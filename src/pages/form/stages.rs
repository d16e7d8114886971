//! What the form and the review show while there is no form to show.

use super::super::{broken, say, trouble};
use crate::route::Route;
use crate::state::draft::Saved;
use crate::state::effect::memo;
use crate::state::handoff::PendingHandoff;
use crate::state::journey::{Journey, Stage};
use crate::state::navigation::use_navigation;
use crate::state::place::Place;
use crate::state::session::use_session;
use crate::state::setup::use_setup;
use crate::ui::{live, Action, Empty, IconName, Look, Notice, Sheet, Skeleton, Tone};
use crate::words::form::FormWords;
use crate::words::kiosk::KioskWords;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws the journey's stage; `ready` draws the page itself.
pub fn draw_stage(journey: Journey, ready: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let stage = memo(move || journey.stage.get());
    live(move || match stage.get() {
        Stage::Loading => ().into_any(),
        Stage::Slow => view! { <Skeleton /> }.into_any(),
        Stage::NeedsIdentity => {
            // Whoever was here before a reload may wonder where it went.
            let (title, text) = match Place::in_form_of(&journey.service()) {
                Some(_) => (FormWords::ProveAgain, FormWords::ResumeText),
                None => (FormWords::NeedsIdentity, FormWords::NeedsIdentityText),
            };
            view! { <Empty title=say(title) text=say(text) icon=IconName::Shield /> }.into_any()
        }
        Stage::NeedsGuide => view! { <Empty title=say(FormWords::NeedsGuide) text=say(FormWords::NeedsGuideText) icon=IconName::Info /> }.into_any(),
        Stage::Broken { pointer, reason } => broken::draw(pointer, reason),
        Stage::Failed(error) => trouble::draw(error, Callback::new(move |()| journey.load())),
        Stage::Ready => ready(),
    })
}

/// The main action where the session ended while something typed was not saved: it can be carried over the new check, if the person wants that.
pub fn carry_over(journey: Journey) -> AnyView {
    let (navigation, session) = (use_navigation(), use_session());
    let is_shared = use_setup().is_shared();
    let (asking, failed) = (RwSignal::new(false), RwSignal::new(false));
    let leave = move || {
        // What happens to the answers is decided: the browser need not ask once more.
        journey.saver.state.set(Saved::Idle);
        navigation.go(Route::Consent { service: journey.service() });
        // Only now: the consent page has to ask for a way of proving, and this page is not to lose its form first.
        session.ended();
    };
    let carry = Callback::new(move |()| {
        spawn_local(async move {
            if journey.carry().await {
                PendingHandoff::forget();
                leave();
            } else {
                let _ = failed.try_set(true);
            }
        });
    });
    view! {
        <Action label=say(FormWords::ProveAgain) on_press=Callback::new(move |()| asking.set(true)) />
        <p class="mb-foot__next" role="alert">{say(FormWords::SaveSignedOut)}</p>
        <Sheet open=asking title=say(FormWords::ProveAgain)>
            <p>{if is_shared { say(KioskWords::CarryText) } else { say(FormWords::CarryText) }}</p>
            {move || failed.get().then(|| view! { <Notice tone=Tone::Bad text=say(FormWords::CarryFailed) announce=true /> }.into_any())}
            {(!is_shared).then(|| view! { <Action label=say(FormWords::CarryAndProve) on_press=carry hook="carry" /> }.into_any())}
            <Action label=say(FormWords::ProveOnly) on_press=Callback::new(move |()| leave()) look=Look::Quiet hook="prove" />
        </Sheet>
    }
    .into_any()
}
