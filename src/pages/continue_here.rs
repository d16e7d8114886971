//! The phone's side of a check that a computer asks for: who asks for what, the way to the provider and back, and nothing that signs the
//! person in here.

mod asked;

use super::handoff::{event_of, told, Returned};
use super::{say, trouble};
use crate::backend::ApiError;
use crate::model::device_link::{DeviceCode, DeviceLink, DeviceReturn};
use crate::model::handoff::{Event, Handoff};
use crate::model::identity::IdentityStatus;
use crate::platform::{address, document};
use crate::route::Route;
use crate::state::connection::{use_connection, Connection};
use crate::state::handoff::PendingLink;
use crate::state::navigation::{use_navigation, Navigation};
use crate::ui::{live, Action, Back, Failed, IconName, LinkAction, Look, Page};
use crate::words::elsewhere::Elsewhere as Words;
use crate::words::frame::Frame;
use crate::words::handoff::Handoff as Shared;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far the person is.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// A code is to be typed.
    Typing,
    Asked(DeviceLink),
    /// They did not start it.
    Refused,
    /// Somebody has used the code, or stopped it.
    Over,
    /// The check itself.
    Check(Handoff),
}

/// The page's state: copies share everything.
#[derive(Clone, Copy)]
struct Phone {
    connection: Connection,
    navigation: Navigation,
    step: RwSignal<Step>,
    code: StoredValue<Option<DeviceCode>>,
    typed: RwSignal<String>,
    /// What to do about what was typed.
    problem: RwSignal<Option<Words>>,
    error: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
    /// State and key of the one opening, which a lost answer repeats.
    opening: StoredValue<Option<(String, String)>>,
    /// What came back from the provider.
    hint: StoredValue<Option<String>>,
}

#[component]
pub fn ContinuePage() -> impl IntoView {
    let phone = Phone::new();
    let listening = document::on_window("hashchange", move |_| phone.take_fragment());
    StoredValue::new_local(listening);
    let footer = move || live(move || foot(phone));
    view! {
        <Page name="continue" title=say(Words::Title) back=Back::to(Route::Home.path()) footer=footer>
            {live(move || match phone.step.get() {
                Step::Typing => asked::typing(phone),
                Step::Asked(link) => asked::draw(phone, link),
                Step::Refused => view! { <Failed title=say(Words::RefusedTitle) text=say(Words::RefusedText) icon=IconName::Shield /> }.into_any(),
                Step::Over => view! { <Failed title=say(Words::OverTitle) text=say(Words::OverText) icon=IconName::Info /> }.into_any(),
                Step::Check(Handoff::Passed) => asked::done(),
                Step::Check(stage) => match phone.error.get() {
                    Some(error) if stage == Handoff::Trouble => trouble::draw(error, Callback::new(move |()| phone.look())),
                    _ => {
                        let over = stage.is_over().then(|| view! { <p class="mb-quiet">{say(Words::StartOver)}</p> }.into_any());
                        view! { {told::draw(&stage)} {over} }.into_any()
                    }
                },
            })}
        </Page>
    }
}

impl Phone {
    fn new() -> Self {
        let returned = Returned::take(&Route::Continue);
        let pending = PendingLink::kept();
        let belongs = returned.as_ref().map(|hint| pending.as_ref().is_some_and(|p| hint.belongs(&p.session, &p.state)));
        let step = match (&pending, belongs) {
            (None, None) => Step::Typing,
            (pending, returned) => Step::Check(Handoff::Nothing.after(Event::Arrived { pending: pending.is_some(), returned })),
        };
        let phone = Self {
            connection: use_connection(),
            navigation: use_navigation(),
            step: RwSignal::new(step),
            code: StoredValue::new(None),
            typed: RwSignal::default(),
            problem: RwSignal::new(None),
            error: RwSignal::new(None),
            busy: RwSignal::new(false),
            opening: StoredValue::new(None),
            hint: StoredValue::new(returned.map(|hint| hint.code.unwrap_or_default())),
        };
        match phone.step.get_untracked() {
            Step::Check(Handoff::Checking) if address::fragment().is_none() => phone.look(),
            // A code in the address is a new beginning.
            _ => {
                PendingLink::forget();
                phone.take_fragment();
            }
        }
        phone
    }

