//! What screens are made of: one component a file, props in, callbacks out, no I/O.
//!
//! Conventions that hold for every component here:
//! - text props are `Signal<String>` taken with `into`, so a switch of language redraws and nothing else does;
//! - words that a component itself says come from [`crate::words::ui::Ui`], never from a literal;
//! - class names are `mb-BLOCK__PART--VARIANT`, one file of style/ a block, and there is no `style` attribute anywhere
//!   (the Content-Security-Policy forbids it);
//! - components answer [`AnyView`], which keeps the type of a page, and so the wasm, small.

pub mod acting_bar;
pub mod application_row;
pub mod bundle_row;
pub mod button;
pub mod card;
pub mod check_row;
pub mod choice;
pub mod code_entry;
pub mod consent_record;
pub mod consent_source;
pub mod data_row;
pub mod decision_head;
pub mod display_menu;
pub mod document;
pub mod done;
pub mod draft_row;
pub mod empty;
pub mod error_summary;
pub mod failed;
pub mod field;
pub mod filled_banner;
pub mod filter;
pub mod focus;
pub mod follow_up;
pub mod form;
pub mod icon;
pub mod ink;
pub mod long_list;
pub mod long_text;
pub mod matter_row;
pub mod method_choice;
pub mod need_row;
pub mod notice;
pub mod offline_bar;
pub mod overlay;
pub mod page;
pub mod qr_code;
pub mod rule_list;
pub mod search_box;
pub mod service_row;
pub mod skeleton;
pub mod source_card;
pub mod stars;
pub mod steps;
pub mod switch;
pub mod tag;
pub mod tag_choice;
pub mod theme_grid;
pub mod timeline;
pub mod way_out;

pub use acting_bar::ActingBar;
pub use application_row::ApplicationRow;
pub use bundle_row::BundleRow;
pub use button::{Action, LinkAction, Look};
pub use card::Card;
pub use check_row::CheckRow;
pub use choice::{ChoiceGroup, Pick};
pub use code_entry::CodeEntry;
pub use consent_record::ConsentRecordCard;
pub use consent_source::ConsentSourceCard;
pub use data_row::DataRow;
pub use decision_head::DecisionHead;
pub use display_menu::DisplayMenu;
pub use document::DocumentSheet;
pub use done::Done;
pub use draft_row::DraftRow;
pub use empty::Empty;
pub use error_summary::{ErrorLink, ErrorSummary};
pub use failed::Failed;
pub use field::FieldInput;
pub use filled_banner::FilledBanner;
pub use follow_up::FollowUp;
pub use form::{Asking, Questions};
pub use icon::{Icon, IconName};
pub use long_text::LongText;
pub use matter_row::MatterRow;
pub use method_choice::MethodChoice;
pub use need_row::NeedRow;
pub use notice::{Notice, Tone};
pub use offline_bar::OfflineBar;
pub use overlay::{Overlay, Sheet};
pub use page::{Back, Page};
pub use qr_code::QrCode;
pub use rule_list::RuleList;
pub use search_box::SearchBox;
pub use service_row::ServiceRow;
pub use skeleton::Skeleton;
pub use source_card::{CardState, SourceCard, SourceRow};
pub use stars::StarChoice;
pub use steps::{StepList, Steps};
pub use switch::Switch;
pub use tag::Tag;
pub use tag_choice::TagChoice;
pub use theme_grid::ThemeGrid;
pub use timeline::Timeline;
pub use way_out::WayOut;

use crate::state::locale::use_locale;
use crate::words::ui::Ui;
use crate::words::{Texts, Words};
use leptos::prelude::*;
use std::sync::{Arc, Mutex};

/// Draws what changes with the signals that `draw` reads. Leptos instantiates its drawing for every type of closure: all that
/// come through here are one type, the one that `view!` makes of closures written into it.
pub(crate) fn live(draw: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let draw: Arc<Mutex<dyn FnMut() -> AnyView + Send>> = Arc::new(Mutex::new(draw));
    draw.into_any()
}

/// A component's own word as a signal, in the language of the moment.
pub(crate) fn say(words: Ui) -> Signal<String> {
    say_of(words)
}

/// [`say`] with `{name}` placeholders filled.
pub(crate) fn say_with(words: Ui, values: Vec<(&'static str, Signal<String>)>) -> Signal<String> {
    say_of_with(words, values)
}

/// [`say`] of another table: a component that only one subject needs has its words there.
pub(crate) fn say_of(words: impl Words + Send + Sync) -> Signal<String> {
    said(words.texts())
}

/// Of one type for all tables, so that it is compiled once.
fn said(words: Texts) -> Signal<String> {
    let locale = use_locale();
    Signal::derive(move || locale.say(words).to_string())
}

/// [`say_with`] of another table.
pub(crate) fn say_of_with(words: impl Words + Send + Sync, values: Vec<(&'static str, Signal<String>)>) -> Signal<String> {
    said_with(words.texts(), values)
}

fn said_with(words: Texts, values: Vec<(&'static str, Signal<String>)>) -> Signal<String> {
    let locale = use_locale();
    Signal::derive(move || {
        let read: Vec<(&str, String)> = values.iter().map(|(name, value)| (*name, value.get())).collect();
        let pairs: Vec<(&str, &str)> = read.iter().map(|(name, value)| (*name, value.as_str())).collect();
        locale.say_with(words, &pairs)
    })
}

/// A document-wide unique id, for the wiring of labels that no caller names.
pub(crate) fn unique(prefix: &str) -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
