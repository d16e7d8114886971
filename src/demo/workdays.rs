//! Working days: deadlines of offices count them, holidays and make-up days included (国务院办公厅's yearly notice, as data).

use super::reader::{Node, Read};
use crate::model::date::Date;
use std::collections::BTreeSet;

/// Which days offices work. A year without data has weekends only.
#[derive(Debug, Clone, Default)]
pub(super) struct Workdays {
    /// Days off that would be worked by the week.
    off: BTreeSet<Date>,
    /// Weekend days that are worked (调休).
    worked: BTreeSet<Date>,
}

impl Workdays {
    /// Reads `{holidays: [...], workdays: [...]}`; a day is a date, or an object with a `date`, or one with `from` and `to`.
    pub fn read(node: &Node<'_>) -> Read<Self> {
        Ok(Self { off: days(node, &["holidays", "off"])?, worked: days(node, &["workdays", "makeup", "make_up"])? })
    }

    /// Whether offices work on this day.
    pub fn is_worked(&self, day: Date) -> bool {
        self.worked.contains(&day) || (day.weekday() < 5 && !self.off.contains(&day))
    }

    /// The `count`th working day after `from`; `from` itself where the count is 0. At most ten years ahead.
    pub fn after(&self, from: Date, count: u64) -> Date {
        let (mut day, mut left) = (from, count.min(2_000));
        for _ in 0..3_650 {
            if left == 0 {
                break;
            }
            day = day.plus_days(1);
            if self.is_worked(day) {
                left -= 1;
            }
        }
        day
    }
}

fn days(node: &Node<'_>, keys: &[&str]) -> Read<BTreeSet<Date>> {
    let mut out = BTreeSet::new();
    for key in keys {
        for item in node.list(key)? {
            if item.value.is_string() {
                out.insert(item.date()?);
            } else if let Some(date) = item.maybe("date") {
                out.insert(date.date()?);
            } else {
                let (mut day, last) = (item.at("from")?.date()?, item.at("to")?.date()?);
                while day <= last && out.len() < 5_000 {
                    out.insert(day);
                    day = day.plus_days(1);
                }
            }
        }
    }
    Ok(out)
}
