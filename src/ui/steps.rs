//! Where I am on the way: step x of y, in words too.

use super::say;
use crate::state::locale::use_locale;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// The steps of a journey and the one that the page is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Steps {
    /// Counted from 1.
    pub current: usize,
    /// Every step's name, in walking order.
    pub names: Vec<String>,
}

impl Steps {
    /// How many there are.
    pub fn total(&self) -> usize {
        self.names.len()
    }

    /// The name of the current one.
    pub fn label(&self) -> &str {
        self.names.get(self.current.saturating_sub(1)).map_or("", String::as_str)
    }
}

/// A bar on a phone, a list beside the column on a desktop; the same markup.
#[component]
pub fn StepList(#[prop(into)] steps: Signal<Steps>) -> AnyView {
    let locale = use_locale();
    let words = move || steps.with(|s| locale.say_with(Ui::StepOf, &[("n", &s.current.to_string()), ("total", &s.total().to_string()), ("name", s.label())]));
    let items = move || {
        let Steps { current, names } = steps.get();
        names
            .into_iter()
            .enumerate()
            .map(|(i, name)| {
                let (class, now) = match (i + 1).cmp(&current) {
                    std::cmp::Ordering::Less => ("mb-steps__item mb-steps__item--done", None),
                    std::cmp::Ordering::Equal => ("mb-steps__item mb-steps__item--now", Some("step")),
                    std::cmp::Ordering::Greater => ("mb-steps__item", None),
                };
                view! { <li class=class aria-current=now><span class="mb-steps__name">{name}</span></li> }.into_any()
            })
            .collect::<Vec<_>>()
    };
    view! {
        <section class="mb-steps" aria-label=say(Ui::Progress)>
            <ol class="mb-steps__list">{move || items()}</ol>
            <p class="mb-steps__words">{move || words()}</p>
        </section>
    }
    .into_any()
}
