//! The form that fills itself: what each source gave, and what is left to ask.

mod ask;
mod desk;
mod given;
mod stages;

use super::say;
use crate::form::{sentence_for, Problem};
use crate::platform::focus;
use crate::route::Route;
use crate::state::draft::Saved;
use crate::state::effect::{effect, memo};
use crate::state::journey::{Journey, Stage};
use crate::state::journeys::use_journeys;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::ui::field::target_id;
use crate::ui::{live, Action, Back, ErrorLink, ErrorSummary, FilledBanner, LinkAction, Notice, Page, Tone};
use crate::words::form::FormWords;
use leptos::prelude::*;

pub use stages::{carry_over, draw_stage};

#[component]
pub fn FormPage(service: String) -> impl IntoView {
    let (locale, navigation, journeys) = (use_locale(), use_navigation(), use_journeys());
    let journey = journeys.of(&service);
    let from_review = journey.aim.get_untracked().is_some();
    let tried = RwSignal::new(0u32);
    let review = Route::Review { service: service.clone() };
    let go_on = {
        let review = review.clone();
        Callback::new(move |()| {
            if journey.check() {
                tried.set(0);
                navigation.go(review.clone());
            } else {
                tried.update(|n| *n += 1);
            }
        })
    };
    let words = if from_review { FormWords::BackToReview } else { FormWords::ToReview };
    let signed_out = memo(move || journey.saver.state.get() == Saved::SignedOut);
    let footer = move || {
        live(move || match journey.stage.get() {
            Stage::Ready if signed_out.get() => stages::carry_over(journey),
            Stage::Ready => view! {
                <Action label=say(words) on_press=go_on />
                {move || saved_line(journey)}
            }
            .into_any(),
            Stage::NeedsIdentity => {
                let href = Signal::stored(Route::Consent { service: journey.service() }.path());
                view! { <LinkAction label=say(FormWords::ToConsent) href /> }.into_any()
            }
            Stage::Broken { .. } => {
                let href = Signal::stored(Route::Service { id: journey.service() }.path());
                view! { <LinkAction label=say(FormWords::ToService) href /> }.into_any()
            }
            _ => ().into_any(),
        })
    };
    let title =
        Signal::derive(move || journey.form.with(|f| f.as_ref().and_then(|f| f.title.clone())).unwrap_or_else(|| locale.say(FormWords::Title).to_owned()));
    let guide = Route::Service { id: service };
    let back = Back::with(guide.path(), Callback::new(move |()| navigation.back_or(guide.clone())));
    aim(journey);
    view! {
        <Page name="form" title back steps=super::steps(2) footer=footer>
            {draw_stage(journey, move || body(journey, tried))}
        </Page>
    }
}

fn body(journey: Journey, tried: RwSignal<u32>) -> AnyView {
    let locale = use_locale();
    let count = memo(move || journey.count());
    let links = Signal::derive(move || {
        if tried.get() == 0 {
            return Vec::new();
        }
        journey.open_problems().into_iter().map(|p| link(journey, &p, locale.lang.get())).collect::<Vec<_>>()
    });
    let lost = move || {
        let pointers = journey.lost.get();
        if pointers.is_empty() {
            return ().into_any();
        }
        let names: Vec<String> = journey.form.with(|f| {
            pointers.iter().map(|p| f.as_ref().and_then(|f| f.field_at(p)).map_or_else(|| p.trim_start_matches('/').to_owned(), |f| f.label.clone())).collect()
        });
        let text = Signal::derive(move || locale.say_with(FormWords::Lost, &[("fields", &names.join(" · "))]));
        view! { <Notice tone=Tone::Wait text /> }.into_any()
    };
    view! {
        <FilledBanner
            total=Signal::derive(move || count.get().total)
            filled=Signal::derive(move || count.get().filled_by_sources)
            open=Signal::derive(move || count.get().open)
        />
        {move || lost()}
        <ErrorSummary problems=links attention=tried />
        {ask::asked(journey)}
        {given::given(journey)}
    }
    .into_any()
}

/// A link of the error summary.
fn link(journey: Journey, problem: &Problem, lang: crate::words::Lang) -> ErrorLink {
    journey.form.with_untracked(|form| {
        let form = form.as_deref();
        let field = form.and_then(|f| f.field_around(&problem.pointer));
        let text = form.map_or_else(String::new, |f| sentence_for(problem, f, lang));
        let target = field.map_or_else(String::new, |f| target_id(f, &field_id(f.pointer.as_str())));
        ErrorLink { target, label: field.map(|f| f.label.clone()).unwrap_or_default(), text }
    })
}

/// The element id of a field's control.
pub fn field_id(pointer: &str) -> String {
    format!("field{}", pointer.replace(['/', ' '], "-"))
}

/// Where saving stands, in words, beside the main action.
fn saved_line(journey: Journey) -> AnyView {
    let words = match journey.saver.state.get() {
        Saved::Idle | Saved::SignedOut => return ().into_any(),
        Saved::Pending => FormWords::Saving,
        Saved::Saved => FormWords::Saved,
        Saved::Waiting => FormWords::SaveWaiting,
    };
    view! { <p class="mb-foot__next" role="status">{say(words)}</p> }.into_any()
}

/// Opens the form at the field that the review's “change” named, once it is there.
fn aim(journey: Journey) {
    effect(move || {
        if journey.stage.get() != Stage::Ready {
            return;
        }
        let Some(pointer) = journey.aim.get_untracked() else { return };
        let target = journey.form.with_untracked(|f| f.as_ref().and_then(|f| f.field(&pointer).map(|f| target_id(f, &field_id(&pointer)))));
        // After the page itself has taken the focus.
        set_timeout(
            move || {
                if let Some(target) = target {
                    focus::at(&target);
                }
                let _ = journey.aim.try_set(None);
            },
            std::time::Duration::from_millis(60),
        );
    });
}
