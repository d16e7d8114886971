//! The camera, tried before the person leaves for a face check: what does not work there is better known here.

use super::{say, waiting};
use crate::backend::ApiError;
use crate::model::camera::{CameraFault, Light};
use crate::model::identity::{IdentitySession, IdentityStatus};
use crate::platform::camera::Camera;
use crate::platform::{address, clock, document, focus};
use crate::route::Route;
use crate::state::connection::use_connection;
use crate::state::effect::effect;
use crate::state::handoff::{PendingHandoff, PendingLink};
use crate::state::load::Loading;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::ui::{live, Action, Back, Card, Failed, IconName, LinkAction, Look, Page};
use crate::words::camera::CameraWords as Words;
use crate::words::elsewhere::Elsewhere;
use crate::words::handoff::Handoff as Shared;
use leptos::html::Video;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Between two looks at how bright it is, in milliseconds.
const LOOK_MS: u32 = 1_000;
/// A camera that shows nothing for as many looks gives no picture.
const PATIENCE: u32 = 8;

/// How far the trial is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    Untried,
    /// The browser asks, or there is no picture yet.
    Opening,
    Seen(Light),
    Not(CameraFault),
}

/// The page's state: copies share everything.
#[derive(Clone, Copy)]
struct Trial {
    sight: RwSignal<Sight>,
    video: NodeRef<Video>,
    camera: StoredValue<Option<Camera>, LocalStorage>,
}

#[component]
pub fn CameraPage() -> impl IntoView {
    let (connection, navigation) = (use_connection(), use_navigation());
    let About { id, another, stands_at } = About::kept();
    let is_phone = another.is_none();
    let back = Back::to(another.as_ref().unwrap_or(&stands_at).path());
    let another = StoredValue::new(another.map(|to| to.path()));
    let is_pending = id.is_some();
    let check: Loading<IdentitySession> = Loading::start(move || {
        let (client, id) = (connection.client(), id.clone());
        async move {
            match id {
                Some(id) => client.identity_session(&id).await,
                None => Err(ApiError::NotFound),
            }
        }
    });
    // What is not waiting to be begun is told where it can be acted on.
    let url = move || check.ready().filter(|check| matches!(check.status, IdentityStatus::Waiting | IdentityStatus::Opened)).and_then(|check| check.url);
    effect(move || {
        if !is_pending || (check.ready().is_some() && url().is_none()) {
            navigation.swap(stands_at.clone());
        }
    });
    let trial = Trial { sight: RwSignal::new(Sight::Untried), video: NodeRef::new(), camera: StoredValue::new_local(None) };
    // Nobody is watched from behind another app: it goes off, and is tried again.
    let hidden = document::on_document("visibilitychange", move |_| {
        if document::is_hidden() {
            trial.stop(Sight::Untried);
        }
    });
    StoredValue::new_local(hidden);
    on_cleanup(move || drop(trial.camera.try_set_value(None)));
    let leave = Callback::new(move |()| {
        if let Some(url) = untrack(url) {
            let _ = trial.camera.try_set_value(None);
            address::leave_for(&url);
        }
    });
    let footer = move || {
        live(move || match check.ready() {
            None => ().into_any(),
            Some(_) => foot(trial, leave, another),
        })
    };
    let drawn = move || waiting::until_loaded(check, move |_| draw(trial, leave));
    match is_phone {
        // The steps are those of the computer.
        true => view! { <Page name="camera" title=say(Words::Title) back footer=footer>{drawn()}</Page> }.into_any(),
        false => view! { <Page name="camera" title=say(Words::Title) back steps=super::steps(1) footer=footer>{drawn()}</Page> }.into_any(),
    }
}

/// The check that the person is about to leave for.
struct About {
    /// The identity session's id; `None` where no check is under way.
    id: Option<String>,
    /// Where another way can be chosen: for a computer's check, on the computer alone.
    another: Option<Route>,
    /// The page that tells how it stands.
    stands_at: Route,
}

impl About {
    fn kept() -> Self {
        match (PendingLink::kept(), PendingHandoff::kept()) {
            (Some(link), _) => Self { id: Some(link.session), another: None, stands_at: Route::Continue },
            (None, Some(pending)) => Self { another: Some(pending.before()), id: Some(pending.session), stands_at: Route::Handoff },
            (None, None) => Self { id: None, another: Some(Route::Home), stands_at: Route::Handoff },
        }
    }
}

impl Trial {
    fn start(self) {
        self.sight.set(Sight::Opening);
        spawn_local(async move {
            match Camera::open().await {
                Ok(camera) => {
                    // Left, or hidden, meanwhile: it goes off again.
                    if self.sight.try_get_untracked() != Some(Sight::Opening) {
                        return;
                    }
                    if let Some(video) = self.video.try_get_untracked().flatten() {
                        camera.show(&video);
                    }
                    let _ = self.camera.try_set_value(Some(camera));
                    self.watch().await;
                }
                Err(fault) => self.stop(Sight::Not(fault)),
            }
        });
    }

    /// Tells how bright it is for as long as it is on.
    async fn watch(self) {
        let mut dark_for = 0;
        loop {
            let Some(Some(video)) = self.video.try_get_untracked() else { return };
            let Some(Some(seen)) = self.camera.try_with_value(|camera| camera.as_ref().map(|camera| camera.light(&video))) else { return };
            match seen {
                Some(light) => self.tell(Sight::Seen(light)),
                None if self.sight.try_get_untracked() == Some(Sight::Opening) => {
                    dark_for += 1;
                    if dark_for > PATIENCE {
                        return self.stop(Sight::Not(CameraFault::Busy));
                    }
                }
                None => {}
            }
            clock::sleep(LOOK_MS).await;
        }
    }

