//! From a field of a form to the component that asks it: one exhaustive match, here.

pub mod address;
pub mod certificate;
pub mod checked;
pub mod choice;
pub mod combobox;
pub mod control;
pub mod date;
pub mod declaration;
pub mod file;
mod file_rows;
pub mod found_choices;
pub mod frame;
pub mod group;
pub mod identifier;
pub mod inner;
pub mod long_text;
pub mod money;
pub mod multi_choice;
pub mod number;
pub mod parts;
pub mod read_only;
pub mod repeat;
mod repeat_row;
mod repeat_stretch;
pub mod signature;
pub mod text;
pub mod time;
pub mod yes_no;

pub use address::DivisionsDesk;
pub use certificate::{CertificateDesk, CertificateOption};
pub use checked::{CheckDesk, CheckState};
pub use file::{FileDesk, FileItem, FileState};
pub use frame::{FieldFrame, FilledBy, Wiring};

use crate::form::{Field, Items, Kind, Pointer, Settled};
use crate::state::effect::memo;
use crate::ui::{say, say_of_with, say_with};
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
    /// Checks that the backend makes; without it none are shown.
    #[prop(optional_no_strip)]
    checks: Option<CheckDesk>,
    /// Administrative divisions for addresses, which are typed without them.
    #[prop(optional_no_strip)]
    divisions: Option<DivisionsDesk>,
    /// Certificates that the person holds; without it what tells them apart is typed.
    #[prop(optional_no_strip)]
    certificates: Option<CertificateDesk>,
    /// Problems inside a repeat.
    #[prop(optional_no_strip)]
    problems: Option<Problems>,
    /// Instead of the field's own pointer as `data-field` (inside a repeat, where it changes as rows go).
    #[prop(optional, into)]
    pointer: Option<Signal<String>>,
    /// Conditions and computations inside a repeat; everything is asked without it.
    #[prop(optional_no_strip)]
    asked: Option<Asked>,
    /// Whether it must be answered now; what the field always says without it.
    #[prop(optional_no_strip)]
    due: Option<Signal<bool>>,
) -> AnyView {
    let pointer = pointer.unwrap_or_else(|| Signal::stored(field.pointer.as_str().to_string()));
    let answering = Answering { value, on_change, on_leave };
    let locked = field.read_only || filled_by.with_untracked(|f| f.as_ref().is_some_and(|f| f.locked));
    let answered = Signal::derive(move || value.with(|v| !is_empty(v)));
    let (group, role) = match &field.kind {
        _ if locked => (false, None),
        Kind::YesNo => (true, Some("radiogroup")),
        Kind::Choice { options, long } if choice::as_radios(options, *long) => (true, Some("radiogroup")),
        Kind::MultiChoice { .. }
        | Kind::Repeat { .. }
        | Kind::Group { .. }
        | Kind::File { .. }
        | Kind::Signature
        | Kind::Certificate
        | Kind::DateTime
        | Kind::DateRange(_)
        | Kind::Address(_) => (true, None),
        _ => (false, None),
    };
    let bare = !locked && matches!(field.kind, Kind::Declaration);
    let label = Signal::stored(field.label.clone());
    // The hint of a declaration is its long text, drawn with the box.
    let computed = field.computed.is_some();
    let hint = hint_of(&field, locked).or_else(|| computed.then(|| say(Ui::Computed)));
    let users = (!field.used_by.is_empty()).then(|| say_of_with(Ui::UsedBy, vec![("names", Signal::stored(field.used_by.join(" \u{b7} ")))]));
    let required = due.unwrap_or_else(|| Signal::stored(field.required));
    let check = checks.filter(|_| field.check.is_some() && !locked).map(|desk| {
        let state = memo(move || desk.state.run(pointer.get()));
        (state, checked::checked(pointer, state, desk))
    });
    let checking = check.as_ref().map(|(state, _)| *state);
    let checking = Signal::derive(move || checking.is_some_and(|state| state.get() == Some(CheckState::Asking)));
    let after = check.map(|(_, view)| view);
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
            Kind::Time { .. } => time::time(wiring, &field, answering),
            Kind::DateTime => time::date_time(wiring, answering),
            Kind::Address(parts) => address::address(wiring, &field, parts, pointer, problems, divisions, answering),
            Kind::DateRange(ends) => date::range(wiring, ends, pointer, problems, answering),
            Kind::Choice { options, long } => choice::choice(wiring, options, *long, &field, answering),
            Kind::MultiChoice { options } => multi_choice::multi_choice(wiring, options, answering),
            Kind::File { accept, max_bytes, many } => {
                file::file(wiring, file::Rules { accept: accept.clone(), max_bytes: *max_bytes, many: *many }, pointer, files)
            }
            Kind::Signature => signature::signature(wiring, pointer, files),
            Kind::Certificate => certificate::certificate(wiring, &field, pointer, certificates, answering),
            Kind::Repeat { fields, item_title, ordered } => repeat::repeat(
                wiring,
                repeat::Rows {
                    item_title: item_title.clone(),
                    ordered: *ordered,
                    inner: inner::Inner { fields: fields.clone(), pointer, problems, asked, divisions },
                },
                field.limits,
                answering,
            ),
            Kind::Group { fields, listed } => {
                group::group(wiring, inner::Inner { fields: fields.clone(), pointer, problems, asked, divisions }, *listed, answering)
            }
            Kind::ReadOnly => read_only::read_only(wiring, &field, answering, filled_by),
        }
    });
    view! {
        <frame::FieldFrame pointer=pointer id=id label=label hint=hint users=users required=required answered=answered filled_by=filled_by problem=problem
            group=group group_role=role bare=bare computed=computed checking=checking after=after control=control/>
    }
    .into_any()
}

