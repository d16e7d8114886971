//! 好差评: five stars, tags by level, 150 characters; what will happen after a bad one; one rating, then one additional.

use super::{say, trouble, waiting};
use crate::backend::{ApiError, Client, Key};
use crate::model::application::RatingState;
use crate::model::rating::{NewRating, Rating, RatingKind, RatingLevel, RatingSheet, Stars, TEXT_LIMIT};
use crate::platform::{focus, random};
use crate::route::Route;
use crate::state::connection::use_connection;
use crate::state::effect::{memo, on_language};
use crate::state::load::Loading;
use crate::state::locale::{use_locale, Locale};
use crate::state::navigation::use_navigation;
use crate::ui::{live, Action, Back, Card, FollowUp, LinkAction, LongText, Notice, Page, StarChoice, Switch, TagChoice, Tone};
use crate::words::decision::RatingWords;
use crate::words::format;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the person has chosen so far; it survives a switch of language.
#[derive(Clone, Copy)]
struct Choices {
    stars: RwSignal<Option<Stars>>,
    tags: RwSignal<Vec<String>>,
    text: RwSignal<String>,
    named: RwSignal<bool>,
    asked: RwSignal<bool>,
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

/// What is rated.
#[derive(Debug, Clone)]
pub enum Rated {
    /// One matter of one department, by the id of its application.
    Application(String),
    /// A submitted bundle, once for all departments.
    Matter(String),
}

impl Rated {
    /// Where it can be followed.
    fn followed(&self) -> Route {
        match self {
            Self::Application(id) => Route::Decision { application: id.clone() },
            Self::Matter(id) => Route::Board { matter: id.clone() },
        }
    }

    async fn sheet(&self, client: &Client) -> Result<RatingSheet, ApiError> {
        match self {
            Self::Application(id) => client.rating_sheet(id).await,
            Self::Matter(id) => client.matter_rating_sheet(id).await,
        }
    }

