//! Which rows of a long list are in the document, and the controls that bring others.

use crate::ui::{say, say_with};
use crate::words::ui::Ui;
use leptos::prelude::*;

/// How many rows are in the document at first, and how many come at a time.
pub(super) const PAGE: usize = 20;

#[derive(Clone, Copy)]
pub(super) struct Stretch {
    /// The list's own id.
    pub id: StoredValue<String>,
    pub count: Memo<usize>,
    /// From the first place that is in the document to the one after the last.
    pub window: RwSignal<(usize, usize)>,
    /// Goes to a place.
    pub jump: Callback<usize>,
}

impl Stretch {
    fn is_long(&self) -> Signal<bool> {
        let count = self.count;
        Signal::derive(move || count.get() > PAGE)
    }

    fn end(&self) -> usize {
        self.window.get().1.min(self.count.get())
    }
}

/// Above the rows: how many there are, a way to a certain one, and those before.
pub(super) fn before(stretch: Stretch) -> AnyView {
    let Stretch { id, count, window, jump } = stretch;
    let is_long = stretch.is_long();
    let number = |work_out: Box<dyn Fn() -> usize + Send + Sync>| Signal::derive(move || work_out().to_string());
    let counted = say_with(
        Ui::RowsShown,
        vec![
            ("total", number(Box::new(move || count.get()))),
            ("from", number(Box::new(move || window.get().0 + 1))),
            ("to", number(Box::new(move || stretch.end()))),
        ],
    );
    let wanted = RwSignal::new(String::new());
    let go = move || {
        let text = wanted.get_untracked();
        if let Some(place) = text.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1)) {
            jump.run(place.min(count.get_untracked().saturating_sub(1)));
        }
    };
    let press = move |ev: leptos::ev::KeyboardEvent| {
        // In a form around it Enter would submit.
        if ev.key() == "Enter" {
            ev.prevent_default();
            go();
        }
    };
    let field_id = format!("{}-jump", id.get_value());
    let earlier = Signal::derive(move || window.get().0.min(PAGE).to_string());
    let show = move |_| {
        let start = window.get_untracked().0;
        window.update(|w| w.0 = start.saturating_sub(PAGE));
        jump.run(start.saturating_sub(PAGE));
    };
    view! {
        <div class="mb-stretch" hidden=move || !is_long.get()>
            <p class="mb-stretch__count" role="status">{counted}</p>
            <div class="mb-stretch__jump">
                <label for=field_id.clone()>{say(Ui::RowsJump)}</label>
                <input class="mb-input mb-stretch__number" id=field_id type="text" inputmode="numeric" enterkeyhint="go" autocomplete="off"
                    prop:value=wanted on:input=move |ev| wanted.set(event_target_value(&ev)) on:keydown=press/>
                <button type="button" class="mb-btn mb-btn--quiet" on:click=move |_| go()>{say(Ui::RowsGo)}</button>
            </div>
        </div>
        <button type="button" class="mb-btn mb-btn--quiet mb-stretch__more" hidden=move || window.get().0 == 0 on:click=show>
            {say_with(Ui::RowsBefore, vec![("n", earlier)])}
        </button>
    }
    .into_any()
}

/// Below the rows: those after. The focus goes to the first that came, since the button may be gone.
pub(super) fn after(stretch: Stretch) -> AnyView {
    let Stretch { count, window, jump, .. } = stretch;
    let left = Signal::derive(move || count.get().saturating_sub(stretch.end()));
    let step = Signal::derive(move || left.get().min(PAGE).to_string());
    let show = move |_| {
        let end = window.get_untracked().1;
        window.update(|w| w.1 = end + PAGE);
        jump.run(end);
    };
    view! {
        <button type="button" class="mb-btn mb-btn--quiet mb-stretch__more" hidden=move || left.get() == 0 on:click=show>
            {say_with(Ui::RowsAfter, vec![("n", step)])}
        </button>
    }
    .into_any()
}
