//! The guardian's side of a consent to a child's face check: the code, who asks for what, and yes or no.

use super::{say, trouble, ways};
use crate::backend::ApiError;
use crate::model::device_link::DeviceCode;
use crate::model::guardian::{AskStatus, GuardianAsk};
use crate::model::session::Level;
use crate::platform::{address, document};
use crate::route::Route;
use crate::state::connection::{use_connection, Connection};
use crate::state::handoff::PendingAsk;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::state::session::use_session;
use crate::ui::{live, say_of_with, Action, Back, Card, CodeEntry, Done, Failed, IconName, LinkAction, Look, Notice, Page, Tone};
use crate::words::elsewhere::Elsewhere;
use crate::words::frame::Frame;
use crate::words::guardian::Guardian as Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// How far the guardian is.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// A code is to be typed.
    Typing,
    Asked(GuardianAsk),
}

/// The page's state: copies share everything.
#[derive(Clone, Copy)]
struct Guardian {
    connection: Connection,
    step: RwSignal<Step>,
    code: StoredValue<Option<DeviceCode>>,
    typed: RwSignal<String>,
    problem: RwSignal<Option<Words>>,
    error: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
    /// The box of the separate consent, and whether somebody tried to go on without it.
    face: RwSignal<bool>,
    tried: RwSignal<bool>,
}

#[component]
pub fn GuardianPage() -> impl IntoView {
    let guardian = Guardian {
        connection: use_connection(),
        step: RwSignal::new(Step::Typing),
        code: StoredValue::new(None),
        typed: RwSignal::default(),
        problem: RwSignal::new(None),
        error: RwSignal::new(None),
        busy: RwSignal::new(false),
        face: RwSignal::new(false),
        tried: RwSignal::new(false),
    };
    guardian.take();
    let listening = document::on_window("hashchange", move |_| guardian.take());
    StoredValue::new_local(listening);
    let (session, navigation) = (use_session(), use_navigation());
    let verified = Signal::derive(move || session.level() >= Level::Verified);
    let prove = Callback::new(move |service: String| {
        if let Some(code) = guardian.code.get_value() {
            PendingAsk { code: code.as_str().to_owned(), share: false }.keep();
            navigation.go(Route::Consent { service });
        }
    });
    let footer = move || {
        live(move || match guardian.step.get() {
            Step::Typing => view! { <Action label=say(Elsewhere::Look) on_press=Callback::new(move |()| guardian.look_up()) busy=guardian.busy /> }.into_any(),
            Step::Asked(asked) if asked.status != AskStatus::Waiting => {
                let (label, to) = if asked.status == AskStatus::Agreed { (say(Words::ToRecords), Route::Records) } else { (say(Frame::ToHome), Route::Home) };
                view! { <LinkAction label href=Signal::stored(to.path()) /> }.into_any()
            }
            Step::Asked(_) if verified.get() => view! {
                <Action label=say(Words::Agree) on_press=Callback::new(move |()| guardian.agree()) busy=guardian.busy />
                <Action label=say(Words::Refuse) on_press=Callback::new(move |()| guardian.refuse()) look=Look::Quiet hook="refuse" busy=guardian.busy />
            }
            .into_any(),
            Step::Asked(asked) => view! {
                <Action label=say(Words::Prove) on_press=Callback::new(move |()| prove.run(asked.service_id.clone())) />
                <p class="mb-foot__next">{say(Words::ProveText)}</p>
            }
            .into_any(),
        })
    };
    view! {
        <Page name="guardian" title=say(Words::Title) back=Back::to(Route::Home.path()) footer=footer>
            {move || guardian.error.get().map(trouble::notice)}
            {live(move || match guardian.step.get() {
                Step::Typing => {
                    let (on_change, on_submit) = (Callback::new(move |()| guardian.problem.set(None)), Callback::new(move |()| guardian.look_up()));
                    view! { <CodeEntry title=say(Words::TypeTitle) typed=guardian.typed problem=problem(guardian) on_change on_submit /> }.into_any()
                }
                Step::Asked(asked) => match asked.status {
                    AskStatus::Waiting => draw(guardian, asked, verified),
                    AskStatus::Agreed => view! { <Done title=say(Words::DoneTitle) text=say(Words::DoneText) /> }.into_any(),
                    AskStatus::Refused => view! { <Failed title=say(Words::NotDoneTitle) text=say(Words::NotDoneText) icon=IconName::Shield /> }.into_any(),
                    AskStatus::Expired => view! { <Failed title=say(Words::OverTitle) text=say(Words::OverText) icon=IconName::Info /> }.into_any(),
                },
            })}
        </Page>
    }
}

