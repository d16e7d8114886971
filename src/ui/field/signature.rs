//! A signature: drawn with a finger, a pen or a mouse, or the name typed by who cannot draw; sent as a PNG like any file.

use super::file::FileDesk;
use super::file_rows::rows_of;
use super::frame::Wiring;
use crate::state::effect::effect;
use crate::ui::ink::{self, Stroke};
use crate::ui::say;
use crate::words::ui::Ui;
use leptos::ev::PointerEvent;
use leptos::html::Canvas;
use leptos::prelude::*;
use leptos::web_sys::HtmlCanvasElement;

/// What the file is called: a backend can tell a drawn signature from a typed one.
const DRAWN: &str = "signature.png";
const TYPED: &str = "signature-typed.png";

/// The sheet and its buttons; once the signature is under way, how far it is.
pub fn signature(wiring: Wiring, pointer: Signal<String>, desk: Option<FileDesk>) -> AnyView {
    let items = Signal::derive(move || desk.map(|d| d.items.run(pointer.get())).unwrap_or_default());
    let is_open = Signal::derive(move || items.with(Vec::is_empty));
    // Shown as long as the page is: nothing is read back from the backend.
    let picture = RwSignal::new(None::<String>);
    let use_it = Callback::new(move |(canvas, name): (HtmlCanvasElement, &'static str)| {
        if let (Some((file, address)), Some(desk)) = (ink::png(&canvas, name), desk) {
            picture.set(Some(address));
            desk.on_pick.run((pointer.get_untracked(), file));
        }
    });
    let pad = move || is_open.get().then(|| pad(wiring.clone(), use_it));
    let sent = move || {
        (!is_open.get()).then(|| {
            let image = picture.get().map(|address| view! { <img class="mb-sign__sheet" src=address alt=say(Ui::SignYours)/> }.into_any());
            view! { {image}<ul class="mb-files" role="list">{rows_of(items.get(), pointer, desk)}</ul> }.into_any()
        })
    };
    view! { <div class="mb-sign">{move || pad()}{move || sent()}</div> }.into_any()
}

fn pad(wiring: Wiring, use_it: Callback<(HtmlCanvasElement, &'static str)>) -> AnyView {
    let sheet = NodeRef::<Canvas>::new();
    let strokes = RwSignal::new(Vec::<Stroke>::new());
    let is_drawing = StoredValue::new(false);
    let is_typed = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    effect(move || {
        let Some(canvas) = sheet.get() else { return };
        if is_typed.get() {
            name.with(|name| ink::write(&canvas, name.trim()));
        } else {
            strokes.with(|strokes| ink::draw(&canvas, strokes));
        }
    });
    let place = move |ev: &PointerEvent| {
        let canvas = sheet.get_untracked()?;
        let scale = f64::from(ink::WIDTH) / f64::from(canvas.client_width().max(1));
        Some((f64::from(ev.offset_x()) * scale, f64::from(ev.offset_y()) * scale))
    };
    let down = move |ev: PointerEvent| {
        if is_typed.get_untracked() || !ev.is_primary() {
            return;
        }
        if let (Some(canvas), Some(at)) = (sheet.get_untracked(), place(&ev)) {
            // A stroke that leaves the sheet goes on when it comes back.
            let _ = canvas.set_pointer_capture(ev.pointer_id());
            is_drawing.set_value(true);
            strokes.update(|s| s.push(vec![at]));
        }
    };
    let go = move |ev: PointerEvent| {
        if let Some(at) = place(&ev).filter(|_| is_drawing.get_value()) {
            strokes.update(|s| s.last_mut().into_iter().for_each(|stroke| stroke.push(at)));
        }
    };
    let up = move |_: PointerEvent| is_drawing.set_value(false);
    let is_blank = Signal::derive(move || if is_typed.get() { name.with(|n| n.trim().is_empty()) } else { strokes.with(Vec::is_empty) });
    let done = move |_| {
        if let Some(canvas) = sheet.get_untracked().filter(|_| !is_blank.get_untracked()) {
            use_it.run((canvas, if is_typed.get_untracked() { TYPED } else { DRAWN }));
        }
    };
    let turn = move |_| is_typed.update(|typed| *typed = !*typed);
    let (typed_id, hint_id) = (wiring.id.clone(), format!("{}-how", wiring.id));
    let line = {
        let (label, described, invalid) = (say(Ui::SignName), hint_id.clone(), wiring.aria_invalid());
        move || {
            is_typed.get().then(|| {
                view! {
                    <input class="mb-input" type="text" id=typed_id.clone() aria-label=label aria-describedby=described.clone() aria-invalid=invalid autocomplete="name"
                        enterkeyhint="done" prop:value=name on:input=move |ev| name.set(event_target_value(&ev))/>
                }
                .into_any()
            })
        }
    };
    let tools = move || {
        (!is_typed.get()).then(|| {
            view! {
                <button type="button" class="mb-btn mb-btn--quiet" prop:disabled=is_blank on:click=move |_| strokes.update(|s| drop(s.pop()))>{say(Ui::SignUndo)}</button>
                <button type="button" class="mb-btn mb-btn--quiet" prop:disabled=is_blank on:click=move |_| strokes.set(Vec::new())>{say(Ui::SearchClear)}</button>
            }
            .into_any()
        })
    };
    let how = move || if is_typed.get() { Ui::SignTypedHow } else { Ui::SignHow };
    let other = move || if is_typed.get() { Ui::SignDraw } else { Ui::SignType };
    let locale = crate::state::locale::use_locale();
    view! {
        <p class="mb-field__hint" id=hint_id>{move || locale.say(how())}</p>
        {move || line()}
        <canvas class="mb-sign__sheet" width=ink::WIDTH.to_string() height=ink::HEIGHT.to_string() role="img" aria-label=say(Ui::SignSheet) node_ref=sheet
            on:pointerdown=down on:pointermove=go on:pointerup=up on:pointercancel=up></canvas>
        <div class="mb-sign__tools">
            {move || tools()}
            <button type="button" class="mb-btn mb-btn--quiet" id=format!("{}-other", wiring.id) on:click=turn>{move || locale.say(other())}</button>
        </div>
        <button type="button" class="mb-btn mb-btn--quiet mb-sign__use" id=format!("{}-use", wiring.id) prop:disabled=is_blank on:click=done>{say(Ui::SignUse)}</button>
    }
    .into_any()
}
