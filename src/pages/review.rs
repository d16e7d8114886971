//! Everything once more before it is submitted; any answer can be changed, and one comes back here.

use super::form::draw_stage;
use super::step_up::{self, StepUp};
use super::{say, trouble};
use crate::backend::ApiError;
use crate::form::{in_words, Field, Form, Kind, Origin};
use crate::route::Route;
use crate::state::effect::memo;
use crate::state::journey::{Journey, Stage};
use crate::state::journeys::use_journeys;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::state::session::use_session;
use crate::ui::{live, Action, Back, Card, DataRow, LinkAction, Look, Notice, Page, Tone};
use crate::words::dispute::DisputeWords;
use crate::words::form::FormWords;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

#[component]
pub fn ReviewPage(service: String) -> impl IntoView {
    let (navigation, journeys) = (use_navigation(), use_journeys());
    let journey = journeys.of(&service);
    let here = Route::Review { service: service.clone() };
    let form = Route::form(service);
    let to_form = form.clone();
    let step_up = StepUp::before_submitting(journey);
    let passed = use_session().takes_step_up();
    // Itself, for the check that a submission may need first.
    let again = StoredValue::new(None::<Callback<()>>);
    let submit = Callback::new(move |()| {
        let (to_form, here) = (to_form.clone(), here.clone());
        spawn_local(async move {
            let answer = journey.submit().await;
            // The person may have gone on to something else, another application even, before the answer came.
            let is_gone = journey.stage.try_get_untracked().is_none();
            if is_gone || navigation.signal().try_get_untracked() != Some(here) {
                if answer.is_some() && !is_gone {
                    journeys.end();
                }
                return;
            }
            match answer {
                Some(followed) => {
                    journeys.end();
                    navigation.swap(followed);
                }
                // Something is not answered: the form says what.
                None if journey.submit_error.try_get_untracked().flatten().is_none() && !journey.open_problems().is_empty() => {
                    journey.sent_back.set(true);
                    navigation.go(super::form::to_problem(journey).unwrap_or(to_form));
                }
                None => {
                    let error = journey.submit_error.try_get_untracked().flatten();
                    if let Some((error, submit)) = error.zip(again.try_get_value().flatten()) {
                        step_up.ask(&error, submit);
                    }
                }
            }
        });
    });
    again.set_value(Some(submit));
    let signed_out = memo(move || journey.submit_error.get() == Some(ApiError::SignedOut));
    let footer = move || {
        live(move || match journey.stage.get() {
            Stage::Ready if signed_out.get() => super::form::carry_over(journey),
            Stage::Ready => view! {
                <Action label=say(FormWords::Submit) on_press=submit busy=journey.submitting />
                <p class="mb-foot__next">{say(FormWords::SubmitNext)}</p>
            }
            .into_any(),
            Stage::NeedsIdentity => {
                let href = Signal::stored(Route::Consent { service: journey.service() }.path());
                view! { <LinkAction label=say(FormWords::ToConsent) href /> }.into_any()
            }
            _ => ().into_any(),
        })
    };
    let back = Back::with(form.path(), Callback::new(move |()| navigation.back_or(form.clone())));
    view! {
        <Page name="review" title=say(FormWords::ReviewTitle) back steps=super::steps(3) footer=footer>
            {draw_stage(journey, move || body(journey, step_up, passed, submit))}
            {step_up::sheet(step_up)}
        </Page>
    }
}

fn body(journey: Journey, step_up: StepUp, passed: bool, submit: Callback<()>) -> AnyView {
    view! {
        <p class="mb-lead">{say(FormWords::ReviewLead)}</p>
        {step_up::ahead(step_up, passed)}
        {move || journey.submit_error.get().map(|error| failed(journey, error, submit))}
        {move || journey.form.get().map(|form| sections(journey, &form))}
    }
    .into_any()
}

