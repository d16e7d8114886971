//! The only way a page waits.

use crate::stand::Stand;
use leptos::prelude::IntoAny;
use miaoban::backend::ApiError;
use miaoban::platform::clock;
use miaoban::state::load::{Load, Loading};
use miaoban::words::Lang;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

/// A fetch whose runs take and answer what they are told, in order; it lives as long as the stand.
fn script(runs: Vec<(u32, Result<&'static str, ApiError>)>) -> (Stand, Loading<&'static str>) {
    let given = Rc::new(Cell::new(None));
    let taken = given.clone();
    let stand = Stand::of(Lang::Hans, move || {
        let runs = RefCell::new(runs.into_iter());
        let loading = Loading::start(move || {
            let run = runs.borrow_mut().next();
            async move {
                let (ms, answer) = run.expect("as many runs as told");
                clock::sleep(ms).await;
                answer
            }
        });
        taken.set(Some(loading));
        ().into_any()
    });
    (stand, given.take().expect("started"))
}

/// Guards against an answer in the old language, or to an old search, that comes late and replaces the new one.
#[wasm_bindgen_test]
async fn a_stale_answer_never_wins() {
    let (_stand, loading) = script(vec![(120, Ok("old")), (20, Ok("new"))]);
    loading.refresh();
    clock::sleep(60).await;
    assert_eq!(loading.ready(), Some("new"));
    clock::sleep(120).await;
    assert_eq!(loading.ready(), Some("new"));
}

/// Guards against skeletons that flicker before quick answers.
#[wasm_bindgen_test]
async fn a_skeleton_is_owed_after_half_a_second_and_not_before() {
    let (_stand, loading) = script(vec![(800, Ok("late"))]);
    clock::sleep(400).await;
    assert_eq!(loading.any().get(), Load::Loading);
    clock::sleep(200).await;
    assert_eq!(loading.any().get(), Load::Slow);
    clock::sleep(300).await;
    assert_eq!(loading.ready(), Some("late"));
}

/// Guards against a page that vanishes while it is fetched anew.
#[wasm_bindgen_test]
async fn a_refresh_keeps_what_is_shown_however_long_it_takes() {
    let (_stand, loading) = script(vec![(0, Ok("first")), (700, Ok("second"))]);
    clock::sleep(30).await;
    loading.refresh();
    clock::sleep(600).await;
    assert_eq!(loading.ready(), Some("first"));
    clock::sleep(200).await;
    assert_eq!(loading.ready(), Some("second"));
}

/// Guards against an answer that meets a page which is gone.
#[wasm_bindgen_test]
async fn an_answer_after_the_page_has_gone_is_no_panic() {
    let (stand, _) = script(vec![(50, Ok("nobody hears"))]);
    drop(stand);
    clock::sleep(600).await;
}
