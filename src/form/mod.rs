//! The form engine: JSON Schema → fields → answers with provenance → problems. Pure.
//!
//! | step | module |
//! |---|---|
//! | a schema becomes a [`Form`] or says where it is wrong | [`Form::load`] |
//! | answers are typed, merged from sources and restored from drafts | [`Answers`] |
//! | answers become a draft, and come back into a form that has changed meanwhile | [`Answers::take_up`] |
//! | conditions decide what is asked, computations answer for themselves | [`visible`] |
//! | what is asked is checked, in the page and at the backend alike | [`Checker`] |
//! | a problem becomes a sentence | [`sentence()`] |
//! | what a schema says beyond fields holds for a whole document | [`schema`] |
//!
//! The same code runs in the page and behind the embedded backend, so both agree about what may be submitted.

mod address;
mod answers;
mod check;
mod choosing;
mod composite;
mod condition;
mod conform;
mod count;
mod current;
mod drafting;
mod expression;
mod field;
mod find;
mod items;
mod kind;
mod layers;
mod load;
mod members;
mod migrate;
mod node;
mod normal;
mod pages;
mod plan;
mod pointer;
mod problem;
pub mod schema;
mod sections;
mod sentence;
mod sharing;
mod strict;
mod telling;
mod text_rules;
mod visibility;
mod when;

pub use address::{split_address, LEVELS as ADDRESS_LEVELS};
pub use answers::{Answer, Answers, Difference, Locked, Merged, Origin};
pub use check::{Checker, Patterns, ValidForm};
pub use condition::Condition;
pub use count::{count, Count};
pub use current::{Change, Current};
pub use drafting::Lost;
pub use expression::{Expression, ExpressionError};
pub use field::{Choice, DefinitionProblem, Field, Form, Kind, Limits, Material, Part, RemoteCheck, Section};
pub use find::Finder;
pub use items::Items;
pub use pointer::{is_at_or_in, Pointer, PointerError};
pub use problem::{Problem, Rule, Severity};
pub use sentence::{sentence, sentence_for};
pub use telling::in_words;
pub use visibility::{settled, visible, Settled};
pub use when::{shown_date_time, shown_time, typed_date, typed_date_time, typed_time};
