//! Language, elder mode and theme: how the person wants to read.

use crate::words::{fill, Lang, Words};
use leptos::prelude::*;

/// Light, dark, or as the device says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Auto,
    Light,
    Dark,
}

/// 长辈版 is a token set, not other screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextSize {
    Standard,
    /// 长辈版: text ≥ 18 pt, targets ≥ 60 px.
    Elder,
}

/// How the person wants to read. Provided once by the app (and by every test and example).
#[derive(Debug, Clone, Copy)]
pub struct Locale {
    pub lang: RwSignal<Lang>,
    pub size: RwSignal<TextSize>,
    pub theme: RwSignal<Theme>,
}

impl Locale {
    pub fn new(lang: Lang) -> Self {
        Self { lang: RwSignal::new(lang), size: RwSignal::new(TextSize::Standard), theme: RwSignal::new(Theme::Auto) }
    }

    /// The sentence in the current language; tracks it, so call it inside a closure or memo.
    pub fn say(&self, words: impl Words) -> &'static str {
        words.texts().text(self.lang.get())
    }

    /// [`Self::say`] with `{name}` placeholders filled.
    pub fn say_with(&self, words: impl Words, values: &[(&str, &str)]) -> String {
        fill(words.texts().text(self.lang.get()), values)
    }
}

/// The app's [`Locale`]; Simplified Chinese where none was provided.
pub fn use_locale() -> Locale {
    use_context::<Locale>().unwrap_or_else(|| Locale::new(Lang::Hans))
}
