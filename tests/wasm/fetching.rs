//! Calls over the network, by a `fetch` that never answers.

use miaoban::backend::transport::{Call, Method, Transport};
use miaoban::platform::fetch::FetchTransport;
use std::future::poll_fn;
use std::task::Poll;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Puts another `fetch` in place, and answers what takes it away again.
const CATCH: &str = "
    const real = globalThis.fetch;
    globalThis.fetch = (request) => {
        globalThis.caught = request.signal;
        return new Promise(() => {});
    };
    return () => { globalThis.fetch = real; };
";

fn run(script: &str) -> JsValue {
    js_sys::Function::new_no_args(script).call0(&JsValue::NULL).expect("runs")
}

/// Guards against a request that takes a weak network's bandwidth although nobody waits for it any more.
#[wasm_bindgen_test]
async fn a_call_that_is_given_up_leaves_the_network() {
    let restore = js_sys::Function::from(run(CATCH));
    let transport = FetchTransport::new("/api", &Default::default());
    let call = Call { method: Method::Put, path: "/uploads/x/parts/0".to_owned(), headers: Vec::new(), body: vec![7; 1_000] };
    let mut sending = transport.send(call);
    let is_under_way = poll_fn(|context| Poll::Ready(sending.as_mut().poll(context).is_pending())).await;
    restore.call0(&JsValue::NULL).expect("restored");
    assert!(is_under_way);
    assert_eq!(run("return globalThis.caught.aborted"), JsValue::FALSE);
    drop(sending);
    assert_eq!(run("return globalThis.caught.aborted"), JsValue::TRUE);
}
