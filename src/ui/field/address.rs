//! An address: picked from the widest division down, the rest typed. Where divisions cannot be had, or have none below them, names are
//! typed too; a whole address that is pasted is split.

use super::choice::choice;
use super::control::{line, Keys, TEXT};
use super::frame::Wiring;
use super::parts::{member, part, problem_of, together};
use super::{Answering, Problems};
use crate::form::{split_address, Choice, Field, Part, ADDRESS_LEVELS};
use crate::model::division::{Division, Divisions};
use crate::state::effect::memo;
use crate::state::locale::use_locale;
use crate::ui::say;
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::{Map, Value};

/// Who knows the divisions. The widest level's parent is the empty code.
#[derive(Clone, Copy)]
pub struct DivisionsDesk {
    /// The divisions below one; reactive, and fetched where they are not known yet.
    pub below: Callback<String, Divisions>,
    /// Once more, after a failure.
    pub retry: Callback<String>,
}

/// How one level is asked.
#[derive(Debug, Clone, PartialEq)]
enum Level {
    /// The level above has not been answered.
    Waiting,
    Loading,
    /// Could not be fetched below this code.
    Failed(String),
    Picked(Vec<Division>),
    Typed,
}

/// The controls.
pub fn address(
    wiring: Wiring,
    field: &Field,
    parts: &[Part],
    pointer: Signal<String>,
    problems: Option<Problems>,
    desk: Option<DivisionsDesk>,
    answering: Answering,
) -> AnyView {
    let locale = use_locale();
    let value = answering.value;
    let has = |key: &str| parts.iter().find(|p| p.key == key).cloned();
    let said = RwSignal::new(false);
    let paste = {
        let asked: Vec<Part> = parts.to_vec();
        let on_change = answering.on_change;
        Callback::new(move |text: String| {
            let Some(levels) = split_address(&text) else { return false };
            let mut members = Map::new();
            for (key, name) in ADDRESS_LEVELS.iter().zip(levels) {
                if !name.is_empty() && asked.iter().any(|p| p.key == *key) {
                    members.insert((*key).to_owned(), Value::String(name));
                }
            }
            on_change.run(Value::Object(members));
            said.set(true);
            true
        })
    };
    let mut above: Option<(Signal<Value>, Memo<Level>)> = None;
    let mut drawn = Vec::new();
    for (at, key) in ADDRESS_LEVELS.iter().enumerate() {
        let Some(part_of) = has(key) else { continue };
        let words =
            [Ui::AddressProvince, Ui::AddressCity, Ui::AddressDistrict, Ui::AddressStreet, Ui::AddressDetail].get(at).copied().unwrap_or(Ui::AddressDetail);
        let label = part_of.title.clone().map_or_else(|| say(words), Signal::stored);
        let problem = problem_of(problems, pointer, &part_of);
        if *key == "detail" {
            let answering = member(&answering, key);
            drawn.push(part(&wiring, key, label, problem, |wiring| line(wiring, Keys { whole: Some(paste), ..Keys::default() }, TEXT, None, answering)));
            continue;
        }
        let code_key = has(&format!("{key}_code")).map(|p| p.key);
        let mine = member(&answering, key).value;
        let parent = above;
        let level = memo(move || level_of(desk, parent));
        let below: Vec<String> = ADDRESS_LEVELS.iter().skip(at + 1).filter(|k| **k != "detail").flat_map(|k| [(*k).to_owned(), format!("{k}_code")]).collect();
        let (key, on_change) = ((*key).to_owned(), answering.on_change);
        let change = Callback::new(move |name: Value| {
            let mut members = value.with_untracked(|v| v.as_object().cloned().unwrap_or_default());
            if members.get(&key) == Some(&name) {
                return;
            }
            // What was chosen below belongs to another division.
            for gone in &below {
                members.remove(gone);
            }
            let code = level.with_untracked(|level| code_of(level, &name));
            for (key, new) in [(Some(key.clone()), Some(name).filter(|n| !n.is_null())), (code_key.clone(), code.map(Value::String))] {
                match (key, new) {
                    (Some(key), Some(new)) => drop(members.insert(key, new)),
                    (Some(key), None) => drop(members.remove(&key)),
                    (None, _) => {}
                }
            }
            on_change.run(if members.is_empty() { Value::Null } else { Value::Object(members) });
        });
        let own = Answering { value: mine, on_change: change, on_leave: Callback::new(|()| {}) };
        let mut plain = field.clone();
        (plain.placeholder, plain.autocomplete) = (None, None);
        let field = StoredValue::new(plain);
        let key = part_of.key.clone();
        drawn.push(part(&wiring, &key, label, problem, move |wiring| {
            let wiring = StoredValue::new(wiring);
            let control = move || {
                let (wiring, own) = (wiring.get_value(), own.clone());
                match level.get() {
                    Level::Picked(list) => {
                        let options: Vec<Choice> = list.into_iter().map(|d| Choice { value: Value::String(d.name.clone()), title: d.name }).collect();
                        field.with_value(|field| choice(wiring, &options, true, field, own))
                    }
                    Level::Waiting | Level::Loading => waiting(wiring, level),
                    Level::Failed(parent) => failed(wiring, own, parent, desk),
                    Level::Typed => line(wiring, Keys { whole: Some(paste), ..Keys::default() }, TEXT, None, own),
                }
            };
            view! { {move || control()} }.into_any()
        }));
        above = Some((mine, level));
    }
    let told = move || said.get().then(|| locale.say(Ui::AddressSplit));
    view! {
        {together(drawn, answering.on_leave)}
        <p class="mb-field__implied" role="status">{move || told()}</p>
    }
    .into_any()
}

