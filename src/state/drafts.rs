//! A person's drafts, wherever they are kept.

use super::connection::Connection;
use super::here;
use super::session::SessionState;
use crate::backend::ApiError;
use crate::model::draft::DraftSummary;
use crate::model::session::Level;

/// A draft and where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDraft {
    pub summary: DraftSummary,
    /// On this device rather than at the backend.
    pub is_here: bool,
}

/// All drafts of whoever has proved who they are: those at the backend, then those that are on this device only.
///
/// # Errors
/// Those of the call. A backend that keeps no drafts is none.
pub async fn all(connection: Connection, session: SessionState) -> Result<Vec<KeptDraft>, ApiError> {
    if session.level_now() < Level::Verified {
        return Err(ApiError::SignedOut);
    }
    let there = match connection.client().drafts().await {
        Ok(drafts) => drafts,
        Err(e) if e.is_unsupported() => Vec::new(),
        Err(e) => return Err(e),
    };
    let mut here = here::all(&session.person_key()).await;
    here.retain(|draft| there.iter().all(|other| other.service.id != draft.service.id));
    let there = there.into_iter().map(|summary| KeptDraft { summary, is_here: false });
    Ok(there.chain(here.into_iter().map(|summary| KeptDraft { summary, is_here: true })).collect())
}

/// Deletes a draft for good.
///
/// # Errors
/// Those of the call; the draft is still there then.
pub async fn delete(connection: Connection, session: SessionState, draft: &KeptDraft) -> Result<(), ApiError> {
    let service = &draft.summary.service.id;
    if !draft.is_here {
        connection.client().delete_draft(service).await?;
    }
    here::forget(&session.person_key(), service).await;
    Ok(())
}
