//! The guide of a bundle, and its plan.

use crate::backend::transport::{Call, TransportError};
use crate::preview::bundle::{answer, answer_with, Answered};
use crate::preview::example::Example;
use crate::preview::scene::Scene;
use serde_json::{json, Value};

const HOME: &str = "home-transfer";
const GUIDE: &str = "/bundles/home-transfer/guide";
const PLAN: &str = "/bundles/home-transfer/plan";
const YES: &str = ".mb-option__input[value='yes']";
const NO: &str = ".mb-option__input[value='no']";
const GO: &str = "[data-action='primary']";

pub fn examples() -> Vec<Example> {
    [guide(), plan()].concat()
}

fn guide() -> Vec<Example> {
    vec![
        Example::new("page/guide/first-question", || unknown(GUIDE).draw()),
        Example::new("page/guide/answered", || unknown(GUIDE).click(YES).draw()),
        Example::new("page/guide/not-answered", || unknown(GUIDE).click(GO).draw()),
        Example::new("page/guide/second-question", || unknown(GUIDE).click(NO).click(GO).draw()),
        Example::new("page/guide/known", || Scene::at(GUIDE).wire(|call| answer(call, HOME, &[("transferred", json!(false))])).draw()),
        Example::new("page/guide/known-to-change", || {
            Scene::at("/bundles/home-transfer/guide/transferred").wire(|call| answer(call, HOME, &[("transferred", json!(false))])).draw()
        }),
        Example::new("page/guide/choice", || {
            let known = |call: &Call| {
                let known = ["registered", "maternity", "card"].map(|question| (question, json!(true)));
                answer(call, "newborn", &known)
            };
            Scene::at("/bundles/newborn/guide").wire(known).draw()
        }),
        Example::new("page/guide/slow", || Scene::at("/bundles/home-transfer/guide?fault=slow@GET%20/bundles").draw()),
        Example::new("page/guide/unreachable", || Scene::at(GUIDE).wire(unreachable).draw()),
        Example::new("page/guide/not-found", || Scene::at("/bundles/nothing/guide").draw()),
        Example::new("page/guide/broken-definition", || Scene::at(GUIDE).wire(broken).draw()),
    ]
}

fn plan() -> Vec<Example> {
    vec![
        Example::new("page/plan/whole", || settled(|call| answer(call, HOME, &all([false, true, true, true, true]))).draw()),
        Example::new("page/plan/satisfied", || settled(|call| answer(call, HOME, &all([true, true, false, true, true]))).draw()),
        Example::new("page/plan/changed", || {
            settled(|call| answer(call, HOME, &all([false, true, true, true, true])))
                .click("[data-answer='power'] [data-action='change']")
                .click(NO)
                .click(GO)
                .draw()
        }),
        Example::new("page/plan/nothing-changed", || {
            settled(|call| answer(call, HOME, &all([false, true, true, true, true]))).click("[data-answer='power'] [data-action='change']").click(GO).draw()
        }),
        Example::new("page/plan/many-services", || {
            let known = |call: &Call| {
                let yes = ["registered", "maternity", "card", "parenting"].map(|question| (question, json!(true)));
                answer(call, "newborn", &[yes.as_slice(), &[("premium", json!("debit"))]].concat())
            };
            Scene::at("/bundles/newborn/plan").wire(known).draw()
        }),
        Example::new("page/plan/empty", || settled(|call| answer(call, HOME, &all([true, false, false, false, false]))).draw()),
        Example::new("page/plan/slow", || Scene::at("/bundles/home-transfer/plan?fault=slow@GET%20/bundles").draw()),
        Example::new("page/plan/unreachable", || Scene::at(PLAN).wire(unreachable).draw()),
        Example::new("page/plan/broken-definition", || Scene::at(PLAN).wire(broken).draw()),
    ]
}

/// A guide of which nothing is known.
fn unknown(address: &str) -> Scene {
    Scene::at(address).wire(|call| answer(call, HOME, &[]))
}

/// A plan of which every answer is known.
fn settled(wire: fn(&Call) -> Answered) -> Scene {
    Scene::at(PLAN).wire(wire)
}

fn all(answers: [bool; 5]) -> Vec<(&'static str, Value)> {
    ["transferred", "water", "power", "piped_gas", "gas"].into_iter().zip(answers.map(Value::Bool)).collect()
}

fn unreachable(call: &Call) -> Answered {
    call.path.starts_with("/bundles/").then_some(Err(TransportError::Unreachable))
}

/// A definition in which a service waits for itself.
fn broken(call: &Call) -> Answered {
    answer_with(call, HOME, &[], |defined| {
        defined["services"][0]["after"] = json!([{"service": "water-transfer"}]);
    })
}
