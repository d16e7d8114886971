//! Dates, moments, amounts and sizes as each language writes them. Pure; moments are shown in China's time.

use super::Lang;
use crate::model::date::{Date, Moment};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `2026-11-23` → 2026年11月23日, 23 Nov 2026. What is no ISO 8601 date comes back as it is: better than nothing to read.
pub fn date(iso: &str, lang: Lang) -> String {
    Date::parse(iso).map_or_else(|| iso.to_string(), |d| day(d, lang))
}

/// [`date`] for a date that was read already.
pub fn day(date: Date, lang: Lang) -> String {
    match lang {
        Lang::En => {
            let month = MONTHS.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default();
            format!("{} {month} {}", date.day(), date.year())
        }
        Lang::Hans | Lang::Hant => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
    }
}

/// `2026-11-23T06:02:11Z` → 2026年11月23日 14:02, 23 Nov 2026, 14:02. What is no RFC 3339 date-time comes back as it is.
pub fn moment(rfc3339: &str, lang: Lang) -> String {
    let Some(at) = Moment::parse(rfc3339) else { return rfc3339.to_string() };
    let (h, m, _) = at.time_in_china();
    let between = if lang == Lang::En { ", " } else { " " };
    format!("{}{between}{h:02}:{m:02}", day(at.date_in_china(), lang))
}

/// The day of a moment: `2026-11-23T06:02:11Z` → 2026年11月23日. What is no RFC 3339 date-time comes back as it is.
pub fn date_of(rfc3339: &str, lang: Lang) -> String {
    Moment::parse(rfc3339).map_or_else(|| rfc3339.to_string(), |at| day(at.date_in_china(), lang))
}

/// The time of day to the second: 14:02:11.
pub fn clock(rfc3339: &str) -> String {
    let Some(at) = Moment::parse(rfc3339) else { return rfc3339.to_string() };
    let (h, m, s) = at.time_in_china();
    format!("{h:02}:{m:02}:{s:02}")
}

/// A number of things that a form asks: 18 项, 18 項, 18 items, 1 item.
pub fn count(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Hans => format!("{n} 项"),
        Lang::Hant => format!("{n} 項"),
        Lang::En if n == 1 => "1 item".to_string(),
        Lang::En => format!("{n} items"),
    }
}

/// An elapsed time, in milliseconds, as a person would say it: 3.2 秒, 3.2 seconds, 2 分钟.
pub fn elapsed(ms: u64, lang: Lang) -> String {
    let tenths = (ms + 50) / 100;
    if tenths >= 600 {
        let minutes = (ms + 30_000) / 60_000;
        return match lang {
            Lang::Hans => format!("{minutes} 分钟"),
            Lang::Hant => format!("{minutes} 分鐘"),
            Lang::En if minutes == 1 => "1 minute".to_string(),
            Lang::En => format!("{minutes} minutes"),
        };
    }
    let (whole, part) = (tenths / 10, tenths % 10);
    let number = if part == 0 { whole.to_string() } else { format!("{whole}.{part}") };
    match lang {
        Lang::En if number == "1" => "1 second".to_string(),
        Lang::En => format!("{number} seconds"),
        Lang::Hans | Lang::Hant => format!("{number} 秒"),
    }
}

/// How long departments take at most, in minutes of the clock: 30 分钟, 1 小时 30 分钟, 2 天. Beside days, hours are rounded up: what is promised is kept.
pub fn span(minutes: u32, lang: Lang) -> String {
    const HOUR: u32 = 60;
    const DAY: u32 = 24 * HOUR;
    let minutes = if minutes < DAY { minutes } else { minutes.div_ceil(HOUR).saturating_mul(HOUR) };
    let (days, hours, rest) = (minutes / DAY, minutes % DAY / HOUR, minutes % HOUR);
    let said = [(days, Unit::Day), (hours, Unit::Hour), (rest, Unit::Minute)];
    let said: Vec<String> = said.into_iter().filter(|(n, unit)| *n > 0 || (minutes == 0 && *unit == Unit::Minute)).map(|(n, unit)| unit.of(n, lang)).collect();
    said.join(" ")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Hour,
    Minute,
}

