//! What one source filled in: the certificate, its issuer and dates, the values; or why it could not, and what to do.

use super::button::{Action, Look};
use super::icon::{Icon, IconName};
use super::notice::{Notice, Tone};
use super::tag::Tag;
use super::{say, say_of, say_of_with, say_with, unique};
use crate::model::prefill::{CertificateRef, TrustLevel};
use crate::state::effect::memo;
use crate::state::locale::use_locale;
use crate::words::dispute::{DisputeWords, RereadWords};
use crate::words::format;
use crate::words::ui::Ui;
use leptos::prelude::*;

/// How far a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CardState {
    /// Being read.
    #[default]
    Reading,
    Filled,
    /// It has no record of this person.
    Empty,
    Unavailable,
    /// Its certificate is past its date.
    Expired,
    /// The person refused it in the consent.
    Refused,
}

impl From<crate::model::prefill::SourceStatus> for CardState {
    fn from(status: crate::model::prefill::SourceStatus) -> Self {
        use crate::model::prefill::SourceStatus as S;
        match status {
            S::Filled => Self::Filled,
            S::Empty => Self::Empty,
            S::Unavailable => Self::Unavailable,
            S::Expired => Self::Expired,
            S::Refused => Self::Refused,
        }
    }
}

impl CardState {
    /// `data-card-state`, for tests.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Filled => "filled",
            Self::Empty => "empty",
            Self::Unavailable => "unavailable",
            Self::Expired => "expired",
            Self::Refused => "refused",
        }
    }
}

/// One value of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// `data-field`.
    pub pointer: String,
    pub label: String,
    /// The whole value, in words.
    pub text: String,
    /// What is shown until asked for the whole.
    pub masked: Option<String>,
    /// Draws a Change button.
    pub editable: bool,
    /// The person changed it: it is theirs now.
    pub changed: bool,
    pub note: Option<String>,
}

impl SourceRow {
    /// A locked value.
    pub fn new(pointer: impl Into<String>, label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), label: label.into(), text: text.into(), masked: None, editable: false, changed: false, note: None }
    }
}

/// More rows than this are folded at first.
const OPEN_ROWS: usize = 4;

/// The card. It appears with a check mark when its source has answered, one card after the other (`place`).
#[component]
pub fn SourceCard(
    /// The source's id (`data-source`).
    #[prop(into)]
    source: String,
    #[prop(into)] name: Signal<String>,
    #[prop(into)] state: Signal<CardState>,
    #[prop(optional, into)] certificate: Signal<Option<CertificateRef>>,
    #[prop(optional, into)] level: Signal<Option<TrustLevel>>,
    #[prop(optional, into)] rows: Signal<Vec<SourceRow>>,
    /// What the backend said about a source that did not fill; the card's own words without it.
    #[prop(optional, into)]
    message: Signal<Option<String>>,
    /// Its place among the cards, for the stagger.
    #[prop(optional)]
    place: usize,
    /// Draws "try again" where the state allows it.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// Draws "fill in by hand" where the source did not fill.
    #[prop(optional, into)]
    on_type: Option<Callback<()>>,
    /// Change one value, by pointer.
    #[prop(optional, into)]
    on_edit: Option<Callback<String>>,
    /// Draws "something wrong?" below the values.
    #[prop(optional, into)]
    on_dispute: Option<Callback<()>>,
    /// Draws "read again" below the values.
    #[prop(optional, into)]
    on_again: Option<Callback<()>>,
    /// What reading again came to, in words; read out.
    #[prop(optional, into)]
    again: Signal<Option<String>>,
) -> AnyView {
    let state = memo(move || state.get());
    // A page derives the rows from all answers: without a memo each key press elsewhere would redraw the card and take the focus.
    let rows = Signal::from(memo(move || rows.get()));
    let word = move || state.get().word();
    let source = StoredValue::new(source);
    let body = move || {
        match state.get() {
        CardState::Reading => view! {
            <p class="mb-source__reading"><span class="mb-spin" aria-hidden="true"></span>{say(Ui::SourceReading)}</p>
            <div class="mb-source__ghost" aria-hidden="true"><span class="mb-skeleton__line"></span><span class="mb-skeleton__line mb-skeleton__line--short"></span></div>
        }
        .into_any(),
        CardState::Filled => view! { {certificate_line(certificate, false)} {values(source, rows, on_edit)} {below(name, on_dispute, on_again, again)} }.into_any(),
        other => view! {
            {(other == CardState::Expired).then(|| certificate_line(certificate, true))}
            {trouble(other, message, on_retry, on_type)}
        }
        .into_any(),
    }
    };
    let title_id = unique("source");
    view! {
        <section class="mb-card mb-source" aria-labelledby=title_id data-source-card=source.get_value() data-card-state=word style:--place=place.to_string()>
            <div class="mb-source__head">
                <h3 class="mb-source__title" id=title_id.clone()>
                    {move || (state.get() == CardState::Filled).then(|| view! { <span class="mb-source__tick"><Icon name=IconName::CheckCircle/></span> }.into_any())}
                    <span>{name}</span>
                </h3>
                {move || state_tag(state.get(), level.get())}
            </div>
            {move || body()}
        </section>
    }
    .into_any()
}

