//! What must be true of a bundle before anybody is guided by it.

use super::definition::{BundleProblem, Definition, Tie, Ties};
use super::order::order;
use crate::form::{Expression, Pointer};
use crate::model::bundle::{Bundle, Member, QuestionKind};
use std::collections::BTreeSet;

/// The name that the shared answers have beside the members' data: see `merge`.
pub(super) const FACTS: &str = "facts";
/// More than any bundle has, so that what a backend says stays bounded.
const MAX_SERVICES: usize = 200;
const MAX_QUESTIONS: usize = 200;
const MAX_FACTS: usize = 5_000;

type Checked<T> = Result<T, BundleProblem>;

fn wrong<T>(pointer: String, reason: impl Into<String>) -> Checked<T> {
    Err(BundleProblem::new(pointer, reason))
}

impl Definition {
    /// Holds a bundle to what must be true of it.
    ///
    /// # Errors
    /// The first thing that is wrong: an expression that does not compile or reads what is answered later, a service, fact or subject that is named and
    /// missing, a name that is there twice, services that wait for one another.
    pub fn check(bundle: Bundle) -> Result<Self, BundleProblem> {
        for (list, count, most) in
            [("services", bundle.services.len(), MAX_SERVICES), ("questions", bundle.questions.len(), MAX_QUESTIONS), ("facts", bundle.facts.len(), MAX_FACTS)]
        {
            if count > most {
                return wrong(format!("/{list}"), format!("has {count} entries; {most} are the most"));
            }
        }
        if bundle.services.is_empty() {
            return wrong("/services".to_owned(), "has no service");
        }
        once("services", "service/id", bundle.services.iter().map(|m| m.service.id.as_str()))?;
        once("questions", "id", bundle.questions.iter().map(|q| q.id.as_str()))?;
        once("facts", "id", bundle.facts.iter().map(|f| f.id.as_str()))?;
        once("subjects", "id", bundle.subjects.iter().map(|s| s.id.as_str()))?;
        once("materials", "id", bundle.materials.iter().map(|m| m.id.as_str()))?;
        if let Some(at) = bundle.services.iter().position(|m| m.service.id == FACTS) {
            return wrong(format!("/services/{at}/service/id"), "is a name that the shared answers have");
        }
        let asked_when = questions(&bundle)?;
        let members = bundle.services.iter().enumerate().map(|(at, member)| ties(&bundle, at, member)).collect::<Checked<Vec<_>>>()?;
        let before = |at: usize| members.get(at).map(|m| m.after.iter().map(|tie| tie.at).collect()).unwrap_or_default();
        let order = order(members.len(), before).map_err(|circle| in_a_circle(&bundle, &circle))?;
        flows(&bundle, &members)?;
        facts(&bundle)?;
        for (at, material) in bundle.materials.iter().enumerate() {
            for (n, service) in material.services.iter().enumerate() {
                known(&bundle, service, || format!("/materials/{at}/services/{n}"))?;
            }
        }
        Ok(Self { bundle, asked_when, members, order })
    }
}

fn once<'a>(list: &str, member: &str, ids: impl Iterator<Item = &'a str>) -> Checked<()> {
    let mut seen = BTreeSet::new();
    for (at, id) in ids.enumerate() {
        if id.is_empty() {
            return wrong(format!("/{list}/{at}/{member}"), "is empty");
        }
        if !seen.insert(id) {
            return wrong(format!("/{list}/{at}/{member}"), format!("“{id}” is there a second time"));
        }
    }
    Ok(())
}

fn known(bundle: &Bundle, service: &str, pointer: impl Fn() -> String) -> Checked<usize> {
    let place = bundle.services.iter().position(|m| m.service.id == service);
    place.ok_or_else(|| BundleProblem::new(pointer(), format!("names the service “{service}”, which the bundle does not have")))
}

/// An expression that reads nothing but the answers to these questions.
fn expression(text: &str, questions: &BTreeSet<&str>, pointer: &str) -> Checked<Expression> {
    let compiled = Expression::compile(text).map_err(|e| BundleProblem::new(pointer, format!("is not a JMESPath expression: {e}")))?;
    for place in compiled.reads() {
        let first = place.tokens().into_iter().next().unwrap_or_default();
        if !questions.contains(first.as_str()) {
            let what = if first.is_empty() { "everything at once".to_owned() } else { format!("“{first}”") };
            return wrong(pointer.to_owned(), format!("reads {what}, which no question before it asks"));
        }
    }
    Ok(compiled)
}

