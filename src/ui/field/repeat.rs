//! A repeated group: rows that can be added, removed (and put back) and, where the schema says that order matters, moved.
//!
//! Of very many rows only some are in the document: a stretch of them, which grows at either end, and a number to jump to.

use super::frame::Wiring;
use super::inner::Inner;
use super::repeat_row::{self, RowDesk};
use super::repeat_stretch::{after, before, Stretch, PAGE};
use super::Answering;
use crate::form::Limits;
use crate::state::effect::{effect, memo};
use crate::state::locale::use_locale;
use crate::ui::focus::{focus_id, reveal_field};
use crate::ui::icon::{Icon, IconName};
use crate::ui::{say, say_with};
use crate::words::ui::Ui;
use leptos::prelude::*;
use leptos::web_sys::CustomEvent;
use serde_json::{Map, Value};

/// What a repeat is made of.
#[derive(Clone)]
pub struct Rows {
    pub item_title: String,
    /// Whether rows can be moved.
    pub ordered: bool,
    /// Its pointer is the repeat's own, before `/0/name`.
    pub inner: Inner,
}

/// The rows and their numbers. Rows are keyed by numbers of their own: removing the second of three must not move what is being typed in
/// the third.
#[derive(Clone, Copy)]
struct List {
    value: Memo<Value>,
    on_change: Callback<Value>,
    keys: RwSignal<Vec<usize>>,
    next: StoredValue<usize>,
    /// The places that are in the document.
    window: RwSignal<(usize, usize)>,
    /// What was removed last, and where it was.
    removed: RwSignal<Option<(usize, Value)>>,
    base: StoredValue<String>,
}

impl List {
    fn items(&self) -> Vec<Value> {
        self.value.with_untracked(|v| v.as_array().cloned().unwrap_or_default())
    }

    fn answer(&self, items: Vec<Value>) {
        self.on_change.run(if items.is_empty() { Value::Null } else { Value::Array(items) });
    }

    fn key(&self) -> usize {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        key
    }

    fn insert(&self, place: usize, item: Value) {
        let mut items = self.items();
        let place = place.min(items.len());
        items.insert(place, item);
        let key = self.key();
        self.keys.update(|keys| keys.insert(place.min(keys.len()), key));
        self.answer(items);
        self.show(place);
        self.focus(key);
    }

    fn remove(&self, place: usize) {
        let mut items = self.items();
        if place >= items.len() {
            return;
        }
        let item = items.remove(place);
        self.keys.update(|keys| {
            keys.remove(place);
        });
        self.answer(items);
        self.removed.set(Some((place, item)));
    }

    fn swap(&self, place: usize, other: usize) {
        let mut items = self.items();
        if place.max(other) >= items.len() {
            return;
        }
        items.swap(place, other);
        self.keys.update(|keys| keys.swap(place, other));
        self.answer(items);
        self.show(other);
    }

    /// Sees to it that a row is in the document.
    fn show(&self, place: usize) {
        let (start, end) = self.window.get_untracked();
        if place >= start && place < end {
            return;
        }
        // The next one only makes the stretch longer.
        self.window.set(if place == end { (start, end + 1) } else { (place.saturating_sub(PAGE / 2), place + PAGE / 2) });
    }

    /// The row is drawn by an effect of this change.
    fn focus(&self, key: usize) {
        let id = format!("{}-row-{key}", self.base.get_value());
        request_animation_frame(move || focus_id(&id));
    }

    fn focus_place(&self, place: usize) {
        if let Some(key) = self.keys.with_untracked(|keys| keys.get(place).copied()) {
            self.show(place);
            self.focus(key);
        }
    }
}

