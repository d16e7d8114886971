//! What I agreed to and what was read about me, with the way to withdraw it.

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
use crate::ui::{live, Action, Back, ConsentRecordCard, Empty, IconName, LinkAction, Look, Notice, Page, Sheet, Tone};
use crate::words::decision::Decision;
use crate::words::record::RecordWords;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn RecordsPage() -> impl IntoView {
    let (connection, locale, navigation) = (use_connection(), use_locale(), use_navigation());
    let list: Loading<Vec<ConsentRecord>> = Loading::start(move || {
        let client = connection.client();
        async move { client.records().await }
    });
    on_language(locale, move || list.refresh());
    let (chosen, asking, said) = (RwSignal::new(None::<ConsentRecord>), RwSignal::new(false), RwSignal::new(String::new()));
    let ask = Callback::new(move |record: ConsentRecord| {
        chosen.set(Some(record));
        asking.set(true);
    });
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
            {withdrawal(chosen, asking, gone)}
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
fn withdrawal(chosen: RwSignal<Option<ConsentRecord>>, asking: RwSignal<bool>, gone: Callback<String>) -> AnyView {
    let (connection, locale, journeys) = (use_connection(), use_locale(), use_journeys());
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(false));
    let name = move || chosen.with(|c| c.as_ref().map(|record| record.service.name.clone())).unwrap_or_default();
    let withdraw = Callback::new(move |()| {
        let Some(record) = chosen.get_untracked() else { return };
        busy.set(true);
        failed.set(false);
        spawn_local(async move {
            let answer = connection.client().withdraw_consent(&record.id).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    // What was read on it is not to stay in a form that is open.
                    journeys.end_of(&record.service.id);
                    if asking.try_set(false).is_none() {
                        gone.run(record.service.name);
                    }
                }
                Err(_) => drop(failed.try_set(true)),
            }
        });
    });
    let text = Signal::derive(move || locale.say_with(RecordWords::AskText, &[("name", &name())]));
    view! {
        <Sheet open=asking title=say(RecordWords::AskTitle)>
            <p>{text}</p>
            {live(move || match failed.get() {
                true => view! { <Notice tone=Tone::Bad text=say(RecordWords::Failed) announce=true /> }.into_any(),
                false => ().into_any(),
            })}
            <Action label=say(RecordWords::Confirm) on_press=withdraw busy look=Look::Danger hook="withdraw-confirm" />
            <Action label=say(RecordWords::Keep) on_press=Callback::new(move |()| asking.set(false)) look=Look::Quiet hook="withdraw-not" />
        </Sheet>
    }
    .into_any()
}