/// What can be done about a source that filled: telling that something is wrong, and reading it again.
fn below(name: Signal<String>, on_dispute: Option<Callback<()>>, on_again: Option<Callback<()>>, again: Signal<Option<String>>) -> AnyView {
    let wrong = on_dispute.map(|on_dispute| {
        let named = say_of_with(DisputeWords::OpenWhat, vec![("name", name)]);
        let open = move |_| on_dispute.run(());
        view! { <button type="button" class="mb-textbtn" data-action="dispute" aria-label=named on:click=open>{say_of(DisputeWords::Open)}</button> }.into_any()
    });
    let reread = on_again.map(|on_again| {
        let named = say_of_with(RereadWords::AgainWhat, vec![("name", name)]);
        let press = move |_| on_again.run(());
        view! { <button type="button" class="mb-textbtn" data-action="read-again" aria-label=named on:click=press>{say_of(RereadWords::Again)}</button> }
            .into_any()
    });
    let status = reread.is_some().then(|| view! { <p class="mb-quiet" role="status">{again}</p> }.into_any());
    let any = wrong.is_some() || reread.is_some();
    any.then(|| view! { <div class="mb-source__below">{wrong}{reread}</div>{status} }.into_any()).into_any()
}

/// How far a source is trusted, in words.
pub fn level_words(level: TrustLevel) -> Ui {
    match level {
        TrustLevel::A => Ui::LevelA,
        TrustLevel::B => Ui::LevelB,
        TrustLevel::C => Ui::LevelC,
        TrustLevel::D => Ui::LevelD,
    }
}

fn state_tag(state: CardState, level: Option<TrustLevel>) -> Option<AnyView> {
    let (words, tone) = match state {
        CardState::Reading => return None,
        CardState::Filled => (level_words(level?), Tone::Good),
        CardState::Empty => (Ui::TagEmpty, Tone::Info),
        CardState::Unavailable => (Ui::TagUnavailable, Tone::Bad),
        CardState::Expired => (Ui::TagExpired, Tone::Wait),
        CardState::Refused => (Ui::TagRefused, Tone::Info),
    };
    Some(view! { <Tag label=say(words) tone/> }.into_any())
}

/// Issuer · issued · expires.
fn certificate_line(certificate: Signal<Option<CertificateRef>>, expired: bool) -> AnyView {
    let locale = use_locale();
    let words = move || {
        let lang = locale.lang.get();
        certificate.get().map(|c| {
            let issued = c.issued_on.map(|d| locale.say_with(Ui::SourceIssued, &[("date", &format::date(&d, lang))]));
            let until = match c.expires_on {
                Some(d) => {
                    let words = if expired { Ui::SourceExpired } else { Ui::SourceExpires };
                    locale.say_with(words, &[("date", &format::date(&d, lang))])
                }
                None => locale.say(Ui::SourceLasting).to_string(),
            };
            // Each part stays on one line where it can: a date broken in two is hard to read.
            let rest: Vec<AnyView> =
                issued.into_iter().chain(std::iter::once(until)).map(|part| view! { " · "<span class="mb-source__part">{part}</span> }.into_any()).collect();
            let icon = if expired { IconName::Clock } else { IconName::Lock };
            view! { <p class="mb-source__issuer"><Icon name=icon/><span>{c.issuer}{rest}</span></p> }.into_any()
        })
    };
    view! { {move || words()} }.into_any()
}

