//! A card: one subject of a page.

use leptos::prelude::*;

/// A titled block. Without a title it is only a surface.
#[component]
pub fn Card(
    #[prop(optional, into)] title: Option<Signal<String>>,
    /// A word beside the title, in small ("select all that apply").
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    /// What stands at the end of the title line: a tag or a small button.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// A further class, for a variant of the page that draws it.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> AnyView {
    let head = title.map(|title| {
        view! {
            <div class="mb-card__head">
                <h2 class="mb-card__title">{title}{note.map(|note| view! { <small class="mb-card__note">{note}</small> }.into_any())}</h2>
                {aside.map(|aside| aside.run())}
            </div>
        }
        .into_any()
    });
    let class = if class.is_empty() { "mb-card".to_string() } else { format!("mb-card {class}") };
    view! { <section class=class>{head}{children()}</section> }.into_any()
}
