//! The plan: which services it takes, in which order, and what that saves.

use super::definition::{holds, Definition};
use crate::form::Expression;
use crate::model::bundle::{GuideAnswers, MaterialHow};
use crate::model::date::Date;
use std::collections::BTreeMap;

/// What it takes to get a thing done, for one set of answers. The same answers give the same plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Each after all that it waits for.
    pub services: Vec<Planned>,
    /// As the definition has them.
    pub left_out: Vec<LeftOut>,
    pub materials: Vec<NeededMaterial>,
    /// From submission to the last result when all departments keep to their time, in minutes.
    pub minutes: u32,
    /// The same where one service is begun after the other has ended.
    pub minutes_alone: u32,
    /// How many materials the person has to hand in.
    pub to_hand_in: usize,
    /// How many it would be if each department asked for its own.
    pub to_hand_in_alone: usize,
}

/// A service of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Its place in the definition.
    pub at: usize,
    /// The place of the service for whose sake it is in, where the answers alone would leave it out.
    pub needed_by: Option<usize>,
    pub after: Vec<Prior>,
    /// 0 where it begins at once, else one more than the latest that it waits for.
    pub stage: usize,
    /// When it has ended at the latest, in minutes from the submission.
    pub ends: u32,
}

/// What comes before a service of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prior {
    /// A service of the plan, by its place in the definition.
    Waits(usize),
    /// What the service at this place would give is there already.
    Satisfied(usize),
}

/// A service that is not in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its place in the definition.
    pub at: usize,
}

/// A material that the plan's services want, once for all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeededMaterial {
    /// Its place in the definition.
    pub at: usize,
    /// The places of the services that want it.
    pub services: Vec<usize>,
}

impl Plan {
    /// Whether a service, by its place in the definition, is in it.
    pub fn has(&self, at: usize) -> bool {
        self.services.iter().any(|s| s.at == at)
    }

    /// The services of the plan by their ids, in its order.
    pub fn ids<'a>(&'a self, definition: &'a Definition) -> impl Iterator<Item = &'a str> {
        self.services.iter().filter_map(|s| definition.member(s.at)).map(|m| m.service.id.as_str())
    }
}

impl Definition {
    /// The plan for these answers. Whatever a service comes after is in it too, unless the answers say that it is there already.
    pub fn plan(&self, answers: &GuideAnswers, today: Date) -> Plan {
        let (_, meant) = self.walk(answers, today);
        // Place → for whose sake, where not for its own.
        let mut included: BTreeMap<usize, Option<usize>> = BTreeMap::new();
        let mut left: Vec<usize> = Vec::new();
        for (at, ties) in self.members.iter().enumerate() {
            if holds(ties.when.as_ref(), &meant, today) {
                included.insert(at, None);
                left.push(at);
            }
        }
        let is_there = |satisfied: Option<&Expression>| satisfied.is_some_and(|s| s.truthy(&meant, today));
        while let Some(at) = left.pop() {
            for (_, tie) in self.after(at) {
                if !included.contains_key(&tie.at) && !is_there(tie.satisfied.as_ref()) {
                    included.insert(tie.at, Some(at));
                    left.push(tie.at);
                }
            }
        }
        let mut services: Vec<Planned> = Vec::new();
        let mut minutes_alone = 0u32;
        for at in self.order.iter().copied() {
            let Some(needed_by) = included.get(&at) else { continue };
            let after: Vec<Prior> =
                self.after(at).map(|(_, tie)| if included.contains_key(&tie.at) { Prior::Waits(tie.at) } else { Prior::Satisfied(tie.at) }).collect();
            let before = || services.iter().filter(|s| after.contains(&Prior::Waits(s.at)));
            let own = self.member(at).map_or(0, |m| m.minutes);
            let stage = before().map(|s| s.stage + 1).max().unwrap_or(0);
            let ends = before().map(|s| s.ends).max().unwrap_or(0).saturating_add(own);
            minutes_alone = minutes_alone.saturating_add(own);
            services.push(Planned { at, needed_by: *needed_by, after, stage, ends });
        }
        let left_out = (0..self.members.len()).filter(|at| !included.contains_key(at)).map(|at| LeftOut { at }).collect();
        let mut materials = Vec::new();
        let (mut to_hand_in, mut to_hand_in_alone) = (0, 0);
        for (at, material) in self.bundle.materials.iter().enumerate() {
            let wanted: Vec<usize> = material.services.iter().filter_map(|id| self.place_of(id)).filter(|at| included.contains_key(at)).collect();
            if wanted.is_empty() {
                continue;
            }
            to_hand_in += usize::from(material.how == MaterialHow::Upload);
            to_hand_in_alone += wanted.len();
            materials.push(NeededMaterial { at, services: wanted });
        }
        let minutes = services.iter().map(|s| s.ends).max().unwrap_or(0);
        Plan { services, left_out, materials, minutes, minutes_alone, to_hand_in, to_hand_in_alone }
    }
}
