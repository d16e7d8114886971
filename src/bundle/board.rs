//! A submitted bundle as people read it: stages from left to right, and what leads to what.

use super::order::order;
use crate::model::matter::{Matter, Part, PartStatus};
use std::collections::BTreeMap;

/// Where a part stands on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Its place among the matter's parts.
    pub part: usize,
    /// 0 where it waits for no other part, else one more than the latest that it comes after.
    pub stage: usize,
    /// Its place in its stage.
    pub lane: usize,
}

/// The parts in reading order: stage by stage, each as the backend has them. What names a part that is not there, or goes in a circle, is passed
/// over, since a board that shows less is better than none.
pub fn spots(parts: &[Part]) -> Vec<Spot> {
    let place: BTreeMap<&str, usize> = parts.iter().enumerate().map(|(at, p)| (p.service.id.as_str(), at)).collect();
    let after = |at: usize| -> Vec<usize> { parts.get(at).into_iter().flat_map(|p| &p.after).filter_map(|id| place.get(id.as_str()).copied()).collect() };
    let sound = order(parts.len(), after);
    let mut stages = vec![0; parts.len()];
    for at in sound.iter().flatten().copied() {
        let stage = after(at).into_iter().filter_map(|before| stages.get(before)).map(|s| s + 1).max().unwrap_or(0);
        if let Some(place) = stages.get_mut(at) {
            *place = stage;
        }
    }
    let last = stages.iter().copied().max().unwrap_or(0);
    let in_stage = |stage: usize| stages.iter().enumerate().filter(move |(_, s)| **s == stage).map(|(at, _)| at).enumerate();
    (0..=last).flat_map(|stage| in_stage(stage).map(move |(lane, part)| Spot { part, stage, lane }).collect::<Vec<_>>()).collect()
}

/// What leads to what: places of parts, the earlier one first.
pub fn ways(parts: &[Part]) -> Vec<(usize, usize)> {
    let place = |id: &String| parts.iter().position(|p| p.service.id == *id);
    let to = parts.iter().enumerate();
    to.flat_map(|(at, part)| part.after.iter().filter_map(place).filter(move |from| *from != at).map(move |from| (from, at)).collect::<Vec<_>>()).collect()
}

/// How many parts are done, and of how many.
pub fn done(parts: &[Part]) -> (usize, usize) {
    (parts.iter().filter(|p| p.status == PartStatus::Done).count(), parts.len())
}

/// What is to be shown once an answer has come: the later of the two, in whatever order answers come, and however often.
pub fn later(shown: Option<Matter>, came: Matter) -> Matter {
    match shown {
        Some(shown) if shown.id == came.id && shown.revision > came.revision => shown,
        _ => came,
    }
}
