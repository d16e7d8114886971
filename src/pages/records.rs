//! What I agreed to and what was read about me, with the way to withdraw it.

use super::taking_away::{self, Question};
use super::{say, waiting};
use crate::backend::ApiError;
use crate::model::record::ConsentRecord;
use crate::route::Route;
use crate::state::connection::use_connection;
use crate::state::effect::{memo, on_language};
use crate::state::journeys::use_journeys;
use crate::state::load::{Load, Loading};
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::ui::{Back, ConsentRecordCard, Empty, IconName, LinkAction, Page};
use crate::words::decision::Decision;
use crate::words::record::RecordWords;
use leptos::prelude::*;

#[component]
pub fn RecordsPage() -> impl IntoView {
    let (connection, locale, navigation) = (use_connection(), use_locale(), use_navigation());
    let list: Loading<Vec<ConsentRecord>> = Loading::start(move || {
        let client = connection.client();
        async move { client.records().await }
    });
    on_language(locale, move || list.refresh());
    let (chosen, said) = (RwSignal::new(None::<ConsentRecord>), RwSignal::new(String::new()));
    let ask = Callback::new(move |record: ConsentRecord| chosen.set(Some(record)));
    let gone = Callback::new(move |name: String| {
        said.set(locale.say_with(RecordWords::Done, &[("name", &name)]));
        list.refresh();
    });
    let footer = move || view! { <LinkAction label=say(Decision::ToHome) href=Signal::stored(Route::Home.path()) /> }.into_any();
    let back = Back::with(Route::Applications.path(), Callback::new(move |()| navigation.back_or(Route::Applications)));
    let signed_out = memo(move || matches!(list.any().get(), Load::Failed(ApiError::SignedOut)));
    view! {
        <Page name="records" title=say(RecordWords::Title) back footer=footer>
            <p class="mb-quiet" role="status">{said}</p>
            {move || if signed_out.get() {
                view! { <Empty title=say(RecordWords::SignInTitle) text=say(RecordWords::SignInText) icon=IconName::Shield /> }.into_any()
            } else {
                waiting::until_loaded(list, move |records| cards(records, ask))
            }}
            {withdrawal(chosen, gone)}
        </Page>
    }
}

fn cards(records: Vec<ConsentRecord>, ask: Callback<ConsentRecord>) -> AnyView {
    if records.is_empty() {
        return view! { <Empty title=say(RecordWords::EmptyTitle) text=say(RecordWords::EmptyText) /> }.into_any();
    }
    let cards: Vec<AnyView> = records
        .into_iter()
        .map(|record| {
            let kept = record.clone();
            view! { <ConsentRecordCard record on_withdraw=Callback::new(move |()| ask.run(kept.clone())) /> }.into_any()
        })
        .collect();
    view! { <p class="mb-lead">{say(RecordWords::Lead)}</p>{cards} }.into_any()
}

/// Asks before a consent is withdrawn, saying what follows.
fn withdrawal(chosen: RwSignal<Option<ConsentRecord>>, gone: Callback<String>) -> AnyView {
    let (connection, journeys) = (use_connection(), use_journeys());
    let question = Question {
        title: RecordWords::AskTitle,
        text: RecordWords::AskText,
        yes: RecordWords::Confirm,
        no: RecordWords::Keep,
        failed: RecordWords::Failed,
        hooks: ("withdraw-confirm", "withdraw-not"),
    };
    let name = |record: &ConsentRecord| record.service.name.clone();
    let take = move |record: ConsentRecord| async move {
        connection.client().withdraw_consent(&record.id).await?;
        // What was read on it is not to stay in a form that is open.
        journeys.end_of(&record.service.id);
        Ok(())
    };
    taking_away::draw(chosen, question, name, take, gone)
}
