//! One consent: whether it is in force, what it allows, and each look that was taken on it.

use super::notice::Tone;
use super::tag::Tag;
use super::{say_of, say_of_with, Action, Card, Look};
use crate::model::record::{ConsentRecord, ConsentState, Reading, ReadingWhy};
use crate::state::locale::use_locale;
use crate::words::acting::ActingWords;
use crate::words::format;
use crate::words::record::RecordWords as Words;
use leptos::prelude::*;

/// A card with the consent, its readings folded, and the way to withdraw it while it is in force.
#[component]
pub fn ConsentRecordCard(record: ConsentRecord, #[prop(into)] on_withdraw: Callback<()>) -> AnyView {
    let locale = use_locale();
    let ConsentRecord { id, service, given_at, state, until, purpose, method, face, granted, refused, readings, acting } = record;
    let (word, tone, until_words) = match state {
        ConsentState::Active => (Words::Active, Tone::Good, Words::ActiveUntil),
        ConsentState::Withdrawn => (Words::Withdrawn, Tone::Info, Words::WithdrawnAt),
        ConsentState::Expired => (Words::Expired, Tone::Info, Words::ExpiredAt),
    };
    let when = move || {
        let lang = locale.lang.get();
        let given = locale.say_with(Words::GivenAt, &[("date", &format::moment(&given_at, lang))]);
        let until = until.as_ref().map(|at| locale.say_with(until_words, &[("date", &format::moment(at, lang))]));
        [Some(given), until].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let row = |label: Signal<String>, text: String| {
        (!text.is_empty())
            .then(|| view! { <div class="mb-values__row"><dt class="mb-values__label">{label}</dt><dd class="mb-values__value">{text}</dd></div> }.into_any())
    };
    let (applicant, agent) = acting.map(|who| (who.applicant, who.agent)).unwrap_or_default();
    let face = face.then(|| view! { <p class="mb-quiet">{say_of(Words::Face)}</p> }.into_any());
    let withdraw = (state == ConsentState::Active).then(|| {
        let name = say_of_with(Words::WithdrawWhat, vec![("name", Signal::stored(service.name.clone()))]);
        view! { <Action label=say_of(Words::Withdraw) name on_press=on_withdraw look=Look::Quiet hook="withdraw" /> }.into_any()
    });
    let (list, joint) = (readings, Signal::derive(move || if locale.lang.get() == crate::words::Lang::En { ", " } else { "、" }));
    let names = move |names: &[String]| names.join(joint.get_untracked());
    view! {
        <article data-record=id data-record-state=match state {
            ConsentState::Active => "active",
            ConsentState::Withdrawn => "withdrawn",
            ConsentState::Expired => "expired",
        }>
            <Card title=Signal::stored(service.name)>
                <p class="mb-record__head"><Tag label=say_of(word) tone/><span class="mb-quiet">{move || when()}</span></p>
                <dl class="mb-values">
                    {row(say_of(ActingWords::Applicant), applicant)}
                    {row(say_of(ActingWords::Agent), agent)}
                    {row(say_of(Words::Purpose), purpose)}
                    {row(say_of(Words::Method), method)}
                    {row(say_of(Words::Granted), names(&granted))}
                    {row(say_of(Words::Refused), names(&refused))}
                </dl>
                {face}
                {looks(list)}
                {withdraw}
            </Card>
        </article>
    }
    .into_any()
}

fn looks(readings: Vec<Reading>) -> AnyView {
    let locale = use_locale();
    if readings.is_empty() {
        return view! { <p class="mb-quiet">{say_of(Words::NoReadings)}</p> }.into_any();
    }
    let title = say_of_with(Words::Readings, vec![("n", Signal::stored(readings.len().to_string()))]);
    let rows: Vec<AnyView> = readings
        .into_iter()
        .map(|reading| {
            let why = match reading.why {
                ReadingWhy::Fill => Words::WhyFill,
                ReadingWhy::Check => Words::WhyCheck,
                ReadingWhy::Other => Words::WhyOther,
            };
            let fields = move || {
                let joint = if locale.lang.get() == crate::words::Lang::En { ", " } else { "、" };
                reading.fields.join(joint)
            };
            let when = move || format::moment(&reading.at, locale.lang.get());
            view! {
                <li class="mb-record__look">
                    <span class="mb-record__source">{reading.source}</span>
                    <span class="mb-quiet">{move || when()}" · "{say_of(why)}</span>
                    <span class="mb-quiet">{move || fields()}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <details class="mb-record__looks">
            <summary class="mb-record__summary">{title}</summary>
            <ul class="mb-record__list" role="list">{rows}</ul>
        </details>
    }
    .into_any()
}
