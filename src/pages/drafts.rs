//! What was not finished: every draft, wherever it is kept, with the ways to go on and to throw it away.

use super::taking_away::{self, Question};
use super::{say, waiting};
use crate::backend::ApiError;
use crate::route::Route;
use crate::state::acting::on_acting;
use crate::state::connection::use_connection;
use crate::state::drafts::{self, KeptDraft};
use crate::state::effect::{memo, on_language};
use crate::state::journeys::use_journeys;
use crate::state::load::{Load, Loading};
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::state::session::use_session;
use crate::ui::{Back, Card, DraftRow, Empty, IconName, LinkAction, Page};
use crate::words::decision::Decision;
use crate::words::drafts::DraftWords;
use leptos::prelude::*;

#[component]
pub fn DraftsPage() -> impl IntoView {
    let (connection, session, locale, navigation) = (use_connection(), use_session(), use_locale(), use_navigation());
    let list = Loading::start(move || drafts::all(connection, session));
    on_language(locale, move || list.refresh());
    on_acting(session, move || list.refresh());
    let (chosen, said) = (RwSignal::new(None::<KeptDraft>), RwSignal::new(String::new()));
    let ask = Callback::new(move |draft: KeptDraft| chosen.set(Some(draft)));
    let gone = Callback::new(move |name: String| {
        said.set(locale.say_with(DraftWords::Deleted, &[("name", &name)]));
        list.refresh();
    });
    let footer = move || view! { <LinkAction label=say(Decision::ToHome) href=Signal::stored(Route::Home.path()) /> }.into_any();
    let back = Back::with(Route::Home.path(), Callback::new(move |()| navigation.back_or(Route::Home)));
    let signed_out = memo(move || matches!(list.any().get(), Load::Failed(ApiError::SignedOut)));
    view! {
        <Page name="drafts" title=say(DraftWords::Title) back footer=footer>
            <p class="mb-quiet" role="status">{said}</p>
            {move || if signed_out.get() {
                view! { <Empty title=say(DraftWords::SignInTitle) text=say(DraftWords::SignInText) icon=IconName::Shield /> }.into_any()
            } else {
                waiting::until_loaded(list, move |drafts| rows(drafts, ask))
            }}
            {deletion(chosen, gone)}
        </Page>
    }
}

fn rows(drafts: Vec<KeptDraft>, ask: Callback<KeptDraft>) -> AnyView {
    if drafts.is_empty() {
        return view! { <Empty title=say(DraftWords::EmptyTitle) text=say(DraftWords::EmptyText) /> }.into_any();
    }
    let rows: Vec<AnyView> = drafts
        .into_iter()
        .map(|kept| {
            let href = Route::form(kept.summary.service.id.clone()).path();
            let (draft, is_here) = (kept.summary.clone(), kept.is_here);
            let on_delete = Callback::new(move |()| ask.run(kept.clone()));
            view! { <li><DraftRow draft is_here href on_delete /></li> }.into_any()
        })
        .collect();
    view! { <Card><ul class="mb-list" role="list">{rows}</ul></Card> }.into_any()
}

/// Asks before a draft is deleted, since it cannot be brought back.
fn deletion(chosen: RwSignal<Option<KeptDraft>>, gone: Callback<String>) -> AnyView {
    let (connection, session, journeys) = (use_connection(), use_session(), use_journeys());
    let question = Question {
        title: DraftWords::DeleteTitle,
        text: DraftWords::DeleteText,
        yes: DraftWords::Delete,
        no: DraftWords::Keep,
        failed: DraftWords::DeleteFailed,
        hooks: ("delete-confirm", "delete-not"),
    };
    let name = |draft: &KeptDraft| draft.summary.service.name.clone();
    let take = move |draft: KeptDraft| async move {
        // First the form itself, if it is open: it would save what it holds again.
        journeys.end_of(&draft.summary.service.id);
        drafts::delete(connection, session, &draft).await
    };
    taking_away::draw(chosen, question, name, take, gone)
}
