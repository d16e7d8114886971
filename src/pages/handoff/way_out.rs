//! Where somebody looks after a person whom the check cannot know: the service's windows and its hotline.

use crate::model::handoff::Handoff;
use crate::model::identity::FailReason;
use crate::model::service::Guide;
use crate::state::connection::use_connection;
use crate::state::load::Loading;
use crate::ui::WayOut;
use leptos::prelude::*;

/// Whether trying again is not all that can be done: a person has to look (Tencent 203 is for manual review), or this way is closed for a while.
pub fn is_needed(stage: &Handoff) -> bool {
    use FailReason::{GuardianNeeded, NoPhoto, NotSamePerson, TooManyTries};
    matches!(stage, Handoff::Failed(NoPhoto | NotSamePerson | TooManyTries | GuardianNeeded))
}

/// Nothing where the guide cannot be read: the other ways stand below anyway.
pub fn draw(service: String) -> AnyView {
    let connection = use_connection();
    let guide: Loading<Guide> = Loading::start(move || {
        let (client, id) = (connection.client(), service.clone());
        async move { client.guide(&id).await }
    });
    let hotline = Signal::derive(move || guide.ready().and_then(|guide| guide.hotline));
    let windows = Signal::derive(move || guide.ready().map(|guide| guide.windows).unwrap_or_default());
    view! { <WayOut hotline windows /> }.into_any()
}
