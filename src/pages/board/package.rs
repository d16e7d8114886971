//! The one package of results, how it reaches the person, and what comes next.

use super::{card, Board};
use crate::model::matter::{NextStep, Package, PackageDocument};
use crate::pages::say;
use crate::state::effect::memo;
use crate::state::locale::{use_locale, Locale};
use crate::ui::choice::Pick;
use crate::ui::{live, Action, Card, ChoiceGroup, Icon, IconName, Look, Tag, Tone};
use crate::words::board::Board as Words;
use crate::words::format;
use leptos::prelude::*;

pub fn draw(board: Board) -> AnyView {
    let locale = use_locale();
    let package = memo(move || board.part(|m| m.package.clone()).flatten());
    let next = memo(move || board.part(|m| m.next.clone()).unwrap_or_default());
    view! {
        {live(move || package.get().map_or_else(|| ().into_any(), |package| draw_package(board, locale, package)))}
        {live(move || card(Words::Next, next.get().into_iter().map(|step| step_row(locale, step)).collect()))}
    }
    .into_any()
}

fn draw_package(board: Board, locale: Locale, package: Package) -> AnyView {
    let paper = package.documents.iter().any(|d| !d.electronic);
    let rows: Vec<AnyView> = package.documents.iter().map(document_row).collect();
    let ways = (paper && !package.ways.is_empty()).then(|| ways(board, locale, &package));
    let confirm = match &package.confirmed_at {
        Some(at) => {
            let text = locale.say_with(Words::ConfirmedAt, &[("at", &format::moment(at, locale.lang.get_untracked()))]);
            view! { <p class="mb-quiet">{text}</p> }.into_any()
        }
        None if !rows.is_empty() && (!paper || package.way.is_some()) => {
            let press = Callback::new(move |()| board.ask(move |client, id| async move { client.confirm_delivery(&id).await }));
            view! { <Action label=say(Words::Confirm) on_press=press look=Look::Quiet hook="received" busy=board.busy /> }.into_any()
        }
        None => ().into_any(),
    };
    view! {
        {card(Words::Package, rows)}
        {ways}
        {confirm}
    }
    .into_any()
}

fn document_row(given: &PackageDocument) -> AnyView {
    let (words, tone) = if given.electronic { (Words::Electronic, Tone::Good) } else { (Words::OnPaper, Tone::Info) };
    view! {
        <li class="mb-party" data-document=given.document.number.clone()>
            <div>
                <p class="mb-party__name"><Icon name=IconName::Card /> {given.document.title.clone()}</p>
                <p class="mb-quiet">{given.document.issuer.clone()}</p>
            </div>
            <Tag label=say(words) tone />
        </li>
    }
    .into_any()
}

/// One way for everything that is no e-certificate.
fn ways(board: Board, locale: Locale, package: &Package) -> AnyView {
    let way = package.way.as_ref().and_then(|id| package.ways.iter().find(|w| w.id == *id)).cloned();
    if let Some(way) = way {
        let text = locale.say_with(Words::Chosen, &[("name", &way.name)]);
        return view! { <Card title=say(Words::Ways)><p>{text}</p><p class="mb-quiet">{way.text}</p></Card> }.into_any();
    }
    let options: Vec<Pick> = package.ways.iter().map(|w| Pick::new(w.id.clone(), w.name.clone()).with_text(w.text.clone())).collect();
    let chosen = RwSignal::new(None::<String>);
    let press = Callback::new(move |()| {
        if let Some(way) = chosen.get_untracked() {
            board.ask(move |client, id| async move { client.choose_delivery(&id, &way).await });
        }
    });
    let value = Signal::derive(move || chosen.get());
    view! {
        <Card>
            <ChoiceGroup legend=say(Words::Ways) options=Signal::stored(options) value on_change=Callback::new(move |way| chosen.set(Some(way))) />
            {move || chosen.with(Option::is_some).then(|| view! { <Action label=say(Words::ChooseWay) on_press=press look=Look::Quiet hook="deliver" busy=board.busy /> }.into_any())}
        </Card>
    }
    .into_any()
}

fn step_row(locale: Locale, step: NextStep) -> AnyView {
    let lang = locale.lang.get_untracked();
    let due = step.due.as_deref().map(|day| locale.say_with(Words::Due, &[("date", &format::date(day, lang))]));
    let because = step.because.as_deref().map(|rule| locale.say_with(Words::Because, &[("rule", rule)]));
    let basis = step.basis.as_deref().map(|name| locale.say_with(Words::Basis, &[("name", name)]));
    let quiet = |text: Option<String>| text.map(|text| view! { <p class="mb-quiet">{text}</p> }.into_any());
    view! {
        <li class="mb-party">
            <div>
                <p class="mb-party__name">{step.title}</p>
                <p>{step.text}</p>
                {quiet(because)}
                {quiet(basis)}
            </div>
            {due.map(|due| view! { <Tag label=Signal::stored(due) tone=Tone::Wait /> }.into_any())}
        </li>
    }
    .into_any()
}
