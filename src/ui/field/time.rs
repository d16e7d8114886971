//! A time of day, written as people write it or picked from the device's clock; and a day with a time.

use super::control::{line, Codec, Keys, TEXT};
use super::date::day;
use super::frame::Wiring;
use super::parts::{part, together};
use super::Answering;
use crate::form::{shown_date_time, shown_time, typed_date, typed_date_time, typed_time, Field};
use crate::ui::icon::{Icon, IconName};
use crate::ui::say;
use crate::words::ui::Ui;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;
use serde_json::Value;

/// A time as it stands in the control, whatever offset it is submitted with.
const TIME: Codec = Codec { show: |value| value.as_str().map(shown_time).unwrap_or_default(), read: TEXT.read };

/// A line that understands `9:30`, `0930` and `3 pm`, and a button that opens the device's clock. The button is for fingers and mice:
/// a keyboard and a screen reader have the line.
pub fn time(wiring: Wiring, field: &Field, answering: Answering) -> AnyView {
    clock(wiring, Keys::of(field), answering)
}

fn clock(wiring: Wiring, keys: Keys, answering: Answering) -> AnyView {
    let picker = NodeRef::<leptos::html::Input>::new();
    let Answering { value, on_change, .. } = answering;
    let open = move |_| {
        let Some(input) = picker.get_untracked() else { return };
        let input: &HtmlInputElement = &input;
        // Where there is no clock to open, the line is there.
        let _ = input.show_picker();
    };
    let picked = move |ev| {
        let text = event_target_value(&ev);
        on_change.run(if text.is_empty() { Value::Null } else { Value::String(text) });
    };
    // The device's clock knows nothing but HH:MM.
    let on_clock = Signal::derive(move || value.with(|v| v.as_str().and_then(|t| typed_time(&shown_time(t)))).map(|t| t.short()).unwrap_or_default());
    let tidy = Callback::new(|text: String| typed_time(&text).map_or(text, |time| time.short()));
    let label = say(Ui::TimePick);
    view! {
        <div class="mb-time">
            {line(wiring, Keys { class: "mb-time__line", autocomplete: keys.autocomplete.or_else(|| Some("off".into())), ..keys }, TIME, Some(tidy), answering)}
            <button type="button" class="mb-iconbtn mb-time__open" tabindex="-1" aria-label=label on:click=open><Icon name=IconName::Clock/></button>
            <input type="time" class="mb-time__clock" tabindex="-1" aria-hidden="true" aria-label=label node_ref=picker prop:value=on_clock on:change=picked/>
        </div>
    }
    .into_any()
}

/// A day and a time, one answer. While one of them is missing the answer is what is there, so that a draft keeps it.
pub fn date_time(wiring: Wiring, answering: Answering) -> AnyView {
    let Answering { value, on_change, on_leave } = answering;
    let halves = Signal::derive(move || value.with(|v| v.as_str().map(shown_date_time).unwrap_or_default()));
    let change = move |date: String, time: String| {
        let text = if time.is_empty() { date } else { format!("{date} {time}") };
        on_change.run(if text.is_empty() { Value::Null } else { Value::String(text) });
    };
    let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
    let shown = |text: String| if text.is_empty() { Value::Null } else { Value::String(text) };
    let date = Answering {
        value: Signal::derive(move || shown(halves.get().0)),
        on_change: Callback::new(move |v: Value| match v.as_str().and_then(typed_date_time) {
            Some((date, time)) => change(date.to_string(), time.short()),
            None => change(text(v), halves.get_untracked().1),
        }),
        on_leave: Callback::new(|()| {}),
    };
    let time = Answering {
        value: Signal::derive(move || shown(halves.get().1)),
        on_change: Callback::new(move |v| change(halves.get_untracked().0, text(v))),
        on_leave: Callback::new(|()| {}),
    };
    let none = Signal::stored(None);
    // Both at once are pasted into the first.
    let paste: fn(&str) -> Option<String> = |text| {
        let whole = || typed_date_time(text).map(|(date, time)| format!("{date} {time}"));
        typed_date(text).map(|date| date.to_string()).or_else(whole)
    };
    let parts = vec![
        part(&wiring, "date", say(Ui::DateOf), none, |wiring| day(wiring, Keys { paste: Some(paste), ..Keys::default() }, date)),
        part(&wiring, "time", say(Ui::TimeOf), none, |wiring| clock(wiring, Keys::default(), time)),
    ];
    together(parts, on_leave)
}
