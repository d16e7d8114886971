//! One row of a repeated group: its heading with what can be done to it, and its fields.

use super::inner::{self, Inner};
use super::repeat::Rows;
use super::Answering;
use crate::ui::focus::focus_id;
use crate::ui::icon::{Icon, IconName};
use crate::ui::say_with;
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::Value;

/// What a row needs of its list.
#[derive(Clone, Copy)]
pub(super) struct RowDesk {
    pub rows: StoredValue<Rows>,
    pub value: Memo<Value>,
    pub count: Memo<usize>,
    pub on_change: Callback<Value>,
    pub on_leave: Callback<()>,
    /// The row at a place.
    pub remove: Callback<usize>,
    /// The row at a place, by one up (-1) or down.
    pub go: Callback<(usize, isize)>,
}

/// Draws a row that knows its place at the moment.
pub(super) fn row(id: String, place: Memo<usize>, desk: RowDesk) -> AnyView {
    let RowDesk { rows, remove, .. } = desk;
    let (title, ordered) = rows.with_value(|rows| (rows.item_title.clone(), rows.ordered));
    let number = Signal::derive(move || (place.get() + 1).to_string());
    let named = move |words: Ui| say_with(words, vec![("name", Signal::stored(title.clone())), ("n", number)]);
    let (name, gone) = (named(Ui::RowName), named(Ui::RowRemove));
    let moves = ordered.then(|| (mover(&id, "up", named(Ui::RowUp), place, -1, desk), mover(&id, "down", named(Ui::RowDown), place, 1, desk)));
    view! {
        <div class="mb-repeat__row" role="group" id=id tabindex="-1" aria-label=name>
            <div class="mb-repeat__head">
                <span class="mb-repeat__title" aria-hidden="true">{name}</span>
                <span class="mb-repeat__tools">
                    {moves}
                    <button type="button" class="mb-iconbtn" aria-label=gone on:click=move |_| remove.run(place.get_untracked())><Icon name=IconName::Trash/></button>
                </span>
            </div>
            {fields_of(desk, place)}
        </div>
    }
    .into_any()
}

/// A button that moves the row and keeps the focus, also where the row can go no further: it is disabled in words, not in fact.
fn mover(row: &str, way: &'static str, label: Signal<String>, place: Memo<usize>, by: isize, desk: RowDesk) -> AnyView {
    let id = format!("{row}-{way}");
    let stuck = Signal::derive(move || place.get().checked_add_signed(by).is_none_or(|other| other >= desk.count.get()));
    let again = id.clone();
    let press = move |_| {
        if stuck.get_untracked() {
            return;
        }
        desk.go.run((place.get_untracked(), by));
        // Moving an element in the document takes the focus from it.
        let id = again.clone();
        request_animation_frame(move || focus_id(&id));
    };
    view! {
        <button type="button" class=format!("mb-iconbtn mb-repeat__move mb-repeat__move--{way}") id=id aria-label=label
            aria-disabled=move || stuck.get().then_some("true") on:click=press><Icon name=IconName::Chevron/></button>
    }
    .into_any()
}

fn fields_of(desk: RowDesk, place: Memo<usize>) -> Vec<AnyView> {
    let RowDesk { rows, value, on_change, on_leave, .. } = desk;
    let mine = Signal::derive(move || value.with(|v| v.get(place.get()).cloned().unwrap_or_default()));
    let change = Callback::new(move |new: Value| {
        let mut items = value.with_untracked(|v| v.as_array().cloned().unwrap_or_default());
        if let Some(item) = items.get_mut(place.get_untracked()) {
            *item = new;
        }
        on_change.run(Value::Array(items));
    });
    let inner = rows.with_value(|rows| rows.inner.clone());
    let all = inner.pointer;
    let pointer = Signal::derive(move || format!("{}/{}", all.get(), place.get()));
    inner::fields(Inner { pointer, ..inner }, Answering { value: mine, on_change: change, on_leave }, None)
}
