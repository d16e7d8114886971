//! A long form, a section at a time: which section is asked here, and the way from one to the next.

use super::super::say;
use super::ask;
use crate::form::Form;
use crate::route::Route;
use crate::state::effect::memo;
use crate::state::journey::Journey;
use crate::state::locale::use_locale;
use crate::ui::{Action, Look};
use crate::words::form::FormWords;
use leptos::prelude::*;

/// Where in its form a page is. A handle: copies share everything.
#[derive(Clone, Copy)]
pub struct Parts {
    journey: Journey,
    /// Indices of the fields that are asked now, in page order.
    pub asked: Memo<Vec<usize>>,
    /// The places of the sections that have something to ask, and of the one that is asked here; `None` where all are asked at once.
    at: Memo<Option<(Vec<usize>, usize)>>,
}

/// Another part of the form.
pub struct Part {
    pub title: String,
    pub route: Route,
}

impl Parts {
    /// `part` is the section that the address names. Where the review sent the person to a field, its section counts.
    pub fn new(journey: Journey, part: Option<String>) -> Self {
        let asked = memo(move || ask::asked_fields(journey));
        let aim = journey.aim.get_untracked().or_else(|| journey.resume.get_untracked());
        let at = memo(move || {
            journey.form.with(|form| {
                let form = form.as_ref().filter(|f| f.is_paged && !journey.on_one_page.get())?;
                let mut all = asked.with(|asked| form.sections_of(asked));
                let aimed = aim.as_ref().and_then(|pointer| form.section_of(form.field_around(pointer)?.index));
                let named = part.as_ref().and_then(|id| form.sections.iter().position(|s| s.id == *id));
                let here = aimed.or(named).or(all.first().copied())?;
                // What has nothing left to ask is still where the person is.
                if let Err(place) = all.binary_search(&here) {
                    all.insert(place, here);
                }
                Some((all, here))
            })
        });
        Self { journey, asked, at }
    }

    /// Indices of the fields that are asked here.
    pub fn here(&self) -> Vec<usize> {
        let section = self.at.with(|at| at.as_ref().map(|(_, here)| *here));
        let Some(section) = section else { return self.asked.get() };
        self.journey.form.with(|form| {
            let own = form.as_ref().and_then(|f| f.sections.get(section));
            self.asked.with(|asked| asked.iter().copied().filter(|index| own.is_some_and(|s| s.fields.contains(index))).collect())
        })
    }

    /// Whether this is where the form begins: what the sources gave is shown there.
    pub fn is_first(&self) -> bool {
        self.at.with(|at| at.as_ref().is_none_or(|(all, here)| all.first() == Some(here)))
    }

    /// Whether a pointer leads into a field of this page.
    pub fn is_here(&self, pointer: &str) -> bool {
        let section = self.at.with(|at| at.as_ref().map(|(_, here)| *here));
        section.is_none_or(|section| self.journey.form.with_untracked(|form| form.as_ref().and_then(|f| section_of(f, pointer)) == Some(section)))
    }

    /// Checks what is asked here; problems are shown.
    pub fn check(&self) -> bool {
        self.journey.check_those(&untrack(|| self.here()))
    }

    /// The part after this one.
    pub fn next(&self) -> Option<Part> {
        let next = self.at.with(|at| at.as_ref().and_then(|(all, here)| all.iter().find(|other| *other > here).copied()))?;
        self.part(next)
    }

    /// The part before this one.
    pub fn before(&self) -> Option<Route> {
        let before = untrack(|| self.at.with(|at| at.as_ref().and_then(|(all, here)| all.iter().rev().find(|other| *other < here).copied())))?;
        self.part(before).map(|part| part.route)
    }

    /// The part with the first shown problem, where this page has none.
    pub fn with_problems(&self) -> Option<Route> {
        let elsewhere = untrack(|| !self.journey.open_problems().iter().any(|p| self.is_here(&p.pointer)));
        elsewhere.then(|| to_problem(self.journey)).flatten()
    }

    fn part(&self, section: usize) -> Option<Part> {
        let service = self.journey.service();
        self.journey.form.with_untracked(|form| {
            let section = form.as_ref()?.sections.get(section)?;
            Some(Part { title: section.title.clone(), route: Route::Form { service, part: Some(section.id.clone()) } })
        })
    }

    /// The form's title, and which of its parts this is.
    pub fn title(self) -> Signal<String> {
        let locale = use_locale();
        Signal::derive(move || {
            let title = self.journey.form.with(|f| f.as_ref().and_then(|f| f.title.clone())).unwrap_or_else(|| locale.say(FormWords::Title).to_owned());
            match self.place() {
                Some((n, total, _)) => locale.say_with(FormWords::PartTitle, &[("title", &title), ("n", &n), ("total", &total)]),
                None => title,
            }
        })
    }

    /// What the main action is called.
    pub fn onward(self, from_review: bool) -> Signal<String> {
        let locale = use_locale();
        Signal::derive(move || match self.next().filter(|_| !from_review) {
            Some(next) => locale.say_with(FormWords::NextPart, &[("title", if next.title.is_empty() { locale.say(FormWords::Missing) } else { &next.title })]),
            None => locale.say(if from_review { FormWords::BackToReview } else { FormWords::ToReview }).to_owned(),
        })
    }

    /// Which part this is, of how many, and its heading.
    fn place(&self) -> Option<(String, String, String)> {
        let (all, here) = self.at.get()?;
        let n = all.iter().position(|section| *section == here)? + 1;
        let title = self.part(here)?.title;
        Some((n.to_string(), all.len().to_string(), title))
    }
}

/// Where this page is in the form, in words.
pub fn place(parts: Parts) -> AnyView {
    let locale = use_locale();
    let words = move || {
        let (n, total, title) = parts.place()?;
        let title = if title.is_empty() { locale.say(FormWords::Missing).to_owned() } else { title };
        Some(view! { <p class="mb-lead">{locale.say_with(FormWords::PartOf, &[("n", &n), ("total", &total), ("title", &title)])}</p> }.into_any())
    };
    (move || words()).into_any()
}

/// The choice between one page and parts, of a form that has parts.
pub fn way(parts: Parts) -> AnyView {
    let journey = parts.journey;
    let is_paged = memo(move || journey.form.with(|form| form.as_ref().is_some_and(|f| f.is_paged)));
    let drawn = move || {
        let words = if journey.on_one_page.get() { FormWords::InParts } else { FormWords::OnePage };
        let turn = Callback::new(move |()| journey.on_one_page.update(|one| *one = !*one));
        view! { <Action label=say(words) on_press=turn look=Look::Quiet hook="pages" /> }.into_any()
    };
    (move || is_paged.get().then(drawn)).into_any()
}

/// The part of the form with the first shown problem.
pub fn to_problem(journey: Journey) -> Option<Route> {
    let first = untrack(|| journey.open_problems()).into_iter().next()?;
    let service = journey.service();
    journey.form.with_untracked(|form| {
        let form = form.as_ref().filter(|f| f.is_paged && !journey.on_one_page.get_untracked())?;
        let section = form.sections.get(section_of(form, &first.pointer)?)?;
        Some(Route::Form { service, part: Some(section.id.clone()) })
    })
}

fn section_of(form: &Form, pointer: &str) -> Option<usize> {
    form.section_of(form.field_around(pointer)?.index)
}