fn questions(bundle: &Bundle) -> Checked<Vec<Option<Expression>>> {
    let mut before = BTreeSet::new();
    let mut all = Vec::with_capacity(bundle.questions.len());
    for (at, question) in bundle.questions.iter().enumerate() {
        let here = format!("/questions/{at}");
        all.push(question.when.as_ref().map(|text| expression(text, &before, &format!("{here}/when"))).transpose()?);
        if question.kind != QuestionKind::YesNo {
            let values: BTreeSet<&str> = question.options.iter().map(|o| o.value.as_str()).collect();
            if values.len() < 2 || values.len() < question.options.len() {
                return wrong(format!("{here}/options"), "needs two options or more, each with a value of its own");
            }
        }
        before.insert(question.id.as_str());
    }
    Ok(all)
}

fn ties(bundle: &Bundle, at: usize, member: &Member) -> Checked<Ties> {
    let asked: BTreeSet<&str> = bundle.questions.iter().map(|q| q.id.as_str()).collect();
    let when = member.when.as_ref().map(|text| expression(text, &asked, &format!("/services/{at}/when"))).transpose()?;
    let mut after: Vec<Tie> = Vec::new();
    for (n, prior) in member.after.iter().enumerate() {
        let here = format!("/services/{at}/after/{n}");
        let place = known(bundle, &prior.service, || format!("{here}/service"))?;
        if after.iter().any(|tie| tie.at == place) {
            return wrong(format!("{here}/service"), format!("“{}” is there a second time", prior.service));
        }
        let satisfied = prior.satisfied.as_ref().map(|text| expression(text, &asked, &format!("{here}/satisfied"))).transpose()?;
        after.push(Tie { at: place, satisfied });
    }
    for (section, subject) in &member.sections {
        if bundle.subjects.iter().all(|s| s.id != *subject) {
            let pointer = format!("/services/{at}/sections{}", Pointer::root().child(section));
            return wrong(pointer, format!("names the subject “{subject}”, which the bundle does not have"));
        }
    }
    Ok(Ties { when, after })
}

fn in_a_circle(bundle: &Bundle, circle: &[usize]) -> BundleProblem {
    let names: Vec<&str> = circle.iter().filter_map(|at| bundle.services.get(*at)).map(|m| m.service.id.as_str()).collect();
    let first = circle.first().copied().unwrap_or_default();
    BundleProblem::new(format!("/services/{first}/after"), format!("goes in a circle: {}", names.join(" → ")))
}

/// What flows has been given before: by a service that comes first, however many others are between.
fn flows(bundle: &Bundle, members: &[Ties]) -> Checked<()> {
    for (at, member) in bundle.services.iter().enumerate() {
        let before = all_before(at, members);
        let mut taken = BTreeSet::new();
        for (n, flow) in member.flows.iter().enumerate() {
            let here = format!("/services/{at}/flows/{n}");
            let from = known(bundle, &flow.from, || format!("{here}/from"))?;
            if !before.contains(&from) {
                return wrong(format!("{here}/from"), format!("comes from “{}”, which is not done before “{}”", flow.from, member.service.id));
            }
            if let Some(to) = &flow.to {
                top_level(to, &format!("{here}/to"))?;
                if !taken.insert(to) {
                    return wrong(format!("{here}/to"), "is filled by another flow too");
                }
            }
        }
    }
    Ok(())
}

fn all_before(at: usize, members: &[Ties]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut left = vec![at];
    while let Some(here) = left.pop() {
        for tie in members.get(here).map(|m| m.after.as_slice()).unwrap_or_default() {
            if found.insert(tie.at) {
                left.push(tie.at);
            }
        }
    }
    found
}

fn facts(bundle: &Bundle) -> Checked<()> {
    let mut taken = BTreeSet::new();
    for (at, fact) in bundle.facts.iter().enumerate() {
        if fact.places.is_empty() {
            return wrong(format!("/facts/{at}/places"), "names no place");
        }
        if let Some(subject) = fact.subject.as_ref().filter(|id| bundle.subjects.iter().all(|s| s.id != **id)) {
            return wrong(format!("/facts/{at}/subject"), format!("names the subject “{subject}”, which the bundle does not have"));
        }
        for (n, place) in fact.places.iter().enumerate() {
            let here = format!("/facts/{at}/places/{n}");
            known(bundle, &place.service, || format!("{here}/service"))?;
            top_level(&place.pointer, &format!("{here}/pointer"))?;
            if !taken.insert((&place.service, &place.pointer)) {
                return wrong(here, "is a place of another fact too");
            }
        }
    }
    Ok(())
}

fn top_level(text: &str, pointer: &str) -> Checked<()> {
    match Pointer::parse(text).map(|p| p.tokens().len()) {
        Ok(1) => Ok(()),
        Ok(_) => wrong(pointer.to_owned(), "has to name a question of the service's own form, such as “/name”"),
        Err(_) => wrong(pointer.to_owned(), "is not a JSON Pointer"),
    }
}
