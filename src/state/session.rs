//! Who is using the app.

use super::connection::Connection;
use crate::backend::ApiError;
use crate::model::acting::ActingFor;
use crate::model::ending::Ending;
use crate::model::session::{Level, Session};
use crate::platform::clock;
use crate::platform::tabs::Channel;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What tabs call the channel, and what they say on it: nothing about who it is but the backend's key for them, which says nothing.
const CHANNEL: &str = "miaoban.session";

/// What a tab tells the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Somebody was verified, whose key follows.
    Verified,
    /// The person signed out: nothing of theirs is to stay on any screen.
    SignedOut,
}

impl News {
    fn word(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::SignedOut => "signed-out",
        }
    }
}

/// What the backend last said of the session. Provided once by the app.
#[derive(Clone, Copy)]
pub struct SessionState {
    session: RwSignal<Option<Session>>,
    connection: Connection,
    tabs: StoredValue<Option<Channel>, LocalStorage>,
    /// When the backend was last seen to answer, in milliseconds of this device's clock, and how many answers it had given by then.
    used: StoredValue<(i64, u32)>,
    /// How often another tab has signed the person out, or somebody else in.
    parted: RwSignal<u32>,
    /// The person acted for somebody else when the session ended.
    acted: StoredValue<bool>,
    /// A surer check has just been passed, and the page that wanted it has not said so yet.
    stepped_up: StoredValue<bool>,
}

impl SessionState {
    pub fn new(connection: Connection) -> Self {
        let state = Self {
            session: RwSignal::new(None),
            connection,
            tabs: StoredValue::new_local(None),
            used: StoredValue::new((0, 0)),
            parted: RwSignal::new(0),
            acted: StoredValue::new(false),
            stepped_up: StoredValue::new(false),
        };
        let tabs = Channel::open(CHANNEL, move |word| {
            if word == News::SignedOut.word() {
                state.end_here();
                state.ended();
                let _ = state.parted.try_update(|n| *n += 1);
                return;
            }
            if state.connection.client().is_bearer() {
                // This tab has a session of its own: it ends where somebody else has come to the device.
                let mine = state.person_key();
                let key = word.strip_prefix(News::Verified.word()).unwrap_or_default().trim_start();
                if !mine.is_empty() && mine != key {
                    state.end_here();
                    state.ended();
                    let _ = state.parted.try_update(|n| *n += 1);
                }
                return;
            }
            spawn_local(async move {
                let before = state.person_key();
                // A tab that could not ask will be told when it does.
                let came = state.refresh().await.is_ok();
                if came && !before.is_empty() && state.person_key() != before {
                    let _ = state.parted.try_update(|n| *n += 1);
                }
            });
        });
        state.tabs.set_value(tabs);
        on_cleanup(move || drop(state.tabs.try_set_value(None)));
        state
    }

    /// Asks the backend.
    ///
    /// # Errors
    /// Those of the call; what was known before stays.
    pub async fn refresh(&self) -> Result<Session, ApiError> {
        let client = self.connection.client();
        let session = client.session().await?;
        let _ = self.used.try_set_value((clock::now().0, client.answers()));
        let _ = self.session.try_set(Some(session.clone()));
        Ok(session)
    }

    /// Tells the other tabs.
    pub fn tell_tabs(&self, news: News) {
        let mut word = news.word().to_owned();
        if news == News::Verified {
            word = format!("{word} {}", self.person_key());
        }
        let _ = self.tabs.try_with_value(|tabs| tabs.iter().for_each(|tabs| tabs.tell(&word)));
    }

    /// Ends a session that is this page's own; one by cookie was ended by the tab that said so.
    fn end_here(&self) {
        let client = self.connection.client();
        if client.is_bearer() {
            spawn_local(async move {
                // Without an answer it ends by itself; here the token is forgotten either way.
                let _ = client.sign_out().await;
            });
        }
    }

    /// A surer check has been passed, for a page that is shown next.
    pub fn has_stepped_up(&self) {
        self.stepped_up.set_value(true);
    }

    /// Whether that page is this one: true once.
    pub fn takes_step_up(&self) -> bool {
        self.stepped_up.try_update_value(std::mem::take).unwrap_or(false)
    }

    /// How often another tab has signed the person out, or somebody else in; tracks it.
    pub fn parted(&self) -> u32 {
        self.parted.get()
    }

    /// How near the end of a verified session is, as far as this tab can tell; `None` where nobody is verified, or the backend does not
    /// say how long that lasts. Does not track.
    pub fn ending(&self) -> Option<Ending> {
        let life = self.session.try_with_untracked(|s| s.as_ref().filter(|s| s.level >= Level::Verified).and_then(|s| s.expires_in_s)).flatten()?;
        let answers = self.connection.client().answers();
        let now = clock::now().0;
        let last = self.used.try_update_value(|used| {
            if used.1 != answers {
                *used = (now, answers);
            }
            used.0
        })?;
        Some(Ending::of(i64::try_from(life).ok()?.saturating_mul(1_000), now - last))
    }

    /// For whom the person acts, where that is not themselves; tracks it.
    pub fn acting(&self) -> Option<ActingFor> {
        self.session.with(|s| s.as_ref().and_then(|s| s.acting_for.clone()))
    }

    /// The opaque id of whom the person acts for; does not track.
    pub fn acting_now(&self) -> Option<String> {
        self.session.try_with_untracked(|s| s.as_ref().and_then(|s| s.acting_for.as_ref()).map(|who| who.id.clone())).flatten()
    }

    /// Whether the person acted for somebody else when the session ended: they are likely to go on with that.
    pub fn has_acted(&self) -> bool {
        self.acted.try_get_value().unwrap_or_default()
    }

    /// Tracks it. `None` until the backend has answered once.
    pub fn get(&self) -> Option<Session> {
        self.session.get()
    }

    /// Tells this person from others on this device: the backend's key for them, or their masked name where it has none, and with it whom they
    /// act for. Empty where nobody is known. Does not track.
    pub fn person_key(&self) -> String {
        self.session.try_with_untracked(|s| s.as_ref().map(key_of)).flatten().unwrap_or_default()
    }

    /// How surely the person is known; does not track.
    pub fn level_now(&self) -> Level {
        self.session.try_with_untracked(|s| s.as_ref().map(|s| s.level)).flatten().unwrap_or(Level::None)
    }

    pub fn level(&self) -> Level {
        self.session.with(|s| s.as_ref().map_or(Level::None, |s| s.level))
    }

    /// A call was answered 401: whoever it was is signed out.
    pub fn ended(&self) {
        let _ = self.acted.try_set_value(self.acting_now().is_some());
        let _ = self.session.try_set(Some(Session { level: Level::None, person: None, expires_at: None, expires_in_s: None, acting_for: None }));
    }
}

fn key_of(session: &Session) -> String {
    let person = session.person.as_ref().map(|p| p.id.clone().unwrap_or_else(|| p.name.clone())).unwrap_or_default();
    // What is typed for one is never shown for another.
    match &session.acting_for {
        Some(who) => [person, who.id.clone()].join(">"),
        None => person,
    }
}

/// The app's [`SessionState`].
///
/// # Panics
/// Where none was provided, which is a mistake of the program and not of any data.
pub fn use_session() -> SessionState {
    expect_context::<SessionState>()
}
