//! The decision: rules tick off as the backend reports them, then the certificate or the notice.

mod issued;

use super::{say, trouble};
use crate::backend::ApiError;
use crate::model::acting::Acting;
use crate::model::application::{Application, RatingState, RuleStatus, Status};
use crate::model::date::Moment;
use crate::platform::clock;
use crate::route::Route;
use crate::state::connection::use_connection;
use crate::state::effect::{effect, memo, on_language};
use crate::state::load::{Load, Loading};
use crate::state::locale::{use_locale, Locale};
use crate::state::navigation::use_navigation;
use crate::ui::{live, Action, Back, Card, DecisionHead, LinkAction, Look, Notice, Page, RuleList, Skeleton, Timeline, Tone};
use crate::words::acting::ActingBarWords;
use crate::words::decision::Decision;
use crate::words::format;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The first pause between two looks; it grows while nothing changes.
const FIRST_PAUSE_MS: u32 = 350;
const LONGEST_PAUSE_MS: u32 = 4_000;
/// After this many looks the person is told that it takes longer, and looks again when they like.
const MOST_LOOKS: u32 = 40;

#[component]
pub fn DecisionPage(application: String) -> impl IntoView {
    let (connection, locale, navigation) = (use_connection(), use_locale(), use_navigation());
    let id = StoredValue::new(application);
    let loading: Loading<Application> = Loading::start(move || {
        let (client, id) = (connection.client(), id.get_value());
        async move { client.application(&id).await }
    });
    // What is shown: the loaded application, kept up to date while it is being checked.
    let shown = RwSignal::new(None::<Application>);
    let given_up = RwSignal::new(false);
    let follow = move || {
        let _ = given_up.try_set(false);
        spawn_local(async move {
            let mut pause = FIRST_PAUSE_MS;
            for _ in 0..MOST_LOOKS {
                clock::sleep(pause).await;
                let settled = shown.try_with_untracked(|a| a.as_ref().is_none_or(|a| a.status.is_settled())).unwrap_or(true);
                if settled {
                    return;
                }
                let Some(id) = id.try_get_value() else { return };
                // One lost look is no reason to stop: the next one comes.
                if let Ok(now) = connection.client().application(&id).await {
                    let moved = shown.try_with_untracked(|a| a.as_ref() != Some(&now)).unwrap_or(false);
                    pause = if moved { FIRST_PAUSE_MS } else { (pause * 2).min(LONGEST_PAUSE_MS) };
                    let _ = shown.try_set(Some(now));
                } else {
                    pause = (pause * 2).min(LONGEST_PAUSE_MS);
                }
            }
            let _ = given_up.try_set(true);
        });
    };
    effect(move || {
        if let Some(application) = loading.ready() {
            let checking = !application.status.is_settled();
            shown.set(Some(application));
            if checking {
                follow();
            }
        }
    });
    on_language(locale, move || loading.refresh());
    let rating = memo(move || shown.with(|a| a.as_ref().map(|a| a.rating)));
    let footer = move || {
        live(move || {
            let to_rating = move |words: Decision| {
                let href = Signal::stored(Route::Rating { application: id.get_value() }.path());
                view! { <LinkAction label=say(words) href /> }.into_any()
            };
            let home =
                move |look: Look| view! { <LinkAction label=say(Decision::ToHome) href=Signal::stored(Route::Home.path()) look hook=hook(look) /> }.into_any();
            match rating.get() {
                Some(RatingState::First) => view! { {to_rating(Decision::Rate)} {home(Look::Quiet)} }.into_any(),
                Some(RatingState::Additional) => view! { {to_rating(Decision::RateMore)} {home(Look::Quiet)} }.into_any(),
                Some(RatingState::Closed) => home(Look::Primary),
                None => ().into_any(),
            }
        })
    };
    let back = Back::with(Route::Applications.path(), Callback::new(move |()| navigation.back_or(Route::Applications)));
    let state = memo(move || match loading.any().get() {
        Load::Ready(_) => None,
        other => Some(other),
    });
    view! {
        <Page name="decision" title=say(Decision::Title) back steps=super::steps(4) footer=footer>
            {move || match state.get() {
                Some(Load::Slow) => view! { <Skeleton /> }.into_any(),
                Some(Load::Failed(ApiError::SignedOut)) => {
                    view! { <Notice tone=Tone::Wait title=say(Decision::SignInTitle) text=say(Decision::SignInText) /> }.into_any()
                }
                Some(Load::Failed(error)) => trouble::draw(error, Callback::new(move |()| loading.any().again())),
                Some(_) => ().into_any(),
                None => body(shown, given_up, Callback::new(move |()| follow())),
            }}
        </Page>
    }
}

