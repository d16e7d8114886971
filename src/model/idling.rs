//! A shared terminal: when whoever used it has gone, by how long nobody has touched it. Durations only, so that a device whose clock is
//! wrong is right about them.

use super::read::{only, Misread};
use serde_json::Value;

/// How long the question stands before everything is wiped, in milliseconds: WCAG 2.2.1 asks for 20 seconds at least.
pub const ASK_MS: i64 = 30_000;

/// How the app behaves on a shared terminal, as `config.json` decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kiosk {
    /// Seconds without a touch until the person is asked.
    pub idle_s: u32,
}

impl Kiosk {
    /// As `config.json` says it.
    ///
    /// # Errors
    /// [`Misread`]
    pub fn of(value: &Value) -> Result<Self, Misread> {
        only(value, &["idle_s"])?;
        match value.get("idle_s").and_then(Value::as_u64) {
            // A shorter one would ask people who read, a longer one would leave what they read to the next.
            Some(idle_s @ 20..=3_600) => Ok(Self { idle_s: idle_s as u32 }),
            _ => Err(Misread::new("its idle_s is not a whole number from 20 to 3600")),
        }
    }
}

/// How a terminal stands that was touched a while ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idling {
    Used,
    /// The person should say that they are still there; seconds left, 1 at least.
    Asked {
        seconds: u32,
    },
    /// Nobody has answered.
    Over,
}

impl Idling {
    /// `rested_ms` is how long nobody has touched it.
    pub fn of(kiosk: Kiosk, rested_ms: i64) -> Self {
        let left = i64::from(kiosk.idle_s) * 1_000 + ASK_MS - rested_ms.max(0);
        if left > ASK_MS {
            Self::Used
        } else if left > 0 {
            Self::Asked { seconds: u32::try_from((left + 999) / 1_000).unwrap_or(1).max(1) }
        } else {
            Self::Over
        }
    }
}
