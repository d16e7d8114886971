//! One question of a form, tied to the form being filled.

use super::{field_id, Asking};
use crate::form::{self, sentence_for, Field, Form, Items};
use crate::platform::clock;
use crate::state::effect::memo;
use crate::state::locale::use_locale;
use crate::ui::{live, FieldInput};
use leptos::prelude::*;
use serde_json::Value;
use std::sync::Arc;

/// The question as what it is now: a field that takes another shape under other answers is drawn anew.
pub(super) fn question(asking: Asking, form: Arc<Form>, index: usize) -> AnyView {
    let Some(field) = form.fields.get(index) else { return ().into_any() };
    if field.variants.is_empty() {
        return draw(asking, form.clone(), index, field.clone());
    }
    let shaped = form.clone();
    let variant = memo(move || shaped.fields.get(index).and_then(|field| asking.filling.variant(field)));
    live(move || {
        let Some(field) = form.fields.get(index) else { return ().into_any() };
        let shape = variant.get().and_then(|at| field.variants.get(at)).unwrap_or(field);
        draw(asking, form.clone(), index, shape.clone())
    })
}

fn draw(asking: Asking, form: Arc<Form>, index: usize, field: Field) -> AnyView {
    let locale = use_locale();
    let Asking { filling, ids, on_change, on_leave, filled_by, files, divisions, certificates, checks } = asking;
    let due = {
        let form = form.clone();
        Signal::derive(move || form.fields.get(index).is_some_and(|field| filling.is_due(field)))
    };
    let pointer = StoredValue::new(field.pointer.as_str().to_owned());
    let value = {
        let form = form.clone();
        Signal::derive(move || form.fields.get(index).map(|field| filling.value(field)).unwrap_or_default())
    };
    let inner = Callback::new(move |p: String| filling.problem(&p, |problem| sentence_for(problem, &form, locale.lang.get())));
    let problem = Signal::derive(move || inner.run(pointer.get_value()));
    let today = clock::today();
    view! {
        <FieldInput
            id=ids.with_value(|ids| field_id(ids, field.pointer.as_str()))
            field
            value
            on_change=Callback::new(move |v| on_change.run((index, v)))
            on_leave=Callback::new(move |()| on_leave.run(index))
            problem
            filled_by=Signal::derive(move || filled_by.run(index))
            files
            divisions
            certificates
            checks
            problems=Some(inner)
            due=Some(due)
            asked=Some(Callback::new(move |(fields, item): (Items, Value)| form::settled(&fields, &item, today)))
        />
    }
    .into_any()
}