    async fn rate(&self, client: &Client, rating: &NewRating, key: &Key) -> Result<Rating, ApiError> {
        match self {
            Self::Application(id) => client.rate(id, rating, key).await,
            Self::Matter(id) => client.rate_matter(id, rating, key).await,
        }
    }
}

#[component]
pub fn RatingPage(of: Rated) -> impl IntoView {
    let (connection, locale, navigation) = (use_connection(), use_locale(), use_navigation());
    let of = StoredValue::new(of);
    let sheet: Loading<RatingSheet> = Loading::start(move || {
        let (client, of) = (connection.client(), of.get_value());
        async move { of.sheet(&client).await }
    });
    on_language(locale, move || sheet.refresh());
    let choices = Choices {
        stars: RwSignal::new(None),
        tags: RwSignal::default(),
        text: RwSignal::default(),
        named: RwSignal::new(false),
        asked: RwSignal::new(false),
        busy: RwSignal::new(false),
        error: RwSignal::new(None),
    };
    // One key for the whole page: a second press, or a press after a lost answer, is the same rating.
    let key = StoredValue::new(random::token().unwrap_or_default());
    let send = Callback::new(move |()| {
        let Some(sheet_now) = sheet.ready() else { return };
        let Some(rating) = new_rating(&sheet_now, choices) else {
            choices.asked.set(true);
            request_animation_frame(|| focus::at("stars-1"));
            return;
        };
        if choices.busy.get_untracked() || rating.text.chars().count() > TEXT_LIMIT {
            return;
        }
        choices.busy.set(true);
        choices.error.set(None);
        spawn_local(async move {
            let answer = of.get_value().rate(&connection.client(), &rating, &Key::new(key.get_value())).await;
            let _ = choices.busy.try_set(false);
            match answer {
                Ok(_) => {
                    clear(choices);
                    key.set_value(random::token().unwrap_or_default());
                    sheet.refresh();
                }
                // It had arrived already, in another tab or before a reload: what was said is shown.
                Err(error) if error.case() == "already-rated" => sheet.refresh(),
                Err(error) => {
                    let _ = choices.error.try_set(Some(error));
                }
            }
        });
    });
    let can = memo(move || sheet.ready().map(|s| s.can));
    let footer = move || {
        live(move || match can.get() {
            Some(RatingState::First) => view! { <Action label=say(RatingWords::Submit) on_press=send busy=choices.busy /> }.into_any(),
            Some(RatingState::Additional) => view! { <Action label=say(RatingWords::SubmitMore) on_press=send busy=choices.busy /> }.into_any(),
            Some(RatingState::Closed) => {
                let href = Signal::stored(of.get_value().followed().path());
                view! { <LinkAction label=say(RatingWords::ToDecision) href /> }.into_any()
            }
            None => ().into_any(),
        })
    };
    let followed = of.get_value().followed();
    let back = Back::with(followed.path(), Callback::new(move |()| navigation.back_or(followed.clone())));
    view! {
        <Page name="rating" title=say(RatingWords::Title) back footer=footer>
            {move || choices.error.get().map(|e| trouble::draw(e, send))}
            {waiting::until_loaded(sheet, move |sheet| draw(locale, sheet, choices))}
        </Page>
    }
}

fn clear(choices: Choices) {
    choices.stars.set(None);
    choices.tags.set(Vec::new());
    choices.text.set(String::new());
    choices.asked.set(false);
}

fn new_rating(sheet: &RatingSheet, choices: Choices) -> Option<NewRating> {
    let kind = match sheet.can {
        RatingState::First => RatingKind::First,
        RatingState::Additional => RatingKind::Additional,
        RatingState::Closed => return None,
    };
    Some(NewRating {
        kind,
        version: sheet.version.clone(),
        level: choices.stars.get_untracked()?,
        tags: choices.tags.get_untracked(),
        text: choices.text.get_untracked().trim().to_owned(),
        named: choices.named.get_untracked(),
    })
}

fn draw(locale: Locale, sheet: RatingSheet, choices: Choices) -> AnyView {
    let given: Vec<AnyView> = sheet.ratings.iter().map(|r| said(locale, r, &sheet.levels)).collect();
    let rated = !given.is_empty();
    let about = format!("{} · {}", sheet.service.name, sheet.service.agency);
    let rest = match sheet.can {
        RatingState::Closed if rated => view! { <p class="mb-quiet">{say(RatingWords::Closed)}</p> }.into_any(),
        RatingState::Closed => view! { <Notice text=say(RatingWords::NotYet) /> }.into_any(),
        RatingState::First | RatingState::Additional => ask(locale, sheet.levels, choices, rated, about),
    };
    view! {
        {rated.then(|| view! { <Notice tone=Tone::Good title=say(RatingWords::ThanksTitle) announce=true /> }.into_any())}
        {given}
        {rest}
    }
    .into_any()
}

fn ask(locale: Locale, levels: Vec<RatingLevel>, choices: Choices, more: bool, about: String) -> AnyView {
    let levels = StoredValue::new(levels);
    let level = memo(move || {
        let stars = choices.stars.get()?;
        levels.with_value(|l| l.iter().find(|l| l.level == stars).cloned())
    });
    let problem = Signal::derive(move || (choices.asked.get() && choices.stars.get().is_none()).then(|| locale.say(RatingWords::ChooseFirst).to_owned()));
    let choose = Callback::new(move |stars: Stars| {
        if choices.stars.get_untracked() != Some(stars) {
            // The tags of one level say nothing at another.
            choices.tags.set(Vec::new());
            choices.stars.set(Some(stars));
        }
    });
    let tags = move || {
        let level = level.get()?;
        let legend = say(if level.bad { RatingWords::TagsBad } else { RatingWords::TagsGood });
        let on_change = Callback::new(move |tags| choices.tags.set(tags));
        (!level.tags.is_empty()).then(|| view! { <Card><TagChoice legend tags=Signal::stored(level.tags) value=choices.tags on_change /></Card> }.into_any())
    };
    let follow_up = move || {
        let steps = level.get().filter(|l| l.bad)?.follow_up;
        (!steps.is_empty()).then(|| view! { <FollowUp steps=Signal::stored(steps) /> }.into_any())
    };
    let named_hint = Signal::derive(move || locale.say(if choices.named.get() { RatingWords::NamedOn } else { RatingWords::NamedOff }).to_owned());
    view! {
        <Card>
            <p class="mb-quiet">{about}</p>
            <StarChoice
                legend=say(if more { RatingWords::AddMore } else { RatingWords::Question })
                levels=Signal::stored(levels.get_value())
                value=choices.stars
                on_change=choose
                problem
                id="stars"
            />
        </Card>
        {move || tags()}
        <Card>
            <LongText
                label=say(RatingWords::Text)
                hint=say(RatingWords::TextHint)
                value=choices.text
                on_input=Callback::new(move |text| choices.text.set(text))
                pointer="/text"
            />
            <Switch label=say(RatingWords::Named) hint=named_hint on=choices.named on_change=Callback::new(move |on| choices.named.set(on)) />
        </Card>
        {move || follow_up()}
    }
    .into_any()
}

/// A rating that was given, with what happens because of it.
fn said(locale: Locale, rating: &Rating, levels: &[RatingLevel]) -> AnyView {
    let name = levels.iter().find(|l| l.level == rating.level).map(|l| l.name.clone()).unwrap_or_default();
    let title = say(if rating.kind == RatingKind::First { RatingWords::Given } else { RatingWords::GivenMore });
    let stars = locale.say_with(RatingWords::Chosen, &[("n", &rating.level.get().to_string()), ("name", &name)]);
    let tags: Vec<AnyView> = rating.tags.iter().map(|t| view! { <li>{t.text.clone()}</li> }.into_any()).collect();
    let at = format::moment(&rating.at, locale.lang.get_untracked());
    let (steps, text) = (rating.follow_up.clone(), rating.text.clone());
    view! {
        <Card title>
            <p><b>{stars}</b></p>
            {(!tags.is_empty()).then(|| view! { <ul class="mb-lines">{tags}</ul> }.into_any())}
            {(!text.is_empty()).then(|| view! { <p class="mb-quote">{text}</p> }.into_any())}
            <p class="mb-quiet">{at}</p>
        </Card>
        {(!steps.is_empty()).then(|| view! { <FollowUp steps=Signal::stored(steps) /> }.into_any())}
    }
    .into_any()
}