/// `data-action` of a quiet way home; the primary one has its own.
fn hook(look: Look) -> &'static str {
    if look == Look::Primary {
        "primary"
    } else {
        "home"
    }
}

fn body(shown: RwSignal<Option<Application>>, given_up: RwSignal<bool>, follow: Callback<()>) -> AnyView {
    let locale = use_locale();
    // Only what a part shows redraws it: the head must not be drawn anew with every rule that ticks.
    let head = memo(move || shown.with(|a| a.as_ref().map(|a| (a.status, a.decision.clone(), a.id.clone(), a.service.id.clone()))));
    let rules = memo(move || shown.with(|a| a.as_ref().map(|a| a.rules.clone()).unwrap_or_default()));
    let rules_title = Signal::derive(move || {
        let (done, n) = rules.with(|r| (r.iter().filter(|r| r.status != RuleStatus::Pending).count(), r.len()));
        let words = if done == n { Decision::Rules } else { Decision::RulesRunning };
        locale.say_with(words, &[("done", &done.to_string()), ("n", &n.to_string())])
    });
    let facts = memo(move || shown.with(|a| a.as_ref().map(|a| (a.id.clone(), a.service.clone(), a.acting.clone()))));
    view! {
        {move || head.get().map(|(status, decision, id, service)| draw_head(locale, status, decision, id, service))}
        {move || given_up.get().then(|| {
            view! {
                <Notice tone=Tone::Wait title=say(Decision::StillChecking) text=say(Decision::StillCheckingText) announce=true>
                    <Action label=say(Decision::CheckAgain) on_press=follow look=Look::Quiet hook="check-again" />
                </Notice>
            }.into_any()
        })}
        {move || (!rules.with(Vec::is_empty)).then(|| view! { <Card title=rules_title><RuleList rules /></Card> }.into_any())}
        <Card title=say(Decision::Timeline)>
            {move || facts.get().map(|(id, service, acting)| view! {
                <p class="mb-quiet">{service.name}" · "{service.agency}</p>
                {acting.map(|who| both(locale, who))}
                <p class="mb-quiet">{say(Decision::Number)}" "<span translate="no">{id}</span></p>
            }.into_any())}
            <Timeline entries=Signal::derive(move || shown.with(|a| a.as_ref().map(|a| a.timeline.clone()).unwrap_or_default())) />
        </Card>
        {super::passkeys::offer()}
    }
    .into_any()
}

/// Who applied, and who saw to it.
fn both(locale: Locale, who: Acting) -> AnyView {
    let words = move || locale.say_with(ActingBarWords::Both, &[("applicant", &who.applicant), ("agent", &who.agent)]);
    view! { <p class="mb-quiet">{move || words()}</p> }.into_any()
}

fn draw_head(locale: Locale, status: Status, decision: Option<crate::model::application::Decision>, id: String, service: String) -> AnyView {
    let Some(decision) = decision else {
        return view! { <DecisionHead status title=say(Decision::CheckingTitle) text=say(Decision::CheckingText) /> }.into_any();
    };
    let elapsed = decision.elapsed_ms.filter(|_| status == Status::Approved).map(|ms| {
        let seconds = format!("{:.1}", ms as f64 / 1000.0);
        locale.say_with(Decision::Elapsed, &[("s", &seconds)])
    });
    let manual = decision.manual.map(|m| {
        let until = Moment::parse(&m.until).map_or_else(|| m.until.clone(), |t| format::day(t.date_in_china(), locale.lang.get_untracked()));
        let text = locale.say_with(Decision::ManualBy, &[("by", &m.by), ("until", &until)]);
        view! { <Notice tone=Tone::Wait text=Signal::stored(text) /> }.into_any()
    });
    let next: Vec<AnyView> = decision.next.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    let sheet = decision.document.map(|sheet| issued::issued(id, service, sheet));
    view! {
        <DecisionHead status title=Signal::stored(decision.title) text=Signal::stored(decision.text)>
            {elapsed.map(|text| view! { <p class="mb-quiet">{text}</p> }.into_any())}
            {manual}
            {sheet}
        </DecisionHead>
        {(!next.is_empty()).then(|| view! { <Card title=say(Decision::Next)><ul class="mb-lines">{next}</ul></Card> }.into_any())}
    }
    .into_any()
}
