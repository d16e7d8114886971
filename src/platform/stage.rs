//! A stage for named examples and their tests: an address, storage and a clock of its own in place of the browser's, so that every
//! state is the same on every day and device, and none leaves anything behind. Only builds with the feature `preview` have it.

use super::passkey::PasskeyFault;
use crate::demo::authenticator::Authenticator;
use crate::model::camera::{CameraFault, Light};
use crate::model::date::Moment;
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static STAGE: RefCell<Option<Stage>> = const { RefCell::new(None) };
}

/// What a page finds in place of the browser's own.
struct Stage {
    /// The current address last; never empty.
    history: Vec<String>,
    /// By shelf and key.
    kept: BTreeMap<(Shelf, String), String>,
    now: Moment,
    left_for: Option<String>,
    computer: bool,
    device: Option<Device>,
    camera: Result<Light, CameraFault>,
}

/// A device that can check its owner.
pub enum Device {
    /// In software: says yes to everything.
    Willing(Authenticator),
    /// Never gives an answer.
    Unwilling(PasskeyFault),
}

/// Where something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    Device,
    Tab,
    Vault,
}

/// Opens a fresh stage at an address of the app (path and query), in place of an earlier one.
pub fn open(address: &str, now: Moment) {
    let stage = Stage { history: vec![address.to_owned()], kept: BTreeMap::new(), now, left_for: None, computer: false, device: None, camera: Ok(Light::Fine) };
    STAGE.with_borrow_mut(|s| *s = Some(stage));
}

/// Back to the browser's own.
pub fn close() {
    STAGE.with_borrow_mut(|s| *s = None);
}

/// Sets the address, as a person who types it would; what is kept stays.
pub fn set_address(address: &str) {
    with(|s| s.history = vec![address.to_owned()]);
}

/// Sets the clock.
pub fn set_clock(now: Moment) {
    with(|s| s.now = now);
}

/// Has the device be a computer, on which a phone can be asked to help; it is a phone otherwise.
pub fn be_computer() {
    with(|s| s.computer = true);
}

/// Where the app has sent the person, if it has.
pub fn left_for() -> Option<String> {
    with(|s| s.left_for.clone()).flatten()
}

/// From now on the device can check its owner.
pub fn set_device(device: Device) {
    with(|s| s.device = Some(device));
}

/// From now on this comes of turning the camera on; it works otherwise.
pub fn set_camera(camera: Result<Light, CameraFault>) {
    with(|s| s.camera = camera);
}

pub(super) fn camera() -> Option<Result<Light, CameraFault>> {
    with(|s| s.camera)
}

/// On stage, whether there is a device that can.
pub(super) fn has_device() -> Option<bool> {
    with(|s| s.device.is_some())
}

/// On stage, what the device answers; the inner `None` is no device.
pub(super) fn with_device<T>(ask: impl FnOnce(&mut Authenticator) -> T) -> Option<Option<Result<T, PasskeyFault>>> {
    with(|s| {
        s.device.as_mut().map(|device| match device {
            Device::Willing(authenticator) => Ok(ask(authenticator)),
            Device::Unwilling(fault) => Err(*fault),
        })
    })
}

/// The address that the app shows now; `None` off stage, as everywhere below.
pub fn address() -> Option<String> {
    with(|s| s.history.last().cloned()).flatten()
}

pub(super) fn is_computer() -> Option<bool> {
    with(|s| s.computer)
}

pub(super) fn now() -> Option<Moment> {
    with(|s| s.now)
}

pub(super) fn push(address: &str) -> Option<()> {
    with(|s| s.history.push(address.to_owned()))
}

pub(super) fn replace(address: &str) -> Option<()> {
    with(|s| {
        s.history.pop();
        s.history.push(address.to_owned());
    })
}

pub(super) fn depth() -> Option<u32> {
    with(|s| u32::try_from(s.history.len()).unwrap_or(u32::MAX).saturating_sub(1))
}

/// Steps back, and says so as a browser does.
pub(super) fn back() -> Option<()> {
    with(|s| {
        if s.history.len() > 1 {
            s.history.pop();
        }
    })?;
    super::document::announce("popstate");
    Some(())
}

pub(super) fn leave_for(url: &str) -> Option<()> {
    with(|s| s.left_for = Some(url.to_owned()))
}

pub(super) fn keep(shelf: Shelf, key: &str, value: &str) -> Option<()> {
    with(|s| {
        s.kept.insert((shelf, key.to_owned()), value.to_owned());
    })
}

/// On stage, what is kept; the outer `None` is off stage.
pub(super) fn kept(shelf: Shelf, key: &str) -> Option<Option<String>> {
    with(|s| s.kept.get(&(shelf, key.to_owned())).cloned())
}

pub(super) fn forget(shelf: Shelf, key: &str) -> Option<()> {
    with(|s| {
        s.kept.remove(&(shelf, key.to_owned()));
    })
}

/// On stage, everything under keys that begin with `shelf/`.
pub(super) fn kept_on(shelf: Shelf, name: &str) -> Option<Vec<String>> {
    let prefix = format!("{name}/");
    with(|s| s.kept.iter().filter(|((on, key), _)| *on == shelf && key.starts_with(&prefix)).map(|(_, text)| text.clone()).collect())
}

pub(super) fn clear(shelf: Shelf) -> Option<()> {
    with(|s| s.kept.retain(|(on, _), _| *on != shelf))
}

fn with<T>(f: impl FnOnce(&mut Stage) -> T) -> Option<T> {
    STAGE.with_borrow_mut(|s| s.as_mut().map(f))
}
