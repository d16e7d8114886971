//! A file: from the camera or the album. The page uploads; this asks, checks type and size, and shows how far it is.

use super::file_rows::rows_of;
use super::frame::{problem_line, Wiring};
use crate::platform::photo;
use crate::state::locale::use_locale;
use crate::ui::icon::{Icon, IconName};
use crate::ui::say_with;
use crate::words::format;
use crate::words::ui::Ui;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlInputElement};

/// A file that was picked, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileItem {
    /// The page's own name for it; the attachment id once uploaded.
    pub id: String,
    pub name: String,
    /// In bytes.
    pub size: u64,
    pub state: FileState,
}

/// How far a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileState {
    /// With the share that is done, 0 to 100, where it is known.
    Uploading(Option<u8>),
    Done,
    /// What to do about it.
    Failed(String),
}

/// Who uploads. Pointers tell the fields apart.
#[derive(Clone, Copy)]
pub struct FileDesk {
    /// The files of a field.
    pub items: Callback<String, Vec<FileItem>>,
    /// A file of the right type and size was picked for a field.
    pub on_pick: Callback<(String, File)>,
    /// `(pointer, id)`.
    pub on_remove: Callback<(String, String)>,
    /// `(pointer, id)`: once more, after a failure.
    pub on_retry: Callback<(String, String)>,
}

/// What a file must be.
#[derive(Clone)]
pub struct Rules {
    /// MIME types or `.extensions`; empty for any.
    pub accept: Vec<String>,
    /// In bytes.
    pub max_bytes: u64,
    pub many: bool,
}

impl Rules {
    /// The types as people call them: JPG, PNG, PDF.
    fn types(&self) -> String {
        let mut names: Vec<String> = Vec::new();
        for accept in &self.accept {
            let word = accept.rsplit(['/', '.']).next().unwrap_or_default().to_ascii_uppercase();
            let word = if word == "JPEG" { "JPG".to_string() } else { word };
            if !names.contains(&word) {
                names.push(word);
            }
        }
        names.join(" / ")
    }

    /// The largest file of a type that may be picked, in bytes: photos are made smaller before they are sent.
    fn most(&self, kind: &str) -> f64 {
        if photo::is_photo(kind) && photo::is_wanted(&self.accept) {
            photo::LARGEST
        } else {
            self.max_bytes as f64
        }
    }

    /// Some browsers report no type for a file: its name then decides.
    fn allows(&self, name: &str, kind: &str) -> bool {
        let (name, kind) = (name.to_ascii_lowercase(), kind.to_ascii_lowercase());
        self.accept.is_empty()
            || self.accept.iter().any(|accept| {
                let accept = accept.to_ascii_lowercase();
                match accept.split_once('/') {
                    Some((family, "*")) => kind.split('/').next() == Some(family),
                    Some((_, word)) => {
                        kind == accept || (kind.is_empty() && (name.ends_with(&format!(".{word}")) || (word == "jpeg" && name.ends_with(".jpg"))))
                    }
                    None => name.ends_with(&accept),
                }
            })
    }
}

/// The picker, and what was picked so far.
pub fn file(wiring: Wiring, rules: Rules, pointer: Signal<String>, desk: Option<FileDesk>) -> AnyView {
    let locale = use_locale();
    let refused = RwSignal::new(None::<(Ui, String)>);
    let (types, size) = (rules.types(), format::size(rules.max_bytes));
    let items = Signal::derive(move || desk.map(|d| d.items.run(pointer.get())).unwrap_or_default());
    let many = rules.many;
    let accept = rules.accept.join(",");
    let limits = say_with(Ui::FileLimits, vec![("types", Signal::stored(types.clone())), ("size", Signal::stored(size.clone()))]);
    let pick = move |ev: leptos::ev::Event| {
        let Some(input) = ev.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
        refused.set(None);
        let files = input.files();
        for file in files.iter().flat_map(|list| (0..list.length()).filter_map(|i| list.get(i))) {
            if !rules.allows(&file.name(), &file.type_()) {
                refused.set(Some((Ui::FileWrongType, file.name())));
            } else if file.size() > rules.most(&file.type_()) {
                refused.set(Some((Ui::FileTooLarge, file.name())));
            } else if let Some(desk) = desk {
                desk.on_pick.run((pointer.get_untracked(), file));
            }
        }
        // The same file can be picked again after it was removed.
        input.set_value("");
    };
    let words = move || {
        locale.say(match (items.with(Vec::is_empty), many) {
            (true, _) => Ui::FileChoose,
            (false, true) => Ui::FileMore,
            (false, false) => Ui::FileAgain,
        })
    };
    let refusal = move || refused.get().map(|(why, name)| problem_line(locale.say_with(why, &[("name", &name), ("size", &size), ("types", &types)])));
    let rows = move || rows_of(items.get(), pointer, desk);
    let limits_id = format!("{}-limits", wiring.id);
    let invalid = wiring.aria_invalid();
    let name = Signal::derive({
        let label = wiring.label;
        move || format!("{} {}", label.get(), words())
    });
    view! {
        <ul class="mb-files" role="list">{move || rows()}</ul>
        <div class="mb-file">
            <input type="file" class="mb-file__input" id=wiring.id.clone() accept=accept multiple=many aria-label=name aria-invalid=invalid aria-describedby=limits_id.clone() on:change=pick/>
            <label class="mb-file__face" for=wiring.id><Icon name=IconName::Upload/><span>{move || words()}</span></label>
        </div>
        <p class="mb-field__hint" id=limits_id>{limits}</p>
        <div aria-live="polite">{move || refusal()}</div>
    }
    .into_any()
}
