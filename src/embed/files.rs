//! Files that a person picks: the host keeps them, and answers each with what stands for it in the data.

use super::view::Drawn;
use crate::form::{Field, Form, Kind};
use crate::platform::photo;
use crate::platform::script::{self, Ending, Function};
use crate::state::files::{arrived, with_file, without_file};
use crate::state::locale::{use_locale, Locale};
use crate::ui::field::{FileDesk, FileItem, FileState};
use crate::ui::unique;
use crate::words::form::FormWords;
use crate::words::trouble::Trouble;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{json, Value};
use std::collections::HashMap;
use web_sys::File;

/// A file that the host has not taken yet.
#[derive(Debug, Clone, PartialEq)]
struct Sent {
    /// Unique in the document.
    id: String,
    pointer: String,
    name: String,
    size: u64,
    /// What to do about it.
    failed: Option<String>,
}

/// The files of one form that are under way. A handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Files {
    sent: RwSignal<Vec<Sent>>,
    /// What was picked, and what ends the call that is about it.
    picked: StoredValue<HashMap<String, (File, Ending)>, LocalStorage>,
    on_file: StoredValue<Option<Function>, LocalStorage>,
}

impl Files {
    /// Under the form's owner: whatever is under way ends with it.
    pub fn new(on_file: Option<Function>) -> Self {
        let files = Self { sent: RwSignal::default(), picked: StoredValue::new_local(HashMap::new()), on_file: StoredValue::new_local(on_file) };
        on_cleanup(move || drop(files.picked.try_update_value(std::mem::take)));
        files
    }

    fn forget(self, which: impl Fn(&Sent) -> bool) {
        let gone: Vec<String> = self.sent.with_untracked(|sent| sent.iter().filter(|s| which(s)).map(|s| s.id.clone()).collect());
        let ended: Vec<_> = self.picked.try_update_value(|all| gone.iter().filter_map(|id| all.remove(id)).collect()).unwrap_or_default();
        self.sent.update(|sent| sent.retain(|s| !gone.contains(&s.id)));
        // With nothing borrowed: the host hears of it.
        drop(ended);
    }

    fn told(self, id: &str, failed: Option<String>) {
        let _ = self.sent.try_update(|sent| sent.iter_mut().filter(|s| s.id == id).for_each(|s| s.failed = failed.clone()));
    }
}

/// The pointer of a field that takes files, where there is one.
pub(super) fn asked_for(form: &Form) -> Option<&str> {
    let takes = |kind: &Kind| matches!(kind, Kind::File { .. } | Kind::Signature);
    form.fields.iter().find(|f| !f.read_only && (takes(&f.kind) || f.variants.iter().any(|v| takes(&v.kind)))).map(|f| f.pointer.as_str())
}

/// An answer as the data has it: what stands for a file, without its name and size.
pub(super) fn in_data(field: &Field, value: &Value) -> Value {
    let id = |file: &Value| file.get("id").unwrap_or(file).clone();
    match (&field.kind, value) {
        (Kind::File { .. } | Kind::Signature, Value::Array(files)) => files.iter().map(id).collect(),
        (Kind::File { .. } | Kind::Signature, file) => id(file),
        _ => value.clone(),
    }
}

impl Drawn {
    /// Who takes the files of this form; nobody where the host does not.
    pub fn desk(self) -> Option<FileDesk> {
        let locale = use_locale();
        self.files.on_file.with_value(Option::is_some).then(|| FileDesk {
            items: Callback::new(move |pointer: String| self.items(&pointer)),
            on_pick: Callback::new(move |(pointer, file): (String, File)| self.pick(locale, pointer, file)),
            on_remove: Callback::new(move |(pointer, id): (String, String)| {
                self.files.forget(|s| s.id == id);
                self.change_files(&pointer, |_, now| without_file(now, &id));
            }),
            on_retry: Callback::new(move |(_, id): (String, String)| {
                self.files.told(&id, None);
                self.send(locale, id);
            }),
        })
    }