/// What helps to answer a field: its hint and, where it can be answered, what an answer looks like.
fn hint_of(field: &Field, locked: bool) -> Option<Signal<String>> {
    let Some(example) = field.example.clone().filter(|_| !locked) else { return field.hint.clone().map(Signal::stored) };
    let example = ("example", Signal::stored(example));
    Some(match &field.hint {
        Some(hint) => say_with(Ui::HintExample, vec![("hint", Signal::stored(without_stop(hint).to_owned())), example]),
        None => say_with(Ui::Example, vec![example]),
    })
}

/// A hint that other words follow, which bring a full stop of their own.
pub(crate) fn without_stop(hint: &str) -> &str {
    hint.trim_end_matches(['.', '。', ' '])
}

/// What an item of a repeat comes to ([`settled`](crate::form::settled)), by its fields and what was typed.
pub type Asked = Callback<(Items, Value), Settled>;

/// The id that an error summary should link to: the first option of a group, the control itself otherwise; where a problem is about a part
/// of the answer (`/to` of a range), that part's.
pub fn target_id(field: &Field, id: &str, inside: &str) -> String {
    let part = |key: &str| format!("{id}-{key}");
    if let Some(named) = field.kind.parts().iter().find(|p| Pointer::root().child(&p.key).as_str() == inside) {
        return part(&named.key);
    }
    match &field.kind {
        Kind::DateTime => part("date"),
        Kind::DateRange([from, _]) => part(&from.key),
        Kind::Address(parts) => parts.first().map_or_else(|| id.to_string(), |first| part(&first.key)),
        Kind::MultiChoice { options } if combobox::is_searched(options) => part("find"),
        Kind::YesNo | Kind::MultiChoice { .. } | Kind::Certificate => format!("{id}-0"),
        Kind::Choice { options, long } if choice::as_radios(options, *long) => format!("{id}-0"),
        Kind::Signature => part("other"),
        Kind::Repeat { .. } | Kind::Group { listed: false, .. } => format!("{id}-add"),
        Kind::Group { listed: true, .. } => format!("{id}-0"),
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
