//! The frame of every field: label, hint, source badge, problem; drawn here once, wired to the control by `aria-describedby`.

use crate::state::effect::memo;
use crate::ui::icon::{Icon, IconName};
use crate::ui::{say, say_with};
use crate::words::ui::Ui;
use leptos::prelude::*;

/// What filled a field, for its badge and its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledBy {
    /// The source's id (`data-source`).
    pub source: String,
    /// Its name, as people know it.
    pub name: String,
    /// The backend would refuse any other value.
    pub locked: bool,
    /// How the value is shown until asked for.
    pub masked: Option<String>,
    /// Where a change is saved, or a wrong value corrected.
    pub note: Option<String>,
}

/// What ties a control to its frame. Every control takes one.
#[derive(Clone)]
pub struct Wiring {
    /// The control's id; in a group, the first option is `{id}-0`.
    pub id: String,
    /// `aria-describedby`: hint, note, problem, as far as they are there.
    pub described: Signal<Option<String>>,
    /// Whether a problem is shown.
    pub invalid: Signal<bool>,
    /// Whether it must be answered now.
    pub required: Signal<bool>,
    pub label: Signal<String>,
}

impl Wiring {
    /// `aria-invalid`.
    pub fn aria_invalid(&self) -> Signal<Option<&'static str>> {
        let invalid = self.invalid;
        Signal::derive(move || invalid.get().then_some("true"))
    }
}

/// The words of a problem, with its icon: used by every component that shows one.
pub fn problem_line(text: String) -> AnyView {
    view! {
        <p class="mb-problem">
            <Icon name=IconName::Warning/>
            <span><span class="mb-hidden">{say(Ui::ProblemPrefix)}</span>{text}</span>
        </p>
    }
    .into_any()
}

/// Draws the frame around a control.
///
/// `data-field` is the pointer, `data-source` the source that filled it, `data-state` one of `empty`, `filled`, `typed`,
/// `locked`, `computed`, `checking`, `problem`. A group (radios, boxes, rows) is a fieldset with a legend, anything else has a label.
#[component]
pub fn FieldFrame(
    /// JSON Pointer of the answer.
    #[prop(into)]
    pointer: Signal<String>,
    /// The control's id, unique in the document.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(optional_no_strip, into)] hint: Option<Signal<String>>,
    /// Who uses the answer, where that is more than one.
    #[prop(optional_no_strip)]
    users: Option<Signal<String>>,
    /// Whether it must be answered now.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// Whether there is a value.
    #[prop(optional, into)]
    answered: Signal<bool>,
    #[prop(optional, into)] filled_by: Signal<Option<FilledBy>>,
    #[prop(optional, into)] problem: Signal<Option<String>>,
    /// A fieldset instead of a label.
    #[prop(optional)]
    group: bool,
    /// `role` of the fieldset (`radiogroup`).
    #[prop(optional_no_strip)]
    group_role: Option<&'static str>,
    /// No label of its own: the control carries it (a declaration).
    #[prop(optional)]
    bare: bool,
    /// Answered by the form itself: never optional, never typed.
    #[prop(optional)]
    computed: bool,
    /// The backend is being asked about the answer.
    #[prop(optional, into)]
    checking: Signal<bool>,
    /// What else there is to say, below the problem.
    #[prop(optional_no_strip)]
    after: Option<AnyView>,
    /// Draws the control.
    control: Box<dyn FnOnce(Wiring) -> AnyView>,
) -> AnyView {
    // Read out once, however often the page derives the same words anew.
    let problem = memo(move || problem.get());
    let filled_by = memo(move || filled_by.get());
    let (hint_id, note_id, problem_id) = (format!("{id}-hint"), format!("{id}-note"), format!("{id}-problem"));
    let has_hint = hint.is_some() || users.is_some();
    let described = {
        let (hint_id, note_id, problem_id) = (hint_id.clone(), note_id.clone(), problem_id.clone());
        Signal::derive(move || {
            let mut ids = Vec::with_capacity(3);
            if has_hint {
                ids.push(hint_id.as_str());
            }
            if filled_by.with(Option::is_some) {
                ids.push(note_id.as_str());
            }
            if problem.with(Option::is_some) {
                ids.push(problem_id.as_str());
            }
            (!ids.is_empty()).then(|| ids.join(" "))
        })
    };
    let invalid = Signal::derive(move || problem.with(Option::is_some));
    let state = Signal::derive(move || {
        if invalid.get() {
            "problem"
        } else if checking.get() {
            "checking"
        } else if computed {
            "computed"
        } else {
            match (filled_by.with(|f| f.as_ref().map(|f| f.locked)), answered.get()) {
                (Some(true), _) => "locked",
                (Some(false), _) => "filled",
                (None, true) => "typed",
                (None, false) => "empty",
            }
        }
    });
    let source = Signal::derive(move || filled_by.with(|f| f.as_ref().map(|f| f.source.clone())));
    let wiring = Wiring { id: id.clone(), described, invalid, required, label };
    let is_optional = memo(move || !required.get() && !computed);
    let optional = move || is_optional.get().then(|| view! { <span class="mb-field__optional">{say(Ui::Optional)}</span> }.into_any());
    let hint = match (hint, users) {
        (None, None) => None,
        (Some(only), None) | (None, Some(only)) => Some(view! { <p class="mb-field__hint" id=hint_id>{only}</p> }.into_any()),
        (Some(hint), Some(users)) => Some(view! { <div class="mb-field__hint" id=hint_id><p>{hint}</p><p>{users}</p></div> }.into_any()),
    };
    let badge = view! { <div class="mb-field__note-slot" id=note_id>{move || filled_by.get().map(badge)}</div> };
    let below = view! {
        <div class="mb-field__problem-slot" id=problem_id aria-live="polite">{move || problem.get().map(problem_line)}</div>
    };
    let control = control(wiring);
    if group {
        view! {
            <fieldset class="mb-field mb-field--group" id=format!("{id}-group") role=group_role data-field=pointer data-source=source data-state=state aria-describedby=described>
                <legend class="mb-field__label">{label}{move || optional()}</legend>
                {hint}{badge}{control}{below}{after}
            </fieldset>
        }
        .into_any()
    } else {
        let head = (!bare).then(|| view! { <label class="mb-field__label" for=id>{label}{move || optional()}</label> }.into_any());
        view! {
            <div class="mb-field" data-field=pointer data-source=source data-state=state>
                {head}{hint}{badge}{control}{below}{after}
            </div>
        }
        .into_any()
    }
}

fn badge(by: FilledBy) -> AnyView {
    let words = say_with(if by.locked { Ui::FilledLocked } else { Ui::FilledBy }, vec![("name", Signal::stored(by.name))]);
    let icon = if by.locked { IconName::Lock } else { IconName::CheckCircle };
    view! {
        <p class="mb-field__source"><Icon name=icon/><span>{words}</span></p>
        {by.note.map(|note| view! { <p class="mb-field__note">{note}</p> }.into_any())}
    }
    .into_any()
}
