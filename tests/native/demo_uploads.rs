//! Uploads in parts, as the demo backend takes them.

use crate::demo_desk::{case, json_of, text, Desk};
use miaoban::backend::transport::{Method, Reply};
use miaoban::demo::Store;
use proptest::prelude::*;
use serde_json::{json, Value};

const SERVICE: &str = "no-criminal-record";
const PART: usize = 256 * 1024;

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.verify(SERVICE, "lin", &[]);
    desk
}

/// A PDF of so many bytes, no two parts of which are alike.
fn pdf(size: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = (0..size).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    bytes.iter_mut().zip(b"%PDF-1.7").for_each(|(to, from)| *to = *from);
    bytes
}

fn open(desk: &mut Desk, kind: &str, size: usize) -> String {
    let opened = desk.posted("/uploads", &json!({"name": "../租赁合同.pdf", "type": kind, "size": size}));
    assert_eq!((opened["received"].as_u64(), opened["part_bytes"].as_u64()), (Some(0), Some(PART as u64)));
    assert!(opened.get("attachment").is_none());
    opened["id"].as_str().expect("id").to_owned()
}

fn received(reply: &Reply) -> u64 {
    assert_eq!(reply.status, 200, "{}", text(reply));
    json_of(reply)["received"].as_u64().expect("received")
}

#[test]
fn a_file_in_parts_becomes_the_attachment_that_it_is_in_one_piece() {
    let mut desk = desk();
    let file = pdf(2 * PART + 7);
    let id = open(&mut desk, "application/pdf", file.len());
    for (n, part) in file.chunks(PART).enumerate() {
        let before = desk.get(&format!("/uploads/{id}"));
        assert_eq!((before["received"].as_u64(), before.get("attachment")), (Some((n * PART) as u64), None));
        desk.part(&id, &(n * PART).to_string(), part);
    }
    let done = desk.get(&format!("/uploads/{id}"))["attachment"].clone();
    assert_eq!((&done["name"], &done["size"], &done["type"]), (&json!("租赁合同.pdf"), &json!(file.len()), &json!("application/pdf")));
    let kept = desk.store.get("attachment", done["id"].as_str().expect("id")).expect("an attachment");
    let body = file.clone();
    let headers = [("X-Requested-With", "miaoban"), ("Content-Type", "application/pdf"), ("Idempotency-Key", "k"), ("X-File-Name", "a.pdf")];
    let headers = headers.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec();
    let whole = desk.carry(miaoban::backend::transport::Call { method: Method::Post, path: "/attachments".to_owned(), headers, body }).response;
    let whole = desk.store.get("attachment", json_of(&whole)["id"].as_str().expect("id")).expect("an attachment");
    assert_eq!(kept["print"], whole["print"], "the bytes of the parts are not those of the file");
}

/// Guards against a lost answer that costs the file: the part is sent again, and changes nothing.
#[test]
fn a_part_sent_again_is_answered_again() {
    let mut desk = desk();
    let file = pdf(2 * PART);
    let id = open(&mut desk, "application/pdf", file.len());
    assert_eq!(received(&desk.part(&id, "0", &file[..PART])), PART as u64);
    assert_eq!(received(&desk.part(&id, "0", &file[..PART])), PART as u64);
    let done = desk.part(&id, &PART.to_string(), &file[PART..]);
    assert_eq!(json_of(&desk.part(&id, &PART.to_string(), &file[PART..])), json_of(&done), "the last part made two files");
    assert_eq!(received(&desk.part(&id, "0", &file[..PART])), file.len() as u64);
    assert_eq!(desk.store.list("attachment").len(), 1);
    let other = desk.part(&id, "0", &pdf(PART + 1)[1..]);
    assert_eq!((other.status, case(&other).as_str()), (409, "part-differs"));
}

#[test]
fn a_part_that_does_not_fit_on_is_told_where_to_go_on() {
    let mut desk = desk();
    let file = pdf(2 * PART);
    let id = open(&mut desk, "application/pdf", file.len());
    desk.part(&id, "0", &file[..100]);
    for offset in ["101", "262144", "9007199254740993", "18446744073709551616", &"9".repeat(400)] {
        let gap = desk.part(&id, offset, &file[..10]);
        assert_eq!((gap.status, case(&gap).as_str(), &json_of(&gap)["received"]), (409, "upload-gap", &json!(100)), "{offset}");
    }
    let over = desk.part(&id, "50", &file[50..200]);
    assert_eq!((over.status, &json_of(&over)["received"]), (409, &json!(100)), "half of it is there");
    assert_eq!(received(&desk.part(&id, "100", &file[100..PART])), PART as u64);
}

