//! Submitting an application: once, whatever happens on the way.

use super::filling::refused;
use super::journey::Journey;
use super::place::Place;
use crate::backend::{ApiError, Key};
use crate::model::application::Submission;
use crate::model::bundle::bundle_of;
use crate::platform::random;
use crate::route::Route;
use leptos::prelude::*;

impl Journey {
    /// Submits once, however often it is called while it runs, and with one key for all tries, reloads included. Answers where it can be
    /// followed.
    pub async fn submit(&self) -> Option<Route> {
        if self.submitting.get_untracked() {
            return None;
        }
        self.submitting.set(true);
        if !self.check_all().await {
            let _ = self.submitting.try_set(false);
            return None;
        }
        let _ = self.submit_error.try_set(None);
        let answer = self.send().await;
        let _ = self.submitting.try_set(false);
        match answer {
            Ok(followed) => Some(followed),
            Err(e) => {
                self.told(&e);
                let _ = self.submit_error.try_set(Some(e));
                None
            }
        }
    }

    async fn send(&self) -> Result<Route, ApiError> {
        let unready = || ApiError::Unreadable { detail: "the form is not ready".to_owned() };
        let valid = self.valid().ok_or_else(unready)?.map_err(|_| unready())?;
        // Read now: whoever starts another application meanwhile takes this journey with it.
        let (client, service) = (self.connection.client(), self.service());
        let key = match self.key.try_get_untracked().flatten() {
            Some(key) => key,
            None => {
                let key = random::token().ok_or_else(unready)?;
                let _ = self.key.try_set(Some(key.clone()));
                key
            }
        };
        // The key must be at the backend before the submission is: a page that is reloaded half-way finds it in the draft.
        self.saver.save().await?;
        let forget_draft = self.saver.forget();
        let key = Key::new(key);
        if bundle_of(&service).is_some() {
            let submission = self.matter(&valid).ok_or_else(unready)?;
            let (guides, matter) = (self.guides, client.submit_matter(&submission, &key).await?);
            Place::forget();
            forget_draft.await;
            guides.forget();
            return Ok(Route::Board { matter: matter.id });
        }
        let submission = Submission {
            service_id: service,
            form_version: valid.version().to_owned(),
            consent_id: self.consent.try_get_untracked().flatten().map(|c| c.id),
            data: valid.data().clone(),
            provenance: valid.provenance().clone(),
            disputes: self.standing_disputes(),
            acting_for: self.acting.try_get_value().flatten(),
        };
        let application = client.submit(&submission, &key).await?;
        Place::forget();
        // What was submitted is the application's now.
        forget_draft.await;
        Ok(Route::Decision { application: application.id })
    }

    /// What the backend said of single fields is shown at them; an answer that it refused may be changed and sent as a new one.
    fn told(&self, error: &ApiError) {
        match error {
            ApiError::SignedOut => self.session.ended(),
            // Nothing is wrong with it: after a surer check the same goes again, under its key.
            ApiError::Refused { .. } if error.case() == "step-up-needed" => {}
            ApiError::Refused { problem, .. } => {
                let _ = self.key.try_set(None);
                let form = self.form.try_get_untracked().flatten();
                let place = |pointer: &str| form.as_ref().map_or_else(|| pointer.to_owned(), |form| form.asked_pointer(pointer));
                self.filling.told(problem.errors.iter().map(|e| refused(&place(&e.pointer), Some(e.detail.clone()))).collect());
            }
            _ => {}
        }
    }
}
