//! The components and pages in a real browser. `dom` loops over every named example; the others are about behaviour.

#![cfg(target_arch = "wasm32")]

mod acting;
mod addresses;
mod camera;
mod checks;
mod computed;
mod consent;
mod disputes;
mod dom;
mod drafts;
mod elsewhere;
mod ending;
mod fetching;
mod fields;
mod guardian;
mod guiding;
mod handoff;
mod host;
mod keeping;
mod kiosk;
mod leaks;
mod loading;
mod long_lists;
mod parts;
mod passkeys;
mod photos;
mod picking;
mod problems;
mod proving_anew;
mod rating;
mod reading;
mod records;
mod rereading;
mod rows;
mod shapes;
mod stand;
mod step_up;
mod submitting;
mod uploads;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
