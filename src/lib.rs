//! 秒办 (Miaoban): a public-service front end whose forms fill themselves.
//!
//! A citizen's journey is a walk through screens; a screen is a function of data that a REST backend served. Nothing about
//! a service, a city, a form or a provider is written in Rust.
//!
//! # Rooms, and who may enter them
//!
//! Lower rooms never import higher ones. Rooms marked *pure* compile without leptos or web-sys and are tested natively.
//!
//! | room | holds |
//! |---|---|
//! | [`model`] | pure: what exists in the domain, its identifiers and rules |
//! | [`words`] | pure: what the app says, in every language |
//! | [`form`] | pure: schema → fields → values with provenance → problems |
//! | [`bundle`] | pure: guide → plan → one form of several services' forms |
//! | [`backend`] | the contract's operations over a `Transport`, retries and errors |
//! | [`demo`] | pure: the embedded backend (feature `demo`) |
//! | `platform` | the only room that touches the browser |
//! | `state` | what outlives a page |
//! | `ui` | one component a file: props in, callbacks out |
//! | `pages` | one route a file, in walking order |
//! | `embed` | the forms alone, for pages of other people (feature `embed`) |
//! | `preview` | named examples of every component and page (feature `preview`) |

pub mod backend;
pub mod bundle;
pub mod form;
pub mod model;
pub mod words;

#[cfg(feature = "demo")]
pub mod demo;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(all(target_arch = "wasm32", feature = "embed"))]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(all(target_arch = "wasm32", feature = "preview"))]
pub mod preview;
pub mod route;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod ui;
