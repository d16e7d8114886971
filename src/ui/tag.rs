//! A tag: a word or two about what stands beside it.

use super::notice::Tone;
use leptos::prelude::*;

/// A short word on a tinted ground.
#[component]
pub fn Tag(#[prop(into)] label: Signal<String>, #[prop(optional)] tone: Tone) -> AnyView {
    view! { <span class=format!("mb-tag mb-tag--{}", tone.word())>{label}</span> }.into_any()
}
