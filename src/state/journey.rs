//! One application in the making: its form, its answers with their provenance, its sources and its draft.
//! It outlives the pages that show it, so that walking to and fro loses nothing.

use super::carry::Carried;
use super::connection::Connection;
use super::draft::Saver;
use super::locale::Locale;
use super::session::SessionState;
use super::submission::REFUSED;
use super::uploads::{self, Uploads};
use crate::backend::{ApiError, Client};
use crate::form::{self, is_at_or_in, Answers, Checker, DefinitionProblem, Field, Form, Problem, Rule, Severity};
use crate::model::consent::Consent;
use crate::model::draft::Draft;
use crate::model::order::{map_of, sorted};
use crate::model::prefill::SourcePrefill;
use crate::model::session::Level;
use crate::platform::clock;
use crate::platform::regexp::BrowserPatterns;
use crate::state::effect::on_language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where an application in the making stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    Loading,
    /// Loading for longer than half a second.
    Slow,
    /// Nobody has proved who they are, or there is no consent in force.
    NeedsIdentity,
    /// The service's definition cannot be drawn.
    Broken {
        pointer: String,
        reason: String,
    },
    Failed(ApiError),
    Ready,
}

/// One source and what it answered.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRow {
    pub id: String,
    pub answer: SourceAnswer,
}

#[derive(Debug, Clone, PartialEq)]
pub enum SourceAnswer {
    Asking,
    Answered(SourcePrefill),
    /// The question itself failed.
    Failed(ApiError),
    /// The person types instead.
    ByHand,
}

/// An application in the making. A handle: copies share everything.
#[derive(Clone, Copy)]
pub struct Journey {
    pub(super) connection: Connection,
    pub(super) session: SessionState,
    service: StoredValue<String>,
    /// Whose application it is, as the backend names them.
    person: StoredValue<String>,
    pub stage: RwSignal<Stage>,
    pub form: RwSignal<Option<Arc<Form>>>,
    pub consent: RwSignal<Option<Consent>>,
    pub answers: RwSignal<Answers>,
    pub sources: RwSignal<Vec<SourceRow>>,
    /// Shown problems, by pointer.
    pub problems: RwSignal<BTreeMap<String, Problem>>,
    /// Answers that an earlier form held and this one cannot.
    pub lost: RwSignal<Vec<String>>,
    pub submitting: RwSignal<bool>,
    pub submit_error: RwSignal<Option<ApiError>>,
    pub(super) key: RwSignal<Option<String>>,
    pub saver: Saver,
    pub uploads: Uploads,
    /// The field that the form should open at: where “change” on the review leads.
    pub aim: RwSignal<Option<String>>,
    /// Fields that a source filled and the person wants to change.
    pub editing: RwSignal<BTreeSet<String>>,
}

impl Journey {
    /// Starts loading at once. Call it under an owner that outlives the pages.
    pub fn new(connection: Connection, session: SessionState, locale: Locale, service: String) -> Self {
        let answers = RwSignal::new(Answers::default());
        let form = RwSignal::new(None::<Arc<Form>>);
        let key = RwSignal::new(None::<String>);
        let snapshot = move || {
            let form = form.try_get_untracked()??;
            let values = answers.try_with_untracked(Answers::typed)?;
            Some(Draft { form_version: form.version.clone(), values, submission_key: key.try_get_untracked()? })
        };
        let journey = Self {
            connection,
            session,
            service: StoredValue::new(service.clone()),
            person: StoredValue::new(String::new()),
            stage: RwSignal::new(Stage::Loading),
            form,
            consent: RwSignal::new(None),
            answers,
            sources: RwSignal::new(Vec::new()),
            problems: RwSignal::new(BTreeMap::new()),
            lost: RwSignal::new(Vec::new()),
            submitting: RwSignal::new(false),
            submit_error: RwSignal::new(None),
            key,
            saver: Saver::new(connection, service, snapshot),
            uploads: Uploads::new(),
            aim: RwSignal::new(None),
            editing: RwSignal::default(),
        };
        journey.load();
        on_language(locale, move || journey.retell());
        journey
    }

    pub fn service(&self) -> String {
        self.service.try_get_value().unwrap_or_default()
    }

