//! The form engine: JSON Schema → fields → answers with provenance → problems. Pure.
//!
//! | step | module |
//! |---|---|
//! | a schema becomes a [`Form`] or says where it is wrong | [`Form::load`] |
//! | answers are typed, merged from sources and restored from drafts | [`Answers`] |
//! | conditions decide what is asked, computations answer for themselves | [`visible`] |
//! | what is asked is checked, in the page and at the backend alike | [`Checker`] |
//! | a problem becomes a sentence | [`sentence()`] |
//! | what a schema says beyond fields holds for a whole document | [`schema`] |
//!
//! The same code runs in the page and behind the embedded backend, so both agree about what may be submitted.

mod answers;
mod check;
mod conform;
mod count;
mod expression;
mod field;
mod kind;
mod load;
mod node;
mod normal;
mod plan;
mod pointer;
mod problem;
pub mod schema;
mod sections;
mod sentence;
mod strict;
mod telling;
mod text_rules;
mod visibility;

pub use answers::{Answer, Answers, Locked, Merged, Origin};
pub use check::{Checker, Patterns, ValidForm};
pub use count::{count, Count};
pub use expression::{Expression, ExpressionError};
pub use field::{Choice, DefinitionProblem, Field, Form, Kind, Limits, Material, Section};
pub use normal::typed_date;
pub use pointer::{is_at_or_in, Pointer, PointerError};
pub use problem::{Problem, Rule, Severity};
pub use sentence::{sentence, sentence_for};
pub use telling::in_words;
pub use visibility::{settled, visible};
