//! A notice: something to know, with an icon and words, never colour alone.

use super::icon::{Icon, IconName};
use leptos::prelude::*;

/// What kind of news it is. One colour, one icon each, the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Info,
    /// Filled, passed, done.
    Good,
    /// Waiting, or to be supplemented.
    Wait,
    /// A problem.
    Bad,
}

impl Tone {
    /// The end of a class name.
    pub fn word(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Good => "good",
            Tone::Wait => "wait",
            Tone::Bad => "bad",
        }
    }

    pub fn icon(self) -> IconName {
        match self {
            Tone::Info => IconName::Info,
            Tone::Good => IconName::CheckCircle,
            Tone::Wait => IconName::Clock,
            Tone::Bad => IconName::Warning,
        }
    }
}

/// Words on a tinted ground. With `announce` it is read out when it appears: at once (alert) for a problem, politely otherwise.
#[component]
pub fn Notice(
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] title: Option<Signal<String>>,
    #[prop(optional, into)] text: Option<Signal<String>>,
    /// Instead of the tone's own icon.
    #[prop(optional)]
    icon: Option<IconName>,
    #[prop(optional)] announce: bool,
    /// Links or buttons below the words.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let role = announce.then_some(if tone == Tone::Bad { "alert" } else { "status" });
    view! {
        <div class=format!("mb-notice mb-notice--{}", tone.word()) role=role>
            <Icon name=icon.unwrap_or(tone.icon())/>
            <div class="mb-notice__body">
                {title.map(|title| view! { <p class="mb-notice__title">{title}</p> }.into_any())}
                {text.map(|text| view! { <p class="mb-notice__text">{text}</p> }.into_any())}
                {children.map(|children| children())}
            </div>
        </div>
    }
    .into_any()
}
