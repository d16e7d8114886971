//! Whether a form is asked on one page or a section at a time, and which sections have something to ask.

use super::field::{DefinitionProblem, Field, Form, Kind, Section};
use super::node::Node;

/// With more questions than this that only the person can answer, in more than [`FEW_SECTIONS`], a page for all is too long.
const FEW_QUESTIONS: usize = 12;
const FEW_SECTIONS: usize = 2;

/// `x-pages`: `sections` or `one`; without it what is to be expected of the person decides.
pub(super) fn is_paged(root: &Node, sections: &[Section], fields: &[Field]) -> Result<bool, DefinitionProblem> {
    match root.text("x-pages")?.as_deref() {
        Some("sections") => return Ok(true),
        Some("one") => return Ok(false),
        Some(_) => return Err(root.problem("x-pages", "must be \"sections\" or \"one\"")),
        None => {}
    }
    let own = |at: &&usize| fields.get(**at).is_some_and(|f| f.source.is_none() && !f.read_only && !matches!(f.kind, Kind::ReadOnly));
    let asked: Vec<usize> = sections.iter().map(|s| s.fields.iter().filter(own).count()).filter(|n| *n > 0).collect();
    Ok(asked.len() > FEW_SECTIONS && asked.iter().sum::<usize>() > FEW_QUESTIONS)
}

impl Form {
    /// The section that a field is in, by its place.
    pub fn section_of(&self, index: usize) -> Option<usize> {
        self.sections.iter().position(|s| s.fields.contains(&index))
    }

    /// The places of the sections that some of these fields are in, in page order.
    pub fn sections_of(&self, asked: &[usize]) -> Vec<usize> {
        let has = |s: &Section| s.fields.iter().any(|at| asked.binary_search(at).is_ok());
        self.sections.iter().enumerate().filter(|(_, s)| has(s)).map(|(at, _)| at).collect()
    }
}
