//! The two things a person can press: an action of the page, and a way to another page.

use super::icon::{Icon, IconName};
use crate::platform::document::is_again;
use crate::platform::idle::elapsed;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// How much an action asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// The one main action of a screen; carries `data-action="primary"`.
    #[default]
    Primary,
    /// Any other action.
    Quiet,
    /// Takes something away.
    Danger,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Look::Primary => "mb-btn mb-btn--primary",
            Look::Quiet => "mb-btn mb-btn--quiet",
            Look::Danger => "mb-btn mb-btn--danger",
        }
    }

    fn hook(self) -> Option<&'static str> {
        (self == Look::Primary).then_some("primary")
    }
}

/// Two taps within it are a double one on most systems, in milliseconds.
const DOUBLE_MS: f64 = 500.0;

/// A button. While busy or disabled it keeps its focus and its words but answers no press, so that a double tap does nothing.
#[component]
pub fn Action(
    /// What it does, as a verb.
    #[prop(into)]
    label: Signal<String>,
    #[prop(into)] on_press: Callback<()>,
    #[prop(optional)] look: Look,
    #[prop(optional)] icon: Option<IconName>,
    /// Something is under way because of it.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Cannot be pressed now; say why beside it.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// `data-action` of a quiet or danger button, for tests.
    #[prop(optional)]
    hook: Option<&'static str>,
    /// What screen readers say instead of the label, where the label alone is ambiguous ("Change" → "Change: phone").
    #[prop(optional, into)]
    name: Option<Signal<String>>,
) -> AnyView {
    let off = Signal::derive(move || busy.get() || disabled.get());
    let state = Signal::derive(move || if off.get() { Some("true") } else { None });
    let busy_state = Signal::derive(move || if busy.get() { Some("true") } else { None });
    let since = elapsed();
    let press = move |click: MouseEvent| {
        // The second of a double tap, meant for what stood here before.
        let is_stray = is_again(&click) && elapsed() - since < DOUBLE_MS;
        if !off.get_untracked() && !is_stray {
            on_press.run(());
        }
    };
    view! {
        <button type="button" class=look.class() data-action=hook.or(look.hook()) aria-disabled=state aria-busy=busy_state aria-label=name on:click=press>
            {move || busy.get().then(|| view! { <span class="mb-btn__spin" aria-hidden="true"></span> }.into_any())}
            {icon.map(|name| view! { <Icon name/> }.into_any())}
            <span class="mb-btn__label">{label}</span>
        </button>
    }
    .into_any()
}

/// A link that looks like a button.
#[component]
pub fn LinkAction(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] look: Look,
    #[prop(optional)] icon: Option<IconName>,
    /// `data-action`, for tests.
    #[prop(optional)]
    hook: Option<&'static str>,
) -> AnyView {
    view! {
        <a class=look.class() href=href data-action=hook.or(look.hook())>
            {icon.map(|name| view! { <Icon name/> }.into_any())}
            <span class="mb-btn__label">{label}</span>
        </a>
    }
    .into_any()
}
