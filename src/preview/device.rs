//! The device of an example: it checks its owner, and is or is not enrolled at the desk.

use super::desk::Desk;
use super::mistakes;
use crate::backend::transport::Method;
use crate::demo::authenticator::Authenticator;
use crate::platform::passkey::PasskeyFault;
use crate::platform::{address, stage};
use serde_json::Value;

/// A device that says yes, not enrolled.
pub fn willing() {
    if let Some(device) = made() {
        stage::set_device(stage::Device::Willing(device));
    }
}

/// A device that gives no answer, or none that helps.
pub fn unwilling(fault: PasskeyFault) {
    stage::set_device(stage::Device::Unwilling(fault));
}

/// Has a verified person enrol a device that says yes.
pub fn enrolled(desk: &Desk) {
    let Some(mut device) = made() else { return };
    enrol(desk, &mut device, "Android");
    stage::set_device(stage::Device::Willing(device));
}

/// Enrols it under this name.
pub fn enrol(desk: &Desk, device: &mut Authenticator, label: &str) {
    let options = desk.ask(Method::Post, "/passkeys/challenge", &Value::Null);
    match serde_json::from_value(options) {
        Ok(options) => {
            let mut made = device.create(&options);
            made.label = Some(label.to_owned());
            desk.ask(Method::Post, "/passkeys", &serde_json::to_value(made).unwrap_or_default());
        }
        Err(error) => mistakes::note(error.to_string()),
    }
}

fn made() -> Option<Authenticator> {
    Authenticator::new(1, &address::origin())
}
