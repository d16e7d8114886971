//! The guide: which questions are asked, given what was answered.

use super::definition::{holds, Definition};
use crate::model::bundle::{GuideAnswers, Question};
use crate::model::date::Date;
use serde_json::{Map, Value};

impl Definition {
    /// The places of the questions that are asked, in order.
    pub fn asked(&self, answers: &GuideAnswers, today: Date) -> Vec<usize> {
        self.walk(answers, today).0
    }

    /// The answers that count: those to questions that are asked, and that the question takes. What else was answered is of another turn of the guide.
    pub fn meant(&self, answers: &GuideAnswers, today: Date) -> GuideAnswers {
        match self.walk(answers, today).1 {
            Value::Object(meant) => meant.into_iter().collect(),
            _ => GuideAnswers::new(),
        }
    }

    /// The first question that is asked and not answered; `None` once the plan is settled.
    pub fn next(&self, answers: &GuideAnswers, today: Date) -> Option<usize> {
        let (asked, meant) = self.walk(answers, today);
        let is_open = |q: &Question| meant.get(&q.id).is_none();
        asked.into_iter().find(|at| self.bundle.questions.get(*at).is_some_and(is_open))
    }

    pub(super) fn walk(&self, answers: &GuideAnswers, today: Date) -> (Vec<usize>, Value) {
        let mut meant = Value::Object(Map::new());
        let mut asked = Vec::new();
        for (at, (question, when)) in self.bundle.questions.iter().zip(&self.asked_when).enumerate() {
            if !holds(when.as_ref(), &meant, today) {
                continue;
            }
            asked.push(at);
            let answer = answers.get(&question.id).filter(|value| question.takes(value));
            if let (Some(answer), Value::Object(meant)) = (answer, &mut meant) {
                meant.insert(question.id.clone(), answer.clone());
            }
        }
        (asked, meant)
    }
}
