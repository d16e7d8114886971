//! Where saving stands, beside the main action; and where the backend keeps no drafts, the question whether to keep one on this device.

use super::super::say;
use crate::platform::clock;
use crate::state::draft::Saved;
use crate::state::effect::memo;
use crate::state::here;
use crate::state::journey::Journey;
use crate::state::locale::use_locale;
use crate::state::setup::use_setup;
use crate::ui::{live, Action, Look, Notice, Sheet, Tone};
use crate::words::drafts::KeepWords;
use crate::words::form::FormWords;
use crate::words::format;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The line, which is read out when it changes.
pub fn saved_line(journey: Journey) -> AnyView {
    let locale = use_locale();
    let state = memo(move || journey.saver.state.get());
    let asking = RwSignal::new(false);
    let may_keep = !use_setup().is_shared();
    let words = Signal::derive(move || match state.get() {
        Saved::Idle | Saved::SignedOut => String::new(),
        Saved::Pending => locale.say(FormWords::Saving).to_owned(),
        Saved::Saved => locale.say(FormWords::Saved).to_owned(),
        Saved::Waiting => locale.say(FormWords::SaveWaiting).to_owned(),
        Saved::Asks | Saved::Unkept => locale.say(KeepWords::Unkept).to_owned(),
        Saved::Here => {
            let until = clock::now().plus_ms(here::DAYS * 24 * 3_600_000).date_in_china();
            locale.say_with(KeepWords::Here, &[("date", &format::day(until, locale.lang.get()))])
        }
    });
    let line = move || {
        let ask = (may_keep && matches!(state.get(), Saved::Asks | Saved::Unkept)).then(|| {
            let open = move |_| asking.set(true);
            view! { <button type="button" class="mb-textbtn" data-action="keep" on:click=open>{say(KeepWords::Ask)}</button> }.into_any()
        });
        (state.get() != Saved::Idle && state.get() != Saved::SignedOut)
            .then(|| view! { <p class="mb-foot__next" role="status">{words}{ask}</p> }.into_any())
            .into_any()
    };
    view! { {live(line)} {question(journey, asking)} }.into_any()
}

fn question(journey: Journey, asking: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let failed = RwSignal::new(false);
    let decide = move |on_device: bool| {
        Callback::new(move |()| {
            spawn_local(async move {
                if journey.saver.decide(on_device).await {
                    let _ = asking.try_set(false);
                } else {
                    let _ = failed.try_set(true);
                }
            });
        })
    };
    let text = Signal::derive(move || locale.say_with(KeepWords::Text, &[("n", &here::DAYS.to_string())]));
    view! {
        <Sheet open=asking title=say(KeepWords::Title)>
            <p>{text}</p>
            <p class="mb-quiet">{say(KeepWords::Shared)}</p>
            {live(move || match failed.get() {
                true => view! { <Notice tone=Tone::Bad text=say(KeepWords::Failed) announce=true /> }.into_any(),
                false => ().into_any(),
            })}
            <Action label=say(KeepWords::Yes) on_press=decide(true) look=Look::Quiet hook="keep-here" />
            <Action label=say(KeepWords::No) on_press=decide(false) look=Look::Quiet hook="keep-not" />
        </Sheet>
    }
    .into_any()
}
