//! What the whole schema says beyond what each field says: `if`/`then`, `dependentRequired`, `oneOf` of groups, `uniqueItems` …, as problems
//! of the fields where a person can put them right.

use super::check::Patterns;
use super::field::{Field, Form, Kind};
use super::pointer::is_at_or_in;
use super::problem::{problem, Problem, Rule};
use super::schema::{Bound, Broken, Size, Violation};
use super::visibility::{settled, Settled};
use crate::model::date::Date;
use crate::model::order::sorted;
use serde_json::Value;

/// Adds what `due` (what would be submitted of `asked`, `shown` by field index) breaks and no check of a field has found, and sorts all
/// into page order. Returns whether the whole of it could be looked at.
pub(super) fn conform(form: &Form, asked: &Value, due: &Value, shown: &[bool], today: Date, patterns: &dyn Patterns, problems: &mut Vec<Problem>) -> bool {
    let outcome = form.schema.validate(due, patterns, true);
    for violation in &outcome.violations {
        let Some((pointer, field)) = place(form, shown, violation).map(|(pointer, field)| form.asked_for(pointer, field)) else { continue };
        // That no alternative fits says nothing new where it is known what is wrong in there.
        let around = matches!(violation.broken, Broken::AnyOf | Broken::OneOf(0)).then_some(&violation.instance);
        let told = problems.iter().any(|p| is_at_or_in(&p.pointer, around.unwrap_or(&pointer)));
        if told || !is_asked(form, shown, asked, today, &pointer) {
            continue;
        }
        let field = if field.pointer.as_str() == pointer { field.now(asked, today) } else { field };
        if let Some(rule) = rule(field, &violation.broken) {
            problems.push(problem(pointer, rule, Some(field)));
        }
    }
    let taken = std::mem::take(problems);
    *problems = sorted(taken, |p| form.field_around(&p.pointer).map_or(usize::MAX, |f| f.index) as u64);
    outcome.limit.is_none()
}

/// The field that a violation is told at: its own, the one around it, or else the first one that is asked in the group that it is about.
fn place<'a>(form: &'a Form, shown: &[bool], violation: &Violation) -> Option<(String, &'a Field)> {
    let whole = violation.field();
    let mut pointer = whole.as_str();
    loop {
        if let Some(field) = form.field_at(pointer) {
            return Some((pointer.to_owned(), field));
        }
        let Some((outer, _)) = pointer.rsplit_once('/') else { break };
        pointer = outer;
    }
    if matches!(violation.broken, Broken::Required(_) | Broken::Type(_)) {
        // A group that is not there: what must be answered in it says so itself. Nor can a person answer a group with something else.
        return None;
    }
    let mut asked = form.fields.iter().zip(shown).filter(|(_, shown)| **shown).map(|(field, _)| field);
    let first = asked.find(|f| f.computed.is_none() && is_at_or_in(f.pointer.as_str(), &violation.instance))?;
    Some((first.pointer.as_str().to_owned(), first))
}

/// Whether the person is asked for it now, also within the items of a repeat.
fn is_asked(form: &Form, shown: &[bool], data: &Value, today: Date, pointer: &str) -> bool {
    let Some(field) = form.field_around(pointer) else { return false };
    shown.get(field.index).copied().unwrap_or(false) && is_asked_in(field, data, today, pointer)
}

fn is_asked_in(field: &Field, data: &Value, today: Date, pointer: &str) -> bool {
    let inside = pointer.strip_prefix(field.pointer.as_str()).and_then(|rest| rest.strip_prefix('/'));
    if let (Kind::Group { fields, .. }, Some(group)) = (&field.kind, field.pointer.get(data)) {
        let rest = pointer.strip_prefix(field.pointer.as_str()).unwrap_or_default();
        return is_asked_of(fields, group, today, rest);
    }
    let (Kind::Repeat { fields, .. }, Some(inside)) = (&field.kind, inside) else { return true };
    let (number, rest) = inside.split_once('/').map_or((inside, ""), |(number, _)| (number, inside.get(number.len()..).unwrap_or_default()));
    let item = field.pointer.get(data).and_then(|items| items.get(number.parse::<usize>().ok()?));
    item.is_none_or(|item| is_asked_of(fields, item, today, rest))
}

fn is_asked_of(fields: &[Field], item: &Value, today: Date, rest: &str) -> bool {
    let Settled { item: whole, shown, .. } = settled(fields, item, today);
    fields.iter().zip(shown).find(|(f, _)| is_at_or_in(rest, f.pointer.as_str())).is_none_or(|(f, shown)| shown && is_asked_in(f, &whole, today, rest))
}

/// `None` where the field's own check has the last word.
fn rule(field: &Field, broken: &Broken) -> Option<Rule> {
    let has_own_format = matches!(
        field.kind,
        Kind::Email
            | Kind::Uri
            | Kind::Date
            | Kind::Time { .. }
            | Kind::DateTime
            | Kind::DateRange(_)
            | Kind::Identifier(_)
            | Kind::File { .. }
            | Kind::Signature
    );
    Some(match broken {
        Broken::Format(_) if has_own_format => return None,
        // Only a source can answer it.
        _ if matches!(field.kind, Kind::ReadOnly) => return None,
        Broken::Required(_) | Broken::DependentRequired { .. } if field.computed.is_some() => return None,
        Broken::Required(_) | Broken::DependentRequired { .. } if matches!(field.kind, Kind::Declaration) => Rule::MustAgree,
        Broken::Required(_) | Broken::DependentRequired { .. } => Rule::Required,
        Broken::Type(_) => Rule::WrongType,
        Broken::Enum | Broken::Const | Broken::AnyOf | Broken::OneOf(0) if matches!(field.kind, Kind::Choice { .. } | Kind::MultiChoice { .. }) => {
            Rule::NotAChoice
        }
        Broken::Bound(bound, limit) => {
            let limit = limit.as_f64()?;
            match bound {
                Bound::Minimum => Rule::TooSmall(limit),
                Bound::Maximum => Rule::TooLarge(limit),
                Bound::ExclusiveMinimum => Rule::Above(limit),
                Bound::ExclusiveMaximum => Rule::Below(limit),
            }
        }
        Broken::MultipleOf(of) => Rule::NotAMultiple(of.as_f64()?),
        Broken::Size(Size::MinLength, n) => Rule::TooShort(*n),
        Broken::Size(Size::MaxLength, n) => Rule::TooLong(*n),
        Broken::Size(Size::MinItems, n) => Rule::TooFew(*n),
        Broken::Size(Size::MaxItems, n) => Rule::TooMany(*n),
        Broken::Pattern(_) => Rule::Pattern,
        Broken::UniqueItems(..) => Rule::Twice,
        other => Rule::Other(other.keyword()),
    })
}
