//! Coming and going leaves nothing behind.

use crate::stand::{all, Stand};
use miaoban::platform::{document, stage};
use miaoban::preview::scene::Scene;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

const FORM: &str = "/services/no-criminal-record/form";

/// Counts listeners on the window and the document from now on. Those of elements go with their elements.
const COUNT: &str = "
    if (globalThis.heard === undefined) {
        globalThis.heard = 0;
        for (const target of [window, document]) {
            const [add, remove] = [target.addEventListener, target.removeEventListener];
            target.addEventListener = (...how) => { globalThis.heard += 1; add.apply(target, how); };
            target.removeEventListener = (...how) => { globalThis.heard -= 1; remove.apply(target, how); };
        }
    }
    return globalThis.heard;
";

fn listeners() -> f64 {
    js_sys::Function::new_no_args(COUNT).call0(&wasm_bindgen::JsValue::NULL).ok().and_then(|n| n.as_f64()).expect("a number")
}

fn nodes() -> usize {
    let body = web_sys::window().and_then(|w| w.document()).and_then(|d| d.body()).expect("a body");
    all(&body, "*").len()
}

/// Bytes of this program's memory, which never shrinks.
fn memory() -> f64 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    memory.buffer().unchecked_into::<js_sys::ArrayBuffer>().byte_length().into()
}

/// To the guide and back to the form, as links lead.
async fn go_and_come(stand: &Stand) {
    stand.press("[data-action='back']").await;
    stand.until("[data-page='service']").await;
    stand.settled().await;
    // As the browser's own Forward does.
    stage::set_address(FORM);
    document::announce("popstate");
    stand.until("[data-page='form'] [data-field]").await;
    stand.settled().await;
}

/// Guards against owners, listeners and timers that outlive their page: a service hall's tablet is not reloaded for days.
#[wasm_bindgen_test]
async fn the_form_can_come_and_go_fifty_times() {
    listeners();
    let (stand, _) = Stand::page(|| Scene::at("/services/no-criminal-record/form?person=lin")).await;
    for _ in 0..10 {
        go_and_come(&stand).await;
    }
    let before = (nodes(), listeners(), memory());
    for _ in 0..50 {
        go_and_come(&stand).await;
    }
    let after = (nodes(), listeners(), memory());
    assert_eq!((after.0, after.1), (before.0, before.1), "nodes, listeners");
    let grown = (after.2 - before.2) / 1024.0;
    assert!(grown < 2_048.0, "50 visits cost {grown} KiB");
}

/// Guards against a preview whose earlier examples still answer to clicks.
#[wasm_bindgen_test]
async fn what_was_mounted_and_went_listens_to_nothing() {
    let before = listeners();
    for _ in 0..3 {
        let (stand, _) = Stand::page(|| Scene::at("/services/no-criminal-record/form?person=lin")).await;
        assert!(listeners() > before);
        drop(stand);
    }
    assert_eq!(listeners(), before);
}
