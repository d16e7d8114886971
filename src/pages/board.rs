//! The progress board of a submitted bundle (联办件): who is at work, who waits for whom, what came of it, and the one package of results.

mod graph;
mod package;
mod part;
mod people;

use super::{say, trouble, waiting};
use crate::backend::{ApiError, Client};
use crate::bundle::{done, later};
use crate::model::application::{RatingState, Status};
use crate::model::date::Moment;
use crate::model::matter::{Matter, MatterStatus};
use crate::platform::clock;
use crate::route::Route;
use crate::state::connection::{use_connection, Connection};
use crate::state::effect::{effect, memo, on_language};
use crate::state::load::Loading;
use crate::state::locale::{use_locale, Locale};
use crate::state::navigation::use_navigation;
use crate::state::watching::watch;
use crate::ui::{live, Action, Back, Card, DecisionHead, LinkAction, Look, Notice, Page, Tone};
use crate::words::board::Board as Words;
use crate::words::decision::Decision;
use crate::words::format;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// The page's state: copies share everything.
#[derive(Clone, Copy)]
pub struct Board {
    connection: Connection,
    id: StoredValue<String>,
    /// The latest that is known of the matter.
    shown: RwSignal<Option<Matter>>,
    /// The last look failed: what is shown is from before.
    lost: RwSignal<bool>,
    /// Looked at for long enough: the person says when to look again.
    tired: RwSignal<bool>,
    again: RwSignal<u32>,
    /// What the person asked for is under way.
    pub busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

impl Board {
    fn take(&self, came: Matter) {
        let _ = self.shown.try_update(|shown| *shown = Some(later(shown.take(), came)));
    }

    /// Looks once; whether there is something left to wait for. A look that gets lost ends nothing.
    async fn look(self) -> bool {
        let Some(id) = self.id.try_get_value() else { return false };
        match self.connection.client().matter(&id).await {
            Ok(matter) => {
                self.take(matter);
                let _ = self.lost.try_set(false);
            }
            Err(ApiError::SignedOut | ApiError::NotFound) => return false,
            Err(_) => {
                let _ = self.lost.try_set(true);
            }
        }
        self.shown.try_with_untracked(|m| m.as_ref().is_none_or(|m| !m.status.is_settled())).unwrap_or(false)
    }

    /// Has the backend do something with the matter, once at a time, and shows what it became.
    pub fn ask<F: Future<Output = Result<Matter, ApiError>> + 'static>(self, ask: impl FnOnce(Client, String) -> F + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        spawn_local(async move {
            let answer = ask(self.connection.client(), self.id.get_value()).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(matter) => {
                    self.take(matter);
                    // What was asked for may set more going.
                    let _ = self.again.try_update(|n| *n += 1);
                }
                Err(error) => drop(self.error.try_set(Some(error))),
            }
        });
    }

    fn part<T>(self, read: impl FnOnce(&Matter) -> T) -> Option<T> {
        self.shown.with(|m| m.as_ref().map(read))
    }
}

#[component]
pub fn BoardPage(matter: String) -> impl IntoView {
    let (connection, locale, navigation) = (use_connection(), use_locale(), use_navigation());
    let board = Board {
        connection,
        id: StoredValue::new(matter),
        shown: RwSignal::new(None),
        lost: RwSignal::new(false),
        tired: RwSignal::new(false),
        again: RwSignal::new(0),
        busy: RwSignal::new(false),
        error: RwSignal::new(None),
    };
    let loading: Loading<Matter> = Loading::start(move || {
        let (client, id) = (connection.client(), board.id.get_value());
        async move { client.matter(&id).await }
    });
    effect(move || {
        if let Some(matter) = loading.ready() {
            board.take(matter);
        }
    });
    on_language(locale, move || loading.refresh());
    let is_running = memo(move || board.part(|m| !m.status.is_settled()).unwrap_or(false));
    effect(move || {
        let again = board.again.get();
        if is_running.get() {
            board.tired.set(false);
            watch(
                i64::MAX,
                again > 0,
                move || Box::pin(board.look()),
                move || {
                    let _ = board.tired.try_set(true);
                },
            );
        }
    });
    let rating = memo(move || board.part(|m| m.rating));
    let footer = move || {
        live(move || {
            let rate = |words: Words| {
                let href = Signal::stored(Route::BoardRating { matter: board.id.get_value() }.path());
                view! { <LinkAction label=say(words) href /> }.into_any()
            };
            let home = |look: Look, hook: &'static str| {
                view! { <LinkAction label=say(Decision::ToHome) href=Signal::stored(Route::Home.path()) look hook /> }.into_any()
            };
            match rating.get() {
                Some(RatingState::First) => view! { {rate(Words::Rate)} {home(Look::Quiet, "home")} }.into_any(),
                Some(RatingState::Additional) => view! { {rate(Words::RateMore)} {home(Look::Quiet, "home")} }.into_any(),
                Some(RatingState::Closed) => home(Look::Primary, "primary"),
                None => ().into_any(),
            }
        })
    };
    let title = Signal::derive(move || board.part(|m| m.bundle.name.clone()).unwrap_or_else(|| locale.say(Words::Title).to_owned()));
    let back = Back::with(Route::Applications.path(), Callback::new(move |()| navigation.back_or(Route::Applications)));
    view! {
        <Page name="board" title back footer=footer>
            {waiting::until_loaded(loading, move |_| body(board))}
        </Page>
    }
}

