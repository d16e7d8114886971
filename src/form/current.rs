//! What the answers come to now (what is asked, what is computed, what would be submitted, how much is left), kept up to date one answer
//! at a time: what a key costs does not depend on how long the form is.

use super::answers::Answers;
use super::count::{Count, Item};
use super::field::{Field, Form};
use super::normal::normal;
use super::visibility::{asked_data, settle_inner, submitted, take};
use crate::model::date::Date;
use crate::model::order::map_of;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What one set of answers comes to on one day.
#[derive(Debug, Clone)]
pub struct Current {
    today: Date,
    data: Value,
    shown: Vec<bool>,
    /// The variant that each field with variants is now.
    shapes: BTreeMap<usize, Option<usize>>,
    items: Vec<Item>,
    count: Count,
    links: Links,
}

/// What a new answer changed, beside itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Whether a field came or went, or takes another shape.
    pub shown: bool,
    /// Whether the count is another one.
    pub count: bool,
    /// Computed fields that come to something else, by index, in no order.
    pub computed: Vec<usize>,
}

/// Which fields a change of one of them concerns.
#[derive(Debug, Clone, Default)]
struct Links {
    /// The fields whose conditions and computations read a place.
    readers: BTreeMap<String, Vec<usize>>,
    /// The fields that must be answered only under a condition that reads a place.
    requirers: BTreeMap<String, Vec<usize>>,
    /// The fields that must be answered only where a group is there.
    members: BTreeMap<String, Vec<usize>>,
    /// Whether a condition asks if a group of questions is there at all, or data is to tell which alternative of a group applies. Both can
    /// rest on fields that are settled later, so only settling everything anew answers the same.
    is_whole: bool,
}

impl Current {
    /// Works everything out.
    pub fn new(form: &Form, answers: &Answers, today: Date) -> Self {
        Self::with(Links::of(form), form, answers, today)
    }

    fn with(links: Links, form: &Form, answers: &Answers, today: Date) -> Self {
        let (data, shown) = asked_data(form, answers.all_data(form), today);
        let items: Vec<Item> = form.fields.iter().zip(&shown).map(|(field, shown)| Item::of(field, *shown, answers, &data, today)).collect();
        let mut count = Count::default();
        items.iter().for_each(|item| count.add(*item));
        let with_variants = form.fields.iter().filter(|f| !f.variants.is_empty());
        let shapes = map_of(with_variants.map(|f| (f.index, f.variant(&data, today))));
        Self { today, data, shown, shapes, items, count, links }
    }

    /// The day that it was worked out for.
    pub fn today(&self) -> Date {
        self.today
    }

    /// What is answered of what is asked, computed fields and the choices of alternatives included.
    pub fn data(&self) -> &Value {
        &self.data
    }

    /// Which fields are asked, by index: see [`visible`](super::visible).
    pub fn shown(&self) -> &[bool] {
        &self.shown
    }

    /// What would be submitted: see [`Answers::data`].
    pub fn submitted(&self, form: &Form) -> Value {
        submitted(&form.fields, self.data.clone())
    }

    /// Which of its variants a field is now.
    pub fn variant(&self, field: &Field) -> Option<usize> {
        self.shapes.get(&field.index).copied().flatten()
    }

