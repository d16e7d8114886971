//! Any of very many: check boxes under a search, the chosen ones on top.

use super::frame::Wiring;
use super::multi_choice::{box_row, Ticks};
use super::Answering;
use crate::form::{Choice, Finder};
use crate::state::effect::memo;
use crate::state::locale::use_locale;
use crate::ui::{say_with, unique};
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::Value;

/// How many boxes are drawn at first, and with every press of the button below them.
const STEP: usize = 20;

/// The search, the boxes, and a button for more of them. A box stays where it is while one ticks: the chosen ones come to the top with the
/// next search.
pub fn found_choices(wiring: Wiring, options: &[Choice], answering: Answering) -> AnyView {
    let locale = use_locale();
    let finder = StoredValue::new(Finder::new(options));
    let value = answering.value;
    let ticks = Ticks::new(options, answering);
    let options = StoredValue::new(options.to_vec());
    let query = RwSignal::new(String::new());
    let most = RwSignal::new(STEP);
    let title = move |at: usize| options.with_value(|o| o.get(at).map(|o| o.title.clone())).unwrap_or_default();
    let order = memo(move || {
        let found = query.with(|q| finder.with_value(|f| f.matches(q)));
        let is_chosen = |at: &usize| value.with_untracked(|now| options.with_value(|o| o.get(*at).is_some_and(|o| super::multi_choice::holds(now, &o.value))));
        let (first, then): (Vec<usize>, Vec<usize>) = found.into_iter().partition(is_chosen);
        first.into_iter().chain(then).collect::<Vec<_>>()
    });
    let shown = move || order.with(|order| order.iter().copied().take(most.get()).collect::<Vec<_>>());
    let left = Signal::derive(move || order.with(Vec::len).saturating_sub(most.get()));
    let id = StoredValue::new(wiring.id.clone());
    let (find_id, list_id) = (format!("{}-find", wiring.id), unique("found"));
    let invalid = wiring.invalid;
    let row = move |at: usize| box_row(format!("{}-{at}", id.get_value()), title(at), at, ticks, invalid);
    let chosen = move || {
        let titles: Vec<String> = value.with(|now| match now {
            Value::Array(all) => options.with_value(|o| o.iter().filter(|o| all.contains(&o.value)).map(|o| o.title.clone()).collect()),
            _ => Vec::new(),
        });
        let count = locale.say_with(Ui::FindChosen, &[("n", &titles.len().to_string())]);
        if titles.is_empty() {
            count
        } else {
            format!("{count} · {}", titles.join(" · "))
        }
    };
    let told = move || {
        query.with(|q| !q.is_empty()).then(|| match order.with(Vec::len) {
            0 => locale.say_with(Ui::FindNone, &[("text", &query.get())]),
            n => locale.say_with(Ui::FindCount, &[("n", &n.to_string())]),
        })
    };
    let more = move |_| {
        let next = order.with_untracked(|order| order.get(most.get_untracked()).copied());
        most.update(|most| *most += STEP);
        // The first of those that came: the button may be gone.
        if let Some(next) = next {
            request_animation_frame(move || crate::ui::focus::focus_id(&format!("{}-{next}", id.get_value())));
        }
    };
    let count = options.with_value(Vec::len).to_string();
    let label = say_with(Ui::FindAmong, vec![("n", Signal::stored(count))]);
    let step = Signal::derive(move || left.get().min(STEP).to_string());
    let type_in = move |ev| {
        most.set(STEP);
        query.set(event_target_value(&ev));
    };
    // Enter in a search would submit a form around it, and here there is nothing to submit.
    let keep = |ev: leptos::ev::KeyboardEvent| {
        if ev.key() == "Enter" {
            ev.prevent_default();
        }
    };
    view! {
        <div class="mb-find">
            <p class="mb-find__chosen" role="status">{move || chosen()}</p>
            <input class="mb-input" type="search" id=find_id autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-label=label placeholder=label
                aria-controls=list_id.clone() prop:value=query on:input=type_in on:keydown=keep/>
            <p class="mb-find__told" role="status">{move || told()}</p>
            <div class="mb-options" id=list_id><For each=shown key=|at| *at children=row/></div>
            <button type="button" class="mb-btn mb-btn--quiet mb-find__more" hidden=move || left.get() == 0 on:click=more>{say_with(Ui::FindMore, vec![("n", step)])}</button>
        </div>
    }
    .into_any()
}
