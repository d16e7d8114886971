//! The files of a field, how far each is, and what can be done about it.

use super::file::{FileDesk, FileItem, FileState};
use crate::ui::focus;
use crate::ui::icon::{Icon, IconName};
use crate::ui::{say, say_with};
use crate::words::format;
use crate::words::ui::Ui;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A row a file.
pub(super) fn rows_of(items: Vec<FileItem>, pointer: Signal<String>, desk: Option<FileDesk>) -> Vec<AnyView> {
    items.into_iter().map(|item| row(item, pointer, desk)).collect()
}

fn row(item: FileItem, pointer: Signal<String>, desk: Option<FileDesk>) -> AnyView {
    let FileItem { id, name, size, state } = item;
    let (icon, class) = match &state {
        FileState::Uploading(_) => (IconName::Upload, "mb-files__row"),
        FileState::Done => (IconName::CheckCircle, "mb-files__row mb-files__row--done"),
        FileState::Failed(_) => (IconName::Warning, "mb-files__row mb-files__row--failed"),
    };
    let named = |words: Ui| say_with(words, vec![("name", Signal::stored(name.clone()))]);
    let (end, end_icon) = match &state {
        FileState::Uploading(_) => (named(Ui::FileCancel), IconName::Close),
        _ => (named(Ui::FileRemove), IconName::Trash),
    };
    let bar = match &state {
        FileState::Uploading(share) => Some(bar(*share, named(Ui::FileUploadingWhat))),
        _ => None,
    };
    let failed = matches!(state, FileState::Failed(_));
    let words = match state {
        // The bar says it to a screen reader, when it is asked.
        FileState::Uploading(share) => view! { <span aria-hidden="true">{share_words(share)}</span> }.into_any(),
        FileState::Done => view! { <span>{say(Ui::FileUploaded)}" · "{format::size(size)}</span> }.into_any(),
        FileState::Failed(why) => view! { <span>{why}</span> }.into_any(),
    };
    let (again, gone) = (id.clone(), id);
    let retry = desk.filter(|_| failed).map(|desk| {
        let press = move |ev: MouseEvent| {
            focus::hand_over(&ev, "li", ".mb-iconbtn");
            desk.on_retry.run((pointer.get_untracked(), again.clone()));
        };
        view! { <button type="button" class="mb-textbtn" on:click=press>{say(Ui::Retry)}</button> }.into_any()
    });
    let press_end = move |ev: MouseEvent| {
        if let Some(desk) = desk {
            focus::hand_over(&ev, "[data-field]", "input[type='file']");
            desk.on_remove.run((pointer.get_untracked(), gone.clone()));
        }
    };
    view! {
        <li class=class>
            <Icon name=icon/>
            <span class="mb-files__words">
                <span class="mb-files__name" translate="no">{name}</span>
                <span class="mb-files__state"><span aria-live="polite">{words}</span>{bar}</span>
            </span>
            {retry}
            <button type="button" class="mb-iconbtn" aria-label=end on:click=press_end>
                <Icon name=end_icon/>
            </button>
        </li>
    }
    .into_any()
}

fn share_words(share: Option<u8>) -> Signal<String> {
    match share {
        Some(share) => say_with(Ui::FileShare, vec![("n", Signal::stored(share.to_string()))]),
        None => say(Ui::FileUploading),
    }
}

/// Without a share it says only that something is under way.
fn bar(share: Option<u8>, label: Signal<String>) -> AnyView {
    view! { <progress class="mb-files__bar" max="100" value=share.map(|share| share.to_string()) aria-label=label></progress> }.into_any()
}
