//! The only room that touches the browser.

pub mod address;
pub mod bridge;
pub mod camera;
pub mod clock;
pub mod device;
pub mod document;
#[cfg(feature = "demo")]
pub mod embedded;
pub mod fetch;
pub mod files;
pub mod focus;
pub mod idle;
pub mod layout;
pub mod network;
pub mod otp;
pub mod passkey;
pub mod photo;
pub mod random;
mod reflect;
pub mod regexp;
#[cfg(feature = "embed")]
pub mod script;
#[cfg(feature = "preview")]
pub mod stage;
pub mod storage;
pub mod tabs;
pub mod vault;
