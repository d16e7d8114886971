//! Drafts on this device, where the backend keeps none and the person agreed: encrypted, for a week, for nobody else's eyes.

use crate::model::application::ServiceRef;
use crate::model::draft::{Draft, DraftSummary};
use crate::model::read::{self, reads};
use crate::platform::{clock, vault};
use serde::Serialize;

/// How long a draft is kept after its last change.
pub const DAYS: i64 = 7;
const LIFE_MS: i64 = DAYS * 24 * 3_600_000;
const SHELF: &str = "draft";

/// What is sealed.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Here {
    person: String,
    summary: DraftSummary,
    draft: Draft,
}

reads!(Here: person, summary, draft;);

/// Keeps a person's draft of a service in place of an earlier one. Returns whether the device could; it never does for nobody.
pub async fn keep(person: &str, service: ServiceRef, draft: Draft) -> bool {
    let now = clock::now();
    let slot = slot(person, &service.id);
    let summary =
        DraftSummary { service, form_version: draft.form_version.clone(), updated_at: now.to_string(), expires_at: Some(now.plus_ms(LIFE_MS).to_string()) };
    match serde_json::to_string(&Here { person: person.to_owned(), summary, draft }) {
        Ok(text) if !person.is_empty() => vault::keep(&slot, &text, LIFE_MS).await,
        _ => false,
    }
}

/// A person's draft of a service, with what the service was called.
pub async fn find(person: &str, service: &str) -> Option<(ServiceRef, Draft)> {
    of(person).await.into_iter().find(|here| here.summary.service.id == service).map(|here| (here.summary.service, here.draft))
}

/// Every draft of a person, without the answers.
pub async fn all(person: &str) -> Vec<DraftSummary> {
    of(person).await.into_iter().map(|here| here.summary).collect()
}

/// Deletes a person's draft of a service.
pub async fn forget(person: &str, service: &str) {
    vault::forget(&slot(person, service)).await;
}

async fn of(person: &str) -> Vec<Here> {
    let kept = vault::kept_on(SHELF).await.into_iter().filter_map(|text| read::text::<Here>(text.as_bytes()).ok());
    kept.filter(|here| !person.is_empty() && here.person == person).collect()
}

fn slot(person: &str, service: &str) -> String {
    format!("{SHELF}/{service}/{person}")
}
