//! A bundle of four small services for tests: a licence that partners confirm, seals and an insurance that go on with its number, and an account that
//! waits for nothing.

use crate::demo_desk::{files, Desk};
use miaoban::backend::transport::{Method, Reply};
use serde_json::{json, Value};
use std::collections::BTreeMap;

pub const FILE: &str = "bundles/start.json";
pub const SERVICE: &str = "bundle:start";
/// 唐远舟, a partner.
pub const TANG: &str = "440303198604251139";

/// A service that is approved unless its `wish` is `taken`, and looked at by a person where it is `odd`.
fn service(id: &str, properties: &Value, required: &Value, more: &Value) -> Value {
    let outcome = |title: &str| json!({"title": title, "text": format!("{id}: {title}")});
    let mut approved = outcome("granted");
    approved["document"] = json!({
        "kind": "certificate", "title": format!("{id} paper"), "issuer": format!("{id} office"), "number_prefix": id.to_uppercase(),
        "fields": [{"label": "代码", "value": "{{ application.wish }}-{{ application.name }}", "mask": "id"}],
    });
    let mut service = json!({
        "id": id, "guide": {"name": format!("{id} service"), "agency": format!("{id} office"), "summary": "x", "duration": "x", "cost": "x"},
        "consent": {"version": "1", "purpose": "x", "sources": [{"id": "identity", "purpose": format!("for {id}"), "refusal": "x", "fields": ["name"]}]},
        "form": {"version": "1", "schema": {
            "type": "object", "required": required, "properties": properties, "x-sections": [{"id": "all", "title": "All", "fields": ["/name"]}],
        }},
        "prefill": {"identity": [{"pointer": "/name", "from": "record.name", "mask": "name", "edit": "locked"}]},
        "rules": [{"id": "wish", "text": "the wish can be granted", "check": "!(application.wish == 'taken') && (!(application.wish == 'odd') || `null`)", "ms": 1000}],
        "outcomes": {"approved": approved, "rejected": outcome("not granted"), "manual": {"title": "with us", "text": "an officer looks at it"}},
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        service[key] = value.clone();
    }
    service
}

/// The definition of the bundle.
pub fn definition() -> Value {
    let member = |id: &str, more: Value| {
        let mut member =
            json!({"id": id, "included": "it is needed", "excluded": "it is not needed", "minutes": 60, "demo_ms": 2000, "sections": {"all": "you"}});
        for (key, value) in more.as_object().into_iter().flatten() {
            member[key] = value.clone();
        }
        member
    };
    let after = json!([{"service": "licence", "satisfied": "licensed", "satisfied_by": "you have one"}]);
    let flows = json!([{"from": "licence", "name": "the number", "to": "/number", "value": "document.fields[?label=='代码'].value | [0]"}]);
    json!({
        "id": "start", "version": "1", "audience": "company", "event": "starting", "themes": ["business"], "search": ["start"], "popularity": 9,
        "guide": {"name": "A start", "summary": "all at once", "cost": "free", "promise": "soon", "who": ["you"], "results": ["papers"], "windows": []},
        "consent": {"version": "7", "purpose": "to fill in all of it"},
        "questions": [
            {"id": "licensed", "text": "Is there a licence?", "kind": "yes_no"},
            {"id": "staff", "text": "Is there staff?", "kind": "yes_no"},
            {"id": "name", "text": "Who are you?", "kind": "choice", "options": [{"value": "林知予", "title": "Lin"}, {"value": "other", "title": "Other"}], "when": "staff",
             "known": {"source": "identity", "from": "records.identity.name"}},
        ],
        "services": [
            member("licence", json!({"when": "!(licensed)"})),
            member("seals", json!({"after": after, "flows": flows})),
            member("cover", json!({"when": "staff", "after": after, "flows": flows})),
            member("account", json!({})),
        ],
        "facts": [{"id": "you", "places": [{"service": "licence", "pointer": "/name"}, {"service": "seals", "pointer": "/name"}]}],
        "subjects": [{"id": "you", "title": "You"}],
        "materials": [{"id": "card", "name": "Card", "how": "certificate", "text": "shared", "services": ["licence", "seals"]}],
        "parties": {"service": "licence", "each": "partners", "id_number": "id_number", "name": "name", "what": "a share of {{ share }}%", "lines": [{"label": "Share", "value": "share"}]},
        "delivery": {"ways": [{"id": "post", "name": "Post", "text": "to your door"}], "electronic": ["licence", "cover", "account"]},
        "next": [
            {"title": "File it", "text": "in time", "due": {"after_days": 15}},
            {"title": "Insure", "text": "them", "when": "answers.staff", "because": "there is staff"},
            {"title": "Of age", "text": "x", "when": "records.identity.name == '林知予' && parts.account.document.number"},
        ],
    })
}

/// The shipped data with the bundle and its services.
pub fn with(definition: &Value) -> BTreeMap<String, String> {
    let mut files = files();
    let text = json!({"type": "string", "title": "x"});
    let partner = json!({"type": "object", "required": ["name", "id_number", "share"], "properties": {"name": text, "id_number": text, "share": {"type": "number", "title": "x"}}});
    let partners = json!({"type": "array", "title": "Partners", "items": partner});
    let household = json!({"consent": {"version": "1", "purpose": "x", "sources": [
        {"id": "identity", "purpose": "for cover", "refusal": "x", "fields": ["number"]}, {"id": "household", "purpose": "for cover", "refusal": "x"},
    ]}});
    let check = json!({"checks": {"free": {"refuse": [{"when": "value == 'spoken for'", "message": "it is spoken for"}]}}});
    let mut checked = text.clone();
    checked["x-check"] = json!({"name": "free"});
    let services = [
        service("licence", &json!({"name": text, "wish": checked, "partners": partners}), &json!(["name", "wish"]), &check),
        service("seals", &json!({"name": text, "wish": text, "number": text}), &json!(["name", "number"]), &json!({})),
        service("cover", &json!({"name": text, "wish": text, "number": text}), &json!(["number"]), &household),
        service("account", &json!({"name": text, "wish": text}), &json!(["wish"]), &json!({})),
    ];
    let mut index: Value = serde_json::from_str(&files["index.json"]).expect("JSON");
    for service in services {
        let name = format!("services/{}.json", service["id"].as_str().unwrap_or_default());
        index["services"].as_array_mut().expect("services").push(json!(name));
        files.insert(name, service.to_string());
    }
    index["bundles"] = json!([FILE]);
    files.insert("index.json".to_owned(), index.to_string());
    files.insert(FILE.to_owned(), definition.to_string());
    files
}

pub fn desk() -> Desk {
    Desk::with(&with(&definition())).unwrap_or_else(|e| panic!("{e}"))
}

/// The definition with one place changed.
pub fn changed(pointer: &str, value: Value) -> Value {
    let mut definition = definition();
    *definition.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
    definition
}

/// A verified person who agrees to everything for these services; the consent's id.
pub fn sign_in(desk: &mut Desk, person: &str, services: &[&str]) -> String {
    assert_eq!(desk.call(Method::Post, "/demo/session", Some(&json!({"person": person, "level": "verified"})), None).response.status, 200);
    let terms = desk.get(&format!("/services/{SERVICE}/consent-terms?services={}", services.join(",")));
    let granted: Vec<&Value> = terms["sources"].as_array().into_iter().flatten().map(|s| &s["id"]).collect();
    let body = json!({
        "service_id": SERVICE, "terms_version": terms["version"], "granted": granted, "refused": [], "method": "session", "face": false,
        "services": services, "answers": {"staff": true},
    });
    desk.posted("/consents", &body)["id"].as_str().expect("id").to_owned()
}

pub const ALL: [&str; 4] = ["licence", "account", "seals", "cover"];

/// What the app would submit for these services, with one wish each.
pub fn submission(consent: &str, answers: &Value, wishes: &[(&str, &str)]) -> Value {
    let part = |(service, wish): &(&str, &str)| {
        let mut data = json!({"name": "林知予"});
        if !wish.is_empty() {
            data["wish"] = json!(wish);
        }
        json!({"service_id": service, "form_version": "1", "data": data, "provenance": {"/name": "identity"}})
    };
    json!({"bundle_id": "start", "bundle_version": "1", "answers": answers, "consent_id": consent, "parts": wishes.iter().map(part).collect::<Vec<_>>()})
}

/// All four services, where everything goes well.
pub fn whole(consent: &str) -> Value {
    submission(consent, &json!({"licensed": false, "staff": true, "name": "林知予"}), &[("licence", "a"), ("seals", ""), ("cover", ""), ("account", "b")])
}

/// The same with a partner who has to confirm.
pub fn shared(consent: &str) -> Value {
    let mut body = whole(consent);
    body["parts"][0]["data"]["partners"] =
        json!([{"name": "唐远舟", "id_number": TANG, "share": 40}, {"name": "林知予", "id_number": "440304199207163128", "share": 60}]);
    body
}

/// Where each part stands, by service.
pub fn stands(matter: &Value) -> BTreeMap<String, String> {
    let parts = matter["parts"].as_array().expect("parts");
    parts.iter().map(|p| (p["service"]["id"].as_str().unwrap_or_default().to_owned(), p["status"].as_str().unwrap_or_default().to_owned())).collect()
}

pub fn part<'a>(matter: &'a Value, service: &str) -> &'a Value {
    matter["parts"].as_array().into_iter().flatten().find(|p| p["service"]["id"] == service).unwrap_or_else(|| panic!("no part {service}"))
}

pub fn matter(desk: &mut Desk, matter: &Value) -> Value {
    desk.get(&format!("/matters/{}", matter["id"].as_str().expect("id")))
}

pub fn retry(desk: &mut Desk, matter: &Value, service: &str) -> Reply {
    desk.call(Method::Post, &format!("/matters/{}/parts/{service}/retry", matter["id"].as_str().expect("id")), None, None).response
}
