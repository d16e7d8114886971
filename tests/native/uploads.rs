//! Files that the client sends: to the demo backend over a wire that fails, and to backends of scripts.

use crate::demo_desk::Desk;
use miaoban::backend::transport::{header, Call, Method, Reply, Sending, Transport, TransportError};
use miaoban::backend::uploads::{Bytes, Parcel, Reading, Way, PART};
use miaoban::backend::{ApiError, Client};
use miaoban::demo::Store;
use miaoban::model::upload::{Attachment, NewUpload};
use miaoban::words::Lang;
use serde_json::{json, Value};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::ops::Range;
use std::pin::{pin, Pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

type Answer = Result<Reply, TransportError>;
type Script = Box<dyn Fn(usize, &Call) -> Option<Answer>>;

/// A wire to the demo backend, cut by a script that knows how many calls went before.
struct Wire {
    desk: RefCell<Desk>,
    script: RefCell<Script>,
    calls: RefCell<Vec<Call>>,
}

impl Wire {
    fn follow(&self, script: impl Fn(usize, &Call) -> Option<Answer> + 'static) {
        *self.script.borrow_mut() = Box::new(script);
    }
}

impl Transport for Wire {
    fn send(&self, call: Call) -> Sending<'_> {
        let before = self.calls.borrow().len();
        self.calls.borrow_mut().push(call.clone());
        let scripted = (self.script.borrow())(before, &call);
        let answer = scripted.unwrap_or_else(|| Ok(self.desk.borrow_mut().carry(call).response));
        Box::pin(async move { answer })
    }

    fn pause(&self, _: u32) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        Box::pin(async {})
    }
}

/// A file in memory that notes what of it was read.
struct File {
    new: NewUpload,
    bytes: Vec<u8>,
    reads: RefCell<Vec<Range<u64>>>,
}

impl Bytes for File {
    fn read(&self, from: u64, to: u64) -> Reading<'_> {
        self.reads.borrow_mut().push(from..to);
        let bytes = usize::try_from(from).ok().zip(usize::try_from(to).ok()).and_then(|(from, to)| self.bytes.get(from..to)).map(<[u8]>::to_vec);
        Box::pin(async move { bytes })
    }
}

fn file(size: u64) -> File {
    let mut bytes: Vec<u8> = (0..size).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    bytes.iter_mut().zip(b"%PDF-1.7").for_each(|(to, from)| *to = *from);
    File { new: NewUpload { name: "合同.pdf".to_owned(), kind: "application/pdf".to_owned(), size }, bytes, reads: RefCell::default() }
}

fn wire(script: impl Fn(usize, &Call) -> Option<Answer> + 'static) -> (Client, Rc<Wire>) {
    let mut desk = Desk::new();
    desk.verify("no-criminal-record", "lin", &[]);
    let wire = Rc::new(Wire { desk: RefCell::new(desk), script: RefCell::new(Box::new(script)), calls: RefCell::default() });
    (Client::new(wire.clone(), Lang::En, Default::default()), wire)
}

/// Sends it as the app does: from the way that was told last.
fn send(client: &Client, file: &File, way: &RefCell<Way>) -> Result<Attachment, ApiError> {
    let tell = |now: &Way| *way.borrow_mut() = now.clone();
    let from = way.borrow().clone();
    let mut sending = pin!(async move { client.send_file(&Parcel { file: &file.new, bytes: file, key: "0123456789abcdef", tell: &tell }, from).await });
    match sending.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("the script never waits"),
    }
}

fn reply(status: u16, body: &Value) -> Answer {
    let kind = if status < 400 { "application/json" } else { "application/problem+json" };
    Ok(Reply { status, headers: vec![("Content-Type".to_owned(), kind.to_owned())], body: body.to_string().into_bytes() })
}

/// The offsets of the parts that were sent.
fn offsets(wire: &Wire) -> Vec<u64> {
    let calls = wire.calls.borrow();
    calls.iter().filter(|c| c.method == Method::Put).filter_map(|c| c.path.rsplit('/').next()?.parse().ok()).collect()
}

fn is_part(call: &Call, offset: u64) -> bool {
    call.path.ends_with(&format!("/parts/{offset}"))
}

