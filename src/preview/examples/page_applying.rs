//! The form that fills itself, and the review.

use crate::backend::transport::{Call, Method, Reply, TransportError};
use crate::backend::ApiError;
use crate::pages::applying::Opening;
use crate::preview::example::Example;
use crate::preview::scene::Scene;
use crate::route::Route;
use crate::state::load::Loading;
use leptos::prelude::*;
use serde_json::{json, Value};
use std::cell::Cell;

const FORM: &str = "/services/no-criminal-record/form";
const REVIEW: &str = "/services/no-criminal-record/review";
const SERVICE: &str = "no-criminal-record";

pub fn examples() -> Vec<Example> {
    [opening(), form(), kinds(), troubles(), review()].concat()
}

/// A page of an application whose file is on its way, or did not come.
fn opening() -> Vec<Example> {
    vec![
        Example::new("page/opening/slow", || view! { <Opening fetching=Loading::start(std::future::pending) back=guide() /> }.into_any()),
        Example::new("page/opening/failed", || view! { <Opening fetching=Loading::start(|| async { Err(ApiError::Unreachable) }) back=guide() /> }.into_any()),
    ]
}

fn guide() -> Route {
    Route::Service { id: SERVICE.to_owned() }
}

fn form() -> Vec<Example> {
    vec![
        Example::new("page/form/lin-filled", || Scene::at("/services/no-criminal-record/form?person=lin").draw()),
        Example::new("page/form/tang", || Scene::at("/services/no-criminal-record/form?person=tang").draw()),
        Example::new("page/form/chan", || Scene::at("/services/no-criminal-record/form?person=chan").draw()),
        Example::new("page/form/mueller", || Scene::at("/services/no-criminal-record/form?person=mueller").draw()),
        Example::new("page/form/typed", || {
            Scene::after(|desk| {
                desk.verify("lin", SERVICE, &[]);
                desk.draft(SERVICE, &purpose(), None);
                FORM.to_owned()
            })
            .draw()
        }),
        Example::new("page/form/answers-lost", || {
            Scene::after(|desk| {
                desk.verify("lin", SERVICE, &[]);
                desk.draft(SERVICE, &json!({"/purpose": "unheard-of", "/old_question": "yes"}), None);
                FORM.to_owned()
            })
            .draw()
        }),
        Example::new("page/form/reread", || {
            Scene::after(|desk| {
                desk.verify("lin", SERVICE, &[]);
                desk.break_wire(Some(moved));
                FORM.to_owned()
            })
            .click("[data-source-card='contact'] [data-action='read-again']")
            .draw()
        }),
        Example::new("page/form/dispute", || {
            Scene::at("/services/no-criminal-record/form?person=lin").click("[data-source-card='household'] [data-action='dispute']").draw()
        }),
        Example::new("page/form/dispute-noted", || {
            Scene::at("/services/no-criminal-record/form?person=lin")
                .click("[data-source-card='identity'] [data-action='dispute']")
                .click("[data-dispute='/name'] [data-action='note']")
                .draw()
        }),
        Example::new("page/form/problems", || Scene::at("/services/no-criminal-record/form?person=lin").click("[data-action='primary']").draw()),
    ]
}

