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
    if form.fields.iter().all(|f| f.visible_when.is_none()) {
        return vec![true; form.fields.len()];
    }
    asked_data(form, answers.all_data(form), today).1
}

/// What one item of a repeat would be submitted as, and which of its fields are asked, by index.
pub fn settled(fields: &[Field], item: &Value, today: Date) -> (Value, Vec<bool>) {
    let mut item = item_normal(fields, item);
    let shown = settle(fields, &mut item, today);
    (item, shown)
}

/// Takes out of `data` what is not asked, puts in what is computed, and says what is asked: by field index, inside repeats by item.
pub(super) fn asked_data(form: &Form, mut data: Value, today: Date) -> (Value, Vec<bool>) {
    let shown = settle(&form.fields, &mut data, today);
    (data, shown)
}

/// Conditions and computations may rest on fields that have some themselves, and a hidden field counts as unanswered: each is settled
/// after all that it reads, in the order that the form's [`plan`](super::plan) found.
pub(super) fn settle(fields: &[Field], data: &mut Value, today: Date) -> Vec<bool> {
    for field in fields {
        if let (Kind::Repeat { fields, .. }, Some(Value::Array(items))) = (&field.kind, data.pointer_mut(field.pointer.as_str())) {
            for item in items.iter_mut().filter(|i| i.is_object()) {
                settle(fields, item, today);
            }
        }
    }
    let mut shown = vec![true; fields.len()];
    let ruled = fields.iter().enumerate().filter(|(_, f)| f.is_ruled()).collect();
    for (index, field) in sorted(ruled, |(_, f)| f.turn as u64) {
        let asked = field.visible_when.as_ref().is_none_or(|condition| condition.truthy(data, today));
        if let Some(place) = shown.get_mut(index) {
            *place = asked;
        }
        let computed = field.computed.as_ref().filter(|_| asked);
        match computed.and_then(|computation| normal(field, &computation.outcome(data, today))) {
            Some(value) => {
                field.pointer.set(data, value);
            }
            None if !asked || field.computed.is_some() => take(field, data),
            None => {}
        }
    }
    shown
}

/// Takes an answer out, and the groups that are empty without it.
fn take(field: &Field, data: &mut Value) {
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