#[test]
fn a_large_file_goes_in_parts_that_are_read_one_by_one() {
    let (client, wire) = wire(|_, _| None);
    let (file, way) = (file(2 * PART + 5), RefCell::default());
    let attachment = send(&client, &file, &way).expect("sent");
    assert_eq!((attachment.name.as_str(), attachment.size), ("合同.pdf", 2 * PART + 5));
    assert_eq!(offsets(&wire), [0, PART, 2 * PART]);
    assert_eq!(*file.reads.borrow(), [0..PART, PART..2 * PART, 2 * PART..2 * PART + 5], "read more than is sent");
}

#[test]
fn a_small_file_goes_in_one_call() {
    let (client, wire) = wire(|_, _| None);
    assert!(send(&client, &file(PART), &RefCell::default()).is_ok());
    let calls = wire.calls.borrow();
    assert_eq!(calls.iter().map(|c| c.path.as_str()).collect::<Vec<_>>(), ["/attachments"]);
    assert_eq!(header(&calls[0].headers, "Idempotency-Key"), Some("0123456789abcdef"));
}

/// Guards against a lost network that costs what has arrived.
#[test]
fn after_the_network_was_gone_only_what_is_missing_is_sent() {
    let is_gone = Rc::new(Cell::new(true));
    let gone = is_gone.clone();
    let (client, wire) = wire(move |_, call| (gone.get() && is_part(call, PART)).then_some(Err(TransportError::Unreachable)));
    let (file, way) = (file(3 * PART), RefCell::default());
    assert_eq!(send(&client, &file, &way), Err(ApiError::Unreachable));
    assert_eq!(way.borrow().received, PART);
    wire.calls.borrow_mut().clear();
    is_gone.set(false);
    assert!(send(&client, &file, &way).is_ok());
    assert_eq!(offsets(&wire), [PART, 2 * PART]);
    assert!(wire.calls.borrow().iter().all(|c| c.method == Method::Put), "begun anew");
}

/// Guards against two uploads of one file, where only the answer was lost.
#[test]
fn a_lost_answer_is_asked_for_again_under_the_same_key() {
    let lost = Rc::new(Cell::new(0));
    let times = lost.clone();
    let (client, wire) = wire(|_, _| None);
    let behind = Rc::downgrade(&wire);
    wire.follow(move |_, call| {
        // Every call arrives, and every first answer is lost.
        let answer = behind.upgrade().map(|wire| wire.desk.borrow_mut().carry(call.clone()).response)?;
        times.set(times.get() + 1);
        Some(if times.get() % 2 == 1 { Err(TransportError::Unreachable) } else { Ok(answer) })
    });
    assert!(send(&client, &file(2 * PART), &RefCell::default()).is_ok());
    let desk = wire.desk.borrow();
    assert_eq!((desk.store.list("upload").len(), desk.store.list("attachment").len()), (1, 1));
    assert_eq!(offsets(&wire), [0, 0, PART, PART]);
}

#[test]
fn another_place_is_gone_on_from_and_a_lost_upload_begun_anew() {
    let file = file(3 * PART);
    // The backend has more than the app knows of.
    let (client, line) = wire(|before, _| (before > 2).then_some(Err(TransportError::Unreachable)));
    let way = RefCell::default();
    assert!(send(&client, &file, &way).is_err());
    way.borrow_mut().received = 10;
    line.calls.borrow_mut().clear();
    line.follow(|_, _| None);
    assert!(send(&client, &file, &way).is_ok());
    assert_eq!(offsets(&line), [10, 2 * PART]);
    // The backend has forgotten it.
    let (client, line) = wire(|_, call| is_part(call, PART).then_some(Err(TransportError::Unreachable)));
    let way = RefCell::default();
    assert!(send(&client, &file, &way).is_err());
    let id = way.borrow().upload.clone().expect("an upload");
    line.desk.borrow_mut().store.delete("upload", &id);
    line.calls.borrow_mut().clear();
    line.follow(|_, _| None);
    assert!(send(&client, &file, &way).is_ok(), "the same key would have answered with the forgotten one");
    assert_eq!(offsets(&line), [PART, 0, PART, 2 * PART]);
    assert_ne!(way.borrow().upload.as_deref(), Some(id.as_str()));
}

