//! config.json, beside what `address` tests of it: how a session is carried, a shared terminal, a wrapper.

use miaoban::model::config::Config;
use miaoban::model::host::Host;
use miaoban::model::idling::Kiosk;
use miaoban::model::session::Carrying;
use serde_json::{json, Value};

fn config(member: &str, value: &Value) -> Result<Config, String> {
    let mut whole = json!({"backend": "/api", "languages": ["en"]});
    whole[member] = value.clone();
    Config::read(&whole.to_string(), false).map_err(|p| p.pointer)
}

/// Guards against a configuration that the deployer meant otherwise: a slip is told with its place, and not passed over.
#[test]
fn each_part_is_read_strictly() {
    let csrf = |header: &str| json!({"kind": "cookie", "csrf": {"header": header}});
    for (value, wanted) in [
        (json!({"kind": "cookie"}), Ok(Carrying::default())),
        (json!({"kind": "bearer"}), Ok(Carrying::Bearer)),
        (csrf("X-CSRF-Token"), Ok(Carrying::Cookie { csrf: Some("X-CSRF-Token".to_owned()) })),
        (json!({"kind": "token"}), Err("/session")),
        (json!({}), Err("/session")),
        (json!("bearer"), Err("/session")),
        (json!({"kind": "bearer", "csrf": {"header": "X"}}), Err("/session/csrf")),
        (json!({"kind": "cookie", "crsf": {}}), Err("/session/crsf")),
        (json!({"kind": "cookie", "csrf": {}}), Err("/session/csrf")),
        (csrf("X Y"), Err("/session/csrf")),
        (csrf("X: y\r\nZ"), Err("/session/csrf")),
        (csrf(""), Err("/session/csrf")),
    ] {
        assert_eq!(config("session", &value).map(|c| c.session), wanted.map_err(str::to_owned), "{value}");
    }
    for (value, wanted) in [
        (json!(null), Ok(None)),
        (json!({"idle_s": 90}), Ok(Some(Kiosk { idle_s: 90 }))),
        (json!({"idle_s": 19}), Err("/kiosk")),
        (json!({"idle_s": 3601}), Err("/kiosk")),
        (json!({"idle_s": "90"}), Err("/kiosk")),
        (json!({"idle": 90}), Err("/kiosk/idle")),
        (json!(true), Err("/kiosk")),
    ] {
        assert_eq!(config("kiosk", &value).map(|c| c.kiosk), wanted.map_err(str::to_owned), "{value}");
    }
    let (function, message) = (|name: &str| json!({"kind": "function", "name": name}), |origin: &str| json!({"kind": "message", "origin": origin}));
    for (value, wanted) in [
        (function("miaobanHost"), Ok(Host::Function("miaobanHost".to_owned()))),
        (message("https://host.example"), Ok(Host::Message("https://host.example".to_owned()))),
        (message("https://host.example:8443"), Ok(Host::Message("https://host.example:8443".to_owned()))),
        (message("http://localhost:4500"), Ok(Host::Message("http://localhost:4500".to_owned()))),
        (function(""), Err("/host")),
        (function("a.b"), Err("/host")),
        (function("1a"), Err("/host")),
        (json!({"kind": "function", "origin": "https://host.example"}), Err("/host")),
        (json!({"kind": "message", "name": "x", "origin": "https://host.example"}), Err("/host/name")),
        (json!({"kind": "native", "name": "x"}), Err("/host")),
    ] {
        assert_eq!(config("host", &value).map(|c| c.host), wanted.map(Some).map_err(str::to_owned), "{value}");
    }
    // None of these is ever what a browser says of where a message comes from.
    for origin in [
        "*",
        "null",
        "http://host.example",
        "http://localhost.example",
        "https://Host.example",
        "https://host.example/",
        "https://host.example:443",
        "https://u@host.example",
        "https://",
        "https://host.example:",
        "https://*.example",
        "https://host.example:08443",
    ] {
        assert_eq!(config("host", &message(origin)).map(|c| c.host), Err("/host".to_owned()), "{origin}");
    }
}
