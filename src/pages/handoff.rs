//! Back from the identity provider. What the address says is a hint; the backend says what happened.

use super::{say, trouble};
use crate::backend::ApiError;
use crate::model::identity::{FailReason, IdentityReturn, IdentitySession, IdentityStatus};
use crate::platform::address;
use crate::route::Route;
use crate::state::connection::use_connection;
use crate::state::handoff::PendingHandoff;
use crate::state::navigation::use_navigation;
use crate::state::session::use_session;
use crate::ui::{live, Action, Back, Failed, IconName, LinkAction, Look, Page, Skeleton};
use crate::words::frame::Frame;
use crate::words::handoff::Handoff;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
enum View {
    Checking,
    Done,
    /// The provider has not finished, or the person came back by themselves.
    Waiting {
        url: Option<String>,
    },
    Cancelled,
    Expired,
    Failed(FailReason),
    Forged,
    Replayed,
    Nothing,
    Trouble(ApiError),
}

#[component]
pub fn HandoffPage() -> impl IntoView {
    let (connection, session, navigation) = (use_connection(), use_session(), use_navigation());
    let state = RwSignal::new(View::Checking);
    let pending = PendingHandoff::kept();
    let service = StoredValue::new(pending.as_ref().map(|p| p.service.clone()));
    let returned = StoredValue::new(Returned::take());
    let look = move || {
        state.set(View::Checking);
        spawn_local(async move {
            let Some(pending) = PendingHandoff::kept() else {
                let forged = returned.try_get_value().flatten().is_some();
                let _ = state.try_set(if forged { View::Forged } else { View::Nothing });
                return;
            };
            let client = connection.client();
            let shown = match returned.try_get_value().flatten() {
                Some(hint) if hint.session != pending.session || hint.state != pending.state => View::Forged,
                Some(hint) => {
                    let told = IdentityReturn { state: hint.state, code: hint.code };
                    judge(client.confirm_identity(&pending.session, &told).await)
                }
                None => judge(client.identity_session(&pending.session).await),
            };
            if shown == View::Done && session.refresh().await.is_ok() {
                PendingHandoff::forget();
                navigation.swap(Route::form(pending.service));
                return;
            }
            if matches!(shown, View::Cancelled | View::Expired | View::Failed(_) | View::Forged | View::Replayed) {
                PendingHandoff::forget();
            }
            let _ = state.try_set(shown);
        });
    };
    look();
    let again = Callback::new(move |()| look());
    let start_over = move || service.get_value().map_or(Route::Home, |service| Route::Consent { service });
    let back = Back::to(start_over().path());
    let steps = super::steps(1);
    let footer = move || foot(state, again, start_over(), service.get_value());
    view! {
        <Page name="handoff" title=say(Handoff::Title) back steps footer=footer>
            {move || body(state.get(), again)}
        </Page>
    }
}

/// What stands in the address when the person comes back.
#[derive(Debug, Clone, PartialEq)]
struct Returned {
    session: String,
    state: String,
    code: String,
}

impl Returned {
    /// Reads it and clears it from the address and the history at once, so that nobody finds it there.
    fn take() -> Option<Self> {
        let found = address::query("session").zip(address::query("state")).map(|(session, state)| Self {
            session,
            state,
            code: address::query("code").unwrap_or_default(),
        });
        if found.is_some() {
            address::replace(&Route::Handoff.path());
        }
        found
    }
}

fn judge(answer: Result<IdentitySession, ApiError>) -> View {
    match answer {
        Ok(session) => match session.status {
            IdentityStatus::Done => View::Done,
            IdentityStatus::Waiting | IdentityStatus::Opened => View::Waiting { url: session.url },
            IdentityStatus::Cancelled => View::Cancelled,
            IdentityStatus::Expired => View::Expired,
            IdentityStatus::Failed => View::Failed(session.reason.unwrap_or(FailReason::Other)),
        },
        Err(error) => match error.case() {
            "identity-forged" => View::Forged,
            "identity-replayed" => View::Replayed,
            "identity-expired" => View::Expired,
            _ if error == ApiError::NotFound => View::Forged,
            _ => View::Trouble(error),
        },
    }
}

fn reason_words(reason: FailReason) -> Handoff {
    match reason {
        FailReason::Interrupted => Handoff::Interrupted,
        FailReason::NoCamera => Handoff::NoCamera,
        FailReason::NoRecording => Handoff::NoRecording,
        FailReason::NotLive => Handoff::NotLive,
        FailReason::Mismatch => Handoff::Mismatch,
        FailReason::NotSamePerson => Handoff::NotSamePerson,
        FailReason::TooManyTries => Handoff::TooManyTries,
        FailReason::SourceDown => Handoff::SourceDown,
        FailReason::NoPhoto => Handoff::NoPhoto,
        FailReason::GuardianNeeded => Handoff::GuardianNeeded,
        FailReason::Other => Handoff::OtherReason,
    }
}

fn body(view: View, again: Callback<()>) -> AnyView {
    let told = |title: Handoff, text: Handoff, icon: IconName| view! { <Failed title=say(title) text=say(text) icon /> }.into_any();
    match view {
        View::Checking | View::Done => view! {
            <div role="status" class="mb-handoff">
                <h2 class="mb-handoff__title">{say(Handoff::Checking)}</h2>
                <p>{say(Handoff::CheckingText)}</p>
                <Skeleton />
            </div>
        }
        .into_any(),
        View::Waiting { .. } => told(Handoff::WaitingTitle, Handoff::WaitingText, IconName::Clock),
        View::Cancelled => told(Handoff::CancelledTitle, Handoff::CancelledText, IconName::Info),
        View::Expired => told(Handoff::ExpiredTitle, Handoff::ExpiredText, IconName::Clock),
        View::Failed(reason) => told(Handoff::FailedTitle, reason_words(reason), IconName::Warning),
        View::Forged => told(Handoff::RefusedTitle, Handoff::ForgedText, IconName::Shield),
        View::Replayed => told(Handoff::RefusedTitle, Handoff::ReplayedText, IconName::Shield),
        View::Nothing => told(Handoff::NothingTitle, Handoff::NothingText, IconName::Info),
        View::Trouble(error) => trouble::draw(error, again),
    }
}

fn foot(state: RwSignal<View>, again: Callback<()>, start_over: Route, service: Option<String>) -> AnyView {
    let start_over = StoredValue::new(start_over.path());
    let known = service.is_some();
    live(move || match state.get() {
        View::Checking | View::Done => ().into_any(),
        View::Waiting { url } => view! {
            <Action label=say(Handoff::GoOn) on_press=Callback::new(move |()| {
                if let Some(url) = &url {
                    address::leave_for(url);
                }
            }) />
            <Action label=say(Handoff::CheckAgain) on_press=again look=Look::Quiet hook="check-again" />
            <LinkAction label=say(Handoff::AnotherWay) href=Signal::stored(start_over.get_value()) look=Look::Quiet hook="another-way" />
        }
        .into_any(),
        _ if !known => view! { <LinkAction label=say(Frame::ToHome) href=Signal::stored(Route::Home.path()) /> }.into_any(),
        _ => view! { <LinkAction label=say(Handoff::TryAgain) href=Signal::stored(start_over.get_value()) /> }.into_any(),
    })
}
