//! Bundles (一件事一次办): what somebody wants done becomes a plan of services, and their forms become one. Pure.
//!
//! | step | module |
//! |---|---|
//! | a bundle of the contract is held to what must be true of it | [`Definition::check`] |
//! | the guide's answers say which question comes next | [`Definition::asked`] |
//! | they become a plan, the same for the same answers | [`Definition::plan`] |
//! | a submitted one is read as stages and what leads to what | [`spots`], [`ways`] |
//! | the forms of the plan's services become one form | [`merge()`] |
//!
//! The same code runs in the page and behind the embedded backend, so both agree about what a plan holds.

mod board;
mod checking;
mod definition;
mod guide;
mod index;
mod merge;
mod order;
mod plan;
mod sections;
mod stricter;

pub use board::{done, later, spots, ways, Spot};
pub use definition::{BundleProblem, Definition};
pub use index::{agencies, events, Narrowed};
pub use merge::{merge, MergedForm};
pub use plan::{LeftOut, NeededMaterial, Plan, Planned, Prior};
