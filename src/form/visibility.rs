//! What is asked: conditions see exactly what would be submitted, so page and backend agree.

use super::answers::Answers;
use super::expression::Scope;
use super::field::{Field, Form, Kind};
use crate::model::date::Date;
use serde_json::Value;

/// After this many rounds a hidden field stays hidden, so that conditions that contradict one another come to rest.
const ROUNDS: usize = 8;

/// Which fields are asked, by field index. A hidden field is neither required nor submitted; its value stays in memory.
pub fn visible(form: &Form, answers: &Answers, today: Date) -> Vec<bool> {
    if form.fields.iter().all(|f| f.visible_when.is_none()) {
        return vec![true; form.fields.len()];
    }
    asked_data(form, answers.all_data(form), today).1
}

/// Takes out of `data` what is not asked, and says what is: by field index, inside repeats by item.
pub(super) fn asked_data(form: &Form, mut data: Value, today: Date) -> (Value, Vec<bool>) {
    let shown = settle(&form.fields, &mut data, today);
    (data, shown)
}

/// Conditions may rest on fields that are themselves conditional, and a hidden field counts as unanswered: evaluate in page
/// order until nothing changes.
pub(super) fn settle(fields: &[Field], data: &mut Value, today: Date) -> Vec<bool> {
    for field in fields {
        if let (Kind::Repeat { fields, .. }, Some(Value::Array(items))) = (&field.kind, data.pointer_mut(field.pointer.as_str())) {
            for item in items.iter_mut().filter(|i| i.is_object()) {
                settle(fields, item, today);
            }
        }
    }
    let mut shown = vec![true; fields.len()];
    let conditional: Vec<(usize, &Field)> = fields.iter().enumerate().filter(|(_, f)| f.visible_when.is_some()).collect();
    let mut hidden: Vec<(usize, Value)> = Vec::new();
    let mut scope = (!conditional.is_empty()).then(|| Scope::new(data, today));
    for round in 0..ROUNDS + conditional.len() {
        let mut changed = false;
        for (index, field) in &conditional {
            let (Some(condition), Some(place), Some(seen)) = (&field.visible_when, shown.get_mut(*index), scope.as_ref()) else { continue };
            let now = condition.holds(seen) && (*place || round < ROUNDS);
            if now == *place {
                continue;
            }
            *place = now;
            changed = true;
            let moved = if now {
                hidden.iter().position(|(i, _)| i == index).map(|at| hidden.swap_remove(at)).is_some_and(|(_, v)| field.pointer.set(data, v))
            } else {
                take(field, data).map(|v| hidden.push((*index, v))).is_some()
            };
            if moved {
                scope = Some(Scope::new(data, today));
            }
        }
        if !changed {
            break;
        }
    }
    shown
}

/// Takes an answer out, and the groups that are empty without it.
fn take(field: &Field, data: &mut Value) -> Option<Value> {
    let value = field.pointer.remove(data)?;
    let mut path = field.pointer.as_str();
    while let Some((parent, _)) = path.rsplit_once('/').filter(|(p, _)| !p.is_empty()) {
        let empty = data.pointer(parent).is_some_and(|v| v.as_object().is_some_and(|m| m.is_empty()));
        if empty {
            super::pointer::Pointer::parse(parent).ok()?.remove(data);
        }
        path = parent;
    }
    Some(value)
}