    /// The field as it is now: itself, or one of its variants.
    pub fn shape<'a>(&self, field: &'a Field) -> &'a Field {
        self.variant(field).and_then(|at| field.variants.get(at)).unwrap_or(field)
    }

    /// Whether a field must be answered now, by itself or as what it is now.
    pub fn is_due(&self, field: &Field) -> bool {
        field.is_due(&self.data, self.today)
    }

    /// Whether a field is marked as one to answer: it must be, now or as soon as the group is there that it is in.
    pub fn is_marked(&self, field: &Field) -> bool {
        field.is_marked(&self.data, self.today)
    }

    /// See [`count`](super::count).
    pub fn count(&self) -> Count {
        self.count
    }

    /// Takes over that the answer of one field, by its index, is another one than when this was last brought up to date.
    pub fn change(&mut self, form: &Form, answers: &Answers, index: usize, today: Date) -> Change {
        if self.links.is_whole || today != self.today {
            return self.again(form, answers, today);
        }
        let Some(field) = form.fields.get(index) else { return Change::default() };
        let before = self.count;
        let mut change = Change::default();
        // What is ruled is settled in its turn, which comes after that of everything it reads: once is enough.
        let mut open = BTreeSet::new();
        let mut touched = BTreeSet::from([index]);
        if field.is_ruled() {
            open.insert((field.turn, index));
        } else {
            let value = base(field, answers, today);
            self.put(field, value, form, &mut open, &mut touched);
        }
        while let Some((_, at)) = open.pop_first() {
            let Some(field) = form.fields.get(at) else { continue };
            touched.insert(at);
            let asked = field.visible_when.as_ref().is_none_or(|condition| condition.holds(&self.data, today));
            let is_shown = asked && field.same_as.is_none();
            if let Some(shown) = self.shown.get_mut(at).filter(|shown| **shown != is_shown) {
                *shown = is_shown;
                change.shown = true;
            }
            if let Some(shape) = self.shapes.get_mut(&at) {
                let now = field.variant(&self.data, today);
                change.shown |= *shape != now;
                *shape = now;
            }
            let shape = self.shape(field);
            let value = match &field.computed {
                _ if !asked => None,
                Some(computation) => normal(shape, &computation.outcome(&self.data, today)),
                None => base(shape, answers, today),
            };
            if self.put(field, value, form, &mut open, &mut touched) && field.computed.is_some() {
                change.computed.push(at);
            }
        }
        for at in touched {
            let (Some(field), Some(shown), Some(item)) = (form.fields.get(at), self.shown.get(at), self.items.get_mut(at)) else { continue };
            self.count.remove(*item);
            *item = Item::of(field, *shown, answers, &self.data, today);
            self.count.add(*item);
        }
        change.count = self.count != before;
        change
    }

    /// Everything from the beginning.
    fn again(&mut self, form: &Form, answers: &Answers, today: Date) -> Change {
        let new = Self::with(std::mem::take(&mut self.links), form, answers, today);
        let differs = |field: &&Field| field.computed.is_some() && field.pointer.get(&new.data) != field.pointer.get(&self.data);
        let computed = form.fields.iter().filter(differs).map(|field| field.index).collect();
        let change = Change { shown: new.shown != self.shown || new.shapes != self.shapes, count: new.count != self.count, computed };
        *self = new;
        change
    }

    /// Puts a field's value into the data, or takes it out; notes who reads it, and whose being required rests on a group that came or
    /// went with it. Returns whether anything is different now.
    fn put(&mut self, field: &Field, value: Option<Value>, form: &Form, open: &mut BTreeSet<(usize, usize)>, touched: &mut BTreeSet<usize>) -> bool {
        if field.pointer.get(&self.data) == value.as_ref() {
            return false;
        }
        let pointer = field.pointer.as_str();
        let groups: Vec<(&str, bool)> = outer(pointer).filter(|g| self.links.members.contains_key(*g)).map(|g| (g, self.data.pointer(g).is_some())).collect();
        match value {
            Some(value) => {
                field.pointer.set(&mut self.data, value);
            }
            None => take(field, &mut self.data),
        }
        for (group, was_there) in groups {
            if self.data.pointer(group).is_some() != was_there {
                touched.extend(self.links.members.get(group).into_iter().flatten());
            }
        }
        touched.extend(concerned(&self.links.requirers, pointer));
        for reader in concerned(&self.links.readers, pointer) {
            if let Some(other) = form.fields.get(reader) {
                open.insert((other.turn, reader));
            }
        }
        true
    }
}

impl Links {
    fn of(form: &Form) -> Self {
        let mut links = Self::default();
        for field in &form.fields {
            for place in field.ruled_by().flatten() {
                links.readers.entry(place.as_str().to_owned()).or_default().push(field.index);
            }
            for condition in field.required_when.iter().chain(field.variants.iter().filter_map(|v| v.required_when.as_ref())) {
                for place in condition.reads() {
                    links.requirers.entry(place.as_str().to_owned()).or_default().push(field.index);
                }
            }
            let is_group = |place: &str| {
                let inside = format!("{place}/");
                !place.is_empty() && form.by_pointer.range(inside.clone()..).next().is_some_and(|(pointer, _)| pointer.starts_with(&inside))
            };
            links.is_whole |= field.choosing.is_some() || field.rests_on_presence_of().any(|place| is_group(place.as_str()));
            if let Some(group) = field.within.as_ref() {
                links.members.entry(group.as_str().to_owned()).or_default().push(field.index);
            }
        }
        links
    }
}

/// Who is concerned by a place: who reads it, what is around it, or what is in it.
fn concerned(by_place: &BTreeMap<String, Vec<usize>>, pointer: &str) -> Vec<usize> {
    if by_place.is_empty() {
        return Vec::new();
    }
    let inside = format!("{pointer}/");
    let around = outer(pointer).chain(["", pointer]).filter_map(|place| by_place.get(place));
    let within = by_place.range(inside.clone()..).take_while(|(place, _)| place.starts_with(&inside)).map(|(_, fields)| fields);
    around.chain(within).flatten().copied().collect()
}

/// What a field that is asked and not computed comes to by itself, the items of a repeat settled.
fn base(field: &Field, answers: &Answers, today: Date) -> Option<Value> {
    let mut value = answers.normal(field)?;
    settle_inner(field, &mut value, today);
    Some(value)
}

/// The groups that a pointer leads through, without the whole and itself.
fn outer(pointer: &str) -> impl Iterator<Item = &str> {
    pointer.match_indices('/').skip(1).filter_map(|(at, _)| pointer.get(..at))
}
