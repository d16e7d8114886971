//! What the sources gave: a card for each, with its certificate, and what to do where one gave nothing.

use super::super::{say, trouble};
use super::field_id;
use crate::backend::ApiError;
use crate::form::{in_words, Field};
use crate::model::prefill::{SourcePrefill, SourceStatus};
use crate::platform::focus;
use crate::route::Route;
use crate::state::effect::memo;
use crate::state::journey::{Journey, SourceAnswer};
use crate::state::journeys::use_journeys;
use crate::state::locale::use_locale;
use crate::state::navigation::use_navigation;
use crate::ui::field::target_id;
use crate::ui::{live, Action, CardState, Look, SourceCard, SourceRow};
use crate::words::dispute::DisputeWords;
use crate::words::form::FormWords;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The cards, in the order of the consent.
pub fn given(journey: Journey) -> AnyView {
    let ids = memo(move || journey.sources.with(|rows| rows.iter().map(|r| r.id.clone()).collect::<Vec<_>>()));
    let (about, open) = (RwSignal::new(String::new()), RwSignal::new(false));
    let dispute = Callback::new(move |id: String| {
        about.set(id);
        open.set(true);
    });
    view! {
        <section class="mb-block" aria-label=say(FormWords::Sources)>
            <For each=move || ids.get() key=|id| id.clone() children=move |id| card(journey, id, dispute) />
            {super::dispute::sheet(journey, about, open)}
            {super::reread::sheet(journey)}
            {withdraw(journey)}
        </section>
    }
    .into_any()
}

/// The way out of the consent, as easy as the way in.
fn withdraw(journey: Journey) -> AnyView {
    let (journeys, navigation) = (use_journeys(), use_navigation());
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let press = Callback::new(move |()| {
        busy.set(true);
        spawn_local(async move {
            let service = journey.service();
            match journey.withdraw().await {
                Ok(()) => {
                    journeys.end();
                    navigation.go(Route::about(&service));
                }
                Err(error) => {
                    let _ = failed.try_set(Some(error));
                    let _ = busy.try_set(false);
                }
            }
        });
    });
    view! {
        <div class="mb-withdraw">
            <p class="mb-quiet">{say(FormWords::WithdrawHint)}</p>
            <Action label=say(FormWords::Withdraw) on_press=press busy look=Look::Quiet hook="withdraw" />
            {move || failed.get().map(|error| trouble::draw(error, press))}
        </div>
    }
    .into_any()
}

fn card(journey: Journey, id: String, dispute: Callback<String>) -> AnyView {
    let locale = use_locale();
    let place = journey.sources.with_untracked(|rows| rows.iter().position(|r| r.id == id).unwrap_or_default());
    let row = {
        let id = id.clone();
        memo(move || journey.sources.with(|rows| rows.iter().find(|r| r.id == id).map(|r| r.answer.clone())))
    };
    let prefill = move || match row.get() {
        Some(SourceAnswer::Answered(prefill)) => Some(prefill),
        _ => None,
    };
    let state = Signal::derive(move || match row.get() {
        Some(SourceAnswer::Answered(prefill)) => CardState::from(prefill.status),
        Some(SourceAnswer::Failed(_)) => CardState::Unavailable,
        _ => CardState::Reading,
    });
    let message = Signal::derive(move || match row.get() {
        // What to pick was said until it was picked.
        Some(SourceAnswer::Answered(prefill)) => prefill.message.clone().filter(|_| !prefill.is_picked()),
        Some(SourceAnswer::Failed(error)) => Some(trouble::words_for(locale, &error).1),
        _ => None,
    });
    let name = {
        let id = id.clone();
        Signal::derive(move || journey.source_name(&id))
    };
    let rows = {
        let id = id.clone();
        Signal::derive(move || prefill().map(|p| card_rows(journey, &id, &p)).unwrap_or_default())
    };
    let certificate = Signal::derive(move || prefill().and_then(|p| p.certificate));
    let level = Signal::derive(move || prefill().and_then(|p| p.fields.first().map(|f| f.level)));
    let (retried, typed) = (id.clone(), id.clone());
    let on_edit = Callback::new(move |pointer: String| edit(journey, pointer));
    let by_hand = move || row.with(|r| matches!(r, Some(SourceAnswer::ByHand)));
    // A source that has nothing to do with what is asked of this person is not worth a card, and one that was given up for typing is done with.
    let silent = {
        let id = id.clone();
        memo(move || {
            by_hand()
                || prefill().is_some_and(|p| match p.status {
                    SourceStatus::Filled => {
                        rows.with(Vec::is_empty) && !p.choice.as_ref().is_some_and(|choice| is_shown(journey, |f| f.pointer.as_str() == choice.pointer))
                    }
                    SourceStatus::Empty => !is_awaited(journey, &id),
                    _ => false,
                })
        })
    };
    live(move || {
        let (id, retried, typed, wrong, again) = (id.clone(), retried.clone(), typed.clone(), id.clone(), id.clone());
        let came = {
            let id = id.clone();
            Signal::derive(move || super::reread::said(journey, &id))
        };
        (!silent.get())
            .then(|| {
                view! {
                    <SourceCard
                        source=id
                        name
                        state
                        certificate
                        level
                        rows
                        message
                        place
                        on_retry=Callback::new(move |()| journey.ask(&retried))
                        on_type=Callback::new(move |()| journey.by_hand(&typed))
                        on_edit
                        on_dispute=Callback::new(move |()| dispute.run(wrong.clone()))
                        on_again=Callback::new(move |()| journey.read_again(&again))
                        again=came
                    />
                }
                .into_any()
            })
            .into_any()
    })
}