/// Guards against a file for ever at 100 %: all of it arrived, and what it became was never heard.
#[test]
fn what_the_file_became_is_asked_for_once_all_of_it_is_there() {
    let (client, wire) = wire(|_, _| None);
    let (file, way) = (file(2 * PART), RefCell::default());
    let first = send(&client, &file, &way).expect("sent");
    assert_eq!(way.borrow().received, PART, "told only while it is under way");
    way.borrow_mut().received = PART + 1;
    wire.calls.borrow_mut().clear();
    assert_eq!(send(&client, &file, &way), Ok(first));
    assert_eq!(wire.calls.borrow().iter().map(|c| c.method).collect::<Vec<_>>(), [Method::Put, Method::Get]);
}

/// Guards against a slow network that never carries a part within the deadline.
#[test]
fn a_part_that_is_too_much_for_the_network_is_cut_smaller() {
    let (client, wire) = wire(|_, call| (call.body.len() as u64 > PART / 16).then_some(Err(TransportError::TimedOut)));
    let way = RefCell::default();
    assert!(send(&client, &file(PART + 9), &way).is_ok());
    assert_eq!(offsets(&wire).iter().filter(|at| **at == 0).count(), 3);
    wire.follow(|_, call| (call.method == Method::Put).then_some(Err(TransportError::TimedOut)));
    wire.calls.borrow_mut().clear();
    assert_eq!(send(&client, &file(PART + 9), &RefCell::default()), Err(ApiError::TimedOut));
    assert_eq!(offsets(&wire).len(), 3, "tried for ever");
}

#[test]
fn a_backend_without_parts_gets_the_whole_file() {
    for status in [404, 405, 501] {
        let (client, wire) = wire(move |_, call| (call.path == "/uploads").then(|| reply(status, &json!({}))));
        let way = RefCell::default();
        assert!(send(&client, &file(2 * PART), &way).is_ok(), "{status}");
        assert!(way.borrow().is_whole, "{status}: would be asked again for the next file");
        assert_eq!(wire.calls.borrow().iter().map(|c| c.path.as_str()).collect::<Vec<_>>(), ["/uploads", "/attachments"], "{status}");
    }
}

#[test]
fn a_backend_that_takes_smaller_parts_gets_them() {
    for (wanted, sent) in [(json!(100_000), 100_000), (json!(null), PART), (json!(1), 1024), (json!(u64::MAX), PART)] {
        let opened = json!({"id": "u", "received": 0, "part_bytes": wanted});
        let (client, wire) = wire(move |_, call| Some(if call.method == Method::Post { reply(201, &opened) } else { Err(TransportError::Unreachable) }));
        assert!(send(&client, &file(2 * PART), &RefCell::default()).is_err());
        assert!(wire.calls.borrow().iter().filter(|c| c.method == Method::Put).all(|c| c.body.len() as u64 == sent), "{sent}");
    }
}

/// Guards against a backend that contradicts itself and is asked for ever, and against places outside of the file.
#[test]
fn nonsense_ends_in_an_error() {
    let state = |n: Value| json!({"id": "u", "received": n});
    let gap = |n: Value| json!({"type": "https://miaoban.example/problems/upload-gap", "title": "t", "received": n});
    let nonsense: Vec<(u16, Value)> = vec![
        (200, state(json!(0))),
        (200, state(json!(u64::MAX))),
        (200, state(json!(-1))),
        (200, state(json!(2 * PART))),
        (200, json!({"id": "u"})),
        (200, json!([])),
        (409, gap(json!(0))),
        (409, gap(json!(7))),
        (409, gap(json!(u64::MAX))),
        (409, gap(json!("x"))),
        (409, json!({})),
        (404, json!({})),
        (413, json!({})),
    ];
    for (status, body) in nonsense {
        let told = body.clone();
        let (client, wire) =
            wire(move |_, call| Some(if call.method == Method::Post { reply(201, &json!({"id": "u", "received": 0})) } else { reply(status, &body) }));
        assert!(send(&client, &file(2 * PART), &RefCell::default()).is_err(), "{status} {told}");
        assert!(wire.calls.borrow().len() <= 16, "{status} {told}: {} calls", wire.calls.borrow().len());
    }
}

#[test]
fn a_file_that_cannot_be_read_any_more_is_told() {
    let (client, wire) = wire(|_, _| None);
    let mut file = file(2 * PART);
    file.bytes.truncate(10);
    assert!(matches!(send(&client, &file, &RefCell::default()), Err(ApiError::Unreadable { .. })));
    assert_eq!(offsets(&wire), Vec::<u64>::new());
}
