//! What is said beforehand, and the sheet that asks.

use super::super::{say, trouble, waiting, way_out, ways};
use super::{For, StepUp};
use crate::model::consent::{IdentityMethod, MethodKind};
use crate::state::checking::NotConfirmed;
use crate::state::draft::Saved;
use crate::state::effect::memo;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::state::session::use_session;
use crate::ui::{live, Action, Look, Notice, Sheet, Tone};
use crate::words::form::FormWords;
use crate::words::passkey::PasskeyWords;
use crate::words::step_up::StepUpWords as Words;
use leptos::prelude::*;

/// Says beforehand that it will be asked, or that it has been: `passed`.
pub fn ahead(step_up: StepUp, passed: bool) -> AnyView {
    let (session, locale) = (use_session(), use_locale());
    let ways = move || {
        let terms = step_up.terms.ready().flatten()?;
        let level = terms.level_to_submit.filter(|level| *level > session.level())?;
        let device = step_up.ways.device.get();
        let reaches = |m: &&IdentityMethod| m.level.is_some_and(|reached| reached >= level) && (device || m.kind != MethodKind::Device);
        let names: Vec<&str> = terms.methods.iter().filter(reaches).map(|m| m.name.as_str()).collect();
        Some(locale.say_with(Words::Ahead, &[("ways", &names.join(locale.say(Words::Between)))]))
    };
    let ways = memo(ways);
    live(move || match ways.get() {
        Some(text) => view! { <Notice text=Signal::stored(text) /> }.into_any(),
        None if passed => view! { <Notice tone=Tone::Good title=say(Words::Confirmed) text=say(Words::ConfirmedText) announce=true /> }.into_any(),
        None => ().into_any(),
    })
}

/// The sheet that asks.
pub fn sheet(step_up: StepUp) -> AnyView {
    view! {
        <Sheet open=step_up.open title=say(Words::Title)>
            <p>{say(Words::Text)}</p>
            {live(move || told(step_up))}
            {move || step_up.needed.with(Option::is_some).then(|| waiting::until_loaded(step_up.terms, move |terms| match terms {
                Some(_) => choice(step_up),
                None => ().into_any(),
            }))}
        </Sheet>
    }
    .into_any()
}

/// What became of the last try.
fn told(step_up: StepUp) -> AnyView {
    if step_up.unkept.get() {
        return view! { <Notice tone=Tone::Bad text=say(FormWords::CarryFailed) announce=true /> }.into_any();
    }
    match step_up.told.get() {
        None => ().into_any(),
        Some(NotConfirmed::Here(_)) => {
            view! { <Notice tone=Tone::Wait announce=true title=say(PasskeyWords::NotDoneTitle) text=say(PasskeyWords::NotDoneText) /> }.into_any()
        }
        Some(NotConfirmed::There(error)) => trouble::notice(error),
    }
}

fn choice(step_up: StepUp) -> AnyView {
    let navigation = use_navigation();
    let offered = Signal::derive(move || step_up.offered());
    let device = move || offered.with(|all| all.iter().find(|m| m.kind == MethodKind::Device).cloned()).filter(|_| step_up.ways.device.get());
    let others = Signal::derive(move || offered.with(|all| all.iter().filter(|m| m.kind != MethodKind::Device).cloned().collect::<Vec<_>>()));
    let chosen = move || others.with(|all| step_up.ways.chosen(all));
    let is_submitting = step_up.purpose == For::Submitting;
    let pick = move |submitting: Words, seeing: Words| say(if is_submitting { submitting } else { seeing });
    let at_window = memo(move || chosen().is_some_and(|m| m.kind == MethodKind::Window));
    let one_touch = move || {
        device().map(|method| {
            let press = Callback::new(move |()| step_up.by_device(method.clone()));
            view! {
                <Action label=pick(Words::Device, Words::DeviceSee) on_press=press busy=step_up.busy hook="step-up-device" />
                <p class="mb-quiet">{say(Words::DeviceText)}</p>
            }
            .into_any()
        })
    };
    let carries = move || step_up.journey.is_some_and(|journey| journey.saver.state.with(Saved::is_unsaved));
    let go = Callback::new(move |()| step_up.go(chosen(), navigation));
    let locale = use_locale();
    let legend = Signal::derive(move || locale.say(if device().is_some() { Words::OtherWays } else { Words::Ways }).to_owned());
    let look = move || if device().is_some() { Look::Quiet } else { Look::Primary };
    view! {
        {live(move || one_touch().into_any())}
        {ways::draw(legend, others, step_up.ways)}
        {live(move || match at_window.get() {
            true => view! {
                <p>{pick(Words::WindowText, Words::WindowSee)}</p>
                {way_out::draw(step_up.service.get_value())}
            }
            .into_any(),
            false => view! {
                {carries().then(|| view! { <p>{say(FormWords::CarryText)}</p> }.into_any())}
                <Action label=say_go(carries()) on_press=go look=look() busy=step_up.busy hook="step-up" />
                <p class="mb-quiet">{say(Words::GoNext)}</p>
            }
            .into_any(),
        })}
        <Action label=pick(Words::NotNow, Words::NotSee) on_press=Callback::new(move |()| step_up.open.set(false)) look=Look::Quiet hook="step-up-not" />
    }
    .into_any()
}

fn say_go(carries: bool) -> Signal<String> {
    match carries {
        true => say(FormWords::CarryAndProve),
        false => say(Words::Go),
    }
}
