//! The form that fills itself: what each source gave, and what is left to ask.

mod ask;
mod checks;
mod desk;
mod dispute;
mod given;
mod lost;
mod parts;
mod reread;
mod saved;
mod stages;

use super::say;
use crate::form::Problem;
use crate::model::bundle::bundle_of;
use crate::platform::focus;
use crate::route::Route;
use crate::state::draft::Saved;
use crate::state::effect::{effect, memo};
use crate::state::journey::{Journey, Stage};
use crate::state::journeys::use_journeys;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::ui::field::target_id;
use crate::ui::form::link;
use crate::ui::{live, Action, Back, ErrorSummary, FilledBanner, LinkAction, Page};
use crate::words::form::FormWords;
use leptos::prelude::*;
use leptos::task::spawn_local;

use parts::Parts;

pub use parts::to_problem;
pub use stages::{carry_over, draw_stage};

#[component]
pub fn FormPage(service: String, part: Option<String>) -> impl IntoView {
    let (navigation, journeys) = (use_navigation(), use_journeys());
    let journey = journeys.of(&service);
    let from_review = journey.aim.get_untracked().is_some();
    let parts = Parts::new(journey, part);
    let (tried, busy) = (RwSignal::new(u32::from(journey.sent_back.get_untracked())), RwSignal::new(false));
    journey.sent_back.set(false);
    let review = Route::Review { service: service.clone() };
    let finish = Callback::new(move |()| {
        let review = review.clone();
        busy.set(true);
        spawn_local(async move {
            let may_go = journey.check_all().await;
            let _ = busy.try_set(false);
            // Whoever has gone elsewhere while a check was under way stays there.
            if tried.try_update(|n| *n = if may_go { 0 } else { *n + 1 }).is_none() {
                return;
            }
            if may_go {
                navigation.go(review);
            } else if let Some(elsewhere) = parts.with_problems() {
                journey.sent_back.set(true);
                navigation.go(elsewhere);
            }
        });
    });
    let go_on = Callback::new(move |()| match parts.next().filter(|_| !from_review) {
        None => finish.run(()),
        Some(next) if parts.check() => navigation.go(next.route),
        Some(_) => tried.update(|n| *n += 1),
    });
    let signed_out = memo(move || journey.saver.state.get() == Saved::SignedOut);
    let footer = move || {
        live(move || match journey.stage.get() {
            Stage::Ready if signed_out.get() => stages::carry_over(journey),
            Stage::Ready => view! {
                <Action label=parts.onward(from_review) on_press=go_on busy />
                {saved::saved_line(journey)}
            }
            .into_any(),
            Stage::NeedsIdentity => {
                let href = Signal::stored(Route::Consent { service: journey.service() }.path());
                view! { <LinkAction label=say(FormWords::ToConsent) href /> }.into_any()
            }
            Stage::NeedsGuide => {
                let bundle = bundle_of(&journey.service()).unwrap_or_default().to_owned();
                let href = Signal::stored(Route::Guide { bundle, question: None }.path());
                view! { <LinkAction label=say(FormWords::ToGuide) href /> }.into_any()
            }
            Stage::Broken { .. } => {
                let href = Signal::stored(Route::about(&journey.service()).path());
                view! { <LinkAction label=say(FormWords::ToService) href /> }.into_any()
            }
            _ => ().into_any(),
        })
    };
    let guide = Route::about(&service);
    let back = Back::with(guide.path(), Callback::new(move |()| navigation.back_or(parts.before().unwrap_or_else(|| guide.clone()))));
    aim(journey);
    view! {
        <Page name="form" title=parts.title() back steps=super::steps(2) footer=footer>
            {draw_stage(journey, move || body(journey, parts, tried))}
        </Page>
    }
}

fn body(journey: Journey, parts: Parts, tried: RwSignal<u32>) -> AnyView {
    let locale = use_locale();
    let count = memo(move || journey.count());
    let links = Signal::derive(move || {
        if tried.get() == 0 {
            return Vec::new();
        }
        let here = |p: &Problem| parts.is_here(&p.pointer);
        let problems = journey.open_problems();
        let lang = locale.lang.get();
        journey
            .form
            .with(|form| form.as_ref().map(|form| problems.iter().filter(|p| here(p)).map(|p| link(form, p, IDS, lang)).collect::<Vec<_>>()))
            .unwrap_or_default()
    });
    let filled = move || {
        let banner = || {
            view! {
                <FilledBanner
                    total=Signal::derive(move || count.get().total)
                    filled=Signal::derive(move || count.get().filled_by_sources)
                    open=Signal::derive(move || count.get().open)
                />
            }
            .into_any()
        };
        parts.is_first().then(banner)
    };
    view! {
        {parts::place(parts)}
        {move || filled()}
        {lost::lost(journey)}
        <ErrorSummary problems=links attention=tried />
        {ask::asked(journey, parts)}
        {parts::way(parts)}
        {move || parts.is_first().then(|| given::given(journey))}
    }
    .into_any()
}

/// What the ids of the controls begin with.
const IDS: &str = "field";

/// The element id of a field's control.
pub fn field_id(pointer: &str) -> String {
    crate::ui::form::field_id(IDS, pointer)
}

/// Opens the form at the field that the review's “change” named, or where the person was before a new check, once it is there.
fn aim(journey: Journey) {
    effect(move || {
        if journey.stage.get() != Stage::Ready {
            return;
        }
        let (aimed, resumed) = (journey.aim.get_untracked(), journey.resume.get_untracked());
        let Some(pointer) = aimed.or(resumed) else { return };
        journey.want();
        let target = journey
            .form
            .with_untracked(|f| f.as_ref().and_then(|f| f.field(&pointer).or_else(|| f.field_around(&pointer)).map(|f| target_id(f, &field_id(&pointer), ""))));
        // After the page itself has taken the focus.
        set_timeout(
            move || {
                if let Some(target) = target {
                    focus::at(&target);
                }
                let _ = journey.aim.try_set(None);
                let _ = journey.resume.try_set(None);
            },
            std::time::Duration::from_millis(60),
        );
    });
}
