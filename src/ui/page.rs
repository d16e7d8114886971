//! The frame of every page: bar with the way back, title, steps, content, main action within the thumb's reach.

use super::acting_bar::WHOM;
use super::display_menu::DisplayMenu;
use super::icon::{Icon, IconName};
use super::say;
use crate::platform::document;
use crate::state::effect::effect;
use crate::state::locale::use_locale;
use crate::state::session::SessionState;
use crate::words::frame::Frame;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// The way back. Always a real link; with a callback the page decides itself (for a dialog that closes first, say).
#[derive(Clone)]
pub struct Back {
    pub href: Signal<String>,
    /// Called instead of following the link.
    pub on_back: Option<Callback<()>>,
}

impl Back {
    /// To an address of the app.
    pub fn to(href: impl Into<String>) -> Self {
        Self { href: Signal::stored(href.into()), on_back: None }
    }

    /// Through a callback, `href` being what a new tab would open.
    pub fn with(href: impl Into<String>, on_back: Callback<()>) -> Self {
        Self { href: Signal::stored(href.into()), on_back: Some(on_back) }
    }
}

/// The frame. The `<main>` is `#main`, takes the focus on a change of route and carries `data-page`.
#[component]
pub fn Page(
    /// The page's name for tests (`data-page`) and styles.
    name: &'static str,
    /// The `h1`.
    #[prop(into)]
    title: Signal<String>,
    #[prop(optional)] back: Option<Back>,
    /// The list of steps, made by the page: most pages have none, nor its code.
    #[prop(optional)]
    steps: Option<AnyView>,
    /// Instead of the bar: a wide coloured head with the title in it (home). What is given here stands below the title.
    #[prop(optional, into)]
    hero: Option<ViewFn>,
    /// A line above the title of a hero: the city, a greeting.
    #[prop(optional, into)]
    hero_line: Option<Signal<String>>,
    /// The main action and at most one other, kept at the bottom.
    #[prop(optional, into)]
    footer: Option<ViewFn>,
    children: Children,
) -> AnyView {
    let locale = use_locale();
    effect(move || document::set_title(&format!("{} · {}", title.get(), locale.say(Frame::AppName))));
    let head = match hero {
        Some(hero) => view! {
            <header class="mb-hero">
                <div class="mb-hero__in">
                    <div class="mb-hero__row">
                        <span class="mb-hero__line">{hero_line}</span>
                        <DisplayMenu wide=true/>
                    </div>
                    <h1 class="mb-hero__title" id="page-title">{title}</h1>
                    {hero.run()}
                </div>
            </header>
        }
        .into_any(),
        None => view! {
            <header class="mb-top">
                <div class="mb-top__in">
                    {match back {
                        Some(back) => back_link(back),
                        None => view! { <span class="mb-top__gap"></span> }.into_any(),
                    }}
                    <h1 class="mb-top__title" id="page-title">{title}</h1>
                    <DisplayMenu/>
                </div>
            </header>
        }
        .into_any(),
    };
    // Where nobody can be acted for, nothing describes it.
    let session = use_context::<SessionState>();
    let whom: Signal<Option<&'static str>> = Signal::derive(move || session.and_then(|session| session.acting()).map(|_| WHOM));
    let class = if steps.is_some() { "mb-layout mb-layout--steps" } else { "mb-layout" };
    view! {
        <div class="mb-page">
            {head}
            <div class=class>
                {steps.map(|steps| view! { <div class="mb-layout__beside">{steps}</div> }.into_any())}
                <main class="mb-main" id="main" tabindex="-1" data-page=name aria-labelledby="page-title" aria-describedby=whom>
                    <div class="mb-main__content">{children()}</div>
                    {footer.map(|footer| view! { <div class="mb-foot">{footer.run()}</div> }.into_any())}
                </main>
            </div>
        </div>
    }
    .into_any()
}

fn back_link(back: Back) -> AnyView {
    let Back { href, on_back } = back;
    let follow = move |ev: leptos::ev::MouseEvent| {
        if let Some(on_back) = on_back {
            ev.prevent_default();
            on_back.run(());
        }
    };
    view! {
        <a class="mb-top__back" href=href aria-label=say(Ui::Back) data-action="back" on:click=follow>
            <Icon name=IconName::Back/>
        </a>
    }
    .into_any()
}