    /// Whether the provider will want to see the person: the camera is tried first.
    fn by_face(self) -> bool {
        self.step.try_with_untracked(|step| matches!(step, Step::Asked(DeviceLink { face: Some(true), .. }))) == Some(true)
    }

    /// Takes the code out of the address, and clears it from there and the history at once.
    fn take_fragment(self) {
        let Some(fragment) = address::fragment() else { return };
        address::replace(&Route::Continue.path());
        self.typed.set(fragment);
        self.step.set(Step::Typing);
        self.look_up();
    }

    /// Asks who asks for what.
    fn look_up(self) {
        let code = DeviceCode::parse(&self.typed.get_untracked());
        self.problem.set(code.is_none().then_some(Words::TypeWrong));
        self.error.set(None);
        let Some(code) = code.filter(|_| !self.busy.get_untracked()) else { return };
        self.code.set_value(Some(code.clone()));
        self.opening.set_value(None);
        self.busy.set(true);
        spawn_local(async move {
            let answer = self.connection.client().device_link(&code).await;
            self.hear_link(answer, |link| if link.status == IdentityStatus::Waiting { Step::Asked(link) } else { Step::Over });
        });
    }

    fn hear_link(self, answer: Result<DeviceLink, ApiError>, then: impl FnOnce(DeviceLink) -> Step) {
        let _ = self.busy.try_set(false);
        match answer {
            Ok(link) => {
                let _ = self.step.try_set(then(link));
            }
            Err(error) => self.fail(error),
        }
    }

    /// A code that is not, or no longer, good leads back to where it is typed; anything else is told where the person is.
    fn fail(self, error: ApiError) {
        let _ = self.busy.try_set(false);
        if error == ApiError::NotFound {
            let _ = self.problem.try_set(Some(Words::TypeUnknown));
            let _ = self.step.try_set(Step::Typing);
        } else if error.case() == "link-over" {
            let _ = self.step.try_set(Step::Over);
        } else {
            let _ = self.error.try_set(Some(error));
        }
    }

    /// Tells the backend what came back, or asks how the check stands.
    fn look(self) {
        let Some(pending) = PendingLink::kept() else { return };
        let hint = self.hint.get_value();
        self.error.set(None);
        self.step.set(Step::Check(Handoff::Checking));
        spawn_local(async move {
            let client = self.connection.client();
            let answer = match hint {
                Some(code) => client.finish_device_link(&pending.link, &DeviceReturn { state: pending.state, code }).await,
                None => client.identity_session(&pending.session).await,
            };
            let event = event_of(&answer);
            let _ = self.error.try_set(answer.err());
            let next = Handoff::Checking.after(event);
            if next.is_over() {
                PendingLink::forget();
            }
            let _ = self.step.try_set(Step::Check(next));
        });
    }
}

fn foot(phone: Phone) -> AnyView {
    match phone.step.get() {
        Step::Typing => view! { <Action label=say(Words::Look) on_press=Callback::new(move |()| phone.look_up()) busy=phone.busy /> }.into_any(),
        Step::Asked(_) => asked::actions(phone),
        Step::Check(Handoff::Checking) => ().into_any(),
        Step::Check(Handoff::Waiting { url, .. }) => view! {
            <Action label=say(Shared::GoOn) on_press=Callback::new(move |()| {
                if let Some(url) = &url {
                    address::leave_for(url);
                }
            }) />
            <Action label=say(Shared::CheckAgain) on_press=Callback::new(move |()| phone.look()) look=Look::Quiet hook="check-again" />
        }
        .into_any(),
        _ => view! { <LinkAction label=say(Frame::ToHome) href=Signal::stored(Route::Home.path()) /> }.into_any(),
    }
}
