//! The guide of a bundle: one plain question a screen. What is known already is not asked.

mod known;

pub use known::answer_row;

use super::{broken, say, waiting};
use crate::model::bundle::{GuideAnswers, Question, QuestionKind};
use crate::route::Route;
use crate::state::effect::effect;
use crate::state::guided::{Guided, Guiding, Opened};
use crate::state::locale::{use_locale, Locale};
use crate::state::navigation::use_navigation;
use crate::ui::choice::Pick;
use crate::ui::focus::focus_first;
use crate::ui::{Action, Back, Card, ChoiceGroup, Notice, Page};
use crate::words::bundle::GuideWords as Words;
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::Value;

/// What yes and no are called among the values of the options.
const YES: &str = "yes";
const NO: &str = "no";

#[component]
pub fn GuidePage(bundle: String, question: Option<String>) -> impl IntoView {
    let (locale, navigation) = (use_locale(), use_navigation());
    let guiding = Guiding::new(bundle.clone());
    let loading = guiding.open(question.is_some());
    let asked_for = StoredValue::new(question);
    // The question of this page, and whether it was known when it was opened.
    let shown = RwSignal::new(None::<(usize, bool)>);
    let problem = RwSignal::new(false);
    let guided = move || match loading.ready() {
        Some(Opened::Guided(guided)) => Some(guided),
        _ => None,
    };
    effect(move || {
        let Some(guided) = guided() else { return };
        let answers = untrack(|| guiding.answers());
        match asked_for.with_value(|id| stand(&guided, id.as_deref(), &answers)) {
            Some(at) => shown.set(Some((at, guided.known_from(at, &answers).is_some()))),
            None => navigation.swap(next(&guided, &guiding.bundle(), guided.open(&answers))),
        }
    });

    let go_on = Callback::new(move |()| {
        let (Some(guided), Some((at, _))) = (untrack(guided), shown.get_untracked()) else { return };
        let answers = untrack(|| guiding.answers());
        if !is_answered(&guided, at, &answers) {
            problem.set(true);
            focus_first("[data-page='guide'] .mb-option__input");
            return;
        }
        navigation.go(next(&guided, &guiding.bundle(), following(&guided, at, &answers, guiding.seen().is_some())));
    });

    let title = Signal::derive(move || {
        let (Some(guided), Some((at, was_known))) = (guided(), shown.get()) else { return locale.say(Words::Title).to_owned() };
        if was_known {
            return locale.say(Words::Check).to_owned();
        }
        let counted = told(&guided, at, &guiding.answers());
        let n = counted.iter().position(|other| *other == at).map_or(1, |n| n + 1);
        locale.say_with(Words::QuestionOf, &[("n", &n.to_string()), ("total", &counted.len().to_string())])
    });
    let before = move || {
        let bundle = guiding.bundle();
        let (Some(guided), Some((at, _))) = (untrack(guided), shown.get_untracked()) else { return Route::Bundle { id: bundle } };
        let answers = untrack(|| guiding.answers());
        let earlier = told(&guided, at, &answers).into_iter().rfind(|other| *other < at);
        earlier.and_then(|at| guided.question(at)).map_or(Route::Bundle { id: bundle.clone() }, |q| Route::Guide { bundle, question: Some(q.id.clone()) })
    };
    let href = Signal::derive(move || {
        shown.track();
        before().path()
    });
    let back = Back { href, on_back: Some(Callback::new(move |()| navigation.back_or(before()))) };
    let footer = move || {
        view! {
            {move || shown.get().map(|_| view! {
                <Action label=say(Words::Next) on_press=go_on />
                <p class="mb-foot__next">{say(Words::NextText)}</p>
            }.into_any())}
        }
        .into_any()
    };
    view! {
        <Page name="guide" title back footer=footer>
            {waiting::until_loaded(loading, move |opened| match opened {
                Opened::Broken { pointer, reason } => broken::draw(pointer, reason),
                Opened::Guided(guided) => {
                    let answers = untrack(|| guiding.answers());
                    let at = asked_for.with_value(|id| stand(&guided, id.as_deref(), &answers));
                    at.map_or_else(|| ().into_any(), |at| draw(guiding, guided, at, problem))
                }
            })}
        </Page>
    }
}

