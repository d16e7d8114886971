//! What is asked: every field that no source has filled, in page order, by section.

use super::super::say;
use super::{desk, field_id};
use crate::form::{self, sentence_for, Field, Form, Origin};
use crate::platform::clock;
use crate::state::effect::memo;
use crate::state::journey::Journey;
use crate::state::locale::use_locale;
use crate::ui::field::FilledBy;
use crate::ui::{Card, FieldInput, Notice, Tone};
use crate::words::form::FormWords;
use leptos::prelude::*;
use serde_json::Value;
use std::sync::Arc;

/// The questions. A section appears with its first question; a field stays where it is while one types.
pub fn asked(journey: Journey) -> AnyView {
    let sections = move || {
        let Some(form) = journey.form.get() else { return ().into_any() };
        let questions = memo(move || asked_fields(journey));
        let computes = form.fields.iter().any(|f| f.computed.is_some());
        let settled = memo(move || if computes { journey.data() } else { Value::Null });
        let list: Vec<AnyView> = (0..form.sections.len()).map(|i| section(journey, form.clone(), i, questions, settled)).collect();
        let none = move || questions.with(Vec::is_empty) && !journey.is_asking();
        view! {
            {move || none().then(|| view! { <Notice tone=Tone::Good text=say(FormWords::NothingMissing) /> }.into_any())}
            {list}
        }
        .into_any()
    };
    view! { <div class="mb-asked">{move || sections()}</div> }.into_any()
}

fn section(journey: Journey, form: Arc<Form>, index: usize, questions: Memo<Vec<usize>>, settled: Memo<Value>) -> AnyView {
    let Some(section) = form.sections.get(index) else { return ().into_any() };
    let (title, hint, own) = (section.title.clone(), section.hint.clone(), section.fields.clone());
    let mine = memo(move || questions.with(|q| q.iter().copied().filter(|i| own.contains(i)).collect::<Vec<_>>()));
    let any = memo(move || !mine.with(Vec::is_empty));
    let shown = move || {
        let form = form.clone();
        any.get().then(|| {
            let heading = if title.is_empty() { say(FormWords::Missing) } else { Signal::stored(title.clone()) };
            let hint = hint.clone().map(|h| view! { <p class="mb-quiet">{h}</p> }.into_any());
            view! {
                <Card title=heading>
                    {hint}
                    <For each=move || mine.get() key=|i| *i children=move |i| question(journey, form.clone(), i, settled) />
                </Card>
            }
            .into_any()
        })
    };
    shown.into_any()
}

fn question(journey: Journey, form: Arc<Form>, index: usize, settled: Memo<Value>) -> AnyView {
    let locale = use_locale();
    let Some(field) = form.fields.get(index).cloned() else { return ().into_any() };
    let pointer = StoredValue::new(field.pointer.as_str().to_owned());
    let about = StoredValue::new(field.clone());
    let is_computed = field.computed.is_some();
    let value = Signal::derive(move || {
        if is_computed {
            return pointer.with_value(|p| settled.with(|data| data.pointer(p).cloned())).unwrap_or_default();
        }
        pointer.with_value(|p| journey.answers.with(|a| a.get(p).map_or(Value::Null, |answer| answer.value.clone())))
    });
    let say_problem = move |p: &str| journey.problems.with(|all| all.get(p).map(|problem| sentence_for(problem, &form, locale.lang.get())));
    let problem = {
        let say_problem = say_problem.clone();
        Signal::derive(move || pointer.with_value(|p| say_problem(p)))
    };
    let inner = Callback::new(move |p: String| say_problem(&p));
    let filled_by = Signal::derive(move || pointer.with_value(|p| filled_by(journey, p)));
    let today = clock::today();
    view! {
        <FieldInput
            id=field_id(field.pointer.as_str())
            field
            value
            on_change=Callback::new(move |v| about.with_value(|f| journey.type_in(f, v)))
            on_leave=Callback::new(move |()| about.with_value(|f| journey.leave(f)))
            problem
            filled_by
            files=Some(desk::desk(journey))
            problems=Some(inner)
            asked=Some(Callback::new(move |(fields, item): (StoredValue<Vec<Field>>, Value)| fields.with_value(|fields| form::settled(fields, &item, today))))
        />
    }
    .into_any()
}

/// The source of an answer that the person is changing, for its badge.
fn filled_by(journey: Journey, pointer: &str) -> Option<FilledBy> {
    let name = |id: &str| journey.source_name(id);
    journey.answers.with(|a| match &a.get(pointer)?.origin {
        Origin::Source { source, locked, masked, note, .. } => {
            Some(FilledBy { source: source.clone(), name: name(source), locked: *locked, masked: masked.clone(), note: note.clone() })
        }
        _ => None,
    })
}

/// Indices of the fields that are asked now, in page order.
fn asked_fields(journey: Journey) -> Vec<usize> {
    let visible = journey.visible();
    journey.form.with(|form| {
        let Some(form) = form else { return Vec::new() };
        let editing = journey.editing.get();
        journey.answers.with(|answers| {
            let open = |field: &Field| {
                let pointer = field.pointer.as_str();
                if field.computed.is_some() || editing.contains(pointer) {
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
