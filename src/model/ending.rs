//! When a session will end, by how long it may rest and when it was last used: durations only, so that a device whose clock is wrong
//! is right about them.

/// A person is asked this long before the end, in milliseconds: WCAG 2.2.1 asks for 20 seconds at least.
pub const ASK_MS: i64 = 2 * 60_000;

/// How a session that was used a while ago stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// There is time.
    Far,
    /// The person should say that they are still there; minutes left, 1 at least.
    Near { minutes: u32 },
    /// It may be over: the backend knows.
    Over,
}

impl Ending {
    /// `life_ms` is how long it may rest, `rested_ms` how long it has; both in milliseconds. A life too short to be asked about is asked
    /// about for its last half.
    pub fn of(life_ms: i64, rested_ms: i64) -> Self {
        let left = life_ms.saturating_sub(rested_ms.max(0));
        if left <= 0 {
            Self::Over
        } else if left <= ASK_MS.min(life_ms / 2) {
            Self::Near { minutes: u32::try_from((left + 59_999) / 60_000).unwrap_or(1).max(1) }
        } else {
            Self::Far
        }
    }
}
