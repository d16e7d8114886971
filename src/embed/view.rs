//! A mounted form: its questions, what is wrong with it, and a button where the host takes submissions.

use super::files::{in_data, Files};
use crate::form::{sentence_for, Field, Form, Origin, Problem};
use crate::platform::script::{self, Function};
use crate::state::effect::memo;
use crate::state::filling::{Filling, REFUSED};
use crate::state::locale::use_locale;
use crate::ui::field::{target_id, FilledBy};
use crate::ui::form::{field_id, link};
use crate::ui::{Action, Asking, ErrorSummary, Questions};
use crate::words::form::FormWords;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{json, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a mounted form is drawn from. A handle: copies share everything.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    pub filling: Filling,
    pub ids: StoredValue<String>,
    /// The names of the sources, as people know them.
    pub names: StoredValue<BTreeMap<String, String>>,
    /// How often a submission was tried and failed.
    pub tried: RwSignal<u32>,
    pub on_change: StoredValue<Option<Function>, LocalStorage>,
    pub on_submit: StoredValue<Option<Function>, LocalStorage>,
    pub files: Files,
}

impl Drawn {
    pub fn draw(self) -> AnyView {
        let locale = use_locale();
        let Self { filling, ids, .. } = self;
        let Some(form) = filling.form.get_untracked() else { return ().into_any() };
        let asking = Asking {
            filling,
            ids,
            on_change: Callback::new(move |(index, value)| self.type_in(index, value)),
            on_leave: Callback::new(move |index| {
                self.with_field(index, |field| filling.leave(field));
            }),
            filled_by: Callback::new(move |index| self.with_field(index, |field| self.filled_by(field)).flatten()),
            files: self.desk(),
            divisions: None,
            certificates: None,
            checks: None,
        };
        let title = form.title.clone();
        let rest = Signal::derive(move || title.clone().unwrap_or_else(|| locale.say(FormWords::Missing).to_owned()));
        let asked = {
            let form = form.clone();
            memo(move || self.asked(&form))
        };
        let links = {
            let form = form.clone();
            Signal::derive(move || match self.tried.get() {
                0 => Vec::new(),
                _ => filling.open_problems().iter().map(|problem| ids.with_value(|ids| link(&form, problem, ids, locale.lang.get()))).collect::<Vec<_>>(),
            })
        };
        let busy = RwSignal::new(false);
        let submit = self.on_submit.with_value(Option::is_some).then(|| {
            let press = Callback::new(move |()| self.submit(busy));
            view! { <Action label=Signal::derive(move || locale.say(FormWords::Submit).to_owned()) on_press=press busy /> }.into_any()
        });
        view! {
            <div class="mb-form" lang=move || locale.lang.get().tag()>
                <ErrorSummary problems=links attention=self.tried id=ids.with_value(|ids| format!("{ids}-errors")) />
                <Questions asking form asked rest />
                {submit}
            </div>
        }
        .into_any()
    }

    /// What only a source can answer is shown once it has.
    fn asked(self, form: &Form) -> Vec<usize> {
        let shown = self.filling.visible();
        self.filling.origins(|answers| {
            let open = |field: &&Field| !field.read_only || field.computed.is_some() || answers.get(field.pointer.as_str()).is_some();
            form.fields.iter().filter(open).map(|field| field.index).filter(|index| shown.get(*index).copied().unwrap_or(false)).collect()
        })
    }

    fn with_field<T>(self, index: usize, then: impl FnOnce(&Field) -> T) -> Option<T> {
        let form = self.filling.form.try_get_untracked().flatten()?;
        form.fields.get(index).map(then)
    }

    pub fn type_in(self, index: usize, value: Value) {
        let told = self.with_field(index, |field| {
            let told = json!({"pointer": field.pointer.as_str(), "value": in_data(field, &value)});
            self.filling.type_in(field, value).is_ok().then_some(told)
        });
        // With nothing borrowed: the host may unmount the form.
        let on_change = self.on_change.try_get_value().flatten();
        if let (Some(told), Some(on_change)) = (told.flatten(), on_change) {
            script::call(&on_change, &[script::script_of(&told)]);
        }
    }

    fn filled_by(self, field: &Field) -> Option<FilledBy> {
        self.filling.answer(field.pointer.as_str(), |answer| match &answer?.origin {
            Origin::Source { source, locked, masked, note, .. } if !source.is_empty() => {
                let name = self.names.with_value(|names| names.get(source).cloned()).unwrap_or_else(|| source.clone());
                Some(FilledBy { source: source.clone(), name, locked: *locked, masked: masked.clone(), note: note.clone() })
            }
            _ => None,
        })
    }

    /// The id of what takes the focus of a field.
    pub fn target(self, field: &Field) -> String {
        self.ids.with_value(|ids| target_id(field, &field_id(ids, field.pointer.as_str()), ""))
    }

    fn submit(self, busy: RwSignal<bool>) {
        if !self.filling.check() {
            return self.tried.update(|n| *n += 1);
        }
        self.tried.set(0);
        let (Some(Ok(valid)), Some(on_submit)) = (self.filling.valid(), self.on_submit.get_value()) else { return };
        let answer = script::call(&on_submit, &[script::script_of(valid.data()), script::script_of(&json!(valid.provenance()))]);
        busy.set(true);
        spawn_local(async move {
            let refused = script::settled(answer).await.err();
            let _ = busy.try_set(false);
            let Some(refused) = refused.filter(|_| self.tried.try_get_untracked().is_some()) else { return };
            let problems = script::json(&refused, "errors").ok().flatten().map(|errors| told(&errors)).unwrap_or_default();
            if !problems.is_empty() {
                self.filling.want();
                self.filling.told(problems);
                self.tried.update(|n| *n += 1);
            }
        });
    }
}

/// What the host said of single fields when it refused a submission: `[{pointer, detail}]`.
fn told(errors: &Value) -> Vec<Problem> {
    let text = |error: &Value, key: &str| error.get(key).and_then(Value::as_str).map(str::to_owned);
    let one = |error: &Value| {
        let pointer = text(error, "pointer")?;
        Some(Problem { pointer, rule: REFUSED, severity: REFUSED.severity(), message: Some(text(error, "detail")?) })
    };
    errors.as_array().map(|list| list.iter().filter_map(one).collect()).unwrap_or_default()
}

/// The problems of a form as a host reads them: `[{pointer, message, severity}]`.
pub(super) fn listed(form: &Arc<Form>, problems: &[Problem], lang: crate::words::Lang) -> Value {
    let one = |problem: &Problem| {
        let severity = if problem.severity == crate::form::Severity::Error { "error" } else { "warning" };
        json!({"pointer": problem.pointer, "message": sentence_for(problem, form, lang), "severity": severity})
    };
    problems.iter().map(one).collect()
}
