//! Those who have to confirm their share, and what to tell them.

use super::{card, Board};
use crate::model::device_link::DeviceCode;
use crate::model::matter::{Party, PartyStatus};
use crate::pages::say;
use crate::state::effect::memo;
use crate::ui::{live, Tag, Tone};
use crate::words::board::Board as Words;
use leptos::prelude::*;

pub fn draw(board: Board) -> AnyView {
    let parties = memo(move || board.part(|m| m.parties.clone()).unwrap_or_default());
    live(move || {
        let all = parties.get();
        let waits = all.iter().any(|p| p.status == PartyStatus::Waiting);
        view! {
            {card(Words::Parties, all.into_iter().map(row).collect())}
            {waits.then(|| view! { <p class="mb-quiet">{say(Words::PartiesText)}</p> }.into_any())}
        }
        .into_any()
    })
}

fn row(party: Party) -> AnyView {
    let (words, tone, state) = match party.status {
        PartyStatus::Waiting => (Words::PartyWaiting, Tone::Wait, "waiting"),
        PartyStatus::Confirmed => (Words::PartyConfirmed, Tone::Good, "confirmed"),
        PartyStatus::Refused => (Words::PartyRefused, Tone::Bad, "refused"),
    };
    let code = party.code.map(|code| DeviceCode::parse(&code).map_or(code, |code| code.grouped()));
    let hook = code.clone();
    view! {
        <li class="mb-party" data-party=state data-code=hook>
            <div>
                <p class="mb-party__name">{party.name}</p>
                <p class="mb-quiet">{party.what}</p>
                {code.map(|code| view! { <p class="mb-party__code" translate="no">{code}</p> }.into_any())}
            </div>
            <Tag label=say(words) tone />
        </li>
    }
    .into_any()
}
