//! What a draft held and this form cannot take: to be answered again, or not needed any more.

use crate::form::Lost;
use crate::state::effect::memo;
use crate::state::journey::Journey;
use crate::state::locale::use_locale;
use crate::ui::{Notice, Tone};
use crate::words::form::FormWords;
use leptos::prelude::*;

/// One notice for what is asked again and one for what is gone, each only where there is any.
pub fn lost(journey: Journey) -> AnyView {
    view! { {part(journey, true, FormWords::Lost)} {part(journey, false, FormWords::LostGone)} }.into_any()
}

fn part(journey: Journey, is_asked: bool, words: FormWords) -> AnyView {
    let locale = use_locale();
    let name = move |lost: &Lost| {
        let name = journey.form.with(|f| f.as_ref().map(|form| lost.name(form))).unwrap_or_default();
        match &lost.why {
            Some(why) => locale.say_with(FormWords::LostWhy, &[("name", &name), ("why", why)]),
            None => name,
        }
    };
    let names = memo(move || journey.lost.with(|all| all.iter().filter(|l| l.is_asked == is_asked).map(name).collect::<Vec<_>>()));
    let notice = move || {
        if names.with(Vec::is_empty) {
            return ().into_any();
        }
        let text = Signal::derive(move || locale.say_with(words, &[("fields", &names.get().join(" \u{b7} "))]));
        let tone = if is_asked { Tone::Wait } else { Tone::Info };
        view! { <Notice tone text /> }.into_any()
    };
    view! { {move || notice()} }.into_any()
}
