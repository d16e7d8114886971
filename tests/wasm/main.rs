//! The components and pages in a real browser. `dom` loops over every named example; the others are about behaviour.

#![cfg(target_arch = "wasm32")]

mod computed;
mod consent;
mod dom;
mod drafts;
mod fields;
mod handoff;
mod leaks;
mod loading;
mod problems;
mod rating;
mod reading;
mod stand;
mod submitting;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
