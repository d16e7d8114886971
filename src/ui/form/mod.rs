//! The questions of a form, by section. Who asks them and where the answers go is for the page, or for whoever mounts the form, to know.

mod link;
mod mould;
mod mounting;
mod part;
mod question;

use crate::form::Form;
use crate::platform::idle::seen;
use crate::state::effect::memo;
use crate::state::filling::Filling;
use crate::ui::field::{CertificateDesk, CheckDesk, DivisionsDesk, FileDesk, FilledBy};
use crate::ui::Card;
use leptos::prelude::*;
use leptos::task::spawn_local;
use part::Parts;
use serde_json::Value;
use std::ops::Range;
use std::sync::Arc;

pub use link::link;

/// A form of so many fields is drawn whole.
const WHOLE: usize = 40;

/// What the questions of one form share.
#[derive(Clone, Copy)]
pub struct Asking {
    pub filling: Filling,
    /// What the ids of the controls begin with: two forms of one document need two of them.
    pub ids: StoredValue<String>,
    /// Called as the person types, with a field's index; `Null` when emptied.
    pub on_change: Callback<(usize, Value)>,
    /// Called when the person leaves a field.
    pub on_leave: Callback<usize>,
    /// Which source an answer that is shown comes from, by the field's index; tracks it.
    pub filled_by: Callback<usize, Option<FilledBy>>,
    /// Without it a file field only says what it takes.
    pub files: Option<FileDesk>,
    /// Administrative divisions for addresses, which are typed without them.
    pub divisions: Option<DivisionsDesk>,
    /// Certificates to pick from; what tells them apart is typed without them.
    pub certificates: Option<CertificateDesk>,
    /// Without it no answer is checked by anybody else before it is submitted.
    pub checks: Option<CheckDesk>,
}

/// Draws the questions in page order. A section appears with its first question; a field stays where it is while one types.
///
/// Of a long form the first questions are there at once, and the others a moment later, in their places from the start.
#[component]
pub fn Questions(
    asking: Asking,
    form: Arc<Form>,
    /// Indices of the fields that are asked now, in page order.
    #[prop(into)]
    asked: Signal<Vec<usize>>,
    /// The heading of questions that no section names.
    #[prop(into)]
    rest: Signal<String>,
) -> AnyView {
    let parts = (form.fields.len() > WHOLE).then(|| Parts::new(asking, asked));
    if parts.is_some() {
        spawn_local(async move {
            seen().await;
            asking.filling.prepare();
        });
    }
    let sections: Vec<AnyView> = (0..form.sections.len()).map(|i| section(asking, form.clone(), i, asked, rest, parts)).collect();
    sections.into_any()
}

fn section(asking: Asking, form: Arc<Form>, index: usize, asked: Signal<Vec<usize>>, rest: Signal<String>, parts: Option<Parts>) -> AnyView {
    let Some(section) = form.sections.get(index) else { return ().into_any() };
    let (title, hint) = (section.title.clone(), section.hint.clone());
    // In page order a section's fields stand together.
    let own = section.fields.first().copied().unwrap_or_default()..section.fields.last().map_or(0, |last| last + 1);
    let any = {
        let own = own.clone();
        memo(move || asked.with(|asked| !within(asked, &own).is_empty()))
    };
    let shown = move || {
        let (form, own) = (form.clone(), own.clone());
        any.get().then(|| {
            let heading = if title.is_empty() { rest } else { Signal::stored(title.clone()) };
            let hint = hint.clone().map(|h| view! { <p class="mb-quiet">{h}</p> }.into_any());
            let questions = match parts {
                Some(parts) => parts.draw(&form, own),
                None => part::questions(asking, form, own, asked),
            };
            view! { <Card title=heading>{hint}{questions}</Card> }.into_any()
        })
    };
    shown.into_any()
}

/// Those of the fields that are asked which lie in a range.
fn within<'a>(asked: &'a [usize], range: &Range<usize>) -> &'a [usize] {
    let place = |index: usize| asked.partition_point(|at| *at < index);
    asked.get(place(range.start)..place(range.end)).unwrap_or_default()
}

/// The element id of a field's control.
pub fn field_id(ids: &str, pointer: &str) -> String {
    format!("{ids}{}", pointer.replace(['/', ' '], "-"))
}
