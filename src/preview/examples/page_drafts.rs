//! What was not finished: the list, and the form where a backend keeps no drafts.

use crate::backend::transport::TransportError;
use crate::preview::desk::Desk;
use crate::preview::example::Example;
use crate::preview::scene::Scene;
use serde_json::json;

const SERVICE: &str = "no-criminal-record";
const DRAFTS: &str = "/drafts";
/// The form at a backend that keeps no drafts.
const UNKEPT: &str = "/services/no-criminal-record/form?fault=no-drafts";

pub fn examples() -> Vec<Example> {
    [list(), device(), home()].concat()
}

fn list() -> Vec<Example> {
    vec![
        Example::new("page/drafts/list", || left_unfinished().draw()),
        Example::new("page/drafts/delete", || left_unfinished().click("[data-action='delete']").draw()),
        Example::new("page/drafts/deleted", || left_unfinished().click("[data-action='delete']").click("[data-action='delete-confirm']").draw()),
        Example::new("page/drafts/delete-failed", || {
            left_unfinished()
                .wire(|call| (call.path.starts_with("/drafts/")).then_some(Err(TransportError::Unreachable)))
                .click("[data-action='delete']")
                .click("[data-action='delete-confirm']")
                .draw()
        }),
        Example::new("page/drafts/empty", || Scene::at("/drafts?person=zhao").draw()),
        Example::new("page/drafts/signed-out", || Scene::at(DRAFTS).draw()),
        Example::new("page/drafts/slow", || Scene::at("/drafts?person=lin&fault=slow@GET%20/drafts").draw()),
        Example::new("page/drafts/failed", || Scene::at("/drafts?person=lin&fault=server-error@GET%20/drafts").draw()),
    ]
}

fn device() -> Vec<Example> {
    vec![
        Example::new("page/form/not-kept", || typed().draw()),
        Example::new("page/form/keep-here", || typed().click("[data-action='keep']").draw()),
        Example::new("page/form/kept-here", || typed().click("[data-action='keep']").click("[data-action='keep-here']").draw()),
        Example::new("page/form/keep-not", || typed().click("[data-action='keep']").click("[data-action='keep-not']").draw()),
        Example::new("page/drafts/here", || typed().click("[data-action='keep']").click("[data-action='keep-here']").wait(100).visit(DRAFTS).draw()),
    ]
}

fn home() -> Vec<Example> {
    vec![Example::new("page/home/unfinished", || {
        Scene::after(|desk| {
            unfinished(desk);
            "/".to_owned()
        })
        .draw()
    })]
}

fn left_unfinished() -> Scene {
    Scene::after(|desk| {
        unfinished(desk);
        DRAFTS.to_owned()
    })
}

fn unfinished(desk: &Desk) {
    desk.verify("wen", SERVICE, &[]);
    desk.draft(SERVICE, &json!({"/purpose": "study"}), None);
    desk.wait(3_600_000 / 4);
    desk.draft("company-setup", &json!({"/employees": 3}), None);
}

/// Something is typed, and there is nowhere to keep it.
pub(in crate::preview) fn typed() -> Scene {
    Scene::after(|desk| {
        desk.verify("lin", SERVICE, &[]);
        UNKEPT.to_owned()
    })
    .fill("[data-field='/purpose'] select", "0")
    .wait(900)
}
