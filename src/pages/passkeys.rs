//! The devices that prove who is back: setting up this one, and removing any.

mod offer;
mod removal;
mod row;

pub use offer::offer;

use super::{say, trouble, waiting};
use crate::backend::ApiError;
use crate::model::passkey::Passkey;
use crate::platform::passkey::{self, PasskeyFault};
use crate::route::Route;
use crate::state::connection::{use_connection, Connection};
use crate::state::effect::memo;
use crate::state::load::{Load, Loading};
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::state::passkeys::{self, NotEnrolled};
use crate::state::setup::use_setup;
use crate::ui::{live, Action, Back, Card, Empty, IconName, LinkAction, Look, Notice, Page, Tone};
use crate::words::decision::Decision;
use crate::words::kiosk::KioskWords;
use crate::words::passkey::PasskeyWords as Words;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn PasskeysPage() -> impl IntoView {
    let (connection, locale, navigation) = (use_connection(), use_locale(), use_navigation());
    let list: Loading<Vec<Passkey>> = Loading::start(move || {
        let client = connection.client();
        async move { client.passkeys().await }
    });
    let enrolling = Enrolling::new();
    let (chosen, said) = (RwSignal::new(None::<Passkey>), RwSignal::new(String::new()));
    let can = RwSignal::new(None::<bool>);
    // A device that others use next is nobody's own.
    let is_shared = use_setup().is_shared();
    spawn_local(async move {
        let there = !is_shared && passkey::available().await;
        let _ = can.try_set(Some(there));
    });
    let enrol = Callback::new(move |()| {
        said.set(String::new());
        enrolling.start(Callback::new(move |()| {
            said.set(locale.say(Words::Enrolled).to_owned());
            list.refresh();
        }));
    });
    let gone = Callback::new(move |name: String| {
        said.set(locale.say_with(Words::Removed, &[("name", &name)]));
        list.refresh();
    });
    let ready = memo(move || list.ready().is_some());
    let footer = move || {
        live(move || {
            let home = move |look: Look| view! { <LinkAction label=say(Decision::ToHome) href=Signal::stored(Route::Home.path()) look /> }.into_any();
            match ready.get() && can.get() == Some(true) {
                true => view! { <Action label=say(Words::Enrol) on_press=enrol busy=enrolling.busy /> {home(Look::Quiet)} }.into_any(),
                false => home(Look::Primary),
            }
        })
    };
    let back = Back::with(Route::Applications.path(), Callback::new(move |()| navigation.back_or(Route::Applications)));
    let refused = memo(move || match list.any().get() {
        Load::Failed(ApiError::SignedOut) => Some((Words::SignInTitle, Some(Words::SignInText))),
        Load::Failed(error) if error.is_unsupported() => Some((Words::NoneHere, None)),
        _ => None,
    });
    view! {
        <Page name="passkeys" title=say(Words::Title) back footer=footer>
            <p class="mb-lead">{say(Words::Lead)}</p>
            <p class="mb-quiet">{say(Words::Private)}</p>
            <p class="mb-found" role="status">{said}</p>
            {enrolling.notice()}
            {live(move || match refused.get() {
                Some((title, text)) => view! { <Empty title=say(title) text=text.map(say).unwrap_or_default() icon=IconName::Shield /> }.into_any(),
                None => waiting::until_loaded(list, move |devices| rows(devices, chosen)),
            })}
            {live(move || match ready.get() && can.get() == Some(false) {
                true if is_shared => view! { <Notice title=say(KioskWords::NoDevice) text=say(KioskWords::NoDeviceText) /> }.into_any(),
                true => view! { <Notice title=say(Words::CannotMake) text=say(Words::CannotMakeText) /> }.into_any(),
                false => ().into_any(),
            })}
            {removal::draw(chosen, gone)}
        </Page>
    }
}

fn rows(devices: Vec<Passkey>, chosen: RwSignal<Option<Passkey>>) -> AnyView {
    if devices.is_empty() {
        return view! { <Empty title=say(Words::EmptyTitle) text=say(Words::EmptyText) icon=IconName::Lock /> }.into_any();
    }
    let rows: Vec<AnyView> = devices
        .into_iter()
        .map(|device| {
            let kept = device.clone();
            row::draw(device, Callback::new(move |()| chosen.set(Some(kept.clone()))))
        })
        .collect();
    view! { <Card title=say(Words::Devices)><ul class="mb-list" role="list">{rows}</ul></Card> }.into_any()
}

/// This device being set up.
#[derive(Clone, Copy)]
struct Enrolling {
    connection: Connection,
    busy: RwSignal<bool>,
    /// Why it is not.
    failed: RwSignal<Option<NotEnrolled>>,
}

impl Enrolling {
    fn new() -> Self {
        Self { connection: use_connection(), busy: RwSignal::new(false), failed: RwSignal::new(None) }
    }

    /// Call it from a press; `done` is called where the page is still there.
    fn start(self, done: Callback<()>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        spawn_local(async move {
            let outcome = passkeys::enrol(self.connection).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(()) => done.run(()),
                Err(why) => drop(self.failed.try_set(Some(why))),
            }
        });
    }

    /// What to do about a failure.
    fn notice(self) -> AnyView {
        let told = |tone: Tone, title: Words, text: Words| view! { <Notice tone announce=true title=say(title) text=say(text) /> }.into_any();
        live(move || match self.failed.get() {
            None => ().into_any(),
            Some(NotEnrolled::Here(PasskeyFault::NotDone)) => told(Tone::Wait, Words::NotMadeTitle, Words::NotMadeText),
            Some(NotEnrolled::Here(PasskeyFault::Exists)) => told(Tone::Info, Words::ExistsTitle, Words::ExistsText),
            Some(NotEnrolled::Here(PasskeyFault::Unsupported)) => told(Tone::Wait, Words::CannotMake, Words::CannotMakeText),
            Some(NotEnrolled::There(error)) => trouble::notice(error),
        })
    }
}
