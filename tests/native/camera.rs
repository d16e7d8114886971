//! What is told of a camera before a face check.

use miaoban::model::camera::{CameraFault, Light};
use proptest::prelude::*;

fn grey(level: u8, pixels: usize) -> Vec<u8> {
    [level, level, level, 255].repeat(pixels)
}

/// Guards against "fine" for a picture that shows nothing.
#[test]
fn light_is_told_from_dark_and_glare() {
    assert_eq!(Light::of(&grey(0, 64)), Some(Light::Dark));
    assert_eq!(Light::of(&grey(39, 64)), Some(Light::Dark));
    assert_eq!(Light::of(&grey(40, 64)), Some(Light::Fine));
    assert_eq!(Light::of(&grey(200, 64)), Some(Light::Fine));
    assert_eq!(Light::of(&grey(255, 64)), Some(Light::Glaring));
    // A lamp in the corner is no glare.
    assert_eq!(Light::of(&[grey(255, 10), grey(120, 54)].concat()), Some(Light::Fine));
    assert_eq!(Light::of(&[]), None);
    assert_eq!(Light::of(&[1, 2, 3]), None);
}

/// Guards against one sentence for every refusal: each has its own next step.
#[test]
fn every_refusal_of_a_browser_has_its_kind() {
    for (name, fault) in [
        ("NotAllowedError", CameraFault::Refused),
        ("SecurityError", CameraFault::Refused),
        ("NotFoundError", CameraFault::Missing),
        ("OverconstrainedError", CameraFault::Missing),
        ("NotReadableError", CameraFault::Busy),
        ("AbortError", CameraFault::Busy),
        ("TypeError", CameraFault::Unsupported),
        ("", CameraFault::Unsupported),
    ] {
        assert_eq!(CameraFault::named(name), fault, "{name}");
    }
}

proptest! {
    /// Guards against a sum that overflows, or a picture cut off in the middle of a pixel.
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..4_000)) {
        prop_assert_eq!(Light::of(&bytes).is_some(), bytes.len() >= 4);
    }
}