/// Whether a shown field expects this source to fill it.
fn is_awaited(journey: Journey, source: &str) -> bool {
    is_shown(journey, |field| field.source.as_deref() == Some(source))
}

/// Whether a field of this description is shown.
fn is_shown(journey: Journey, is_it: impl Fn(&Field) -> bool) -> bool {
    let visible = journey.visible();
    journey.form.with(|form| {
        let fields = form.iter().flat_map(|f| f.fields.iter().enumerate());
        fields.into_iter().any(|(i, f)| is_it(f) && visible.get(i).copied().unwrap_or(false))
    })
}

/// The values of a card: those of shown fields that this source gave, the person's own word noted where it differs.
pub(super) fn card_rows(journey: Journey, source: &str, prefill: &SourcePrefill) -> Vec<SourceRow> {
    let locale = use_locale();
    let visible = journey.visible();
    let editing = journey.editing.get();
    journey.form.with(|form| {
        let Some(form) = form else { return Vec::new() };
        let shown = |field: &Field| form.index_of(field.pointer.as_str()).and_then(|i| visible.get(i).copied()).unwrap_or(false);
        journey.origins(|answers| {
            prefill
                .fields
                .iter()
                .filter_map(|given| {
                    let field = form.field(&given.pointer).filter(|f| shown(f))?;
                    let answer = answers.get(&given.pointer).filter(|a| a.source() == Some(source))?;
                    let is_choice = prefill.choice.as_ref().is_some_and(|choice| choice.pointer == given.pointer);
                    if editing.contains(&given.pointer) || is_choice {
                        return None;
                    }
                    let field = journey.shape(field);
                    let mut row = SourceRow::new(given.pointer.clone(), field.label.clone(), in_words(field, &answer.value, locale.lang.get()));
                    row.masked = given.masked.clone();
                    row.editable = !answer.is_locked() && !field.read_only;
                    row.note = match journey.disputed(&given.pointer) {
                        Some(_) => Some(locale.say(DisputeWords::Noted).to_owned()),
                        None => given.note.clone(),
                    };
                    Some(row)
                })
                .collect()
        })
    })
}

/// Moves a value from its card to the questions, and the person to it.
pub(super) fn edit(journey: Journey, pointer: String) {
    let target = journey.form.with_untracked(|f| f.as_ref().and_then(|f| f.field(&pointer).map(|f| target_id(f, &field_id(&pointer), ""))));
    journey.want();
    journey.editing.update(|e| {
        e.insert(pointer);
    });
    if let Some(target) = target {
        request_animation_frame(move || focus::at(&target));
    }
}