/// The place of the question that an address asks for; `None` where another page is to be shown: it is not asked, or one before it is open.
fn stand(guided: &Guided, id: Option<&str>, answers: &GuideAnswers) -> Option<usize> {
    let at = guided.asked(answers).into_iter().find(|at| guided.question(*at).map(|q| q.id.as_str()) == id)?;
    guided.open(answers).is_none_or(|open| at <= open).then_some(at)
}

/// The page of a question, or the plan where nothing is left to ask.
fn next(guided: &Guided, bundle: &str, at: Option<usize>) -> Route {
    let bundle = bundle.to_owned();
    match at.and_then(|at| guided.question(at)) {
        Some(question) => Route::Guide { bundle, question: Some(question.id.clone()) },
        None => Route::Plan { bundle },
    }
}

fn is_answered(guided: &Guided, at: usize, answers: &GuideAnswers) -> bool {
    guided.question(at).is_some_and(|q| answers.get(&q.id).is_some_and(|value| q.takes(value)))
}

/// What is asked after a question. Who has seen the plan is led back to it, past what is answered.
fn following(guided: &Guided, at: usize, answers: &GuideAnswers, has_seen: bool) -> Option<usize> {
    if has_seen {
        return guided.open(answers);
    }
    told(guided, at, answers).into_iter().find(|other| *other > at)
}

/// The questions that are put to the person: those asked that are not known, and this one.
fn told(guided: &Guided, at: usize, answers: &GuideAnswers) -> Vec<usize> {
    guided.asked(answers).into_iter().filter(|other| *other == at || guided.known_from(*other, answers).is_none()).collect()
}

fn draw(guiding: Guiding, guided: Guided, at: usize, problem: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let Some(question) = guided.question(at).cloned() else { return ().into_any() };
    let answers = untrack(|| guiding.answers());
    let note = guided.known_from(at, &answers).map(|source| {
        let text = Signal::stored(locale.say_with(Words::KnownText, &[("source", source)]));
        view! { <Notice text /> }.into_any()
    });
    let id = question.id.clone();
    let value = Signal::derive(move || guiding.answers().get(&id).and_then(chosen));
    let change = {
        let (guided, question) = (guided.clone(), question.clone());
        Callback::new(move |picked: String| {
            problem.set(false);
            guiding.answer(&guided, &question.id, said(&question, picked));
        })
    };
    let told = Signal::derive(move || problem.get().then(|| locale.say(Words::Choose).to_owned()));
    let options = Signal::stored(options(locale, &question));
    let legend = Signal::stored(question.text);
    let group = match question.hint {
        Some(hint) => view! { <ChoiceGroup legend hint=Signal::stored(hint) options value on_change=change problem=told /> }.into_any(),
        None => view! { <ChoiceGroup legend options value on_change=change problem=told /> }.into_any(),
    };
    view! {
        <p class="mb-lead">{guided.definition.bundle().name.clone()}</p>
        <Card>{group}</Card>
        {note}
        {known::draw(guiding, &guided, at, &answers)}
    }
    .into_any()
}

fn options(locale: Locale, question: &Question) -> Vec<Pick> {
    if question.kind == QuestionKind::YesNo {
        return vec![Pick::new(YES, locale.say(Ui::Yes)), Pick::new(NO, locale.say(Ui::No))];
    }
    let pick = |title: &str, value: &str| Pick::new(value, title);
    question.options.iter().map(|o| Pick { text: o.hint.clone(), ..pick(&o.title, &o.value) }).collect()
}

/// The option that an answer is.
fn chosen(answer: &Value) -> Option<String> {
    match answer {
        Value::Bool(yes) => Some(if *yes { YES } else { NO }.to_owned()),
        other => other.as_str().map(str::to_owned),
    }
}

/// The answer that an option is.
fn said(question: &Question, picked: String) -> Value {
    match question.kind {
        QuestionKind::YesNo => Value::Bool(picked == YES),
        QuestionKind::Choice | QuestionKind::Other => Value::String(picked),
    }
}
