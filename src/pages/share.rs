//! Somebody's share of a matter that another one has submitted: the code, who asks, what is theirs of it, and yes or no.

use super::{say, trouble};
use crate::backend::{ApiError, Client};
use crate::model::bundle::service_id;
use crate::model::device_link::DeviceCode;
use crate::model::matter::{PartyStatus, Share};
use crate::model::session::Level;
use crate::platform::{address, document};
use crate::route::Route;
use crate::state::connection::{use_connection, Connection};
use crate::state::handoff::PendingAsk;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::state::session::use_session;
use crate::ui::{live, say_of_with, Action, Back, Card, CodeEntry, Done, Failed, IconName, LinkAction, Look, Notice, Page, Tone};
use crate::words::board::ShareWords as Words;
use crate::words::elsewhere::Elsewhere;
use crate::words::frame::Frame;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// How far the person is.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// A code is to be typed.
    Typing,
    Asked(Share),
    /// The share is somebody else's.
    NotTheirs,
}

/// The page's state: copies share everything.
#[derive(Clone, Copy)]
struct Sharing {
    connection: Connection,
    step: RwSignal<Step>,
    code: StoredValue<Option<DeviceCode>>,
    typed: RwSignal<String>,
    problem: RwSignal<Option<Words>>,
    error: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
}

#[component]
pub fn SharePage() -> impl IntoView {
    let sharing = Sharing {
        connection: use_connection(),
        step: RwSignal::new(Step::Typing),
        code: StoredValue::new(None),
        typed: RwSignal::default(),
        problem: RwSignal::new(None),
        error: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    sharing.take();
    let listening = document::on_window("hashchange", move |_| sharing.take());
    StoredValue::new_local(listening);
    let (locale, session, navigation) = (use_locale(), use_session(), use_navigation());
    let verified = Signal::derive(move || session.level() >= Level::Verified);
    let prove = Callback::new(move |bundle: String| {
        if let Some(code) = sharing.code.get_value() {
            PendingAsk { code: code.as_str().to_owned(), share: true }.keep();
            navigation.go(Route::Consent { service: service_id(&bundle) });
        }
    });
    let footer = move || {
        live(move || match sharing.step.get() {
            Step::Typing => view! { <Action label=say(Elsewhere::Look) on_press=Callback::new(move |()| sharing.look_up()) busy=sharing.busy /> }.into_any(),
            Step::Asked(share) if share.status == PartyStatus::Waiting && verified.get() => view! {
                <Action label=say(Words::Agree) on_press=Callback::new(move |()| sharing.agree()) busy=sharing.busy />
                <Action label=say(Words::Refuse) on_press=Callback::new(move |()| sharing.refuse()) look=Look::Quiet hook="refuse" busy=sharing.busy />
            }
            .into_any(),
            Step::Asked(share) if share.status == PartyStatus::Waiting => view! {
                <Action label=say(Words::Prove) on_press=Callback::new(move |()| prove.run(share.bundle.id.clone())) />
                <p class="mb-foot__next">{say(Words::ProveText)}</p>
            }
            .into_any(),
            _ => view! { <LinkAction label=say(Frame::ToHome) href=Signal::stored(Route::Home.path()) /> }.into_any(),
        })
    };
    let problem = Signal::derive(move || sharing.problem.get().map(|words| locale.say(words).to_owned()));
    view! {
        <Page name="share" title=say(Words::Title) back=Back::to(Route::Home.path()) footer=footer>
            {move || sharing.error.get().map(trouble::notice)}
            {live(move || match sharing.step.get() {
                Step::Typing => {
                    let (on_change, on_submit) = (Callback::new(move |()| sharing.problem.set(None)), Callback::new(move |()| sharing.look_up()));
                    view! { <CodeEntry title=say(Words::TypeTitle) typed=sharing.typed problem on_change on_submit /> }.into_any()
                }
                Step::NotTheirs => view! { <Failed title=say(Words::NotYours) text=say(Words::NotYoursText) icon=IconName::Shield /> }.into_any(),
                Step::Asked(share) => match share.status {
                    PartyStatus::Waiting => draw(share),
                    PartyStatus::Confirmed => view! { <Done title=say(Words::Confirmed) text=say(Words::ConfirmedText) /> }.into_any(),
                    PartyStatus::Refused => view! { <Failed title=say(Words::Refused) text=say(Words::RefusedText) icon=IconName::Info /> }.into_any(),
                },
            })}
        </Page>
    }
}

impl Sharing {
    /// Takes the code out of the address, or the one that was open before the person proved who they are.
    fn take(self) {
        let fragment = address::fragment();
        if fragment.is_some() {
            address::replace(&Route::Share.path());
        }
        if let Some(code) = fragment.or_else(|| PendingAsk::take().filter(|p| p.share).map(|p| p.code)) {
            self.typed.set(code);
            self.step.set(Step::Typing);
            self.look_up();
        }
    }

    fn look_up(self) {
        let code = DeviceCode::parse(&self.typed.get_untracked());
        self.problem.set(code.is_none().then_some(Words::TypeWrong));
        let Some(code) = code else { return };
        self.code.set_value(Some(code.clone()));
        self.call(move |client| async move { client.share(code.as_str()).await });
    }

    fn agree(self) {
        if let Some(code) = self.code.get_value() {
            self.call(move |client| async move { client.confirm_share(code.as_str()).await });
        }
    }

    fn refuse(self) {
        if let Some(code) = self.code.get_value() {
            self.call(move |client| async move { client.refuse_share(code.as_str()).await });
        }
    }

    fn call<F: Future<Output = Result<Share, ApiError>>>(self, ask: impl FnOnce(Client) -> F + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        let client = self.connection.client();
        spawn_local(async move {
            let answer = ask(client).await;
            let _ = self.busy.try_set(false);
            let step = match answer {
                Ok(share) => Step::Asked(share),
                Err(ApiError::NotFound) => {
                    let _ = self.problem.try_set(Some(Words::TypeUnknown));
                    Step::Typing
                }
                Err(error) if error.case() == "not-party" => Step::NotTheirs,
                Err(error) => return drop(self.error.try_set(Some(error))),
            };
            let _ = self.step.try_set(step);
        });
    }
}

/// Who asks; once it is known that it is theirs, what they would confirm.
fn draw(share: Share) -> AnyView {
    let title = say_of_with(Words::Asked, vec![("name", Signal::stored(share.asks))]);
    let facts: Vec<AnyView> = share.lines.into_iter().map(|line| view! { <div><dt>{line.label}</dt><dd>{line.value}</dd></div> }.into_any()).collect();
    view! {
        <div class="mb-handoff" role="status"><h2 class="mb-handoff__title">{title}</h2></div>
        <Card>
            <p>{share.bundle.name}</p>
            <p class="mb-quiet">{share.what}</p>
            {(!facts.is_empty()).then(|| view! { <dl class="mb-facts">{facts}</dl> }.into_any())}
        </Card>
        <Notice tone=Tone::Wait title=say(Words::WarnTitle) text=say(Words::WarnText) />
    }
    .into_any()
}
