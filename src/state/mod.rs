//! What outlives a page, split by what it is about.

pub mod carry;
pub mod catalogue;
pub mod connection;
pub mod draft;
pub mod effect;
pub mod handoff;
pub mod journey;
pub mod journeys;
pub mod load;
pub mod locale;
pub mod navigation;
#[cfg(feature = "demo")]
pub mod scenario;
pub mod session;
mod sources;
mod submission;
pub mod uploads;
