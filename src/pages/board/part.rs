//! One department's part: what it is, where it stands, what it waits for and what it got.

use super::Board;
use crate::model::matter::{Part, PartStatus, Received};
use crate::pages::say;
use crate::route::Route;
use crate::state::effect::memo;
use crate::state::locale::{use_locale, Locale};
use crate::ui::{live, Action, Icon, IconName, LinkAction, Look, Tag, Tone};
use crate::words::board::Board as Words;
use crate::words::{format, Lang};
use leptos::prelude::*;

/// The id of a part's element.
pub fn element_id(service: &str) -> String {
    format!("part-{service}")
}

fn find(board: Board, service: &str) -> Option<Part> {
    board.part(|m| m.parts.iter().find(|p| p.service.id == service).cloned()).flatten()
}

/// The part of a service, kept up to date in place.
pub fn draw(board: Board, service: String) -> AnyView {
    let locale = use_locale();
    let id = element_id(&service);
    let part = memo({
        let service = service.clone();
        move || find(board, &service)
    });
    let word = move || part.with(|p| p.as_ref().map(|p| word(p.status)));
    view! {
        <li class=move || format!("mb-dept mb-dept--{}", word().unwrap_or_default()) id=id data-board-part=service data-board-state=word>
            {live(move || part.get().map_or_else(|| ().into_any(), |part| inner(board, locale, part)))}
        </li>
    }
    .into_any()
}

/// `data-board-state`.
fn word(status: PartStatus) -> &'static str {
    match status {
        PartStatus::Waiting => "waiting",
        PartStatus::Running => "running",
        PartStatus::Done => "done",
        PartStatus::NeedsYou => "needs-you",
        PartStatus::Failed => "failed",
        PartStatus::NotSent => "not-sent",
        PartStatus::Blocked => "blocked",
    }
}

fn look(status: PartStatus) -> (Words, Tone, Option<IconName>) {
    match status {
        PartStatus::Waiting => (Words::Waiting, Tone::Info, Some(IconName::Clock)),
        PartStatus::Running => (Words::InWork, Tone::Info, None),
        PartStatus::Done => (Words::PartDone, Tone::Good, Some(IconName::CheckCircle)),
        PartStatus::NeedsYou => (Words::PartNeedsYou, Tone::Wait, Some(IconName::Person)),
        PartStatus::Failed => (Words::Failed, Tone::Bad, Some(IconName::CrossCircle)),
        PartStatus::NotSent => (Words::NotSent, Tone::Bad, Some(IconName::Offline)),
        PartStatus::Blocked => (Words::Blocked, Tone::Bad, Some(IconName::CrossCircle)),
    }
}

fn inner(board: Board, locale: Locale, part: Part) -> AnyView {
    let (words, tone, icon) = look(part.status);
    let mark = match icon {
        Some(name) => view! { <Icon name /> }.into_any(),
        None => view! { <span class="mb-spin" aria-hidden="true"></span> }.into_any(),
    };
    let names = |ids: &[String]| {
        let named: Vec<String> = board
            .part(|m| ids.iter().filter_map(|id| m.parts.iter().find(|p| p.service.id == *id)).map(|p| p.service.name.clone()).collect())
            .unwrap_or_default();
        named.join(if locale.lang.get_untracked() == Lang::En { ", " } else { "、" })
    };
    // What it still waits for; once it has begun, only which it came after.
    let before = match (part.waits_for.as_slice(), part.after.as_slice()) {
        ([], []) => None,
        ([], after) if part.status != PartStatus::Waiting => Some(locale.say_with(Words::Comes, &[("names", &names(after))])),
        ([], _) => None,
        (waits, _) => Some(locale.say_with(Words::WaitsFor, &[("names", &names(waits))])),
    };
    let got: Vec<AnyView> = part.received.iter().map(|r| view! { <li>{received(locale, r)}</li> }.into_any()).collect();
    let within = matches!(part.status, PartStatus::Running | PartStatus::Waiting).then(|| {
        let time = format::span(part.minutes, locale.lang.get_untracked());
        locale.say_with(Words::Within, &[("time", &time)])
    });
    let ended = part.ended_at.as_deref().map(|at| format::moment(at, locale.lang.get_untracked()));
    let again = (part.status == PartStatus::NotSent).then(|| send_again(board, &part));
    let follow = part.application_id.clone().map(|application| {
        let href = Signal::stored(Route::Decision { application }.path());
        let label = Signal::stored(locale.say_with(Words::Look, &[("name", &part.service.name)]));
        view! { <LinkAction label href look=Look::Quiet hook="part" /> }.into_any()
    });
    let line = |text: Option<String>| text.filter(|t| !t.is_empty()).map(|text| view! { <p class="mb-dept__line">{text}</p> }.into_any());
    view! {
        <div class="mb-dept__head">
            <span class="mb-dept__mark">{mark}</span>
            <div class="mb-dept__words">
                <h4 class="mb-dept__name">{part.service.name.clone()}</h4>
                <p class="mb-dept__agency">{part.service.agency.clone()}</p>
            </div>
            <Tag label=say(words) tone />
        </div>
        {line(Some(part.text.clone()))}
        {line(before)}
        {(!got.is_empty()).then(|| view! { <ul class="mb-dept__got" role="list">{got}</ul> }.into_any())}
        {line(within.or(ended))}
        {again}
        {follow}
    }
    .into_any()
}

fn received(locale: Locale, got: &Received) -> String {
    if got.value.is_empty() {
        return locale.say_with(Words::ReceivedBare, &[("name", &got.name)]);
    }
    locale.say_with(Words::Received, &[("name", &got.name), ("value", &got.value)])
}

/// A part that did not reach its department goes there alone: nothing is typed again.
fn send_again(board: Board, part: &Part) -> AnyView {
    let service = part.service.id.clone();
    let press = Callback::new(move |()| {
        let service = service.clone();
        board.ask(move |client, id| async move { client.send_part_again(&id, &service).await });
    });
    view! { <Action label=say(Words::SendAgain) on_press=press look=Look::Quiet hook="send-again" busy=board.busy /> }.into_any()
}
