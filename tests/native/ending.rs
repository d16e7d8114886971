//! When a session ends, in durations.

use miaoban::model::ending::Ending;

const MINUTE: i64 = 60_000;

/// Guards against a warning that comes too late to read, counts wrongly, or never goes.
#[test]
fn a_person_is_asked_in_time_and_told_whole_minutes() {
    let half_an_hour = 30 * MINUTE;
    let cases = [
        (half_an_hour, 0, Ending::Far),
        (half_an_hour, 28 * MINUTE - 1, Ending::Far),
        (half_an_hour, 28 * MINUTE, Ending::Near { minutes: 2 }),
        (half_an_hour, 29 * MINUTE, Ending::Near { minutes: 1 }),
        (half_an_hour, half_an_hour - 1, Ending::Near { minutes: 1 }),
        (half_an_hour, half_an_hour, Ending::Over),
        (half_an_hour, i64::MAX, Ending::Over),
        // A clock that was set back is no reason to ask.
        (half_an_hour, -5 * MINUTE, Ending::Far),
        // A short session is not asked about from its first second.
        (MINUTE, 29_000, Ending::Far),
        (MINUTE, 30_000, Ending::Near { minutes: 1 }),
        (0, 0, Ending::Over),
        (-1, 0, Ending::Over),
    ];
    for (life, rested, wanted) in cases {
        assert_eq!(Ending::of(life, rested), wanted, "{life} {rested}");
    }
}