fn level_of(desk: Option<DivisionsDesk>, above: Option<(Signal<Value>, Memo<Level>)>) -> Level {
    let Some(desk) = desk else { return Level::Typed };
    let parent = match above {
        None => String::new(),
        Some((name, level)) => match (name.get(), level.get()) {
            (_, Level::Failed(_) | Level::Typed) => return Level::Typed,
            (_, Level::Loading) => return Level::Loading,
            (Value::Null, _) | (_, Level::Waiting) => return Level::Waiting,
            // A name that is none of those listed was typed: what is below it is typed too.
            (name, level) => match code_of(&level, &name) {
                Some(code) => code,
                None => return Level::Typed,
            },
        },
    };
    match desk.below.run(parent.clone()) {
        Divisions::Loading => Level::Loading,
        Divisions::Failed => Level::Failed(parent),
        Divisions::Ready(list) if list.is_empty() => Level::Typed,
        Divisions::Ready(list) => Level::Picked(list),
    }
}

fn code_of(level: &Level, name: &Value) -> Option<String> {
    let Level::Picked(list) = level else { return None };
    list.iter().find(|d| name.as_str() == Some(d.name.as_str())).map(|d| d.code.clone())
}

/// Holds the place of a level that cannot be picked yet, and says why.
fn waiting(wiring: Wiring, level: Memo<Level>) -> AnyView {
    let locale = use_locale();
    let words = move || locale.say(if level.get() == Level::Loading { Ui::Loading } else { Ui::AddressFirst });
    view! {
        <div class="mb-select">
            <select class="mb-input mb-select__input mb-select__input--waiting" id=wiring.id aria-describedby=wiring.described aria-disabled="true"><option value="">{move || words()}</option></select>
        </div>
    }
    .into_any()
}

fn failed(wiring: Wiring, answering: Answering, parent: String, desk: Option<DivisionsDesk>) -> AnyView {
    let again = move |_| {
        if let Some(desk) = desk {
            desk.retry.run(parent.clone());
        }
    };
    view! {
        {line(wiring, Keys::default(), TEXT, None, answering)}
        <p class="mb-field__hint" role="status">{say(Ui::AddressFailed)}" "<button type="button" class="mb-textbtn" on:click=again>{say(Ui::Retry)}</button></p>
    }
    .into_any()
}