fn values(source: StoredValue<String>, rows: Signal<Vec<SourceRow>>, on_edit: Option<Callback<String>>) -> AnyView {
    let many = memo(move || rows.with(Vec::len));
    let open = RwSignal::new(many.get_untracked() <= OPEN_ROWS);
    let list_id = unique("values");
    // A note that every noted value shares is said once, below.
    let shared = memo(move || {
        rows.with(|rows| {
            let mut notes = rows.iter().filter_map(|r| r.note.as_ref());
            let first = notes.next()?;
            let mut rest = notes.peekable();
            (rest.peek().is_some() && rest.all(|n| n == first)).then(|| first.clone())
        })
    });
    let list = move || {
        let all = open.get();
        let said = shared.with(Option::is_some);
        let rows = rows.get().into_iter().take(if all { usize::MAX } else { OPEN_ROWS - 1 });
        rows.map(|row| value_row(source, if said { SourceRow { note: None, ..row } } else { row }, on_edit)).collect::<Vec<_>>()
    };
    let below = move || shared.get().map(|note| view! { <p class="mb-values__note mb-source__note">{note}</p> }.into_any());
    let words = {
        let more = say_with(Ui::Unfold, vec![("n", Signal::derive(move || many.get().to_string()))]);
        let less = say(Ui::Fold);
        move || if open.get() { less.get() } else { more.get() }
    };
    let controls = list_id.clone();
    let fold = move || {
        let controls = controls.clone();
        (many.get() > OPEN_ROWS).then(|| {
            view! {
                <button type="button" class="mb-textbtn mb-source__fold" aria-controls=controls aria-expanded=move || if open.get() { "true" } else { "false" }
                    on:click=move |_| open.update(|o| *o = !*o)>{move || words()}</button>
            }
            .into_any()
        })
    };
    view! { <dl class="mb-values" id=list_id>{move || list()}</dl>{move || below()}{move || fold()} }.into_any()
}

fn value_row(source: StoredValue<String>, row: SourceRow, on_edit: Option<Callback<String>>) -> AnyView {
    let SourceRow { pointer, label, text, masked, editable, changed, note } = row;
    let shown = RwSignal::new(false);
    let label_signal = Signal::stored(label.clone());
    let has_mask = masked.is_some();
    let value = move || match (&masked, shown.get()) {
        (Some(masked), false) => masked.clone(),
        _ => text.clone(),
    };
    let state = if changed {
        "typed"
    } else if editable {
        "filled"
    } else {
        "locked"
    };
    let target = pointer.clone();
    let edit = on_edit.filter(|_| editable).map(|on_edit| {
        let name = say_with(Ui::ChangeWhat, vec![("name", label_signal)]);
        view! { <button type="button" class="mb-textbtn" aria-label=name on:click=move |_| on_edit.run(target.clone())>{say(Ui::Change)}</button> }.into_any()
    });
    view! {
        <div class="mb-values__row" data-field=pointer data-source=source.get_value() data-state=state>
            <dt class="mb-values__label">{label}</dt>
            <dd class="mb-values__value">
                <span class="mb-values__text" translate="no">{move || value()}</span>
                {has_mask.then(|| reveal_button(label_signal, shown))}
                {edit}
                {changed.then(|| view! { <small class="mb-values__note">{say(Ui::YouChanged)}</small> }.into_any())}
                {note.map(|note| view! { <small class="mb-values__note">{note}</small> }.into_any())}
            </dd>
        </div>
    }
    .into_any()
}

/// Shows and hides a masked value; says which value it means.
pub fn reveal_button(label: Signal<String>, shown: RwSignal<bool>) -> AnyView {
    let (show, hide) = (say(Ui::Show), say(Ui::Hide));
    let (show_what, hide_what) = (say_with(Ui::ShowWhat, vec![("name", label)]), say_with(Ui::HideWhat, vec![("name", label)]));
    let words = move || if shown.get() { hide.get() } else { show.get() };
    let name = move || if shown.get() { hide_what.get() } else { show_what.get() };
    view! {
        <button type="button" class="mb-textbtn" data-action="show" aria-label=name on:click=move |_| shown.update(|s| *s = !*s)>{move || words()}</button>
    }
    .into_any()
}

fn trouble(state: CardState, message: Signal<Option<String>>, on_retry: Option<Callback<()>>, on_type: Option<Callback<()>>) -> AnyView {
    let (words, tone) = match state {
        CardState::Unavailable => (Ui::UnavailableText, Tone::Bad),
        CardState::Expired => (Ui::ExpiredText, Tone::Wait),
        CardState::Refused => (Ui::RefusedText, Tone::Info),
        _ => (Ui::EmptyText, Tone::Info),
    };
    let own = say(words);
    let text = Signal::derive(move || message.get().unwrap_or_else(|| own.get()));
    let retry = on_retry.filter(|_| matches!(state, CardState::Unavailable | CardState::Expired)).map(|on_press| {
        let label = say(if state == CardState::Unavailable { Ui::Retry } else { Ui::ReadAgain });
        view! { <Action label on_press look=Look::Quiet hook="retry"/> }.into_any()
    });
    let by_hand = on_type.map(|on_press| view! { <Action label=say(Ui::TypeByHand) on_press look=Look::Quiet hook="type-by-hand"/> }.into_any());
    let ways = (retry.is_some() || by_hand.is_some()).then(|| view! { <div class="mb-source__ways">{retry}{by_hand}</div> }.into_any());
    view! { <Notice tone text=text announce=state == CardState::Unavailable>{ways}</Notice> }.into_any()
}
