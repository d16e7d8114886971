//! From a field of a form to the component that asks it: one exhaustive match, here.

pub mod choice;
pub mod control;
pub mod date;
pub mod declaration;
pub mod file;
pub mod frame;
pub mod identifier;
pub mod long_text;
pub mod money;
pub mod multi_choice;
pub mod number;
pub mod read_only;
pub mod repeat;
pub mod text;
pub mod yes_no;

pub use file::{FileDesk, FileItem, FileState};
pub use frame::{FieldFrame, FilledBy, Wiring};

use crate::form::{Field, Kind};
use crate::ui::say;
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::Value;

/// What every field component is given beside its frame's wiring.
#[derive(Clone)]
pub struct Answering {
    /// The current answer; `Null` for none.
    pub value: Signal<Value>,
    /// Called as the person types; `Null` when emptied.
    pub on_change: Callback<Value>,
    /// Called when the person leaves the field: the moment to show a problem.
    pub on_leave: Callback<()>,
}

/// The problem of a field inside a repeat, by its pointer in the form's data (`/shareholders/0/name`).
pub type Problems = Callback<String, Option<String>>;

/// Asks one field of a form.
///
/// Empty answers are `Value::Null`. Text that is no number in a number field is answered as text, so that the checker can
/// say what is wrong with it. Repeats are answered whole (an array of objects); files as an attachment id, or an array of them.
#[component]
pub fn FieldInput(
    field: Field,
    #[prop(into)] value: Signal<Value>,
    #[prop(into)] on_change: Callback<Value>,
    #[prop(into)] on_leave: Callback<()>,
    #[prop(optional, into)] problem: Signal<Option<String>>,
    /// Unique in the document; an error summary links to it with [`target_id`].
    #[prop(into)]
    id: String,
    /// Which source filled it, if one did.
    #[prop(optional, into)]
    filled_by: Signal<Option<FilledBy>>,
    /// Uploads of the page; without it a file field only says so.
    #[prop(optional_no_strip)]
    files: Option<FileDesk>,
    /// Problems inside a repeat.
    #[prop(optional_no_strip)]
    problems: Option<Problems>,
    /// Instead of the field's own pointer as `data-field` (inside a repeat, where it changes as rows go).
    #[prop(optional, into)]
    pointer: Option<Signal<String>>,
    /// Conditions and computations inside a repeat; everything is asked without it.
    #[prop(optional_no_strip)]
    asked: Option<Asked>,
) -> AnyView {
    let pointer = pointer.unwrap_or_else(|| Signal::stored(field.pointer.as_str().to_string()));
    let answering = Answering { value, on_change, on_leave };
    let locked = field.read_only || filled_by.with_untracked(|f| f.as_ref().is_some_and(|f| f.locked));
    let answered = Signal::derive(move || value.with(|v| !is_empty(v)));
    let (group, role) = match &field.kind {
        _ if locked => (false, None),
        Kind::YesNo => (true, Some("radiogroup")),
        Kind::Choice { options, long } if choice::as_radios(options, *long) => (true, Some("radiogroup")),
        Kind::MultiChoice { .. } | Kind::Repeat { .. } | Kind::File { .. } => (true, None),
        _ => (false, None),
    };
    let bare = !locked && matches!(field.kind, Kind::Declaration);
    let label = Signal::stored(field.label.clone());
    // The hint of a declaration is its long text, drawn with the box.
    let computed = field.computed.is_some();
    let hint = field.hint.clone().map(Signal::stored).or_else(|| computed.then(|| say(Ui::Computed)));
    let required = field.required;
    let control = Box::new(move |wiring: Wiring| -> AnyView {
        if locked {
            return read_only::read_only(wiring, &field, answering, filled_by);
        }
        match &field.kind {
            Kind::Text => text::text(wiring, &field, answering),
            Kind::Email => text::email(wiring, &field, answering),
            Kind::Uri => text::uri(wiring, &field, answering),
            Kind::LongText => long_text::long_text(wiring, &field, answering),
            Kind::Identifier(kind) => identifier::identifier(wiring, &field, *kind, answering),
            Kind::Number { integer } => number::number(wiring, &field, *integer, answering),
            Kind::Money => money::money(wiring, &field, answering),
            Kind::YesNo => yes_no::yes_no(wiring, answering),
            Kind::Declaration => declaration::declaration(wiring, answering),
            Kind::Date => date::date(wiring, &field, answering),
            Kind::Choice { options, long } => choice::choice(wiring, options, *long, &field, answering),
            Kind::MultiChoice { options } => multi_choice::multi_choice(wiring, options, answering),
            Kind::File { accept, max_bytes, many } => {
                file::file(wiring, file::Rules { accept: accept.clone(), max_bytes: *max_bytes, many: *many }, pointer, files)
            }
            Kind::Repeat { fields, item_title } => repeat::repeat(
                wiring,
                repeat::Rows { fields: fields.clone(), item_title: item_title.clone(), pointer, problems, asked },
                field.limits,
                answering,
            ),
            Kind::ReadOnly => read_only::read_only(wiring, &field, answering, filled_by),
        }
    });
    view! {
        <frame::FieldFrame pointer=pointer id=id label=label hint=hint required=required answered=answered filled_by=filled_by problem=problem
            group=group group_role=role bare=bare computed=computed control=control/>
    }
    .into_any()
}

/// What an item of a repeat comes to ([`settled`](crate::form::settled)), by its fields and what was typed.
pub type Asked = Callback<(StoredValue<Vec<Field>>, Value), (Value, Vec<bool>)>;

/// The id that an error summary should link to: the first option of a group, the control itself otherwise.
pub fn target_id(field: &Field, id: &str) -> String {
    match &field.kind {
        Kind::YesNo | Kind::MultiChoice { .. } => format!("{id}-0"),
        Kind::Choice { options, long } if choice::as_radios(options, *long) => format!("{id}-0"),
        Kind::Repeat { .. } => format!("{id}-add"),
        _ => id.to_string(),
    }
}

/// No answer: `null`, the empty text, the empty list.
pub fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(s) => s.is_empty(),
        Value::Array(a) => a.is_empty(),
        _ => false,
    }
}
