//! For whom the application is (代办): for oneself unless the person says otherwise, and never a question where there is nobody else.

use super::super::say;
use super::Choices;
use crate::model::acting::{Relation, Represented};
use crate::model::consent::ConsentTerms;
use crate::state::acting;
use crate::state::connection::use_connection;
use crate::state::effect::{effect, memo};
use crate::state::journeys::use_journeys;
use crate::state::load::Loading;
use crate::state::locale::{use_locale, Locale};
use crate::state::session::{use_session, SessionState};
use crate::ui::{live, ChoiceGroup, Notice, Pick, Tone};
use crate::words::acting::ActingWords as Words;
use crate::words::board::ShareWords;
use crate::words::consent::Consent;
use crate::words::guardian::Guardian;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The value of the option for somebody who is named later.
const OTHER: &str = "other";

/// Whom the application is for.
#[derive(Clone, Copy)]
pub(super) struct Whom {
    session: SessionState,
    locale: Locale,
    choices: Choices,
    verified: Memo<bool>,
    /// Whether the service lets anybody act here; `None` until its terms are there.
    represent: Memo<Option<bool>>,
    /// Whom this person may act for here; empty until they are known.
    people: RwSignal<Vec<Represented>>,
    /// The person is here to answer somebody who asks them, for the confirmation of a share or else a guardian's consent: only their identity is to be
    /// checked.
    asked: Option<bool>,
}

impl Whom {
    pub fn new(service: StoredValue<String>, terms: Loading<ConsentTerms>, verified: Memo<bool>, choices: Choices, asked: Option<bool>) -> Self {
        let (connection, session, locale) = (use_connection(), use_session(), use_locale());
        let represent = memo(move || terms.ready().map(|terms| !terms.represent.is_empty()));
        let people = RwSignal::new(Vec::new());
        effect(move || {
            locale.lang.track();
            if represent.get() != Some(true) || !verified.get() {
                return;
            }
            let (client, id) = (connection.client(), service.get_value());
            spawn_local(async move {
                match client.represented(&id).await {
                    Ok(all) => drop(people.try_set(all)),
                    Err(error) => drop(choices.error.try_set(Some(error))),
                }
            });
        });
        Self { session, locale, choices, verified, represent, people, asked }
    }

    /// Whether only the identity check is agreed to, since somebody else is named after it; tracks it.
    pub fn other(&self) -> bool {
        !self.verified.get() && (self.asked.is_some() || self.represent.get() == Some(true) && self.choices.other.get())
    }

    /// As [`Self::other`], without tracking.
    pub fn is_other(&self) -> bool {
        untrack(|| self.other())
    }

    /// The sentence over the page.
    pub fn lead(&self) -> Signal<String> {
        let whom = *self;
        Signal::derive(move || match whom.session.acting() {
            Some(who) => whom.locale.say_with(Words::Lead, &[("name", &who.name)]),
            None if whom.asked == Some(true) && whom.other() => whom.locale.say(ShareWords::ProveText).to_owned(),
            None if whom.asked.is_some() && whom.other() => whom.locale.say(Guardian::ConsentLead).to_owned(),
            None if whom.other() => whom.locale.say(Words::OtherLead).to_owned(),
            None => whom.locale.say(Consent::Lead).to_owned(),
        })
    }
}

/// The question, where there is one.
pub(super) fn draw(whom: Whom) -> AnyView {
    let session = whom.session;
    live(move || match whom.represent.get() {
        Some(true) if !whom.verified.get() => {
            if whom.asked.is_some() {
                ().into_any()
            } else {
                before(whom)
            }
        }
        Some(true) => whom.people.with(|all| if all.is_empty() { ().into_any() } else { people(whom, all) }),
        Some(false) if session.acting().is_some() => view! { <Notice tone=Tone::Wait text=say(Words::NotHere) /> }.into_any(),
        _ => ().into_any(),
    })
}

/// Before anybody is known: for oneself, or for somebody who is named after the check.
fn before(whom: Whom) -> AnyView {
    let other = whom.choices.other;
    let options = Signal::derive(move || {
        vec![Pick::new("", whom.locale.say(Words::Myself)), Pick::new(OTHER, whom.locale.say(Words::Other)).with_text(whom.locale.say(Words::OtherText))]
    });
    let value = Signal::derive(move || Some(if other.get() { OTHER } else { "" }.to_owned()));
    view! { <div class="mb-block"><ChoiceGroup legend=say(Words::For) options value on_change=Callback::new(move |id: String| other.set(id == OTHER)) /></div> }
        .into_any()
}

/// Those whom the registers name. The choice holds at once: what is asked below is about them.
fn people(whom: Whom, all: &[Represented]) -> AnyView {
    let (connection, journeys, session, locale, choices) = (use_connection(), use_journeys(), whom.session, whom.locale, whom.choices);
    let all = all.to_vec();
    let options = Signal::derive(move || {
        let one = |who: &Represented| {
            let text = [locale.say(relation(who.relation)), who.basis.as_str()].join(" · ");
            Pick::new(who.id.clone(), who.name.clone()).with_text(text)
        };
        std::iter::once(Pick::new("", locale.say(Words::Myself))).chain(all.iter().map(one)).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || Some(session.acting().map(|who| who.id).unwrap_or_default()));
    let choose = Callback::new(move |id: String| {
        choices.busy.set(true);
        choices.error.set(None);
        spawn_local(async move {
            let answer = match id.is_empty() {
                true => acting::stop(connection, session, journeys).await,
                false => acting::begin(connection, session, journeys, id).await,
            };
            let _ = (choices.busy.try_set(false), choices.error.try_set(answer.err()));
        });
    });
    view! { <div class="mb-block"><ChoiceGroup legend=say(Words::For) options value on_change=choose /></div> }.into_any()
}

fn relation(relation: Relation) -> Words {
    match relation {
        Relation::Child => Words::Child,
        Relation::Parent => Words::Parent,
        Relation::Spouse => Words::Spouse,
        Relation::CompanyOfficer => Words::Company,
        Relation::Other => Words::OtherRelation,
    }
}
