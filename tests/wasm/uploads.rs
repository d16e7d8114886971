//! Files on their way: in parts, over a network that comes and goes, and given up.

use crate::stand::Stand;
use miaoban::backend::transport::{Call, Method, Reply, TransportError};
use miaoban::platform::{clock, document, stage};
use miaoban::preview::desk::Desk;
use miaoban::preview::scene::Scene;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{File, FilePropertyBag, HtmlElement};

const FORM: &str = "/services/residence-permit/form/home";
const FIELD: &str = "[data-field='/proof_of_address']";
const DONE: &str = "[data-field='/proof_of_address'] .mb-files__row--done";
const FAILED: &str = "[data-field='/proof_of_address'] .mb-files__row--failed";
const BAR: &str = "[data-field='/proof_of_address'] progress";
const END: &str = "[data-field='/proof_of_address'] .mb-files__row .mb-iconbtn";
const UPLOADING: &str = "\u{6b63}\u{5728}\u{4e0a}\u{4f20}";
const PART: usize = 262_144;
/// 43 % of it is one part.
const SIZE: usize = 600_000;

async fn form(address: &'static str) -> (Stand, Rc<Desk>) {
    let (stand, desk) = Stand::page(move || {
        Scene::after(move |desk| {
            desk.verify("gao", "residence-permit", &[]);
            address.to_owned()
        })
    })
    .await;
    stand.until(FIELD).await;
    (stand, desk)
}

/// Picks a PDF of so many bytes, as the browser's own dialog would.
fn pick(stand: &Stand, name: &str, size: usize) {
    let mut bytes = vec![7u8; size];
    bytes.iter_mut().zip(b"%PDF-1.7").for_each(|(to, from)| *to = *from);
    let bag = FilePropertyBag::new();
    bag.set_type("application/pdf");
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes.as_slice()));
    let file = File::new_with_u8_array_sequence_and_options(&parts, name, &bag).expect("a file");
    let choose = "const t = new DataTransfer(); t.items.add(file); input.files = t.files; input.dispatchEvent(new Event('change', { bubbles: true }));";
    let input = stand.find("[data-field='/proof_of_address'] input[type='file']");
    js_sys::Function::new_with_args("input, file", choose).call2(&JsValue::NULL, &input, &file).expect("picked");
}

fn at_second(call: &Call) -> bool {
    call.path.ends_with("/parts/262144")
}

fn gone(call: &Call) -> Option<Result<Reply, TransportError>> {
    at_second(call).then_some(Err(TransportError::Unreachable))
}

/// The offsets of the parts that left the app after the first `from` calls.
fn offsets(desk: &Desk, from: usize) -> Vec<usize> {
    desk.calls().iter().skip(from).filter(|c| c.method == Method::Put).filter_map(|c| c.path.split_once("/parts/")?.1.parse().ok()).collect()
}

fn count(desk: &Desk, method: Method, path: &str) -> usize {
    desk.calls().iter().filter(|c| c.method == method && c.path.starts_with(path)).count()
}

fn label(element: &HtmlElement) -> String {
    element.get_attribute("aria-label").unwrap_or_default()
}

/// Guards against a bar that says nothing for minutes, and a button that loses the focus with every part.
#[wasm_bindgen_test]
async fn a_large_file_goes_in_parts_and_shows_how_far_it_is() {
    let (stand, desk) = form(FORM).await;
    desk.hold(at_second);
    pick(&stand, "a.pdf", SIZE);
    let bar: web_sys::Element = stand.until(&format!("{BAR}[value='43']")).await.unchecked_into();
    assert_eq!(bar.get_attribute("aria-label").as_deref(), Some("\u{6b63}\u{5728}\u{4e0a}\u{4f20} a.pdf"));
    assert!(stand.find(FIELD).inner_text().contains(&format!("{UPLOADING} 43%")), "{}", stand.find(FIELD).inner_text());
    let end = stand.find(END);
    assert_eq!(label(&end), "\u{53d6}\u{6d88}\u{4e0a}\u{4f20} a.pdf");
    end.set_id("the-same");
    desk.hold(|call| call.path.ends_with("/parts/524288"));
    stand.until(&format!("{BAR}[value='87']")).await;
    assert_eq!(stand.find(END).id(), "the-same", "the button was drawn anew");
    desk.release();
    stand.until(DONE).await;
    assert_eq!(offsets(&desk, 0), [0, PART, 2 * PART]);
    assert_eq!(label(&stand.find(END)), "\u{5220}\u{9664}a.pdf");
}

/// Guards against a lost network that costs what has arrived, or needs the person to wait beside it.
#[wasm_bindgen_test]
async fn when_the_network_is_back_only_what_is_missing_is_sent() {
    let (stand, desk) = form(FORM).await;
    desk.break_wire(Some(gone));
    pick(&stand, "a.pdf", SIZE);
    let told = stand.until(FAILED).await.inner_text();
    assert!(told.contains("43%"), "{told}");
    document::announce("offline");
    stand.settled().await;
    let before = desk.calls().len();
    desk.break_wire(None);
    document::announce("online");
    stand.until(DONE).await;
    assert_eq!(offsets(&desk, before), [PART, 2 * PART]);
    assert_eq!(desk.count(Method::Post, "/uploads"), 1);
}

