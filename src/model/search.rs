//! Search in the catalogue: answered in the page, on every key press.

use super::bundle::BundleSummary;
use super::order::sorted;
use super::service::{ServiceSummary, Theme};

/// What can be looked for.
pub trait Sought {
    fn name(&self) -> &str;
    /// Other words for it.
    fn terms(&self) -> &[String] {
        &[]
    }
    /// What else is read of it: who does it.
    fn more(&self) -> &str {
        ""
    }
    /// Higher is asked for more often.
    fn popularity(&self) -> u32 {
        0
    }
}

impl Sought for ServiceSummary {
    fn name(&self) -> &str {
        &self.name
    }

    fn terms(&self) -> &[String] {
        &self.search
    }

    fn more(&self) -> &str {
        &self.agency
    }

    fn popularity(&self) -> u32 {
        self.popularity
    }
}

impl Sought for BundleSummary {
    fn name(&self) -> &str {
        &self.name
    }

    fn terms(&self) -> &[String] {
        &self.search
    }

    fn more(&self) -> &str {
        &self.event
    }

    fn popularity(&self) -> u32 {
        self.popularity
    }
}

impl Sought for Theme {
    fn name(&self) -> &str {
        &self.name
    }
}

/// What matches, best first; all by popularity when nothing is typed.
///
/// Words are separated by blanks and must all match. A name that starts with the query comes before one that contains it,
/// and that before a match in pinyin initials or everyday words.
pub fn search<'a, T: Sought>(all: &'a [T], query: &str) -> Vec<&'a T> {
    ranked(&mut all.iter().map(|one| one as &dyn Sought), query).into_iter().filter_map(|at| all.get(at)).collect()
}

/// How well the best of them matches: 0 where a name begins so, up to 3; `None` where nothing does.
pub fn closeness<T: Sought>(all: &[T], query: &str) -> Option<u8> {
    let (mut ones, query) = (all.iter().map(|one| one as &dyn Sought), fold(query));
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut best: Option<u8> = None;
    let ones: &mut dyn Iterator<Item = &dyn Sought> = &mut ones;
    for one in ones {
        let worst = words.iter().map(|word| rank(one, word)).try_fold(0, |worst, r| Some(worst.max(r?)));
        best = best.into_iter().chain(worst).min();
    }
    best
}

/// The places of what matches, best first.
fn ranked(all: &mut dyn Iterator<Item = &dyn Sought>, query: &str) -> Vec<usize> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut hits: Vec<(u64, usize)> = Vec::new();
    for (at, one) in all.enumerate() {
        let worst = words.iter().map(|word| rank(one, word)).try_fold(0, |worst, r| Some(worst.max(r?)));
        if let Some(worst) = worst {
            hits.push(((u64::from(worst) << 32) + u64::from(u32::MAX - one.popularity()), at));
        }
    }
    sorted(hits, |(rank, _)| *rank).into_iter().map(|(_, at)| at).collect()
}

fn rank(one: &dyn Sought, word: &str) -> Option<u8> {
    let name = fold(one.name());
    if name.starts_with(word) {
        return Some(0);
    }
    if name.contains(word) {
        return Some(1);
    }
    if one.terms().iter().any(|term| fold(term).starts_with(word)) {
        return Some(2);
    }
    (one.terms().iter().any(|term| fold(term).contains(word)) || fold(one.more()).contains(word)).then_some(3)
}

/// Lower case, full-width forms narrowed.
fn fold(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3000}' => ' ',
            _ => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}
