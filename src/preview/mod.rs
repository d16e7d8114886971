//! Named examples of every component and page, which tests and the gallery loop over.
//!
//! A page's example is drawn by the app's own frame over a [`desk::Desk`]: the demo backend in memory, with a clock and numbers
//! that are the same each time. Its address, storage and clock are those of `platform::stage`, not the browser's.

pub mod act;
pub mod bundle;
mod data;
pub mod desk;
pub mod device;
pub mod example;
pub mod examples;
pub mod gallery;
pub mod host;
mod hosted;
pub mod mistakes;
pub mod mounted;
pub mod scene;
pub mod settle;
pub mod transport;
mod words;
