//! The services of the plan in their order, and those that are not in it; each with the reason.

use super::Shown;
use crate::bundle::{Planned, Prior};
use crate::pages::say;
use crate::state::locale::Locale;
use crate::ui::{Card, Icon, IconName, Tag, Tone};
use crate::words::board::Board;
use crate::words::bundle::PlanWords as Words;
use crate::words::format;
use leptos::prelude::*;

/// The services that are in it, step by step: what is in one step runs side by side.
pub fn draw(locale: Locale, shown: &Shown) -> AnyView {
    let services = &shown.plan.services;
    let last = services.iter().map(|s| s.stage).max().unwrap_or(0);
    let stages: Vec<AnyView> = (0..=last)
        .map(|stage| {
            let rows: Vec<AnyView> = services.iter().filter(|s| s.stage == stage).map(|s| row(locale, shown, s)).collect();
            let n = (stage + 1).to_string();
            let title = match rows.len() {
                1 => locale.say_with(Words::Stage, &[("n", &n)]),
                count => locale.say_with(Words::StageOfSeveral, &[("n", &n), ("count", &count.to_string())]),
            };
            view! {
                <div class="mb-stage">
                    <h3 class="mb-stage__title">{title}</h3>
                    <ul class="mb-stage__services" role="list">{rows}</ul>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="mb-block">
            <h2 class="mb-block__title">{say(Words::Services)}</h2>
            {stages}
        </section>
    }
    .into_any()
}

fn row(locale: Locale, shown: &Shown, planned: &Planned) -> AnyView {
    let Some(member) = shown.definition().member(planned.at) else { return ().into_any() };
    let named = |words: Words, at: usize| locale.say_with(words, &[("name", &shown.name(at))]);
    let mut why: Vec<String> = Vec::new();
    match planned.needed_by {
        Some(at) => why.push(named(Words::NeededBy, at)),
        None if !member.included.is_empty() => why.push(member.included.clone()),
        None => {}
    }
    let waits: Vec<usize> = planned.after.iter().filter_map(|prior| if let Prior::Waits(at) = prior { Some(*at) } else { None }).collect();
    if !waits.is_empty() {
        why.push(locale.say_with(Board::Comes, &[("names", &shown.names(locale, &waits))]));
    }
    for (prior, after) in planned.after.iter().zip(&member.after) {
        if let Prior::Satisfied(at) = prior {
            why.push(match &after.satisfied_by {
                Some(text) => locale.say_with(Words::Satisfied, &[("name", &shown.name(*at)), ("why", text)]),
                None => named(Words::SatisfiedBare, *at),
            });
        }
    }
    why.push(locale.say_with(Board::Within, &[("time", &format::span(member.minutes, locale.lang.get_untracked()))]));
    let is_new = shown.change.came.contains(&planned.at);
    let tag = is_new.then(|| view! { <Tag label=say(Words::New) tone=Tone::Good /> }.into_any());
    let lines: Vec<AnyView> = why.into_iter().map(|line| view! { <p class="mb-planned__line">{line}</p> }.into_any()).collect();
    view! {
        <li class=if is_new { "mb-planned mb-planned--new" } else { "mb-planned" } data-plan-service=member.service.id.clone() data-plan-state="included">
            <div class="mb-planned__head">
                <span class="mb-planned__mark"><Icon name=IconName::parse(&member.service.icon) /></span>
                <div class="mb-planned__words">
                    <h4 class="mb-planned__name">{member.service.name.clone()}</h4>
                    <p class="mb-planned__agency">{member.service.agency.clone()}</p>
                </div>
                {tag}
            </div>
            {lines}
        </li>
    }
    .into_any()
}

/// The services that are not in it.
pub fn left_out(shown: &Shown) -> AnyView {
    let rows: Vec<AnyView> = shown.plan.left_out.iter().filter_map(|left| left_row(shown, left.at)).collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! { <Card title=say(Words::LeftOut)><ul class="mb-list" role="list">{rows}</ul></Card> }.into_any()
}

fn left_row(shown: &Shown, at: usize) -> Option<AnyView> {
    let member = shown.definition().member(at)?;
    let tag = shown.change.went.contains(&at).then(|| view! { <Tag label=say(Words::Gone) tone=Tone::Wait /> }.into_any());
    let row = view! {
        <li class="mb-party" data-plan-service=member.service.id.clone() data-plan-state="left-out">
            <div>
                <p class="mb-party__name">{member.service.name.clone()}</p>
                <p class="mb-quiet">{member.excluded.clone()}</p>
            </div>
            {tag}
        </li>
    };
    Some(row.into_any())
}
