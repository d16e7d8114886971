//! The fields within an answer: of a list's item, of a group that is answered as one.

use super::{Answering, Asked, DivisionsDesk, FieldInput, Problems};
use crate::form::Items;
use crate::state::effect::memo;
use crate::ui::{live, unique};
use leptos::prelude::*;
use serde_json::{Map, Value};

/// What is asked within an answer.
#[derive(Clone)]
pub struct Inner {
    /// With pointers that start at the item.
    pub fields: Items,
    /// Where the item is in the form's data.
    pub pointer: Signal<String>,
    pub problems: Option<Problems>,
    pub asked: Option<Asked>,
    pub divisions: Option<DivisionsDesk>,
}

/// Draws the fields. The first one's control gets `first` for its id, where somebody has to find it.
pub fn fields(inner: Inner, answering: Answering, first: Option<String>) -> Vec<AnyView> {
    let Inner { fields: items, pointer, problems, asked, divisions } = inner;
    let Answering { value, on_change, on_leave } = answering;
    let all = items.clone();
    let whole = memo(move || asked.map(|asked| asked.run((all.clone(), value.get()))));
    let count = items.len();
    (0..count)
        .map(|index| {
            let items = items.clone();
            let Some(field) = items.get(index) else { return ().into_any() };
            let place = StoredValue::new(field.pointer.clone());
            let (computed, has_shapes, required) = (field.computed.is_some(), !field.variants.is_empty(), field.required);
            let mine = Signal::derive(move || {
                if computed {
                    return whole.with(|w| w.as_ref().and_then(|s| place.with_value(|p| p.get(&s.item).cloned())).unwrap_or_default());
                }
                value.with(|v| place.with_value(|p| p.get(v).cloned())).unwrap_or_default()
            });
            let change = Callback::new(move |new: Value| {
                let mut item = value.get_untracked();
                if item.is_null() {
                    item = Value::Object(Map::new());
                }
                place.with_value(|p| p.set(&mut item, new));
                on_change.run(item);
            });
            let at = Signal::derive(move || place.with_value(|p| format!("{}{}", pointer.get(), p.as_str())));
            let problem = Signal::derive(move || problems.and_then(|p| p.run(at.get())));
            let told = move |read: fn(&crate::form::Settled, usize) -> bool, otherwise: bool| whole.with(|w| w.as_ref().map_or(otherwise, |s| read(s, index)));
            let shown = memo(move || told(|s, at| s.shown.get(at).copied().unwrap_or(true), true));
            let due = Signal::from(memo(move || told(|s, at| s.due.get(at).copied().unwrap_or_default(), required)));
            let shape = memo(move || has_shapes.then(|| whole.with(|w| w.as_ref().and_then(|s| s.shapes.get(index).copied().flatten()))).flatten());
            let id = first.clone().filter(|_| index == 0).unwrap_or_else(|| unique("row"));
            live(move || {
                if !shown.get() {
                    return ().into_any();
                }
                let Some(field) = items.get(index) else { return ().into_any() };
                let field = shape.get().and_then(|at| field.variants.get(at)).unwrap_or(field).clone();
                let id = id.clone();
                view! { <FieldInput field value=mine on_change=change on_leave problem id problems asked divisions pointer=at due=Some(due)/> }.into_any()
            })
        })
        .collect()
}
