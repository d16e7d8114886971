//! Forgets what is over, so that a store that lives long does not grow: sessions, tickets, recorded answers, drafts, uploads.

use super::exchange::Exchange;
use super::{codes, device_links, drafts, guardian, idempotency, identity, passkeys, sessions, uploads};

/// Kept this long after its end, so that a late caller is told that it is over and not that it never was.
const GRACE_MS: i64 = 24 * 3_600_000;

/// Deletes what ended more than a day ago. Run when an identity session is opened: rare enough, and certain to happen.
pub(super) fn sweep(x: &mut Exchange<'_>) {
    let before = x.now.plus_ms(-GRACE_MS).0;
    for kind in [
        sessions::KIND,
        identity::KIND,
        identity::TICKETS,
        device_links::LINKS,
        codes::GUESSES,
        guardian::ASKS,
        idempotency::KIND,
        drafts::KIND,
        uploads::KIND,
        passkeys::CHALLENGES,
    ] {
        for (id, document) in x.store.list(kind) {
            if document["expires"].as_i64().is_none_or(|expires| expires < before) {
                x.store.delete(kind, &id);
            }
        }
    }
}
