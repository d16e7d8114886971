//! One application in the making: the form being filled, its sources and its draft.
//! It outlives the pages that show it, so that walking to and fro loses nothing.

use super::bundling::Bundling;
use super::checks::Checks;
use super::connection::Connection;
use super::divisions::DivisionBook;
use super::draft::Saver;
use super::files;
use super::filling::Filling;
use super::guiding::Guides;
use super::locale::Locale;
use super::rereading::Reread;
use super::session::SessionState;
use super::uploads::Uploads;
use crate::backend::{ApiError, Client};
use crate::form::{DefinitionProblem, Field, Form, Lost};
use crate::model::application::Dispute;
use crate::model::bundle::{bundle_of, GuideAnswers};
use crate::model::consent::Consent;
use crate::model::draft::Draft;
use crate::model::prefill::SourcePrefill;
use crate::model::session::Level;
use crate::platform::clock;
use crate::state::effect::{effect, on_language};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

/// Where an application in the making stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    Loading,
    /// Loading for longer than half a second.
    Slow,
    /// Nobody has proved who they are, or there is no consent in force.
    NeedsIdentity,
    /// Of a bundle: the guide has questions that are open.
    NeedsGuide,
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
    pub(super) guides: Guides,
    /// Of a bundle: the guide's answers that the form is made for.
    pub(super) guided: StoredValue<GuideAnswers>,
    /// Of a bundle: what the form was made from.
    pub(super) bundling: StoredValue<Option<Arc<Bundling>>>,
    /// Whose application it is, by the session's key for them.
    pub(super) person: StoredValue<String>,
    /// For whom it is, by their opaque id, where somebody acts (代办).
    pub(super) acting: StoredValue<Option<String>>,
    pub stage: RwSignal<Stage>,
    pub filling: Filling,
    pub consent: RwSignal<Option<Consent>>,
    pub sources: RwSignal<Vec<SourceRow>>,
    /// Answers that an earlier form held and this one cannot.
    pub lost: RwSignal<Vec<Lost>>,
    pub submitting: RwSignal<bool>,
    pub submit_error: RwSignal<Option<ApiError>>,
    pub(super) key: RwSignal<Option<String>>,
    pub saver: Saver,
    pub checks: Checks,
    /// A source that was read again, and what that came to.
    pub reread: RwSignal<Option<(String, Reread)>>,
    /// What the person says is wrong, by pointer.
    pub(super) disputes: RwSignal<BTreeMap<String, Dispute>>,
    pub uploads: Uploads,
    pub divisions: DivisionBook,
    /// The field that the form should open at: where “change” on the review leads.
    pub aim: RwSignal<Option<String>>,
    /// Where the person was before they had to prove anew who they are; the form opens there, once.
    pub resume: RwSignal<Option<String>>,
    /// The person wants all questions on one page, of a form that is asked a section at a time.
    pub on_one_page: RwSignal<bool>,
    /// A check of the whole form has led to this page: its problems are to be told at once.
    pub sent_back: RwSignal<bool>,
}

impl Journey {
    /// Starts loading at once. Call it under an owner that outlives the pages.
    pub fn new(connection: Connection, session: SessionState, locale: Locale, guides: Guides, service: String) -> Self {
        let filling = Filling::default();
        let key = RwSignal::new(None::<String>);
        let disputes = RwSignal::new(BTreeMap::<String, Dispute>::new());
        let acting = StoredValue::new(None::<String>);
        let guided = StoredValue::new(GuideAnswers::new());
        let snapshot = move || {
            let form = filling.form.try_get_untracked()??;
            let key = key.try_get_untracked()?;
            let disputes = disputes.try_get_untracked()?.into_values().collect();
            let answers = guided.try_get_value()?;
            filling.peek(|a| Draft { disputes, answers, acting_for: acting.try_get_value().flatten(), ..a.draft(&form, key) })
        };
        let journey = Self {
            connection,
            session,
            service: StoredValue::new(service.clone()),
            guides,
            guided,
            bundling: StoredValue::new(None),
            person: StoredValue::new(String::new()),
            acting,
            stage: RwSignal::new(Stage::Loading),
            filling,
            consent: RwSignal::new(None),
            sources: RwSignal::new(Vec::new()),
            lost: RwSignal::new(Vec::new()),
            submitting: RwSignal::new(false),
            submit_error: RwSignal::new(None),
            key,
            saver: Saver::new(connection, service, snapshot),
            checks: Checks::default(),
            reread: RwSignal::new(None),
            disputes,
            uploads: Uploads::new(),
            divisions: DivisionBook::new(connection),
            aim: RwSignal::new(None),
            resume: RwSignal::new(None),
            on_one_page: RwSignal::new(false),
            sent_back: RwSignal::new(false),
        };
        journey.load();
        on_language(locale, move || journey.retell());
        effect(move || {
            if connection.online.get() {
                journey.uploads.go_on(journey);
            }
        });
        journey
    }

