//! My applications: everything that was submitted, with where it stands.

use super::{say, waiting};
use crate::backend::ApiError;
use crate::model::application::ApplicationSummary;
use crate::model::matter::MatterSummary;
use crate::model::page::Page as ListPage;
use crate::model::session::Level;
use crate::route::Route;
use crate::state::connection::use_connection;
use crate::state::effect::{memo, on_language};
use crate::state::journeys::{use_journeys, Journeys};
use crate::state::leaving;
use crate::state::load::{Load, Loading};
use crate::state::locale::use_locale;
use crate::state::navigation::{use_navigation, Navigation};
use crate::state::session::{use_session, SessionState};
use crate::ui::{Action, ApplicationRow, Back, Card, Empty, IconName, LinkAction, Look, MatterRow, Page};
use crate::words::decision::Decision;
use crate::words::drafts::DraftWords;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn ApplicationsPage() -> impl IntoView {
    let (connection, locale, navigation) = (use_connection(), use_locale(), use_navigation());
    let list: Loading<ListPage<ApplicationSummary>> = Loading::start(move || {
        let client = connection.client();
        async move { client.applications().await }
    });
    let matters: Loading<Vec<MatterSummary>> = Loading::start(move || {
        let client = connection.client();
        async move { client.matters().await }
    });
    on_language(locale, move || {
        list.refresh();
        matters.refresh();
    });
    let (session, journeys) = (use_session(), use_journeys());
    let footer = move || view! { <LinkAction label=say(Decision::ToHome) href=Signal::stored(Route::Home.path()) /> }.into_any();
    let back = Back::with(Route::Home.path(), Callback::new(move |()| navigation.back_or(Route::Home)));
    let signed_out = memo(move || matches!(list.any().get(), Load::Failed(ApiError::SignedOut)));
    view! {
        <Page name="applications" title=say(Decision::ListTitle) back footer=footer>
            {move || if signed_out.get() {
                view! { <Empty title=say(Decision::SignInTitle) text=say(Decision::SignInText) icon=IconName::Shield /> }.into_any()
            } else {
                waiting::until_loaded(matters, move |matters| waiting::until_loaded(list, move |page| rows(&matters, page)))
            }}
            {move || (session.level() > Level::None).then(|| {
                view! {
                    <div class="mb-links">
                    <LinkAction label=say(DraftWords::Title) href=Signal::stored(Route::Drafts.path()) look=Look::Quiet hook="drafts" />
                    <LinkAction label=say(Decision::Records) href=Signal::stored(Route::Records.path()) look=Look::Quiet hook="records" />
                    <LinkAction label=say(Decision::Passkeys) href=Signal::stored(Route::Passkeys.path()) look=Look::Quiet hook="passkeys" />
                    </div>
                    {sign_out(session, journeys, navigation)}
                }
                .into_any()
            })}
        </Page>
    }
}

/// Ends the session and forgets what this device holds of the person.
fn sign_out(session: SessionState, journeys: Journeys, navigation: Navigation) -> AnyView {
    let connection = use_connection();
    let press = Callback::new(move |()| {
        spawn_local(leaving::sign_out(connection, session, journeys, navigation));
    });
    view! {
        <div class="mb-withdraw">
            <p class="mb-quiet">{say(Decision::SignOutHint)}</p>
            <Action label=say(Decision::SignOut) on_press=press look=Look::Quiet hook="sign-out" />
        </div>
    }
    .into_any()
}

fn rows(matters: &[MatterSummary], page: ListPage<ApplicationSummary>) -> AnyView {
    if page.items.is_empty() && matters.is_empty() {
        return view! { <Empty title=say(Decision::EmptyTitle) text=say(Decision::EmptyText) /> }.into_any();
    }
    let things = matters.iter().map(|matter| {
        let href = Route::Board { matter: matter.id.clone() }.path();
        view! { <li><MatterRow matter=matter.clone() href /></li> }.into_any()
    });
    let rows: Vec<AnyView> = things.chain(page.items.into_iter().map(row)).collect();
    view! { <Card><ul class="mb-list" role="list">{rows}</ul></Card> }.into_any()
}

/// An application as a list item.
pub fn row(application: ApplicationSummary) -> AnyView {
    let href = Route::Decision { application: application.id.clone() }.path();
    view! { <li><ApplicationRow application href /></li> }.into_any()
}
