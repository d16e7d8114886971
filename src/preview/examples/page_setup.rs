//! What a deployer can set up: a shared terminal, a wrapper, and sessions that end with their page.

use crate::backend::transport::{Call, Method, Reply, TransportError};
use crate::model::idling::Kiosk;
use crate::model::session::Carrying;
use crate::preview::example::Example;
use crate::preview::host;
use crate::preview::scene::Scene;
use crate::state::handoff::PendingHandoff;
use crate::state::place::Place;
use crate::state::setup::Setup;

const SERVICE: &str = "no-criminal-record";
const FORM: &str = "/services/no-criminal-record/form";
/// Longer than between two looks at the clock, in milliseconds.
const LOOK_MS: u32 = 1_300;

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("page/form/kiosk-asked", || at_form().behind(|desk| desk.wait(95_000)).wait(LOOK_MS).draw()),
        Example::new("page/home/kiosk-not-signed-out", || at_form().wire(away).behind(|desk| desk.wait(125_000)).wait(LOOK_MS).draw()),
        Example::new("page/passkeys/kiosk", || {
            Scene::after(|desk| {
                desk.verify("lin", SERVICE, &[]);
                "/passkeys".to_owned()
            })
            .set_up(shared())
            .draw()
        }),
        Example::new("page/handoff/hosted", || {
            Scene::after(|desk| {
                desk.hand_off(SERVICE, "face", &[]);
                PendingHandoff::begin();
                "/handoff".to_owned()
            })
            .set_up(Setup { host: Some(host::patient()), ..Setup::default() })
            .draw()
        }),
        Example::new("page/consent/hosted", || {
            Scene::at("/services/no-criminal-record/consent")
                .set_up(Setup { host: Some(host::patient()), ..Setup::default() })
                .click("input[type='radio'][value='face']")
                .draw()
        }),
        Example::new("page/form/prove-anew", || {
            Scene::after(|desk| {
                desk.carry(Carrying::Bearer);
                Place::keep(SERVICE, "/purpose");
                FORM.to_owned()
            })
            .draw()
        }),
    ]
}

fn shared() -> Setup {
    Setup { kiosk: Some(Kiosk { idle_s: 90 }), ..Setup::default() }
}

fn at_form() -> Scene {
    Scene::after(|desk| {
        desk.verify("lin", SERVICE, &[]);
        FORM.to_owned()
    })
    .set_up(shared())
}

/// A network that is away when the session is to end.
fn away(call: &Call) -> Option<Result<Reply, TransportError>> {
    (call.method == Method::Delete && call.path == "/session").then_some(Err(TransportError::Unreachable))
}
