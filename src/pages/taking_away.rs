//! Asks before something is taken away that cannot be brought back: a draft, a consent, a device.

use super::say;
use crate::backend::ApiError;
use crate::state::effect::effect;
use crate::state::locale::use_locale;
use crate::ui::{live, Action, Look, Notice, Sheet, Tone};
use crate::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// What the sheet says. `text` names the thing (`{name}`).
#[derive(Clone, Copy)]
pub struct Question<W> {
    pub title: W,
    pub text: W,
    pub yes: W,
    pub no: W,
    /// It did not work, and nothing has changed.
    pub failed: W,
    /// `data-action` of both buttons.
    pub hooks: (&'static str, &'static str),
}

/// A sheet that is open while something is chosen. `take` takes it away; `gone` hears its name once it has.
pub fn draw<T, W, F>(
    chosen: RwSignal<Option<T>>,
    question: Question<W>,
    name: impl Fn(&T) -> String + Send + Sync + 'static,
    take: impl Fn(T) -> F + Send + Sync + 'static,
    gone: Callback<String>,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
    W: Words + Copy + Send + Sync + 'static,
    F: Future<Output = Result<(), ApiError>> + 'static,
{
    let (asking, name) = (RwSignal::new(false), Signal::derive(move || chosen.with(|chosen| chosen.as_ref().map(&name)).unwrap_or_default()));
    effect(move || {
        if chosen.with(Option::is_some) {
            asking.set(true);
        }
    });
    effect(move || {
        // Closed by Esc or beside it: the same one can be chosen again.
        if !asking.get() {
            chosen.set(None);
        }
    });
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(false));
    effect(move || {
        if asking.get() {
            failed.set(false);
        }
    });
    let confirm = Callback::new(move |()| {
        let Some(what) = chosen.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        let name = name.get_untracked();
        busy.set(true);
        failed.set(false);
        let taking = take(what);
        spawn_local(async move {
            let answer = taking.await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    if asking.try_set(false).is_none() {
                        gone.run(name);
                    }
                }
                Err(_) => drop(failed.try_set(true)),
            }
        });
    });
    sheet(question, asking, name, Doing { busy, failed, confirm })
}

/// The taking, as the sheet tells it.
struct Doing {
    busy: RwSignal<bool>,
    failed: RwSignal<bool>,
    confirm: Callback<()>,
}

fn sheet<W: Words + Copy + Send + Sync + 'static>(question: Question<W>, asking: RwSignal<bool>, name: Signal<String>, doing: Doing) -> AnyView {
    let locale = use_locale();
    let Doing { busy, failed, confirm } = doing;
    let text = Signal::derive(move || locale.say_with(question.text, &[("name", &name.get())]));
    view! {
        <Sheet open=asking title=say(question.title)>
            <p>{text}</p>
            {live(move || match failed.get() {
                true => view! { <Notice tone=Tone::Bad text=say(question.failed) announce=true /> }.into_any(),
                false => ().into_any(),
            })}
            <Action label=say(question.yes) on_press=confirm busy look=Look::Danger hook=question.hooks.0 />
            <Action label=say(question.no) on_press=Callback::new(move |()| asking.set(false)) look=Look::Quiet hook=question.hooks.1 />
        </Sheet>
    }
    .into_any()
}