fn body(board: Board) -> AnyView {
    let note = move || {
        if board.tired.get() {
            let press = Callback::new(move |()| board.again.update(|n| *n += 1));
            return view! {
                <Notice tone=Tone::Wait title=say(Decision::StillChecking) announce=true>
                    <Action label=say(Words::LookAgain) on_press=press look=Look::Quiet hook="check-again" />
                </Notice>
            }
            .into_any();
        }
        if board.lost.get() {
            return view! { <Notice tone=Tone::Wait text=say(Words::Lost) announce=true /> }.into_any();
        }
        ().into_any()
    };
    view! {
        {head(board)}
        {move || board.error.get().map(trouble::notice)}
        {live(note)}
        {people::draw(board)}
        {graph::draw(board)}
        {package::draw(board)}
    }
    .into_any()
}

/// How it stands, in one look.
fn head(board: Board) -> AnyView {
    let locale = use_locale();
    let status = memo(move || board.part(|m| m.status));
    let look = move || {
        let (status, title, text) = match status.get()? {
            MatterStatus::Running => (Status::Checking, Words::Running, Some(Words::RunningText)),
            MatterStatus::NeedsYou => (Status::Manual, Words::NeedsYou, Some(Words::NeedsYouText)),
            MatterStatus::Partly => (Status::Manual, Words::Partly, Some(Words::PartlyText)),
            MatterStatus::Done => (Status::Approved, Words::Done, None),
        };
        Some(view! {
            <DecisionHead status title=say(title)>
                {text.map(|text| view! { <p class="mb-decision__text">{say(text)}</p> }.into_any())}
                <p class="mb-board__count" role="status">{move || count(board, locale)}</p>
                <p class="mb-quiet">{move || time(board, locale)}</p>
            </DecisionHead>
        })
    };
    let is_late = memo(move || board.part(|m| !m.status.is_settled() && Moment::parse(&m.promised_by).is_some_and(|by| by < clock::now())).unwrap_or(false));
    view! {
        {live(move || look().map_or_else(|| ().into_any(), IntoAny::into_any))}
        {live(move || if is_late.get() { view! { <Notice tone=Tone::Wait text=say(Words::Late) /> }.into_any() } else { ().into_any() })}
    }
    .into_any()
}

fn count(board: Board, locale: Locale) -> String {
    let (done, total) = board.part(|m| done(&m.parts)).unwrap_or_default();
    locale.say_with(Words::Progress, &[("done", &done.to_string()), ("total", &total.to_string())])
}

/// The overall time against the promise.
fn time(board: Board, locale: Locale) -> String {
    let lang = locale.lang.get();
    let told = board.part(|m| {
        let took = m.done_at.as_deref().and_then(Moment::parse).zip(Moment::parse(&m.submitted_at)).map(|(end, start)| end.0 - start.0);
        let took = took.and_then(|ms| u64::try_from(ms).ok()).map(|ms| locale.say_with(Words::DoneIn, &[("time", &format::elapsed(ms, lang))]));
        let promise = || locale.say_with(Words::Promise, &[("at", &format::moment(&m.promised_by, lang))]);
        took.filter(|_| m.status.is_settled()).unwrap_or_else(promise)
    });
    told.unwrap_or_default()
}

/// A titled card that is only there while it has something to show.
fn card(title: Words, rows: Vec<AnyView>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    view! { <Card title=say(title)><ul class="mb-list" role="list">{rows}</ul></Card> }.into_any()
}
