//! Questions cast from a mould: the same markup as a question that is alive, made in a fraction of the time, and listening to nothing.
//!
//! The first question of its shape is drawn as ever, once, with marks in place of its words; of all others that drawing is a copy in which the
//! marks are replaced. Nothing here knows what a question looks like. What is cast comes to life (is drawn as ever) before anybody types in it.

use super::{field_id, Asking};
use crate::form::{Field, Kind, Pointer};
use crate::state::locale::use_locale;
use crate::ui::field::{choice, combobox, control, is_empty, number, without_stop, FieldInput, FilledBy};
use crate::ui::long_text;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node};
use serde_json::Value;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The marks begin with a character that Unicode keeps for a program's own use.
const ID: &str = "\u{fdd0}i";
const POINTER: &str = "/\u{fdd0}p";
const LABEL: &str = "\u{fdd0}l";
const HINT: &str = "\u{fdd0}h";
const EXAMPLE: &str = "\u{fdd0}e";

/// The moulds of one form, by shape. A handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Moulds(StoredValue<BTreeMap<String, Rc<Mould>>, LocalStorage>);

impl Moulds {
    pub fn new() -> Self {
        Self(StoredValue::new_local(BTreeMap::new()))
    }
}

struct Mould {
    drawn: Element,
    places: Vec<Place>,
}

/// A node that differs from copy to copy.
struct Place {
    /// How many siblings to pass on each level, from the outermost element down.
    way: Vec<u16>,
    what: What,
}

enum What {
    Text(Words),
    Attribute(String, Words),
    /// The control of a line of text, with how a value is shown there.
    Line(fn(&Value) -> String),
    Area,
    Select,
    /// The radio of one answer.
    Radio(Value),
    Left(usize),
}

/// What stands in place of a mark.
enum Words {
    /// The id, and what follows it.
    Id(String),
    Pointer,
    Label,
    Hint,
    /// Marks among other words.
    Mixed(String),
}

impl Words {
    /// `None` without a mark.
    fn of(text: String) -> Option<Self> {
        let mark = text.find('\u{fdd0}')?;
        Some(match text.as_str() {
            POINTER => Self::Pointer,
            LABEL => Self::Label,
            HINT => Self::Hint,
            _ => match text.strip_prefix(ID).filter(|rest| mark == 0 && !rest.contains('\u{fdd0}')) {
                Some(rest) => Self::Id(rest.to_owned()),
                None => Self::Mixed(text),
            },
        })
    }

    fn fill(&self, id: &str, field: &Field) -> String {
        match self {
            Self::Id(rest) => [id, rest].concat(),
            Self::Pointer => field.pointer.as_str().to_owned(),
            Self::Label => field.label.clone(),
            Self::Hint => field.hint.clone().unwrap_or_default(),
            Self::Mixed(text) => {
                let hint = field.hint.as_deref().map(without_stop).unwrap_or_default();
                let filled = text.replace(POINTER, field.pointer.as_str()).replace(ID, id).replace(LABEL, &field.label);
                filled.replace(HINT, hint).replace(EXAMPLE, field.example.as_deref().unwrap_or_default())
            }
        }
    }
}

/// Whether a question can be cast: one plain control, answered by the person.
pub(super) fn is_castable(field: &Field) -> bool {
    let plain = match &field.kind {
        Kind::Text | Kind::Email | Kind::Uri | Kind::LongText | Kind::Number { .. } | Kind::Date | Kind::YesNo => true,
        Kind::Choice { options, .. } => !combobox::is_searched(options),
        _ => false,
    };
    let is_steady = field.variants.is_empty() && field.required_when.is_none() && field.check.is_none();
    plain && is_steady && field.used_by.is_empty() && field.computed.is_none() && !field.read_only
}

/// Casts a question as it is now; `None` where it has to be alive. Tracks nothing.
pub(super) fn cast(asking: Asking, moulds: Moulds, field: &Field) -> Option<Node> {
    let by = untrack(|| asking.filled_by.run(field.index));
    if by.as_ref().is_some_and(|by| by.locked || by.masked.is_some()) {
        return None;
    }
    let value = untrack(|| asking.filling.value(field));
    let answered = !is_empty(&value);
    let limits = (&field.limits.minimum.is_some_and(|m| m >= 0.0), &field.limits.max_length);
    let shape = format!(
        "{:?} {:?} {} {answered} {:?} {limits:?} {:?} {:?} {by:?}",
        use_locale().lang.get_untracked(),
        field.kind,
        field.required,
        (field.hint.is_some(), field.example.is_some()),
        field.autocomplete,
        field.placeholder
    );
    let known = moulds.0.try_with_value(|all| all.get(&shape).cloned())?;
    let mould = match known {
        Some(mould) => mould,
        None => {
            let mould = Rc::new(untrack(|| Mould::of(field, by, &value))?);
            moulds.0.try_update_value(|all| all.insert(shape, mould.clone()));
            mould
        }
    };
    mould.cast(asking, field, &value)
}

