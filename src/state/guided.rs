//! What the guide and the plan of a bundle stand on: its definition, what is known of the answers, and the answers themselves.

use super::connection::{use_connection, Connection};
use super::effect::on_language;
use super::guiding::Guides;
use super::journeys::use_journeys;
use super::load::Loading;
use super::locale::{use_locale, Locale};
use super::session::{use_session, SessionState};
use crate::backend::{ApiError, Client};
use crate::bundle::Definition;
use crate::model::bundle::{service_id, GuideAnswers, KnownAnswer, Question};
use crate::model::draft::Draft;
use crate::model::session::Level;
use crate::platform::clock;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use std::sync::Arc;

/// A bundle that somebody can be guided through, or the place where its definition is wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Opened {
    Guided(Guided),
    Broken { pointer: String, reason: String },
}

/// What was fetched.
#[derive(Debug, Clone)]
pub struct Guided {
    pub definition: Arc<Definition>,
    known: Arc<Vec<KnownAnswer>>,
}

impl PartialEq for Guided {
    fn eq(&self, other: &Self) -> bool {
        self.definition.bundle() == other.definition.bundle() && self.known == other.known
    }
}

impl Guided {
    pub fn question(&self, at: usize) -> Option<&Question> {
        self.definition.bundle().questions.get(at)
    }

    /// The questions that are asked, by their places.
    pub fn asked(&self, answers: &GuideAnswers) -> Vec<usize> {
        self.definition.asked(answers, clock::today())
    }

    /// The first question that nothing answers.
    pub fn open(&self, answers: &GuideAnswers) -> Option<usize> {
        self.definition.next(answers, clock::today())
    }

    /// The source that the answer to a question is known from; `None` where the person has answered it, if only by changing what was known.
    pub fn known_from(&self, at: usize, answers: &GuideAnswers) -> Option<&str> {
        let question = self.question(at)?;
        let answer = answers.get(&question.id)?;
        self.known.iter().find(|k| k.question == question.id && k.value == *answer).map(|k| k.source.as_str())
    }
}

/// Somebody's way through a guide: copies share everything.
#[derive(Clone, Copy)]
pub struct Guiding {
    connection: Connection,
    session: SessionState,
    guides: Guides,
    locale: Locale,
    bundle: StoredValue<String>,
}

impl Guiding {
    /// Call it in a page.
    pub fn new(bundle: String) -> Self {
        let (connection, session, guides) = (use_connection(), use_session(), use_journeys().guides);
        Self { connection, session, guides, locale: use_locale(), bundle: StoredValue::new(bundle) }
    }

    pub fn bundle(&self) -> String {
        self.bundle.get_value()
    }

    /// What was answered; tracks it.
    pub fn answers(&self) -> GuideAnswers {
        self.bundle.with_value(|bundle| self.guides.of(bundle)).unwrap_or_default()
    }

    /// What was answered when the plan was seen last.
    pub fn seen(&self) -> Option<GuideAnswers> {
        self.bundle.with_value(|bundle| self.guides.seen(bundle))
    }

    /// The plan of these answers is shown.
    pub fn show(&self, answers: GuideAnswers) {
        self.bundle.with_value(|bundle| self.guides.show(bundle, answers));
    }

    /// Fetches what the page needs; from one question to the next, what is `at_hand` is enough.
    pub fn open(self, at_hand: bool) -> Loading<Opened> {
        let loading = Loading::start(move || {
            let bundle = self.bundle();
            let key = format!("{bundle} {} {}", self.locale.lang.get_untracked().tag(), self.session.person_key());
            async move {
                let found = self.guides.fetched(&key).filter(|_| at_hand).and_then(|kept| kept.downcast_ref::<Guided>().cloned());
                if let Some(guided) = found {
                    return Ok(Opened::Guided(guided));
                }
                let opened = self.fetch(&bundle).await?;
                if let Opened::Guided(guided) = &opened {
                    self.guides.keep_fetched(key, Arc::new(guided.clone()));
                }
                Ok(opened)
            }
        });
        on_language(self.locale, move || loading.refresh());
        loading
    }

    async fn fetch(self, bundle: &str) -> Result<Opened, ApiError> {
        let (client, whose) = (self.connection.client(), self.session.person_key());
        let definition = match Definition::check(client.bundle(bundle).await?) {
            Ok(definition) => definition,
            Err(problem) => return Ok(Opened::Broken { pointer: problem.pointer, reason: problem.reason }),
        };
        // Where it cannot be told, everything is asked.
        let known = client.bundle_known(bundle).await.unwrap_or_default().answers;
        let mut answers = match untrack(|| self.guides.of(bundle)) {
            Some(answers) => answers,
            None => self.drafted(&client, bundle).await?,
        };
        for known in &known {
            let is_taken = definition.bundle().questions.iter().any(|q| q.id == known.question && q.takes(&known.value));
            if is_taken && !answers.contains_key(&known.question) {
                answers.insert(known.question.clone(), known.value.clone());
            }
        }
        // Whoever has signed out meanwhile leaves nothing for the next person.
        if !answers.is_empty() && self.session.person_key() == whose {
            self.guides.keep(bundle, answers);
        }
        Ok(Opened::Guided(Guided { definition: Arc::new(definition), known: Arc::new(known) }))
    }

    /// What the person answered some time before.
    async fn drafted(self, client: &Client, bundle: &str) -> Result<GuideAnswers, ApiError> {
        if self.session.level_now() < Level::Verified {
            return Ok(GuideAnswers::new());
        }
        match client.draft(&service_id(bundle)).await {
            Ok(draft) => Ok(draft.filter(|draft| draft.acting_for == self.session.acting_now()).map(|draft| draft.answers).unwrap_or_default()),
            Err(e) if e.is_unsupported() || e == ApiError::SignedOut => Ok(GuideAnswers::new()),
            Err(e) => Err(e),
        }
    }

    /// The person has answered a question.
    pub fn answer(self, guided: &Guided, question: &str, value: Value) {
        let mut answers = untrack(|| self.answers());
        answers.insert(question.to_owned(), value);
        self.guides.keep(&self.bundle(), answers);
        if self.session.level_now() >= Level::Verified {
            let version = guided.definition.bundle().version.clone();
            // Without an answer it is in memory, and goes with the next one.
            spawn_local(async move { drop(self.save(version).await) });
        }
    }

    /// Puts the answers into the draft and leaves all else in it as it is.
    async fn save(self, version: String) -> Result<(), ApiError> {
        let (client, Some(bundle)) = (self.connection.client(), self.bundle.try_get_value()) else { return Ok(()) };
        let service = service_id(&bundle);
        let acting_for = self.session.acting_now();
        // What was typed for somebody else is not theirs.
        let mine = client.draft(&service).await?.filter(|draft| draft.acting_for == acting_for);
        let draft = mine.unwrap_or_else(|| Draft { form_version: version, acting_for, ..Draft::default() });
        // Those of now: another one may have been given meanwhile.
        let Some(answers) = untrack(|| self.guides.of(&bundle)) else { return Ok(()) };
        client.save_draft(&service, &Draft { answers, ..draft }).await
    }
}
