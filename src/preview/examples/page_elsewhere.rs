//! A check that another device carries out: the computer's page, then the phone's.

use crate::backend::transport::{Reply, TransportError};
use crate::model::camera::CameraFault;
use crate::platform::stage;
use crate::preview::desk::Desk;
use crate::preview::example::Example;
use crate::preview::scene::Scene;

const SERVICE: &str = "no-criminal-record";
const ON_PHONE: &str = "[data-page='handoff'] [data-action='primary']";
const GO: &str = "[data-page='continue'] [data-action='primary']";

pub fn examples() -> Vec<Example> {
    [computer(), phone()].concat()
}

fn computer() -> Vec<Example> {
    vec![
        Example::new("page/handoff/where", || at_computer(|_, _| {}).draw()),
        Example::new("page/handoff/where-unreachable", || {
            at_computer(|_, _| {}).wire(|call| call.path.ends_with("/link").then_some(Err(TransportError::Unreachable))).click(ON_PHONE).draw()
        }),
        Example::new("page/handoff/elsewhere", || at_computer(|_, _| {}).click(ON_PHONE).draw()),
        Example::new("page/handoff/elsewhere-opened", || {
            at_computer(|desk, code| {
                desk.open_link(code);
            })
            .draw()
        }),
        Example::new("page/handoff/elsewhere-quiet", || {
            at_computer(|_, _| {})
                .click(ON_PHONE)
                .behind(|desk| {
                    desk.break_wire(Some(|call| call.path.starts_with("/identity-sessions/").then_some(Err(TransportError::Unreachable))));
                    desk.wait(11 * 60_000);
                })
                // Until the next question, whose failure is the last.
                .wait(4_500)
                .draw()
        }),
        Example::new("page/handoff/elsewhere-refused", || {
            at_computer(|desk, code| {
                let phone = desk.open_link(code);
                let returned = desk.report(&phone, "lin", "cancelled");
                desk.finish_link(code, &returned);
            })
            .draw()
        }),
    ]
}

/// A computer with a check open, at the page that asks where; `then` is what happened to its code.
fn at_computer(then: fn(&Desk, &str)) -> Scene {
    Scene::after(move |desk| {
        stage::be_computer();
        let ticket = desk.hand_off(SERVICE, "face", &[]);
        let code = desk.link(&ticket);
        then(desk, &code);
        "/handoff".to_owned()
    })
}

fn phone() -> Vec<Example> {
    vec![
        Example::new("page/continue/typing", || Scene::at("/continue").draw()),
        Example::new("page/continue/typing-wrong", || Scene::at("/continue").fill("[data-field='/code'] input", "4F7K").click(GO).draw()),
        Example::new("page/continue/unknown", || Scene::at("/continue#4F7KQ9TC").draw()),
        Example::new("page/continue/limited", || {
            Scene::at("/continue#4F7KQ9TC").wire(|call| call.path.starts_with("/device-links/").then(|| Ok(too_many()))).draw()
        }),
        Example::new("page/continue/asked", || asked(|_, _| {}).draw()),
        Example::new("page/continue/asked-unreachable", || {
            asked(|_, _| {}).wire(|call| call.path.ends_with("/open").then_some(Err(TransportError::Unreachable))).click(GO).draw()
        }),
        Example::new("page/camera/for-a-computer", || {
            Scene::after(|desk| {
                opened(desk);
                "/camera".to_owned()
            })
            .draw()
        }),
        Example::new("page/camera/for-a-computer-missing", || {
            Scene::after(|desk| {
                stage::set_camera(Err(CameraFault::Missing));
                opened(desk);
                "/camera".to_owned()
            })
            .click("[data-page='camera'] [data-action='primary']")
            .draw()
        }),
        Example::new("page/continue/refused", || asked(|_, _| {}).click("[data-action='not-mine']").draw()),
        Example::new("page/continue/over", || {
            asked(|desk, code| {
                desk.open_link(code);
            })
            .draw()
        }),
        Example::new("page/continue/waiting", || {
            Scene::after(|desk| {
                opened(desk);
                "/continue".to_owned()
            })
            .draw()
        }),
        Example::new("page/continue/done", || back("success").draw()),
        Example::new("page/continue/cancelled", || back("cancelled").draw()),
        Example::new("page/continue/no-camera", || back("3004").draw()),
        Example::new("page/continue/expired", || back("timeout").draw()),
        Example::new("page/continue/unreachable", || {
            back("success").wire(|call| call.path.ends_with("/finish").then_some(Err(TransportError::Unreachable))).draw()
        }),
        Example::new("page/continue/forged", || Scene::at("/continue?session=s&state=state-of-somebody-else&code=c").draw()),
    ]
}

fn too_many() -> Reply {
    Reply { status: 429, headers: vec![("Retry-After".to_owned(), "600".to_owned())], body: Vec::new() }
}

/// A phone that was given a code; `then` is what happened to it before.
fn asked(then: fn(&Desk, &str)) -> Scene {
    Scene::after(move |desk| {
        let ticket = desk.hand_off(SERVICE, "face", &[]);
        let code = desk.link(&ticket);
        then(desk, &code);
        format!("/continue#{code}")
    })
}

fn opened(desk: &Desk) -> crate::preview::desk::Ticket {
    let ticket = desk.hand_off(SERVICE, "face", &[]);
    desk.open_link(&desk.link(&ticket))
}

/// Back on the phone from the provider.
fn back(outcome: &'static str) -> Scene {
    Scene::after(move |desk| {
        let phone = opened(desk);
        desk.report(&phone, "lin", outcome)
    })
}
