//! A bundle in the making: an application like any other, of which the form is made of several services' forms and the submission of a part for each.

use super::guiding::Guides;
use super::journey::{Journey, Stage};
use crate::backend::{ApiError, Client};
use crate::bundle::{merge, BundleProblem, Definition};
use crate::form::{DefinitionProblem, Form, Pointer, ValidForm};
use crate::model::application::Dispute;
use crate::model::bundle::{bundle_of, GuideAnswers};
use crate::model::consent::Consent;
use crate::model::matter::{MatterPart, MatterSubmission};
use crate::platform::clock;
use leptos::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the form of a bundle was made from.
#[derive(Debug, Clone)]
pub struct Bundling {
    pub version: String,
    pub parts: Vec<BundlePart>,
}

/// A service of the plan and the version of its form.
#[derive(Debug, Clone)]
pub struct BundlePart {
    pub service: String,
    pub form_version: String,
}

/// What consent to a bundle is asked for: the services of the plan, and the answers that it was made from.
#[derive(Debug, Clone, Default)]
pub struct Planned {
    pub services: Vec<String>,
    pub answers: GuideAnswers,
}

/// The plan of a bundle for what was answered so far.
///
/// # Errors
/// Those of [`definition`].
pub async fn planned(client: &Client, bundle: &str, guides: Guides) -> Result<Planned, ApiError> {
    let definition = definition(client, bundle).await?;
    let answers = definition.meant(&untrack(|| guides.of(bundle)).unwrap_or_default(), clock::today());
    let services = definition.plan(&answers, clock::today()).ids(&definition).map(str::to_owned).collect();
    Ok(Planned { services, answers })
}

/// A bundle of a backend, held to what must be true of it.
///
/// # Errors
/// Those of the call, or the place where the definition is wrong.
pub async fn definition(client: &Client, bundle: &str) -> Result<Definition, ApiError> {
    Definition::check(client.bundle(bundle).await?).map_err(|e| ApiError::Unreadable { detail: e.to_string() })
}

fn broken(problem: BundleProblem) -> DefinitionProblem {
    DefinitionProblem { pointer: problem.pointer, reason: problem.reason }
}

impl Journey {
    /// Finds the guide's answers of a bundle: what was just answered, what the draft holds, or what the consent was given with. Answers the stage
    /// where there is no form to be made of them yet.
    pub(super) async fn take_up_guide(&self, bundle: &str, consent: &Consent) -> Result<Option<Stage>, ApiError> {
        let definition = match Definition::check(self.client().bundle(bundle).await?) {
            Ok(definition) => definition,
            Err(problem) => {
                let DefinitionProblem { pointer, reason } = broken(problem);
                return Ok(Some(Stage::Broken { pointer, reason }));
            }
        };
        let today = clock::today();
        let is_whole = |answers: &GuideAnswers| definition.next(answers, today).is_none();
        let mut answers = untrack(|| self.guides.of(bundle)).filter(is_whole);
        if answers.is_none() {
            let draft = match self.client().draft(&self.service()).await {
                Ok(draft) => draft,
                Err(e) if e.is_unsupported() => None,
                Err(e) => return Err(e),
            };
            answers = draft.map(|draft| draft.answers).filter(|a| !a.is_empty()).or_else(|| Some(consent.answers.clone())).filter(is_whole);
        }
        let Some(answers) = answers else { return Ok(Some(Stage::NeedsGuide)) };
        let answers = definition.meant(&answers, today);
        let plan = definition.plan(&answers, today);
        // The plan has come to something else since: there are sources that nobody has agreed to.
        if !consent.services.is_empty() && plan.ids(&definition).any(|id| consent.services.iter().all(|agreed| agreed != id)) {
            return Ok(Some(Stage::NeedsIdentity));
        }
        if self.is_of(&self.session.person_key()) {
            self.guides.keep(bundle, answers.clone());
        }
        let _ = self.guided.try_set_value(answers);
        Ok(None)
    }

    /// Makes the form of the plan's services.
    pub(super) async fn fetch_bundle_form(&self, bundle: &str) -> Result<Result<Form, DefinitionProblem>, ApiError> {
        let definition = match Definition::check(self.client().bundle(bundle).await?) {
            Ok(definition) => definition,
            Err(problem) => return Ok(Err(broken(problem))),
        };
        let answers = self.guided.try_get_value().unwrap_or_default();
        let plan = definition.plan(&answers, clock::today());
        let services: Vec<String> = plan.ids(&definition).map(str::to_owned).collect();
        let forms = self.client().bundle_forms(bundle, &services).await?;
        let merged = match merge(&definition, &plan, &forms) {
            Ok(merged) => merged,
            Err(problem) => return Ok(Err(broken(problem))),
        };
        let version = |service: &str| forms.iter().find(|f| f.service_id == service).map(|f| f.version.clone()).unwrap_or_default();
        let parts = services.iter().map(|service| BundlePart { service: service.clone(), form_version: version(service) }).collect();
        let _ = self.bundling.try_set_value(Some(Arc::new(Bundling { version: definition.bundle().version.clone(), parts })));
        Ok(Form::load(&merged.version, &merged.schema))
    }

    /// What is submitted of a bundle: each service's part of what was answered.
    pub(super) fn matter(&self, valid: &ValidForm) -> Option<MatterSubmission> {
        let service = self.service();
        let (bundle, form) = (bundle_of(&service)?, self.form.try_get_untracked().flatten()?);
        let bundling = self.bundling.try_get_value().flatten()?;
        let disputes = self.standing_disputes();
        let part = |part: &BundlePart| MatterPart {
            service_id: part.service.clone(),
            form_version: part.form_version.clone(),
            data: valid.data().get(&part.service).cloned().unwrap_or_else(|| json!({})),
            provenance: within(&part.service, valid.provenance()),
            disputes: disputed(&form, &part.service, &disputes),
        };
        Some(MatterSubmission {
            bundle_id: bundle.to_owned(),
            bundle_version: bundling.version.clone(),
            answers: self.guided.try_get_value().unwrap_or_default(),
            consent_id: self.consent.try_get_untracked().flatten().map(|c| c.id),
            parts: bundling.parts.iter().map(part).collect(),
        })
    }
}

/// Of pointers into the whole, those into a service's part, as its own form has them.
fn within(service: &str, all: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let base = Pointer::root().child(service);
    let own = |pointer: &str| pointer.strip_prefix(base.as_str()).filter(|rest| rest.starts_with('/')).map(str::to_owned);
    all.iter().filter_map(|(pointer, source)| Some((own(pointer)?, source.clone()))).collect()
}

/// What a person says is wrong, at the places of a service's part where it stands.
fn disputed(form: &Form, service: &str, disputes: &[Dispute]) -> Vec<Dispute> {
    let base = Pointer::root().child(service);
    let places = form.fields.iter().filter(|f| f.pointer.is_within(&base));
    let told = places.flat_map(|field| {
        let of = disputes.iter().filter(move |d| d.pointer == field.asked_at().as_str());
        of.map(move |d| (field, d))
    });
    told.filter_map(|(field, d)| Some(Dispute { pointer: field.pointer.as_str().strip_prefix(base.as_str())?.to_owned(), ..d.clone() })).collect()
}
