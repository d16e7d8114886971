//! Rows of the same fields: shareholders, children, addresses.

use super::frame::Wiring;
use super::{Answering, Asked, FieldInput, Problems};
use crate::form::{Field, Limits};
use crate::state::effect::{effect, memo};
use crate::state::locale::use_locale;
use crate::ui::icon::{Icon, IconName};
use crate::ui::{say_with, unique};
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::{Map, Value};

/// What a repeat is made of.
#[derive(Clone)]
pub struct Rows {
    /// With pointers that start at the item.
    pub fields: Vec<Field>,
    pub item_title: String,
    /// The repeat's own pointer, before `/0/name`.
    pub pointer: Signal<String>,
    pub problems: Option<Problems>,
    pub asked: Option<Asked>,
}

/// The rows, and a button that adds one. Adding moves the focus into the new row, removing to the button.
///
/// Rows are keyed by numbers of their own: removing the second of three must not move what is being typed in the third.
pub fn repeat(wiring: Wiring, rows: Rows, limits: Limits, answering: Answering) -> AnyView {
    let locale = use_locale();
    let Answering { value, on_change, on_leave } = answering;
    let count = memo(move || value.with(|v| v.as_array().map_or(0, Vec::len)));
    let keys = RwSignal::new((0..count.get_untracked()).collect::<Vec<usize>>());
    let next = StoredValue::new(count.get_untracked());
    // Rows that come or go from outside (a source that arrives late) get keys, or lose them, at the end.
    effect(move || {
        let wanted = count.get();
        if keys.with_untracked(Vec::len) != wanted {
            keys.update(|keys| {
                keys.truncate(wanted);
                while keys.len() < wanted {
                    keys.push(take(next));
                }
            });
        }
    });
    let said = RwSignal::new(String::new());
    let title = StoredValue::new(rows.item_title.clone());
    let rows = StoredValue::new(rows);
    let add_id = format!("{}-add", wiring.id);
    let base = StoredValue::new(wiring.id.clone());

    let add = {
        move |_| {
            let mut items = value.with_untracked(|v| v.as_array().cloned().unwrap_or_default());
            items.push(Value::Object(Map::new()));
            let key = take(next);
            keys.update(|keys| keys.push(key));
            on_change.run(Value::Array(items));
            let first = format!("{}-row-{key}", base.get_value());
            // The row is drawn by an effect of this change.
            request_animation_frame(move || crate::ui::focus::focus_id(&first));
        }
    };
    let remove = {
        let add_id = add_id.clone();
        Callback::new(move |key: usize| {
            let Some(place) = keys.with_untracked(|keys| keys.iter().position(|k| *k == key)) else { return };
            let mut items = value.with_untracked(|v| v.as_array().cloned().unwrap_or_default());
            if place < items.len() {
                items.remove(place);
            }
            keys.update(|keys| {
                keys.remove(place);
            });
            on_change.run(if items.is_empty() { Value::Null } else { Value::Array(items) });
            on_leave.run(());
            said.set(locale.say_with(Ui::RowRemoved, &[("name", &title.get_value()), ("n", &(place + 1).to_string())]));
            // In a list that was full, the button can take the focus only once this change is drawn.
            let add_id = add_id.clone();
            request_animation_frame(move || crate::ui::focus::focus_id(&add_id));
        })
    };
    let row = move |key: usize| {
        let place = memo(move || keys.with(|keys| keys.iter().position(|k| *k == key)).unwrap_or_default());
        let number = Signal::derive(move || (place.get() + 1).to_string());
        let named = move |words: Ui| say_with(words, vec![("name", Signal::stored(title.get_value())), ("n", number)]);
        let id = format!("{}-row-{key}", base.get_value());
        view! {
            <div class="mb-repeat__row" role="group" id=id tabindex="-1" aria-label=named(Ui::RowName)>
                <div class="mb-repeat__head">
                    <span class="mb-repeat__title" aria-hidden="true">{named(Ui::RowName)}</span>
                    <button type="button" class="mb-iconbtn" aria-label=named(Ui::RowRemove) on:click=move |_| remove.run(key)><Icon name=IconName::Trash/></button>
                </div>
                {fields_of(rows.get_value(), place, value, on_change, on_leave)}
            </div>
        }
        .into_any()
    };
    let full = Signal::derive(move || limits.max_items.is_some_and(|max| count.get() >= max));
    let add_words = say_with(Ui::RowAdd, vec![("name", Signal::stored(title.get_value()))]);
    view! {
        <div class="mb-repeat">
            <For each=move || keys.get() key=|key| *key children=row/>
            <button type="button" class="mb-btn mb-btn--quiet mb-repeat__add" id=add_id prop:disabled=full on:click=add>
                <Icon name=IconName::Plus/><span>{add_words}</span>
            </button>
            <p class="mb-hidden" role="status">{said}</p>
        </div>
    }
    .into_any()
}

fn take(next: StoredValue<usize>) -> usize {
    let key = next.get_value();
    next.set_value(key + 1);
    key
}

fn fields_of(rows: Rows, place: Memo<usize>, value: Signal<Value>, on_change: Callback<Value>, on_leave: Callback<()>) -> Vec<AnyView> {
    let Rows { fields, pointer, problems, asked, .. } = rows;
    let all = StoredValue::new(fields.clone());
    let whole = memo(move || asked.map(|asked| asked.run((all, value.with(|v| v.get(place.get()).cloned().unwrap_or_default())))));
    fields
        .into_iter()
        .enumerate()
        .map(|(index, field)| {
            let inner = StoredValue::new(field.pointer.clone());
            let computed = field.computed.is_some();
            let mine = Signal::derive(move || {
                if computed {
                    return whole.with(|w| w.as_ref().and_then(|(item, _)| inner.with_value(|p| p.get(item).cloned())).unwrap_or_default());
                }
                value.with(|v| v.get(place.get()).and_then(|item| inner.with_value(|p| p.get(item).cloned())).unwrap_or_default())
            });
            let change = Callback::new(move |new: Value| {
                let mut items = value.with_untracked(|v| v.as_array().cloned().unwrap_or_default());
                if let Some(item) = items.get_mut(place.get_untracked()) {
                    inner.with_value(|p| p.set(item, new));
                }
                on_change.run(Value::Array(items));
            });
            let address = move || inner.with_value(|p| format!("{}/{}{}", pointer.get(), place.get(), p.as_str()));
            let problem = Signal::derive(move || problems.and_then(|p| p.run(address())));
            let shown = memo(move || whole.with(|w| w.as_ref().is_none_or(|(_, shown)| shown.get(index).copied().unwrap_or(true))));
            let at = Signal::derive(address);
            let field = StoredValue::new(field);
            let id = unique("row");
            view! {
                {move || {
                    shown.get().then(|| {
                        let (field, id) = (field.get_value(), id.clone());
                        view! { <FieldInput field value=mine on_change=change on_leave problem id problems asked pointer=at/> }.into_any()
                    })
                }}
            }
            .into_any()
        })
        .collect()
}
