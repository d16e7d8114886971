//! A guardian's consent to a child's face check: the child's page, then the guardian's.

use crate::backend::transport::Method;
use crate::preview::example::Example;
use crate::preview::scene::Scene;
use serde_json::json;

const SERVICE: &str = "no-criminal-record";
const PRIMARY: &str = "[data-action='primary']";
const ASK: &str = "[data-page='handoff'] [data-action='primary']";
const BOX: &str = ".mb-separate input[type='checkbox']";

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("page/handoff/guardian-asked", || child().click(ASK).draw()),
        Example::new("page/handoff/guardian-agreed", || child().click(ASK).behind(|desk| answer(desk, "agree")).wait(3_000).draw()),
        Example::new("page/handoff/guardian-refused", || child().click(ASK).behind(|desk| answer(desk, "refuse")).wait(3_000).draw()),
        Example::new("page/guardian/typing", || Scene::at("/guardian").draw()),
        Example::new("page/guardian/wrong", || Scene::at("/guardian").fill("[data-field='/code'] input", "12").click(PRIMARY).draw()),
        Example::new("page/guardian/asked", || {
            Scene::after(|desk| {
                let code = desk.ask_guardian("xiaoyu", SERVICE);
                format!("/guardian#{code}")
            })
            .draw()
        }),
        Example::new("page/guardian/consent", || as_guardian("lin").draw()),
        Example::new("page/guardian/box-missing", || as_guardian("lin").click(PRIMARY).draw()),
        Example::new("page/guardian/agreed", || as_guardian("lin").click(BOX).click(PRIMARY).draw()),
        Example::new("page/guardian/refused", || as_guardian("lin").click("[data-action='refuse']").draw()),
        Example::new("page/guardian/stranger", || as_guardian("tang").click(BOX).click(PRIMARY).draw()),
        Example::new("page/guardian/expired", || {
            Scene::after(|desk| {
                let code = desk.ask_guardian("xiaoyu", SERVICE);
                desk.wait(31 * 60_000);
                format!("/guardian#{code}")
            })
            .draw()
        }),
    ]
}

/// A child's check that ended for want of a guardian.
fn child() -> Scene {
    Scene::after(|desk| {
        let ticket = desk.hand_off(SERVICE, "face", &[]);
        desk.report(&ticket, "xiaoyu", "success")
    })
}

/// The child's guardian answers, from another device.
fn answer(desk: &crate::preview::desk::Desk, word: &str) {
    let asked = desk.calls().into_iter().rfind(|c| c.path.ends_with("/guardian"));
    let id = asked.map(|c| c.path.replace("/identity-sessions/", "").replace("/guardian", "")).unwrap_or_default();
    let state = json!({"state": "state-0123456789abcdef"});
    let code = desk.ask(Method::Post, &format!("/identity-sessions/{id}/guardian"), &state)["code"].clone();
    desk.verify("lin", "car-quota-extension", &[]);
    desk.ask(Method::Post, &format!("/guardian-asks/{}/{word}", code.as_str().unwrap_or_default()), &json!({"face": true}));
}

/// Somebody verified opens the child's code.
fn as_guardian(person: &'static str) -> Scene {
    Scene::after(move |desk| {
        let code = desk.ask_guardian("xiaoyu", SERVICE);
        desk.verify(person, "car-quota-extension", &[]);
        format!("/guardian#{code}")
    })
}
