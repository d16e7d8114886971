//! What the app says, in every language. Pure.
//!
//! One table a page or subject. Every entry carries all three languages side by side, so a missing message does not compile;
//! a native test holds the placeholders (`{n}`) of the languages together.

pub mod acting;
pub mod board;
pub mod bundle;
pub mod bundles;
pub mod camera;
pub mod consent;
pub mod decision;
pub mod dispute;
pub mod drafts;
pub mod elsewhere;
pub mod ending;
pub mod form;
pub mod format;
pub mod frame;
pub mod guardian;
pub mod handoff;
pub mod home;
pub mod host;
pub mod kiosk;
pub mod lang;
pub mod passkey;
pub mod problem;
pub mod record;
pub mod service;
pub mod step_up;
pub mod trouble;
pub mod ui;

pub use lang::Lang;

/// A sentence in simplified and traditional Chinese and in English.
pub type Texts = &'static [&'static str; 3];

/// A sentence of whatever table: code that takes this is compiled once, and not for each of them.
impl Words for Texts {
    fn texts(self) -> Texts {
        self
    }
}

/// A sentence of the app, whatever its table.
pub trait Words: Copy + 'static {
    /// The sentence in every language, placeholders unfilled.
    fn texts(self) -> Texts;

    /// The sentence in a language, placeholders unfilled.
    fn text(self, lang: Lang) -> &'static str {
        let [hans, hant, en] = self.texts();
        match lang {
            Lang::Hans => hans,
            Lang::Hant => hant,
            Lang::En => en,
        }
    }
}

/// Puts values into `{name}` placeholders. A placeholder without a value stays as it is, so that it is noticed.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        out.push_str(before);
        let Some(close) = from.find('}') else {
            rest = from;
            break;
        };
        let (slot, after) = from.split_at(close + 1);
        let name = slot.trim_start_matches('{').trim_end_matches('}');
        out.push_str(values.iter().find(|(n, _)| *n == name).map_or(slot, |(_, v)| v));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Declares a message table: `Name: 简体 | 繁體 | English;` for each entry.
///
/// Entries are constants, not the variants of an enum: a program file then holds the sentences that its pages say, and no others of the table.
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* $table:ident { $($name:ident: $hans:literal | $hant:literal | $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $table($crate::words::Texts);

        #[allow(non_upper_case_globals)]
        impl $table {
            $(#[doc = $en] pub const $name: Self = Self(&[$hans, $hant, $en]);)+
        }

        impl $crate::words::Words for $table {
            fn texts(self) -> $crate::words::Texts {
                self.0
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl $table {
            /// Every entry with its name, for the test that compares the languages.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$name, stringify!($name))),+];
        }
    };
}
