//! What the backend's check of an answer came to, below its field: under way, passed, not possible now, or what to use instead.

use crate::ui::icon::{Icon, IconName};
use crate::ui::say;
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::Value;

/// How far a check is, in words.
#[derive(Debug, Clone, PartialEq)]
pub enum CheckState {
    Asking,
    /// With what was found.
    Passed(Option<String>),
    /// It could not be asked.
    Unknown,
    /// The problem says why; these would pass, each with its words.
    Refused(Vec<(Value, String)>),
}

/// The checks of the page, by pointer.
#[derive(Clone, Copy)]
pub struct CheckDesk {
    /// Tracks it.
    pub state: Callback<String, Option<CheckState>>,
    pub on_retry: Callback<String>,
    /// Takes one of the suggestions.
    pub on_take: Callback<(String, Value)>,
}

/// The line below a field that is checked. It is read out when it changes.
pub fn checked(pointer: Signal<String>, state: Memo<Option<CheckState>>, desk: CheckDesk) -> AnyView {
    let line = move || match state.get() {
        None => ().into_any(),
        Some(CheckState::Asking) => view! {
            <p class="mb-check-line" data-check="asking"><span class="mb-spin" aria-hidden="true"></span><span>{say(Ui::CheckAsking)}</span></p>
        }
        .into_any(),
        Some(CheckState::Passed(words)) => {
            let text = words.map_or_else(|| say(Ui::CheckPassed), Signal::stored);
            view! { <p class="mb-check-line mb-check-line--passed" data-check="passed"><Icon name=IconName::CheckCircle/><span>{text}</span></p> }.into_any()
        }
        Some(CheckState::Unknown) => {
            let again = move |_| desk.on_retry.run(pointer.get_untracked());
            view! {
                <p class="mb-check-line mb-check-line--unknown" data-check="unknown">
                    <Icon name=IconName::Clock/>
                    <span>{say(Ui::CheckUnknown)}<button type="button" class="mb-textbtn" data-action="check-again" on:click=again>{say(Ui::CheckAgain)}</button></span>
                </p>
            }
            .into_any()
        }
        Some(CheckState::Refused(suggestions)) if suggestions.is_empty() => ().into_any(),
        Some(CheckState::Refused(suggestions)) => {
            let options: Vec<AnyView> = suggestions
                .into_iter()
                .map(|(value, words)| {
                    let take = move |_| desk.on_take.run((pointer.get_untracked(), value.clone()));
                    view! { <button type="button" class="mb-btn mb-btn--quiet" data-action="use" on:click=take><span translate="no">{words}</span></button> }
                        .into_any()
                })
                .collect();
            view! { <div class="mb-check-try" data-check="refused"><p>{say(Ui::CheckTry)}</p>{options}</div> }.into_any()
        }
    };
    view! { <div aria-live="polite">{move || line()}</div> }.into_any()
}
