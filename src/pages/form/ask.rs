//! What is asked: every field that no source has filled, in page order, by section.

use super::super::say;
use super::parts::Parts;
use super::{checks, desk};
use crate::form::{Field, Origin};
use crate::platform::document;
use crate::state::effect::memo;
use crate::state::journey::Journey;
use crate::state::place::Place;
use crate::ui::field::FilledBy;
use crate::ui::{Asking, Notice, Questions, Tone};
use crate::words::form::FormWords;
use leptos::prelude::*;
use serde_json::Value;

/// The questions, all or those of one part, or a word that there are none.
pub fn asked(journey: Journey, parts: Parts) -> AnyView {
    let asking = Asking {
        filling: journey.filling,
        ids: StoredValue::new(super::IDS.to_owned()),
        on_change: Callback::new(move |(index, value): (usize, Value)| {
            with_field(journey, index, |field| journey.type_in(field, value));
        }),
        on_leave: Callback::new(move |index: usize| {
            with_field(journey, index, |field| {
                journey.leave(field);
                if field.check.is_some() {
                    journey.ask_check(field);
                }
            });
        }),
        filled_by: Callback::new(move |index: usize| with_field(journey, index, |field| filled_by(journey, field.pointer.as_str())).flatten()),
        files: Some(desk::desk(journey)),
        divisions: Some(desk::divisions(journey)),
        certificates: Some(desk::certificates(journey)),
        checks: Some(checks::desk(journey)),
    };
    let questions = memo(move || parts.here());
    let drawn = move || {
        let Some(form) = journey.form.get() else { return ().into_any() };
        let none = move || parts.asked.with(Vec::is_empty) && !journey.is_asking();
        view! {
            {move || none().then(|| view! { <Notice tone=Tone::Good text=say(FormWords::NothingMissing) /> }.into_any())}
            <Questions asking form asked=questions rest=say(FormWords::Missing) />
        }
        .into_any()
    };
    let here = move |event: leptos::ev::FocusEvent| {
        let service = journey.service();
        document::field_of(&event).into_iter().for_each(|field| Place::keep(&service, &field));
    };
    view! { <div class="mb-asked" on:focusin=here>{move || drawn()}</div> }.into_any()
}

fn with_field<T>(journey: Journey, index: usize, then: impl FnOnce(&Field) -> T) -> Option<T> {
    let form = journey.form.try_get_untracked().flatten()?;
    form.fields.get(index).map(then)
}

/// The source of an answer that the person is changing, for its badge.
fn filled_by(journey: Journey, pointer: &str) -> Option<FilledBy> {
    let name = |id: &str| journey.source_name(id);
    journey.answer(pointer, |a| match &a?.origin {
        Origin::Source { source, locked, masked, note, .. } => {
            Some(FilledBy { source: source.clone(), name: name(source), locked: *locked, masked: masked.clone(), note: note.clone() })
        }
        _ => None,
    })
}

/// Indices of the fields that are asked now, in page order.
pub fn asked_fields(journey: Journey) -> Vec<usize> {
    let visible = journey.visible();
    journey.form.with(|form| {
        let Some(form) = form else { return Vec::new() };
        let editing = journey.editing.get();
        journey.origins(|answers| {
            let open = |field: &Field| {
                let pointer = field.pointer.as_str();
                // Which certificate it is about can always be chosen otherwise.
                if field.computed.is_some() || editing.contains(pointer) || journey.offered(pointer, |_| ()).is_some() {
                    return true;
                }
                match answers.get(pointer).map(|a| &a.origin) {
                    // What an expired certificate says wants a second look, so it is asked with the answer in it.
                    Some(Origin::Source { source, locked, .. }) => !locked && journey.is_expired_source(source),
                    Some(_) => !field.read_only,
                    // A field that a source may still fill is not asked yet: it would vanish under the person's fingers.
                    None => !field.read_only && !field.source.as_ref().is_some_and(|s| journey.is_asking_source(s)),
                }
            };
            form.fields.iter().enumerate().filter(|(i, f)| visible.get(*i).copied().unwrap_or(false) && open(f)).map(|(i, _)| i).collect()
        })
    })
}