    pub fn service(&self) -> String {
        self.service.try_get_value().unwrap_or_default()
    }

    /// Whether it may go on for this person: whoever is not known yet may be the one who began it.
    pub(super) fn is_of(&self, person: &str) -> bool {
        self.person.try_with_value(|mine| mine.is_empty() || person.is_empty() || mine == person).unwrap_or(false)
    }

    pub(super) fn client(&self) -> Client {
        self.connection.client()
    }

    /// A file has arrived: it is part of the field's answer now.
    pub(super) fn add_file(&self, pointer: &str, file: Value) {
        self.change_files(pointer, |field, now| files::with_file(field, now, file));
    }

    /// Takes a file out of a field's answer.
    pub fn remove_file(&self, pointer: &str, id: &str) {
        self.change_files(pointer, |_, now| now.map_or(Value::Null, |v| files::without_file(v, id)));
    }

    fn change_files(&self, pointer: &str, change: impl FnOnce(&Field, Option<&Value>) -> Value) {
        let Some(form) = self.form.try_get_untracked().flatten() else { return };
        let Some(field) = form.field(pointer) else { return };
        let value = self.peek(|a| change(field, a.get(pointer).map(|answer| &answer.value)));
        self.type_in(field, value.unwrap_or_default());
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
        let _ = self.person.try_set_value(self.session.person_key());
        let _ = self.acting.try_set_value(self.session.acting_now());
        let Some(consent) = client.consent_for(&service).await? else { return Ok(Stage::NeedsIdentity) };
        if let Some(bundle) = bundle_of(&service) {
            if let Some(stage) = self.take_up_guide(bundle, &consent).await? {
                return Ok(stage);
            }
        }
        if let Err(DefinitionProblem { pointer, reason }) = self.fetch_form().await? {
            return Ok(Stage::Broken { pointer, reason });
        }
        self.take_up_draft().await?;
        let rows = consent.granted.iter().chain(&consent.refused).map(|id| SourceRow { id: id.clone(), answer: SourceAnswer::Asking });
        let _ = self.sources.try_set(rows.collect());
        let ids: Vec<String> = consent.granted.iter().chain(&consent.refused).cloned().collect();
        let _ = self.consent.try_set(Some(consent));
        for id in ids {
            self.ask(&id);
        }
        Ok(Stage::Ready)
    }

    pub(super) async fn fetch_form(&self) -> Result<Result<(), DefinitionProblem>, ApiError> {
        let service = self.service();
        let form = match bundle_of(&service) {
            Some(bundle) => self.fetch_bundle_form(bundle).await?,
            None => {
                let definition = self.client().form(&service).await?;
                Form::load(&definition.version, &definition.schema)
            }
        };
        Ok(form.map(|form| self.take(form)))
    }

    /// Takes an answer over from the keyboard, and has it saved.
    pub fn type_in(&self, field: &Field, value: Value) {
        if self.pick(field, &value) || self.filling.type_in(field, value).is_ok() {
            self.checks.forget(field.pointer.as_str());
            let _ = self.submit_error.try_set(None);
            self.saver.touch();
        }
    }
}

/// What an application asks and was answered is read as the journey's own.
impl Deref for Journey {
    type Target = Filling;

    fn deref(&self) -> &Filling {
        &self.filling
    }
}
