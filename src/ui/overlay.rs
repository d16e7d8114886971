//! What lies over the page: a sheet that a person opened, and the overlay that stands where the app cannot go on.

use super::button::{Action, Look};
use super::icon::{Icon, IconName};
use super::{say, unique};
use crate::state::effect::effect;
use crate::words::ui::Ui;
use leptos::html::Dialog;
use leptos::prelude::*;

/// A modal `<dialog>`: the browser keeps the focus inside, closes on Esc and gives the focus back to what opened it.
#[component]
pub fn Sheet(
    /// Whether it is open; closing sets it back.
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    children: Children,
) -> AnyView {
    let dialog = NodeRef::<Dialog>::new();
    effect(move || {
        let wanted = open.get();
        let Some(dialog) = dialog.get() else { return };
        if wanted && !dialog.open() {
            // It fails only for a dialog that is not in the document, where there is nothing to show either.
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let id = unique("sheet");
    // A tap on the backdrop reaches the dialog itself, a tap on the content does not.
    let beside = move |ev: leptos::ev::MouseEvent| {
        if ev.target() == ev.current_target() {
            open.set(false);
        }
    };
    view! {
        <dialog class="mb-sheet" node_ref=dialog aria-labelledby=id on:close=move |_| open.set(false) on:click=beside>
            <div class="mb-sheet__in">
                <div class="mb-sheet__head">
                    <h2 class="mb-sheet__title" id=id.clone()>{title}</h2>
                    <button type="button" class="mb-iconbtn" aria-label=say(Ui::Close) on:click=move |_| open.set(false)>
                        <Icon name=IconName::Close/>
                    </button>
                </div>
                {children()}
            </div>
        </dialog>
    }
    .into_any()
}

/// Covers everything: the app stopped, or a question must be answered first. What was typed is kept, and the words say so.
#[component]
pub fn Overlay(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    /// The one way on, such as "reload".
    #[prop(into)]
    action: Signal<String>,
    #[prop(into)] on_action: Callback<()>,
    #[prop(optional, into)] other: Option<Signal<String>>,
    #[prop(optional, into)] on_other: Option<Callback<()>>,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let dialog = NodeRef::<Dialog>::new();
    effect(move || {
        if let Some(dialog) = dialog.get().filter(|d| !d.open()) {
            // As above: a dialog outside the document has nothing to show.
            let _ = dialog.show_modal();
        }
    });
    // Esc means the other way where there is one; without one the question stays.
    let escape = move |ev: leptos::ev::Event| {
        ev.prevent_default();
        if let Some(on_other) = on_other {
            on_other.run(());
        }
    };
    let id = unique("overlay");
    let text_id = format!("{id}-text");
    let other = other.zip(on_other).map(|(label, on_press)| view! { <Action label on_press look=Look::Quiet/> }.into_any());
    view! {
        <dialog class="mb-overlay" role="alertdialog" node_ref=dialog aria-labelledby=id aria-describedby=text_id on:cancel=escape>
            <div class="mb-overlay__in">
                <span class="mb-failed__icon"><Icon name=IconName::Warning/></span>
                <h2 class="mb-overlay__title" id=id.clone()>{title}</h2>
                <p class="mb-overlay__text" id=text_id.clone()>{text}</p>
                {children.map(|children| children())}
                <Action label=action on_press=on_action/>
                {other}
            </div>
        </dialog>
    }
    .into_any()
}