/// A submission that did not go through: what it means for what was typed, and what to do.
fn failed(journey: Journey, error: ApiError, submit: Callback<()>) -> AnyView {
    let lost = matches!(error, ApiError::Unreachable | ApiError::TimedOut);
    if lost {
        return view! { <Notice tone=Tone::Wait text=say(FormWords::SubmitLost) announce=true /> }.into_any();
    }
    if error.case() == "idempotency-key-reused" {
        let href = Signal::stored(Route::Applications.path());
        return view! {
            <Notice tone=Tone::Wait text=say(FormWords::SubmitTwice) announce=true>
                <LinkAction label=say(FormWords::ToApplications) href look=Look::Quiet hook="applications" />
            </Notice>
        }
        .into_any();
    }
    if error.case() == "consent-needed" {
        // Trying again could never succeed: the consent was withdrawn, or has run out.
        let href = Signal::stored(Route::Consent { service: journey.service() }.path());
        return view! {
            <Notice tone=Tone::Wait title=say(FormWords::NeedsIdentity) text=say(FormWords::NeedsIdentityText) announce=true>
                <LinkAction label=say(FormWords::ToConsent) href look=Look::Quiet hook="consent" />
            </Notice>
        }
        .into_any();
    }
    if step_up::is_needed(&error) {
        // The sheet asks.
        return ().into_any();
    }
    if error == ApiError::SignedOut {
        // The footer offers the way on.
        return ().into_any();
    }
    trouble::draw(error, submit)
}

fn sections(journey: Journey, form: &Form) -> AnyView {
    let visible = journey.visible();
    let data = journey.data();
    let list: Vec<AnyView> = form
        .sections
        .iter()
        .filter_map(|section| {
            let rows: Vec<AnyView> = section
                .fields
                .iter()
                .filter(|i| visible.get(**i).copied().unwrap_or(false))
                .filter_map(|i| form.fields.get(*i))
                .map(|field| row(journey, journey.shape(field), &data))
                .collect();
            let title = if section.title.is_empty() { say(FormWords::Missing) } else { Signal::stored(section.title.clone()) };
            (!rows.is_empty()).then(|| view! { <Card title><dl class="mb-values mb-values--review">{rows}</dl></Card> }.into_any())
        })
        .collect();
    list.into_any()
}

fn row(journey: Journey, field: &Field, data: &Value) -> AnyView {
    let locale = use_locale();
    let navigation = use_navigation();
    let pointer = field.pointer.as_str().to_owned();
    let answer = journey.peek(|a| a.get(&pointer).cloned()).flatten();
    // Of a list, what its own conditions leave of it; of a computed field, what it comes to.
    let said = if field.computed.is_some() || matches!(field.kind, Kind::Repeat { .. } | Kind::Group { .. }) {
        field.pointer.get(data)
    } else {
        answer.as_ref().map(|a| &a.value)
    };
    let words = said.map(|value| in_words(field, value, locale.lang.get())).unwrap_or_default();
    let (masked, locked) = match answer.as_ref().map(|a| &a.origin) {
        Some(Origin::Source { masked, locked, .. }) => (masked.clone(), *locked),
        _ => (None, field.read_only || matches!(field.kind, Kind::ReadOnly)),
    };
    let source = answer.as_ref().and_then(|a| a.source()).map(|id| journey.source_name(id));
    let changed = answer.as_ref().and_then(|a| a.superseded.as_ref());
    let note = changed.map(|old| locale.say_with(FormWords::Changed, &[("value", &in_words(field, old, locale.lang.get()))]));
    let noted = journey.disputed(&pointer).map(|dispute| match dispute.note {
        Some(text) => locale.say_with(DisputeWords::NotedAs, &[("note", &text)]),
        None => locale.say(DisputeWords::Noted).to_owned(),
    });
    let note = note.or(noted);
    let change = (!locked).then(|| {
        let (pointer, from_source) = (pointer.clone(), answer.as_ref().is_some_and(|a| a.source().is_some()));
        Callback::new(move |()| {
            if from_source {
                journey.editing.update(|e| {
                    e.insert(pointer.clone());
                });
            }
            journey.aim.set(Some(pointer.clone()));
            navigation.go(Route::form(journey.service()));
        })
    });
    let (label, value) = (Signal::stored(field.label.clone()), Signal::stored(words));
    let (masked, source, note) = (Signal::stored(masked), Signal::stored(source), Signal::stored(note));
    match change {
        Some(on_change) => {
            let change_href = Route::form(journey.service()).path();
            view! { <DataRow label value masked source note change_href on_change pointer /> }.into_any()
        }
        None => view! { <DataRow label value masked source note pointer /> }.into_any(),
    }
}
