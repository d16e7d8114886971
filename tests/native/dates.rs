use miaoban::form::typed_date;
use miaoban::model::date::{Date, Moment};
use proptest::prelude::*;

fn date() -> impl Strategy<Value = Date> {
    (-719_162i64..=2_932_896).prop_map(Date::from_days)
}

#[test]
fn days_that_the_calendar_lacks_are_refused() {
    for text in [
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "0000-01-01",
        "2026-1-1",
        "+026-01-01",
        "2026-01-01 ",
        "２026-01-01",
        "",
    ] {
        assert_eq!(Date::parse(text), None, "{text}");
    }
    for text in ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
        assert_eq!(Date::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
    }
}

#[test]
fn a_birthday_on_leap_day_counts_on_the_first_of_march() {
    let born = Date::new(2000, 2, 29).expect("a leap day");
    assert_eq!(born.age_on(Date::new(2014, 2, 28).expect("a day")), 13);
    assert_eq!(born.age_on(Date::new(2014, 3, 1).expect("a day")), 14);
    assert_eq!(born.age_on(Date::new(1999, 1, 1).expect("a day")), 0);
}

#[test]
fn the_week_begins_on_monday() {
    assert_eq!(Date::new(2026, 11, 23).map(Date::weekday), Some(0));
    assert_eq!(Date::new(1970, 1, 1).map(Date::weekday), Some(3));
}

#[test]
fn the_last_day_of_a_month_stays_within_the_month() {
    let date = Date::new(2026, 1, 31).expect("a day");
    assert_eq!(date.plus_months(1).to_string(), "2026-02-28");
    assert_eq!(date.plus_months(-2).to_string(), "2025-11-30");
    assert_eq!(date.plus_months(i32::MAX).year(), 9999);
    assert_eq!(date.plus_days(i64::MAX).to_string(), "9999-12-31");
}

#[test]
fn moments_of_other_offsets_fall_on_the_right_day_in_china() {
    for (text, day) in [
        ("2026-11-22T16:00:00Z", "2026-11-23"),
        ("2026-11-22T15:59:59.999Z", "2026-11-22"),
        ("2026-11-23T00:00:00+08:00", "2026-11-23"),
        ("2026-11-22T23:30:00-05:00", "2026-11-23"),
        ("2026-11-22t16:00:00.1234567z", "2026-11-23"),
    ] {
        assert_eq!(Moment::parse(text).map(|m| m.date_in_china().to_string()).as_deref(), Some(day), "{text}");
    }
}

#[test]
fn what_is_no_rfc_3339_moment_is_refused() {
    for text in [
        "2026-11-23",
        "2026-11-23T10:00:00",
        "2026-11-23T10:00Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T10:60:00Z",
        "2026-11-23T10:00:00.Z",
        "2026-11-23T10:00:00+0800",
        "2026-11-23T10:00:00+08:00x",
        "2026-11-23T10:00:00+-8:00",
        "2026-11-23T10:00:00+8:+00",
        "2026-11-23T10:00:00+24:00",
        "2026-11-23T10:00:00+08:60",
        "2026-02-30T10:00:00Z",
        "",
    ] {
        assert_eq!(Moment::parse(text), None, "{text}");
    }
}

#[test]
fn dates_are_read_as_people_write_them() {
    for text in ["2026-1-5", "2026/01/05", "2026.1.5", "2026年1月5日", " 20260105 ", "\u{ff12}\u{ff10}\u{ff12}\u{ff16}-1-5"] {
        assert_eq!(typed_date(text).map(|d| d.to_string()).as_deref(), Some("2026-01-05"), "{text}");
    }
    for text in ["5.1.2026", "26-1-5", "2026-1", "2026-1-5-7", "2026-02-30", "+026-1-5", "年月日", ""] {
        assert_eq!(typed_date(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn days_and_dates_are_inverse(date in date()) {
        prop_assert_eq!(Date::from_days(date.to_days()), date);
        prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        prop_assert_eq!(Date::new(date.year(), date.month(), date.day()), Some(date));
    }

    #[test]
    fn days_are_in_order(a in date(), n in 1i64..100_000) {
        let b = a.plus_days(n);
        prop_assert!(b > a || b.to_string() == "9999-12-31");
    }

    #[test]
    fn months_there_and_back_lose_days_at_most(date in date(), months in -1200i32..1200) {
        let there = date.plus_months(months);
        let back = there.plus_months(-months);
        if (2..9998).contains(&there.year()) && (102..9898).contains(&date.year()) {
            prop_assert!(back <= date && date.to_days() - back.to_days() <= 3);
        }
    }

    #[test]
    fn a_moment_survives_being_written(ms in -60_000_000_000_000i64..200_000_000_000_000) {
        prop_assert_eq!(Moment::parse(&Moment(ms).to_string()), Some(Moment(ms)));
    }

    #[test]
    fn no_text_makes_dates_panic(text in "\\PC{0,40}|[0-9TZ:+. \\-年]{0,32}") {
        let _ = (Date::parse(&text), Moment::parse(&text), typed_date(&text));
    }
}