fn problem(guardian: Guardian) -> Signal<Option<String>> {
    let locale = use_locale();
    Signal::derive(move || guardian.problem.get().map(|words| locale.say(words).to_owned()))
}

impl Guardian {
    /// Takes the code out of the address, or the one that was open before the guardian proved who they are.
    fn take(self) {
        let fragment = address::fragment();
        if fragment.is_some() {
            address::replace(&Route::Guardian.path());
        }
        if let Some(code) = fragment.or_else(|| PendingAsk::take().map(|p| p.code)) {
            self.typed.set(code);
            self.step.set(Step::Typing);
            self.look_up();
        }
    }

    /// Asks who asks for what.
    fn look_up(self) {
        let code = DeviceCode::parse(&self.typed.get_untracked());
        self.problem.set(code.is_none().then_some(Words::TypeWrong));
        let Some(code) = code else { return };
        self.code.set_value(Some(code.clone()));
        self.call(move |client| async move { client.guardian_ask(&code).await });
    }

    fn agree(self) {
        self.tried.set(true);
        if let Some(code) = self.code.get_value().filter(|_| self.face.get_untracked()) {
            self.call(move |client| async move { client.agree_as_guardian(&code).await });
        }
    }

    fn refuse(self) {
        if let Some(code) = self.code.get_value() {
            self.call(move |client| async move { client.refuse_as_guardian(&code).await });
        }
    }

    fn call<F: Future<Output = Result<GuardianAsk, ApiError>>>(self, ask: impl FnOnce(crate::backend::Client) -> F + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        let client = self.connection.client();
        spawn_local(async move {
            let answer = ask(client).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(asked) => drop(self.step.try_set(Step::Asked(asked))),
                Err(ApiError::NotFound) => {
                    let _ = self.problem.try_set(Some(Words::TypeUnknown));
                    let _ = self.step.try_set(Step::Typing);
                }
                Err(error) => drop(self.error.try_set(Some(error))),
            }
        });
    }
}

/// Who asks for what; once the guardian is known, what they would agree to.
fn draw(guardian: Guardian, asked: GuardianAsk, verified: Signal<bool>) -> AnyView {
    let locale = use_locale();
    let title = say_of_with(Words::AskedTitle, vec![("child", Signal::stored(asked.child.clone()))]);
    let facts: Vec<AnyView> = [(say(Words::Child), asked.child), (say(Elsewhere::AskedFor), asked.service_name)]
        .into_iter()
        .map(|(label, value)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> }.into_any())
        .collect();
    let terms = StoredValue::new(asked.separate_consent);
    let missing = Signal::derive(move || (guardian.tried.get() && !guardian.face.get()).then(|| locale.say(Words::BoxNeeded).to_owned()));
    view! {
        <div class="mb-handoff" role="status"><h2 class="mb-handoff__title">{title}</h2></div>
        <Card><dl class="mb-facts">{facts}</dl></Card>
        <Notice tone=Tone::Wait title=say(Words::WarnTitle) text=say(Words::WarnText) />
        {move || verified.get().then(|| {
            let agreed = ways::separate(terms.get_value(), say(Words::Box), guardian.face, missing);
            view! { <Card>{agreed}</Card> }.into_any()
        })}
    }
    .into_any()
}
