//! A QR code: black on white whatever the theme, since cameras look for dark on light.

use crate::model::qr;
use leptos::prelude::*;

/// Draws a text; nothing where no code holds it.
#[component]
pub fn QrCode(
    text: String,
    /// What it is, for who does not see it.
    #[prop(into)]
    name: Signal<String>,
) -> AnyView {
    let Some(qr::Drawing { size, path }) = qr::draw(&text) else { return ().into_any() };
    view! { <svg class="mb-qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label=name><path d=path/></svg> }.into_any()
}