#[test]
fn what_is_too_much_is_not_taken() {
    let mut desk = desk();
    let file = pdf(PART + 10);
    let id = open(&mut desk, "application/pdf", file.len());
    assert_eq!(desk.part(&id, "0", &file[..=PART]).status, 413, "a part that is too large");
    assert_eq!(received(&desk.part(&id, "0", &file[..PART])), PART as u64);
    assert_eq!(desk.part(&id, &PART.to_string(), &[0; 11]).status, 413, "more than was said");
    assert_eq!(desk.part(&id, &PART.to_string(), &[]).status, 422);
    assert_eq!(desk.get(&format!("/uploads/{id}"))["received"], json!(PART));
    assert_eq!(desk.post("/uploads", &json!({"name": "a", "type": "image/png", "size": 5 * 1024 * 1024 + 1})).status, 413);
    assert_eq!(desk.post("/uploads", &json!({"name": "a", "type": "image/png", "size": u64::MAX})).status, 413);
    assert_eq!(case(&desk.post("/uploads", &json!({"name": "a", "type": "image/png", "size": 0}))), "empty-file");
    assert_eq!(desk.post("/uploads", &json!({"name": "a", "type": "text/html", "size": 9})).status, 415);
    for size in [json!(-1), json!(1.5), json!("9"), Value::Null] {
        assert_eq!(case(&desk.post("/uploads", &json!({"name": "a", "type": "image/png", "size": size}))), "invalid", "{size}");
    }
}

/// Guards against a file that slips through because its first bytes came one by one.
#[test]
fn parts_are_what_the_file_says_it_is() {
    let mut desk = desk();
    let id = open(&mut desk, "image/png", PART + 1);
    assert_eq!(desk.part(&id, "0", b"%PDF-1.7").status, 415, "a PDF that calls itself a picture");
    assert_eq!(desk.get(&format!("/uploads/{id}"))["received"], json!(0));
    assert_eq!(received(&desk.part(&id, "0", b"\x89")), 1);
    assert_eq!(received(&desk.part(&id, "1", b"P")), 2);
    assert_eq!(desk.part(&id, "2", b"XX").status, 415);
    assert_eq!(received(&desk.part(&id, "2", b"NG....")), 8);
    let short = open(&mut desk, "image/png", 3);
    assert_eq!(desk.part(&short, "0", b"\x89PN").status, 415, "too short to be one");
}

#[test]
fn an_upload_is_found_by_its_person_only_and_for_a_day() {
    let mut desk = desk();
    let (file, day) = (pdf(PART + 10), 24 * 3_600_000);
    let id = open(&mut desk, "application/pdf", file.len());
    desk.verify(SERVICE, "tang", &[]);
    assert_eq!(desk.part(&id, "0", &file[..PART]).status, 404, "somebody else's");
    for method in [Method::Get, Method::Delete] {
        assert_eq!(desk.call(method, &format!("/uploads/{id}"), None, None).response.status, 404, "somebody else's");
    }
    desk.wait(day - 1_000_000);
    desk.verify(SERVICE, "lin", &[]);
    assert_eq!(received(&desk.part(&id, "0", &file[..PART])), PART as u64);
    desk.wait(day - 1_000_000);
    desk.verify(SERVICE, "lin", &[]);
    assert_eq!(desk.get(&format!("/uploads/{id}"))["received"], json!(PART), "the day begins with the last part");
    desk.wait(1_000_000);
    assert_eq!(desk.part(&id, &PART.to_string(), &file[PART..]).status, 404, "kept for ever");
    desk.wait(day + 1);
    desk.verify(SERVICE, "lin", &[]);
    assert!(desk.store.list("upload").is_empty(), "not swept");
}

