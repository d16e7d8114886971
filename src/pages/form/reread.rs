//! A source that was read again and says something else: old and new side by side, and which to keep.

use super::super::say;
use crate::form::{in_words, Difference};
use crate::state::effect::effect;
use crate::state::journey::Journey;
use crate::state::locale::use_locale;
use crate::state::rereading::Reread;
use crate::ui::{live, Action, CheckRow, Sheet};
use crate::words::dispute::RereadWords;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What reading a source again came to, for its card; tracks it.
pub fn said(journey: Journey, source: &str) -> Option<String> {
    let locale = use_locale();
    let words = journey.reread.with(|reread| match reread {
        Some((id, came)) if id == source => match came {
            Reread::Asking => Some(RereadWords::Reading),
            Reread::Same => Some(RereadWords::Same),
            Reread::Failed => Some(RereadWords::Failed),
            Reread::Other { .. } => None,
        },
        _ => None,
    });
    words.map(|words| locale.say(words).to_owned())
}

/// The sheet opens by itself when there is something to ask. Closing it takes everything new, as it says.
pub fn sheet(journey: Journey) -> AnyView {
    let locale = use_locale();
    let open = RwSignal::new(false);
    let keep = RwSignal::new(BTreeSet::<String>::new());
    let other = move || {
        journey.reread.with(|r| match r {
            Some((id, Reread::Other { differences, .. })) => Some((id.clone(), differences.clone())),
            _ => None,
        })
    };
    effect(move || {
        if other().is_some() {
            keep.set(BTreeSet::new());
            open.set(true);
        }
    });
    effect(move || {
        if !open.get() && untrack(|| other().is_some()) {
            journey.take_reread(&keep.get_untracked().into_iter().collect::<Vec<_>>());
        }
    });
    let title = Signal::derive(move || locale.say_with(RereadWords::Title, &[("name", &other().map(|(id, _)| journey.source_name(&id)).unwrap_or_default())]));
    let body = move || {
        let Some((_, differences)) = other() else { return ().into_any() };
        let rows: Vec<AnyView> = differences.into_iter().map(|d| row(journey, d, keep)).collect();
        view! {
            <p>{say(RereadWords::Text)}</p>
            <ul class="mb-list" role="list">{rows}</ul>
            <Action label=say(RereadWords::Take) on_press=Callback::new(move |()| open.set(false)) hook="take-reread" />
        }
        .into_any()
    };
    view! { <Sheet open title>{live(body)}</Sheet> }.into_any()
}

fn row(journey: Journey, difference: Difference, keep: RwSignal<BTreeSet<String>>) -> AnyView {
    let locale = use_locale();
    let Difference { pointer, before, after, is_locked } = difference;
    let lang = locale.lang.get_untracked();
    let (label, before, after) = journey.form.with_untracked(|form| match form.as_ref().and_then(|f| f.field(&pointer)) {
        Some(field) => (field.label.clone(), in_words(field, &before, lang), in_words(field, &after, lang)),
        None => (pointer.clone(), before.to_string(), after.to_string()),
    });
    let choice = if is_locked {
        view! { <p class="mb-quiet">{say(RereadWords::Locked)}</p> }.into_any()
    } else {
        let (mine, place) = (pointer.clone(), pointer.clone());
        let checked = Signal::derive(move || keep.with(|k| k.contains(&mine)));
        let change = Callback::new(move |on: bool| {
            keep.update(|k| {
                if on {
                    k.insert(place.clone());
                } else {
                    k.remove(&place);
                }
            });
        });
        view! { <CheckRow label=Signal::stored(locale.say_with(RereadWords::KeepOld, &[("name", &label)])) on=checked on_change=change /> }.into_any()
    };
    view! {
        <li class="mb-dispute" data-difference=pointer>
            <p class="mb-dispute__label">{label}</p>
            <p class="mb-dispute__value">{locale.say_with(RereadWords::Before, &[("value", &before)])}</p>
            <p class="mb-dispute__value">{locale.say_with(RereadWords::After, &[("value", &after)])}</p>
            {choice}
        </li>
    }
    .into_any()
}
