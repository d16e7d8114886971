//! From answers to a draft and back, also over a change of the form; what cannot be kept is told by its name.

use super::answers::Answers;
use super::field::Form;
use super::pointer::Pointer;
use crate::model::draft::Draft;
use crate::model::order::map_of;

/// An answer that a draft held and this form cannot take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Where it was.
    pub pointer: String,
    /// The question as it was asked, where the draft says.
    pub label: Option<String>,
    /// Why it is not asked any more, in the form's own words.
    pub why: Option<String>,
    /// Whether the form still asks it, so that the person can answer again.
    pub is_asked: bool,
}

impl Lost {
    /// What to call it: the question as it was asked, as it is asked now, or else its key in words (`home_address` → home address).
    pub fn name(&self, form: &Form) -> String {
        let now = || form.field_at(&self.pointer).map(|f| f.label.clone());
        self.label.clone().filter(|l| !l.trim().is_empty()).or_else(now).unwrap_or_else(|| in_words(&self.pointer))
    }
}

impl Answers {
    /// What the person typed, to be kept: with the questions as they were asked, and no value of any source.
    pub fn draft(&self, form: &Form, submission_key: Option<String>) -> Draft {
        let values = self.typed();
        let labels = map_of(values.keys().filter_map(|pointer| Some((pointer.clone(), form.field(pointer)?.label.clone()))));
        Draft { form_version: form.version.clone(), values, labels, disputes: Vec::new(), submission_key, answers: Default::default(), acting_for: None }
    }

    /// Puts a draft back, whichever version of the form it is of; answers what could not be kept, in the order of the draft.
    pub fn take_up(&mut self, form: &Form, mut draft: Draft) -> Vec<Lost> {
        let mut lost = form.migrate(&mut draft);
        for pointer in self.restore(form, &draft.values) {
            let is_asked = form.field(&pointer).is_some_and(|f| !f.read_only);
            lost.push(Lost { label: draft.labels.remove(&pointer), why: None, is_asked, pointer });
        }
        lost
    }
}

/// The last key of a pointer that is no place in a list, as words.
fn in_words(pointer: &str) -> String {
    let keys = Pointer::parse(pointer).map(|p| p.tokens()).unwrap_or_default();
    let key = keys.into_iter().rev().find(|k| k.parse::<usize>().is_err()).unwrap_or_else(|| pointer.to_owned());
    let mut words = String::with_capacity(key.len() + 4);
    let mut before_is_small = false;
    for c in key.chars() {
        if c == '_' || c == '-' || (c.is_ascii_uppercase() && before_is_small) {
            words.push(' ');
        }
        if c != '_' && c != '-' {
            words.extend(if before_is_small { c.to_lowercase().next() } else { Some(c) });
        }
        before_is_small = c.is_lowercase() || c.is_ascii_digit();
    }
    words.trim().to_owned()
}
