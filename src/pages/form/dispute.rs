//! What a source says, where it is corrected, and what the person can do about a value that is wrong.

use super::super::say;
use super::given::{card_rows, edit};
use crate::model::application::NOTE_LIMIT;
use crate::model::prefill::{CorrectAt, SourcePrefill};
use crate::state::journey::{Journey, SourceAnswer};
use crate::state::locale::use_locale;
use crate::ui::source_card::level_words;
use crate::ui::{live, Action, Look, Sheet, SourceRow};
use crate::words::dispute::DisputeWords;
use crate::words::{format, Words};
use leptos::prelude::*;

/// The sheet about a source; `about` names it, `open` opens it.
pub fn sheet(journey: Journey, about: RwSignal<String>, open: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let title = Signal::derive(move || locale.say_with(DisputeWords::Title, &[("name", &about.with(|id| journey.source_name(id)))]));
    let body = move || {
        let id = about.get();
        let said = journey.sources.with(|rows| rows.iter().find(|r| r.id == id).map(|r| r.answer.clone()));
        match said {
            Some(SourceAnswer::Answered(prefill)) if open.get() => content(journey, &id, &prefill, open),
            _ => ().into_any(),
        }
    };
    view! { <Sheet open title>{live(body)}</Sheet> }.into_any()
}

fn content(journey: Journey, id: &str, prefill: &SourcePrefill, open: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let lang = locale.lang.get();
    let mut facts: Vec<(DisputeWords, String)> = Vec::new();
    if let Some(certificate) = &prefill.certificate {
        facts.push((DisputeWords::From, certificate.name.clone()));
        facts.push((DisputeWords::Issuer, certificate.issuer.clone()));
        facts.extend(certificate.issued_on.as_ref().map(|day| (DisputeWords::Issued, format::date(day, lang))));
        facts.extend(certificate.expires_on.as_ref().map(|day| (DisputeWords::Expires, format::date(day, lang))));
    }
    facts.extend(prefill.fields.first().map(|f| (DisputeWords::Level, level_words(f.level).text(lang).to_owned())));
    let facts: Vec<AnyView> = facts.into_iter().map(|(name, text)| view! { <div><dt>{say(name)}</dt><dd>{text}</dd></div> }.into_any()).collect();
    let rows: Vec<AnyView> = untrack(|| card_rows(journey, id, prefill)).into_iter().map(|row| line(journey, row, open)).collect();
    view! {
        <dl class="mb-facts">{facts}<div><dt>{say(DisputeWords::CorrectAt)}</dt><dd>{correct_at(prefill.correct_at.clone())}</dd></div></dl>
        <h3 class="mb-dispute__which">{say(DisputeWords::Which)}</h3>
        <ul class="mb-list" role="list">{rows}</ul>
        <Action label=say(DisputeWords::Done) on_press=Callback::new(move |()| open.set(false)) look=Look::Quiet hook="dispute-done" />
    }
    .into_any()
}

/// Who corrects it: a number that can be called and a page that can be opened, where there are any.
fn correct_at(office: Option<CorrectAt>) -> AnyView {
    let Some(office) = office else { return view! { {say(DisputeWords::CorrectElse)} }.into_any() };
    let link = office
        .link()
        .map(str::to_owned)
        .map(|href| view! { <p><a class="mb-link" href=href target="_blank" rel="noopener noreferrer">{say(DisputeWords::Web)}</a></p> }.into_any());
    let phone = office.phone.map(|number| {
        let href = format!("tel:{}", number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>());
        view! { <p><a class="mb-link" href=href>{number}</a></p> }.into_any()
    });
    view! { <p>{office.name}</p>{office.address.map(|a| view! { <p class="mb-quiet">{a}</p> }.into_any())}{phone}{link} }.into_any()
}

/// One value: its own way of being put right.
fn line(journey: Journey, row: SourceRow, open: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let SourceRow { pointer, label, text, masked, editable, .. } = row;
    let named = {
        let label = label.clone();
        move |words: DisputeWords| {
            let label = label.clone();
            Signal::derive(move || locale.say_with(words, &[("name", &label)]))
        }
    };
    let value = masked.unwrap_or(text);
    let way = if editable {
        let target = pointer.clone();
        let own = Callback::new(move |()| {
            open.set(false);
            edit(journey, target.clone());
        });
        view! { <Action label=say(DisputeWords::UseOwn) name=named(DisputeWords::UseOwnOf) on_press=own look=Look::Quiet hook="use-own" /> }.into_any()
    } else {
        note(journey, pointer.clone(), named)
    };
    view! {
        <li class="mb-dispute" data-dispute=pointer>
            <p class="mb-dispute__label">{label}</p>
            <p class="mb-dispute__value" translate="no">{value}</p>
            {way}
        </li>
    }
    .into_any()
}

/// A value that is locked: what is wrong with it can be noted.
fn note(journey: Journey, pointer: String, named: impl Fn(DisputeWords) -> Signal<String> + Send + 'static) -> AnyView {
    let place = StoredValue::new(pointer);
    let noted = crate::state::effect::memo(move || place.with_value(|p| journey.disputed(p).is_some()));
    live(move || {
        if !noted.get() {
            let press = Callback::new(move |()| place.with_value(|p| journey.dispute(p, Some(String::new()))));
            return view! { <Action label=say(DisputeWords::Note) name=named(DisputeWords::NoteOf) on_press=press look=Look::Quiet hook="note" /> }.into_any();
        }
        let said = untrack(|| place.with_value(|p| journey.disputed(p))).and_then(|d| d.note).unwrap_or_default();
        let undo = Callback::new(move |()| place.with_value(|p| journey.dispute(p, None)));
        let type_in = move |ev: leptos::ev::Event| {
            let text: String = event_target_value(&ev).chars().take(NOTE_LIMIT).collect();
            place.with_value(|p| journey.dispute(p, Some(text)));
        };
        let id = format!("note{}", place.with_value(|p| p.replace(['/', ' '], "-")));
        view! {
            <p class="mb-quiet" role="status">{say(DisputeWords::NoteText)}</p>
            <label class="mb-field__label" for=id.clone()>{named(DisputeWords::NoteLabel)}</label>
            <textarea class="mb-input mb-input--area mb-dispute__note" id=id maxlength=NOTE_LIMIT.to_string() prop:value=said on:input=type_in></textarea>
            <Action label=say(DisputeWords::Undo) name=named(DisputeWords::UndoOf) on_press=undo look=Look::Quiet hook="note-undo" />
        }
        .into_any()
    })
}
