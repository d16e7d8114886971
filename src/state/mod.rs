//! What outlives a page, split by what it is about.

pub mod acting;
pub mod carry;
pub mod catalogue;
pub mod checking;
pub mod checks;
pub mod connection;
mod disputes;
pub mod divisions;
pub mod draft;
pub mod drafts;
pub mod effect;
pub mod files;
pub mod filling;
pub mod handoff;
pub mod here;
pub mod journey;
pub mod journeys;
mod keeping;
pub mod leaving;
pub mod load;
pub mod locale;
pub mod navigation;
pub mod passkeys;
mod picking;
pub mod place;
pub mod rereading;
#[cfg(feature = "demo")]
pub mod scenario;
pub mod session;
pub mod setup;
mod sources;
mod submission;
mod task;
mod telling;
mod uploading;
pub mod uploads;
pub mod watching;