#[test]
fn what_is_given_up_is_gone_and_what_was_submitted_is_not() {
    let mut desk = desk();
    let file = pdf(PART + 10);
    let id = open(&mut desk, "application/pdf", file.len());
    desk.part(&id, "0", &file[..PART]);
    let cancel = |desk: &mut Desk, id: &str| desk.call(Method::Delete, &format!("/uploads/{id}"), None, None).response.status;
    assert_eq!(cancel(&mut desk, &id), 204);
    assert_eq!((cancel(&mut desk, &id), desk.part(&id, "0", &file[..PART]).status), (404, 404));
    // The last part had arrived before the person gave it up.
    let whole = |desk: &mut Desk| {
        let id = open(desk, "application/pdf", 8);
        let attachment = json_of(&desk.part(&id, "0", b"%PDF-1.7"))["attachment"]["id"].as_str().expect("id").to_owned();
        (id, attachment)
    };
    let (id, _) = whole(&mut desk);
    assert_eq!(cancel(&mut desk, &id), 204);
    assert!(desk.store.list("attachment").is_empty(), "a file that nobody wants");
    let (id, attachment) = whole(&mut desk);
    desk.store.put("application", "x", &json!({"person": "lin", "data": {"files": [attachment]}}));
    assert_eq!(cancel(&mut desk, &id), 204);
    assert_eq!(desk.store.list("attachment").len(), 1, "what was submitted is gone");
}

/// Guards against a store that somebody fills: uploads under way count as files, and crumbs are not all remembered.
#[test]
fn nobody_fills_the_store() {
    let mut desk = desk();
    for _ in 0..98 {
        open(&mut desk, "application/pdf", 8);
    }
    desk.upload();
    let last = open(&mut desk, "application/pdf", 100);
    assert_eq!(case(&desk.post("/uploads", &json!({"name": "a", "type": "image/png", "size": 9}))), "too-many-files");
    for (offset, byte) in pdf(99).iter().enumerate() {
        desk.part(&last, &offset.to_string(), &[*byte]);
    }
    let kept = desk.store.get("upload", &last).expect("an upload");
    assert!(kept["parts"].as_array().is_some_and(|parts| parts.len() <= 32), "{kept}");
    for _ in 0..99 {
        desk.upload();
    }
    let late = desk.part(&last, "99", b"x");
    assert_eq!((late.status, case(&late).as_str()), (422, "too-many-files"), "the hundred and first file");
}

#[test]
fn a_backend_without_parts_says_so() {
    let mut desk = desk();
    desk.faults = "no-uploads".to_owned();
    let refused = desk.post("/uploads", &json!({"name": "a.pdf", "type": "application/pdf", "size": 9}));
    assert_eq!((refused.status, case(&refused).as_str()), (501, "not-supported"));
    assert_eq!(desk.call(Method::Get, "/uploads/x", None, None).response.status, 501);
}

/// Whatever part is sent, the upload answers by the contract, and never holds more than the file is said to have.
#[test]
fn any_part_gets_an_answer() {
    let desk = std::cell::RefCell::new(desk());
    let size = 64;
    let offset = prop_oneof![
        (0..70_u64).prop_map(|n| n.to_string()),
        any::<u64>().prop_map(|n| n.to_string()),
        any::<i64>().prop_map(|n| n.to_string()),
        prop::sample::select(vec!["-0", "+1", "0x10", "1e3", "1.0", "NaN", "00", "%30", "%F0%9F%98%80", "18446744073709551615", "18446744073709551616"])
            .prop_map(str::to_owned),
        "[0-9]{1,60}",
    ];
    let part = (offset, prop::collection::vec(any::<u8>(), 0..80), any::<bool>());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() });
    let result = runner.run(&prop::collection::vec(part, 1..12), |parts| {
        let desk = &mut *desk.borrow_mut();
        let id = open(desk, "application/pdf", size);
        for (offset, mut bytes, is_pdf) in parts {
            if is_pdf {
                bytes.splice(0..0, *b"%PDF");
            }
            let reply = desk.part(&id, &offset, &bytes);
            prop_assert!([200, 404, 409, 413, 415, 422].contains(&reply.status), "{} {}", reply.status, text(&reply));
        }
        let state = desk.get(&format!("/uploads/{id}"));
        let received = state["received"].as_u64().unwrap_or(u64::MAX);
        prop_assert!(received <= size as u64);
        prop_assert_eq!(state.get("attachment").is_some(), received == size as u64);
        desk.call(Method::Delete, &format!("/uploads/{id}"), None, None);
        Ok(())
    });
    result.unwrap_or_else(|e| panic!("{e}"));
}
