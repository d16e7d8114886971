//! The board of a submitted bundle: stages that people read, and answers that come late, twice or not at all.

use miaoban::bundle::{done, later, spots, ways};
use miaoban::model::matter::{Matter, Part, PartStatus};
use proptest::prelude::*;
use serde_json::{json, Value};

fn part(id: &str, after: &[&str], status: &str) -> Value {
    json!({"service": {"id": id, "name": id, "agency": "office"}, "status": status, "text": "", "after": after})
}

fn parts(all: Vec<Value>) -> Vec<Part> {
    serde_json::from_value(Value::Array(all)).unwrap()
}

#[test]
fn parts_stand_in_the_stage_after_all_that_they_come_after() {
    let parts =
        parts(vec![part("bank", &["seals"], "waiting"), part("reg", &[], "done"), part("seals", &["reg"], "running"), part("tax", &["reg"], "waiting")]);
    let read: Vec<(&str, usize, usize)> = spots(&parts).into_iter().map(|s| (parts[s.part].service.id.as_str(), s.stage, s.lane)).collect();
    assert_eq!(read, [("reg", 0, 0), ("seals", 1, 0), ("tax", 1, 1), ("bank", 2, 0)]);
    assert_eq!(ways(&parts), [(2, 0), (1, 2), (1, 3)]);
    assert_eq!(done(&parts), (1, 4));
}

#[test]
fn a_board_that_a_backend_got_wrong_is_still_drawn() {
    let wrong = parts(vec![part("a", &["ghost", "b"], "waiting"), part("b", &["a"], "waiting"), part("c", &["c"], "blocked")]);
    assert_eq!(spots(&wrong).len(), 3);
    assert_eq!(ways(&wrong), [(1, 0), (0, 1)]);
    assert_eq!(wrong[2].status, PartStatus::Blocked);
    assert!(spots(&[]).is_empty());
}

fn matter(id: &str, revision: u64) -> Matter {
    let value = json!({
        "id": id, "bundle": {"id": "b", "name": "B"}, "submitted_at": "2026-11-25T01:00:00Z", "promised_by": "2026-11-25T04:00:00Z", "status": "running",
        "parts": [], "revision": revision,
    });
    serde_json::from_value(value).unwrap()
}

proptest! {
    #[test]
    fn whatever_order_answers_come_in_the_board_never_goes_back(order in prop::collection::vec(0..12u64, 1..30)) {
        let mut shown: Option<Matter> = None;
        for (n, revision) in order.iter().enumerate() {
            let before = shown.as_ref().map_or(0, |m| m.revision);
            let now = later(shown.take(), matter("m", *revision));
            prop_assert!(now.revision >= before);
            prop_assert_eq!(Some(now.revision), order.iter().take(n + 1).max().copied());
            shown = Some(now);
        }
        // Another matter is another matter, however often it has changed.
        prop_assert_eq!(later(shown, matter("other", 0)).id, "other");
    }
}