/// Between them these forms have every kind of field.
fn kinds() -> Vec<Example> {
    vec![
        Example::new("page/form/residence-permit", || Scene::at("/services/residence-permit/form?person=zhao").draw()),
        Example::new("page/form/company-setup", || Scene::at("/services/company-setup/form?person=wen").draw()),
        Example::new("page/form/company-setup-whole", || Scene::at("/services/company-setup/form?person=wen").click("[data-action='pages']").draw()),
        Example::new("page/form/company-setup-last", || Scene::at("/services/company-setup/form/seals?person=wen").draw()),
        Example::new("page/form/company-setup-typed", || {
            Scene::after(|desk| {
                desk.verify("wen", "company-setup", &[]);
                let shareholders = json!([{"name": "", "share": 60}, {"share": 40}]);
                desk.draft(
                    "company-setup",
                    &json!({"/shareholders": shareholders, "/finance_same": false, "/tax_same": false, "/employees": 3, "/capital": 500_000, "/address_kind": "rented"}),
                    None,
                );
                "/services/company-setup/form/shareholders".to_owned()
            })
            .click("[data-action='primary']")
            .draw()
        }),
        Example::new("page/form/name-refused", || named("\u{6df1}\u{5733}\u{5e02}\u{4e91}\u{6749}\u{79d1}\u{6280}\u{6709}\u{9650}\u{516c}\u{53f8}", "").draw()),
        Example::new("page/form/name-passed", || {
            named("\u{6df1}\u{5733}\u{5e02}\u{65b0}\u{4e91}\u{6749}\u{79d1}\u{6280}\u{6709}\u{9650}\u{516c}\u{53f8}", "").draw()
        }),
        Example::new("page/form/name-checking", || {
            named("\u{6df1}\u{5733}\u{5e02}\u{65b0}\u{4e91}\u{6749}\u{79d1}\u{6280}\u{6709}\u{9650}\u{516c}\u{53f8}", "?fault=slow@POST%20/services").draw()
        }),
        Example::new("page/form/name-unknown", || {
            named("\u{6df1}\u{5733}\u{5e02}\u{65b0}\u{4e91}\u{6749}\u{79d1}\u{6280}\u{6709}\u{9650}\u{516c}\u{53f8}", "?fault=server-error@POST%20/services")
                .draw()
        }),
        Example::new("page/form/graduate-settlement", || Scene::at("/services/graduate-settlement/form?person=gao").draw()),
        Example::new("page/form/senior-allowance", || Scene::at("/services/senior-allowance/form?person=he").draw()),
        Example::new("page/form/car-quota-extension", || Scene::at("/services/car-quota-extension/form?person=lin").draw()),
    ]
}

/// Somebody without a reserved name types one, and leaves the field.
fn named(name: &'static str, scenario: &'static str) -> Scene {
    Scene::after(move |desk| {
        desk.verify("gao", "company-setup", &[]);
        format!("/services/company-setup/form{scenario}")
    })
    .fill("[data-field='/company_name'] input", name)
}

fn troubles() -> Vec<Example> {
    vec![
        Example::new("page/form/reading", || Scene::at("/services/no-criminal-record/form?person=lin&fault=source-slow:household,source-slow:contact").draw()),
        Example::new("page/form/source-down", || {
            Scene::at("/services/no-criminal-record/form?person=lin&fault=source-down:household,source-down:contact").draw()
        }),
        Example::new("page/form/typed-by-hand", || {
            Scene::at("/services/no-criminal-record/form?person=lin&fault=source-down:household")
                .click("[data-source-card='household'] [data-action='type-by-hand']")
                .draw()
        }),
        Example::new("page/form/source-unreachable", || {
            Scene::after(|desk| {
                desk.verify("lin", SERVICE, &[]);
                FORM.to_owned()
            })
            .wire(|call| call.path.contains("/prefill/household").then_some(Err(TransportError::Unreachable)))
            .draw()
        }),
        Example::new("page/form/source-refused", || {
            Scene::after(|desk| {
                desk.verify("lin", SERVICE, &["household", "contact"]);
                FORM.to_owned()
            })
            .draw()
        }),
        Example::new("page/form/certificate-expired", || Scene::at("/services/no-criminal-record/form?person=lin&fault=source-expired:household").draw()),
        Example::new("page/form/slow", || Scene::at("/services/no-criminal-record/form?person=lin&fault=slow@GET%20/services/no-criminal-record/form").draw()),
        Example::new("page/form/needs-identity", || Scene::at(FORM).draw()),
        Example::new("page/form/broken-definition", || Scene::at("/services/no-criminal-record/form?person=lin&fault=bad-definition").draw()),
        Example::new("page/form/server-error", || {
            Scene::at("/services/no-criminal-record/form?person=lin&fault=server-error@GET%20/services/no-criminal-record/form").draw()
        }),
        Example::new("page/form/session-expired", || unsaved_scene(|call| unsaved(call, 401)).draw()),
        Example::new("page/form/carry-over", || unsaved_scene(|call| unsaved(call, 401)).click("[data-action='primary']").draw()),
        Example::new("page/form/save-failed", || unsaved_scene(|call| unsaved(call, 500)).draw()),
        Example::new("page/form/saved", || unsaved_scene(|_| None).draw()),
    ]
}

