//! This device as a way to prove who one is: the check, the list of devices, and the offer after a decision.

use crate::backend::transport::TransportError;
use crate::demo::authenticator::Authenticator;
use crate::platform::address;
use crate::platform::passkey::PasskeyFault;
use crate::preview::desk::Desk;
use crate::preview::device;
use crate::preview::example::Example;
use crate::preview::scene::Scene;

const SERVICE: &str = "no-criminal-record";
const CONSENT: &str = "/services/no-criminal-record/consent";
const PASSKEYS: &str = "/passkeys";
const DECISION: &str = "/applications/demo-lin-approved?person=lin";
const GO: &str = "[data-page='handoff'] [data-action='primary']";
const ENROL: &str = "[data-page='passkeys'] [data-action='primary']";

pub fn examples() -> Vec<Example> {
    [check(), list(), offer()].concat()
}

fn check() -> Vec<Example> {
    vec![
        Example::new("page/consent/device", || {
            Scene::after(|_| {
                device::willing();
                CONSENT.to_owned()
            })
            .click("input[type='radio'][value='device']")
            .draw()
        }),
        Example::new("page/handoff/device", || asked(|_| device::willing()).draw()),
        Example::new("page/handoff/device-cancelled", || asked(|_| device::unwilling(PasskeyFault::NotDone)).click(GO).draw()),
        Example::new("page/handoff/device-unknown", || asked(|_| device::willing()).click(GO).draw()),
        Example::new("page/handoff/device-cannot", || asked(|_| ()).draw()),
        Example::new("page/handoff/device-unreachable", || {
            asked(device::enrolled).wire(|call| call.path.ends_with("/confirm").then_some(Err(TransportError::Unreachable))).click(GO).draw()
        }),
    ]
}

fn list() -> Vec<Example> {
    vec![
        Example::new("page/passkeys/none", || known(|_| device::willing()).draw()),
        Example::new("page/passkeys/list", || known(two).draw()),
        Example::new("page/passkeys/enrolled", || known(|_| device::willing()).click(ENROL).draw()),
        Example::new("page/passkeys/exists", || known(|_| device::unwilling(PasskeyFault::Exists)).click(ENROL).draw()),
        Example::new("page/passkeys/cancelled", || known(|_| device::unwilling(PasskeyFault::NotDone)).click(ENROL).draw()),
        Example::new("page/passkeys/cannot", || known(|_| ()).draw()),
        Example::new("page/passkeys/refused", || {
            known(|_| device::willing()).wire(|call| (call.path == "/passkeys/challenge").then_some(Err(TransportError::Unreachable))).click(ENROL).draw()
        }),
        Example::new("page/passkeys/remove", || known(two).click("[data-action='delete']").draw()),
        Example::new("page/passkeys/removed", || known(two).click("[data-action='delete']").click("[data-action='delete-confirm']").draw()),
        Example::new("page/passkeys/remove-failed", || {
            known(two)
                .wire(|call| call.path.starts_with("/passkeys/").then_some(Err(TransportError::Unreachable)))
                .click("[data-action='delete']")
                .click("[data-action='delete-confirm']")
                .draw()
        }),
        Example::new("page/passkeys/signed-out", || Scene::at(PASSKEYS).draw()),
        Example::new("page/passkeys/failed", || Scene::at("/passkeys?person=lin&fault=server-error@GET%20/passkeys").draw()),
    ]
}

fn offer() -> Vec<Example> {
    vec![
        Example::new("page/decision/offer", || decided().draw()),
        Example::new("page/decision/offer-taken", || decided().click("[data-action='enrol']").draw()),
        Example::new("page/decision/offer-declined", || decided().click("[data-action='enrol-not']").draw()),
    ]
}

/// The check by this device, by a stranger, after what `prepare` did as lin.
fn asked(prepare: fn(&Desk)) -> Scene {
    Scene::after(|desk| {
        desk.verify("lin", SERVICE, &[]);
        prepare(desk);
        desk.sign_out();
        desk.hand_off(SERVICE, "device", &[]);
        "/handoff".to_owned()
    })
}

/// The list of lin's devices.
fn known(prepare: fn(&Desk)) -> Scene {
    Scene::after(|desk| {
        desk.verify("lin", SERVICE, &[]);
        prepare(desk);
        PASSKEYS.to_owned()
    })
}

/// Two devices, this one the older.
fn two(desk: &Desk) {
    device::enrolled(desk);
    desk.wait(3_600_000 / 4);
    if let Some(mut other) = Authenticator::new(2, &address::origin()) {
        device::enrol(desk, &mut other, "Windows");
    }
}

/// An approved application on a device that was never asked.
fn decided() -> Scene {
    Scene::after(|_| {
        device::willing();
        DECISION.to_owned()
    })
}
