//! Dates and times: as people write them, and as they are submitted.
//!
//! | schema | submitted |
//! |---|---|
//! | `format: date` | `2026-11-23` |
//! | `x-widget: time` without that format | `09:30`; `09:30:15` where somebody writes seconds |
//! | `format: time` | `09:30:00+08:00`: RFC 3339 asks for an offset, and a form is answered in China's time |
//! | `format: date-time` | `2026-11-23T09:30:00+08:00` |

use super::schema::{is_date_time, is_time};
use crate::model::date::{Date, Moment};
use crate::model::time::Time;

/// China Standard Time.
const OFFSET: &str = "+08:00";
/// Nothing longer is a date or a time.
const LONGEST: usize = 64;

/// Reads a date as people write it: `2026-11-23`, `2026/1/5`, `2026.1.5`, `2026年1月5日`, `20261123`.
pub fn typed_date(text: &str) -> Option<Date> {
    let text = narrow(text.trim());
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Date::new(text.get(0..4)?.parse().ok()?, text.get(4..6)?.parse().ok()?, text.get(6..8)?.parse().ok()?);
    }
    let text = text.strip_suffix(['日', '号', '號']).unwrap_or(&text);
    let mut parts = text.split(['-', '/', '.', '年', '月']).map(str::trim);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, most: usize| !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// What part of a day the hours are counted in.
#[derive(Clone, Copy, PartialEq)]
enum Half {
    /// Midnight to noon, where 12 is 0.
    First,
    /// 11 to 13 as they are.
    Noon,
    /// Noon to midnight.
    Second,
}

const HALVES: [(&str, Half); 16] = [
    ("凌晨", Half::First),
    ("清晨", Half::First),
    ("早晨", Half::First),
    ("早上", Half::First),
    ("上午", Half::First),
    ("中午", Half::Noon),
    ("下午", Half::Second),
    ("傍晚", Half::Second),
    ("晚上", Half::Second),
    ("a.m.", Half::First),
    ("p.m.", Half::Second),
    ("am", Half::First),
    ("pm", Half::Second),
    ("早", Half::First),
    ("午后", Half::Second),
    ("晚", Half::Second),
];

/// Reads a time as people write it: `9:30`, `0930`, `9点半`, `15时05分`, `下午3点`, `3:15 pm`.
pub fn typed_time(text: &str) -> Option<Time> {
    if text.len() > LONGEST {
        return None;
    }
    let text = narrow(text.trim()).to_ascii_lowercase();
    let cut = |half: &(&str, Half)| text.strip_prefix(half.0).or_else(|| text.strip_suffix(half.0)).map(|rest| (rest.trim().to_owned(), half.1));
    let (rest, half) = HALVES.iter().find_map(cut).map_or((text.clone(), None), |(rest, half)| (rest, Some(half)));
    let (hour, minute, second) = clock(&rest)?;
    let hour = match half {
        None => hour,
        Some(Half::First) if hour <= 12 => hour % 12,
        Some(Half::Second) if (1..12).contains(&hour) => hour + 12,
        // Whether twelve at night is the beginning or the end of the day, the person has to say.
        Some(Half::Second) if hour == 12 && !text.contains('晚') => 12,
        Some(Half::Second) if (13..24).contains(&hour) => hour,
        Some(Half::Noon) if (1..=2).contains(&hour) => hour + 12,
        Some(Half::Noon) if (11..=14).contains(&hour) => hour,
        Some(_) => return None,
    };
    Time::new(hour, minute, second)
}

/// Hour, minute and second as written, without a word for the part of the day.
fn clock(text: &str) -> Option<(u8, u8, u8)> {
    let digits = |part: &str| (!part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u8>().ok()).flatten();
    if text.bytes().all(|b| b.is_ascii_digit()) && text.len() > 2 {
        let (hour, rest) = text.split_at(text.len() % 2 + if text.len().is_multiple_of(2) { 2 } else { 0 });
        let (minute, second) = (rest.get(0..2)?, rest.get(2..).unwrap_or_default());
        return Some((digits(hour)?, digits(minute)?, if second.is_empty() { 0 } else { digits(second)? }));
    }
    let Some((hour, rest)) = text.split_once(['点', '點', '时', '時', ':', '.']) else { return Some((digits(text)?, 0, 0)) };
    let (hour, rest) = (digits(hour.trim())?, rest.strip_prefix(['钟', '鐘']).unwrap_or(rest).trim());
    let rest = rest.strip_suffix('秒').unwrap_or(rest);
    Some(match rest {
        "" | "整" => (hour, 0, 0),
        "半" => (hour, 30, 0),
        "一刻" => (hour, 15, 0),
        "三刻" => (hour, 45, 0),
        _ => match rest.split_once(['分', ':', '.']) {
            None | Some((_, "")) => (hour, digits(rest.trim_end_matches('分'))?, 0),
            Some((minute, second)) => (hour, digits(minute.trim())?, digits(second.trim())?),
        },
    })
}

/// Reads a date and a time in one: `2026-11-23 9:30`, `2026年1月5日下午3点`.
pub fn typed_date_time(text: &str) -> Option<(Date, Time)> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    cuts.into_iter().rev().find_map(|at| {
        let (date, time) = text.split_at(at);
        // `2026-01-15` is no 5:00 on the first.
        if date.ends_with(|c: char| c.is_ascii_digit()) && time.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let time = time.trim_start().trim_start_matches(['T', ',', '，']);
        Some((typed_date(date.trim_end_matches([' ', ',', '，']))?, typed_time(time)?))
    })
}

/// The time that somebody meant as it is submitted; what cannot be read stays.
pub(super) fn normal_time(text: &str, zoned: bool) -> String {
    match typed_time(text) {
        _ if zoned && is_time(text) => text.to_owned(),
        Some(time) if zoned => format!("{time}{OFFSET}"),
        Some(time) => time.short(),
        None => text.trim().to_owned(),
    }
}

/// As [`normal_time`], with a date.
pub(super) fn normal_date_time(text: &str) -> String {
    match typed_date_time(text) {
        _ if is_date_time(text) => text.to_owned(),
        Some((date, time)) => format!("{date}T{time}{OFFSET}"),
        None => text.trim().to_owned(),
    }
}

/// Whether a text is a time as it is submitted.
pub(super) fn is_normal_time(text: &str, zoned: bool) -> bool {
    if zoned {
        is_time(text)
    } else {
        Time::parse(text).is_some()
    }
}

/// A submitted or typed time as it stands in the control: in China's time without its offset, or as it was typed.
pub fn shown_time(text: &str) -> String {
    text.strip_suffix(OFFSET).and_then(Time::parse).map_or_else(|| text.to_owned(), Time::short)
}

/// A date-time as it stands in two controls, for the date and for the time; what was typed by halves stays in its half.
pub fn shown_date_time(text: &str) -> (String, String) {
    if let Some(moment) = Moment::parse(text).filter(|_| is_date_time(text)) {
        let (h, m, s) = moment.time_in_china();
        return (moment.date_in_china().to_string(), Time::new(h, m, s).map(Time::short).unwrap_or_default());
    }
    match text.split_once(' ') {
        Some((date, time)) => (date.to_owned(), time.to_owned()),
        None => (text.to_owned(), String::new()),
    }
}

/// Full-width forms of ASCII as ASCII: what a Chinese keyboard writes for `@`, `.` and digits.
pub(super) fn narrow(text: &str) -> String {
    text.chars().map(|c| if ('\u{ff01}'..='\u{ff5e}').contains(&c) { char::from_u32(c as u32 - 0xfee0).unwrap_or(c) } else { c }).collect()
}
