//! How a page waits for something: nothing at first, a skeleton when it is slow, then the thing or its failure.

use super::trouble;
use crate::state::effect::memo;
use crate::state::load::{AnyLoading, Kept, Load, Loading};
use crate::ui::{live, Skeleton};
use leptos::prelude::*;

/// Draws a [`Loading`] with `draw` once it is there.
pub fn until_loaded<T: Clone + Send + Sync + PartialEq + 'static>(loading: Loading<T>, draw: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView {
    until_kept(loading.any(), Box::new(move |kept| kept.get().map(&draw)))
}

type Draw = Box<dyn Fn(&Kept) -> Option<AnyView> + Send + Sync>;

fn until_kept(loading: AnyLoading, draw: Draw) -> AnyView {
    // A memo, so that an answer equal to the one shown does not redraw what a person is using.
    let state = memo(move || loading.get());
    live(move || match state.get() {
        Load::Loading => ().into_any(),
        Load::Slow => view! { <Skeleton /> }.into_any(),
        Load::Ready(kept) => draw(&kept).unwrap_or_else(|| ().into_any()),
        Load::Failed(error) => trouble::draw(error, Callback::new(move |()| loading.again())),
    })
}
