//! One of very many: typed or chosen from a list that narrows while one types (WAI-ARIA APG, editable combobox with list autocomplete).
//!
//! What is typed and matches nothing is the answer for the time being, as text: it is told as a problem and never lost.

use super::frame::Wiring;
use super::Answering;
use crate::form::{Choice, Field, Finder};
use crate::state::effect::{effect, memo};
use crate::state::locale::use_locale;
use crate::ui::focus::left;
use crate::ui::focus::show_option;
use crate::ui::icon::{Icon, IconName};
use crate::ui::say;
use crate::words::ui::Ui;
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use serde_json::Value;

/// From this many options on, finding one is easier than scrolling to it.
const MANY: usize = 13;
/// How many options are in the document at once, and how many come when the list is scrolled to an end.
const WINDOW: usize = 40;

/// Whether so many options are searched rather than scrolled.
pub fn is_searched(options: &[Choice]) -> bool {
    options.len() >= MANY
}

#[derive(Clone, Copy)]
struct List {
    open: RwSignal<bool>,
    /// What narrows the list: nothing until the person types.
    query: RwSignal<String>,
    /// The active option's place among those found.
    active: RwSignal<Option<usize>>,
    /// Which of those found are in the document.
    window: RwSignal<(usize, usize)>,
    found: Memo<Vec<usize>>,
}

impl List {
    fn show(&self, at: Option<usize>) {
        let total = self.found.with_untracked(Vec::len);
        let start = at.unwrap_or_default().saturating_sub(WINDOW / 2).min(total.saturating_sub(WINDOW));
        self.window.set((start, (start + WINDOW).min(total)));
        self.active.set(at);
        self.open.set(true);
    }

    fn close(&self) {
        self.open.set(false);
        self.active.set(None);
        self.query.set(String::new());
    }

    /// Makes an option active, and sees to it that it is in the document.
    fn go(&self, at: usize) {
        let (start, end) = self.window.get_untracked();
        if at < start || at >= end {
            self.show(Some(at));
        }
        self.active.set(Some(at));
    }

    /// More options, where the list was scrolled to one of its ends.
    fn grow(&self, list: &HtmlElement) {
        let (start, end) = self.window.get_untracked();
        let total = self.found.with_untracked(Vec::len);
        if end < total && list.scroll_top() + list.client_height() + 80 >= list.scroll_height() {
            self.window.set((start, (end + WINDOW).min(total)));
        } else if start > 0 && list.scroll_top() < 40 {
            self.window.set((start.saturating_sub(WINDOW), end));
        }
    }
}

