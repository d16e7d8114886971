//! Addresses of the app, and the configuration that a deployer writes.

use miaoban::model::config::Config;
use miaoban::route::{decode, Route};
use miaoban::words::{fill, Lang};
use proptest::prelude::*;

#[test]
fn every_address_is_read_as_the_page_that_wrote_it() {
    let id = || "a b/无?#%".to_owned();
    let routes = [
        Route::Home,
        Route::Theme { id: id() },
        Route::Service { id: id() },
        Route::Consent { service: id() },
        Route::Handoff,
        Route::form(id()),
        Route::Form { service: id(), part: Some(id()) },
        Route::Review { service: id() },
        Route::Applications,
        Route::Decision { application: id() },
        Route::Rating { application: id() },
    ];
    for route in routes {
        assert_eq!(Route::parse(&route.path()), route, "{}", route.path());
    }
}

#[test]
fn an_unknown_address_gets_the_page_that_helps() {
    for path in ["/services", "/services/a/b", "/x", "/applications/a/rating/b", "/%ff%"] {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
}

#[test]
fn a_wrong_configuration_names_the_member_at_fault() {
    let pointer = |text: &str, demo: bool| Config::read(text, demo).expect_err(text).pointer;
    assert_eq!(pointer(r#"{"backend":"ftp://x"}"#, true), "/backend");
    assert_eq!(pointer(r#"{"backend":"//evil.example"}"#, true), "/backend");
    assert_eq!(pointer(r#"{"backend":"javascript:alert(1)"}"#, true), "/backend");
    assert_eq!(pointer(r#"{"backend":null}"#, false), "/backend");
    assert_eq!(pointer(r#"{"backend":"/api","languages":["zh-CN","tlh"]}"#, false), "/languages/1");
    let misspelt = Config::read(r#"{"backend":"/api","langauges":[]}"#, false).expect_err("misspelt");
    assert!(format!("{} {}", misspelt.pointer, misspelt.reason).contains("langauges"), "{misspelt:?}");
    assert!(Config::read("{", true).expect_err("broken").reason.contains("line 1"));
}

#[test]
fn a_configuration_without_languages_offers_all_of_them() {
    let config = Config::read(r#"{"backend":"/api"}"#, false).expect("valid");
    assert_eq!(config.languages.len(), Lang::ALL.len());
    assert_eq!(config.backend.as_deref(), Some("/api"));
}

#[test]
fn a_placeholder_without_a_value_stays_visible() {
    assert_eq!(fill("{a} and {b}", &[("a", "1")]), "1 and {b}");
    assert_eq!(fill("open {a", &[("a", "1")]), "open {a");
}

proptest! {
    #[test]
    fn no_address_breaks_the_reader(path in ".*") {
        let _ = Route::parse(&path);
        let _ = decode(&path);
        let _ = Config::read(&path, true);
    }

    #[test]
    fn an_id_survives_the_address_bar(id in "[^/]{1,40}") {
        prop_assume!(!id.is_empty());
        let route = Route::Service { id };
        prop_assert_eq!(Route::parse(&route.path()), route);
    }
}