/// A form in which something is typed, and how saving it is answered.
fn unsaved_scene(answer: fn(&Call) -> Option<Result<Reply, TransportError>>) -> Scene {
    Scene::after(|desk| {
        desk.verify("lin", SERVICE, &[]);
        desk.draft(SERVICE, &json!({"/purpose": "other"}), None);
        FORM.to_owned()
    })
    .wire(answer)
    .fill("[data-field='/purpose_other'] input", "zzzz")
    .wait(900)
}

fn unsaved(call: &Call, status: u16) -> Option<Result<Reply, TransportError>> {
    (call.method == Method::Put).then_some(Ok(Reply { status, headers: Vec::new(), body: Vec::new() }))
}

fn review() -> Vec<Example> {
    vec![
        Example::new("page/review/lin", || to_review("lin").draw()),
        Example::new("page/review/chan", || to_review("chan").draw()),
        Example::new("page/review/needs-identity", || Scene::at(REVIEW).draw()),
        Example::new("page/review/submitting", || {
            Scene::after(|desk| {
                desk.verify("lin", SERVICE, &[]);
                desk.draft(SERVICE, &purpose(), None);
                format!("{REVIEW}?fault=slow@POST%20/applications")
            })
            .click("[data-action='primary']")
            .draw()
        }),
        Example::new("page/review/submit-lost", || {
            to_review("lin").wire(|call| submission(call).then_some(Err(TransportError::Unreachable))).click("[data-action='primary']").draw()
        }),
        Example::new("page/review/submit-refused", || to_review("lin").behind(|desk| desk.withdraw(SERVICE)).click("[data-action='primary']").draw()),
        Example::new("page/review/submit-broken", || {
            to_review("lin")
                .wire(|call| submission(call).then_some(Ok(Reply { status: 500, headers: Vec::new(), body: Vec::new() })))
                .click("[data-action='primary']")
                .draw()
        }),
        Example::new("page/review/session-expired", || {
            to_review("lin")
                .wire(|call| submission(call).then_some(Ok(Reply { status: 401, headers: Vec::new(), body: Vec::new() })))
                .click("[data-action='primary']")
                .draw()
        }),
    ]
}

fn submission(call: &Call) -> bool {
    call.method == Method::Post && call.path == "/applications"
}

fn to_review(person: &'static str) -> Scene {
    Scene::after(|desk| {
        desk.verify(person, SERVICE, &[]);
        desk.draft(SERVICE, &purpose(), None);
        REVIEW.to_owned()
    })
}

/// What a person types on 无犯罪记录证明.
pub(super) fn purpose() -> Value {
    json!({"/purpose": "study", "/delivery": "pickup", "/pickup_window": "futian"})
}

/// A contact record that has changed when it is read a second time.
fn moved(call: &Call) -> Option<Result<Reply, TransportError>> {
    thread_local! {
        static READ: Cell<u32> = const { Cell::new(0) };
    }
    if !call.path.contains("/prefill/contact") {
        return None;
    }
    READ.set(READ.get() + 1);
    let said = |pointer: &str, value: &str| json!({"pointer": pointer, "value": value, "level": "B", "edit": "allowed"});
    let fields = [said("/phone", "13900139000"), said("/email", "lin@example.com")];
    let body = json!({"source": "contact", "name": "\u{8054}\u{7cfb}\u{65b9}\u{5f0f}", "status": "filled", "fields": fields});
    let reply = Reply { status: 200, headers: vec![("Content-Type".to_owned(), "application/json".to_owned())], body: body.to_string().into_bytes() };
    READ.get().is_multiple_of(2).then_some(Ok(reply))
}
