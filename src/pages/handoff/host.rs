//! The check in the app that this one is wrapped in. What that says is a hint, as an address is: the backend is asked.

use super::super::say;
use super::{Check, Returned};
use crate::model::handoff::{Event, Handoff};
use crate::model::host::{Host, HostRequest, HostWord, Hosted, PATIENCE_MS};
use crate::platform::bridge::{self, Bridge};
use crate::platform::{address, clock, random};
use crate::state::effect::effect;
use crate::state::handoff::PendingHandoff;
use crate::state::setup::use_setup;
use crate::ui::{Action, Look};
use crate::words::handoff::Handoff as Shared;
use crate::words::host::HostWords as Words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The wrapper, seen from the page.
#[derive(Clone, Copy)]
pub struct Wrapper {
    check: Check,
    look: Callback<()>,
    /// What is told when the backend is asked.
    hint: StoredValue<Option<Returned>>,
    /// `None` where there is none, and from when it has turned out not to be there.
    host: RwSignal<Option<Host>>,
    /// The request under way.
    hosted: StoredValue<Option<Hosted>>,
    bridge: StoredValue<Option<Bridge>, LocalStorage>,
    /// It has taken the request.
    is_taken: RwSignal<bool>,
}

impl Wrapper {
    /// Asks the wrapper at once where the person has just agreed to the check; after a reload, or back from elsewhere, they say when.
    pub fn new(check: Check, look: Callback<()>, hint: StoredValue<Option<Returned>>) -> Self {
        let wrapper = Self {
            check,
            look,
            hint,
            host: RwSignal::new(use_setup().host),
            hosted: StoredValue::new(None),
            bridge: StoredValue::new_local(None),
            is_taken: RwSignal::new(false),
        };
        let mut at_once = PendingHandoff::was_just_begun();
        effect(move || {
            if let Handoff::Waiting { url: Some(url), .. } = check.stage.get() {
                if std::mem::take(&mut at_once) && wrapper.is_there() {
                    wrapper.go_on(url);
                }
            }
        });
        wrapper
    }

    /// Whether there is one, as far as is known; tracks it.
    pub fn is_there(self) -> bool {
        self.host.with(Option::is_some)
    }

    /// The way on: by the wrapper where there is one, else the provider's page.
    pub fn go_on(self, url: String) {
        let (host, pending, id) = (self.host.get_untracked(), PendingHandoff::kept(), random::token());
        let (Some(host), Some(pending), Some(id)) = (host, pending, id) else {
            address::leave_for(&url);
            return;
        };
        // Before it is asked: it may answer at once.
        self.hosted.set_value(Some(Hosted::new(id.clone())));
        self.is_taken.set(false);
        self.happens(Event::Handed);
        let bridge = Bridge::call(&host, &HostRequest::new(id.clone(), pending.session, url), move |text| self.hear(text));
        if bridge.is_none() {
            return self.do_without();
        }
        let _ = self.bridge.try_set_value(bridge);
        spawn_local(async move {
            clock::sleep(PATIENCE_MS).await;
            let waits = self.hosted.try_with_value(|hosted| hosted.as_ref().is_some_and(|hosted| hosted.is_about(&id) && !hosted.is_taken()));
            if waits == Some(true) {
                self.do_without();
            }
        });
    }

    fn hear(self, text: &str) {
        let word = match self.hosted.try_update_value(|hosted| hosted.as_mut().map(|hosted| hosted.hear(text))).flatten() {
            Some(Ok(word)) => word,
            Some(Err(why)) => return bridge::ignored(why),
            None => return,
        };
        match word {
            HostWord::Accepted => drop(self.is_taken.try_set(true)),
            HostWord::Unavailable => self.do_without(),
            HostWord::Verified { code } => {
                // As if it had come back in the address.
                let hint = PendingHandoff::kept().map(|pending| Returned::new(pending, code.unwrap_or_default()));
                let _ = self.hint.try_set_value(hint);
                self.ask_backend();
            }
            HostWord::Cancelled | HostWord::Failed => self.ask_backend(),
        }
    }

    fn ask_backend(self) {
        self.happens(Event::HostSaid);
        self.look.try_run(());
    }

    /// The ordinary way, from now on.
    fn do_without(self) {
        let Some(Handoff::Hosted { url }) = self.check.stage.try_get_untracked() else { return };
        let _ = self.hosted.try_update_value(|hosted| hosted.iter_mut().for_each(Hosted::give_up));
        let _ = self.host.try_set(None);
        self.happens(Event::Unhosted);
        address::leave_for(&url);
    }

    fn happens(self, event: Event) {
        if let Some(stage) = self.check.stage.try_get_untracked() {
            let _ = self.check.stage.try_set(stage.after(event));
        }
    }
}

/// Where the check goes on.
pub fn draw(wrapper: Wrapper) -> AnyView {
    let stage = move || if wrapper.is_taken.get() { "accepted" } else { "asked" };
    view! {
        <div role="status" class="mb-handoff" data-host=stage>
            <h2 class="mb-handoff__title">{say(Words::Title)}</h2>
            <p>{say(Words::Text)}</p>
        </div>
    }
    .into_any()
}

/// What can be done meanwhile: nobody is left to a wrapper that says nothing.
pub fn actions(wrapper: Wrapper) -> AnyView {
    let without = Callback::new(move |()| wrapper.do_without());
    view! {
        <Action label=say(Shared::CheckAgain) on_press=wrapper.look />
        <Action label=say(Words::Without) on_press=without look=Look::Quiet hook="without-host" />
    }
    .into_any()
}
