//! Effects and memos at the price of one: leptos instantiates its machinery for every closure it is given, here a closure is boxed.

use super::locale::Locale;
use leptos::prelude::*;

/// Runs `run` soon, and again whenever what it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed(Box::new(run));
}

fn boxed(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// Runs `run` whenever the language changes, but not for the one that it is now.
pub fn on_language(locale: Locale, run: impl Fn() + 'static) {
    let mut first = true;
    effect(move || {
        locale.lang.track();
        if !std::mem::take(&mut first) {
            run();
        }
    });
}

/// A value that is worked out again when what it reads changes, and told only where it is another one.
pub fn memo<T: PartialEq + Send + Sync + 'static>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    boxed_memo(Box::new(work_out))
}

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(work_out: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| work_out())
}