/// The rows, and a button that adds one. Adding moves the focus into the new row, removing to the button that puts it back.
pub fn repeat(wiring: Wiring, rows: Rows, limits: Limits, answering: Answering) -> AnyView {
    let locale = use_locale();
    let Answering { value, on_change, on_leave } = answering;
    // Read by every field of every row: copied once a change, not once a reading.
    let value = memo(move || value.get());
    let count = memo(move || value.with(|v| v.as_array().map_or(0, Vec::len)));
    let first = count.get_untracked();
    let list = List {
        value,
        on_change,
        keys: RwSignal::new((0..first).collect()),
        next: StoredValue::new(first),
        window: RwSignal::new((0, PAGE)),
        removed: RwSignal::new(None),
        base: StoredValue::new(wiring.id.clone()),
    };
    // Rows that come or go from outside (a source that arrives late) get keys, or lose them, at the end.
    effect(move || {
        let wanted = count.get();
        if list.keys.with_untracked(Vec::len) != wanted {
            list.keys.update(|keys| {
                keys.truncate(wanted);
                while keys.len() < wanted {
                    keys.push(list.key());
                }
            });
        }
    });
    let said = RwSignal::new(String::new());
    let title = StoredValue::new(rows.item_title.clone());
    let is_plain = rows.inner.fields.is_plain();
    let named = move |words: Ui, place: usize| locale.say_with(words, &[("name", &title.get_value()), ("n", &(place + 1).to_string())]);
    let undo_id = format!("{}-undo", wiring.id);
    let add_id = format!("{}-add", wiring.id);

    let add = move |_| {
        list.removed.set(None);
        list.insert(list.items().len(), if is_plain { Value::Null } else { Value::Object(Map::new()) });
    };
    let remove = {
        let undo_id = undo_id.clone();
        Callback::new(move |place: usize| {
            list.remove(place);
            on_leave.run(());
            said.set(named(Ui::RowRemoved, place));
            let undo_id = undo_id.clone();
            request_animation_frame(move || focus_id(&undo_id));
        })
    };
    let put_back = move |_| {
        if let Some((place, item)) = list.removed.try_update(Option::take).flatten() {
            list.insert(place, item);
            said.set(named(Ui::RowBack, place));
        }
    };
    let go = Callback::new(move |(place, by): (usize, isize)| {
        let Some(other) = place.checked_add_signed(by).filter(|other| *other < count.get_untracked()) else { return };
        list.removed.set(None);
        list.swap(place, other);
        said.set(locale.say_with(Ui::RowMoved, &[("name", &title.get_value()), ("n", &(other + 1).to_string())]));
    });
    let pointer = rows.inner.pointer;
    let desk = RowDesk { rows: StoredValue::new(rows), value, count, on_change, on_leave, remove, go };
    let row = move |key: usize| {
        let place = memo(move || list.keys.with(|keys| keys.iter().position(|k| *k == key)).unwrap_or_default());
        repeat_row::row(format!("{}-row-{key}", list.base.get_value()), place, desk)
    };
    let shown = move || {
        let (start, end) = list.window.get();
        list.keys.with(|keys| keys.iter().copied().skip(start).take(end.saturating_sub(start)).collect::<Vec<_>>())
    };
    let undo = move || {
        list.removed.with(Option::is_some).then(|| {
            let words =
                list.removed.with_untracked(|r| r.as_ref().map(|(place, _)| (named(Ui::RowRemoved, *place), named(Ui::RowUndo, *place)))).unwrap_or_default();
            view! {
                <div class="mb-repeat__undo">
                    <span>{words.0}</span>
                    <button type="button" class="mb-textbtn" id=undo_id.clone() aria-label=words.1 on:click=put_back>{say(Ui::Undo)}</button>
                </div>
            }
            .into_any()
        })
    };
    // A problem of a row that is not in the document: the summary asks for it.
    let aimed = move |ev: CustomEvent| {
        let inside = ev.detail().as_string().unwrap_or_default();
        let Some(place) = inside.strip_prefix('/').and_then(|rest| rest.split('/').next()).and_then(|n| n.parse::<usize>().ok()) else { return };
        list.show(place.min(count.get_untracked().saturating_sub(1)));
        let whole = format!("{}{inside}", pointer.get_untracked());
        request_animation_frame(move || reveal_field(&whole));
    };
    let jump = Callback::new(move |place: usize| list.focus_place(place));
    let stretch = Stretch { id: list.base, count, window: list.window, jump };
    let full = Signal::derive(move || limits.max_items.is_some_and(|max| count.get() >= max));
    let add_words = say_with(Ui::RowAdd, vec![("name", Signal::stored(title.get_value()))]);
    view! {
        <div class="mb-repeat" class:mb-repeat--plain=is_plain on:mbaim=aimed>
            {before(stretch)}
            <For each=shown key=|key| *key children=row/>
            {after(stretch)}
            {move || undo()}
            <button type="button" class="mb-btn mb-btn--quiet mb-repeat__add" id=add_id prop:disabled=full on:click=add>
                <Icon name=IconName::Plus/><span>{add_words}</span>
            </button>
            <p class="mb-hidden" role="status">{said}</p>
        </div>
    }
    .into_any()
}
