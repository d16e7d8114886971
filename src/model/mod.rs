//! What exists in the domain: the resources of the contract as types, identifiers with their check digits, dates, and the
//! rules that hold wherever they are used. Pure: neither leptos nor web-sys may be imported here.
//!
//! The wire types mirror `public/openapi.json`; a native test holds the two together. Unknown members are ignored and
//! optional ones default, so that a backend may say more or less than the demo does.

pub mod acting;
pub mod application;
pub mod base64url;
pub mod bundle;
pub mod camera;
pub mod check;
pub mod config;
pub mod consent;
pub mod date;
pub mod device_link;
pub mod division;
pub mod draft;
pub mod ending;
pub mod guardian;
pub mod handoff;
pub mod host;
pub mod identifier;
pub mod identity;
pub mod idling;
pub mod matter;
pub(crate) mod order;
pub mod page;
pub mod passkey;
pub mod polling;
pub mod prefill;
pub mod problem;
pub mod qr;
pub mod rating;
pub mod read;
pub mod record;
pub mod search;
pub mod service;
pub mod session;
pub mod time;
pub mod upload;