#[wasm_bindgen_test]
async fn a_person_can_go_on_without_waiting() {
    let (stand, desk) = form(FORM).await;
    desk.break_wire(Some(gone));
    pick(&stand, "a.pdf", SIZE);
    stand.until(FAILED).await;
    let before = desk.calls().len();
    desk.break_wire(None);
    desk.hold(at_second);
    stand.press("[data-field='/proof_of_address'] .mb-files__row .mb-textbtn").await;
    stand.until(&format!("{BAR}[value='43']")).await;
    let focused = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element()).expect("a focus");
    assert_eq!(label(focused.unchecked_ref()), "\u{53d6}\u{6d88}\u{4e0a}\u{4f20} a.pdf", "the pressed button took the focus along");
    desk.release();
    stand.until(DONE).await;
    assert_eq!(offsets(&desk, before), [PART, 2 * PART]);
}

/// Guards against waiting for word of a network whose loss the browser never noticed.
#[wasm_bindgen_test]
async fn it_goes_on_where_nobody_says_that_the_network_is_back() {
    let (stand, desk) = form(FORM).await;
    desk.break_wire(Some(gone));
    pick(&stand, "a.pdf", SIZE);
    stand.until(FAILED).await;
    desk.break_wire(None);
    for _ in 0..40 {
        if stand.has(DONE) {
            break;
        }
        clock::sleep(200).await;
    }
    assert!(stand.has(DONE));
}

/// Guards against a file that arrives although it was given up.
#[wasm_bindgen_test]
async fn what_is_given_up_leaves_nothing() {
    let (stand, desk) = form(FORM).await;
    desk.hold(at_second);
    pick(&stand, "a.pdf", SIZE);
    stand.until(&format!("{BAR}[value='43']")).await;
    // The second part is read from the device first.
    for _ in 0..100 {
        if offsets(&desk, 0).len() == 2 {
            break;
        }
        clock::sleep(20).await;
    }
    stand.press(END).await;
    stand.settled().await;
    assert!(!stand.has("[data-field='/proof_of_address'] .mb-files__row"));
    assert_eq!(stand.focused(), stand.find("[data-field='/proof_of_address'] input[type='file']").id());
    desk.release();
    clock::sleep(300).await;
    assert_eq!(offsets(&desk, 0), [0, PART], "sent on");
    assert_eq!(count(&desk, Method::Delete, "/uploads/"), 1, "the backend keeps what nobody wants");
    assert!(!stand.has("[data-field='/proof_of_address'] .mb-files__row"), "came late, and was taken");
    // Where all of it had arrived, and only the answer is late.
    desk.hold(|call| call.path == "/attachments");
    pick(&stand, "b.pdf", 1_000);
    stand.until(BAR).await;
    stand.press(END).await;
    desk.release();
    clock::sleep(300).await;
    assert!(!stand.has("[data-field='/proof_of_address'] .mb-files__row"));
}

/// Guards against the first of two files that arrives last, and takes the place of the second.
#[wasm_bindgen_test]
async fn another_file_takes_the_place_of_one_under_way() {
    let (stand, desk) = form(FORM).await;
    desk.hold(at_second);
    pick(&stand, "a.pdf", SIZE);
    stand.until(&format!("{BAR}[value='43']")).await;
    pick(&stand, "b.pdf", 1_000);
    stand.until(DONE).await;
    desk.release();
    clock::sleep(300).await;
    assert_eq!(stand.all("[data-field='/proof_of_address'] .mb-files__row").len(), 1);
    assert!(stand.find(DONE).inner_text().contains("b.pdf"));
}

/// Guards against an answer that comes after everything it belongs to has gone.
#[wasm_bindgen_test]
async fn who_signs_out_takes_their_uploads_along() {
    let (stand, desk) = form(FORM).await;
    desk.hold(at_second);
    pick(&stand, "a.pdf", SIZE);
    stand.until(&format!("{BAR}[value='43']")).await;
    stage::set_address("/applications");
    document::announce("popstate");
    stand.press("[data-action='sign-out']").await;
    stand.until("main[data-page='home']").await;
    desk.release();
    clock::sleep(300).await;
    assert_eq!(offsets(&desk, 0), [0, PART]);
}

/// Guards against an upload that stops when the person looks at another page of the same application.
#[wasm_bindgen_test]
async fn it_goes_on_while_another_page_is_looked_at() {
    let (stand, desk) = form(FORM).await;
    desk.hold(at_second);
    pick(&stand, "a.pdf", SIZE);
    stand.until(&format!("{BAR}[value='43']")).await;
    stage::set_address("/services/residence-permit");
    document::announce("popstate");
    stand.until("main[data-page='service']").await;
    desk.release();
    clock::sleep(300).await;
    stage::set_address(FORM);
    document::announce("popstate");
    stand.until(DONE).await;
}

/// Guards against asking a backend again that has said no, and against a bar that claims to know.
#[wasm_bindgen_test]
async fn a_backend_without_parts_gets_whole_files() {
    let (stand, desk) = form("/services/residence-permit/form/home?fault=no-uploads").await;
    desk.hold(|call| call.path == "/attachments");
    pick(&stand, "a.pdf", SIZE);
    let bar = stand.until(BAR).await;
    clock::sleep(100).await;
    assert!(!bar.has_attribute("value"));
    desk.release();
    stand.until(DONE).await;
    pick(&stand, "b.pdf", SIZE);
    for _ in 0..50 {
        if desk.count(Method::Post, "/attachments") == 2 {
            break;
        }
        clock::sleep(20).await;
    }
    assert_eq!((desk.count(Method::Post, "/uploads"), desk.count(Method::Post, "/attachments")), (1, 2));
}
