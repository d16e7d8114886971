//! Codes as people type them, the schedule of questions, and the drawing of a QR code.

use miaoban::model::date::Moment;
use miaoban::model::device_link::{DeviceCode, LinkCode};
use miaoban::model::polling::pause;
use miaoban::model::qr;
use proptest::prelude::*;

/// Guards against a code that is refused for how a phone's keyboard or clipboard writes it.
#[test]
fn a_code_is_read_however_it_is_typed() {
    for typed in ["4F7KQ9TC", "4f7k-q9tc", " 4f7k q9tc ", "４Ｆ７Ｋ－Ｑ９ＴＣ", "4F7K—Q9TC\n"] {
        let code = DeviceCode::parse(typed).map(|c| c.grouped());
        assert_eq!(code.as_deref(), Some("4F7K-Q9TC"), "{typed}");
    }
    for wrong in ["", "4F7KQ9T", "4F7KQ9TCC", "4F7KQ9TO", "4F7KQ9T1", "证F7KQ9TC"] {
        assert_eq!(DeviceCode::parse(wrong), None, "{wrong}");
    }
}

/// Guards against a code that reaches a server's log with the address of the page.
#[test]
fn the_address_carries_the_code_in_its_fragment() {
    let link = LinkCode { code: DeviceCode::parse("4F7KQ9TC").expect("a code"), url: "https://a.example/continue".to_owned(), expires_at: None };
    assert_eq!(link.address(), "https://a.example/continue#4F7KQ9TC");
}

/// Guards against a code that is shown as good for ever, or as over at once, where the backend says nothing of its end or nothing that can be read.
#[test]
fn a_code_lasts_until_its_end_or_for_a_while() {
    let link = |expires_at: Option<&str>| {
        let code = DeviceCode::parse("4F7KQ9TC").expect("a code");
        LinkCode { code, url: "https://a.example/continue".to_owned(), expires_at: expires_at.map(str::to_owned) }
    };
    let now = Moment::parse("2026-11-23T10:00:00Z").expect("a moment");
    assert_eq!(link(Some("2026-11-23T10:00:30Z")).left_ms(now), 30_000);
    assert_eq!(link(Some("2026-11-23T09:59:59Z")).left_ms(now), -1_000);
    assert_eq!(link(None).left_ms(now), LinkCode::LIFE_MS);
    assert_eq!(link(Some("soon")).left_ms(now), LinkCode::LIFE_MS);
}

/// Guards against a backend that is asked too often, too rarely, or for ever.
#[test]
fn questions_grow_rarer_and_end() {
    const MINUTE: i64 = 60_000;
    let middle = |asked| pause(asked, 0, 10 * MINUTE, 0.5);
    assert_eq!((0..7).map(middle).collect::<Vec<_>>(), [2_000, 3_000, 4_500, 6_750, 10_000, 10_000, 10_000].map(Some));
    let cases = [
        (0, 0, 10 * MINUTE, 0.0, Some(1_600)),
        (0, 0, 10 * MINUTE, 1.0, Some(2_400)),
        (u32::MAX, 0, 10 * MINUTE, 1.0, Some(12_000)),
        (9, 10 * MINUTE - 1, 10 * MINUTE, 0.5, Some(10_000)),
        (9, 10 * MINUTE, 60 * MINUTE, 0.5, None),
        (9, 3 * MINUTE, 3 * MINUTE, 0.5, None),
        (0, 0, 0, 0.5, None),
        (0, 0, -MINUTE, 0.5, None),
    ];
    for (asked, elapsed, life, jitter, want) in cases {
        assert_eq!(pause(asked, elapsed, life, jitter), want, "{asked} {elapsed} {life} {jitter}");
    }
}

/// A module of a drawing, back from its path.
fn modules(drawing: &qr::Drawing) -> Vec<Vec<bool>> {
    let size = usize::try_from(drawing.size).expect("a size");
    let mut all = vec![vec![false; size]; size];
    for run in drawing.path.split('M').filter(|r| !r.is_empty()) {
        let (x, rest) = run.split_once(',').expect("x");
        let (y, rest) = rest.split_once('h').expect("y");
        let (length, _) = rest.split_once('v').expect("a length");
        let (x, y, length): (usize, usize, usize) = (x.parse().expect("x"), y.parse().expect("y"), length.parse().expect("length"));
        for module in all[y].iter_mut().skip(x).take(length) {
            assert!(!std::mem::replace(module, true), "drawn twice");
        }
    }
    all
}

proptest! {
    /// Guards against a drawing that a camera cannot find: its light edge and its three corners, whatever it says.
    #[test]
    fn a_code_has_its_corners_and_its_light_edge(text in "https://[a-z.]{1,60}/continue#[3-9A-Y]{8}") {
        let drawing = qr::draw(&text).expect("a code");
        let modules = modules(&drawing);
        let size = modules.len();
        let edge = |at: usize| at < 4 || at >= size - 4;
        prop_assert!((0..size).all(|y| (0..size).all(|x| !(edge(x) || edge(y)) || !modules[y][x])));
        for (x, y) in [(4, 4), (size - 11, 4), (4, size - 11)] {
            prop_assert!((0..7).all(|n| modules[y][x + n] && modules[y + 6][x + n] && modules[y + n][x] && modules[y + n][x + 6]));
            prop_assert!((1..6).all(|n| !modules[y + 1][x + n] && !modules[y + n][x + 1]));
            prop_assert!((2..5).all(|n| modules[y + 3][x + n]));
        }
        let again = qrcodegen::QrCode::encode_text(&text, qrcodegen::QrCodeEcc::Medium).expect("a code");
        let side = again.size();
        for y in 0..side {
            for x in 0..side {
                let (column, row) = (usize::try_from(x + 4).expect("x"), usize::try_from(y + 4).expect("y"));
                prop_assert_eq!(modules[row][column], again.get_module(x, y));
            }
        }
    }
}

/// Guards against a panic for a text that no code holds.
#[test]
fn what_is_too_long_is_not_drawn() {
    assert_eq!(qr::draw(&"x".repeat(5_000)), None);
}
