//! Calendar dates and moments, without a time-zone database: moments are kept in UTC and shown in China's fixed offset.

use std::fmt;

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let fits = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        fits.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD` (RFC 3339 full-date), nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let b = text.as_bytes();
        if b.len() != 10 || b[4] != b'-' || b[7] != b'-' {
            return None;
        }
        let number = |part: &str| part.bytes().all(|c| c.is_ascii_digit()).then(|| part.parse::<u16>().ok()).flatten();
        Self::new(number(text.get(0..4)?)?, number(text.get(5..7)?)? as u8, number(text.get(8..10)?)? as u8)
    }

    pub fn year(self) -> u16 {
        self.year
    }

    /// 1..=12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1..=31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01; negative before it.
    pub fn to_days(self) -> i64 {
        let (y, m, d) = (i64::from(self.year), i64::from(self.month), i64::from(self.day));
        let y = if m <= 2 { y - 1 } else { y };
        let era = y.div_euclid(400);
        let yoe = y - era * 400;
        let doy = (153 * (if m > 2 { m - 3 } else { m + 9 }) + 2) / 5 + d - 1;
        era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
    }

    /// The inverse of [`Self::to_days`]; clamped to years 1 to 9999.
    pub fn from_days(days: i64) -> Self {
        let z = days.clamp(-719_162, 2_932_896) + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z - era * 146_097;
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = (doy - (153 * mp + 2) / 5 + 1) as u8;
        let month = if mp < 10 { mp + 3 } else { mp - 9 } as u8;
        let year = (yoe + era * 400 + i64::from(month <= 2)) as u16;
        Self { year, month, day }
    }

    pub fn plus_days(self, days: i64) -> Self {
        Self::from_days(self.to_days().saturating_add(days))
    }

    /// The same day `months` later (or earlier); the last day of the month where it has no such day.
    pub fn plus_months(self, months: i32) -> Self {
        let index = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = index.div_euclid(12).clamp(1, 9999) as u16;
        let month = (index.rem_euclid(12) + 1) as u8;
        Self { year, month, day: self.day.min(days_in_month(year, month)) }
    }

    /// Whole years from `self` to `today`, as an age is counted; 0 before the first birthday.
    pub fn age_on(self, today: Date) -> u16 {
        let before_birthday = (today.month, today.day) < (self.month, self.day);
        today.year.saturating_sub(self.year).saturating_sub(u16::from(before_birthday))
    }

    /// 0 Monday … 6 Sunday.
    pub fn weekday(self) -> u8 {
        (self.to_days() + 3).rem_euclid(7) as u8
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// China Standard Time, UTC+8 all year since 1991.
const CHINA_OFFSET_MS: i64 = 8 * 3_600_000;

impl Moment {
    /// Reads an RFC 3339 date-time; fractions beyond milliseconds are cut.
    pub fn parse(text: &str) -> Option<Self> {
        let date = Date::parse(text.get(0..10)?)?;
        let rest = text.get(10..)?;
        if !rest.starts_with(['T', 't', ' ']) {
            return None;
        }
        let two = |at: usize| rest.get(at..at + 2).filter(|s| s.bytes().all(|c| c.is_ascii_digit()))?.parse::<i64>().ok();
        let (h, m, s) = (two(1)?, two(4)?, two(7)?);
        if h > 23 || m > 59 || s > 60 || rest.get(3..4)? != ":" || rest.get(6..7)? != ":" {
            return None;
        }
        let mut tail = rest.get(9..)?;
        let mut ms = 0;
        if let Some(fraction) = tail.strip_prefix('.') {
            let digits: String = fraction.chars().take_while(char::is_ascii_digit).collect();
            if digits.is_empty() {
                return None;
            }
            ms = format!("{digits:0<3}").get(0..3)?.parse().ok()?;
            tail = fraction.get(digits.len()..)?;
        }
        let offset = match tail {
            "Z" | "z" => 0,
            _ => {
                let sign = match tail.get(0..1)? {
                    "+" => 1,
                    "-" => -1,
                    _ => return None,
                };
                let two = |at: usize| tail.get(at..at + 2).filter(|s| s.bytes().all(|c| c.is_ascii_digit()))?.parse::<i64>().ok();
                let (h, m) = (two(1)?, two(4)?);
                if tail.len() != 6 || tail.get(3..4)? != ":" || h > 23 || m > 59 {
                    return None;
                }
                sign * (h * 60 + m) * 60_000
            }
        };
        Some(Self(date.to_days() * 86_400_000 + ((h * 60 + m) * 60 + s) * 1000 + ms - offset))
    }

    /// The day it falls on in China.
    pub fn date_in_china(self) -> Date {
        Date::from_days((self.0 + CHINA_OFFSET_MS).div_euclid(86_400_000))
    }

    /// Hour, minute and second in China.
    pub fn time_in_china(self) -> (u8, u8, u8) {
        let s = (self.0 + CHINA_OFFSET_MS).rem_euclid(86_400_000) / 1000;
        ((s / 3600) as u8, (s / 60 % 60) as u8, (s % 60) as u8)
    }

    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }
}

impl fmt::Display for Moment {
    /// RFC 3339 in China's offset, with milliseconds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (h, m, s) = self.time_in_china();
        write!(f, "{}T{h:02}:{m:02}:{s:02}.{:03}+08:00", self.date_in_china(), self.0.rem_euclid(1000))
    }
}