/// The control.
pub fn combobox(wiring: Wiring, options: &[Choice], field: &Field, answering: Answering) -> AnyView {
    let locale = use_locale();
    let Answering { value, on_change, on_leave } = answering;
    let finder = StoredValue::new(Finder::new(options));
    let options = StoredValue::new(options.to_vec());
    let title = move |v: &Value| match options.with_value(|o| o.iter().find(|o| o.value == *v).map(|o| o.title.clone())) {
        Some(title) => title,
        None => v.as_str().unwrap_or_default().to_owned(),
    };
    let meant = move |text: &str| match finder.with_value(|f| f.named(text)) {
        Some(at) => options.with_value(|o| o.get(at).map(|o| o.value.clone())).unwrap_or_default(),
        None if text.trim().is_empty() => Value::Null,
        None => Value::String(text.to_owned()),
    };
    // What a person types never comes back to the control: it would move the caret.
    let raw = RwSignal::new(value.with_untracked(title));
    effect(move || {
        let shown = value.with(|v| (raw.with_untracked(|raw| meant(raw)) != *v).then(|| title(v)));
        if let Some(shown) = shown {
            raw.set(shown);
        }
    });
    let query = RwSignal::new(String::new());
    let found = memo(move || query.with(|q| finder.with_value(|f| f.matches(q))));
    let list = List { open: RwSignal::new(false), query, active: RwSignal::new(None), window: RwSignal::new((0, 0)), found };
    let chosen = move || value.with_untracked(|v| options.with_value(|o| o.iter().position(|o| o.value == *v)));
    let open = move || list.show(chosen().and_then(|c| found.with_untracked(|f| f.iter().position(|at| *at == c))));
    let choose = Callback::new(move |option: usize| {
        if let Some(choice) = options.with_value(|o| o.get(option).cloned()) {
            raw.set(choice.title);
            list.close();
            on_change.run(choice.value);
        }
    });
    let type_in = move |ev: Event| {
        let text = event_target_value(&ev);
        raw.update_untracked(|raw| raw.clone_from(&text));
        list.query.set(text.clone());
        list.show(None);
        on_change.run(meant(&text));
    };
    let press = move |ev: KeyboardEvent| {
        // Enter and the arrows are the input method's own while it composes.
        if ev.is_composing() {
            return;
        }
        let (key, is_open) = (ev.key(), list.open.get_untracked());
        let (active, total) = (list.active.get_untracked(), found.with_untracked(Vec::len));
        match key.as_str() {
            "ArrowDown" | "ArrowUp" if !is_open => open(),
            "ArrowDown" if total > 0 => list.go(active.map_or(0, |a| (a + 1) % total)),
            "ArrowUp" if total > 0 => list.go(active.map_or(total - 1, |a| (a + total - 1) % total)),
            "Home" if active.is_some() => list.go(0),
            "End" if active.is_some() && total > 0 => list.go(total - 1),
            "Enter" if is_open => {
                if let Some(option) = active.and_then(|a| found.with_untracked(|f| f.get(a).copied())) {
                    choose.run(option);
                }
            }
            "Escape" if is_open => list.close(),
            "Escape" if !raw.with_untracked(String::is_empty) => {
                raw.set(String::new());
                on_change.run(Value::Null);
            }
            _ => return,
        }
        ev.prevent_default();
    };
    let leave = move |_| {
        // What only one option can be meant by is that option.
        let text = raw.get_untracked();
        let only = (value.with_untracked(|v| v.as_str() == Some(text.as_str())) && chosen().is_none()).then(|| finder.with_value(|f| f.matches(&text)));
        match only.as_deref() {
            Some([only]) => choose.run(*only),
            _ => list.close(),
        }
        left(on_leave);
    };
    let Wiring { id, described, required, label, .. } = wiring.clone();
    let (list_id, button_for) = (format!("{id}-list"), id.clone());
    let option_id = {
        let id = id.clone();
        move |at: usize| format!("{id}-option-{at}")
    };
    effect({
        let option_id = option_id.clone();
        move || {
            if let Some(active) = list.active.get() {
                let id = option_id(active);
                // It may only just be drawn by another effect of the same change.
                request_animation_frame(move || show_option(&id));
            }
        }
    });
    let descendant = {
        let option_id = option_id.clone();
        Signal::derive(move || list.active.get().filter(|_| list.open.get()).map(&option_id))
    };
    let told = move || {
        list.open.get().then(|| match found.with(Vec::len) {
            0 => locale.say_with(Ui::FindNone, &[("text", &list.query.get())]),
            n => locale.say_with(Ui::FindCount, &[("n", &n.to_string())]),
        })
    };
    let row = move |place: usize| {
        let option = found.with_untracked(|f| f.get(place).copied()).unwrap_or_default();
        let title = options.with_value(|o| o.get(option).map(|o| o.title.clone()));
        let is_active = Signal::derive(move || list.active.get() == Some(place));
        let is_chosen = Signal::derive(move || value.with(|v| options.with_value(|o| o.get(option).is_some_and(|o| o.value == *v))));
        view! {
            <li class="mb-combo__option" class:mb-combo__option--active=is_active id=option_id(place) role="option" aria-selected=move || is_chosen.get().to_string()
                aria-setsize=move || found.with(Vec::len).to_string() aria-posinset=(place + 1).to_string() on:click=move |_| choose.run(option)>
                <span>{title}</span>{move || is_chosen.get().then(|| view! { <Icon name=IconName::Check/> }.into_any())}
            </li>
        }
        .into_any()
    };
    let places = move || {
        let (start, end) = list.window.get();
        // Keyed by the option too: another option at the same place is another row.
        found.with(|f| (start..end.min(f.len())).filter_map(|at| Some((at, *f.get(at)?))).collect::<Vec<_>>())
    };
    let scrolled = move |ev: Event| {
        if let Some(element) = ev.target().and_then(|t| t.dyn_into::<HtmlElement>().ok()) {
            list.grow(&element);
        }
    };
    let is_open = Signal::derive(move || list.open.get());
    let none = move || found.with(Vec::is_empty).then(|| view! { <p class="mb-combo__none">{told()}</p> }.into_any());
    let toggle = move |_| {
        if list.open.get_untracked() {
            list.close();
        } else {
            crate::ui::focus::focus_id(&button_for);
            open();
        }
    };
    view! {
        <div class="mb-combo">
            <input class="mb-input mb-combo__input" id=id type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="done"
                placeholder=field.placeholder.clone().map_or_else(|| say(Ui::FindHint), Signal::stored) required=required
                aria-autocomplete="list" aria-expanded=move || is_open.get().to_string() aria-controls=list_id.clone() aria-activedescendant=descendant
                aria-describedby=described aria-invalid=wiring.aria_invalid() prop:value=raw on:input=type_in on:keydown=press on:click=move |_| open() on:blur=leave/>
            <button type="button" class="mb-iconbtn mb-combo__open" class:mb-combo__open--up=is_open tabindex="-1" aria-label=say(Ui::FindOpen)
                on:mousedown=|ev| ev.prevent_default() on:click=toggle><Icon name=IconName::Chevron/></button>
            <div class="mb-combo__panel" hidden=move || !is_open.get() on:mousedown=|ev| ev.prevent_default()>
                <ul class="mb-combo__list" id=list_id role="listbox" aria-label=label on:scroll=scrolled>
                    <For each=move || if is_open.get() { places() } else { Vec::new() } key=|row| *row children=move |(place, _)| row(place)/>
                </ul>
                {move || none()}
            </div>
            <p class="mb-hidden" role="status">{move || told()}</p>
        </div>
    }
    .into_any()
}
