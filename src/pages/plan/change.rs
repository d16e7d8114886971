//! What another answer has changed.

use super::Shown;
use crate::bundle::Plan;
use crate::pages::say;
use crate::state::locale::use_locale;
use crate::ui::{Notice, Tone};
use crate::words::bundle::PlanWords as Words;
use crate::words::format;
use leptos::prelude::*;

/// From the plan that was seen before to this one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Services that are new in it, by their places.
    pub came: Vec<usize>,
    /// Those that are not in it any more.
    pub went: Vec<usize>,
    /// How long it took before, in minutes; `None` where nothing was seen before.
    pub minutes: Option<u32>,
}

impl Change {
    /// Nothing has come or gone where no plan was seen before.
    pub fn between(before: Option<&Plan>, now: &Plan) -> Self {
        let Some(before) = before else { return Self::default() };
        let missing_in = |plan: &Plan, of: &Plan| of.services.iter().map(|s| s.at).filter(|at| !plan.has(*at)).collect();
        Self { came: missing_in(before, now), went: missing_in(now, before), minutes: Some(before.minutes) }
    }
}

/// Tells it, once a plan was seen before.
pub fn draw(shown: &Shown) -> AnyView {
    let locale = use_locale();
    let change = &shown.change;
    let Some(before) = change.minutes else { return ().into_any() };
    let lang = locale.lang.get_untracked();
    let services = |words: Words, at: &[usize]| (!at.is_empty()).then(|| locale.say_with(words, &[("names", &shown.names(locale, at))]));
    let time = (before != shown.plan.minutes).then(|| {
        let (before, now) = (format::span(before, lang), format::span(shown.plan.minutes, lang));
        locale.say_with(Words::TimeChanged, &[("before", &before), ("now", &now)])
    });
    let lines: Vec<String> = [services(Words::Came, &change.came), services(Words::Went, &change.went), time].into_iter().flatten().collect();
    if lines.is_empty() {
        return view! { <Notice title=say(Words::Same) /> }.into_any();
    }
    let lines: Vec<AnyView> = lines.into_iter().map(|line| view! { <p class="mb-notice__text">{line}</p> }.into_any()).collect();
    view! { <Notice tone=Tone::Info title=say(Words::Changed)>{lines}</Notice> }.into_any()
}
