//! Answers that stand: what is known already, and on the plan, all of them.

use crate::model::bundle::{GuideAnswers, Question};
use crate::pages::say;
use crate::route::Route;
use crate::state::guided::{Guided, Guiding};
use crate::state::locale::{use_locale, Locale};
use crate::ui::{Card, Icon, IconName};
use crate::words::bundle::GuideWords as Words;
use crate::words::ui::Ui;
use leptos::prelude::*;
use serde_json::Value;

/// The questions that are skipped because their answers are known, each with its source and a way to change it.
pub fn draw(guiding: Guiding, guided: &Guided, at: usize, answers: &GuideAnswers) -> AnyView {
    let known = guided.asked(answers).into_iter().filter(|other| *other != at && guided.known_from(*other, answers).is_some());
    let rows: Vec<AnyView> = known.map(|at| answer_row(guiding, guided, at, answers)).collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! { <Card title=say(Words::Known)><dl class="mb-values mb-values--review">{rows}</dl></Card> }.into_any()
}

/// A question, its answer, where that is known from, and the way to change it.
pub fn answer_row(guiding: Guiding, guided: &Guided, at: usize, answers: &GuideAnswers) -> AnyView {
    let locale = use_locale();
    let Some(question) = guided.question(at) else { return ().into_any() };
    let words = answers.get(&question.id).map(|value| in_words(locale, question, value)).unwrap_or_default();
    let source = guided.known_from(at, answers).map(|source| {
        let told = locale.say_with(Words::KnownFrom, &[("source", source)]);
        view! { <small class="mb-values__note mb-values__note--source"><Icon name=IconName::CheckCircle />{told}</small> }.into_any()
    });
    let href = Route::Guide { bundle: guiding.bundle(), question: Some(question.id.clone()) }.path();
    let name = locale.say_with(Ui::ChangeWhat, &[("name", &question.text)]);
    view! {
        <div class="mb-values__row" data-answer=question.id.clone()>
            <dt class="mb-values__label">{question.text.clone()}</dt>
            <dd class="mb-values__value">
                <span class="mb-values__text">{words}</span>
                <a class="mb-textbtn" href=href aria-label=name data-action="change">{say(Ui::Change)}</a>
                {source}
            </dd>
        </div>
    }
    .into_any()
}

fn in_words(locale: Locale, question: &Question, value: &Value) -> String {
    match value {
        Value::Bool(yes) => locale.say(if *yes { Ui::Yes } else { Ui::No }).to_owned(),
        other => {
            let option = question.options.iter().find(|o| other.as_str() == Some(o.value.as_str()));
            option.map(|o| o.title.clone()).unwrap_or_default()
        }
    }
}
