//! In which order conditions and computations are settled: each after everything that it reads, so that one round does.

use super::condition::Condition;
use super::field::{DefinitionProblem, Field};
use super::pointer::Pointer;
use crate::model::order::map_of;
use std::collections::BTreeMap;

/// Gives every field of one object (the form, or the items of a repeat) its turn.
///
/// # Errors
/// A field that, by way of others, rests on itself: at its keyword, with the whole circle named.
pub(super) fn plan(fields: &mut [Field]) -> Result<(), DefinitionProblem> {
    let ruled = fields.iter().enumerate().filter(|(_, f)| f.is_ruled());
    let ruled = map_of(ruled.map(|(at, f)| (f.pointer.as_str().to_owned(), at)));
    let mut walk = Walk { fields, ruled: &ruled, state: vec![State::New; fields.len()], path: Vec::new(), order: Vec::new() };
    for at in ruled.values() {
        walk.visit(*at)?;
    }
    for (turn, at) in walk.order.into_iter().enumerate() {
        if let Some(field) = fields.get_mut(at) {
            field.turn = turn;
        }
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// Something that it reads is being looked at.
    Open,
    Done,
}

struct Walk<'a> {
    fields: &'a [Field],
    ruled: &'a BTreeMap<String, usize>,
    state: Vec<State>,
    path: Vec<usize>,
    order: Vec<usize>,
}

impl Walk<'_> {
    /// With a stack of its own: a chain of conditions may be as long as the form.
    fn visit(&mut self, start: usize) -> Result<(), DefinitionProblem> {
        let mut stack: Vec<(usize, Vec<usize>)> = Vec::new();
        self.enter(start, &mut stack);
        while let Some((at, rests_on)) = stack.last_mut() {
            let at = *at;
            match rests_on.pop() {
                Some(other) if self.state.get(other) == Some(&State::Open) => return Err(self.circle(other)),
                Some(other) => self.enter(other, &mut stack),
                None => {
                    self.set(at, State::Done);
                    self.path.pop();
                    self.order.push(at);
                    stack.pop();
                }
            }
        }
        Ok(())
    }

    fn enter(&mut self, at: usize, stack: &mut Vec<(usize, Vec<usize>)>) {
        if let (Some(State::New), Some(field)) = (self.state.get(at), self.fields.get(at)) {
            stack.push((at, self.rests_on(field)));
            self.set(at, State::Open);
            self.path.push(at);
        }
    }

    /// The ruled fields that a field reads: whole, a part of them, or a group that they are in.
    fn rests_on(&self, field: &Field) -> Vec<usize> {
        let mut found = Vec::new();
        for place in field.ruled_by().flatten() {
            let place = place.as_str();
            let ends = place.match_indices('/').map(|(at, _)| at).chain([place.len()]);
            found.extend(ends.filter_map(|end| self.ruled.get(place.get(..end)?)));
            let group = format!("{place}/");
            found.extend(self.ruled.range(group.clone()..).take_while(|(pointer, _)| pointer.starts_with(&group)).map(|(_, at)| at));
        }
        found
    }

    fn set(&mut self, at: usize, state: State) {
        if let Some(place) = self.state.get_mut(at) {
            *place = state;
        }
    }

    fn circle(&self, from: usize) -> DefinitionProblem {
        let around: Vec<&Field> = self.path.iter().skip_while(|at| **at != from).chain([&from]).filter_map(|at| self.fields.get(*at)).collect();
        let names: Vec<&str> = around.iter().map(|f| f.pointer.as_str()).collect();
        let (place, keyword) = around.first().map_or((Pointer::root(), None), |f| (f.place.clone(), f.keyword()));
        let place = keyword.map_or(place.clone(), |keyword| place.child(keyword));
        DefinitionProblem::new(&place, format!("goes in a circle: {}", names.join(" → ")))
    }
}

impl Field {
    /// The keyword of its own that decides about it; none where the schema around it does.
    fn keyword(&self) -> Option<&'static str> {
        let own = |c: &Condition| matches!(c, Condition::Expression(_));
        match (&self.computed, &self.visible_when) {
            (Some(_), _) => Some("x-computed"),
            (None, Some(condition)) => own(condition).then_some("x-visible-when"),
            (None, None) => None,
        }
    }
}
