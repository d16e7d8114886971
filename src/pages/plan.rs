//! The plan of a bundle: which services it takes and why, how long, what to hand in; every answer can be changed, and what that changes is told.

mod change;
mod materials;
mod services;
mod sums;

use super::guide::answer_row;
use super::{broken, say, waiting};
use crate::bundle::{Definition, Plan};
use crate::model::bundle::{service_id, GuideAnswers};
use crate::platform::clock;
use crate::route::Route;
use crate::state::effect::{effect, memo};
use crate::state::guided::{Guided, Guiding, Opened};
use crate::state::locale::{use_locale, Locale};
use crate::state::navigation::use_navigation;
use crate::ui::{live, Back, Card, Empty, IconName, LinkAction, Look, Page};
use crate::words::bundle::PlanWords as Words;
use crate::words::frame::Frame;
use crate::words::Lang;
use change::Change;
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone)]
struct Shown {
    guided: Guided,
    answers: GuideAnswers,
    plan: Plan,
    change: Change,
}

impl Shown {
    /// `seen` are the answers of the plan that was seen last.
    fn new(guided: Guided, answers: GuideAnswers, seen: Option<&GuideAnswers>) -> Self {
        let plan = guided.definition.plan(&answers, clock::today());
        let change = Change::between(seen.map(|seen| guided.definition.plan(seen, clock::today())).as_ref(), &plan);
        Self { guided, answers, plan, change }
    }

    fn definition(&self) -> &Definition {
        &self.guided.definition
    }

    fn name(&self, at: usize) -> String {
        self.definition().member(at).map(|m| m.service.name.clone()).unwrap_or_default()
    }

    fn names(&self, locale: Locale, services: &[usize]) -> String {
        let names: Vec<String> = services.iter().map(|at| self.name(*at)).collect();
        names.join(if locale.lang.get_untracked() == Lang::En { ", " } else { "、" })
    }
}

#[component]
pub fn PlanPage(bundle: String) -> impl IntoView {
    let navigation = use_navigation();
    let guiding = Guiding::new(bundle.clone());
    let loading = guiding.open(false);
    // What a person has seen before; it stays what it was while the page is open.
    let seen = StoredValue::new(guiding.seen());
    let answers = move |guided: &Guided| guided.definition.meant(&untrack(|| guiding.answers()), clock::today());
    let told = RwSignal::new(None::<Shown>);
    effect(move || {
        let Some(Opened::Guided(guided)) = loading.ready() else { return };
        let answers = answers(&guided);
        if let Some(open) = guided.open(&answers) {
            let question = guided.question(open).map(|q| q.id.clone());
            navigation.swap(Route::Guide { bundle: guiding.bundle(), question });
            return;
        }
        guiding.show(answers.clone());
        let shown = Shown::new(guided, answers, seen.get_value().as_ref());
        // Into a place that is there already, or it is not read out.
        request_animation_frame(move || drop(told.try_set(Some(shown))));
    });
    let is_empty = memo(move || told.with(|shown| shown.as_ref().map(|shown| shown.plan.services.is_empty())));
    let footer = move || {
        live(move || match is_empty.get() {
            None => ().into_any(),
            Some(true) => view! { <LinkAction label=say(Frame::ToHome) href=Signal::stored(Route::Home.path()) look=Look::Quiet hook="home" /> }.into_any(),
            Some(false) => {
                let href = Signal::stored(Route::Consent { service: service_id(&guiding.bundle()) }.path());
                view! {
                    <LinkAction label=say(Words::Start) href />
                    <p class="mb-foot__next">{say(Words::StartText)}</p>
                }
                .into_any()
            }
        })
    };
    let about = Route::Bundle { id: bundle };
    let back = Back::with(about.path(), Callback::new(move |()| navigation.back_or(about.clone())));
    view! {
        <Page name="plan" title=say(Words::Title) back footer=footer>
            <div role="status">{live(move || told.get().map_or_else(|| ().into_any(), |shown| change::draw(&shown)))}</div>
            {waiting::until_loaded(loading, move |opened| match opened {
                Opened::Broken { pointer, reason } => broken::draw(pointer, reason),
                Opened::Guided(guided) => {
                    let answers = answers(&guided);
                    if guided.open(&answers).is_some() {
                        return ().into_any();
                    }
                    draw(guiding, &Shown::new(guided, answers, seen.get_value().as_ref()))
                }
            })}
        </Page>
    }
}

fn draw(guiding: Guiding, shown: &Shown) -> AnyView {
    let locale = use_locale();
    let asked = shown.guided.asked(&shown.answers);
    let rows: Vec<AnyView> = asked.into_iter().map(|at| answer_row(guiding, &shown.guided, at, &shown.answers)).collect();
    let answers = (!rows.is_empty()).then(|| view! { <Card title=say(Words::Answers)><dl class="mb-values mb-values--review">{rows}</dl></Card> }.into_any());
    let body = if shown.plan.services.is_empty() {
        view! { <Empty title=say(Words::EmptyTitle) text=say(Words::EmptyText) icon=IconName::CheckCircle /> }.into_any()
    } else {
        view! {
            {sums::draw(locale, &shown.plan)}
            {services::draw(locale, shown)}
        }
        .into_any()
    };
    view! {
        <p class="mb-lead">{shown.definition().bundle().name.clone()}</p>
        {body}
        {services::left_out(shown)}
        {materials::draw(locale, shown)}
        {answers}
    }
    .into_any()
}