    /// What stands already is not told anew: it would be read out again.
    fn tell(self, sight: Sight) {
        if self.sight.try_get_untracked().is_some_and(|told| told != sight) {
            let _ = self.sight.try_set(sight);
        }
    }

    /// Turns it off.
    fn stop(self, because: Sight) {
        let _ = self.camera.try_set_value(None);
        let _ = self.sight.try_set(because);
    }
}

fn draw(trial: Trial, leave: Callback<()>) -> AnyView {
    let locale = use_locale();
    let is_on = Memo::new(move |_| matches!(trial.sight.get(), Sight::Opening | Sight::Seen(_)));
    let fault = Memo::new(move |_| match trial.sight.get() {
        Sight::Not(fault) => Some(fault),
        _ => None,
    });
    let told = move || match trial.sight.get() {
        Sight::Opening => Some(Words::Opening),
        Sight::Seen(Light::Fine) => Some(Words::Fine),
        Sight::Seen(Light::Dark) => Some(Words::Dark),
        Sight::Seen(Light::Glaring) => Some(Words::Glaring),
        Sight::Untried | Sight::Not(_) => None,
    };
    let hook = move || match trial.sight.get() {
        Sight::Untried => "untried",
        Sight::Opening => "opening",
        Sight::Seen(Light::Fine) => "fine",
        Sight::Seen(_) => "poor",
        Sight::Not(_) => "failed",
    };
    view! {
        <p class="mb-lead">{say(Words::Lead)}</p>
        <div class="mb-camera" data-camera=hook>
            // There from the start: what is put into it is read out.
            <p class="mb-camera__told" role="status">{move || told().map(|words| locale.say(words))}</p>
            <video class="mb-camera__picture" hidden=move || !is_on.get() node_ref=trial.video autoplay playsinline muted
                aria-label=move || locale.say(Words::Picture)></video>
        </div>
        {live(move || match fault.get() {
            Some(fault) => failed(fault, leave),
            None => tips(),
        })}
    }
    .into_any()
}

fn tips() -> AnyView {
    view! {
        <p class="mb-quiet">{say(Words::Private)}</p>
        <Card title=say(Words::TipsTitle)>
            <ul class="mb-lines">
                <li>{say(Words::TipLight)}</li>
                <li>{say(Words::TipMask)}</li>
                <li>{say(Words::TipStay)}</li>
            </ul>
        </Card>
    }
    .into_any()
}

fn failed(fault: CameraFault, leave: Callback<()>) -> AnyView {
    let (title, text) = match fault {
        CameraFault::Refused => (Words::RefusedTitle, Words::RefusedText),
        CameraFault::Missing => (Words::MissingTitle, Words::MissingText),
        CameraFault::Busy => (Words::BusyTitle, Words::BusyText),
        CameraFault::Unsupported => (Words::UnsupportedTitle, Words::UnsupportedText),
    };
    view! {
        <Failed title=say(title) text=say(text) icon=IconName::Warning>
            <Action label=say(Words::Anyway) on_press=leave look=Look::Quiet hook="go-on" />
        </Failed>
    }
    .into_any()
}

fn foot(trial: Trial, leave: Callback<()>, another: StoredValue<Option<String>>) -> AnyView {
    let locale = use_locale();
    let sight = trial.sight;
    let is_seen = move || matches!(sight.get(), Sight::Seen(_));
    let is_hopeless = Memo::new(move |_| matches!(sight.get(), Sight::Not(CameraFault::Missing | CameraFault::Unsupported)));
    let is_failed = Memo::new(move |_| matches!(sight.get(), Sight::Not(_)));
    // One button for both, so that the focus stays on it.
    let label = Signal::derive(move || locale.say(if is_seen() { Words::Go } else { Words::Try }).to_owned());
    let press = Callback::new(move |()| match sight.get_untracked() {
        Sight::Seen(_) => leave.run(()),
        Sight::Opening => {}
        Sight::Untried | Sight::Not(_) => trial.start(),
    });
    let busy = Signal::derive(move || sight.get() == Sight::Opening);
    let link = move |look| match another.get_value() {
        Some(href) => view! { <LinkAction label=say(Shared::AnotherWay) href=Signal::stored(href) look hook="another-way" /> }.into_any(),
        None => view! { <p class="mb-foot__next">{say(Elsewhere::StartOver)}</p> }.into_any(),
    };
    view! {
        {live(move || match is_hopeless.get() {
            true => {
                // The button that had the focus is gone.
                request_animation_frame(|| focus::quietly("main"));
                link(Look::Primary)
            }
            false => view! { <Action label on_press=press busy /> }.into_any(),
        })}
        {live(move || match (is_failed.get(), is_hopeless.get()) {
            (true, false) => link(Look::Quiet),
            _ => ().into_any(),
        })}
        {live(move || match sight.get() {
            Sight::Untried => view! {
                <p class="mb-foot__next">{say(Words::TryNext)}</p>
                <Action label=say(Words::Skip) on_press=leave look=Look::Quiet hook="go-on" />
            }
            .into_any(),
            Sight::Opening => view! { <p class="mb-foot__next">{say(Words::TryNext)}</p> }.into_any(),
            Sight::Seen(_) | Sight::Not(_) => ().into_any(),
        })}
    }
    .into_any()
}
