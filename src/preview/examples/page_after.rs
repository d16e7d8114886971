//! The decision, my applications, and the rating.

use super::page_applying::purpose;
use crate::backend::transport::TransportError;
use crate::preview::desk::Desk;
use crate::preview::example::Example;
use crate::preview::scene::Scene;

const SERVICE: &str = "no-criminal-record";
/// Longer than every rule of a service takes, in milliseconds.
const LONG: i64 = 60_000;

pub fn examples() -> Vec<Example> {
    [decision(), applications(), rating()].concat()
}

fn decision() -> Vec<Example> {
    vec![
        Example::new("page/decision/checking-begun", || decided("lin", 0).draw()),
        Example::new("page/decision/checking-half-way", || decided("lin", 1_300).draw()),
        Example::new("page/decision/approved", || decided("lin", LONG).draw()),
        Example::new("page/decision/approved-document", || decided("lin", LONG).click("[data-action='document']").draw()),
        Example::new("page/decision/rejected", || decided("tang", LONG).draw()),
        Example::new("page/decision/rejected-notice", || decided("tang", LONG).click("[data-action='document']").draw()),
        Example::new("page/decision/manual", || decided("chan", LONG).draw()),
        Example::new("page/decision/rated", || {
            Scene::after(|desk| {
                let id = apply(desk, "lin", LONG);
                desk.rate(&id, "first", 5, "");
                desk.rate(&id, "additional", 4, "");
                format!("/applications/{id}")
            })
            .draw()
        }),
        Example::new("page/decision/not-found", || {
            Scene::after(|desk| {
                desk.verify("lin", SERVICE, &[]);
                "/applications/SZ0".to_owned()
            })
            .draw()
        }),
        Example::new("page/decision/signed-out", || Scene::at("/applications/SZ0").draw()),
        Example::new("page/decision/slow", || Scene::after(|desk| format!("/applications/{}?fault=slow@GET%20/applications", apply(desk, "lin", LONG))).draw()),
        Example::new("page/decision/unreachable", || {
            decided("lin", LONG).wire(|call| call.path.starts_with("/applications/").then_some(Err(TransportError::Unreachable))).draw()
        }),
    ]
}

fn applications() -> Vec<Example> {
    vec![
        Example::new("page/applications/list", || Scene::at("/applications?person=lin").draw()),
        Example::new("page/applications/rejected", || Scene::at("/applications?person=tang").draw()),
        Example::new("page/applications/manual", || Scene::at("/applications?person=chan").draw()),
        Example::new("page/applications/empty", || Scene::at("/applications?person=zhao").draw()),
        Example::new("page/applications/signed-out", || Scene::at("/applications").draw()),
        Example::new("page/applications/failed", || Scene::at("/applications?person=lin&fault=server-error").draw()),
    ]
}

fn rating() -> Vec<Example> {
    vec![
        Example::new("page/rating/fresh", || rate("lin").draw()),
        Example::new("page/rating/two-stars", || rate("lin").click("input[type='radio'][value='2']").draw()),
        Example::new("page/rating/two-stars-tags", || {
            rate("lin").click("input[type='radio'][value='2']").click(".mb-choice input[type='checkbox']").fill("textarea", "zzz").draw()
        }),
        Example::new("page/rating/five-stars", || rate("lin").click("input[type='radio'][value='5']").draw()),
        Example::new("page/rating/no-stars", || rate("lin").click("[data-action='primary']").draw()),
        Example::new("page/rating/rated-once", || {
            Scene::after(|desk| {
                let id = apply(desk, "lin", LONG);
                desk.rate(&id, "first", 2, "");
                format!("/applications/{id}/rating")
            })
            .draw()
        }),
        Example::new("page/rating/closed", || {
            Scene::after(|desk| {
                let id = apply(desk, "lin", LONG);
                desk.rate(&id, "first", 5, "");
                desk.rate(&id, "additional", 1, "");
                format!("/applications/{id}/rating")
            })
            .draw()
        }),
        Example::new("page/rating/not-yet", || Scene::after(|desk| format!("/applications/{}/rating", apply(desk, "lin", 0))).draw()),
        Example::new("page/rating/failed", || {
            rate("lin")
                .wire(|call| call.path.ends_with("/ratings").then_some(Err(TransportError::Unreachable)))
                .click("input[type='radio'][value='5']")
                .click("[data-action='primary']")
                .draw()
        }),
    ]
}

/// A person's application, looked at some milliseconds after it was submitted.
fn decided(person: &'static str, after_ms: i64) -> Scene {
    Scene::after(|desk| format!("/applications/{}", apply(desk, person, after_ms)))
}

fn rate(person: &'static str) -> Scene {
    Scene::after(|desk| format!("/applications/{}/rating", apply(desk, person, LONG)))
}

fn apply(desk: &Desk, person: &str, then_ms: i64) -> String {
    let id = desk.apply(person, SERVICE, &purpose());
    desk.wait(then_ms);
    id
}