    fn items(self, pointer: &str) -> Vec<FileItem> {
        let done = self.filling.answer(pointer, |answer| answer.map(|answer| arrived(&answer.value)).unwrap_or_default());
        let done = done.into_iter().map(|file| FileItem { id: file.id, name: file.name, size: file.size, state: FileState::Done });
        let sent = self.files.sent.get().into_iter().filter(|s| s.pointer == pointer).map(|s| {
            let state = s.failed.map_or(FileState::Uploading(None), FileState::Failed);
            FileItem { id: s.id, name: s.name, size: s.size, state }
        });
        done.chain(sent).collect()
    }

    fn pick(self, locale: Locale, pointer: String, file: File) {
        let Some(ending) = Ending::new() else { return };
        if !self.takes(&pointer, |kind| matches!(kind, Kind::File { many: true, .. })) {
            self.files.forget(|s| s.pointer == pointer);
        }
        let id = unique("mb-file");
        let sent = Sent { id: id.clone(), pointer, name: file.name(), size: file.size() as u64, failed: None };
        let _ = self.files.picked.try_update_value(|all| all.insert(id.clone(), (file, ending)));
        self.files.sent.update(|all| all.push(sent));
        self.send(locale, id);
    }

    /// Hands a picked file to the host, a photo in fewer bytes.
    fn send(self, locale: Locale, id: String) {
        spawn_local(async move {
            let picked = self.files.picked.try_with_value(|all| all.get(&id).map(|(file, ending)| (file.clone(), ending.signal()))).flatten();
            let sent = self.files.sent.try_with_untracked(|sent| sent.iter().find(|s| s.id == id).cloned()).flatten();
            let (Some((file, signal)), Some(sent), Some(on_file)) = (picked, sent, self.files.on_file.try_get_value().flatten()) else { return };
            let small = match self.photo_limit(&sent.pointer) {
                Some(most) => photo::shrunk(&file, most).await.and_then(photo::Photo::into_file),
                None => None,
            };
            let file = small.unwrap_or(file);
            let about = script::with_member(&script::script_of(&json!({"pointer": sent.pointer})), "signal", &signal);
            let size = file.size() as u64;
            let answer = script::settled(script::call(&on_file, &[file.into(), about])).await;
            // Taken away meanwhile, or the form is gone.
            if self.files.sent.try_with_untracked(|all| !all.iter().any(|s| s.id == id)).unwrap_or(true) {
                return;
            }
            match answer.as_ref().map(|kept| kept.as_string().filter(|kept| !kept.is_empty())) {
                Ok(Some(kept)) => {
                    self.files.forget(|s| s.id == id);
                    let answer = json!({"id": kept, "name": sent.name, "size": size});
                    self.change_files(&sent.pointer, |many, now| with_file(many, Some(now), answer));
                }
                _ => {
                    let said = answer.err().and_then(|error| script::text(&error, "detail").ok().flatten());
                    let why = said.unwrap_or_else(|| locale.say(Trouble::UnreachableText).to_owned());
                    self.files.told(&id, Some(locale.say_with(FormWords::UploadFailed, &[("why", &why)])));
                }
            }
        });
    }

    /// Whether a field's kind is so.
    fn takes(self, pointer: &str, so: impl FnOnce(&Kind) -> bool) -> bool {
        let form = self.filling.form.try_get_untracked().flatten();
        form.as_ref().and_then(|form| form.field(pointer)).is_some_and(|field| so(&field.kind))
    }

    /// How large a photo may be in bytes, where its field takes what photos are shrunk to.
    fn photo_limit(self, pointer: &str) -> Option<u64> {
        let form = self.filling.form.try_get_untracked().flatten()?;
        match &form.field(pointer)?.kind {
            Kind::File { accept, max_bytes, .. } if photo::is_wanted(accept) => Some(*max_bytes),
            _ => None,
        }
    }

    fn change_files(self, pointer: &str, change: impl FnOnce(&Field, &Value) -> Value) {
        let Some(form) = self.filling.form.try_get_untracked().flatten() else { return };
        let Some(field) = form.field(pointer) else { return };
        let now = self.filling.peek(|answers| answers.get(pointer).map(|answer| answer.value.clone())).flatten().unwrap_or_default();
        self.type_in(field.index, change(field, &now));
    }
}