impl Mould {
    fn of(field: &Field, by: Option<FilledBy>, value: &Value) -> Option<Self> {
        let mut marked = field.clone();
        marked.pointer = Pointer::parse(POINTER).ok()?;
        marked.label = LABEL.to_owned();
        marked.hint = field.hint.as_ref().map(|_| HINT.to_owned());
        marked.example = field.example.as_ref().map(|_| EXAMPLE.to_owned());
        let value = value.clone();
        let table = document().create_element("div").ok()?;
        let owner = Owner::new();
        let state = owner.with(|| {
            let filled_by = Signal::stored(by);
            let nothing = Callback::new(|_: Value| {});
            let view = view! { <FieldInput id=ID field=marked value=Signal::stored(value) on_change=nothing on_leave=Callback::new(|()| {}) filled_by /> };
            let mut state = view.build();
            state.mount(&table, None);
            state
        });
        let drawn = table.first_element_child().and_then(|drawn| drawn.clone_node_with_deep(true).ok())?.dyn_into::<Element>().ok()?;
        drop(state);
        owner.cleanup();
        bare(&drawn);
        let mut places = Vec::new();
        look(&drawn, &mut Vec::new(), field, &mut places);
        Some(Self { drawn, places })
    }

    fn cast(&self, asking: Asking, field: &Field, value: &Value) -> Option<Node> {
        let copy = self.drawn.clone_node_with_deep(true).ok()?;
        let id = asking.ids.with_value(|ids| field_id(ids, field.pointer.as_str()));
        for Place { way, what } in &self.places {
            let node = way.iter().try_fold(copy.clone(), |node, passed| (0..*passed).try_fold(node.first_child()?, |node, _| node.next_sibling()))?;
            match what {
                What::Text(words) => node.set_node_value(Some(&words.fill(&id, field))),
                What::Attribute(name, words) => node.unchecked_ref::<Element>().set_attribute(name, &words.fill(&id, field)).ok()?,
                What::Line(show) => node.unchecked_ref::<HtmlInputElement>().set_value(&show(value)),
                What::Area => node.unchecked_ref::<HtmlTextAreaElement>().set_value(&(control::TEXT.show)(value)),
                What::Select => {
                    let at = match &field.kind {
                        Kind::Choice { options, .. } => options.iter().position(|o| o.value == *value),
                        _ => None,
                    };
                    // Before the options stands the one that is none.
                    node.unchecked_ref::<HtmlSelectElement>().set_selected_index(at.and_then(|at| i32::try_from(at + 1).ok()).unwrap_or_default());
                }
                What::Radio(answer) => node.unchecked_ref::<HtmlInputElement>().set_checked(answer == value),
                What::Left(limit) => {
                    let (words, over) = untrack(|| long_text::left(use_locale(), *limit, (control::TEXT.show)(value).chars().count()));
                    node.set_text_content(Some(&words));
                    let _ = node.unchecked_ref::<Element>().class_list().toggle_with_force("mb-count--over", over);
                }
            }
        }
        Some(copy)
    }
}

/// Takes out what only drawing needs: the comments between which changing parts stand.
fn bare(node: &Node) {
    let mut next = node.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        if child.node_type() == Node::COMMENT_NODE {
            let _ = node.remove_child(&child);
        } else {
            bare(&child);
        }
    }
}

/// Finds what differs from copy to copy, the node itself before those in it.
fn look(node: &Node, way: &mut Vec<u16>, field: &Field, places: &mut Vec<Place>) {
    let mut found = Vec::new();
    if node.node_type() == Node::TEXT_NODE {
        found.extend(node.node_value().and_then(Words::of).map(What::Text));
    }
    if let Some(element) = node.dyn_ref::<Element>() {
        found.extend(control_of(element, field));
        for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            found.extend(element.get_attribute(&name).and_then(Words::of).map(|words| What::Attribute(name, words)));
        }
    }
    places.extend(found.into_iter().map(|what| Place { way: way.clone(), what }));
    let (mut next, mut at) = (node.first_child(), 0);
    while let Some(child) = next {
        way.push(at);
        look(&child, way, field, places);
        way.pop();
        (next, at) = (child.next_sibling(), at + 1);
    }
}

/// What in a control is no attribute: what is typed or chosen there.
fn control_of(element: &Element, field: &Field) -> Option<What> {
    let id = element.id();
    let rest = id.strip_prefix(ID)?;
    match (rest.strip_prefix('-'), &field.kind) {
        (None, Kind::LongText) => Some(What::Area),
        (None, Kind::Choice { options, long }) if !choice::as_radios(options, *long) => Some(What::Select),
        (None, Kind::Number { .. }) => Some(What::Line(number::NUMBER.show)),
        (None, Kind::Text | Kind::Email | Kind::Uri | Kind::Date) => Some(What::Line(control::TEXT.show)),
        (Some("count"), Kind::LongText) => field.limits.max_length.map(What::Left),
        (Some(place), Kind::YesNo) if element.has_attribute("name") => Some(What::Radio(Value::Bool(place == "0"))),
        (Some(place), Kind::Choice { options, .. }) if element.has_attribute("name") => {
            Some(What::Radio(options.get(place.parse::<usize>().ok()?)?.value.clone()))
        }
        _ => None,
    }
}
