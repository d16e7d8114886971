//! What is asked and what is computed: conditions see exactly what would be submitted, so page and backend agree.

use super::answers::Answers;
use super::field::{Field, Form, Kind};
use super::normal::{item_normal, normal};
use super::pointer::Pointer;
use crate::model::date::Date;
use crate::model::order::sorted;
use serde_json::Value;

/// Which fields are asked, by field index. A hidden field is neither required nor submitted; its value stays in memory.
pub fn visible(form: &Form, answers: &Answers, today: Date) -> Vec<bool> {
    if !form.is_conditional() {
        return vec![true; form.fields.len()];
    }
    asked_data(form, answers.all_data(form), today).1
}

/// What one item of a list, or a group that is answered as one, comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    /// What is answered of what is asked, computed fields and the choices of alternatives included.
    pub item: Value,
    /// Which fields are asked, by index.
    pub shown: Vec<bool>,
    /// Which of its variants each field is now, by index.
    pub shapes: Vec<Option<usize>>,
    /// Which fields are marked as ones to answer, by index: see [`Field::is_marked`].
    pub due: Vec<bool>,
}

/// Settles one item of a list, or a group that is answered as one.
pub fn settled(fields: &[Field], item: &Value, today: Date) -> Settled {
    let mut item = item_normal(fields, item);
    let shown = settle(fields, &mut item, today);
    let shapes = fields.iter().map(|f| f.variant(&item, today)).collect();
    let due = fields.iter().map(|f| f.is_marked(&item, today)).collect();
    Settled { item, shown, shapes, due }
}

/// Takes out of `data` what is not asked, puts in what is computed, and says what is asked: by field index, inside repeats by item.
/// Which alternatives apply is still in it: see [`submitted`].
pub(super) fn asked_data(form: &Form, mut data: Value, today: Date) -> (Value, Vec<bool>) {
    let shown = settle(&form.fields, &mut data, today);
    (data, shown)
}

/// What of settled data is submitted: everything but which alternatives apply.
pub(super) fn submitted(fields: &[Field], mut data: Value) -> Value {
    if fields.iter().any(Field::is_unsent) {
        strip(fields, &mut data);
    }
    data
}

fn strip(fields: &[Field], data: &mut Value) {
    for field in fields.iter().filter(|f| f.is_unsent()) {
        match (&field.kind, data.pointer_mut(field.pointer.as_str())) {
            (_, Some(_)) if field.choosing.is_some() => take(field, data),
            (Kind::Repeat { fields, .. }, Some(Value::Array(items))) => items.iter_mut().for_each(|item| strip(fields, item)),
            (Kind::Group { fields, .. }, Some(group)) => strip(fields, group),
            _ => {}
        }
    }
}

impl Field {
    /// Whether something of it may not be submitted. Says yes for everything that has fields of its own, which may nest without end.
    fn is_unsent(&self) -> bool {
        self.choosing.is_some() || matches!(self.kind, Kind::Repeat { .. } | Kind::Group { .. })
    }
}

/// Conditions and computations may rest on fields that have some themselves, and a hidden field counts as unanswered: each is settled
/// after all that it reads, in the order that the form's [`plan`](super::plan) found.
pub(super) fn settle(fields: &[Field], data: &mut Value, today: Date) -> Vec<bool> {
    for field in fields.iter().filter(|f| f.variants.is_empty()) {
        if let Some(value) = data.pointer_mut(field.pointer.as_str()) {
            settle_inner(field, value, today);
        }
    }
    let mut shown = vec![true; fields.len()];
    let ruled = fields.iter().enumerate().filter(|(_, f)| f.is_ruled()).collect();
    for (index, field) in sorted(ruled, |(_, f)| f.turn as u64) {
        let asked = field.visible_when.as_ref().is_none_or(|condition| condition.holds(data, today));
        if let Some(place) = shown.get_mut(index) {
            *place = asked && field.same_as.is_none();
        }
        if !asked {
            take(field, data);
        } else if let Some(computation) = &field.computed {
            let outcome = computation.outcome(data, today);
            put(field, normal(field.now(data, today), &outcome), data);
        } else if !field.variants.is_empty() {
            let now = field.now(data, today);
            let mut meant = field.pointer.get(data).and_then(|value| normal(now, value));
            if let Some(value) = &mut meant {
                settle_inner(now, value, today);
            }
            put(field, meant, data);
        } else if let Some(told) = field.choosing.as_ref().filter(|_| field.pointer.get(data).is_none()).and_then(|all| all.told_by(data)) {
            field.pointer.set(data, told);
        }
    }
    shown
}

/// Settles the items of a list, or the members of a group that is answered as one.
pub(super) fn settle_inner(field: &Field, value: &mut Value, today: Date) {
    match (&field.kind, value) {
        (Kind::Repeat { fields, .. }, Value::Array(items)) if !fields.is_plain() => {
            for item in items.iter_mut().filter(|i| i.is_object()) {
                settle(fields, item, today);
            }
        }
        (Kind::Group { fields, .. }, group) => {
            settle(fields, group, today);
        }
        _ => {}
    }
}

fn put(field: &Field, value: Option<Value>, data: &mut Value) {
    match value {
        Some(value) => {
            field.pointer.set(data, value);
        }
        None => take(field, data),
    }
}

/// Takes an answer out, and the groups that are empty without it.
pub(super) fn take(field: &Field, data: &mut Value) {
    if field.pointer.remove(data).is_none() {
        return;
    }
    let mut path = field.pointer.as_str();
    while let Some((parent, _)) = path.rsplit_once('/').filter(|(p, _)| !p.is_empty()) {
        let empty = data.pointer(parent).is_some_and(|v| v.as_object().is_some_and(|m| m.is_empty()));
        if let (true, Ok(group)) = (empty, Pointer::parse(parent)) {
            group.remove(data);
        }
        path = parent;
    }
}
