//! Whatever is asked, the backend answers: no panic, a status of HTTP, a body that is what its type says.

use crate::demo_desk::Desk;
use miaoban::backend::transport::{header, Call, Method};
use proptest::prelude::*;
use serde_json::Value;

fn segment() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "services",
            "themes",
            "divisions",
            "consents",
            "identity-sessions",
            "session",
            "acting",
            "guardian",
            "guardian-asks",
            "agree",
            "represented",
            "drafts",
            "attachments",
            "uploads",
            "parts",
            "0",
            "applications",
            "demo",
            "people",
            "provider",
            "outcome",
            "confirm",
            "link",
            "device-links",
            "open",
            "finish",
            "refuse",
            "rating",
            "ratings",
            "document",
            "form",
            "eligibility",
            "consent-terms",
            "prefill",
            "no-criminal-record",
            "identity",
            "passkeys",
            "bundles",
            "known",
            "forms",
            "matters",
            "retry",
            "delivery",
            "shares",
            "company-start",
            "bundle:company-start",
            "challenge",
            "x",
        ])
        .prop_map(str::to_owned),
        "[ -~]{0,6}",
        any::<String>(),
        Just("%".to_owned()),
        Just("%zz%00%ff".to_owned()),
    ]
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec![
            "no-criminal-record",
            "face",
            "lin",
            "success",
            "first",
            "image/png",
            "http://localhost:8080/",
            "identity",
            "strong",
            "password",
            "device"
        ])
        .prop_map(Value::from),
    ];
    let key = prop::sample::select(vec![
        "service_id",
        "terms_version",
        "granted",
        "refused",
        "method",
        "face",
        "consent_id",
        "acting_for",
        "for_other",
        "return_url",
        "state",
        "code",
        "person",
        "outcome",
        "form_version",
        "values",
        "submission_key",
        "data",
        "provenance",
        "kind",
        "version",
        "level",
        "tags",
        "text",
        "named",
        "name",
        "type",
        "size",
        "passkey",
        "id",
        "client_data",
        "authenticator_data",
        "public_key",
        "signature",
        "error",
        "iss",
        "algorithm",
        "account",
        "password",
        "services",
        "answers",
        "bundle_id",
        "bundle_version",
        "parts",
        "way",
        "confirmed",
        "zh-CN",
        "",
    ]);
    leaf.prop_recursive(3, 24, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..12).prop_map(|m| Value::Object(m.into_iter().collect())),
        ]
    })
}

fn call() -> impl Strategy<Value = Call> {
    let method = prop::sample::select(vec![Method::Get, Method::Post, Method::Put, Method::Delete]);
    let path = (prop::collection::vec(segment(), 0..5), prop::option::of("[a-z=&%_.0-9]{0,20}"))
        .prop_map(|(parts, query)| format!("/{}{}", parts.join("/"), query.map(|q| format!("?{q}")).unwrap_or_default()));
    let body = prop_oneof![prop::collection::vec(any::<u8>(), 0..64), json().prop_map(|v| v.to_string().into_bytes())];
    let name = prop::sample::select(vec![
        "X-Requested-With",
        "Idempotency-Key",
        "Accept-Language",
        "Cookie",
        "X-Demo-Fault",
        "If-None-Match",
        "Content-Type",
        "X-File-Name",
        "Authorization",
        "X-CSRF-Token",
    ]);
    let value = prop_oneof![
        any::<String>(),
        prop::sample::select(vec![
            "miaoban",
            "application/json",
            "application/octet-stream",
            "image/png",
            "zh-Hant;q=0.5, en",
            "miaoban_session=x",
            "Bearer x",
            "malformed",
            "html,slow",
            "lost-response@POST /",
            "source-down:*",
            "empty-body",
            "server-error-once@GET /session",
            "*",
            "%E4%B8%AD.pdf",
        ])
        .prop_map(str::to_owned),
    ];
    (method, path, prop::collection::vec((name.prop_map(str::to_owned), value), 0..6), body, any::<bool>()).prop_map(
        |(method, path, mut headers, body, ours)| {
            if ours {
                headers.insert(0, ("X-Requested-With".to_owned(), "miaoban".to_owned()));
                headers.insert(0, ("Idempotency-Key".to_owned(), "k".to_owned()));
            }
            Call { method, path, headers, body }
        },
    )
}

/// Requests of a person who is signed in, and of one who is not, in a row against one store.
#[test]
fn any_request_gets_an_answer() {
    let mut desk = Desk::new();
    desk.verify("no-criminal-record", "lin", &[]);
    let session = {
        use miaoban::demo::Store;
        desk.store.list("session").first().map(|(id, _)| id.clone()).expect("a session")
    };
    let desk = std::cell::RefCell::new(desk);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() });
    let result = runner.run(&(call(), any::<bool>()), |(mut call, known)| {
        if known {
            call.headers.push(("Cookie".to_owned(), format!("miaoban_session={session}")));
        }
        let answer = desk.borrow_mut().send(&call);
        let reply = answer.response;
        prop_assert!((200..600).contains(&reply.status));
        let asked = header(&call.headers, "X-Demo-Fault").unwrap_or_default();
        let kind = header(&reply.headers, "Content-Type").unwrap_or_default();
        if kind.ends_with("json") && !asked.contains("malformed") && !asked.contains("empty-body") {
            prop_assert!(serde_json::from_slice::<Value>(&reply.body).is_ok());
        }
        if reply.status >= 400 {
            prop_assert_eq!(kind, "application/problem+json");
        }
        Ok(())
    });
    result.unwrap_or_else(|e| panic!("{e}"));
}

/// The same clock and the same random numbers give the same answers: a scenario address always shows the same page.
#[test]
fn the_same_requests_get_the_same_answers() {
    let walk = || {
        let mut desk = Desk::new();
        let application = desk.apply("no-criminal-record", "lin");
        (desk.decided(&application), serde_json::to_string(&desk.store).expect("a store serialises"))
    };
    assert_eq!(walk(), walk());
}
