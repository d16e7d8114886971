//! Times of day, without a date.

use std::fmt;

/// A time of day, to the second; midnight is 00:00, never 24:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: u8,
    minute: u8,
    second: u8,
}

impl Time {
    /// `None` where no clock shows it.
    pub fn new(hour: u8, minute: u8, second: u8) -> Option<Self> {
        (hour < 24 && minute < 60 && second < 60).then_some(Self { hour, minute, second })
    }

    /// Reads `HH:MM` or `HH:MM:SS`, nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':').map(|part| (part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok()).flatten());
        let (hour, minute) = (parts.next()??, parts.next()??);
        let second = match parts.next() {
            None => 0,
            Some(second) => second?,
        };
        parts.next().is_none().then(|| Self::new(hour, minute, second)).flatten()
    }

    /// As people read it: `09:30`, with seconds only where there are some.
    pub fn short(self) -> String {
        let whole = self.to_string();
        whole.strip_suffix(":00").map_or(whole.clone(), str::to_owned)
    }
}

impl fmt::Display for Time {
    /// `HH:MM:SS`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second)
    }
}