    pub(super) fn client(&self) -> Client {
        self.connection.client()
    }

    /// A file has arrived: it is part of the field's answer now.
    pub(super) fn add_file(&self, pointer: &str, file: Value) {
        self.change_files(pointer, |field, now| uploads::with_file(field, now, file));
    }

    /// Takes a file out of a field's answer.
    pub fn remove_file(&self, pointer: &str, id: &str) {
        self.change_files(pointer, |_, now| now.map_or(Value::Null, |v| uploads::without_file(v, id)));
    }

    fn change_files(&self, pointer: &str, change: impl FnOnce(&Field, Option<&Value>) -> Value) {
        let Some(form) = self.form.try_get_untracked().flatten() else { return };
        let Some(field) = form.field(pointer) else { return };
        let value = self.answers.with_untracked(|a| change(field, a.get(pointer).map(|answer| &answer.value)));
        self.type_in(field, value);
    }

    /// Loads from the beginning; typed answers that are in memory stay.
    pub fn load(&self) {
        let journey = *self;
        let _ = journey.stage.try_set(Stage::Loading);
        spawn_local(async move {
            clock::sleep(500).await;
            let _ = journey.stage.try_maybe_update(|s| {
                let waits = *s == Stage::Loading;
                if waits {
                    *s = Stage::Slow;
                }
                (waits, ())
            });
        });
        spawn_local(async move {
            let stage = match journey.fetch().await {
                Ok(stage) => stage,
                Err(ApiError::SignedOut) => {
                    journey.session.ended();
                    Stage::NeedsIdentity
                }
                Err(e) => Stage::Failed(e),
            };
            let _ = journey.stage.try_set(stage);
        });
    }

    async fn fetch(&self) -> Result<Stage, ApiError> {
        let client = self.connection.client();
        let service = self.service();
        if self.session.refresh().await?.level < Level::Verified {
            return Ok(Stage::NeedsIdentity);
        }
        let _ = self.person.try_set_value(self.session.person_name());
        let Some(consent) = client.consent_for(&service).await? else { return Ok(Stage::NeedsIdentity) };
        if let Err(DefinitionProblem { pointer, reason }) = self.fetch_form().await? {
            return Ok(Stage::Broken { pointer, reason });
        }
        if let (Some(draft), Some(form)) = (client.draft(&service).await?, self.form.try_get_untracked().flatten()) {
            let lost = self.answers.try_update(|a| a.restore(&form, &draft.values)).unwrap_or_default();
            let _ = self.lost.try_set(lost);
            let _ = self.key.try_set(draft.submission_key);
        }
        self.give_back().await;
        let rows = consent.granted.iter().chain(&consent.refused).map(|id| SourceRow { id: id.clone(), answer: SourceAnswer::Asking });
        let _ = self.sources.try_set(rows.collect());
        let ids: Vec<String> = consent.granted.iter().chain(&consent.refused).cloned().collect();
        let _ = self.consent.try_set(Some(consent));
        for id in ids {
            self.ask(&id);
        }
        Ok(Stage::Ready)
    }

    /// Takes back what was carried over an identity check, and saves it where it belongs.
    async fn give_back(&self) {
        let person = self.session.person_name();
        let Some(carried) = Carried::give_back(&self.service(), &person).await else { return };
        let Some(form) = self.form.try_get_untracked().flatten() else { return };
        let lost = self.answers.try_update(|a| a.restore(&form, &carried.values)).unwrap_or_default();
        let _ = self.lost.try_update(|all| all.extend(lost));
        self.saver.touch();
    }

    /// Carries the typed answers over a new identity check, on this device, encrypted. Returns whether the device could.
    pub async fn carry(&self) -> bool {
        let values = self.answers.try_with_untracked(Answers::typed).unwrap_or_default();
        Carried { service: self.service(), person: self.person.get_value(), values }.keep().await
    }

    pub(super) async fn fetch_form(&self) -> Result<Result<(), DefinitionProblem>, ApiError> {
        let definition = self.connection.client().form(&self.service()).await?;
        Ok(Form::load(&definition.version, &definition.schema).map(|form| {
            // A form that is only told in another language keeps its answers.
            if self.form.try_with_untracked(Option::is_none).unwrap_or(false) {
                let _ = self.answers.try_set(Answers::new(&form));
            }
            let _ = self.form.try_set(Some(Arc::new(form)));
        }))
    }

