//! The code that is typed, and who asks for what once it is known.

use super::super::{say, trouble};
use super::{Phone, Step};
use crate::backend::Key;
use crate::model::device_link::{DeviceLink, DeviceOpening};
use crate::platform::{address, random};
use crate::route::Route;
use crate::state::handoff::{PendingHandoff, PendingLink};
use crate::state::locale::use_locale;
use crate::ui::{Action, Card, CodeEntry, Done, Look, Notice, Tone};
use crate::words::elsewhere::Elsewhere as Words;
use crate::words::format;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub fn typing(phone: Phone) -> AnyView {
    let locale = use_locale();
    let problem = Signal::derive(move || phone.problem.get().map(|words| locale.say(words).to_owned()));
    let (on_change, on_submit) = (Callback::new(move |()| phone.problem.set(None)), Callback::new(move |()| phone.look_up()));
    view! {
        <CodeEntry title=say(Words::TypeTitle) typed=phone.typed problem on_change on_submit>
            {move || phone.error.get().map(trouble::notice)}
        </CodeEntry>
    }
    .into_any()
}

/// Who asks for what, and the warning.
pub fn draw(phone: Phone, link: DeviceLink) -> AnyView {
    let locale = use_locale();
    let at = link.requested_at;
    let since = at.map(|at| Signal::derive(move || format::moment(&at, locale.lang.get())));
    let facts = [(Words::AskedFor, link.service_name.map(Signal::stored)), (Words::AskedBy, link.requested_by.map(Signal::stored)), (Words::AskedAt, since)];
    let facts: Vec<AnyView> = facts
        .into_iter()
        .filter_map(|(label, value)| {
            let value = value?;
            Some(view! { <div><dt>{say(label)}</dt><dd>{value}</dd></div> }.into_any())
        })
        .collect();
    view! {
        <div class="mb-handoff" role="status"><h2 class="mb-handoff__title">{say(Words::AskedTitle)}</h2></div>
        {move || phone.error.get().map(trouble::notice)}
        <Card><dl class="mb-facts">{facts}</dl></Card>
        <Notice tone=Tone::Wait title=say(Words::WarnTitle) text=say(Words::WarnText) />
    }
    .into_any()
}

/// Nothing is left to do here.
pub fn done() -> AnyView {
    view! { <Done title=say(Words::DoneTitle) text=say(Words::DoneText) /> }.into_any()
}

/// It is theirs, or it is not.
pub fn actions(phone: Phone) -> AnyView {
    view! {
        <Action label=say(Words::Go) on_press=Callback::new(move |()| open(phone)) busy=phone.busy />
        <Action label=say(Words::NotMine) on_press=Callback::new(move |()| refuse(phone)) look=Look::Quiet hook="not-mine" busy=phone.busy />
    }
    .into_any()
}

/// Opens the check here and leaves for the provider.
fn open(phone: Phone) {
    let Some(code) = phone.code.get_value() else { return };
    if phone.opening.with_value(Option::is_none) {
        phone.opening.set_value(random::token().zip(random::token()));
    }
    let Some((state, key)) = phone.opening.get_value() else { return };
    phone.error.set(None);
    phone.busy.set(true);
    spawn_local(async move {
        let opening = DeviceOpening { return_url: format!("{}{}", address::origin(), Route::Continue.path()), state: state.clone() };
        match phone.connection.client().open_device_link(&code, &opening, &Key::new(key)).await {
            Ok(session) => {
                // One check at a time: whatever this tab had begun is left.
                PendingHandoff::forget();
                PendingLink { link: code.as_str().to_owned(), session: session.id, state }.keep();
                if phone.by_face() && session.url.is_some() {
                    return phone.navigation.go(Route::Camera);
                }
                // The browser is leaving: the button stays busy until it has.
                if !session.url.is_some_and(|url| address::leave_for(&url)) {
                    let _ = phone.busy.try_set(false);
                }
            }
            Err(error) => phone.fail(error),
        }
    });
}

fn refuse(phone: Phone) {
    let Some(code) = phone.code.get_value() else { return };
    phone.error.set(None);
    phone.busy.set(true);
    spawn_local(async move {
        let answer = phone.connection.client().refuse_device_link(&code).await;
        phone.hear_link(answer, |_| Step::Refused);
    });
}
