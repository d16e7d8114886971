//! The contract's operations over a [`transport::Transport`], with retries and errors. Knows nothing of the browser.

pub mod acting;
pub mod applications;
pub mod bundles;
pub mod catalogue;
pub mod client;
pub mod credential;
pub mod device_links;
pub mod error;
pub mod filling;
pub mod guardian;
pub mod identity;
pub mod matters;
pub mod passkeys;
pub mod transport;
pub mod uploads;

pub use client::{Client, Key};
pub use error::ApiError;
