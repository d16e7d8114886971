//! How the person wants to read: 长辈版, language, theme. Reachable on every screen; loses nothing.

use super::choice::{ChoiceGroup, Pick};
use super::icon::{Icon, IconName};
use super::overlay::Sheet;
use super::say;
use super::switch::Switch;
use crate::state::locale::{use_locale, Locale, TextSize, Theme};
use crate::words::ui::Ui;
use crate::words::Lang;
use leptos::prelude::*;

/// The button that opens the menu, and the menu: a modal dialog, closed by Esc, by its button or by a tap beside it, which
/// gives the focus back to the button.
#[component]
pub fn DisplayMenu(
    /// With words instead of an icon alone, and a button of its own for 长辈版 (home, where there is room).
    #[prop(optional)]
    wide: bool,
) -> AnyView {
    let locale = use_locale();
    let open = RwSignal::new(false);
    let elder = Signal::derive(move || locale.size.get() == TextSize::Elder);
    let expanded = Signal::derive(move || if open.get() { "true" } else { "false" }.to_string());
    let set_elder = Callback::new(move |on: bool| set_size(locale, on));
    let opener = if wide {
        let pressed = Signal::derive(move || if elder.get() { "true" } else { "false" }.to_string());
        view! {
            <button type="button" class="mb-display__word" aria-pressed=pressed data-action="elder" on:click=move |_| set_size(locale, !elder.get_untracked())>
                {say(Ui::ElderMode)}
            </button>
            <button type="button" class="mb-display__word" aria-haspopup="dialog" aria-expanded=expanded data-action="display" on:click=move |_| open.set(true)>
                <Icon name=IconName::Globe/>
                <span aria-hidden="true">{say(Ui::LanguageShort)}</span>
                <span class="mb-hidden">{say(Ui::DisplaySettings)}</span>
            </button>
        }
        .into_any()
    } else {
        view! {
            <button type="button" class="mb-display__icon" aria-haspopup="dialog" aria-expanded=expanded aria-label=say(Ui::DisplaySettings) data-action="display" on:click=move |_| open.set(true)>
                <Icon name=IconName::TextSize/>
                <span class="mb-display__label">{say(Ui::ElderMode)}</span>
            </button>
        }
        .into_any()
    };
    let languages = Signal::derive(move || {
        [Lang::Hans, Lang::Hant, Lang::En].into_iter().map(|l| Pick { lang: Some(l.tag()), ..Pick::new(l.tag(), l.name()) }).collect::<Vec<_>>()
    });
    let themes = Signal::derive(move || {
        vec![Pick::new("auto", locale.say(Ui::ThemeAuto)), Pick::new("light", locale.say(Ui::ThemeLight)), Pick::new("dark", locale.say(Ui::ThemeDark))]
    });
    let language = Signal::derive(move || Some(locale.lang.get().tag().to_string()));
    let theme = Signal::derive(move || {
        Some(
            match locale.theme.get() {
                Theme::Auto => "auto",
                Theme::Light => "light",
                Theme::Dark => "dark",
            }
            .to_string(),
        )
    });
    let set_language = Callback::new(move |tag: String| {
        if let Some(lang) = Lang::parse(&tag) {
            locale.lang.set(lang);
        }
    });
    let set_theme = Callback::new(move |word: String| {
        locale.theme.set(match word.as_str() {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        });
    });
    view! {
        <div class="mb-display">
            {opener}
            <Sheet open=open title=say(Ui::DisplaySettings)>
                <Switch label=say(Ui::ElderMode) hint=say(Ui::ElderHint) on=elder on_change=set_elder/>
                <ChoiceGroup legend=say(Ui::Language) options=languages value=language on_change=set_language/>
                <ChoiceGroup legend=say(Ui::ThemeName) options=themes value=theme on_change=set_theme/>
            </Sheet>
        </div>
    }
    .into_any()
}

fn set_size(locale: Locale, elder: bool) {
    locale.size.set(if elder { TextSize::Elder } else { TextSize::Standard });
}
