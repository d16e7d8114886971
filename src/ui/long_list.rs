//! A list that may be thousands long: a screenful of it, and more when the person wants more.

use super::button::{Action, Look};
use crate::state::effect::{effect, memo};
use crate::state::locale::use_locale;
use crate::ui::live;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// Rows at a time.
pub const STEP: usize = 20;

/// Draws the first rows of `count`, by place; as many again at every press. Begins anew when `about` changes.
#[component]
pub fn LongList(
    #[prop(into)] count: Signal<usize>,
    /// Draws the row at a place.
    row: Callback<usize, AnyView>,
    /// What the rows answer: another query, other filters.
    #[prop(into)]
    about: Signal<String>,
) -> AnyView {
    let locale = use_locale();
    let shown = RwSignal::new(STEP);
    let asked = memo(move || about.get());
    effect(move || {
        asked.with(|_| ());
        shown.set(STEP);
    });
    let rows = move || {
        asked.with(|_| ());
        (0..count.get().min(shown.get())).map(|at| row.run(at)).collect::<Vec<_>>()
    };
    let left = memo(move || count.get().saturating_sub(shown.get()));
    let more = move || {
        if left.get() == 0 {
            return ().into_any();
        }
        let label = Signal::derive(move || locale.say_with(Ui::MoreRows, &[("n", &left.get().min(STEP).to_string())]));
        view! { <Action label on_press=Callback::new(move |()| shown.update(|n| *n += STEP)) look=Look::Quiet hook="more" /> }.into_any()
    };
    let is_more = memo(move || left.get() > 0);
    view! {
        <ul class="mb-list" role="list">{move || rows()}</ul>
        {live(move || if is_more.get() { more() } else { ().into_any() })}
    }
    .into_any()
}