impl Unit {
    fn of(self, n: u32, lang: Lang) -> String {
        let word = match (self, lang) {
            (Self::Day, Lang::Hans | Lang::Hant) => "天",
            (Self::Hour, Lang::Hans) => "小时",
            (Self::Hour, Lang::Hant) => "小時",
            (Self::Minute, Lang::Hans) => "分钟",
            (Self::Minute, Lang::Hant) => "分鐘",
            (Self::Day, Lang::En) => "day",
            (Self::Hour, Lang::En) => "hour",
            (Self::Minute, Lang::En) => "minute",
        };
        let ending = if lang == Lang::En && n != 1 { "s" } else { "" };
        format!("{n} {word}{ending}")
    }
}

/// An amount in yuan: 1,234.50 元, CNY 1,234.50; whole amounts without decimals.
pub fn money(yuan: f64, lang: Lang) -> String {
    let fen = (yuan.abs() * 100.0).round();
    let (whole, part) = ((fen / 100.0).floor(), fen % 100.0);
    let decimals = if part == 0.0 { String::new() } else { format!(".{part:02.0}") };
    let sign = if yuan < 0.0 && fen > 0.0 { "-" } else { "" };
    let number = format!("{sign}{}{decimals}", thousands(&format!("{whole:.0}")));
    match lang {
        Lang::En => format!("CNY {number}"),
        Lang::Hans | Lang::Hant => format!("{number} 元"),
    }
}

/// A file's size, in bytes: 420 KB, 4.8 MB.
pub fn size(bytes: u64) -> String {
    const MB: u64 = 1024 * 1024;
    if bytes >= MB {
        let tenths = (bytes * 10 + MB / 2) / MB;
        return if tenths.is_multiple_of(10) { format!("{} MB", tenths / 10) } else { format!("{}.{} MB", tenths / 10, tenths % 10) };
    }
    format!("{} KB", bytes.div_ceil(1024))
}

fn thousands(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_evening_in_utc_is_the_next_day_in_china() {
        assert_eq!(moment("2026-11-22T16:30:00Z", Lang::Hans), "2026年11月23日 00:30");
        assert_eq!(moment("2026-11-23T14:02:11+08:00", Lang::En), "23 Nov 2026, 14:02");
        assert_eq!(clock("2026-11-23T06:02:11Z"), "14:02:11");
    }

    #[test]
    fn what_is_no_date_is_shown_rather_than_lost() {
        assert_eq!(date("长期", Lang::En), "长期");
        assert_eq!(moment("soon", Lang::Hant), "soon");
    }

    #[test]
    fn dates_are_written_as_each_language_does() {
        assert_eq!(date("2026-03-02", Lang::Hans), "2026年3月2日");
        assert_eq!(date("2026-03-02", Lang::En), "2 Mar 2026");
    }

    #[test]
    fn one_is_singular_in_english() {
        assert_eq!(count(1, Lang::En), "1 item");
        assert_eq!(count(0, Lang::En), "0 items");
        assert_eq!(count(18, Lang::Hant), "18 項");
        assert_eq!(elapsed(1_000, Lang::En), "1 second");
    }

    #[test]
    fn a_rounded_minute_is_not_sixty_seconds() {
        assert_eq!(elapsed(3_210, Lang::Hans), "3.2 秒");
        assert_eq!(elapsed(59_980, Lang::Hans), "1 分钟");
    }

    #[test]
    fn a_promise_is_told_in_the_largest_units_and_never_shortened() {
        assert_eq!(span(30, Lang::Hans), "30 分钟");
        assert_eq!(span(90, Lang::Hant), "1 小時 30 分鐘");
        assert_eq!(span(1_440, Lang::En), "1 day");
        assert_eq!(span(2 * 1_440 + 61, Lang::En), "2 days 2 hours");
        assert_eq!(span(2 * 1_440 - 1, Lang::Hans), "2 天");
        assert_eq!(span(0, Lang::En), "0 minutes");
        // Nothing that a definition holds overflows.
        assert!(!span(u32::MAX, Lang::Hans).is_empty());
    }

    #[test]
    fn amounts_are_grouped_and_rounded_to_the_fen() {
        assert_eq!(money(1_234_567.5, Lang::Hans), "1,234,567.50 元");
        assert_eq!(money(0.999, Lang::En), "CNY 1");
        assert_eq!(money(-12.0, Lang::En), "CNY -12");
        assert_eq!(money(-0.001, Lang::En), "CNY 0");
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(size(5 * 1024 * 1024), "5 MB");
        assert_eq!(size(430_000), "420 KB");
    }
}
