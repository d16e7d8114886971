//! What an application in the making finds of an earlier visit, and leaves for a later one.

use super::carry::Carried;
use super::here;
use super::journey::Journey;
use crate::backend::ApiError;
use crate::model::draft::Draft;
use leptos::prelude::*;

impl Journey {
    /// Puts back what was typed before: what was carried over an identity check, else what is on this device, else the backend's draft.
    /// The first of them is the newest, and whole by itself: what is not in it was cleared.
    pub(super) async fn take_up_draft(&self) -> Result<(), ApiError> {
        let Some(form) = self.form.try_get_untracked().flatten() else { return Ok(()) };
        let (service, person) = (self.service(), self.session.person_key());
        self.saver.keeps_for(&person);
        // First what may fail: what was carried is gone once it is taken.
        let there = match self.client().draft(&service).await {
            Ok(draft) => draft,
            Err(e) if e.is_unsupported() => {
                self.saver.backend_keeps_none();
                None
            }
            Err(e) => return Err(e),
        };
        let here = here::find(&person, &service).await.map(|(service, draft)| {
            self.saver.has_agreed(service);
            draft
        });
        // Another tab may have changed for whom the session acts while it answered.
        let acting = self.acting.try_get_value().flatten();
        let there = there.filter(|draft| draft.acting_for == acting);
        let carried = Carried::give_back(&service, &person).await;
        let to_be_saved = carried.is_some() || here.is_some();
        if let Some(draft) = carried.or(here).or(there) {
            let _ = self.key.try_set(draft.submission_key.clone());
            self.take_up_disputes(draft.disputes.clone());
            let lost = self.change(|a| a.take_up(&form, draft)).unwrap_or_default();
            let _ = self.lost.try_set(lost);
            if to_be_saved {
                self.saver.touch();
            }
        }
        Ok(())
    }

    /// Carries the typed answers over a new identity check, on this device, encrypted. Returns whether the device could.
    pub async fn carry(&self) -> bool {
        let Some(form) = self.form.try_get_untracked().flatten() else { return false };
        let disputes = self.disputes.try_get_untracked().unwrap_or_default().into_values().collect();
        let draft = self.peek(|a| a.draft(&form, self.key.try_get_untracked().flatten()));
        let Some(draft) = draft.map(|draft| Draft {
            disputes,
            answers: self.guided.try_get_value().unwrap_or_default(),
            acting_for: self.acting.try_get_value().flatten(),
            ..draft
        }) else {
            return false;
        };
        Carried { service: self.service(), person: self.person.get_value(), draft }.keep().await
    }
}
