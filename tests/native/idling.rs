//! When a shared terminal asks and when it wipes, in durations.

use miaoban::model::idling::{Idling, Kiosk, ASK_MS};
use proptest::prelude::*;

/// Guards against a question that comes too late or leaves too little time to answer, and against a terminal that never lets go.
#[test]
fn a_person_is_asked_in_time_and_told_whole_seconds() {
    const { assert!(ASK_MS >= 20_000, "WCAG 2.2.1") };
    let cases = [
        (0, Idling::Used),
        (-5_000, Idling::Used),
        (89_999, Idling::Used),
        (90_000, Idling::Asked { seconds: 30 }),
        (90_001, Idling::Asked { seconds: 30 }),
        (91_000, Idling::Asked { seconds: 29 }),
        (119_999, Idling::Asked { seconds: 1 }),
        (120_000, Idling::Over),
        (i64::MAX, Idling::Over),
    ];
    for (rested, wanted) in cases {
        assert_eq!(Idling::of(Kiosk { idle_s: 90 }, rested), wanted, "{rested}");
    }
}

proptest! {
    /// Guards against a terminal that asks, forgets it, and asks again, or wipes without having asked.
    #[test]
    fn it_only_goes_on(idle_s in 20u32..3_600, one in 0i64..4_000_000, more in 0i64..4_000_000) {
        let at = |ms| match Idling::of(Kiosk { idle_s }, ms) {
            Idling::Used => i64::MIN,
            Idling::Asked { seconds } => -i64::from(seconds),
            Idling::Over => 0,
        };
        prop_assert!(at(one) <= at(one + more));
        prop_assert!(at(i64::from(idle_s) * 1_000 + 10_000) < 0);
    }
}
