//! The certificate or notice, folded until asked for; what is masked in it is shown in full for a while, to whoever is known surely enough.

use super::super::step_up::{self, StepUp};
use super::super::trouble;
use crate::backend::ApiError;
use crate::model::application::{Document, DocumentKind};
use crate::platform::{clock, document};
use crate::route::Route;
use crate::state::connection::use_connection;
use crate::state::effect::effect;
use crate::state::locale::use_locale;
use crate::state::session::use_session;
use crate::ui::{live, Action, DocumentSheet, Look};
use crate::words::decision::Decision;
use crate::words::step_up::StepUpWords as Words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The whole of a document while it is shown. It is nowhere else: hiding it forgets it.
#[derive(Clone, Copy)]
struct Full {
    shown: RwSignal<Option<(Document, u64)>>,
    error: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
    /// Counts what was shown and hidden: an earlier one's time hides no later one, and an answer that comes too late shows nothing.
    turn: StoredValue<u32>,
}

impl Full {
    fn new() -> Self {
        let full = Self { shown: RwSignal::new(None), error: RwSignal::new(None), busy: RwSignal::new(false), turn: StoredValue::new(0) };
        // Somebody may look at the screen of an app that was put away.
        let listening = StoredValue::new_local(document::on_document("visibilitychange", move |_| {
            if document::is_hidden() {
                full.hide();
            }
        }));
        on_cleanup(move || listening.dispose());
        full
    }

    fn turn(self) -> Option<u32> {
        self.turn.try_get_value()
    }

    fn hide(self) {
        let _ = self.turn.try_update_value(|turn| *turn += 1);
        let _ = self.shown.try_set(None);
    }

    fn show(self, document: Document, seconds: u64) {
        let turn = self.turn();
        let _ = self.shown.try_set(Some((document, seconds)));
        spawn_local(async move {
            clock::sleep(u32::try_from(seconds.saturating_mul(1_000)).unwrap_or(u32::MAX)).await;
            if self.turn().is_some() && self.turn() == turn {
                self.hide();
            }
        });
    }
}

/// The folded sheet of an application for a service.
pub fn issued(application: String, service: String, sheet: Document) -> AnyView {
    let (connection, session, locale) = (use_connection(), use_session(), use_locale());
    let is_masked = sheet.masked;
    // Back from a check that was wanted here: where the person was.
    let open = RwSignal::new(is_masked && session.takes_step_up());
    let show = if sheet.kind == DocumentKind::Certificate { Decision::ShowDocument } else { Decision::ShowNotice };
    let sheet = StoredValue::new(sheet);
    let label = Signal::derive(move || locale.say(if open.get() { Decision::HideDocument } else { show }).to_owned());
    let full = Full::new();
    effect(move || {
        if !open.get() {
            full.hide();
        }
    });
    let step_up = is_masked.then(|| StepUp::before_seeing(service, Route::Decision { application: application.clone() }));
    let application = StoredValue::new(application);
    let again = StoredValue::new(None::<Callback<()>>);
    let see = Callback::new(move |()| {
        if full.busy.get_untracked() {
            return;
        }
        full.busy.set(true);
        full.error.set(None);
        let turn = full.turn();
        spawn_local(async move {
            let Some(id) = application.try_get_value() else { return };
            let answer = connection.client().full_document(&id).await;
            let _ = full.busy.try_set(false);
            match answer {
                Ok(told) if full.turn() == turn => full.show(told.document, told.shown_for_s),
                Ok(_) => {}
                Err(error) => {
                    let is_asked = step_up.zip(again.try_get_value().flatten()).is_some_and(|(step_up, again)| step_up.ask(&error, again));
                    if !is_asked {
                        let _ = full.error.try_set(Some(error));
                    }
                }
            }
        });
    });
    again.set_value(Some(see));
    let drawn = move || full.shown.get().map_or_else(|| sheet.get_value(), |(document, _)| document);
    view! {
        <Action label on_press=Callback::new(move |()| open.update(|o| *o = !*o)) look=Look::Quiet hook="document" />
        {move || open.get().then(|| view! {
            {is_masked.then(|| reveal(full, see))}
            {live(move || view! { <DocumentSheet document=drawn() on_print=Callback::new(|()| document::print()) /> }.into_any())}
        }.into_any())}
        {step_up.map(step_up::sheet)}
    }
    .into_any()
}

/// Shows the whole of it, and hides it again.
fn reveal(full: Full, see: Callback<()>) -> AnyView {
    let locale = use_locale();
    let label = Signal::derive(move || locale.say(if full.shown.with(Option::is_some) { Words::Unsee } else { Words::See }).to_owned());
    let press = Callback::new(move |()| {
        if full.shown.with_untracked(Option::is_some) {
            full.hide();
        } else {
            see.run(());
        }
    });
    let until = move || full.shown.with(|shown| shown.as_ref().map(|(_, seconds)| locale.say_with(Words::SeenFor, &[("n", &seconds.to_string())])));
    view! {
        <div class="mb-separate">
            <Action label on_press=press look=Look::Quiet busy=full.busy hook="reveal" />
            <p class="mb-quiet" role="status">{move || until()}</p>
            {move || full.error.get().map(trouble::notice)}
        </div>
    }
    .into_any()
}