    /// Takes an answer over from the keyboard. Shown problems of what was changed vanish as one types.
    pub fn type_in(&self, field: &Field, value: Value) {
        let pointer = field.pointer.as_str();
        let before = self.answers.with_untracked(|a| a.get(pointer).map(|answer| answer.value.clone())).unwrap_or_default();
        let after = value.clone();
        let changed = self.answers.try_update(|a| a.type_in(field, value).is_ok()).unwrap_or(false);
        if changed {
            self.problems.update(|p| p.retain(|place, _| place.strip_prefix(pointer).is_none_or(|inside| is_as_before(&before, &after, inside))));
            let _ = self.submit_error.try_set(None);
            self.saver.touch();
        }
    }

    /// The person left a field: its problem is told now, and those shown elsewhere that this answer has settled are gone.
    pub fn leave(&self, field: &Field) {
        let Some(form) = self.form.try_get_untracked().flatten() else { return };
        let found = self.answers.with_untracked(|a| checker().problems(&form, a));
        let found: BTreeMap<String, Problem> = map_of(found.into_iter().map(|p| (p.pointer.clone(), p)));
        self.problems.update(|shown| {
            shown.retain(|pointer, problem| problem.rule == REFUSED || found.contains_key(pointer));
            for (pointer, problem) in found {
                // An empty field that one only passed through is told of on submit, not before.
                let is_told = is_at_or_in(&pointer, field.pointer.as_str()) && !matches!(problem.rule, Rule::Required | Rule::MustAgree);
                if is_told || shown.contains_key(&pointer) {
                    shown.insert(pointer, problem);
                }
            }
        });
    }

    /// Checks everything. Problems found are shown; returns whether the form can be submitted.
    pub fn check(&self) -> bool {
        let Some(form) = self.form.get_untracked() else { return false };
        let result = self.answers.with_untracked(|a| checker().all(&form, a));
        let problems = result.as_ref().err().cloned().unwrap_or_default();
        let _ = self.problems.try_set(map_of(problems.into_iter().map(|p| (p.pointer.clone(), p))));
        result.is_ok()
    }

    /// How many items the form has, and who filled them; tracks both.
    pub fn count(&self) -> form::Count {
        self.form.with(|f| f.as_ref().map(|form| self.answers.with(|a| form::count(form, a, clock::today())))).unwrap_or_default()
    }

    /// Which fields are shown now, by index; tracks the answers.
    pub fn visible(&self) -> Vec<bool> {
        self.form.with(|f| f.as_ref().map(|form| self.answers.with(|a| form::visible(form, a, clock::today())))).unwrap_or_default()
    }

    /// What would be submitted now, computed fields included; tracks the answers.
    pub fn data(&self) -> Value {
        self.form.with(|f| f.as_ref().map(|form| self.answers.with(|a| a.data(form, clock::today())))).unwrap_or_default()
    }

    /// Shown problems in page order, errors only; tracks them.
    pub fn open_problems(&self) -> Vec<Problem> {
        self.form.with(|f| {
            let Some(form) = f else { return Vec::new() };
            self.problems.with(|problems| {
                let rank = |p: &Problem| form.field_around(&p.pointer).map_or(usize::MAX, |f| f.index) as u64;
                sorted(problems.values().filter(|p| p.severity == Severity::Error).cloned().collect(), rank)
            })
        })
    }
}

pub(super) fn checker() -> Checker<'static> {
    Checker { today: clock::today(), patterns: &BrowserPatterns }
}

/// Whether a change of a list left a place inside it as it was: `/0/name`, in a row that is still there. A pointer that only begins alike
/// (`/child` and `/children`) is another field's.
fn is_as_before(before: &Value, after: &Value, inside: &str) -> bool {
    let Some(row) = inside.strip_prefix('/') else { return !inside.is_empty() };
    let row = row.split_once('/').map_or(row, |(row, _)| row);
    let is_there = row.parse::<usize>().is_ok_and(|row| after.get(row).is_some());
    is_there && before.pointer(inside) == after.pointer(inside)
}
